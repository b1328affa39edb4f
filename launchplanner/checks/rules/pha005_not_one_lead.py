"""PHA005: a phase whose lead is not one person or role."""

from collections.abc import Iterator

from launchplanner.checks.choices import settled
from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Rule
from launchplanner.checks.ownership import Holding, holding, leads, said


def _check(context: Context) -> Iterator[Finding]:
    for seat in leads(context):
        reading = context.owner(seat.text, seat.on)
        kind = holding(reading)
        if kind in {Holding.ONE, Holding.NOBODY}:
            continue
        fixes = tuple(settled(context, seat.part, seat.field, reading))
        severity = ERROR if seat.due and kind is not Holding.QUESTION else WARNING
        yield Finding(RULE.id, severity, seat.part, said(context, seat, reading), fixes, reading.code)


RULE = Rule(
    id="PHA005",
    name="not_one_lead",
    severity=WARNING,
    title="A phase that is not led by one",
    what="A phase whose lead names several, a group, a placeholder, or somebody whom the roster does not know. It is "
    "an error from the day the phase begins, save for names that are only unknown.",
    why="At any moment one role leads the launch. Two leads each take the other to be deciding.",
    repairs="One of those named leads it; whom nobody knows is added to the roster.",
    source="Rules of custody: phases are dated blocks with exactly one leading role each.",
    check=_check,
)
