"""Dates and lengths as Mermaid's gantt charts write them."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from launchplanner.formats.importers.calendar_words import MONTHS, WEEKDAYS
from launchplanner.plan.values import EARLIEST, LATEST

_TOKEN: Final = re.compile(r"YYYY|YY|MMMM|MMM|MM|M|DDDD|DDD|Do|DD|D|HH|H|hh|h|mm|m|ss|s|SSS|A|a|X|x|\[[^\]]*\]")
_PARTS: Final = {
    "YYYY": r"(?P<year>\d{4})", "YY": r"(?P<short>\d\d)", "MMMM": r"(?P<word>[^\W\d]+)", "MMM": r"(?P<word>[^\W\d]+)",
    "MM": r"(?P<month>\d{1,2})", "M": r"(?P<month>\d{1,2})", "DD": r"(?P<day>\d{1,2})", "D": r"(?P<day>\d{1,2})",
    "Do": r"(?P<day>\d{1,2})(?:st|nd|rd|th)", "HH": r"(?P<hour>\d{1,2})", "H": r"(?P<hour>\d{1,2})",
    "hh": r"(?P<hour>\d{1,2})", "h": r"(?P<hour>\d{1,2})", "mm": r"(?P<minute>\d{1,2})", "m": r"(?P<minute>\d{1,2})",
    "ss": r"\d{1,2}", "s": r"\d{1,2}", "SSS": r"\d{3}", "A": r"(?P<half>[AaPp][Mm])", "a": r"(?P<half>[AaPp][Mm])",
    "X": r"(?P<seconds>\d{1,11})(?:\.\d+)?", "x": r"(?P<thousandths>\d{1,14})",
}  # fmt: skip
_ISO: Final = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?)?"
)
_LENGTH: Final = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(ms|[Mdhmswy])")
_UNITS: Final = {
    "ms": 0.001,
    "s": 1,
    "m": 60,
    "h": 3600,
    "d": 86_400,
    "w": 604_800,
    "M": 30 * 86_400,
    "y": 365 * 86_400,
}
_LONGEST: Final = 20_000 * 86_400
_NOON: Final = 12


@lru_cache(maxsize=64)
def _pattern(layout: str) -> re.Pattern[str] | None:
    parts: list[str] = []
    at = 0
    for token in _TOKEN.finditer(layout):
        parts.append(re.escape(layout[at : token.start()]))
        word = token[0]
        parts.append(re.escape(word[1:-1]) if word.startswith("[") else _PARTS.get(word, r"\d+"))
        at = token.end()
    parts.append(re.escape(layout[at:]))
    try:
        return re.compile("".join(parts))
    except re.error:
        return None


def time_of(text: str, layout: str) -> datetime | None:
    """Return the moment that a text is in a layout such as "YYYY-MM-DD", or in ISO form; None when it is none."""
    pattern = _pattern(layout)
    match = (pattern.fullmatch(text) if pattern is not None else None) or _ISO.fullmatch(text)
    if match is None:
        return None
    part = match.groupdict()
    try:
        if part.get("seconds") or part.get("thousandths"):
            seconds = int(part.get("seconds") or 0) + int(part.get("thousandths") or 0) / 1000
            found = datetime(1970, 1, 1) + timedelta(seconds=seconds)  # noqa: DTZ001 - charts have no zone
        else:
            found = datetime.combine(_day(part), _clock(part))
    except (ValueError, OverflowError, KeyError):
        return None
    return found if EARLIEST < found.date() < LATEST else None


def _day(part: dict[str, str | None]) -> date:
    year = int(part.get("year") or 0) or 2000 + int(part["short"] or 0)
    month = MONTHS[(part["word"] or "").casefold()] if part.get("word") else int(part.get("month") or 1)
    return date(year, month, int(part.get("day") or 1))


def _clock(part: dict[str, str | None]) -> time:
    hour = int(part.get("hour") or 0)
    if part.get("half"):
        hour = hour % _NOON + (_NOON if (part["half"] or "").casefold() == "pm" else 0)
    return time(hour, int(part.get("minute") or 0))


def seconds_of(text: str) -> float | None:
    """Return the seconds of a length such as "3d" or "1.5h"; None when it is none."""
    match = _LENGTH.fullmatch(text)
    return min(float(match[1]) * _UNITS[match[2]], _LONGEST) if match is not None else None


@dataclass(slots=True)
class Excluded:
    """Days that a chart leaves out: weekdays (Monday is 0) and dates, less the dates that it takes in again."""

    weekdays: set[int] = field(default_factory=set[int])
    dates: set[date] = field(default_factory=set[date])
    included: set[date] = field(default_factory=set[date])
    weekend: tuple[int, int] = (5, 6)

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.dates)

    def add(self, words: str, layout: str) -> list[str]:
        """Leave out what a line names, and return the words that name no day."""
        unknown: list[str] = []
        for word in re.split(r"[\s,]+", words.strip()):
            day = time_of(word, layout)
            if word.casefold() == "weekends":
                self.weekdays.update(self.weekend)
            elif word.casefold() in WEEKDAYS:
                self.weekdays.add(WEEKDAYS[word.casefold()])
            elif day is not None:
                self.dates.add(day.date())
            elif word:
                unknown.append(word)
        return unknown

    def holds(self, day: date) -> bool:
        """Say whether a day is left out."""
        return day not in self.included and (day.weekday() in self.weekdays or day in self.dates)

    def next_in(self, moment: datetime) -> datetime:
        """Return the moment, or the first one after it on a day that is not left out."""
        if len(self.weekdays) > 6:  # noqa: PLR2004 - a week without a day has no next one
            return moment
        while self.holds(moment.date()) and moment.date() < LATEST - timedelta(days=2):
            moment = datetime.combine(moment.date() + timedelta(days=1), time())
        return moment

    def after(self, start: datetime, seconds: float) -> datetime:
        """Return the end of work that begins at `start`; days left out make it longer."""
        end = _plus(start, seconds)
        if not self or len(self.weekdays) > 6:  # noqa: PLR2004
            return end
        day = start
        while day < end and end.date() < LATEST - timedelta(days=2):
            if self.holds(day.date()):
                end += timedelta(days=1)
            day += timedelta(days=1)
        return end


def _plus(moment: datetime, seconds: float) -> datetime:
    try:
        found = moment + timedelta(seconds=seconds)
    except OverflowError:
        return moment
    return found if found.date() < LATEST else moment
