"""BAT003: a baton without exactly one receiver."""

from collections.abc import Iterator

from launchplanner.checks.choices import neighbouring_lead, settled
from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Rule
from launchplanner.checks.ownership import Holding, holding, said, sides
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for seat in sides(context, "receiver"):
        reading = context.owner(seat.text, seat.on)
        kind = holding(reading)
        if kind is Holding.ONE:
            continue
        if kind is Holding.NOBODY:
            message = _("{baton} has no receiver.").format(baton=quoted(seat.part.title))
        else:
            message = said(context, seat, reading)
        fixes = (
            *settled(context, seat.part, seat.field, reading),
            *neighbouring_lead(context, seat.part, seat.field),
        )
        severity = ERROR if seat.due and kind is not Holding.QUESTION else WARNING
        yield Finding(RULE.id, severity, seat.part, message, fixes, reading.code)


RULE = Rule(
    id="BAT003",
    name="no_one_receiver",
    severity=WARNING,
    title="A baton without one receiver",
    what="A baton whose receiver is empty, or names several, a group, a placeholder, or somebody whom the roster does "
    "not know. It is an error once the exchange zone is open, save for names that are only unknown.",
    why="A pack that is sent to a team is confirmed by nobody. The giver keeps the baton until one person says yes.",
    repairs="The lead of the phase that it opens receives it, or one of those named; whom nobody knows is added to the "
    "roster.",
    source="How handoffs fail: no receiver named; several receivers; the pack is sent and nobody confirms.",
    check=_check,
)
