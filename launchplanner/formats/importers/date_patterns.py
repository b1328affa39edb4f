"""The forms that dates and stretches of time are written in, each a pattern with what it means."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from launchplanner.formats.importers.calendar_words import MONTHS, WEEKDAYS
from launchplanner.formats.importers.moments import (
    CALENDAR_WEEK,
    DAY,
    DAY_FIRST,
    DAY_NUMBER,
    FROM_LAUNCH,
    MONTH_NUMBER,
    WEEK,
    WORKDAYS_FROM_LAUNCH,
    YEARLESS,
    Moment,
    When,
)
from launchplanner.plan.values import EARLIEST, LATEST

_MOST_MONTHS: Final = 12
_CENTURY: Final = 100
_OLDEST_SHORT_YEAR: Final = 70
_HOURS_A_DAY: Final = 24
_LEAP_YEAR: Final = 2024

_MONTH: Final = "(?P<month>" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\b\.?"
_WEEKDAY: Final = (
    "(?:(?P<weekday>" + "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True)) + r")\b\.?,?\s+)?"
)
_ORDINAL: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?"
_YEAR: Final = r"(?P<year>(?:19|20|21)\d\d|'\d\d)"
_SHORT_YEAR: Final = r"(?:-(?P<short>\d\d)(?![\d:-]))?"
_WEEKDAY_AFTER: Final = (
    "(?:\\s*\\((?P<after>" + "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True)) + r")\.?\))?"
)
_TIME: Final = r"(?:[T\s-]\s*\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm|z|utc)?(?:\s*-?[+-]\d{2}:?\d{2})?)?"
_NOT_BEFORE: Final = r"(?<![\w./-])"
_NOT_AFTER: Final = r"(?![\w/]|[.-]\d)"

_ISO: Final = re.compile(
    rf"{_NOT_BEFORE}(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}(?!\d)", re.I
)
_COMPACT: Final = re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
_CJK: Final = re.compile(r"(?:(?P<year>\d{4})\s*[年년]\s*)?(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일号]?")
_NUMERIC: Final = re.compile(
    rf"{_WEEKDAY}{_NOT_BEFORE}(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<year>\d{{4}}|\d\d){_TIME}{_NOT_AFTER}",
    re.I,
)
_NUMERIC_BARE: Final = re.compile(
    rf"{_NOT_BEFORE}(?P<a>\d{{1,2}})(?:\.(?P<b>\d{{1,2}})\.|/(?P<c>\d{{1,2}})){_NOT_AFTER}"
)
_DAY_MONTH: Final = re.compile(
    rf"{_WEEKDAY}{_NOT_BEFORE}(?:the\s+)?{_ORDINAL}(?:\s+(?:of|de|d’)\s+|\s+|-|)\s*{_MONTH}(?:\s*(?:,|de|-)?\s*{_YEAR}(?!\d))?{_SHORT_YEAR}{_WEEKDAY_AFTER}",
    re.I,
)
_MONTH_DAY: Final = re.compile(
    rf"{_WEEKDAY}(?<!\w){_MONTH}\s*-?\s*{_ORDINAL}(?!\d|:\d)(?:\s*[,.-]*\s*{_YEAR}(?!\d))?{_WEEKDAY_AFTER}", re.I
)
_MONTH_YEAR: Final = re.compile(rf"(?<!\w){_MONTH}\s*[,/-]?\s*(?P<year>20\d\d|'\d\d)(?!\d)", re.I)
_QUARTER: Final = re.compile(
    r"(?<!\w)Q(?P<quarter>[1-4])\s*[/’' -]?\s*(?P<year>20\d\d)|(?P<year2>20\d\d)\s*[-/ ]?Q(?P<quarter2>[1-4])(?!\w)",
    re.I,
)
_RANGE_IN_MONTH: Final = re.compile(
    rf"(?<!\w){_MONTH}\s+(?P<from>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|–|—|to|until|bis)\s*(?P<to>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:/])(?:\s*,?\s*{_YEAR}(?!\d))?",
    re.I,
)
_RANGE_BEFORE_MONTH: Final = re.compile(
    rf"{_WEEKDAY}(?<![\w./])(?P<from>\d{{1,2}})(?:st|nd|rd|th|\.)?\s*(?:-|–|—|to|until|bis)\s*(?:(?:{'|'.join(WEEKDAYS)})\b\.?,?\s+)?"
    rf"(?P<to>\d{{1,2}})(?:st|nd|rd|th|\.)?\s*(?:of\s+)?{_MONTH}(?:\s*,?\s*{_YEAR}(?!\d))?",
    re.I,
)

_UNIT: Final = (
    r"(?P<unit>business days?|working days?|work days?|workdays?|bd|wd|days?|d|weeks?|wks?|w|hours?|hrs?|h|months?|mos?"
    r"|minutes?|mins?|min)?"
)
_T_MINUS: Final = re.compile(
    rf"(?<![\w])[TDLX]\s*(?P<sign>[-+−–‑±]|\s?minus\s?|\s?plus\s?|-minus\s?)\s*(?P<n>\d{{1,4}})\s*{_UNIT}(?![\w-])",
    re.I,
)
_BEFORE_LAUNCH: Final = re.compile(
    rf"(?P<n>\d{{1,4}}|one|two|three|four|five|six|a)\s+{_UNIT.removesuffix('?')}\s+"
    r"(?P<side>before|prior to|ahead of|after|post|following)\s+"
    r"(?:the\s+)?(?:launch|release|go[- ]?live|ga)\b(?:\s+(?:day|date))?",
    re.I,
)
_SIGNED_LAUNCH: Final = re.compile(
    rf"(?<!\w)(?:launch|release|go[- ]?live)(?:\s*day)?\s*(?P<sign>[-+−–])\s*(?P<n>\d{{1,4}})\s*{_UNIT}(?!\w)", re.I
)
_WEEKS: Final = re.compile(
    r"(?<!\w)(?:weeks?|wks?|w|woche|semaine|semana|settimana|第)\s*\.?\s*#?(?P<n>\d{1,3})\s*(?:周|週|주)?(?:\s*(?:-|–|—|to|/|&|and)\s*(?:weeks?|wk|w)?\s*(?P<m>\d{1,3}))?(?![\w.])",
    re.I,
)
_CALENDAR_WEEK: Final = re.compile(
    r"(?<!\w)(?:KW|CW|ISO week)\s*(?P<n>\d{1,2})(?:\s*[/ ]\s*(?P<year>20\d\d))?(?!\w)"
    r"|(?P<year2>20\d\d)-W(?P<n2>\d\d)(?!\w)",
    re.I,
)
_DAYS: Final = re.compile(
    r"(?<!\w)(?:days?|tag|jour|día|dia|giorno|dag)\s*#?(?P<n>-?\d{1,4})(?:\s*(?:-|–|—|to)\s*(?:day)?\s*(?P<m>\d{1,4}))?(?![\w.])",
    re.I,
)
_MONTHS_OF_PLAN: Final = re.compile(
    r"(?<!\w)(?:months?|M|mois|monat|mes|mês)\s*#?(?P<n>\d{1,2})(?:\s*(?:-|–|—|to)\s*(?:month|M)?\s*(?P<m>\d{1,2}))?(?![\w.])",
    re.I,
)
_WORDS_FOR_NUMBERS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}

Read = Callable[[re.Match[str], str], When | None]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if EARLIEST <= made <= LATEST else None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.strip("'"))
    if number < _CENTURY and len(text.strip("'")) <= len("27"):
        number += 2000 if number < _OLDEST_SHORT_YEAR else 1900
    return number


def _moment(year: int | None, month: int, day: int, weekday: str | None = None) -> Moment | None:
    named = WEEKDAYS.get(weekday.casefold()) if weekday else None
    if year is None:
        return Moment(YEARLESS, month=month, day_of_month=day, weekday=named) if _day(_LEAP_YEAR, month, day) else None
    made = _day(year, month, day)
    return Moment(DAY, made, weekday=named) if made else None


def _one(moment: Moment | None) -> When | None:
    return When(moment) if moment is not None else None


def _named(match: re.Match[str], _order: str) -> When | None:
    written = match.groupdict()
    year = _year(match["year"] or written.get("short"))
    weekday = match["weekday"] or match["after"]
    return _one(_moment(year, MONTHS[match["month"].casefold()], int(match["day"]), weekday))


def _iso(match: re.Match[str], _order: str) -> When | None:
    return _one(_moment(_year(match["year"]), int(match["month"]), int(match["day"])))


def _numeric(match: re.Match[str], order: str) -> When | None:
    year, a, b = _year(match["year"]), int(match["a"]), int(match["b"])
    day, month = (a, b) if order == DAY_FIRST else (b, a)
    if month > _MOST_MONTHS:
        day, month = month, day
    return _one(_moment(year, month, day, match["weekday"]))


def _numeric_bare(match: re.Match[str], order: str) -> When | None:
    a, dotted = int(match["a"]), match["b"]
    b = int(dotted or match["c"])
    day, month = (a, b) if dotted or order == DAY_FIRST else (b, a)
    if month > _MOST_MONTHS:
        day, month = month, day
    return _one(_moment(None, month, day))


def _range_in_month(match: re.Match[str], _order: str) -> When | None:
    month, year = MONTHS[match["month"].casefold()], _year(match["year"])
    first, last = _moment(year, month, int(match["from"])), _moment(year, month, int(match["to"]))
    if first is None or last is None or int(match["from"]) > int(match["to"]):
        return None
    return When(first, last)


def _last_of_month(year: int, month: int) -> date:
    after = date(year + month // _MOST_MONTHS, month % _MOST_MONTHS + 1, 1)
    return after - timedelta(days=1)


def _month_year(match: re.Match[str], _order: str) -> When | None:
    year, month = _year(match["year"]), MONTHS[match["month"].casefold()]
    return _months(year or 0, month, month)


def _quarter(match: re.Match[str], _order: str) -> When | None:
    last = 3 * int(match["quarter"] or match["quarter2"])
    return _months(int(match["year"] or match["year2"]), last - 2, last)


def _months(year: int, first: int, last: int) -> When:
    whole = "month" if first == last else "quarter"
    return When(Moment(DAY, date(year, first, 1), whole=whole), Moment(DAY, _last_of_month(year, last), whole=whole))


def _days_of(count: int, unit: str | None) -> tuple[int, bool]:
    """Return a count in days, and whether they are working days."""
    name = (unit or "d").casefold()
    if name.startswith("h"):
        return -(-count // _HOURS_A_DAY), False
    if name.startswith("min"):
        return 0, False
    if name.startswith(("w", "wk")) and not name.startswith(("wo", "wd")):
        return 7 * count, False
    if name.startswith("m"):
        return 30 * count, False
    return count, name.startswith(("bus", "wo", "bd", "wd"))


def _from_launch(count: int, unit: str | None, *, before: bool) -> When:
    days, worked = _days_of(count, unit)
    short = bool(unit) and (unit or "").casefold().startswith(("h", "min"))
    if short and not before:
        days = count // _HOURS_A_DAY if (unit or "").casefold().startswith("h") else 0
    if short and before and count < _HOURS_A_DAY:
        days = 0
    kind = WORKDAYS_FROM_LAUNCH if worked else FROM_LAUNCH
    return When(Moment(kind, number=-days if before else days))


def _t_minus(match: re.Match[str], _order: str) -> When | None:
    return _from_launch(int(match["n"]), match["unit"], before=match["sign"].strip().casefold() not in {"+", "plus"})


def _before_launch(match: re.Match[str], _order: str) -> When | None:
    count = _WORDS_FOR_NUMBERS.get(match["n"].casefold()) or int(match["n"])
    return _from_launch(count, match["unit"], before=match["side"].casefold() in {"before", "prior to", "ahead of"})


def _pair(kind: str, match: re.Match[str], whole: str) -> When:
    first = int(match["n"])
    last = int(match["m"]) if match["m"] else first
    return When(Moment(kind, number=first, whole=whole), Moment(kind, number=max(first, last), whole=whole))


def _weeks(match: re.Match[str], _order: str) -> When | None:
    return _pair(WEEK, match, "week")


def _days(match: re.Match[str], _order: str) -> When | None:
    return _pair(DAY_NUMBER, match, "day")


def _months_of_plan(match: re.Match[str], _order: str) -> When | None:
    return _pair(MONTH_NUMBER, match, "month")


def _calendar_week(match: re.Match[str], _order: str) -> When | None:
    number, year = int(match["n"] or match["n2"]), match["year"] or match["year2"]
    if not 1 <= number <= 53:  # noqa: PLR2004
        return None
    if year is None:
        return When(Moment(CALENDAR_WEEK, number=number), Moment(CALENDAR_WEEK, number=number, whole="week"))
    try:
        monday = date.fromisocalendar(int(year), number, 1)
    except ValueError:
        return None
    return When(Moment(DAY, monday, whole="week"), Moment(DAY, monday + timedelta(days=4), whole="week"))


PATTERNS: Final[tuple[tuple[re.Pattern[str], Read], ...]] = (
    (_RANGE_BEFORE_MONTH, _range_in_month),
    (_RANGE_IN_MONTH, _range_in_month),
    (_ISO, _iso),
    (_CJK, _iso),
    (_NUMERIC, _numeric),
    (_DAY_MONTH, _named),
    (_MONTH_DAY, _named),
    (_MONTH_YEAR, _month_year),
    (_QUARTER, _quarter),
    (_NUMERIC_BARE, _numeric_bare),
    (_COMPACT, _iso),
    (_T_MINUS, _t_minus),
    (_SIGNED_LAUNCH, _t_minus),
    (_BEFORE_LAUNCH, _before_launch),
    (_CALENDAR_WEEK, _calendar_week),
    (_WEEKS, _weeks),
    (_DAYS, _days),
    (_MONTHS_OF_PLAN, _months_of_plan),
)
"""Each form with its reader, those that say more first."""
