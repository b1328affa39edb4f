"""Reads a Microsoft Project XML file as a network, beside the dates and slack that the file itself states.

Project counts working minutes, this program whole working days. The reader counts in the largest unit in which every
number of the file is whole, so that the arithmetic is compared and not the rounding: day 0 of the plan is the start of
the project, and its "days" are such units.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import reduce
from math import gcd
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import (
    ANCHORED,
    AS_LATE_AS_POSSIBLE,
    AS_SOON_AS_POSSIBLE,
    FINISH_NO_EARLIER,
    FINISH_NO_LATER,
    MUST_FINISH,
    NO_EARLIER,
    NO_LATER,
    Dependency,
    Start,
    Task,
)

NAMESPACE: Final = "{http://schemas.microsoft.com/project}"
_TYPES: Final = {"0": "FF", "1": "FS", "2": "SF", "3": "SS"}
_RULES: Final = {
    "0": AS_SOON_AS_POSSIBLE, "1": AS_LATE_AS_POSSIBLE, "2": ANCHORED, "3": MUST_FINISH, "4": NO_EARLIER,
    "5": NO_LATER, "6": FINISH_NO_EARLIER, "7": FINISH_NO_LATER,
}  # fmt: skip
_DURATION: Final = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")
_PERCENT: Final = frozenset({"19", "20", "51", "52"})
_HOURS: Final = ((time(8), time(12)), (time(13), time(17)))


@dataclass(frozen=True)
class Stated:
    """What the file says of a task, in units from the start of the project; None where it does not say."""

    start: int | None
    finish: int | None
    total_slack: int | None
    free_slack: int | None
    critical: bool | None
    is_placed: bool
    """Whether the file also says where to put it: a manual task, or one that has begun."""


@dataclass(frozen=True)
class Project:
    """A file as a network, and what it states."""

    name: str
    plan: Plan
    stated: Mapping[str, Stated]
    unit: int
    """Working minutes in a unit."""
    day: int
    """Working minutes in a day."""


class Hours:
    """The working minutes of a project's calendar, counted from its start."""

    def __init__(self, calendar: Element | None, start: datetime) -> None:
        self._week: dict[int, tuple[tuple[time, time], ...]] = dict.fromkeys(range(5), _HOURS)
        self._exceptions: dict[date, tuple[tuple[time, time], ...]] = {}
        if calendar is not None:
            self._read(calendar)
        self._start = start
        self._zero = 0
        self._zero = self.minute_of(start)

    def minute_of(self, moment: datetime) -> int:
        """Return how many working minutes lie between the start of the project and a moment; negative before it."""
        first = self._start.date() - timedelta(days=1)
        sign, one, other = (1, first, moment.date()) if moment.date() >= first else (-1, moment.date(), first)
        whole = sum(self._minutes(one + timedelta(days=number)) for number in range((other - one).days))
        return sign * whole + self._minutes(moment.date(), moment.time()) - self._zero

    def _minutes(self, day: date, until: time | None = None) -> int:
        spans = self._exceptions.get(day, self._week.get(day.weekday(), ()))
        ends = [(_minute(start), _minute(end) or 1440) for start, end in spans]
        limit = 1440 if until is None else _minute(until)
        return sum(max(min(end, limit) - start, 0) for start, end in ends)

    def _read(self, calendar: Element) -> None:
        for entry in calendar.iter(f"{NAMESPACE}WeekDay"):
            times = _times(entry)
            kind = int(_text(entry, "DayType") or 0)
            period = entry.find(f"{NAMESPACE}TimePeriod")
            if kind:
                self._week[(kind - 2) % 7] = times
            elif period is not None:
                self._except(period, times)
        for entry in calendar.iter(f"{NAMESPACE}Exception"):
            period = entry.find(f"{NAMESPACE}TimePeriod")
            if period is not None and _text(entry, "Type") in {"", "1"}:
                self._except(period, _times(entry))

    def _except(self, period: Element, times: tuple[tuple[time, time], ...]) -> None:
        first, last = (datetime.fromisoformat(_text(period, name)).date() for name in ("FromDate", "ToDate"))
        for number in range(min((last - first).days, 3660) + 1):
            self._exceptions[first + timedelta(days=number)] = times


@dataclass
class _Read:
    """A task as it stands in the file, in minutes."""

    key: str
    minutes: int
    start: int
    rule: str
    day: int
    stated: dict[str, int | None]
    critical: bool | None
    is_placed: bool
    links: list[tuple[str, str, int]] = field(default_factory=list[tuple[str, str, int]])


