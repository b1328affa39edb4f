"""DAT008: days on which work is said to have begun or ended, and which cannot be."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK
from launchplanner.plan.work import DONE, DROPPED, Task
from launchplanner.words import _, quoted, short_day


def _check(context: Context) -> Iterator[Finding]:
    for key, task in context.lookup.tasks:
        found = _finding(context, key, task)
        if found is not None:
            yield found


def _finding(context: Context, key: str, task: Task) -> Finding | None:
    for day, field in ((task.started, "started"), (task.finished, "finished")):
        if day is not None and day > context.today:
            told = (
                _("{task} is said to have begun on {day}, which is still to come.")
                if field == "started"
                else _("{task} is said to have ended on {day}, which is still to come.")
            )
            fix = Fix(_("Take the day out"), Change(TASK, key, {field: None}))
            return _made(context, key, told.format(task=quoted(task.title), day=short_day(day)), fix)
    if task.started is not None and task.finished is not None and task.finished < task.started:
        message = _("{task} is said to have ended on {finish}, before it began on {start}.").format(
            task=quoted(task.title), finish=short_day(task.finished), start=short_day(task.started)
        )
        turned = Change(TASK, key, {"started": task.finished, "finished": task.started})
        return _made(context, key, message, Fix(_("Swap the two days"), turned))
    if task.finished is not None and task.status not in {DONE, DROPPED}:
        message = _("{task} is said to have ended on {day} and is not marked as done.").format(
            task=quoted(task.title), day=short_day(task.finished)
        )
        done = Fix(_("It is done"), Change(TASK, key, {"status": DONE, "progress": 100}))
        return _made(context, key, message, done, Fix(_("Take the day out"), Change(TASK, key, {"finished": None})))
    return None


def _made(context: Context, key: str, message: str, *fixes: Fix) -> Finding:
    return Finding(RULE.id, WARNING, context.task(key), message, fixes)


RULE = Rule(
    id="DAT008",
    name="real_days",
    severity=WARNING,
    title="Days that cannot have been",
    what="A task that is said to have begun or ended on a day still to come, to have ended before it began, or to have "
    "ended without being done.",
    why="The forecast starts from what has really happened, so one wrong day moves the launch it shows.",
    repairs="The day is taken out, the two days are swapped, or the task is marked as done.",
    source="Practice of the field: progress is what has been, not what is hoped for.",
    check=_check,
)
