"""GanttProject files (.gan): tasks, links, people and baselines as the file states them.

A link hangs on the task that is waited for and names the one that waits. An allocation may be flagged `responsible`:
that is the one owner, however many else are allocated.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from launchplanner.formats.importers.drafts import Draft, Reading, Snapshot, Summary, Wait
from launchplanner.formats.importers.gan_people import roster_in, say_unread_of_people
from launchplanner.formats.importers.moments import DAY, Moment, When
from launchplanner.formats.importers.numbers import iso_day, whole_number
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.rosters import Roster
from launchplanner.formats.importers.xml_trees import root_of, text_of, tree_of
from launchplanner.formats.limits import LONGEST_CELL
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.values import EARLIEST, LATEST
from launchplanner.plan.work import (
    ACTIVE,
    AS_SOON_AS_POSSIBLE,
    DONE,
    FINISH_TO_FINISH,
    FINISH_TO_START,
    LONGEST_DURATION,
    NO_EARLIER,
    PLANNED,
    START_TO_FINISH,
    START_TO_START,
)
from launchplanner.plan.workdays import Workdays, workdays
from launchplanner.words import _, joined, ngettext

_TYPES: Final = {"1": START_TO_START, "2": FINISH_TO_START, "3": FINISH_TO_FINISH, "4": START_TO_FINISH}
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PRIORITIES: Final = {"0": _("low"), "2": _("high"), "3": _("lowest"), "4": _("highest")}
_ALL: Final = 100.0
_MOST_YEARS: Final = 30
_MOST_SAID: Final = 8


def sniff(data: bytes) -> bool:
    """Say whether bytes are a GanttProject file."""
    tag, rest = root_of(data)
    return tag == "project" and "mrproject" not in rest and (b"<task" in data or b"gantt" in data)


def read(data: bytes, file: str, _options: Options, notes: Notebook) -> Reading:
    """Return the tasks of a GanttProject file.

    Raises:
        Refusal: the XML is damaged, dangerous or too deep.
    """
    root = tree_of(data, file)
    elements = list(_elements(root.find("tasks")))
    days = [day for each in elements if (day := iso_day(each.element.get("start"))) is not None]
    calendar = _calendar(root.find("calendars"), days, notes)
    roster, functions = roster_in(root, notes)
    found = _File(root, roster, notes)
    for each in elements:
        found.add(each)
    found.link([each.element for each in elements])
    if days:
        _give_ends(found.drafts, workdays(calendar, min(days)))
    say_unread_of_people(root, functions, notes)
    return Reading(
        drafts=found.drafts,
        summaries=found.summaries,
        facts=[],
        title=(root.get("name") or "").strip(),
        text=text_of(root, "description"),
        details=(_("GanttProject {version}").format(version=root.get("version") or "").strip(),),
        calendar=calendar,
        roster=roster,
        snapshots=_snapshots(root.find("previous")),
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A task with those above it, outermost first."""

    element: Element
    above: tuple[Element, ...]

    @property
    def is_summary(self) -> bool:
        return self.element.find("task") is not None


def _elements(tasks: Element | None) -> Iterator[_Placed]:
    """Yield all tasks in the order of the file; the depth of the tree is bounded already."""
    stack: list[_Placed] = [_Placed(each, ()) for each in reversed(tasks.findall("task"))] if tasks is not None else []
    while stack:
        placed = stack.pop()
        yield placed
        above = (*placed.above, placed.element)
        stack.extend(_Placed(each, above) for each in reversed(placed.element.findall("task")))


def _name(element: Element) -> str:
    return " ".join((element.get("name") or "").split())[:LONGEST_CELL] or _("Task {id}").format(
        id=element.get("id") or "?"
    )


