"""DAT001: work that should be done and is not."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.checks.repairs import move
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK
from launchplanner.plan.work import ACTIVE, DONE
from launchplanner.words import _, quoted, short_day


def _check(context: Context) -> Iterator[Finding]:
    for key, task in context.lookup.tasks:
        if task.is_settled or context.schedule.last_day(key) >= context.today_index:
            continue
        told = (
            _("{task} was to be done on {day} and is still open.")
            if task.status == ACTIVE or task.progress
            else _("{task} was to be done on {day} and has not begun.")
        )
        message = told.format(task=quoted(task.title), day=short_day(context.schedule.last_date(key)))
        done = Fix(_("It is done"), Change(TASK, key, {"status": DONE, "progress": 100}))
        yield Finding(RULE.id, WARNING, context.task(key), message, (done, move(context, key, context.today_index)))


RULE = Rule(
    id="DAT001",
    name="late",
    severity=WARNING,
    title="Late work",
    what="A task whose last day is over and that is neither done nor dropped.",
    why="What waits for it is dated as if it were done. Either the plan is behind the work or the work behind the "
    "plan; the owner knows which.",
    repairs="It is marked as done, or it moves to today and what follows moves as far as it must.",
    source="Practice of the field: a plan is true on the day it is read, or it is not read.",
    check=_check,
)
