"""The delegate of the task table: draws each cell, and opens the editor that fits its column."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from launchplanner.plan.plan import TASK
from launchplanner.reports.task_table import Group, TaskRow
from launchplanner.reports.timeline_rows import Row
from launchplanner.ui.kit.shapes import paint_focus_ring
from launchplanner.ui.tasks.columns import CHECK, DUE, START
from launchplanner.ui.tasks.editors import CellEditor, Place
from launchplanner.ui.tasks.model import LINE, AnyIndex, TaskModel
from launchplanner.ui.tasks.paint import paint_baton, paint_baton_sign, paint_box, paint_group, paint_task
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import ROW_HEIGHT

_DAY_WIDTH = 136
"""Pixels in which "thu next week" can be read while it is typed."""
Opener = Callable[[QWidget, Place], CellEditor | None]
"""Makes the editor of a cell as a child of a widget."""


class TaskDelegate(QStyledItemDelegate):
    """Draws and edits cells. What an editor says is taken by the table, not written into the model."""

    def __init__(self, view: QTableView, opener: Opener) -> None:
        super().__init__(view)
        self._view = view
        self._opener = opener

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one row."""
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a cell."""
        line, model = index.data(LINE), index.model()
        if line is None or not isinstance(model, TaskModel):
            return
        tokens = tokens_of(self._view)
        cell = QRectF(option.rect)  # type: ignore[attr-defined]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        is_group = isinstance(line, Group)
        ground = tokens.selection if selected else tokens.ground if is_group else tokens.panel
        painter.save()
        painter.setClipRect(cell)
        painter.fillRect(cell, ground)
        painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), tokens.grid)
        if isinstance(line, Group):
            paint_group(painter, self._whole_line(cell), tokens, line, closed=model.is_closed(line.ref))
        elif index.column() == CHECK:
            if isinstance(line, TaskRow):
                paint_box(painter, cell, tokens, checked=selected)
            elif isinstance(line, Row):
                paint_baton_sign(painter, cell, tokens, line)
        elif isinstance(line, TaskRow):
            paint_task(painter, cell, tokens, line, index.column(), ground=ground)
        elif isinstance(line, Row):
            paint_baton(painter, cell, tokens, line, index.column(), text=model.text(index.row(), index.column()))
        if not is_group and index.column():
            painter.fillRect(QRectF(cell.left(), cell.top(), 1, cell.height()), tokens.grid)
        if self._view.hasFocus() and self._is_current(index, whole=is_group):
            ring = self._whole_line(cell) if is_group else cell
            paint_focus_ring(painter, ring.adjusted(0, 0, 0, -1), tokens, 3)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """Open the editor of a cell."""
        model = index.model()
        ref = model.ref(index.row()) if isinstance(model, TaskModel) else None
        if ref is None or ref.kind != TASK:
            return None  # type: ignore[return-value]
        return self._opener(parent, Place(ref.id, index.column()))  # type: ignore[return-value]

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Leave what is typed: an editor is given its text when it opens."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Write nothing: what is typed becomes an edit of the plan."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Lay the editor over its cell."""
        cell: QRect = option.rect  # type: ignore[attr-defined]
        if index.column() in {START, DUE}:
            cell = cell.adjusted(0, 0, max(_DAY_WIDTH - cell.width(), 0), 0)
        editor.setGeometry(cell)

    def eventFilter(self, object: QObject, event: QEvent) -> bool:  # noqa: A002 - Qt's own signature
        """Leave keys and focus to the editors, which know what they mean."""
        return False

    def _whole_line(self, cell: QRectF) -> QRectF:
        return QRectF(0, cell.top(), self._view.viewport().width(), cell.height())

    def _is_current(self, index: AnyIndex, *, whole: bool) -> bool:
        current = self._view.currentIndex()
        return current.row() == index.row() and (whole or current.column() == index.column())