@dataclass(slots=True)
class _File:
    """Collects drafts and summaries."""

    root: Element
    roster: Roster
    notes: Notebook
    drafts: list[Draft] = field(default_factory=list[Draft])
    summaries: list[Summary] = field(default_factory=list[Summary])
    allocations: dict[str, list[Element]] = field(default_factory=dict[str, list[Element]])
    columns: dict[str, Element] = field(default_factory=dict[str, Element])

    def __post_init__(self) -> None:
        for each in self.root.iterfind("allocations/allocation"):
            self.allocations.setdefault(each.get("task-id") or "", []).append(each)
        for each in self.root.iterfind("tasks/taskproperties/taskproperty"):
            self.columns[each.get("id") or ""] = each
        worked_out = [
            each.get("name") or "" for each in self.columns.values() if each.find("simple-select") is not None
        ]
        if worked_out:
            self.notes.dropped(
                _("Columns that GanttProject works out itself: {names}.").format(names=joined(worked_out))
            )

    def add(self, placed: _Placed) -> None:
        """Add a task, or the summary that it is."""
        if placed.is_summary:
            self._add_summary(placed.element)
            return
        element = placed.element
        draft = Draft(
            title=_name(element),
            place=_("task {id}").format(id=element.get("id") or "?"),
            row=len(self.drafts) + 1,
            key=element.get("id") or "",
            path=tuple(_name(each) for each in placed.above),
            above=tuple(each.get("id") or "" for each in placed.above),
        )
        self._give_days(draft, element)
        self._give_progress(draft, element)
        draft.owner, draft.contributors = self._people(draft.key)
        draft.notes.extend(self._remarks(element))
        draft.links.extend(_links(element))
        self.drafts.append(draft)

    def _add_summary(self, element: Element) -> None:
        owner, others = self._people(element.get("id") or "")
        remarks = [*self._remarks(element), *_links(element)]
        if others:
            remarks.append(_("Also allocated: {names}").format(names=joined([self._shown(each) for each in others])))
        self.summaries.append(
            Summary(
                title=_name(element),
                key=element.get("id") or "",
                row=0,
                table=0,
                owner=owner,
                purpose="\n".join(remarks),
                place=_("task {id}").format(id=element.get("id") or "?"),
            )
        )

    def _shown(self, owner: str) -> str:
        return self.roster.people[owner].name if owner in self.roster.people else owner

    def _give_days(self, draft: Draft, element: Element) -> None:
        start = iso_day(element.get("start"))
        if start is not None:
            draft.start = When(Moment(DAY, start), text=start.isoformat())
        else:
            self.notes.changed(
                _("“{title}” has no start date that can be read, so it follows its links.").format(title=draft.title),
                draft.place,
            )
        draft.milestone = element.get("meeting") == "true"
        length = whole_number(element.get("duration"), 0, LONGEST_DURATION)
        draft.days = 0 if draft.milestone else max(1, length if length is not None else 1)
        earliest = iso_day(element.get("thirdDate"))
        if earliest is not None and element.get("thirdDate-constraint") == "1":
            draft.rule, draft.rule_day = NO_EARLIER, earliest
        else:
            draft.rule = AS_SOON_AS_POSSIBLE

    def _give_progress(self, draft: Draft, element: Element) -> None:
        draft.progress = whole_number(element.get("complete"), 0, 100) or 0
        draft.has_status = True
        draft.status = DONE if draft.progress == _ALL else ACTIVE if draft.progress else PLANNED

    def _people(self, key: str) -> tuple[str, list[str]]:
        """Return the owner and the contributors: the one who is flagged responsible, and all others."""
        found = [(each.get("resource-id") or "", _load(each), each) for each in self.allocations.get(key, ())]
        found = [each for each in found if each[0] in self.roster.names]
        flagged = [(who, load) for who, load, each in found if each.get("responsible") == "true"]
        owners = flagged or [(who, load) for who, load, _each in found]
        others = [self.roster.text(who, load) for who, load, _each in found if (who, load) not in owners]
        return self.roster.joined(list(dict.fromkeys(owners))), list(dict.fromkeys(others))

    def _remarks(self, element: Element) -> Iterator[str]:
        if note := text_of(element, "notes"):
            yield "\n".join(filter(None, (line.strip() for line in note[:LONGEST_CELL].splitlines())))
        if priority := _PRIORITIES.get(element.get("priority") or ""):
            yield _("Priority: {priority}").format(priority=priority)
        cost = (element.get("cost-manual-value") or "0").strip()
        if cost.strip("0.") and element.get("cost-calculated") != "true":
            yield _("Cost: {cost}").format(cost=cost)
        for each in element.findall("customproperty"):
            column = self.columns.get(each.get("taskproperty-id") or "")
            value = (each.get("value") or text_of(each)).strip()
            if column is None or not value or column.find("simple-select") is not None:
                continue
            if value != (column.get("defaultvalue") or ""):
                yield f"{column.get('name')}: {value}"

    def link(self, elements: list[Element]) -> None:
        """Add the links, which hang on what is waited for, to those who wait."""
        waiting: dict[str, Draft | Summary] = {each.key: each for each in (*self.drafts, *self.summaries)}
        names = {element.get("id") or "": _name(element) for element in elements}
        unheld: list[str] = []
        for element in elements:
            before = element.get("id") or ""
            for depend in element.findall("depend"):
                after = depend.get("id") or ""
                kind = _TYPES.get(depend.get("type") or "", FINISH_TO_START)
                lag = whole_number(depend.get("difference"), -LONGEST_DURATION, LONGEST_DURATION) or 0
                if after not in waiting:
                    self.notes.dropped(
                        _("A link from “{title}” to a task that is not in the file ({key}).").format(
                            title=names[before], key=after
                        ),
                        _("task {id}").format(id=before or "?"),
                    )
                    continue
                waiting[after].waits.append(Wait(before, kind, lag))
                if depend.get("hardness") == "Rubber":
                    unheld.append(f"{names[before]} → {names[after]}")
        if unheld:
            shown = joined(unheld[:_MOST_SAID]) + (" …" if len(unheld) > _MOST_SAID else "")
            self.notes.changed(
                ngettext(
                    "{n} link of the kind “rubber” is an ordinary one here: {links}.",
                    "{n} links of the kind “rubber” are ordinary ones here: {links}.",
                    len(unheld),
                ).format(n=len(unheld), links=shown)
            )


