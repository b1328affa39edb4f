"""Keys of the keyboard, drawn as small caps beside what they do."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.ui.kit.shapes import inner, outline, painting, smooth
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens

HEIGHT = 18
_PADDING = 6


def keycap_width(text: str) -> float:
    """Return how wide the cap of a key is."""
    return max(HEIGHT, QFontMetricsF(font("caption")).horizontalAdvance(text) + 2 * _PADDING)


def paint_keycap(
    painter: QPainter, left_middle: QPointF, tokens: Tokens, text: str, *, colour: str | None = None
) -> float:
    """Draw a key with its left edge at a point, and return its width.

    Args:
        painter: on any device.
        left_middle: the middle of the left edge.
        tokens: the colours.
        text: the key, or several pressed together: "Ctrl N".
        colour: of letters and border, on a ground that is not a panel.
    """
    width = keycap_width(text)
    area = QRectF(left_middle.x(), left_middle.y() - HEIGHT / 2, width, HEIGHT)
    with smooth(painter):
        if colour is None:
            outline(painter, tokens.line)
        else:
            outline(painter, colour)
            painter.setOpacity(painter.opacity() * 0.35)
        painter.drawRoundedRect(inner(area, 0.5), 4, 4)
        painter.drawLine(area.bottomLeft() + QPointF(3, -1.5), area.bottomRight() + QPointF(-3, -1.5))
    painter.save()
    painter.setFont(font("caption"))
    outline(painter, colour or tokens.muted)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return width


class KeyCaps(QWidget):
    """One or several keys in a row, each its own cap: `KeyCaps("Ctrl", "E")`."""

    def __init__(self, *keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setAccessibleName(" ".join(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for all caps and the gaps between them."""
        return QSize(round(sum(map(keycap_width, self._keys)) + 4 * (len(self._keys) - 1)) + 1, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the caps from left to right."""
        with painting(self) as painter:
            left = 0.0
            for key in self._keys:
                left += paint_keycap(painter, QPointF(left, self.height() / 2), tokens_of(self), key) + 4
