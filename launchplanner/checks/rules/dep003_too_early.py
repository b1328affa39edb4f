"""DEP003: a start before what it waits for allows."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, Finding, Rule
from launchplanner.checks.repairs import cut, move
from launchplanner.checks.waits import Conflict, conflicts, is_fixed
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for conflict in conflicts(context):
        key, predecessor = conflict.key, conflict.driving.predecessor
        if key in context.plan.tasks and _has_a_rule_of_its_own(context, key, predecessor):
            continue
        fixes = (move(context, key, conflict.allowed), cut(conflict.links))
        yield Finding(RULE.id, ERROR, context.work(key), _message(context, conflict), fixes)


def _has_a_rule_of_its_own(context: Context, task: str, predecessor: str) -> bool:
    return predecessor in context.plan.batons or is_fixed(context, task) or task == context.plan.launch_task


def _message(context: Context, conflict: Conflict) -> str:
    told = (
        _("{part} is to pass on {start}, and {predecessor} allows that from {allowed} on.")
        if conflict.key in context.plan.batons
        else _("{part} starts on {start}, and {predecessor} allows that from {allowed} on.")
    )
    return told.format(
        part=quoted(context.lookup.title(conflict.key)),
        start=context.day(conflict.start),
        predecessor=quoted(context.lookup.title(conflict.driving.predecessor)),
        allowed=context.day(conflict.allowed),
    )


RULE = Rule(
    id="DEP003",
    name="too_early",
    severity=ERROR,
    title="A start that its predecessors do not allow",
    what="A task or baton that is placed before the day its links allow. The predecessor that asks for most is named. "
    "Work that waits for a baton, work on a fixed date and the launch itself have rules of their own.",
    why="One of the two dates is wrong, and the people who read only theirs find out on the day. Work that is done no "
    "longer holds anything up and is not reported.",
    repairs="It moves to the first day allowed, and what follows moves as far as it must; or the link is cut.",
    source="Critical path method, Kelley and Walker 1959.",
    check=_check,
)
