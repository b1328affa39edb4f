"""Days as people type them, and how a day lies in the clock; no Qt here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.values import EARLIEST, LATEST
from launchplanner.plan.workdays import Workdays, week_of
from launchplanner.words import _

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEK: Final = timedelta(days=7)
_LEAST_LETTERS: Final = 3
_MINUS: Final = str.maketrans({"−": "-", "–": "-", ",": " "})


@dataclass(frozen=True, slots=True)
class Scale:
    """What a day is measured on: working days from launch day, the first day of the clock, and today."""

    days: Workdays
    first: date
    today: date

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Scale":
        """Return the scale of a plan on a day."""
        days = snapshot.lookup.days
        return cls(days, days.date_of(snapshot.plan.first), snapshot.today)

    def place(self, day: date) -> str:
        """Return where a day lies, such as "W5 Mon · T−31"."""
        week = week_of(self.first, day)
        weekday = _(_WEEKDAYS[day.weekday()].title())
        before = self.days.day_of(day)
        count = _("T") if before == 0 else _("T−{n}").format(n=-before) if before < 0 else _("T+{n}").format(n=before)
        return _("W{week} {weekday} · {count}").format(week=week, weekday=weekday, count=count)


def day_typed(text: str, scale: Scale, shown: date | None) -> date | None:
    """Return the day that somebody typed, or None when it cannot be read.

    Understood are "26 Feb", "Fri 26 Feb 2027", "2027-02-26", "26.2.2027", "today", "thu", "thu next week", "W6 Fri",
    "T-14", and "+2" or "-3" for working days from the day that is shown. A day without a year is taken from the year
    that brings it nearest to the day shown.
    """
    words = " ".join(text.translate(_MINUS).casefold().split())
    near = shown or scale.today
    for reader in _READERS:
        found = reader(words, scale, near)
        if found is not None:
            return found if EARLIEST <= found <= LATEST else None
    return None


def _named(words: str, scale: Scale, _near: date) -> date | None:
    steps = {"today": 0, "tomorrow": 1, "yesterday": -1, _("today"): 0, _("tomorrow"): 1, _("yesterday"): -1}
    if words in steps:
        return scale.today + timedelta(days=steps[words])
    return scale.days.date_of(0) if words in {"t", "launch", "launch day"} else None


def _counted(words: str, scale: Scale, near: date) -> date | None:
    found = re.fullmatch(r"(t ?)?([+-]) ?(\d{1,5})(?: ?d(?:ays?)?)?", words)
    if found is None:
        return None
    steps = int(found[3]) if found[2] == "+" else -int(found[3])
    return scale.days.date_of(steps if found[1] else scale.days.day_of(near) + steps)


def _of_week(words: str, scale: Scale, _near: date) -> date | None:
    found = re.fullmatch(r"w(?:eek )?(-?\d{1,4})(?: (\w+))?", words)
    if found is None:
        return None
    weekday = 0 if found[2] is None else _which(found[2], _WEEKDAYS)
    monday = scale.first - timedelta(days=scale.first.weekday())
    return None if weekday is None else monday + (int(found[1]) - 1) * _WEEK + timedelta(days=weekday)


def _of_weekday(words: str, scale: Scale, _near: date) -> date | None:
    found = re.fullmatch(r"(next )?([^\W\d]+)( next week)?", words)
    weekday = _which(found[2], _WEEKDAYS) if found is not None else None
    if found is None or weekday is None:
        return None
    monday = scale.today - timedelta(days=scale.today.weekday())
    day = monday + timedelta(days=weekday)
    return day + _WEEK if found[1] or found[3] or day < scale.today else day


def _iso(words: str, _scale: Scale, _near: date) -> date | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words)
    return None if found is None else _day(int(found[1]), int(found[2]), int(found[3]))


def _dotted(words: str, _scale: Scale, near: date) -> date | None:
    found = re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4})?", words)
    if found is None:
        return None
    return _in_year(found[3], int(found[2]), int(found[1]), near)


def _written(words: str, _scale: Scale, near: date) -> date | None:
    parts = words.replace(".", " ").split()
    if parts and _which(parts[0], _WEEKDAYS) is not None:
        parts = parts[1:]
    year = parts.pop() if parts and re.fullmatch(r"\d{4}", parts[-1]) else None
    numbers = [int(part.removesuffix("th")) for part in parts if re.fullmatch(r"\d{1,2}(th)?", part)]
    months = [month for part in parts if (month := _which(part, _MONTHS)) is not None]
    if len(parts) != len(("day", "month")) or len(numbers) != 1 or len(months) != 1:
        return None
    return _in_year(year, months[0] + 1, numbers[0], near)


def _in_year(year: str | None, month: int, day: int, near: date) -> date | None:
    years = [int(year)] if year else [near.year - 1, near.year, near.year + 1]
    found = [made for one in years if (made := _day(one, month, day)) is not None]
    return min(found, key=lambda made: abs((made - near).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _which(word: str, names: tuple[str, ...]) -> int | None:
    if len(word) < _LEAST_LETTERS:
        return None
    own = [_(name.title()).casefold() for name in names]
    return next((at for at, name in enumerate(names) if word.startswith((name, own[at]))), None)


_READERS: Final[tuple[Callable[[str, Scale, date], date | None], ...]] = (
    _named,
    _counted,
    _of_week,
    _of_weekday,
    _iso,
    _dotted,
    _written,
)
