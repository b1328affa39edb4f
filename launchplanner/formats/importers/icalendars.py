"""iCalendar files (.ics): events and to-dos as tasks.

An event belongs to its organizer, a to-do to whom it was given. Days count: the hours of an event go to its notes.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from math import ceil
from typing import Final

from launchplanner.formats.importers.decoding import decoded
from launchplanner.formats.importers.drafts import Draft, Reading, Wait
from launchplanner.formats.importers.icalendar_lines import (
    Component,
    Moment,
    Property,
    components_of,
    moment_of,
    seconds_of,
)
from launchplanner.formats.importers.icalendar_people import Guests
from launchplanner.formats.importers.moments import DAY, When
from launchplanner.formats.importers.moments import Moment as Mark
from launchplanner.formats.importers.numbers import whole_number
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.text import plain
from launchplanner.formats.limits import MOST_ROWS
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.work import (
    ACTIVE,
    DONE,
    DROPPED,
    FINISH_TO_FINISH,
    FINISH_TO_START,
    LONGEST_DURATION,
    PLANNED,
    START_TO_FINISH,
    START_TO_START,
)
from launchplanner.words import _, joined

_TASKS: Final = frozenset({"VEVENT", "VTODO"})
_STATES: Final = {"COMPLETED": DONE, "IN-PROCESS": ACTIVE, "CANCELLED": DROPPED, "NEEDS-ACTION": PLANNED}
_RELATIONS: Final = {
    "FINISHTOSTART": FINISH_TO_START, "STARTTOSTART": START_TO_START, "FINISHTOFINISH": FINISH_TO_FINISH,
    "STARTTOFINISH": START_TO_FINISH, "DEPENDS-ON": FINISH_TO_START,
}  # fmt: skip
_READ: Final = frozenset({
    "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DUE", "DURATION", "STATUS", "PERCENT-COMPLETE", "COMPLETED", "UID",
    "ATTENDEE", "ORGANIZER", "CATEGORIES", "RELATED-TO", "RRULE", "URL", "ATTACH", "LOCATION", "PRIORITY",
})  # fmt: skip
_OF_NO_WEIGHT: Final = frozenset({
    "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "EXDATE", "RECURRENCE-ID", "REQUEST-STATUS",
})  # fmt: skip
_A_DAY: Final = 86_400
_DAY_OF_WORK: Final = 28_800
_ONE_DAY: Final = timedelta(days=1)
_BEGIN: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:V(?:CALENDAR|EVENT|TODO)\s", re.IGNORECASE)


def sniff(data: bytes) -> bool:
    """Say whether bytes are a calendar."""
    return _BEGIN.match(data) is not None


def read(data: bytes, file: str, _options: Options, notes: Notebook) -> Reading:
    """Return the events and to-dos of a calendar.

    Raises:
        Refusal: it is no text, or its parts lie too deep or out of order.
    """
    text, encoding = decoded(data, file)
    roots = components_of(text, file)
    calendars = [each for each in roots if each.name == "VCALENDAR"]
    found = [part for each in calendars for part in each.parts] + [each for each in roots if each.name in _TASKS]
    tasks = [each for each in found if each.name in _TASKS]
    if len(tasks) > MOST_ROWS:
        raise Refusal(
            file,
            "",
            _("It holds {n} entries, and an import takes {most}. Export a part of the calendar.").format(
                n=len(tasks), most=MOST_ROWS
            ),
        )
    head = calendars[0] if calendars else Component("VCALENDAR", 1)
    reader = _Reader(head.text("X-WR-TIMEZONE") or head.text("TIMEZONE-ID"), Guests(tasks), notes)
    drafts = [reader.draft(each) for each in tasks]
    _put_parents(drafts, tasks)
    _say_unread(found, tasks, notes)
    return Reading(
        drafts=drafts,
        title=head.text("X-WR-CALNAME") or head.text("NAME"),
        text=head.text("X-WR-CALDESC"),
        details=(encoding,),
        roster=reader.guests.roster,
    )


class _Reader:
    def __init__(self, zone: str, guests: Guests, notes: Notebook) -> None:
        self._zone = zone
        self.guests = guests
        self._notes = notes

    def draft(self, component: Component) -> Draft:
        """Return the task that a component is."""
        title = " ".join(component.text("SUMMARY").split())
        draft = Draft(
            title=title or _("Entry without a title"),
            place=_("line {n}").format(n=component.line),
            row=component.line,
            key=component.text("UID"),
        )
        self._give_days(draft, component)
        self._give_state(draft, component)
        draft.owner, draft.contributors, remarks = self.guests.of(component)
        categories = [text for each in component.all("CATEGORIES") for text in each.texts()]
        draft.section = categories[0] if categories else ""
        about = component.text("DESCRIPTION")
        draft.notes.extend((plain(about).text, *remarks, *self._remarks(component, categories[1:])))
        draft.links.extend(plain(about).links)
        draft.links.extend(
            each.value.strip() for name in ("URL", "ATTACH") for each in component.all(name) if "://" in each.value
        )
        draft.waits.extend(_waits(component))
        return draft

    def _give_days(self, draft: Draft, component: Component) -> None:
        start = moment_of(component.first("DTSTART"), self._zone)
        end = moment_of(component.first("DUE"), self._zone)
        if end is None and (closing := moment_of(component.first("DTEND"), self._zone)) is not None:
            end = _inclusive(closing, start)
        length = component.first("DURATION")
        seconds = seconds_of(length.value) if length is not None else None
        if end is None and start is not None and seconds is not None and seconds > 0:
            end = _after(start, seconds)
        for name in ("DTSTART", "DUE", "DTEND"):
            item = component.first(name)
            if item is not None and moment_of(item, self._zone) is None:
                draft.notes.append(f"{name}: {item.value}")
                self._notes.changed(
                    _("“{text}” is no date, so it was kept in the task's notes.").format(text=item.value), draft.place
                )
        draft.start = When(Mark(DAY, start.day), text=start.day.isoformat()) if start is not None else None
        draft.finish = When(Mark(DAY, end.day), text=end.day.isoformat()) if end is not None else None
        clocks = "–".join(dict.fromkeys(each.clock for each in (start, end) if each is not None and each.clock))
        zone = next((each.zone for each in (start, end) if each is not None and each.zone), "")
        if clocks:
            draft.notes.append(_("Time: {clock}").format(clock=f"{clocks} {zone}".strip()))

    @staticmethod
    def _give_state(draft: Draft, component: Component) -> None:
        status = component.text("STATUS").upper()
        done = moment_of(component.first("COMPLETED"), "")
        percent = whole_number(component.text("PERCENT-COMPLETE"), 0, 100)
        if status == "TENTATIVE":
            draft.notes.append(_("Status: tentative"))
        draft.status = _STATES.get(status, PLANNED)
        draft.has_status = status in _STATES
        draft.progress = percent
        if done is not None and status in {"", "COMPLETED"}:
            draft.status, draft.has_status, draft.finished = DONE, True, done.day
        if draft.status == DONE:
            draft.progress = 100
        elif percent and draft.status == PLANNED:
            draft.status = ACTIVE

    def _remarks(self, component: Component, categories: list[str]) -> Iterator[str]:
        if place := component.text("LOCATION"):
            yield _("Where: {place}").format(place=place)
        if categories:
            yield _("Also in: {names}").format(names=joined(categories))
        if priority := whole_number(component.text("PRIORITY"), 0, 9):
            yield _("Priority: {priority}").format(priority=priority)
        if (rule := component.first("RRULE")) is not None:
            yield _("Repeats: {rule}").format(rule=rule.value)
            self._notes.changed(
                _("“{title}” repeats; it is one task here, on its first day.").format(title=component.text("SUMMARY")),
                _("line {n}").format(n=component.line),
            )


def _inclusive(end: Moment, start: Moment | None) -> Moment:
    """Return the last day of an event, whose end is the first moment after it."""
    if (not end.clock or end.clock == "00:00") and start is not None and end.day > start.day:
        return Moment(end.day - _ONE_DAY, "24:00" if end.clock else "", end.zone)
    return end


def _after(start: Moment, seconds: int) -> Moment | None:
    if not start.clock:
        days = min(ceil(seconds / _A_DAY), 2 * LONGEST_DURATION)
        return Moment(start.day + timedelta(days=max(days, 1) - 1))
    minutes = int(start.clock[:2]) * 60 + int(start.clock[3:]) + min(seconds, 2 * LONGEST_DURATION * _A_DAY) // 60
    days, rest = divmod(minutes, 1440)
    return _inclusive(Moment(start.day + timedelta(days=days), f"{rest // 60:02}:{rest % 60:02}", start.zone), start)


def _waits(component: Component) -> Iterator[Wait]:
    for each in component.all("RELATED-TO"):
        kind = _RELATIONS.get(each.parameter("RELTYPE").upper())
        if kind is not None:
            gap = seconds_of(each.parameter("GAP")) or 0
            # A gap in days counts days, one in hours hours of work.
            unit = _A_DAY if gap % _A_DAY == 0 else _DAY_OF_WORK
            days = ceil(gap / unit) if gap > 0 else -(-gap // unit)
            yield Wait(each.text, kind, max(-LONGEST_DURATION, min(days, LONGEST_DURATION)))


def _parent(component: Component) -> Property | None:
    found = (each for each in component.all("RELATED-TO") if each.parameter("RELTYPE").upper() in {"", "PARENT"})
    return next(found, None)


def _put_parents(drafts: list[Draft], tasks: list[Component]) -> None:
    """Put entries below the entry that they name as their parent, which stays a task of its own."""
    by_key = {draft.key: draft for draft in drafts if draft.key}
    for draft, component in zip(drafts, tasks, strict=True):
        item = _parent(component)
        parent = by_key.get(item.text) if item is not None else None
        if parent is not None and parent is not draft:
            draft.path = (parent.title,)
            parent.path = parent.path or (parent.title,)


def _say_unread(found: list[Component], tasks: list[Component], notes: Notebook) -> None:
    others = Counter(each.name for each in found if each.name not in _TASKS | {"VTIMEZONE"})
    others.update(part.name for each in tasks for part in each.parts)
    if others:
        names = joined([f"{name} ({count})" for name, count in sorted(others.items())])
        notes.dropped(_("Parts that are no tasks: {names}.").format(names=names))
    names = sorted({each.name for task in tasks for each in task.properties} - _READ - _OF_NO_WEIGHT)
    unread = [name for name in names if not name.startswith("X-")]
    if unread:
        notes.dropped(_("Fields that are not read: {names}.").format(names=joined(unread)))
    if len(unread) < len(names):
        notes.dropped(_("Fields that only the program knows which wrote the file (X-…)."))
