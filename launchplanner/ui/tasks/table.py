"""The table itself: keys and mouse as in a spreadsheet, editors over cells, and rows on the clipboard."""

from collections.abc import Callable, Sequence
from typing import Final, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from launchplanner.plan.plan import TASK
from launchplanner.reports.task_table import Ref
from launchplanner.ui.inspector.fields import when
from launchplanner.ui.kit.tables import dress_table
from launchplanner.ui.tasks.columns import CHECK, ID
from launchplanner.ui.tasks.delegate import Opener, TaskDelegate
from launchplanner.ui.tasks.editors import CellEditor, Leave, PickCell, Place
from launchplanner.ui.tasks.head import TaskHead
from launchplanner.ui.tasks.model import AnyIndex, TaskModel
from launchplanner.words import _

_Key = Qt.Key
_ENTER: Final = frozenset((_Key.Key_Return.value, _Key.Key_Enter.value))
_TAB: Final = frozenset((_Key.Key_Tab.value, _Key.Key_Backtab.value))
_FOLD_WIDTH: Final = 34
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_STEPS: Final = {Leave.DOWN: (1, 0), Leave.RIGHT: (0, 1), Leave.LEFT: (0, -1)}

Taker = Callable[[CellEditor, Leave], bool]
"""Takes what an editor says; whether it could be taken."""


