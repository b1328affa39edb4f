"""Small tools that the painters share."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPaintDevice, QPainter, QPen

from launchplanner.ui.theme.tokens import BUTTON_RADIUS, Tokens


@contextmanager
def smooth(painter: QPainter) -> Generator[QPainter]:
    """Draw with soft edges, and leave the painter as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.restore()


@contextmanager
def painting(device: QPaintDevice) -> Generator[QPainter]:
    """Draw on a widget or a picture with soft edges, and end in time whatever happens.

    A painter that outlives its device, as one held by the trace of an error does, ends the program.
    """
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def fill(painter: QPainter, colour: str) -> None:
    """Draw what follows filled and without an outline."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))


def outline(painter: QPainter, colour: str, width: float = 1, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
    """Draw what follows as an outline only."""
    painter.setPen(QPen(QColor(colour), width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))


def dashes(colour: str, width: float, on: float = 3, off: float = 2.5) -> QPen:
    """Return a pen with dashes of a length in pixels, whatever its width."""
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([on / width, off / width])
    return pen


def inner(rect: QRectF, by: float) -> QRectF:
    """Return the rectangle drawn in by some pixels on all sides."""
    return rect.adjusted(by, by, -by, -by)


def circle(rect: QRectF) -> QRectF:
    """Return the largest square in the middle of the rectangle."""
    side = min(rect.width(), rect.height())
    centre = rect.center()
    return QRectF(centre - QPointF(side / 2, side / 2), centre + QPointF(side / 2, side / 2))


def paint_focus_ring(painter: QPainter, rect: QRectF, tokens: Tokens, radius: float = BUTTON_RADIUS) -> None:
    """Draw the ring of keyboard focus, two pixels wide, just inside the rectangle."""
    with smooth(painter):
        outline(painter, tokens.ink, 2)
        painter.drawRoundedRect(inner(rect, 1), radius, radius)
