"""Working days and calendar days, turned into each other exactly.

Day 0 is launch day, or the first working day after it if launch day itself is not worked. A table of working days is
made once for each calendar and launch day, so that a conversion is a look-up and not a walk.
"""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import lru_cache

from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.values import EARLIEST, LATEST

_YEARS_AROUND = 4
_WEEK = 7


class Workdays:
    """The working days around a launch day, counted from it."""

    def __init__(self, calendar: WorkCalendar, launch_day: date, years: int = _YEARS_AROUND) -> None:
        self._calendar = calendar
        self._launch_day = launch_day
        self._years = years
        self._off = off = calendar.off()
        first = max(launch_day.toordinal() - 366 * years, EARLIEST.toordinal())
        last = min(launch_day.toordinal() + 366 * years, LATEST.toordinal())
        worked = frozenset(calendar.weekdays)
        # Day 1 of the proleptic calendar was a Monday.
        self._days = [
            ordinal
            for ordinal in range(first, last + 1)
            if (ordinal - 1) % _WEEK in worked and date.fromordinal(ordinal) not in off
        ]
        self._zero = bisect_left(self._days, launch_day.toordinal())

    def date_of(self, day: int) -> date:
        """Return the calendar day of a working day; beyond 1970 and 2200 the last day inside stands for the rest."""
        place = self._zero + day
        if 0 <= place < len(self._days):
            return date.fromordinal(self._days[place])
        if self._can_grow():
            return self._grown().date_of(day)
        if not self._days:
            return self._launch_day
        return date.fromordinal(self._days[0 if place < 0 else -1])

    def day_of(self, day: date) -> int:
        """Return the working day that `day` is, or the next one after it."""
        ordinal = day.toordinal()
        if self._can_grow() and not (self._days and self._days[0] <= ordinal <= self._days[-1]):
            return self._grown().day_of(day)
        return bisect_left(self._days, ordinal) - self._zero

    def last_day_until(self, day: date) -> int:
        """Return the working day that `day` is, or the last one before it."""
        ordinal = day.toordinal()
        if self._can_grow() and not (self._days and self._days[0] <= ordinal <= self._days[-1]):
            return self._grown().last_day_until(day)
        return bisect_right(self._days, ordinal) - 1 - self._zero

    def is_worked(self, day: date) -> bool:
        """Say whether `day` is a working day."""
        return day.weekday() in self._calendar.weekdays and day not in self._off

    def finish_of(self, start: int, duration: int) -> date:
        """Return the last day of work that begins on `start`; a milestone finishes on the day it starts."""
        return self.date_of(start + max(duration, 1) - 1)

    def between(self, first: date, last: date) -> int:
        """Return how many working days there are from `first` to `last`, both included; 0 if none or the wrong way."""
        return max(self.last_day_until(last) - self.day_of(first) + 1, 0)

    def _can_grow(self) -> bool:
        return self._years < LATEST.year - EARLIEST.year

    def _grown(self) -> "Workdays":
        return _workdays(self._calendar, self._launch_day, self._years * 4)


@lru_cache(maxsize=32)
def _workdays(calendar: WorkCalendar, launch_day: date, years: int) -> Workdays:
    return Workdays(calendar, launch_day, years)


def workdays(calendar: WorkCalendar, launch_day: date) -> Workdays:
    """Return the working days around `launch_day`, made once for each calendar and day."""
    return _workdays(calendar, launch_day, _YEARS_AROUND)


def week_of(first_day: date, day: date) -> int:
    """Return the week of the clock that `day` lies in; the week of `first_day` is 1, the one before it 0."""
    monday = first_day - timedelta(days=first_day.weekday())
    return (day - monday).days // _WEEK + 1


def t_minus(day: int) -> str:
    """Return a working day as counted to launch day: "T−14", "T+3", and "T" for launch day itself."""
    if day == 0:
        return "T"
    return f"T−{-day}" if day < 0 else f"T+{day}"


def calendar_days_to(launch_day: date, day: date) -> int:
    """Return how many calendar days a day lies before launch day, negative after it."""
    return (launch_day - day).days


def weeks_to(launch_day: date, day: date) -> int:
    """Return how many whole weeks a day lies before launch day, and 0 from launch day on."""
    return max(calendar_days_to(launch_day, day) // _WEEK, 0)
