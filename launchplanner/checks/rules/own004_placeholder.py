"""OWN004: a placeholder, or somebody who is gone, as the owner."""

from collections.abc import Iterator

from launchplanner.checks.choices import backup_holds, contributors_hold, lead_holds
from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.checks.ownership import Holding, owner_seat, said, severity, tasks_held


def _check(context: Context) -> Iterator[Finding]:
    for key, reading in tasks_held(context, Holding.PLACEHOLDER):
        fixes = (*backup_holds(context, key), *lead_holds(context, key), *contributors_hold(context, key))
        message = said(context, owner_seat(context, key), reading)
        yield Finding(RULE.id, severity(context, key), context.task(key), message, fixes, reading.code)


RULE = Rule(
    id="OWN004",
    name="placeholder",
    severity=WARNING,
    title="A placeholder as the owner",
    what="A task whose owner field holds text but nobody: to be decided, a hole in a template, a new hire, someone who "
    "has left or is away. It is an error once the phase has begun or a baton waits for the task.",
    why="The field looks filled, so the gap is on no list. The name is mostly found when the work should have begun.",
    repairs="The backup takes over, or the lead of the phase or a contributor owns it.",
    source="Cells met in published launch plans: TBD, vacant, template holes, former holders.",
    check=_check,
)
