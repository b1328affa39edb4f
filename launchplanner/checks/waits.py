"""What starts before something it waits for allows it to."""

from collections.abc import Iterator
from dataclasses import dataclass

from launchplanner.checks.context import Context
from launchplanner.plan.work import MUST_FINISH, ON_DATE, Dependency
from launchplanner.schedule.network import required_start


@dataclass(frozen=True, slots=True)
class Conflict:
    """A task or baton that starts too early: the link that asks for most, the day it asks for, and all that ask.

    `start` and `allowed` are the first working day of a task, or the day on which a baton passes.
    """

    key: str
    driving: Dependency
    start: int
    allowed: int
    links: tuple[str, ...]


def conflicts(context: Context) -> Iterator[Conflict]:
    """Yield what starts too early, by id. What is done, and what waits for things that are done, is left alone."""
    schedule = context.schedule
    for key in sorted(schedule.allowed):
        if schedule.spans[key].start < schedule.allowed[key] and not context.is_settled(key):
            found = _conflict(context, key)
            if found is not None:
                yield found


def is_fixed(context: Context, key: str) -> bool:
    """Say whether a task stands on a date, or must finish on a day, whatever it waits for."""
    task = context.plan.tasks.get(key)
    if task is None:
        return False
    return task.start.rule == MUST_FINISH or (task.start.rule == ON_DATE and task.start.on is not None)


def _conflict(context: Context, key: str) -> Conflict | None:
    schedule = context.schedule
    span = schedule.spans[key]
    asking = [
        (asked, link.predecessor in schedule.batons, link.id, link)
        for link in context.lookup.into[key]
        if not schedule.rings.issuperset((key, link.predecessor)) and not context.is_settled(link.predecessor)
        if (asked := _asked(context, link)) > span.start
    ]
    if not asking:
        return None
    asked, _is_baton, _id, driving = max(asking, key=lambda one: one[:3])
    early = 1 if key in schedule.batons else 0
    return Conflict(key, driving, span.start - early, asked - early, tuple(link.id for *_rest, link in asking))


def _asked(context: Context, link: Dependency) -> int:
    before, span = context.schedule.spans[link.predecessor], context.schedule.spans[link.successor]
    return required_start(link, (before.start, before.finish), span.days)
