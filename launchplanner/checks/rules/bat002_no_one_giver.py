"""BAT002: a baton without exactly one giver."""

from collections.abc import Iterator

from launchplanner.checks.choices import neighbouring_lead, settled
from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Rule
from launchplanner.checks.ownership import Holding, holding, said, sides
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for seat in sides(context, "giver"):
        reading = context.owner(seat.text, seat.on)
        kind = holding(reading)
        if kind is Holding.ONE:
            continue
        if kind is Holding.NOBODY:
            message = _("{baton} has no giver.").format(baton=quoted(seat.part.title))
        else:
            message = said(context, seat, reading)
        fixes = (
            *settled(context, seat.part, seat.field, reading),
            *neighbouring_lead(context, seat.part, seat.field),
        )
        severity = ERROR if seat.due and kind is not Holding.QUESTION else WARNING
        yield Finding(RULE.id, severity, seat.part, message, fixes, reading.code)


RULE = Rule(
    id="BAT002",
    name="no_one_giver",
    severity=WARNING,
    title="A baton without one giver",
    what="A baton whose giver is empty, or names several, a group, a placeholder, or somebody whom the roster does not "
    "know. It is an error once the exchange zone is open, save for names that are only unknown.",
    why="Whoever gives has to say what is handed over and to mark the read-back. Without one giver the pack is put "
    "together by nobody.",
    repairs="The lead of the phase before gives it, or one of those named; whom nobody knows is added to the roster.",
    source="Rules of custody: at any instant each baton has exactly one holder.",
    check=_check,
)
