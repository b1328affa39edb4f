"""How full people's weeks are: days of work that each owns and has not done, week by week of the clock.

A task fills each of its working days for its owner, whatever else they do that day. Plans hold no hours, so this counts
what is asked of a person at once and not how long it takes.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from launchplanner.checks.owners import Label
from launchplanner.plan.workdays import week_of
from launchplanner.schedule import Span

if TYPE_CHECKING:
    from launchplanner.checks.context import Context

_WEEK = timedelta(weeks=1)
_WEEKS_AHEAD = 4


class Load:
    """Tasks, and days of open work by week, of each person and of each role that nobody holds; weeks count from 0."""

    def __init__(self, context: "Context") -> None:
        plan, days = context.plan, context.schedule.days
        first = days.date_of(plan.first)
        self.weeks = max(week_of(first, days.date_of(plan.end - 1)), 1)
        monday = first - timedelta(days=first.weekday())
        self._begins = [days.day_of(monday + _WEEK * week) for week in range(self.weeks + 1)]
        self.tasks: dict[str, list[str]] = {}
        self._open: dict[str, list[str]] = {}
        self._days: dict[str, list[int]] = {}
        for key, task in context.lookup.tasks:
            holder = _holder(context, key)
            if not holder:
                continue
            self.tasks.setdefault(holder, []).append(key)
            if not task.is_settled:
                self._open.setdefault(holder, []).append(key)
                load = self._days.setdefault(holder, [0] * self.weeks)
                for week, count in self.parts(context.schedule.spans[key]):
                    load[week] += count

    def days(self, holder: str) -> tuple[int, ...]:
        """Return the days of open work of a person or role, by week."""
        return tuple(self._days.get(holder, [0] * self.weeks))

    def open_tasks(self, holder: str) -> tuple[str, ...]:
        """Return the ids of the tasks that a person or role owns and has not done, in order."""
        return tuple(self._open.get(holder, ()))

    def room(self, week: int) -> int:
        """Return how many working days a week has."""
        return self._begins[week + 1] - self._begins[week]

    def week_at(self, day: int) -> int:
        """Return the week that a working day lies in; below 0 before the clock, at or above `weeks` after it."""
        return bisect_right(self._begins, day) - 1

    def begins(self, week: int) -> int:
        """Return the first working day of a week."""
        return self._begins[week]

    def parts(self, span: Span) -> Iterator[tuple[int, int]]:
        """Yield the weeks of the clock that a span touches, each with how many of its days are in it."""
        for week in range(max(self.week_at(span.start), 0), self.weeks):
            start, end = self._begins[week], self._begins[week + 1]
            if span.finish <= start:
                return
            days = min(span.finish, end) - max(span.start, start)
            if days > 0:
                yield week, days


def full_weeks(context: "Context", person: str) -> list[int]:
    """Return the weeks from today's to three later in which a person has more work than there are days.

    Before the clock begins there are none: who does what is still being settled, and the weeks stand for an outline.
    """
    load, today = context.load, context.today_index
    if today < context.plan.first:
        return []
    days, this = load.days(person), load.week_at(today)
    return [week for week in range(this, min(this + _WEEKS_AHEAD, load.weeks)) if days[week] > load.room(week)]


def _holder(context: "Context", key: str) -> str:
    """Return the person who answers for a task, or the role that nobody holds, or "" for anything else."""
    reading = context.owner_of_task(key)
    if reading.label is not Label.SINGLE or not reading.owners or reading.owners[0].id is None:
        return ""
    owner = reading.owners[0].id
    answers = context.answers(owner, context.schedule.first_date(key))
    return answers or (owner if owner in context.plan.roles else "")
