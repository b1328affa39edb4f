"""Repairs for somebody with too much work: move what has room to move, give away what somebody else helps with.

Nobody is guessed: work goes only to those who help with it already and have room, and moves only within its free
float, its phase and the days on which its owner is there. So no baton, no other task and not launch day moves with it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from launchplanner.checks.choices import distinct, value_of
from launchplanner.checks.context import Context
from launchplanner.checks.days import absent
from launchplanner.checks.finding import Fix
from launchplanner.checks.ownership import Holding, holding
from launchplanner.checks.repairs import MoveAlong
from launchplanner.plan.edits import PassOn
from launchplanner.plan.work import ANCHORED, PLANNED
from launchplanner.words import _, quoted

Gain = Callable[[str, int], int]
"""By how much it gets better when a task starts on another working day, and 0 or less when it does not."""

_MOST_GIVEN: Final = 3
_MOST_TRIED: Final = 3
_FARTHEST: Final = 20
"""Working days within which another start is looked for."""


def moved(context: Context, person: str, keys: Iterable[str], gain: Gain) -> Iterator[Fix]:
    """Yield that one of a person's tasks moves later: the one with the most free float for which that helps."""
    free = context.schedule.free_float
    movable = [key for key in keys if _may_move(context, key)]
    for key in sorted(movable, key=lambda key: (-free[key], key))[:_MOST_TRIED]:
        starts = list(_starts(context, person, key))
        best = max(starts, key=lambda start: (gain(key, start), -start), default=None)
        if best is not None and gain(key, best) > 0:
            title = _("Move {task} to {day}").format(task=quoted(context.plan.tasks[key].title), day=context.day(best))
            yield Fix(title, MoveAlong(key, best))
            return


def given_away(context: Context, person: str, keys: Iterable[str]) -> tuple[Fix, ...]:
    """Return that one who helps with a task, and has room for it, owns it instead."""
    return distinct(_given_away(context, person, keys))[:_MOST_GIVEN]


def _given_away(context: Context, person: str, keys: Iterable[str]) -> Iterator[Fix]:
    for key in keys:
        task, on = context.plan.tasks[key], context.schedule.first_date(key)
        for helper in (task.backup, *task.contributors):
            reading = context.owner(helper, on)
            if holding(reading) is not Holding.ONE:
                continue
            holder = value_of(reading.owners[0])
            answers = context.answers(holder, on)
            if answers and answers != person and _has_room(context, answers, key):
                title = _("{name} owns {task}").format(name=context.name(answers), task=quoted(task.title))
                reason = _("{name} has too much work").format(name=context.name(person))
                yield Fix(title, PassOn(key, holder, context.today, reason))


def _has_room(context: Context, person: str, key: str) -> bool:
    load, span = context.load, context.schedule.spans[key]
    days = load.days(person)
    has_days = all(days[week] + count <= load.room(week) for week, count in load.parts(span))
    return has_days and not absent(context, person, span.start, span.finish - 1)


def _may_move(context: Context, key: str) -> bool:
    task, span = context.plan.tasks[key], context.schedule.spans[key]
    return (
        key != context.plan.launch_task
        and task.start.rule == ANCHORED
        and task.status == PLANNED
        and span.start > context.today_index
        and context.schedule.free_float[key] > 0
        and key not in context.schedule.rings
    )


def _starts(context: Context, person: str, key: str) -> Iterator[int]:
    """Yield the days that a task could start on: the first of each later week within its float, and the last."""
    span = context.schedule.spans[key]
    phase = context.plan.phases.get(context.plan.tasks[key].phase)
    last = span.start + min(context.schedule.free_float[key], _FARTHEST)
    if phase is not None:
        last = min(last, phase.end - span.days)
    if last <= span.start:
        return
    load = context.load
    later = range(max(load.week_at(span.start) + 1, 0), min(load.week_at(last) + 1, load.weeks))
    away = frozenset(absent(context, person, span.start, last + span.days))
    for start in dict.fromkeys((*map(load.begins, later), last)):
        if start > span.start and away.isdisjoint(range(start, start + span.days)):
            yield start
