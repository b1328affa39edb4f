"""The people view: chips that are filters and checks in one, the table, and ways to bring people in."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import JoinPeople
from launchplanner.plan.plan import PERSON, ROLE, TASK, TEAM
from launchplanner.reports.people import People, PeopleRow, people, work_of
from launchplanner.ui.dialogs.people_list import ask_people
from launchplanner.ui.dialogs.team import ask_team
from launchplanner.ui.inspector.flow import flow
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.labels import label, set_tooltip
from launchplanner.ui.kit.pills import Chip
from launchplanner.ui.kit.questions import Verb, ask
from launchplanner.ui.kit.surfaces import EmptyState, columns, rows, surface
from launchplanner.ui.people.head import PeopleHead
from launchplanner.ui.people.list_table import PeopleTable
from launchplanner.ui.people.rows import ALIASES, AWAY, HOLDS, NAME, OWNS, WEEKS, PeopleModel, Row, part_of
from launchplanner.ui.theme.tokens import Tone
from launchplanner.ui.views import PartKey
from launchplanner.words import _, joined

_WIDTHS: Final = {NAME: 180, HOLDS: 180, ALIASES: 130, OWNS: 84, AWAY: 120}
_NARROW_HIDES: Final = (ALIASES, AWAY)
_NARROW: Final = 900
_WIDE: Final = 1300
_SHOWN: Final = frozenset({PERSON, ROLE, TEAM, TASK})
_TWO: Final = 2


class PeopleView(QWidget):
    """Everybody in the launch: open roles first, then people, then teams."""

    selection_changed = Signal(object)
    edit_asked = Signal(object)
    open_asked = Signal(str, str)
    person_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people-view")
        self._snapshot: Snapshot | None = None
        self._people = People()
        self._filter = "all"
        self._opened: frozenset[str] = frozenset()
        self._is_showing = False
        self._chips = {key: self._chip(key, text) for key, (text, _keeps) in filters().items()}
        self._chips["all"].setChecked(True)
        self._model = PeopleModel()
        self.table = PeopleTable(self._model)
        self._head = PeopleHead(self.table)
        self.table.setHorizontalHeader(self._head)
        for column, width in _WIDTHS.items():
            self._head.resizeSection(column, width)
        self._head.setSectionResizeMode(WEEKS, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self.table.opened.connect(self._open)
        self.table.work_asked.connect(self.list_work)
        self.table.person_asked.connect(self.person_asked)
        self.table.paste_asked.connect(lambda: self._add_list(QGuiApplication.clipboard().text()))
        self.table.join_asked.connect(self._join)
        self.setFocusProxy(self.table)
        self._nobody = EmptyState(
            "people",
            _("Nobody is in this launch yet"),
            _("Every task and every baton needs one person who answers for it."),
            button(_("Add a person…"), "filled", name="people-first", on_click=self.person_asked.emit),
        )
        self._nobody.setProperty("surface", "panel")
        self._nobody.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the people of a plan."""
        self._snapshot = snapshot
        self._people = people(snapshot.context)
        self._head.show_people(self._people)
        self.table.setVisible(bool(self._people.rows))
        self._nobody.setVisible(not self._people.rows)
        for key, (_text, keeps) in filters().items():
            count = sum(1 for row in self._people.rows if keeps(row))
            self._chips[key].set_count(count, _tone(key, count))
            self._chips[key].setVisible(key == "all" or bool(count) or self._filter == key)
        self._show_rows()

    def select(self, parts: Sequence[PartKey]) -> None:
        """Mark what is selected elsewhere, without telling about it."""
        places = [place for part in parts if part[0] in _SHOWN and (place := self._model.place_of(part)) >= 0]
        self._is_showing = True
        model, flags = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        if not places:
            model.clear()
        elif places != sorted(index.row() for index in model.selectedRows()):
            model.setCurrentIndex(self._model.index(places[0], 0), flags.ClearAndSelect | flags.Rows)
            for place in places[1:]:
                model.select(self._model.index(place, 0), flags.Select | flags.Rows)
        self._is_showing = False

    def list_work(self, person: str, open_: bool) -> None:  # noqa: FBT001 - a signal's own
        """List the work of a person's crowded weeks below them, or take it away."""
        self._opened = self._opened | {person} if open_ else self._opened - {person}
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is least needed where there is little room."""
        self._legend.setVisible(self.width() >= _WIDE)
        for column in _NARROW_HIDES:
            self.table.setColumnHidden(column, self.width() < _NARROW)

    def _show_rows(self) -> None:
        if self._snapshot is None:
            return
        kept = [part_of(row) for row in self.table.selected_rows()]
        keeps = filters()[self._filter][1]
        shown: list[Row] = []
        for row in self._people.rows:
            if keeps(row):
                shown.append(row)
                if row.kind == PERSON and row.id in self._opened:
                    shown += work_of(self._snapshot.context, row.id)
        self._model.show_rows(self._people, shown, self._opened)
        self.select(kept)

    def _tell(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        parts = tuple(part_of(row) for row in self.table.selected_rows())
        if parts and not self._is_showing and self.table.hasFocus():
            self.selection_changed.emit(parts)

    def _open(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.open_asked.emit(*part_of(row))

    def _join(self) -> None:
        """Make one person of two that are selected: the one whose name stays is asked for."""
        keys = [row.id for row in self.table.selected_rows() if isinstance(row, PeopleRow) and row.kind == PERSON]
        if self._snapshot is None or len(keys) != _TWO:
            return
        known = self._snapshot.plan.people
        names = [known[key].name for key in keys]
        kept = ask(
            self.window(),
            _("Which name stays?"),
            _("{names} become one person, with the work, roles and other names of both.").format(names=joined(names)),
            [Verb(key, name) for key, name in zip(keys, names, strict=True)],
        )
        if kept:
            self.edit_asked.emit(JoinPeople(kept, next(key for key in keys if key != kept)))
            self.selection_changed.emit(((PERSON, kept),))

    def _ask_list(self) -> None:
        self._add_list("")

    def _add_list(self, text: str) -> None:
        if self._snapshot is not None:
            edit = ask_people(self.window(), self._snapshot, text)
            if edit is not None:
                self.edit_asked.emit(edit)

    def _add_team(self) -> None:
        if self._snapshot is not None:
            edit = ask_team(self.window(), self._snapshot)
            if edit is not None:
                self.edit_asked.emit(edit)
                self.selection_changed.emit(((TEAM, edit.key),))

    def _chip(self, key: str, text: str) -> Chip:
        chip = Chip(text)
        chip.setObjectName(f"people-{key}")
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self._choose(key))
        return chip

    def _choose(self, key: str) -> None:
        self._filter = key if self._filter != key else "all"
        for known, chip in self._chips.items():
            chip.setChecked(known == self._filter)
        self._show_rows()

    def _lay_out(self) -> None:
        bar = surface("bar", name="people-bar")
        row = columns(bar, spacing=8)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(flow(*self._chips.values(), gap=8, name="people-chips"), 1, Qt.AlignmentFlag.AlignVCenter)
        legend = _("Grey: days of work. Red: more than the week has. Hatched: away.")
        self._legend = label(legend, "caption")
        set_tooltip(self._head.viewport(), legend)
        row.addWidget(self._legend)
        for text, icon, name, do in (
            (_("Add from a list…"), "import", "people-list", self._ask_list),
            (_("Team"), "plus", "people-team", self._add_team),
            (_("Person"), "plus", "people-add", self.person_asked.emit),
        ):
            row.addWidget(button(text, icon=icon, size="small", name=name, on_click=do))
        column = rows(self)
        column.addWidget(bar)
        column.addWidget(self.table, 1)
        column.addWidget(self._nobody, 1)


def filters() -> dict[str, tuple[str, Callable[[PeopleRow], bool]]]:
    """Return the chips: what each is called, and which rows it keeps."""
    return {
        "all": (_("All"), lambda _row: True),
        "open": (_("Open roles"), lambda row: row.kind == ROLE),
        "over": (_("Overloaded"), lambda row: row.overloaded),
        "away": (_("Away in a zone"), lambda row: row.away_in_zone),
        "idle": (_("Own nothing yet"), lambda row: row.kind == PERSON and not row.owns),
        "teams": (_("Teams"), lambda row: row.kind == TEAM),
    }


def _tone(key: str, count: int) -> Tone:
    if not count or key in {"all", "idle", "teams"}:
        return "neutral"
    return "warning" if key == "away" else "error"
