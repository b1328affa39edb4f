"""PHA004: a phase that nobody leads."""

from collections.abc import Iterator

from launchplanner.checks.choices import one_holds, value_of
from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Fix, Rule
from launchplanner.checks.ownership import Holding, holding, leads, named
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for seat in leads(context):
        if holding(context.owner(seat.text, seat.on)) is Holding.NOBODY:
            message = _("{phase} has no lead.").format(phase=quoted(seat.part.title))
            severity = ERROR if seat.due else WARNING
            yield Finding(RULE.id, severity, seat.part, message, tuple(_fixes(context, seat.part.id)), "OWN-NONE")


def _fixes(context: Context, key: str) -> Iterator[Fix]:
    """Yield that the lead of the phase before or after leads this one too."""
    keys = [phase for phase, _value in context.lookup.phases]
    place = keys.index(key)
    offered: set[str] = set()
    for neighbour in (*keys[max(place - 1, 0) : place], *keys[place + 1 : place + 2]):
        phase = context.plan.phases[neighbour]
        reading = context.owner(phase.lead, context.schedule.days.date_of(phase.start))
        if holding(reading) is Holding.ONE and (lead := value_of(reading.owners[0])) not in offered:
            offered.add(lead)
            yield one_holds(context.phase(key), "lead", named(context, reading.owners[0]), lead)


RULE = Rule(
    id="PHA004",
    name="no_lead",
    severity=WARNING,
    title="A phase without a lead",
    what="A phase whose lead is empty. It is an error from the day the phase begins; phases that are over are left "
    "alone.",
    why="Somebody will lead those weeks, and who it is gets negotiated while the work is due.",
    repairs="The lead of the phase before or after leads this one too; any role can be chosen in the phase itself.",
    source="Rules of custody: ownership and decision rights are set at the start.",
    check=_check,
)
