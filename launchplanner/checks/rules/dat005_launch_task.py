"""DAT005: the task that stands for launch day, on another day."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, Finding, Rule
from launchplanner.checks.repairs import move
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    key = context.plan.launch_task
    task = context.plan.tasks.get(key)
    if task is None or task.is_settled or context.schedule.spans[key].start == 0:
        return
    message = _("{task} stands on {day}, and launch day is {launch}.").format(
        task=quoted(task.title), day=context.day(context.schedule.first_day(key)), launch=context.day(0)
    )
    yield Finding(RULE.id, ERROR, context.task(key), message, (move(context, key, 0),))


RULE = Rule(
    id="DAT005",
    name="launch_task",
    severity=ERROR,
    title="The launch is not on launch day",
    what="The task that stands for the launch starts on another day than launch day.",
    why="Launch day is the anchor that every date counts from. If the work of the day and the day itself part, half of "
    "the plan prepares for one date and half for the other.",
    repairs="The task moves to launch day, and what follows it moves along.",
    source="Rules of custody: one anchor, and all dates relative to it.",
    check=_check,
)