def read_project(path: Path) -> Project | None:
    """Return the project of a file; None for a file of another kind, or one without tasks."""
    root = parse(path).getroot()
    if root is None or root.tag != f"{NAMESPACE}Project":
        return None
    start = _text(root, "StartDate")
    calendars = {_text(one, "UID"): one for one in root.iter(f"{NAMESPACE}Calendar")}
    hours = Hours(calendars.get(_text(root, "CalendarUID")), datetime.fromisoformat(start)) if start else None
    if hours is None:
        return None
    tasks = [_task(one, hours) for one in root.iter(f"{NAMESPACE}Task") if _is_work(one)]
    if not tasks:
        return None
    lengths = {task.key: task.minutes for task in tasks}
    day = int(_text(root, "MinutesPerDay") or 480)
    links = [
        (before, task.key, kind, _lag(lag, lengths.get(before, 0)))
        for task in tasks
        for before, kind, lag in task.links
        if before in lengths
    ]
    unit = _unit(tasks, [lag for *_ends, lag in links], day)
    found = [
        Dependency(predecessor=one, successor=other, type=kind, lag=lag // unit) for one, other, kind, lag in links
    ]
    plan = Plan(
        id=path.stem,
        launch_day=date(2027, 4, 13),
        first=min(0, *(task.start // unit for task in tasks)),  # tasks may begin before the project does
        days=1,
        tasks=Table((task.key, _as_task(task, unit)) for task in tasks),
        dependencies=Table((link.id, link) for link in found),
    )
    return Project(path.name, plan, {task.key: _stated(task, unit) for task in tasks}, unit, day)


def _is_work(task: Element) -> bool:
    """Say whether a task is one to be dated: no summary, no blank row, not the project itself, not switched off."""
    plain = _text(task, "Summary") != "1" and _text(task, "IsNull") != "1" and _text(task, "Active") != "0"
    return plain and _text(task, "UID") != "0" and bool(_text(task, "Start")) and bool(_text(task, "Duration"))


def _task(task: Element, hours: Hours) -> _Read:
    begun = _text(task, "ActualStart")
    is_placed = _text(task, "Manual") == "1" or bool(begun)
    constraint = _text(task, "ConstraintDate")
    start = hours.minute_of(datetime.fromisoformat(begun or _text(task, "Start")))
    names = {"start": "Start", "finish": "Finish"}
    stated = {
        name: hours.minute_of(datetime.fromisoformat(text)) if (text := _text(task, tag)) else None
        for name, tag in names.items()
    }
    for name, tag in (("total", "TotalSlack"), ("free", "FreeSlack")):
        text = _text(task, tag)
        stated[name] = int(text) // 10 if text else None  # stated in tenths of a minute
    critical = _text(task, "Critical")
    read = _Read(
        key=_text(task, "UID"),
        minutes=_minutes_of(_text(task, "Duration")),
        start=start,
        rule=_RULES.get(_text(task, "ConstraintType"), AS_SOON_AS_POSSIBLE),
        day=hours.minute_of(datetime.fromisoformat(constraint)) if constraint else 0,
        stated=stated,
        critical=critical == "1" if critical else None,
        is_placed=is_placed,
    )
    for link in task.iter(f"{NAMESPACE}PredecessorLink"):
        lag = int(_text(link, "LinkLag") or 0)
        is_share = _text(link, "LagFormat") in _PERCENT
        kind = _TYPES.get(_text(link, "Type"), "FS")
        read.links.append((_text(link, "PredecessorUID"), kind, -_SHARE - lag if is_share else lag // 10))
    return read


_SHARE: Final = 10**9


def _lag(lag: int, minutes: int) -> int:
    """Return a lag in minutes; a share of the predecessor's length was marked by a number far below any lag."""
    return (-lag - _SHARE) * minutes // 100 if lag <= -_SHARE // 2 else lag


def _unit(tasks: list[_Read], lags: list[int], day: int) -> int:
    numbers = [day, *lags]
    for task in tasks:
        numbers += [task.minutes, task.start, task.day, *(value for value in task.stated.values() if value is not None)]
    return reduce(gcd, numbers)


def _as_task(task: _Read, unit: int) -> Task:
    rule, day = (ANCHORED, task.start) if task.is_placed else (task.rule, task.day)
    if rule in {MUST_FINISH, FINISH_NO_EARLIER, FINISH_NO_LATER} and task.minutes:
        day -= unit  # the last unit, not the one after it
    return Task(title=task.key, duration=task.minutes // unit, start=Start(rule=rule, days=day // unit))


def _stated(task: _Read, unit: int) -> Stated:
    start, finish, total, free = (
        None if (value := task.stated[name]) is None else value // unit for name in ("start", "finish", "total", "free")
    )
    return Stated(start, finish, total, free, task.critical, task.is_placed)


def _text(element: Element, name: str) -> str:
    return (element.findtext(f"{NAMESPACE}{name}") or "").strip()


def _times(entry: Element) -> tuple[tuple[time, time], ...]:
    if _text(entry, "DayWorking") != "1":
        return ()
    found: list[tuple[time, time]] = []
    for one in entry.iter(f"{NAMESPACE}WorkingTime"):
        start, end = _text(one, "FromTime"), _text(one, "ToTime")
        if start and end:
            found.append((time.fromisoformat(start), time.fromisoformat(end)))
    return tuple(found)


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _minutes_of(text: str) -> int:
    found = _DURATION.fullmatch(text)
    if found is None:
        return 0
    hours, minutes, _seconds = (int(number or 0) for number in found.groups())
    return hours * 60 + minutes
