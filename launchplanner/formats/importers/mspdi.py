"""Microsoft Project XML (MSPDI): tasks by outline level, links, constraints, people and baselines.

What is a phase and what is a milestone follows from level and length; some programs write the flags as 0 everywhere.
Every field may be missing. The task with UID 0 is the project itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from typing import Final
from xml.etree.ElementTree import Element

from launchplanner.formats.importers.drafts import Draft, Reading, Snapshot, Summary, Wait
from launchplanner.formats.importers.moments import DAY, Moment, When
from launchplanner.formats.importers.mspdi_calendars import calendars_in, minutes_a_day, work_calendar
from launchplanner.formats.importers.mspdi_links import minutes_in, waits_of
from launchplanner.formats.importers.mspdi_people import Staff, staff_in
from launchplanner.formats.importers.mspdi_remarks import columns_in, links_of, remarks_of
from launchplanner.formats.importers.numbers import iso_day, whole_number
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.xml_trees import DEEPEST, root_of, text_of, tree_of
from launchplanner.plan.values import EARLIEST
from launchplanner.plan.work import (
    ACTIVE,
    AS_LATE_AS_POSSIBLE,
    AS_SOON_AS_POSSIBLE,
    DONE,
    DROPPED,
    FINISH_NO_EARLIER,
    FINISH_NO_LATER,
    LONGEST_DURATION,
    MUST_FINISH,
    NO_EARLIER,
    NO_LATER,
    ON_DATE,
    PLANNED,
)
from launchplanner.words import _, ngettext

_RULES: Final = {
    "0": AS_SOON_AS_POSSIBLE, "1": AS_LATE_AS_POSSIBLE, "2": ON_DATE, "3": MUST_FINISH, "4": NO_EARLIER,
    "5": NO_LATER, "6": FINISH_NO_EARLIER, "7": FINISH_NO_LATER,
}  # fmt: skip
_DATELESS: Final = frozenset({AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE})
_PROJECT: Final = "0"
_ALL: Final = 100


def sniff(data: bytes) -> bool:
    """Say whether bytes are a project in Microsoft's XML."""
    tag, rest = root_of(data)
    return tag == "Project" and ("schemas.microsoft.com/project" in rest or b"<Tasks" in data)


def read(data: bytes, file: str, _options: Options, notes: Notebook) -> Reading:
    """Return the tasks of a Microsoft Project XML file.

    Raises:
        Refusal: the XML is damaged, dangerous or too deep.
    """
    root = tree_of(data, file)
    elements = list(root.iterfind("Tasks/Task"))
    days = [day for each in elements if (day := _start(each) or _finish(each)) is not None]
    calendars = calendars_in(root, days, notes)
    found = _File(root, staff_in(root, calendars, notes), notes)
    for outlined in _outlined(elements, notes):
        found.add(outlined)
    found.say_parts_of_days()
    return Reading(
        drafts=found.drafts,
        summaries=found.summaries,
        title=_title(root),
        details=(_("Microsoft Project XML"),),
        calendar=work_calendar(root, calendars, notes),
        roster=found.staff.roster,
        snapshots=found.snapshots(),
    )


def _title(root: Element) -> str:
    title = text_of(root, "Title")
    if title:
        return title
    for task in root.iterfind("Tasks/Task"):
        if text_of(task, "UID") == _PROJECT and text_of(task, "Name"):
            return text_of(task, "Name")
    return text_of(root, "Name").removesuffix(".xml").removesuffix(".mpp")


def _start(element: Element) -> date | None:
    return iso_day(text_of(element, "Start")) or iso_day(text_of(element, "ManualStart"))


def _finish(element: Element) -> date | None:
    return iso_day(text_of(element, "Finish")) or iso_day(text_of(element, "ManualFinish"))


@dataclass(frozen=True, slots=True)
class _Outlined:
    """A task with those above it, outermost first."""

    element: Element
    above: tuple[Element, ...]
    is_summary: bool


