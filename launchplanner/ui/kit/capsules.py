"""The baton: a capsule in two colours, giver's to receiver's, tilted as in a relay."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.shapes import fill, outline, painting, smooth
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens

TILT: Final = 14
"""Degrees; the receiver's end is the higher one."""
_SLENDERNESS: Final = 2.6
_FADED: Final = 0.55


def paint_capsule(
    painter: QPainter,
    rect: QRectF,
    tokens: Tokens,
    giver: str,
    receiver: str,
    *,
    faded: bool = False,
    halo: bool = False,
) -> None:
    """Draw a baton as large as fits in the middle of the rectangle.

    Args:
        painter: on any device.
        rect: the room; 36 by 20 on the timeline, 14 by 9 in a title.
        tokens: the colours.
        giver: the family of the role that gives.
        receiver: the family of the role that receives.
        faded: still to come.
        halo: keep a rim of the panel's colour round it, where it lies on bars and lines.
    """
    thick = _thickness(rect)
    long = thick * _SLENDERNESS
    with smooth(painter):
        painter.translate(rect.center())
        painter.rotate(-TILT)
        whole = _stadium(long, thick)
        if halo:
            painter.setPen(QPen(QColor(tokens.panel), 3))
            painter.drawPath(whole)
        if faded:
            painter.setOpacity(painter.opacity() * _FADED)
        giver_half = _left_half(long, thick)
        fill(painter, tokens.family(receiver).fill)
        painter.drawPath(whole.subtracted(giver_half))  # faded, nothing may show through
        fill(painter, tokens.family(giver).fill)
        painter.drawPath(giver_half)
        if tokens.family(giver) == tokens.family(receiver):
            # One colour would be a bar: the cut shows that something passes.
            outline(painter, tokens.panel, max(1.0, thick * 0.1))
            painter.drawLine(QPointF(0, -thick / 2), QPointF(0, thick / 2))


def paint_relay_line(painter: QPainter, rect: QRectF, tokens: Tokens, giver: str, receiver: str) -> None:
    """Draw the line between two faces, from the giver's colour to the receiver's, along the middle."""
    middle = rect.center().y()
    blend = QLinearGradient(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
    blend.setColorAt(0, QColor(tokens.family(giver).fill))
    blend.setColorAt(1, QColor(tokens.family(receiver).fill))
    painter.fillRect(QRectF(rect.left(), middle - 1, rect.width(), 2), blend)


class CapsuleWidget(QWidget):
    """A baton by itself: in a title, in a row, on a card."""

    def __init__(self, giver: str = "", receiver: str = "", size: QSize | None = None) -> None:
        super().__init__()
        self._size = size or QSize(36, 20)
        self._giver = giver
        self._receiver = receiver
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_families(self, giver: str, receiver: str, says: str = "") -> None:
        """Show who gives to whom; `says` is the accessible name and the tooltip."""
        self._giver = giver
        self._receiver = receiver
        self.setAccessibleName(says)
        set_tooltip(self, says)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room asked for."""
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the baton."""
        with painting(self) as painter:
            paint_capsule(painter, QRectF(self.rect()), tokens_of(self), self._giver, self._receiver)


class RelayLine(QWidget):
    """The line between giver and receiver in an inspector or on a card; as long as there is room."""

    def __init__(self, giver: str = "", receiver: str = "") -> None:
        super().__init__()
        self._giver = giver
        self._receiver = receiver
        self.setMinimumSize(24, 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_families(self, giver: str, receiver: str) -> None:
        """Show who gives to whom."""
        self._giver = giver
        self._receiver = receiver
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        with painting(self) as painter:
            paint_relay_line(painter, QRectF(self.rect()), tokens_of(self), self._giver, self._receiver)


def _thickness(rect: QRectF) -> float:
    tilt = math.radians(TILT)
    straight = _SLENDERNESS - 1
    return min(
        rect.width() / (straight * math.cos(tilt) + 1),
        rect.height() / (straight * math.sin(tilt) + 1),
    )


def _stadium(long: float, thick: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-long / 2, -thick / 2, long, thick), thick / 2, thick / 2)
    return path


def _left_half(long: float, thick: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, -thick / 2))
    path.arcTo(QRectF(-long / 2, -thick / 2, thick, thick), 90, 180)
    path.lineTo(0, thick / 2)
    path.closeSubpath()
    return path
