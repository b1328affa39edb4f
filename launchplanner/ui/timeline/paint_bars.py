"""Painting the chart: bars, capsules and the words beside them."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from launchplanner.plan.plan import PHASE
from launchplanner.reports.timeline import Row
from launchplanner.reports.timeline_rows import Bar
from launchplanner.schedule import Span
from launchplanner.ui.kit.bars import paint_bar, paint_critical_line, paint_phase
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.hatching import hatch_brush
from launchplanner.ui.kit.shapes import dashes, fill, inner, outline, smooth
from launchplanner.ui.theme import mix
from launchplanner.ui.timeline.brushes import Brushes
from launchplanner.ui.timeline.scene import ROW, Scene

_LABEL_GAP: Final = 8
_FOLDED_WIDTH: Final = 26
_FOLDED_HEIGHT: Final = 16
HANDLE_GAP: Final = 9
HANDLE: Final = 4.0
"""Radius of the handle from which a link is drawn, and how far behind the bar it stands."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_bars(painter: QPainter, scene: Scene, brushes: Brushes, rows: range) -> None:
    """Draw what stands in the chart, row by row."""
    for place in rows:
        row = scene.timeline.row(place)
        if row.ref.kind == PHASE:
            _paint_phase(painter, scene, brushes, place, row)
        elif row.bar is not None:
            _paint_task(painter, scene, brushes, place, row.bar)
        elif row.capsules:
            _paint_baton(painter, scene, brushes, place, row)


def paint_task_bar(painter: QPainter, brushes: Brushes, rect: QRectF, bar: Bar, *, days: int) -> None:
    """Draw a task's bar, or the diamond of a milestone."""
    if days:
        paint_bar(
            painter,
            rect,
            brushes.tokens,
            bar.family,
            bar.state,
            progress=bar.progress,
            critical=bar.is_critical,
        )
        return
    tokens = brushes.tokens
    colours = tokens.family(bar.family)
    is_done = bar.state == "done"
    with smooth(painter):
        painter.setBrush(QColor(mix(tokens.panel, colours.fill, 0.38) if is_done else colours.tint))
        if bar.state == "nobody":
            painter.setPen(dashes(tokens.error.text, 1.25))
        else:
            painter.setPen(Qt.PenStyle.NoPen if is_done else QPen(QColor(colours.fill), 1.25))
        painter.drawPolygon(_diamond(inner(rect, 1)))
    if bar.is_critical:
        paint_critical_line(painter, rect.adjusted(2, 0, -2, 1), tokens.ink)


def paint_handle(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    """Draw the handle from which a link is drawn, behind the bar under the pointer."""
    centre = handle_centre(scene, scene.hovered) if scene.hovers_bar and scene.hovered >= 0 else None
    if centre is None:
        return
    with smooth(painter):
        fill(painter, brushes.tokens.panel)
        painter.drawEllipse(centre, HANDLE + 1, HANDLE + 1)
        outline(painter, brushes.tokens.muted, 1.5)
        painter.drawEllipse(centre, HANDLE - 0.5, HANDLE - 0.5)


def handle_centre(scene: Scene, place: int) -> QPointF | None:
    """Return where the handle of a row's bar or capsule stands, or None when it has none."""
    rect = scene.shape_rect(place)
    return QPointF(rect.right() + HANDLE_GAP, rect.center().y()) if rect is not None else None


def _paint_phase(painter: QPainter, scene: Scene, brushes: Brushes, place: int, row: Row) -> None:
    top = scene.row_top(place)
    if row.phase is not None:
        left, right = scene.axis.x(row.phase.start), scene.axis.x(row.phase.finish)
        area = QRectF(left, top, max(right - left - 1, 4), ROW)
        paint_phase(painter, area, brushes.tokens, row.phase.family, faded=row.phase.is_settled)
    for capsule in row.capsules:
        centre = scene.axis.x(capsule.at)
        area = QRectF(centre - _FOLDED_WIDTH / 2, top + (ROW - _FOLDED_HEIGHT) / 2, _FOLDED_WIDTH, _FOLDED_HEIGHT)
        paint_capsule(painter, area, brushes.tokens, capsule.giver, capsule.receiver, halo=True)


def _paint_task(painter: QPainter, scene: Scene, brushes: Brushes, place: int, bar: Bar) -> None:
    row = scene.timeline.row(place)
    span = scene.span_of(row)
    if span is None:
        return
    rect = scene.bar_rect(place, span)
    if rect.right() >= scene.column and rect.left() <= scene.axis.right:
        if scene.preview is not None and row.ref.id in scene.preview.spans:
            _paint_ghost(painter, scene, brushes, place, Span(bar.start, bar.finish))
        paint_task_bar(painter, brushes, rect, bar, days=span.days)


def _paint_baton(painter: QPainter, scene: Scene, brushes: Brushes, place: int, row: Row) -> None:
    capsule = row.capsules[0]
    top = scene.row_top(place)
    at = scene.capsule_at(capsule.id, capsule.at)
    left = scene.axis.x(capsule.zone[0] + at - capsule.at)
    right = scene.axis.x(capsule.zone[1] + at - capsule.at)
    if not capsule.is_main:
        painter.setBrushOrigin(0, -scene.top)
        painter.fillRect(QRectF(left, top, right - left, ROW - 1), hatch_brush(brushes.tokens, brushes.ratio))
    if at != capsule.at:
        painter.setOpacity(0.3)
        paint_capsule(painter, scene.capsule_rect(place, capsule.at), brushes.tokens, capsule.giver, capsule.receiver)
        painter.setOpacity(1)
    rect = scene.capsule_rect(place, at)
    paint_capsule(
        painter,
        rect,
        brushes.tokens,
        capsule.giver,
        capsule.receiver,
        faded=capsule.has_passed,
        halo=True,
    )


def _paint_ghost(painter: QPainter, scene: Scene, brushes: Brushes, place: int, span: Span) -> None:
    """Draw where a bar stood before it was taken hold of."""
    rect = scene.bar_rect(place, span)
    with smooth(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(dashes(brushes.tokens.faint, 1))
        if span.days:
            painter.drawRoundedRect(inner(rect, 0.5), 4, 4)
        else:
            painter.drawPolygon(_diamond(inner(rect, 1)))


def _diamond(rect: QRectF) -> QPolygonF:
    centre = rect.center()
    return QPolygonF(
        [
            QPointF(centre.x(), rect.top()),
            QPointF(rect.right(), centre.y()),
            QPointF(centre.x(), rect.bottom()),
            QPointF(rect.left(), centre.y()),
        ]
    )