def _outlined(elements: list[Element], notes: Notebook) -> Iterator[_Outlined]:
    kept: list[tuple[int, Element]] = []
    for element in elements:
        if text_of(element, "UID") == _PROJECT and _level(element) == 0:
            if text_of(element, "Notes"):
                notes.dropped(_("The remarks on the project as a whole."))
        elif text_of(element, "IsNull") != "1" and text_of(element, "ExternalTask") != "1":
            kept.append((_level(element), element))
        elif text_of(element, "ExternalTask") == "1":
            notes.dropped(
                _("“{title}” is a task of another file.").format(title=text_of(element, "Name")), _place(element)
            )
    above: list[tuple[int, Element]] = []
    for number, (level, element) in enumerate(kept):
        above = [(depth, each) for depth, each in above if depth < level]
        is_summary = number + 1 < len(kept) and kept[number + 1][0] > level
        yield _Outlined(element, tuple(each for _depth, each in above), is_summary)
        if is_summary:
            above.append((level, element))


def _level(element: Element) -> int:
    """Return how deep a task stands; 0 is the project itself."""
    level = whole_number(text_of(element, "OutlineLevel"), 0, DEEPEST)
    if level is not None:
        return level
    if text_of(element, "UID") == _PROJECT:
        return 0
    return min((text_of(element, "OutlineNumber") or text_of(element, "WBS")).count(".") + 1, DEEPEST)


def _place(element: Element) -> str:
    return _("task {id}").format(id=text_of(element, "ID") or text_of(element, "UID") or "?")


def _name(element: Element) -> str:
    return " ".join(text_of(element, "Name").split()) or _("Task {id}").format(id=text_of(element, "ID") or "?")


