"""The calendars of a Microsoft Project XML file: working weekdays, hours, days off, and people's days away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from xml.etree.ElementTree import Element

from launchplanner.formats.importers.numbers import iso_day, whole_number
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.xml_trees import text_of
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.people import Away
from launchplanner.plan.values import EARLIEST, LATEST
from launchplanner.words import _, joined, ngettext

_USUAL_MINUTES: Final = 480
_MOST_MINUTES: Final = 1440
_MOST_DAYS: Final = 4000
_MOST_SAID: Final = 8
_DAILY: Final = frozenset({"", "1"})
_YEARLY: Final = "2"
_WEEKLY: Final = "6"
_WEEK: Final = 7


@dataclass(slots=True)
class Calendar:
    """One calendar as the file has it: what it says of weekdays, and its exceptions by day (True is worked)."""

    base: str = ""
    worked: dict[int, bool] = field(default_factory=dict[int, bool])
    exceptions: dict[date, bool] = field(default_factory=dict[date, bool])
    names: dict[date, str] = field(default_factory=dict[date, str])


def minutes_a_day(root: Element) -> int:
    """Return how many minutes of work make a day."""
    minutes = whole_number(text_of(root, "MinutesPerDay"), 0, _MOST_MINUTES) or _USUAL_MINUTES
    return max(minutes, 1)


def calendars_in(root: Element, days: Sequence[date], notes: Notebook) -> dict[str, Calendar]:
    """Return all calendars by their key, with exceptions spread over the years around `days`."""
    first, last = (min(days).year - 1, max(days).year + 1) if days else (EARLIEST.year, LATEST.year)
    found: dict[str, Calendar] = {}
    for element in root.iterfind("Calendars/Calendar"):
        calendar = Calendar(base=text_of(element, "BaseCalendarUID"))
        place = _("calendar “{name}”").format(name=text_of(element, "Name"))
        for day in element.iterfind("WeekDays/WeekDay"):
            number = whole_number(text_of(day, "DayType"), 0, _WEEK)
            if number:
                calendar.worked[(number - 2) % _WEEK] = text_of(day, "DayWorking") != "0"
            elif number == 0:
                _except(calendar, day, first, last)
        for exception in element.iterfind("Exceptions/Exception"):
            if not _except(calendar, exception, first, last):
                name = text_of(exception, "Name") or "?"
                notes.dropped(_("The repeated exception “{name}”.").format(name=name), place)
        found[text_of(element, "UID")] = calendar
    return found


def _except(calendar: Calendar, element: Element, first: int, last: int) -> bool:
    """Add the days of an exception; False when it repeats in a way that is not read."""
    period = element.find("TimePeriod")
    start, end = iso_day(text_of(period, "FromDate")), iso_day(text_of(period, "ToDate"))
    if start is None:
        return True
    kind = text_of(element, "Type")
    if kind not in _DAILY | {_YEARLY, _WEEKLY}:
        return False
    worked = text_of(element, "DayWorking") == "1"
    for day in _days(element, kind, start, end or start):
        if first <= day.year <= last and len(calendar.exceptions) < _MOST_DAYS:
            calendar.exceptions[day] = worked
            calendar.names[day] = text_of(element, "Name")
    return True


def _days(element: Element, kind: str, start: date, end: date) -> Iterator[date]:
    count = min((end - start).days + 1, _MOST_DAYS * _WEEK)
    if kind == _YEARLY:
        month = (whole_number(text_of(element, "Month"), 0, 11) or 0) + 1
        number = whole_number(text_of(element, "MonthDay"), 1, 31) or 1
        for year in range(start.year, end.year + 1):
            try:
                day = date(year, month, number)
            except ValueError:
                continue
            if start <= day <= end:
                yield day
        return
    bits = whole_number(text_of(element, "DaysOfWeek"), 0, 127) or 0
    every = max(whole_number(text_of(element, "Period"), 1, 1000) or 1, 1)
    for number in range(max(count, 0)):
        day = start + timedelta(days=number)
        week = (number + (start.weekday() + 1) % _WEEK) // _WEEK
        if kind == _WEEKLY and not (bits >> (day.weekday() + 1) % _WEEK & 1 and week % every == 0):
            continue
        if kind != _WEEKLY and number % every:
            continue
        yield day


def work_calendar(root: Element, calendars: dict[str, Calendar], notes: Notebook) -> WorkCalendar:
    """Return the calendar of the project."""
    chosen = calendars.get(text_of(root, "CalendarUID")) or next(iter(calendars.values()), Calendar())
    base = calendars.get(chosen.base, Calendar())
    worked = {**dict.fromkeys(range(5), True), **base.worked, **chosen.worked}
    exceptions = {**base.exceptions, **chosen.exceptions}
    names = {**base.names, **chosen.names}
    weekdays = tuple(sorted(day for day, works in worked.items() if works))
    off = sorted(day for day, works in exceptions.items() if not works and day.weekday() in weekdays)
    if off:
        said = [f"{day.isoformat()} {names.get(day, '')}".strip() for day in off]
        shown = joined(said[:_MOST_SAID]) + (" …" if len(said) > _MOST_SAID else "")
        notes.understood(
            ngettext("{n} day off: {days}.", "{n} days off: {days}.", len(off)).format(n=len(off), days=shown)
        )
    for day, works in sorted(exceptions.items()):
        if works and day.weekday() not in weekdays:
            notes.dropped(_("{day} is a working day by exception.").format(day=day.isoformat()))
    return WorkCalendar(
        weekdays=weekdays or tuple(range(5)), days_off=tuple(off), hours=min(max(minutes_a_day(root) / 60, 0.1), 24)
    )


def away_in(calendar: Calendar | None) -> list[Away]:
    """Return the days on which somebody with a calendar of their own is not there, neighbours joined."""
    found: list[Away] = []
    for day in sorted(day for day, works in calendar.exceptions.items() if not works) if calendar is not None else ():
        if found and found[-1].end + timedelta(days=1) == day:
            found[-1] = Away(start=found[-1].start, end=day, reason=found[-1].reason)
        else:
            found.append(Away(start=day, end=day, reason=calendar.names.get(day, "") if calendar is not None else ""))
    return found
