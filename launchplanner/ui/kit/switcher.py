"""The switcher: one of a few views, on one strip; arrow keys move along it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from launchplanner.ui.kit.labels import set_tooltip, without_mnemonic
from launchplanner.ui.kit.shapes import fill, inner, outline, painting
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of

_HEIGHT = 26
_RADIUS = 6


class Switcher(QWidget):
    """Shows which of several keys is chosen; `chosen` is emitted when a person chooses another."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str]], *, says: str = "") -> None:
        """Lay out the items.

        Args:
            items: key and text of each, in order.
            says: what is chosen here, for screen readers.
        """
        super().__init__()
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(0)
        for key, text in items:
            segment = _Segment(text)
            segment.setObjectName(f"switch-{key}")
            segment.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._segments[key] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
        if self._segments:
            next(iter(self._segments.values())).setChecked(True)

    def current(self) -> str:
        """Return the key that is chosen; empty if there are no items."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Show that a key is chosen, without telling anybody.

        Raises:
            KeyError: there is no such key.
        """
        self._segments[key].setChecked(True)

    def set_hint(self, key: str, hint: str) -> None:
        """Tell in a tooltip what a key shows, or which keys on the keyboard lead there."""
        set_tooltip(self._segments[key], hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        with painting(self) as painter:
            fill(painter, tokens_of(self).track)
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS + 2, _RADIUS + 2)


class _Segment(QAbstractButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._label = text
        self._by_mouse = False
        self.setText(without_mnemonic(text))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(font("medium")).horizontalAdvance(self._label)) + 32, _HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        area = QRectF(self.rect())
        with painting(self) as painter:
            if self.isChecked():
                fill(painter, tokens.shadow)
                painter.setOpacity(0.5)
                painter.drawRoundedRect(area.translated(0, 0.75), _RADIUS, _RADIUS)
                painter.setOpacity(1)
                fill(painter, tokens.knob)
                painter.drawRoundedRect(area, _RADIUS, _RADIUS)
            strong = self.isChecked() or self.underMouse()
            painter.setFont(font("medium"))
            outline(painter, tokens.ink if strong else tokens.muted)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._label)
            if self.hasFocus() and not self._by_mouse:
                outline(painter, tokens.ink, 2)
                painter.drawRoundedRect(inner(area, 1), _RADIUS, _RADIUS)