@dataclass(slots=True)
class _File:
    """Collects drafts and summaries."""

    root: Element
    staff: Staff
    notes: Notebook
    drafts: list[Draft] = field(default_factory=list[Draft])
    summaries: list[Summary] = field(default_factory=list[Summary])
    parts_of_days: int = 0
    baselines: dict[int, dict[str, tuple[date, int]]] = field(default_factory=dict[int, dict[str, tuple[date, int]]])
    minutes: int = 0
    columns: dict[str, str] = field(default_factory=dict[str, str])
    lengths: dict[str, int] = field(default_factory=dict[str, int])

    def __post_init__(self) -> None:
        self.minutes = minutes_a_day(self.root)
        self.columns = columns_in(self.root)
        for element in self.root.iterfind("Tasks/Task"):
            self.lengths[text_of(element, "UID")] = self._length(element) or 0

    def add(self, outlined: _Outlined) -> None:
        """Add a task, or the summary that it is."""
        element = outlined.element
        key = text_of(element, "UID")
        waits = waits_of(element, _name(element), _place(element), self.lengths, self.minutes, self.notes)
        if outlined.is_summary:
            self._add_summary(element, waits)
            return
        draft = Draft(
            title=_name(element),
            place=_place(element),
            row=len(self.drafts) + 1,
            key=key,
            path=tuple(_name(each) for each in outlined.above),
            above=tuple(text_of(each, "UID") for each in outlined.above),
            owner=self.staff.owner(key),
            waits=waits,
            notes=list(remarks_of(element, self.columns, self.staff.materials.get(key, ()))),
            links=links_of(element),
        )
        self._give_days(draft, element)
        self._give_progress(draft, element)
        self._give_rule(draft, element)
        self._take_baselines(key, element)
        self.drafts.append(draft)

    def _add_summary(self, element: Element, waits: list[Wait]) -> None:
        key = text_of(element, "UID")
        remarks = [*remarks_of(element, self.columns, self.staff.materials.get(key, ())), *links_of(element)]
        self.summaries.append(
            Summary(
                title=_name(element),
                key=key,
                row=0,
                table=0,
                owner=self.staff.owner(key),
                purpose="\n".join(remarks),
                place=_place(element),
                waits=waits,
            )
        )

    def _length(self, element: Element) -> int | None:
        minutes = minutes_in(text_of(element, "Duration") or text_of(element, "ManualDuration"))
        return min(ceil(round(minutes / self.minutes, 4)), LONGEST_DURATION) if minutes is not None else None

    def _give_days(self, draft: Draft, element: Element) -> None:
        start, finish, length = _start(element), _finish(element), self._length(element)
        draft.milestone = length == 0 or (length is None and text_of(element, "Milestone") == "1")
        if draft.milestone:
            draft.days = 0
            day = start or finish
            draft.start = When(Moment(DAY, day), text=day.isoformat()) if day is not None else None
            return
        if text_of(element, "Milestone") == "1":
            draft.notes.append(_("Marked as a milestone"))
        draft.days = length
        if start is not None:
            draft.start = When(Moment(DAY, start), text=start.isoformat())
        if finish is not None:
            last = self._last_day(element, start, finish)
            draft.finish = When(Moment(DAY, last), text=last.isoformat())
        if draft.start is not None and draft.finish is not None and not self._is_of_whole_days(element):
            self.parts_of_days += 1
        for word, name in (("StartText", _("Start")), ("FinishText", _("Finish")), ("DurationText", _("Duration"))):
            text = text_of(element, word)
            if text and iso_day(text) is None and text_of(element, "Manual") == "1":
                draft.notes.append(f"{name}: {text}")

    def _last_day(self, element: Element, start: date | None, finish: date) -> date:
        """Return the last day of work: a task that ends as the day opens was worked on until the evening before."""
        clock = text_of(element, "Finish")[11:16]
        opens = text_of(self.root, "DefaultStartTime")[:5] or "08:00"
        if clock and clock <= opens and start is not None and finish > start and finish > EARLIEST:
            return finish - timedelta(days=1)
        return finish

    def _is_of_whole_days(self, element: Element) -> bool:
        minutes = minutes_in(text_of(element, "Duration"))
        return minutes is None or minutes % self.minutes == 0

    def say_parts_of_days(self) -> None:
        """Say how many tasks take part of a day."""
        if self.parts_of_days:
            self.notes.changed(
                ngettext(
                    "{n} task lasts a part of a day in the file; it takes every day that it touches.",
                    "{n} tasks last parts of a day in the file; they take every day that they touch.",
                    self.parts_of_days,
                ).format(n=self.parts_of_days)
            )

    def _give_progress(self, draft: Draft, element: Element) -> None:
        draft.started = iso_day(text_of(element, "ActualStart"))
        draft.finished = iso_day(text_of(element, "ActualFinish"))
        percent = whole_number(text_of(element, "PercentComplete"), 0, _ALL) or 0
        draft.progress = _ALL if draft.finished is not None else percent
        draft.has_status = True
        begun = bool(draft.progress) or draft.started is not None
        draft.status = DONE if draft.progress == _ALL else ACTIVE if begun else PLANNED
        if text_of(element, "Active") == "0":
            draft.status = DROPPED
            self.notes.changed(
                _("“{title}” is inactive in the file, so it was read as dropped.").format(title=draft.title),
                draft.place,
            )

    def _give_rule(self, draft: Draft, element: Element) -> None:
        rule = _RULES.get(text_of(element, "ConstraintType") or "0", "")
        day = iso_day(text_of(element, "ConstraintDate"))
        if not draft.has_date or text_of(element, "Manual") == "1" or not rule:
            return
        if rule in _DATELESS:
            # In a project that is scheduled from its end the two words have changed sides; the days hold then.
            draft.rule = rule if text_of(self.root, "ScheduleFromStart") != "0" else ""
        elif day is not None:
            draft.rule, draft.rule_day = rule, day

    def _take_baselines(self, key: str, element: Element) -> None:
        for baseline in element.findall("Baseline"):
            number = whole_number(text_of(baseline, "Number"), 0, 10) or 0
            start = iso_day(text_of(baseline, "Start"))
            minutes = minutes_in(text_of(baseline, "Duration"))
            if start is not None and minutes is not None:
                days = min(ceil(round(minutes / self.minutes, 4)), LONGEST_DURATION)
                self.baselines.setdefault(number, {})[key] = start, days

    def snapshots(self) -> list[Snapshot]:
        """Return the baselines in the order of their numbers."""
        return [
            Snapshot(_("Baseline {n}").format(n=number) if number else _("Baseline"), spans)
            for number, spans in sorted(self.baselines.items())
        ]
