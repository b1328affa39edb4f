"""Whether a column writes the day or the month first, decided for the whole column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.formats.importers.moments import DAY_FIRST, MONTH_FIRST, YEAR_FIRST

_NUMERIC: Final = re.compile(
    r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)?(?![\d/])|(?<![\w./-])(\d{1,2})(/)(\d{1,2})(?![\w/.])"
)
_ISO: Final = re.compile(r"(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)")
_MOST_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a column; `sure` tells whether a cell proves it, `mixed` whether cells prove both."""

    order: str
    sure: bool
    mixed: bool = False


def order_of(texts: Iterable[str]) -> Order:
    """Return the order of day and month in the texts of a column.

    A number above 12 proves it. Without one, dots mean the day first, and of two readings of slashes the one whose
    days lie closer together and off weekends is taken.
    """
    pairs: list[tuple[int, int, str, str]] = []
    iso = False
    for text in texts:
        iso = iso or bool(_ISO.search(text))
        for a, sep, b, year, a2, sep2, b2 in _NUMERIC.findall(text):
            pairs.append((int(a or a2), int(b or b2), sep or sep2, year))
    if not pairs:
        return Order(YEAR_FIRST if iso else DAY_FIRST, sure=iso or False)
    day_first = sum(1 for a, b, _sep, _year in pairs if a > _MOST_MONTHS >= b)
    month_first = sum(1 for a, b, _sep, _year in pairs if b > _MOST_MONTHS >= a)
    if day_first or month_first:
        order = DAY_FIRST if day_first > month_first else MONTH_FIRST
        return Order(order, sure=True, mixed=bool(day_first and month_first))
    if all(sep == "." for _a, _b, sep, _year in pairs):
        return Order(DAY_FIRST, sure=True)
    spans = {order: _strain(pairs, order) for order in (MONTH_FIRST, DAY_FIRST)}
    best = DAY_FIRST if spans[DAY_FIRST] < spans[MONTH_FIRST] else MONTH_FIRST
    return Order(best, sure=False)


def _strain(pairs: list[tuple[int, int, str, str]], order: str) -> tuple[int, int]:
    days: list[date] = []
    for a, b, _sep, year in pairs:
        day, month = (a, b) if order == DAY_FIRST else (b, a)
        written = int(year) if year else 2024
        try:
            days.append(date(written + 2000 if written < 100 else written, month, day))  # noqa: PLR2004
        except ValueError:
            return (10**9, 0)
    weekends = sum(1 for day in days if day.weekday() > 4)  # noqa: PLR2004
    return ((max(days) - min(days)).days, weekends)
