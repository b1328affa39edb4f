"""What is drawn on paper besides words: faces, the capsule, boxes, signs of severity, the hatched zone."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from launchplanner.formats.exporters.pdf.type import SEMIBOLD, Style, text
from launchplanner.reports.blocks import Face
from launchplanner.reports.palette import EDGE, INK, MUTED, face_colour, fill_colour

WHITE: Final = "#FFFFFF"
BOX_SIZE: Final = 13.0
_TILT: Final = -14.0
_LARGE_FACE: Final = 12.0
_SIGN_RADIUS: Final = 7.0


def line(painter: QPainter, start: tuple[float, float], end: tuple[float, float], colour: str, width: float) -> None:
    """Draw a straight line."""
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(*start, *end))


def frame(painter: QPainter, box: QRectF, radius: float, colour: str, width: float = 1.0) -> None:
    """Draw a rounded outline."""
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def box(painter: QPainter, x: float, y: float, *, ticked: bool) -> None:
    """Draw a box to tick, its top left corner at a place."""
    frame(painter, QRectF(x + 0.5, y + 0.5, BOX_SIZE - 1, BOX_SIZE - 1), 3, INK, 1.1)
    if ticked:
        pen = QPen(QColor(INK), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(x + 3.3, y + 6.8), QPointF(x + 5.6, y + 9), QPointF(x + 9.8, y + 4.3)]))


def face(painter: QPainter, who: Face, x: float, y: float, radius: float) -> None:
    """Draw a face, its centre at a place; nobody is an empty dashed ring."""
    circle = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    if not who.initials:
        pen = QPen(QColor(MUTED), 1.1)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(face_colour(who.family)))
    painter.drawEllipse(circle)
    size = radius * (0.78 if radius >= _LARGE_FACE else 0.88)
    initials = text(who.initials, 2 * radius, Style(size, 2 * radius, SEMIBOLD, colour=WHITE, side="center"))
    initials.draw(painter, x - radius, y - radius)


def capsule(painter: QPainter, families: tuple[str, str], centre: QPointF, length: float, thickness: float) -> None:
    """Draw a baton: the giver's colour to the receiver's, tilted as in a relay."""
    painter.save()
    painter.translate(centre)
    painter.rotate(_TILT)
    outline = QPainterPath()
    whole = QRectF(-length / 2, -thickness / 2, length, thickness)
    outline.addRoundedRect(whole, thickness / 2, thickness / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    for family, left in ((families[0], whole.left()), (families[1], 0.0)):
        half = QPainterPath()
        half.addRect(QRectF(left, whole.top(), length / 2, thickness))
        painter.setBrush(QColor(fill_colour(family)))
        painter.drawPath(outline.intersected(half))
    painter.restore()


def sign(painter: QPainter, severity: str, x: float, y: float) -> None:
    """Draw the sign of a severity, its centre at a place: each has a shape of its own."""
    pen = QPen(QColor(INK), 1.2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = _SIGN_RADIUS
    if severity == "warning":
        corners = [QPointF(x, y - radius), QPointF(x + radius, y + radius - 1.5), QPointF(x - radius, y + radius - 1.5)]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawEllipse(QPointF(x, y), radius, radius)
    mark, size = {"warning": ("!", 8.0), "note": ("i", 9.0), "waived": ("–", 9.0)}.get(severity, ("!", 9.5))
    drop = 1.0 if severity == "warning" else 0.0
    letter = text(mark, 2 * radius, Style(size, 2 * radius, SEMIBOLD, side="center"))
    letter.draw(painter, x - radius, y - radius + drop)


def zone(painter: QPainter, area: QRectF, planned_at: float) -> None:
    """Draw an exchange zone: a hatched bar, with a stroke where the pass is planned."""
    outline = QPainterPath()
    outline.addRoundedRect(area, 3, 3)
    painter.save()
    painter.setClipPath(outline)
    painter.setPen(QPen(QColor(EDGE), 0.9))
    start = area.left() - area.height()
    while start < area.right():
        painter.drawLine(QLineF(start, area.bottom(), start + area.height(), area.top()))
        start += 4.5
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(EDGE), 0.9))
    painter.drawPath(outline)
    at = area.left() + area.width() * planned_at
    line(painter, (at, area.top() - 4), (at, area.bottom() + 4), INK, 2.2)


def arrow(painter: QPainter, x: float, y: float, length: float) -> None:
    """Draw an arrow to the right, from a place."""
    pen = QPen(QColor(INK), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush())
    tip = QPointF(x + length, y)
    painter.drawLine(QPointF(x, y), tip)
    painter.drawPolyline(QPolygonF([tip + QPointF(-4.5, -4), tip, tip + QPointF(-4.5, 4)]))


def letter_box(painter: QPainter, letter: str, x: float, y: float) -> None:
    """Draw the letter of a part in its small frame, top left corner at a place."""
    frame(painter, QRectF(x + 0.6, y + 0.6, 14.8, 14.8), 3.5, INK, 1.2)
    text(letter, 16, Style(9.5, 16, SEMIBOLD, side="center")).draw(painter, x, y)
