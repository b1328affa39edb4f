"""Painting what lies over the bars: the links of what is selected, and what a gesture would lead to."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from launchplanner.plan.plan import TASK
from launchplanner.reports.timeline_links import Reach, Tie, route, ties_of
from launchplanner.ui.kit.shapes import fill, outline, smooth
from launchplanner.ui.theme import font
from launchplanner.ui.timeline.brushes import Brushes
from launchplanner.ui.timeline.scene import BAR, ROW, Preview, Scene

MOST: Final = 40
"""For how many selected parts links are drawn; more would only be a thicket."""
_BAR_REACH: Final = Reach(stub=7, drop=5, half=BAR / 2 / ROW)
_CAPSULE_REACH: Final = Reach(stub=20, drop=0, half=9 / ROW)
_ARROW: Final = 4.0
_CORNER: Final = 4.0
_PAD: Final = 8


def paint_ties(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    """Draw the links into and out of the selected parts."""
    chosen = [ref.id for ref in scene.selected if ref.kind != "phase"]
    if not chosen or len(chosen) > MOST:
        return
    spans = scene.preview.spans if scene.preview is not None else None
    for tie in ties_of(scene.timeline.context, chosen, scene.timeline.row_of_part, spans):
        _paint_tie(painter, scene, brushes, tie)


def paint_preview(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    """Draw the line and the words of the gesture under way."""
    preview = scene.preview
    if preview is None:
        return
    if preview.target >= 0:
        area = QRectF(scene.column, scene.row_top(preview.target) + 1, scene.axis.width - 1, ROW - 3)
        with smooth(painter):
            outline(painter, brushes.tokens.error.text if preview.refusal else brushes.tokens.ink, 1.5)
            painter.drawRoundedRect(area, 4, 4)
    if preview.line is not None:
        with smooth(painter):
            outline(painter, brushes.tokens.error.text if preview.refusal else brushes.tokens.ink, 1.5)
            painter.drawLine(*preview.line)
            painter.drawEllipse(preview.line[1], 3, 3)
    _paint_words(painter, scene, brushes, preview)


def _paint_tie(painter: QPainter, scene: Scene, brushes: Brushes, tie: Tie) -> None:
    start = (scene.axis.x(tie.from_day), tie.from_row + 0.5)
    finish = (scene.axis.x(tie.to_day), tie.to_row + 0.5)
    reach = _BAR_REACH if scene.timeline.rows[tie.to_row].kind == TASK else _CAPSULE_REACH
    corners = route(start, finish, reach, leaves_right=tie.leaves_right, enters_left=tie.enters_left)
    points = [QPointF(x, scene.head - scene.top + y * ROW) for x, y in corners]
    colour = brushes.tokens.edge if tie.is_kept else brushes.tokens.error.text
    with smooth(painter):
        pen = QPen(QColor(colour), 1.25)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_rounded(points))
        fill(painter, colour)
        painter.drawPolygon(_arrow(points[-2], points[-1]))


def _arrow(before: QPointF, tip: QPointF) -> QPolygonF:
    way = tip - before
    length = abs(way.x()) + abs(way.y()) or 1.0  # it runs along one axis
    along = way * (_ARROW * 1.5 / length)
    across = QPointF(along.y(), -along.x()) / 1.5
    return QPolygonF([tip, tip - along + across, tip - along - across])


def _rounded(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(corner + _towards(corner, before))
        path.quadTo(corner, corner + _towards(corner, after))
    path.lineTo(points[-1])
    return path


def _towards(start: QPointF, finish: QPointF) -> QPointF:
    way = finish - start
    length = abs(way.x()) + abs(way.y())  # it runs along one axis
    return way * (min(_CORNER, length / 2) / length) if length else way


def _paint_words(painter: QPainter, scene: Scene, brushes: Brushes, preview: Preview) -> None:
    text = preview.refusal or preview.text
    if not text or preview.place < 0:
        return
    tokens, texts = brushes.tokens, brushes.texts
    lines = [line for line in (text, preview.note) if line]
    room = min(scene.axis.width - 2 * _PAD, 520)
    shown = [texts.elided(line, "caption_medium", room) for line in lines]
    width = max(texts.width(line, "caption_medium") for line in shown) + 2 * _PAD
    height = 16 * len(shown) + 8
    area = QRectF(_left_of_words(scene, preview, width), _top_of_words(scene, preview, height), width, height)
    with smooth(painter):
        fill(painter, tokens.error.text if preview.refusal else tokens.ink)
        painter.drawRoundedRect(area, 6, 6)
        painter.setFont(font("caption_medium", figures=True))
        painter.setPen(QColor(tokens.panel if preview.refusal else tokens.on_ink))
        for number, line in enumerate(shown):
            painter.drawText(
                QRectF(area.left() + _PAD, area.top() + 4 + 16 * number, width, 16),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                line,
            )


def _left_of_words(scene: Scene, preview: Preview, width: float) -> float:
    if preview.line is not None:
        left = preview.line[1].x() + 12
    else:
        rect = scene.shape_rect(preview.place)
        left = rect.left() if rect is not None else scene.column
    return min(max(left, scene.column + 4), scene.axis.right - width - 4)


def _top_of_words(scene: Scene, preview: Preview, height: float) -> float:
    if preview.line is not None:
        top = preview.line[1].y() + 14
        return min(top, scene.height - height - 4)
    middle = scene.row_top(preview.place) + ROW / 2
    above = middle - BAR / 2 - height - 5
    return above if above > scene.head else middle + BAR / 2 + 7
