"""OWN004: a placeholder, or somebody who is gone, as the owner."""

from collections.abc import Iterator

from launchplanner.checks.choices import backup_holds, contributors_hold, lead_holds, noted
from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.checks.owners import Reading
from launchplanner.checks.ownership import Holding, owner_seat, said, severity, tasks_held
from launchplanner.checks.repairs import distinct


def _check(context: Context) -> Iterator[Finding]:
    for key, reading in tasks_held(context, Holding.PLACEHOLDER):
        fixes = distinct(_fixes(context, key, reading))
        message = said(context, owner_seat(context, key), reading)
        yield Finding(RULE.id, severity(context, key), context.task(key), message, fixes, reading.code)


def _fixes(context: Context, key: str, reading: Reading) -> Iterator[Fix]:
    yield from backup_holds(context, key)
    yield from lead_holds(context, key)
    yield from contributors_hold(context, key)
    if reading.code == "OWN-NONE":
        yield from noted(context, key)


RULE = Rule(
    id="OWN004",
    name="placeholder",
    severity=WARNING,
    title="A placeholder as the owner",
    what="A task whose owner field holds text but nobody: to be decided, a hole in a template, a new hire, someone who "
    "has left or is away. It is an error once the phase has begun or a baton waits for the task.",
    why="The field looks filled, so the gap is on no list. The name is mostly found when the work should have begun.",
    repairs="The backup takes over, or the lead of the phase or a contributor owns it. What has not begun and nothing "
    "waits for becomes a note of its phase.",
    source="Cells met in published launch plans: TBD, vacant, template holes, former holders.",
    check=_check,
)
