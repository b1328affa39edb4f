"""The year of dates that were written without one, told by weekdays, by other dates, and by years in the text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from launchplanner.formats.importers.moments import Moment

_YEAR: Final = re.compile(r"(?<![\d.-])(20[0-4]\d)(?!\d|\.\d)")
_HALF_YEAR: Final = 6
_FRIDAY: Final = 4
_FEW_WEEKENDS: Final = 0.2


def years_named(text: str) -> list[int]:
    """Return the years that a text names, the most frequent first."""
    return [int(year) for year, _count in Counter(_YEAR.findall(text)).most_common(5)]


def day_in(year: int, moment: Moment) -> date | None:
    """Return the day of a date without a year, or None when that year lacks it (29 February)."""
    try:
        return date(year, moment.month, moment.day_of_month)
    except ValueError:
        return None


def with_years(moments: Sequence[Moment], start: int) -> list[date | None]:
    """Return the days of dates without a year, in the order of the file, the first of them in `start`.

    A month that falls back by more than half a year begins a new year; one that leaps ahead goes back.
    """
    year, before = start, 0
    days: list[date | None] = []
    for moment in moments:
        if before and moment.month < before - _HALF_YEAR:
            year += 1
        elif before and moment.month > before + _HALF_YEAR:
            year -= 1
        before = moment.month
        days.append(day_in(year, moment))
    return days


def first_year(moments: Sequence[Moment], known: Iterable[int], nearest: int) -> tuple[int, list[int]]:
    """Return the year of the first date, and all years that it could be as far as the file tells.

    Args:
        moments: dates without a year, in the order of the file.
        known: years that the file names, the likeliest first.
        nearest: the year to stay near to when none is named.
    """
    named = list(known)
    weekdays = [moment for moment in moments if moment.weekday is not None]
    if not weekdays:
        return (named[0], named[:1]) if named else (_off_weekends(moments, nearest), [])
    tried = named + [year + step for year in named for step in (-1, 1)] or [nearest + step for step in _around()]
    scores = {year: _matches(moments, year) for year in dict.fromkeys(tried)}
    best = max(scores, key=lambda year: (scores[year], -tried.index(year)))
    return best, [best] if named else [year for year in scores if scores[year] == scores[best]]


def _off_weekends(moments: Sequence[Moment], nearest: int) -> int:
    """Return `nearest` unless its dates fall on weekends; then the nearest earlier year in which none does."""
    for year in range(nearest, nearest - 12, -1):
        days = [day for day in with_years(moments, year) if day is not None]
        if sum(1 for day in days if day.weekday() > _FRIDAY) <= (_FEW_WEEKENDS * len(days) if year == nearest else 0):
            return year
    return nearest


def _around() -> list[int]:
    steps = [0]
    for far in range(1, 12):
        steps += [-far, far]
    return steps


def _matches(moments: Sequence[Moment], year: int) -> int:
    days = with_years(moments, year)
    return sum(
        1
        for moment, day in zip(moments, days, strict=True)
        if day is not None and moment.weekday is not None and day.weekday() == moment.weekday
    )