class TaskGrid(QTableView):
    """Rows of tasks under groups.

    Arrows, Tab and Enter go from cell to cell; Ctrl and Tab leave the table. Signals tell what a person asks for:
    `chosen` that the selection has changed, `fold_asked` a group, `open_asked` kind and id, `done_asked`,
    `copy_asked`, `paste_asked` the text of the clipboard, `let_go`.
    """

    chosen = Signal()
    fold_asked = Signal(object)
    open_asked = Signal(str, str)
    done_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal(str)
    let_go = Signal()

    def __init__(self, model: TaskModel, opener: Opener, taker: Taker) -> None:
        super().__init__()
        self.setObjectName("tasks-table")
        self._lines = model
        self._take = taker
        self._editor: CellEditor | None = None
        self._opener = opener
        self._is_showing = False
        self._is_going = False
        self.setModel(model)
        self.setAccessibleDescription(_("Enter edits a cell. Ctrl and Tab leave the table."))
        self.head = TaskHead(self)
        self.setHorizontalHeader(self.head)
        dress_table(self, _("Tasks"))
        self.setItemDelegate(TaskDelegate(self, self._opened))
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed)
        self.doubleClicked.connect(self.begin_edit)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    @property
    def editor(self) -> CellEditor | None:
        """The field that is open over a cell."""
        return self._editor

    @property
    def current_ref(self) -> Ref | None:
        """What the keyboard is at."""
        return self._lines.ref(self.currentIndex().row())

    def chosen_refs(self) -> list[Ref]:
        """Return what is selected, from above."""
        return [ref for ref in (self._lines.ref(row) for row in self.chosen_rows()) if ref is not None]

    def chosen_rows(self) -> list[int]:
        """Return the selected rows, from above."""
        # Asking for selected rows has Qt look at every cell of each, which takes seconds for 10,000 of them.
        parts = cast("list[QItemSelectionRange]", self.selectionModel().selection())
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def selected_tasks(self) -> int:
        """Return how many tasks are selected."""
        return sum(1 for ref in self.chosen_refs() if ref.kind == TASK)

    def choose(self, refs: Sequence[Ref], current: Ref | None, column: int, *, reveal: bool) -> None:
        """Select lines without telling about it, and put the keyboard at one of them."""
        places = {ref: row for row, ref in enumerate(self._lines.lines)} if refs or current is not None else {}
        flags = QItemSelectionModel.SelectionFlag
        selection = self.selectionModel()
        self._is_showing = True
        try:
            if current is not None and current in places:
                at = self._lines.index(places[current], column)
                self._put(at)
                if reveal:
                    self.scrollTo(at)
            selection.clearSelection()
            selection.select(self._ranges(sorted(places[ref] for ref in refs if ref in places)), flags.Select)
        finally:
            self._is_showing = False

    def _ranges(self, rows: Sequence[int]) -> QItemSelection:
        """Return whole rows as a selection of as few ranges as can be."""
        found, last = QItemSelection(), self._lines.columnCount() - 1
        start = 0
        for place, row in enumerate(rows):
            if place + 1 == len(rows) or rows[place + 1] != row + 1:
                found.select(self._lines.index(rows[start], 0), self._lines.index(row, last))
                start = place + 1
        return found

    def go(self, row: int, column: int) -> None:
        """Put the keyboard at a cell and select its row alone."""
        index = self._lines.index(min(max(row, 0), self._lines.rowCount() - 1), column)
        if index.isValid():
            self._put(index)

    def _put(self, index: QModelIndex) -> None:
        # By the view and not by its selection model: Shift then extends from here.
        self._is_going = True
        try:
            self.setCurrentIndex(index)
        finally:
            self._is_going = False

    def visible_columns(self) -> list[int]:
        """Return the columns that are shown, from the left."""
        return [column for column in range(self._lines.columnCount()) if not self.isColumnHidden(column)]

    def close_editor(self) -> None:
        """Take the field off its cell."""
        editor, self._editor = self._editor, None
        if editor is not None:
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def begin_edit(self) -> None:
        """Open the field of the current cell, or the part itself where the cell cannot be typed."""
        index = self.currentIndex()
        if self._lines.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            if isinstance(self._editor, PickCell):
                self._editor.open_list()
        else:
            self._open_at(index)

    def reset(self) -> None:
        """Let go of the field before all rows change."""
        self._editor = None
        super().reset()

    def event(self, event: QEvent) -> bool:
        """Keep F2 for the cell: the window has it for the inspector."""
        is_f2 = isinstance(event, QKeyEvent) and event.key() == _Key.Key_F2.value and not event.modifiers()
        if is_f2 and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, edit, fold, copy, paste."""
        ref = self.current_ref
        ctrl = bool(event.modifiers() & _CTRL)
        if event.key() in _TAB and ctrl:
            QWidget.focusNextPrevChild(self, event.key() == _Key.Key_Tab.value)
        elif event.key() in _TAB:
            self._tab(event)
        elif event.key() in _ENTER or event.key() == _Key.Key_F2.value:
            self.begin_edit()
        elif event.key() == _Key.Key_Space.value and not ctrl:
            self._space(ref)
        elif event.key() == _Key.Key_Escape.value:
            self.let_go.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit(QGuiApplication.clipboard().text())
        elif ref is not None and self._lines.is_group(ref) and self._fold_by(event.key(), ref):
            return
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the cells; words are looked for in the field above."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold by the sign of a group."""
        index = self.indexAt(event.position().toPoint())
        ref = self._lines.ref(index.row()) if index.isValid() else None
        is_sign = event.position().x() < _FOLD_WIDTH
        if ref is not None and self._lines.is_group(ref) and is_sign:
            self.fold_asked.emit(ref)
            return
        super().mousePressEvent(event)

    def selectionCommand(self, index: AnyIndex, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Let the box of a row add it or take it out; going to a cell selects its row, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        if self._is_going:
            return flags.ClearAndSelect | flags.Rows
        if index.isValid() and index.column() == CHECK and isinstance(event, QMouseEvent):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.type() == QEvent.Type.MouseButtonPress and not shift:
                return flags.Toggle | flags.Rows
            if event.type() == QEvent.Type.MouseButtonRelease and not shift:
                return flags.NoUpdate
        return super().selectionCommand(index, event)

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 - Qt's own
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Leave out the column of boxes, which the keyboard does not need."""
        found = super().moveCursor(cursorAction, modifiers)
        return found.siblingAtColumn(ID) if found.isValid() and found.column() == CHECK else found

    def put_on_clipboard(self, text: str, html: str) -> None:
        """Put rows on the clipboard, in both forms."""
        data = QMimeData()
        data.setText(text)
        data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)

    def _opened(self, parent: QWidget, place: Place) -> CellEditor | None:
        made = self._opener(parent, place)
        if made is not None:
            self._editor = made
            when(made.done, lambda leave: self._leave(made, leave))
        return made

    def _leave(self, editor: CellEditor, leave: Leave) -> None:
        if editor is not self._editor:
            return
        if leave is not Leave.GIVE_UP and not self._take(editor, leave):
            return
        if self._editor is editor:
            self.close_editor()

    def step(self, leave: Leave) -> None:
        """Go to the next cell, as the key that left an editor asks."""
        down, right = _STEPS.get(leave, (0, 0))
        at = self.currentIndex()
        if down:
            self.go(self._next_task(at.row()), at.column())
        elif right:
            self._beside(right)

    def _next_task(self, row: int) -> int:
        below = range(row + 1, self._lines.rowCount())
        return next((at for at in below if self._lines.lines[at].kind == TASK), row)

    def _tab(self, event: QKeyEvent) -> None:
        if not self._beside(1 if event.key() == _Key.Key_Tab.value else -1):
            event.ignore()

    def _beside(self, step: int) -> bool:
        """Go one cell on, over the end of the row; return whether there is one."""
        columns = [column for column in self.visible_columns() if column != CHECK]
        at = self.currentIndex()
        if not at.isValid() or not columns:
            return False
        ref = self._lines.ref(at.row())
        place = columns.index(at.column()) + step if at.column() in columns else 0
        row = at.row()
        if not 0 <= place < len(columns) or (ref is not None and ref.kind != TASK):
            row, place = row + step, 0 if step > 0 else len(columns) - 1
        if not 0 <= row < self._lines.rowCount():
            return False
        self.go(row, columns[place])
        return True

    def _space(self, ref: Ref | None) -> None:
        if ref is not None and self._lines.is_group(ref):
            self.fold_asked.emit(ref)
        else:
            self.done_asked.emit()

    def _fold_by(self, key: int, ref: Ref) -> bool:
        closed = self._lines.is_closed(ref)
        if key not in {_Key.Key_Left.value, _Key.Key_Right.value}:
            return False
        if closed is (key == _Key.Key_Right.value):
            self.fold_asked.emit(ref)
        return True

    def _open_at(self, index: QModelIndex) -> None:
        ref = self._lines.ref(index.row())
        if ref is None:
            return
        if self._lines.is_group(ref):
            self.fold_asked.emit(ref)
        elif not self._lines.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.open_asked.emit(ref.kind, ref.id)

    def _selection_changed(self) -> None:
        if not self._is_showing:
            self.chosen.emit()
