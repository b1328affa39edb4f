"""Painting a frame of the timeline, from the ground up: only rows in sight, from values that are ready."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from launchplanner.ui.theme import font
from launchplanner.ui.timeline.brushes import Brushes
from launchplanner.ui.timeline.paint_bars import paint_bars, paint_handle
from launchplanner.ui.timeline.paint_head import paint_grid, paint_head, paint_moments, paint_zones
from launchplanner.ui.timeline.paint_labels import paint_labels
from launchplanner.ui.timeline.paint_rows import paint_grounds, paint_ring, paint_selection, paint_titles
from launchplanner.ui.timeline.paint_ties import paint_preview, paint_ties
from launchplanner.ui.timeline.scene import Scene
from launchplanner.words import _


def paint(widget: QWidget, area: QRect, scene: Scene, brushes: Brushes) -> None:
    """Draw the part of a frame that lies in `area`."""
    rows = scene.visible(area.top(), area.bottom() + 1)
    painter = QPainter(widget)
    painter.fillRect(area, QColor(brushes.tokens.panel))
    paint_grounds(painter, scene, brushes, rows)
    painter.save()
    painter.setClipRect(scene.chart, Qt.ClipOperation.IntersectClip)
    paint_zones(painter, scene, brushes)
    paint_grid(painter, scene, brushes)
    painter.restore()
    paint_selection(painter, scene, brushes, rows)
    painter.save()
    painter.setClipRect(scene.chart, Qt.ClipOperation.IntersectClip)
    paint_ties(painter, scene, brushes)
    paint_bars(painter, scene, brushes, rows)
    paint_handle(painter, scene, brushes)
    paint_moments(painter, scene, brushes)
    paint_labels(painter, scene, brushes, rows)
    painter.restore()
    paint_titles(painter, scene, brushes, rows)
    paint_ring(painter, scene, brushes)
    paint_head(painter, scene, brushes)
    paint_preview(painter, scene, brushes)
    painter.end()


def paint_nothing(widget: QWidget, scene: Scene | None, brushes: Brushes) -> None:
    """Draw a plan in which there is nothing yet, and say what the next step is."""
    painter = QPainter(widget)
    area = QRectF(widget.rect())
    painter.fillRect(area, QColor(brushes.tokens.panel))
    if scene is not None:
        lines = (
            ("strong", brushes.tokens.ink, _("Nothing is planned yet.")),
            ("body", brushes.tokens.muted, _hint(scene)),
        )
        for number, (role, colour, text) in enumerate(lines):
            painter.setFont(font("strong" if role == "strong" else "body"))
            painter.setPen(QColor(colour))
            line = area.adjusted(0, 22 * number - 11, 0, 22 * number - 11)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()


def _hint(scene: Scene) -> str:
    if scene.timeline.only is not None:
        return _("No task matches what is looked for.")
    return _("Insert adds the first task.")
