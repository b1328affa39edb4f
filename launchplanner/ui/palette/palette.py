"""The palette on screen: type, choose with the arrows, Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from launchplanner.app.analysis import Snapshot
from launchplanner.ui.actions import Action
from launchplanner.ui.commands import Commands
from launchplanner.ui.kit.buttons import shortcut_text
from launchplanner.ui.kit.fields import SearchField
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.keycaps import keycap_width, paint_keycap
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.shapes import inner, outline, painting
from launchplanner.ui.kit.surfaces import rows
from launchplanner.ui.palette.entries import Hit, entries_of, hits
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _

_ROW = 44
_DIM = 70
"""How dark the window behind is, out of 255."""
_WIDTH, _HEIGHT = 640, 460
_AnyIndex = QModelIndex | QPersistentModelIndex


class Palette(QDialog):
    """A field and the list of what fits."""

    part_chosen = Signal(object)

    def __init__(
        self, parent: QWidget, commands: Commands, actions: Sequence[Action], snapshot: Snapshot | None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle(_("Find or run"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = commands
        self._entries = entries_of(snapshot, actions, commands)
        self._hits: list[Hit] = []
        self.field = SearchField(_("Task, baton, person or action"))
        self.field.setObjectName("palette-field")
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("palette-list")
        self.list.setAccessibleName(_("What fits"))
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = label(_("Nothing has these letters."), "muted")
        column = rows(self, margin=10, spacing=8)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.field.textEdited.connect(self._narrow)
        self.list.itemClicked.connect(self.choose)
        self._narrow("")

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window."""
        width, height = min(_WIDTH, window.width() - 80), min(_HEIGHT, window.height() - 120)
        self.resize(width, height)
        shade = Shade(window)
        self.finished.connect(shade.deleteLater)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 90)
        self.open()
        self.field.setFocus()

    def choose(self) -> None:
        """Go to the part, or do the action, that is marked."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._hits):
            return
        entry = self._hits[row].entry
        if entry.reason:
            return
        self.accept()
        if entry.part is not None:
            self.part_chosen.emit(entry.part)
        elif entry.action is not None:
            entry.action.run(self._commands)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line around the palette, which has no frame of the system's."""
        super().paintEvent(event)
        with painting(self) as painter:
            outline(painter, tokens_of(self).edge)
            painter.drawRect(inner(QRectF(self.rect()), 0.5))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work on the list while the field has the keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                self._step(step)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.choose()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + by)))

    def _narrow(self, typed: str) -> None:
        self._hits = hits(self._entries, typed)
        self.list.clear()
        for hit in self._hits:
            item = QListWidgetItem(f"{hit.entry.title}. {hit.entry.detail}")
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self._hits)


class Shade(QWidget):
    """Dims a window while the palette is over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette-shade")
        self.setGeometry(window.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dimness."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), QColor(0, 0, 0, _DIM))


class _HitDelegate(QStyledItemDelegate):
    """Paints an icon, the title with the met letters underlined, a second line, and the key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Return one row."""
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw one row."""
        hit = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget  # type: ignore[attr-defined]
        if not isinstance(hit, Hit):
            return
        tokens = tokens_of(view)
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.selection)
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 7, 7)
        entry = hit.entry
        ink = tokens.muted if entry.reason else tokens.ink
        paint_icon(painter, QRectF(area.left() + 12, area.center().y() - 9, 18, 18), entry.icon, tokens.muted)
        hint = shortcut_text(entry.hint) if entry.hint else ""
        right = area.right() - (keycap_width(hint) + 24 if hint else 16)
        line = QRectF(area.left() + 42, area.top() + (4 if entry.detail else 0), right - area.left() - 42, 20)
        if not entry.detail:
            line.moveTop(area.center().y() - 10)
        self._paint_title(painter, line, hit, ink, tokens.ink)
        if entry.detail:
            painter.setFont(font("caption"))
            painter.setPen(tokens.muted)
            below = line.translated(0, 18)
            text = painter.fontMetrics().elidedText(entry.detail, Qt.TextElideMode.ElideRight, int(below.width()))
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, text)
        if hint:
            paint_keycap(painter, QRectF(right + 8, area.top(), 1, area.height()).center(), tokens, hint)

    def _paint_title(self, painter: QPainter, line: QRectF, hit: Hit, ink: str, strong: str) -> None:
        painter.setFont(font("medium"))
        title = painter.fontMetrics().elidedText(hit.entry.title, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.setPen(ink)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
        metrics = painter.fontMetrics()
        painter.setPen(strong)
        for place in hit.places:
            if place < len(title):
                left = line.left() + metrics.horizontalAdvance(title[:place])
                width = metrics.horizontalAdvance(title[place])
                under = line.center().y() + 8
                painter.drawLine(int(left), int(under), int(left + width - 1), int(under))
