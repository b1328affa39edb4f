"""OWN008: an owner who is away while the work is to be done."""

from collections.abc import Iterator
from typing import Final

from launchplanner.checks.choices import backup_holds
from launchplanner.checks.context import Context
from launchplanner.checks.days import absent, told
from launchplanner.checks.finding import NOTE, WARNING, Finding, Fix, Rule
from launchplanner.checks.repairs import move
from launchplanner.words import _, quoted

_FARTHEST: Final = 20
"""Working days within which another start is looked for."""


def _check(context: Context) -> Iterator[Finding]:
    if not any(person.away for person in context.plan.people.values()):
        return
    for key, task in context.lookup.tasks:
        first, last = context.schedule.first_day(key), context.schedule.last_day(key)
        if task.is_settled or last < context.today_index:
            continue
        owner = context.answers(task.owner, context.schedule.first_date(key))
        away = absent(context, owner, first, last) if owner else []
        if away:
            most = 2 * len(away) >= last - first + 1
            message = _("{task} is owned by {owner}, who is away {days}.").format(
                task=quoted(task.title), owner=context.name(owner), days=told(context, away)
            )
            fixes = tuple(_fixes(context, key, owner))
            yield Finding(RULE.id, WARNING if most else NOTE, context.task(key), message, fixes, "OWN-STALE")


def _fixes(context: Context, key: str, owner: str) -> Iterator[Fix]:
    task, schedule = context.plan.tasks[key], context.schedule
    first, last = schedule.first_day(key), schedule.last_day(key)
    backup = context.answers(task.backup, schedule.first_date(key))
    if backup and backup != owner and not absent(context, backup, first, last):
        yield from backup_holds(context, key, (task.owner,), _("{name} is away").format(name=context.name(owner)))
    if key == context.plan.launch_task:
        return
    away = set(absent(context, owner, first, last + _FARTHEST))
    for start in range(first + 1, first + _FARTHEST + 1):
        if away.isdisjoint(range(start, start + last - first + 1)):
            yield move(context, key, start)
            return


RULE = Rule(
    id="OWN008",
    name="owner_away",
    severity=WARNING,
    title="The owner is away",
    what="A task whose owner is away on some of its days: a warning when it is half of them or more, otherwise a note.",
    why="The work waits, or somebody does it who was never asked. Both are cheap to prevent while the days are still "
    "ahead.",
    repairs="The backup takes over if they are there, or the task moves to the first days on which its owner is.",
    source="How handoffs fail: the one who should answer is absent.",
    check=_check,
)
