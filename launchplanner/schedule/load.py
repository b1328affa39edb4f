"""How much work lies on whom, day by day and week by week, and moves that take it off where it is too much.

Who holds a task is given: reading owners is the business of the rules. A holder is a person, or a role nobody holds.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.plan.edits import MoveTo
from launchplanner.plan.plan import Plan
from launchplanner.plan.workdays import Workdays, week_of
from launchplanner.schedule.network import FF, FS, SF
from launchplanner.schedule.schedule import Schedule, Span

AT_ONCE: Final = 3
"""Tasks that one person can have in hand on the same day."""


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """One week of one holder: days of work in it, and the most tasks in hand on one day."""

    days: int
    at_once: int


@dataclass(frozen=True, slots=True)
class Move:
    """A task that levelling would move, from one first day to another."""

    task: str
    holder: str
    start: int
    to: int


@dataclass(frozen=True, slots=True)
class Levelling:
    """Moves after which fewer have too much in hand, and the days on which some still have.

    `left` is by holder: working days with more than the allowed number of tasks at once. Nothing moves a baton or
    launch day, leaves its phase, or makes anything wait longer.
    """

    moves: tuple[Move, ...]
    before: Mapping[str, int]
    left: Mapping[str, int]

    @property
    def edit(self) -> MoveTo | None:
        """All moves as one step; None without any."""
        return MoveTo(tuple((move.task, move.to) for move in self.moves)) if self.moves else None


def tasks_on(spans: Mapping[str, Span], holders: Mapping[str, str]) -> dict[str, dict[int, list[str]]]:
    """Return the tasks of each holder on each working day that has some; milestones take no day."""
    found: dict[str, dict[int, list[str]]] = {}
    for key, holder in sorted(holders.items()):
        days = found.setdefault(holder, {})
        for day in range(spans[key].start, spans[key].finish):
            days.setdefault(day, []).append(key)
    return found


def week_loads(
    spans: Mapping[str, Span], holders: Mapping[str, str], days: Workdays, first: date, weeks: int
) -> dict[str, list[WeekLoad]]:
    """Return the weeks of each holder.

    Args:
        spans: where tasks stand, such as those of a schedule or a forecast.
        holders: who holds each task that counts, by task.
        days: the working days.
        first: the first day of the clock.
        weeks: how many weeks the clock has.
    """
    found: dict[str, list[WeekLoad]] = {}
    for holder, by_day in tasks_on(spans, holders).items():
        work, most = [0] * weeks, [0] * weeks
        for day, tasks in by_day.items():
            week = week_of(first, days.date_of(day)) - 1
            if 0 <= week < weeks:
                work[week] += len(tasks)
                most[week] = max(most[week], len(tasks))
        found[holder] = [WeekLoad(count, peak) for count, peak in zip(work, most, strict=True)]
    return found


def levelled(
    plan: Plan, schedule: Schedule, holders: Mapping[str, str], at_once: int = AT_ONCE, fixed: Collection[str] = ()
) -> Levelling:
    """Return moves after which nobody, or fewer, have more than `at_once` tasks in hand on one day.

    A task moves only later, only inside its free float, and only inside its phase: what waits for it stays, and so do
    batons and launch day. Of those that can move, the one with most float goes first, as far as it must.

    Args:
        plan: the plan.
        schedule: its schedule.
        holders: who holds each task that is open, by task.
        at_once: how many tasks one can have in hand.
        fixed: tasks that stay, such as those under way.
    """
    spans = dict(schedule.spans)
    before = _over(spans, holders, at_once)
    movable = [
        key
        for key in holders
        if key not in fixed and key != plan.launch_task and key not in schedule.rings and not plan.tasks[key].has_begun
        if not plan.tasks[key].is_settled and schedule.spans[key].days
    ]
    moves: list[Move] = []
    for key in sorted(movable, key=lambda key: (-schedule.free_float[key], -schedule.spans[key].start, key)):
        last = _last_start(plan, schedule, spans, key)
        start = _better_start(spans, holders, key, last, at_once)
        if start != spans[key].start:
            moves.append(Move(key, holders[key], spans[key].start, start))
            spans[key] = Span(start, start + spans[key].days)
    return Levelling(tuple(moves), before, _over(spans, holders, at_once))


def _over(spans: Mapping[str, Span], holders: Mapping[str, str], at_once: int) -> dict[str, int]:
    counted = {
        holder: sum(1 for tasks in by_day.values() if len(tasks) > at_once)
        for holder, by_day in tasks_on(spans, holders).items()
    }
    return {holder: days for holder, days in sorted(counted.items()) if days}


def _better_start(spans: Mapping[str, Span], holders: Mapping[str, str], key: str, last: int, at_once: int) -> int:
    """Return the first day up to `last` on which a task has room beside the others of its holder, or its own day."""
    span = spans[key]
    others: dict[int, int] = {}
    for other, holder in holders.items():
        if holder == holders[key] and other != key:
            for day in range(spans[other].start, spans[other].finish):
                others[day] = others.get(day, 0) + 1
    for start in range(span.start, last + 1):
        if all(others.get(day, 0) < at_once for day in range(start, start + span.days)):
            return start
    return span.start


def _last_start(plan: Plan, schedule: Schedule, spans: Mapping[str, Span], key: str) -> int:
    """Return the last day on which a task can start inside its phase and before what waits for it."""
    span = spans[key]
    phase = plan.phases.get(plan.tasks[key].phase)
    last = span.start + _room(schedule, spans, key)
    return min(last, phase.end - span.days) if phase is not None and span.finish <= phase.end else last


def _room(schedule: Schedule, spans: Mapping[str, Span], key: str) -> int:
    """Return how far a task can move with all that waits for it standing where it stands in `spans`."""
    network = schedule.work.frame.network
    start, finish = spans[key].start, spans[key].finish
    least = schedule.work.frame.end - finish
    for after, kind, lag, _link in network.out_of[network.place[key]]:
        behind = spans[network.keys[after]]
        at = behind.finish if kind in (FF, SF) else behind.start
        least = min(least, at - lag - (finish if kind in (FS, FF) else start))
    return max(least, 0)
