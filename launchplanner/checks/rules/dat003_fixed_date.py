"""DAT003: a fixed calendar date in conflict with the plan around it."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, Finding, Rule
from launchplanner.checks.repairs import cut, move
from launchplanner.checks.waits import conflicts, is_fixed
from launchplanner.plan.work import MUST_FINISH
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for conflict in conflicts(context):
        key = conflict.key
        if not is_fixed(context, key) or key == context.plan.launch_task:
            continue
        told = (
            _("{task} must finish on {finish}, and {predecessor} lets it begin on {allowed}.")
            if context.plan.tasks[key].start.rule == MUST_FINISH
            else _("{task} is fixed on {start}, and {predecessor} allows it from {allowed} on.")
        )
        message = told.format(
            task=quoted(context.plan.tasks[key].title),
            start=context.day(conflict.start),
            finish=context.day(context.schedule.last_day(key)),
            predecessor=quoted(context.lookup.title(conflict.driving.predecessor)),
            allowed=context.day(conflict.allowed),
        )
        fixes = (move(context, key, conflict.allowed), cut(conflict.links))
        yield Finding(RULE.id, ERROR, context.task(key), message, fixes)


RULE = Rule(
    id="DAT003",
    name="fixed_date",
    severity=ERROR,
    title="A fixed date that cannot be kept",
    what="A task that stands on a calendar date or must finish on a day, and that what it waits for does not allow "
    "there.",
    why="A date is fixed because somebody outside was told: a fair, a press embargo, a contract. The plan cannot move "
    "it by itself, so it must be seen while there is time to shorten what comes before.",
    repairs="The task gives up its fixed date and moves to the first day allowed, or the link is cut.",
    source="Critical path method: a date constraint against a link.",
    check=_check,
)
