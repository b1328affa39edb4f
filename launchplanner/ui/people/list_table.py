"""The table of the people view: which keys and clicks it takes, beyond what every table does."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from launchplanner.plan.plan import PERSON
from launchplanner.reports.people import WorkRow
from launchplanner.ui.kit.tables import dress_table
from launchplanner.ui.people.rows import ALIASES, HOLDS, NAME, PeopleModel, Row, can_open
from launchplanner.ui.people.table import PeopleDelegate, chevron_box
from launchplanner.words import _

_JOIN: Final = QKeySequence("Ctrl+Shift+M")


class PeopleTable(QTableView):
    """Enter opens a row in the inspector, Right lists the work of a person below, Left takes it away again.

    Insert adds somebody, Ctrl V takes a list of names, Ctrl Shift M makes one person of two.
    """

    opened = Signal()
    work_asked = Signal(str, bool)
    person_asked = Signal()
    paste_asked = Signal()
    join_asked = Signal()

    def __init__(self, model: PeopleModel) -> None:
        super().__init__()
        self.setObjectName("people-table")
        dress_table(self, _("People, open roles and teams"))
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(PeopleDelegate(self))
        self.doubleClicked.connect(self.opened.emit)
        model.modelReset.connect(self._span)

    def current_row(self) -> Row | None:
        """Return the row that is marked."""
        return self._model.row(self.currentIndex().row())

    def selected_rows(self) -> list[Row]:
        """Return the selected rows from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for place in places if (row := self._model.row(place)) is not None]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is selected in sight when a pane below takes room."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Take the keys that mean something else in this table than in the rest of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_join = QKeySequence(event.keyCombination()) == _JOIN
            if is_join or event.key() == Qt.Key.Key_Insert or event.matches(QKeySequence.StandardKey.Paste):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, list, add, paste or join by keyboard."""
        key, row = event.key(), self.current_row()
        if QKeySequence(event.keyCombination()) == _JOIN:
            self.join_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif key == Qt.Key.Key_Insert:
            self.person_asked.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left} and row is not None:
            self._ask_work(row, open_=key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """List or take away the work of a person at a click on the sign after the name."""
        place = event.position()
        index = self.indexAt(place.toPoint())
        row = self._model.row(index.row())
        name = QRectF(self.visualRect(index))
        if row is not None and index.column() == NAME and can_open(row) and chevron_box(name).contains(place):
            self.setCurrentIndex(index)
            self.work_asked.emit(row.id, row.id not in self._model.opened)
            return
        super().mousePressEvent(event)

    def _ask_work(self, row: Row, *, open_: bool) -> None:
        if isinstance(row, WorkRow):
            if not open_:
                place = self._model.place_of((PERSON, row.person))
                self.setCurrentIndex(self._model.index(place, 0) if place >= 0 else QModelIndex())
        elif can_open(row) and open_ != (row.id in self._model.opened):
            self.work_asked.emit(row.id, open_)

    def _span(self) -> None:
        """Give the titles of work the room of two columns, where nothing is wrong with its owner."""
        self.clearSpans()
        for place, row in enumerate(self._model.rows()):
            if isinstance(row, WorkRow) and not row.trouble:
                self.setSpan(place, HOLDS, 1, ALIASES - HOLDS + 1)
