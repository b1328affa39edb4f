"""Several parts at once: what they have in common, and one edit for all of them."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Change, GiveTo, JoinPeople, Place, Together
from launchplanner.plan.plan import BATON, PERSON, PHASE, ROLE, TASK, TEAM
from launchplanner.plan.work import Task
from launchplanner.ui.inspector import choices, entries, names, task_words
from launchplanner.ui.inspector.fields import ChoiceField, NumberField, when
from launchplanner.ui.inspector.findings import fitting_button
from launchplanner.ui.inspector.owner_field import OwnerField
from launchplanner.ui.inspector.page import Page
from launchplanner.ui.inspector.part_list import Entry, PartList
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.buttons import Button
from launchplanner.ui.kit.labels import label
from launchplanner.ui.views import PartKey
from launchplanner.words import _, joined, ngettext, short_day

_FURTHEST: Final = 500
_MIXED: Final = "\0several"
"""A value that no field of a plan has."""


class SeveralPage(Page):
    """The selected parts, and what can be done to all of them in one step."""

    def __init__(self) -> None:
        super().__init__("several")
        self.title.setParent(self)
        self.title.hide()
        self.heading = label("", "title", wrap=True)
        self.heading.setObjectName("several-heading")
        self.says = label("", "small", tone="muted", wrap=True)
        self.says.setObjectName("several-says")
        self.add(self.kicker)
        self.add(self.heading, above=4)
        self.add(self.says, above=4)
        self._make_form()
        self.move_form = self.add_form()
        self.days = NumberField(_("Working days to move by"), name="several-days", low=-_FURTHEST, high=_FURTHEST)
        self.days.setSuffix(" " + _("days"))
        self.days.show_value(0)
        self.move_form.add(_("Move by"), self.days)
        self.move_form.add_below(label(_("Enter moves all of them, an arrow by one day."), "caption", wrap=True))
        when(self.days.committed, self._move)
        self._make_join()
        self.add_section(_("Selected"))
        self.list = PartList("several-parts")
        self.list.select_asked.connect(self.select_asked)
        self.add(self.list, wide=True)

    def fill(self) -> None:
        """Show what the parts have in common."""
        snapshot, tasks = self.snapshot, self._tasks()
        self.kicker.setText(_("Selection"))
        self.heading.setText(_counted(self.parts))
        movable = self._movable()
        self.says.setText(_stretch(snapshot, movable) if movable else "")
        self.says.setVisible(bool(movable))
        only_tasks, only_movable = len(tasks) == len(self.parts), len(movable) == len(self.parts)
        self.form.setVisible(only_tasks)
        self.move_form.setVisible(only_movable)
        self.all_says.setVisible(only_tasks or only_movable)
        came = self._fill_join()
        if only_tasks:
            self._fill_form([snapshot.plan.tasks[key] for key in tasks])
        if self.list.show_entries(self.parts, lambda part: _entry(snapshot, part)) or came:
            self.order_tabs()

    def focus_first(self) -> None:
        """Go to the owner, the field that several are given most often."""
        self.owner.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_form(self) -> None:
        self.all_says = self.add_section(_("All of them"))
        self.form = self.add_form()
        self.owner = OwnerField(_("Owner of all"), name="several-owner", placeholder=_("Several"))
        self.status = ChoiceField(_("State of all"), name="several-status")
        self.phase = ChoiceField(_("Phase of all"), name="several-phase")
        self.form.add(_("Owner"), self.owner)
        self.form.add(_("State"), self.status)
        self.form.add(_("Phase"), self.phase)
        when(self.owner.committed, self._give)
        when(self.status.committed, self._set_state)
        when(self.phase.committed, self._set_phase)

    def _make_join(self) -> None:
        self.join_says = label(_("Are they one person? Then one name stays."), "small", tone="muted", wrap=True)
        self.add(self.join_says, above=12)
        self._kept_by_row: dict[str, str] = {}
        self.join: RowStack[Button] = RowStack(self._join_button, name="several-join", spacing=6)
        self.add(self.join, above=6)

    def _fill_join(self) -> bool:
        people = self._people()
        is_pair = len(people) == len(self.parts) == len(("one", "other"))
        self.join_says.setVisible(is_pair)
        # By name too, so that a button never bears the name that somebody had before.
        known = self.snapshot.plan.people
        self._kept_by_row = {f"{key} {known[key].name}": key for key in people} if is_pair else {}
        return self.join.show_keys(self._kept_by_row)

    def _join_button(self, row: str) -> Button:
        person = self._kept_by_row[row]
        text = _("They are one person, {name}").format(name=self.snapshot.plan.people[person].name)
        return fitting_button(text, f"join-{person}", partial(self._join, person))

    def _join(self, kept: str) -> None:
        other = next(key for key in self._people() if key != kept)
        self.ask(JoinPeople(kept, other))
        self.select((PERSON, kept))

    def _people(self) -> tuple[str, ...]:
        return tuple(key for kind, key in self.parts if kind == PERSON)

    def _fill_form(self, tasks: Sequence[Task]) -> None:
        snapshot = self.snapshot
        owner = _common(task.owner for task in tasks)
        first = snapshot.schedule.first_date(self._tasks()[0])
        faces = names.faces_of(snapshot, owner, first) if owner else ()
        self.owner.face.setVisible(owner is not None)
        self.owner.show_owner(
            snapshot.lookup.directory.shown(owner or ""), faces, lambda: names.people_and_roles(snapshot)
        )
        self.owner.face.setVisible(bool(faces))
        for field, value, known in (
            (self.status, _common(task.status for task in tasks), choices.task_states()),
            (self.phase, _common(task.phase for task in tasks), choices.phases(snapshot)),
        ):
            field.show_choices(known if value is not None else ((_MIXED, _("Several")), *known))
            field.show_value(_MIXED if value is None else value)

    def _tasks(self) -> tuple[str, ...]:
        return tuple(key for kind, key in self.parts if kind == TASK)

    def _movable(self) -> tuple[str, ...]:
        return tuple(key for kind, key in self.parts if kind in {TASK, BATON})

    def _give(self, owner: str) -> None:
        snapshot, tasks = self.snapshot, self._tasks()
        if owner in snapshot.plan.people or owner in snapshot.plan.roles:
            self.ask(GiveTo(tasks, owner))
        else:
            self._change_all(_("Change owner"), {"owner": owner})

    def _set_state(self, status: str) -> None:
        if status == _MIXED:
            return
        tasks = self.snapshot.plan.tasks
        edits = tuple(
            Change(TASK, key, task_words.in_state(status, tasks[key].progress))
            for key in self._tasks()
            if tasks[key].status != status
        )
        self.ask(Together(_("Change state"), edits))

    def _set_phase(self, phase: str) -> None:
        if phase != _MIXED:
            self._change_all(_("Change phase"), {"phase": phase})

    def _change_all(self, name: str, changes: dict[str, object]) -> None:
        self.ask(Together(name, tuple(Change(TASK, key, changes) for key in self._tasks())))

    def _move(self, days: int) -> None:
        first = self.snapshot.schedule.first_day
        self.ask(Place(tuple((key, first(key) + days) for key in self._movable())))


def _common(values: Iterable[str]) -> str | None:
    """Return the one value that all have, or None when they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _counted(parts: Sequence[PartKey]) -> str:
    words: dict[str, Callable[[int], str]] = {
        TASK: partial(ngettext, "{n} task", "{n} tasks"),
        BATON: partial(ngettext, "{n} baton", "{n} batons"),
        PHASE: partial(ngettext, "{n} phase", "{n} phases"),
        PERSON: partial(ngettext, "{n} person", "{n} people"),
        ROLE: partial(ngettext, "{n} role", "{n} roles"),
        TEAM: partial(ngettext, "{n} team", "{n} teams"),
    }
    counts = {kind: sum(other == kind for other, _key in parts) for kind, _key in parts}
    return joined([words[kind](count).format(n=count) for kind, count in counts.items()])


def _stretch(snapshot: Snapshot, keys: Sequence[str]) -> str:
    schedule = snapshot.schedule
    first = min(schedule.first_date(key) for key in keys)
    last = max(schedule.last_date(key) for key in keys)
    work = sum(snapshot.plan.tasks[key].duration for key in keys if key in snapshot.plan.tasks)
    days = ngettext("{n} day of work", "{n} days of work", work).format(n=work)
    return _("{days}, {first} → {last}").format(days=days, first=short_day(first), last=short_day(last))


def _entry(snapshot: Snapshot, part: PartKey) -> Entry:
    kind, key = part
    if kind == TASK:
        return entries.task_entry(snapshot, key)
    if kind == BATON:
        return entries.baton_entry(snapshot, key)
    if kind == PERSON:
        return entries.person_entry(snapshot, key)
    if kind == PHASE:
        return Entry(part, snapshot.plan.phases[key].title)
    return Entry(part, (snapshot.plan.teams if kind == TEAM else snapshot.plan.roles)[key].name)
