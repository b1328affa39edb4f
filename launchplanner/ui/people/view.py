"""The people view: chips that are filters and checks in one, and the table."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.plan import PERSON, ROLE
from launchplanner.reports.now import now
from launchplanner.reports.people import People, PeopleRow, people
from launchplanner.ui.inspector.flow import flow
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.pills import Chip
from launchplanner.ui.kit.surfaces import EmptyState, columns, rows, surface
from launchplanner.ui.kit.tables import dress_table
from launchplanner.ui.people.head import PeopleHead
from launchplanner.ui.people.table import ALIASES, AWAY, HOLDS, NAME, OWNS, WEEKS, PeopleDelegate, PeopleModel
from launchplanner.ui.theme.tokens import Tone
from launchplanner.ui.views import PartKey
from launchplanner.words import _

_WIDTHS: Final = {NAME: 180, HOLDS: 180, ALIASES: 130, OWNS: 84, AWAY: 120}
_NARROW_HIDES: Final = (ALIASES, AWAY)
_NARROW: Final = 900


class PeopleView(QWidget):
    """Everybody in the launch; open roles first."""

    selection_changed = Signal(object)
    edit_asked = Signal(object)
    open_asked = Signal(str, str)
    person_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people-view")
        self._people: People | None = None
        self._filter = "all"
        self._chips = {key: self._chip(key, text) for key, (text, _keeps) in filters().items()}
        self._chips["all"].setChecked(True)
        self._model = PeopleModel()
        self.table = PeopleTable()
        self.table.setModel(self._model)
        self._head = PeopleHead(self.table)
        self.table.setHorizontalHeader(self._head)
        self.table.setItemDelegate(PeopleDelegate(self.table))
        for column, width in _WIDTHS.items():
            self._head.resizeSection(column, width)
        self._head.setSectionResizeMode(WEEKS, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self.table.opened.connect(self._open)
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
        self._people = people(snapshot.context, now(snapshot.lookup, snapshot.today).leads)
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
        place = next((self._model.place_of(kind, key) for kind, key in parts if kind in {PERSON, ROLE}), -1)
        model = self.table.selectionModel()
        if place < 0:
            model.clear()
            return
        index = self._model.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is least needed where there is little room."""
        self._legend.setVisible(self.width() >= _NARROW)
        for column in _NARROW_HIDES:
            self.table.setColumnHidden(column, self.width() < _NARROW)

    def _show_rows(self) -> None:
        if self._people is None:
            return
        kept = self.table.current_row()
        keeps = filters()[self._filter][1]
        self._model.show_rows(self._people, [row for row in self._people.rows if keeps(row)])
        if kept is not None:
            self.select(((kept.kind, kept.id),))

    def _tell(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        row = self.table.current_row()
        if row is not None and not selected.isEmpty() and self.table.hasFocus():
            self.selection_changed.emit(((row.kind, row.id),))

    def _open(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.open_asked.emit(row.kind, row.id)

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
        self._legend = label(_("Grey: days of work. Red: more than five. Hatched: away."), "caption")
        row.addWidget(self._legend)
        row.addWidget(
            button(_("Person"), icon="plus", size="small", name="people-add", on_click=self.person_asked.emit)
        )
        column = rows(self)
        column.addWidget(bar)
        column.addWidget(self.table, 1)
        column.addWidget(self._nobody, 1)


class PeopleTable(QTableView):
    """The table; Enter and a double click open a row."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people-table")
        dress_table(self, _("People and open roles"))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self.opened.emit)

    def current_row(self) -> PeopleRow | None:
        """Return the row that is marked."""
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, PeopleRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter and F2."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
            return
        super().keyPressEvent(event)


def filters() -> dict[str, tuple[str, Callable[[PeopleRow], bool]]]:
    """Return the chips: what each is called, and which rows it keeps."""
    return {
        "all": (_("All"), lambda _row: True),
        "open": (_("Open roles"), lambda row: row.kind == ROLE),
        "over": (_("Overloaded"), lambda row: row.overloaded),
        "away": (_("Away in a zone"), lambda row: row.away_in_zone),
        "idle": (_("Own nothing yet"), lambda row: row.kind == PERSON and not row.owns),
    }


def _tone(key: str, count: int) -> Tone:
    if not count or key in {"all", "idle"}:
        return "neutral"
    return "warning" if key == "away" else "error"
