"""OWN013: a decision, metric or risk without exactly one holder."""

from collections.abc import Iterator

from launchplanner.checks.choices import settled
from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Rule
from launchplanner.checks.ownership import Holding, holding, records, said


def _check(context: Context) -> Iterator[Finding]:
    for seat in records(context):
        reading = context.owner(seat.text, seat.on)
        kind = holding(reading)
        if kind is Holding.ONE:
            continue
        fixes = tuple(settled(context, seat.part, seat.field, reading))
        severity = ERROR if seat.due and kind is not Holding.QUESTION else WARNING
        yield Finding(RULE.id, severity, seat.part, said(context, seat, reading), fixes, reading.code)


RULE = Rule(
    id="OWN013",
    name="record_holder",
    severity=WARNING,
    title="A decision, metric or risk without its one holder",
    what="An open decision without exactly one decider, or a metric or open risk without exactly one owner. It is an "
    "error once the decision is due, launch day has come, or the clock has begun for a risk.",
    why="A decision with two deciders is made twice or not at all. A number that two report is explained by neither, "
    "and a lift is credited to whoever speaks first.",
    repairs="One of those named decides or owns it; whom nobody knows is added to the roster.",
    source="Rules of custody: decision rights with one decider; one owner per metric.",
    check=_check,
)
