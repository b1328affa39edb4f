"""The batons view: the answers above, one row a baton below."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.plan import BATON as BATON_KIND
from launchplanner.reports.baton_board import BatonBoard, baton_board
from launchplanner.ui.batons.delegate import HEIGHT, BoardDelegate
from launchplanner.ui.batons.facts import FactBar
from launchplanner.ui.batons.head import BoardHead
from launchplanner.ui.batons.legend import legend
from launchplanner.ui.batons.model import BATON, CLOCK, FIRST, HOLDER, ITEMS, LOST, SIDES, STATE, BoardModel
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.surfaces import EmptyState, rows
from launchplanner.ui.kit.tables import dress_table
from launchplanner.ui.views import PartKey
from launchplanner.words import _

_WIDE: Final = {BATON: 240, SIDES: 108, HOLDER: 150, STATE: 184, ITEMS: 78, FIRST: 108, LOST: 52}
_NARROW: Final = {BATON: 200, SIDES: 100, HOLDER: 140, STATE: 184, ITEMS: 78, FIRST: 104, LOST: 46}
_GOES: Final = (FIRST, LOST, SIDES, ITEMS)
"""What is left out, in this order, until the clock has room."""
_ROOMY: Final = 1280
_LEAST_CLOCK: Final = 250
_OPENS: Final = frozenset((Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value, Qt.Key.Key_F2.value))


class BatonsView(QWidget):
    """All batons along the clock.

    Signals:
        selection_changed: a tuple of (kind, id), when a person selects.
        edit_asked: an edit; the board asks for none itself.
        open_asked: kind and id of the baton that a person wants to open.
        baton_asked: a first baton is to be added.
    """

    selection_changed = Signal(object)
    edit_asked = Signal(object)
    open_asked = Signal(str, str)
    baton_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("batons-view")
        self._waiting: Snapshot | None = None
        self._chosen: tuple[PartKey, ...] = ()
        self._model = BoardModel()
        self.facts = FactBar()
        self.table = BoardTable(self._model)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._tell)
        add = button(
            _("Add the first baton"),
            "filled",
            hint=_("Ctrl Shift B"),
            name="batons-add",
            on_click=self.baton_asked.emit,
        )
        self.empty = EmptyState(
            "baton",
            _("No batons yet"),
            _("A baton is what one lead hands to the next: what is in it, when it passes, and how it is read back."),
            add,
        )
        self.empty.setObjectName("batons-empty")
        self._stack = QStackedWidget()
        self.setFocusProxy(self.table)
        self._lay_out()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the batons of a plan as they now are; out of sight, it waits."""
        self._waiting = snapshot
        if self.isVisible():
            self._show_waiting()

    def select(self, parts: Sequence[PartKey]) -> None:
        """Mark what is selected elsewhere, without telling about it."""
        wanted = tuple(part for part in parts if part[0] == BATON_KIND)
        if wanted != self._chosen:
            self._chosen = wanted
            self.table.choose([key for _kind, key in wanted])

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed out of sight."""
        super().showEvent(event)
        self._show_waiting()

    def _show_waiting(self) -> None:
        snapshot, self._waiting = self._waiting, None
        if snapshot is None:
            return
        board = baton_board(snapshot.context)
        self.facts.show_facts(board.facts)
        self.table.show_board(board)
        self._chosen = tuple(part for part in self._chosen if part[1] in snapshot.plan.batons)
        self.table.choose([key for _kind, key in self._chosen])
        self._stack.setCurrentWidget(self._board if board.rows else self.empty)

    def _tell(self, keys: tuple[str, ...]) -> None:
        chosen = tuple((BATON_KIND, key) for key in keys)
        if chosen != self._chosen:
            self._chosen = chosen
            self.selection_changed.emit(chosen)

    def _open(self, key: str) -> None:
        self.open_asked.emit(BATON_KIND, key)

    def _lay_out(self) -> None:
        self._board = QWidget()
        column = rows(self._board)
        column.addWidget(self.facts)
        column.addWidget(self.table, 1)
        column.addWidget(legend())
        self._stack.addWidget(self._board)
        self._stack.addWidget(self.empty)
        rows(self).addWidget(self._stack)


class BoardTable(QTableView):
    """The rows; Enter and a double click open one, H goes to the next pass, L to the next late one."""

    opened = Signal(str)
    chosen = Signal(object)

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self.setObjectName("batons-table")
        self._batons = model
        self._is_showing = False
        self.setModel(model)
        self._head = BoardHead(self)
        self.setHorizontalHeader(self._head)
        dress_table(self, _("Batons"))
        self.setAccessibleDescription(_("Enter opens a baton, H goes to the next pass, L to the next late one."))
        self._head.setFixedHeight(self._head.sizeHint().height())
        self._head.setStretchLastSection(False)
        self._head.setSectionResizeMode(CLOCK, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.setItemDelegate(BoardDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(self._open_current)
        self.selectionModel().selectionChanged.connect(self._changed)

    def show_board(self, board: BatonBoard) -> None:
        """Show another state; the row at the keyboard stays where it is."""
        row = self._batons.row(self.currentIndex().row())
        if self._batons.show_board(board) and row is not None:
            self._go_to(self._batons.place_of(row.key), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._head.show_board(board)

    def choose(self, keys: Sequence[str]) -> None:
        """Select batons without telling about it."""
        flags = QItemSelectionModel.SelectionFlag
        self._is_showing = True
        try:
            self.selectionModel().clearSelection()
            for key in keys:
                self._go_to(self._batons.place_of(key), flags.Select | flags.Rows)
        finally:
            self._is_showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a baton, or go to the next pass or the next late one."""
        board = self._batons.board
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _OPENS:
            self._open_current()
        elif board is not None and plain and event.key() == Qt.Key.Key_H.value:
            self._walk(board.next)
        elif board is not None and plain and event.key() == Qt.Key.Key_L.value:
            self._walk(board.late)
        elif event.key() == Qt.Key.Key_Escape.value:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to H and L."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is least needed where the clock has too little room."""
        super().resizeEvent(event)
        width = self.viewport().width()
        sizes = _WIDE if width >= _ROOMY else _NARROW
        hidden: set[int] = set()
        for column in _GOES:
            if width - sum(size for one, size in sizes.items() if one not in hidden) >= _LEAST_CLOCK:
                break
            hidden.add(column)
        for column, size in sizes.items():
            self.setColumnHidden(column, column in hidden)
            self._head.resizeSection(column, size)

    def _walk(self, keys: Sequence[str]) -> None:
        if not keys:
            return
        row = self._batons.row(self.currentIndex().row())
        is_chosen = row is not None and self.selectionModel().isRowSelected(self.currentIndex().row())
        at = keys.index(row.key) + 1 if row is not None and row.key in keys and is_chosen else 0
        flags = QItemSelectionModel.SelectionFlag
        self._go_to(self._batons.place_of(keys[at % len(keys)]), flags.ClearAndSelect | flags.Rows)

    def _go_to(self, place: int, flags: QItemSelectionModel.SelectionFlag) -> None:
        if place >= 0:
            index = self._batons.index(place, BATON)
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def _open_current(self) -> None:
        row = self._batons.row(self.currentIndex().row())
        if row is not None:
            self.opened.emit(row.key)

    def _changed(self) -> None:
        if self._is_showing:
            return
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [self._batons.row(place) for place in places]
        self.chosen.emit(tuple(row.key for row in found if row is not None))
