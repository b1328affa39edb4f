"""DEP004: work that starts before the baton it waits for has passed."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Rule
from launchplanner.checks.repairs import cut, move
from launchplanner.checks.waits import conflicts, is_fixed
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for conflict in conflicts(context):
        key, predecessor = conflict.key, conflict.driving.predecessor
        if predecessor not in context.plan.batons or key not in context.plan.tasks:
            continue
        if is_fixed(context, key) or key == context.plan.launch_task:
            continue
        day = context.plan.batons[predecessor].day
        names = {
            "task": quoted(context.plan.tasks[key].title),
            "baton": quoted(context.plan.batons[predecessor].title),
            "start": context.day(conflict.start),
        }
        if conflict.start >= day:
            message = _("{task} starts on {start} and leaves no time after {baton} passes on {day}.").format(
                **names, day=context.day(day)
            )
        else:
            message = _("{task} starts on {start}, before {baton} passes on {day}.").format(
                **names, day=context.day(day)
            )
        fixes = (move(context, key, conflict.allowed), cut(conflict.links))
        yield Finding(RULE.id, WARNING if conflict.start >= day else ERROR, context.task(key), message, fixes)


RULE = Rule(
    id="DEP004",
    name="before_its_baton",
    severity=ERROR,
    title="Work that starts before its baton",
    what="A task that waits for a baton and starts before it has passed: an error before the planned day, a warning on "
    "that day or inside the time set aside after it.",
    why="A baton passes at the end of its day, once the receiver has read it back. Who starts earlier works from "
    "hearsay, and the read-back becomes a formality.",
    repairs="The task starts on the first working day after the pass, or it does not wait for this baton.",
    source="Rules of custody: exact passes; the giver keeps the baton until the receiver accepts.",
    check=_check,
)
