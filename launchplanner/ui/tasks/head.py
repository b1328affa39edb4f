"""The head of the task table: titles that sort, and the box that selects all."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from launchplanner.reports.task_table import Arrangement
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.tables import HEADER_HEIGHT
from launchplanner.ui.tasks.columns import CHECK, COLUMNS, NUMBERS, headings
from launchplanner.ui.tasks.paint import PADDING, paint_box, paint_words
from launchplanner.ui.theme.theme import tokens_of


class TaskHead(QHeaderView):
    """Titles; a press on one sorts by it, a second turns the order round, a third goes back to the clock."""

    sort_asked = Signal(str, bool)
    all_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = Arrangement()
        self._share = 0.0
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(34)
        self.setFixedHeight(HEADER_HEIGHT)
        self.sectionClicked.connect(self._click)

    def show_look(self, look: Arrangement) -> None:
        """Show by which column rows are sorted."""
        self._look = look
        self.viewport().update()

    def show_share(self, share: float) -> None:
        """Show how much of the rows is selected, from 0 to 1."""
        self._share = share
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own
        """Draw one title."""
        tokens = tokens_of(self)
        cell = QRectF(rect)
        painter.save()
        painter.fillRect(cell, tokens.panel)
        painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), tokens.line)
        if logicalIndex == CHECK:
            paint_box(painter, cell, tokens, checked=self._share == 1, part=0 < self._share < 1)
        else:
            painter.fillRect(QRectF(cell.left(), cell.top(), 1, cell.height()), tokens.grid)
            self._paint_title(painter, cell, logicalIndex)
        painter.restore()

    def _paint_title(self, painter: QPainter, cell: QRectF, column: int) -> None:
        tokens = tokens_of(self)
        right = column in NUMBERS
        is_sorted = self._look.sort == COLUMNS[column]
        area = cell.adjusted(PADDING, 0, -PADDING, 0)
        if is_sorted:
            box = QRectF(area.right() - 12, area.center().y() - 6, 12, 12)
            if right:
                box.moveLeft(area.left() - 4)
            icon = "chevron-down" if self._look.descending else "chevron-up"
            paint_icon(painter, box, icon, tokens.ink)
            area = area.adjusted(10, 0, 0, 0) if right else area.adjusted(0, 0, -14, 0)
        colour = tokens.ink if is_sorted else tokens.muted
        role = "caption_strong" if is_sorted else "caption"
        paint_words(painter, area, headings()[column], colour, role, right=right)

    def _click(self, column: int) -> None:
        if column == CHECK:
            self.all_asked.emit()
        elif self._look.sort != COLUMNS[column]:
            self.sort_asked.emit(COLUMNS[column], False)  # noqa: FBT003 - a signal's argument
        elif not self._look.descending:
            self.sort_asked.emit(COLUMNS[column], True)  # noqa: FBT003 - a signal's argument
        else:
            self.sort_asked.emit("", False)  # noqa: FBT003 - a signal's argument