def _give_ends(drafts: list[Draft], days: Workdays) -> None:
    """Give each task its last day, which the file leaves to the calendar."""
    for draft in drafts:
        if draft.start is not None and draft.start.first.day is not None and draft.days:
            last = days.finish_of(days.day_of(draft.start.first.day), draft.days)
            draft.finish = When(Moment(DAY, last), text=last.isoformat())


def _load(allocation: Element) -> float:
    try:
        load = float(allocation.get("load") or _ALL)
    except ValueError:
        return _ALL
    return load if 0 < load <= 10 * _ALL else _ALL


def _links(element: Element) -> tuple[str, ...]:
    link = unquote((element.get("webLink") or "").strip())
    return (link,) if link and link != "http://" else ()


def _calendar(calendars: Element | None, days: list[date], notes: Notebook) -> WorkCalendar:
    """Return the working days of the file: its week, and its holidays, yearly ones for the years of the plan."""
    week = calendars.find("day-types/default-week") if calendars is not None else None
    only_shown = calendars.find("day-types/only-show-weekends") if calendars is not None else None
    weekdays = tuple(number for number, day in enumerate(_WEEK) if week is None or week.get(day, "0") != "1")
    if only_shown is not None and only_shown.get("value") == "true":
        weekdays = tuple(range(7))
    off: dict[date, str] = {}
    for each in calendars.findall("date") if calendars is not None else ():
        for day in _days_of(each, days):
            if each.get("type") == "WORKING_DAY":
                notes.dropped(_("{day} is a working day by exception.").format(day=day.isoformat()))
            else:
                off[day] = text_of(each)
    if off:
        named = [f"{day.isoformat()} {name}".strip() for day, name in sorted(off.items())]
        shown = joined(named[:_MOST_SAID]) + (" …" if len(named) > _MOST_SAID else "")
        notes.understood(
            ngettext("{n} day off: {days}.", "{n} days off: {days}.", len(off)).format(n=len(off), days=shown)
        )
    return WorkCalendar(weekdays=weekdays or tuple(range(5)), days_off=tuple(sorted(off)))


def _days_of(element: Element, days: list[date]) -> Iterator[date]:
    month, number = whole_number(element.get("month"), 1, 12), whole_number(element.get("date"), 1, 31)
    if month is None or number is None:
        return
    year = whole_number(element.get("year"), EARLIEST.year, LATEST.year)
    if year is None and (element.get("year") or "").strip():
        return
    first, last = (min(days).year - 1, max(days).year + 1) if days else (1, 0)
    for each in [year] if year is not None else range(first, min(last, first + _MOST_YEARS) + 1):
        try:
            day = date(each, month, number)
        except ValueError:
            continue
        if EARLIEST <= day <= LATEST:
            yield day


def _snapshots(previous: Element | None) -> list[Snapshot]:
    found: list[Snapshot] = []
    for each in previous.findall("previous-tasks") if previous is not None else ():
        spans: dict[str, tuple[date, int]] = {}
        for task in each.findall("previous-task"):
            start = iso_day(task.get("start"))
            length = whole_number(task.get("duration"), 0, LONGEST_DURATION) or 0
            if start is not None and task.get("super") != "true":
                spans[task.get("id") or ""] = start, 0 if task.get("meeting") == "true" else max(length, 1)
        if spans:
            found.append(Snapshot(each.get("name") or _("Baseline"), spans))
    return found
