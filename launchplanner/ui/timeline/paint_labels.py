"""Painting the words beside bars and capsules, over all lines."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from launchplanner.reports.timeline_rows import Label
from launchplanner.ui.theme import FontRole, font
from launchplanner.ui.timeline.brushes import Brushes, ground_of
from launchplanner.ui.timeline.paint_bars import HANDLE
from launchplanner.ui.timeline.scene import Scene

_GAP: Final = 8
_LONGEST_WAY: Final = 28
"""How far words may be moved to stand clear of the line of today, in pixels."""
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_labels(painter: QPainter, scene: Scene, brushes: Brushes, rows: range) -> None:
    """Draw what is said beside the bars; on the ground of the row, so that no line runs through the words."""
    for place in rows:
        label = scene.timeline.row(place).label
        rect = scene.shape_rect(place) if label is not None else None
        if label is not None and rect is not None:
            _paint_label(painter, scene, brushes, place, _area(scene, brushes, place, rect, label))


def _area(scene: Scene, brushes: Brushes, place: int, rect: QRectF, label: Label) -> QRectF:
    width = brushes.texts.width(label.text, _role(label)) + 2
    left = rect.right() + _GAP + (2 * HANDLE + 4 if scene.hovers_bar and place == scene.hovered else 0)
    today = scene.axis.x(scene.timeline.head.today.at) + 6
    if left < today + 1 and today - left <= _LONGEST_WAY and rect.right() < today:
        left = max(left, today)
    if left + width > scene.axis.right and rect.left() - _GAP - width >= scene.column:
        left = rect.left() - _GAP - width
    return QRectF(left, rect.center().y() - 8, width, 16)


def _paint_label(painter: QPainter, scene: Scene, brushes: Brushes, place: int, area: QRectF) -> None:
    label = scene.timeline.row(place).label
    if label is None:
        return
    tokens = brushes.tokens
    colour = {"error": tokens.error.text, "warning": tokens.warning.text}.get(label.tone, tokens.muted)
    painter.fillRect(area.adjusted(-2, 0, 1, 0), QColor(ground_of(scene, brushes, place)))
    painter.setFont(font(_role(label)))
    painter.setPen(QColor(colour))
    painter.drawText(area, _LEFT, label.text)


def _role(label: Label) -> FontRole:
    return "caption" if label.tone == "neutral" else "caption_strong"
