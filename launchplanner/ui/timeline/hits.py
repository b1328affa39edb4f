"""What lies under the pointer."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt

from launchplanner.plan.plan import PHASE, TASK
from launchplanner.ui.timeline.paint_bars import HANDLE, handle_centre
from launchplanner.ui.timeline.scene import INDENT, OWNERS, ROW, Scene

What = Literal["nothing", "edge", "head", "fold", "title", "owner", "row", "bar", "start", "finish", "handle"]

_EDGE: Final = 4
_GRIP: Final = 5
_GRIP_OUTSIDE: Final = 3
_SHORT: Final = 20
"""Below this width a bar is gripped at its ends from outside, so that its middle can still be taken."""

CURSORS: Final = {
    "edge": Qt.CursorShape.SplitHCursor,
    "fold": Qt.CursorShape.PointingHandCursor,
    "bar": Qt.CursorShape.OpenHandCursor,
    "start": Qt.CursorShape.SizeHorCursor,
    "finish": Qt.CursorShape.SizeHorCursor,
    "handle": Qt.CursorShape.CrossCursor,
}
"""How the pointer looks over what can be taken hold of."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies there, and in which row (-1 for none)."""

    what: What
    place: int = -1


def hit(scene: Scene, at: QPointF) -> Hit:
    """Return what lies at a point of the view."""
    if abs(at.x() - scene.column) <= _EDGE:
        return Hit("edge")
    place = scene.place_at(at.y())
    if at.y() < scene.head:
        return Hit("head")
    if place < 0:
        return Hit("nothing")
    if at.x() < scene.column:
        if scene.timeline.rows[place].kind == PHASE and at.x() < INDENT:
            return Hit("fold", place)
        return Hit("owner" if at.x() >= scene.column - OWNERS else "title", place)
    return Hit(_in_chart(scene, place, at), place)


def is_near_bar(scene: Scene, place: int, at: QPointF) -> bool:
    """Say whether the pointer is near enough to a bar for its handle to be shown."""
    rect = scene.shape_rect(place) if place >= 0 else None
    return rect is not None and rect.adjusted(-_GRIP, -ROW, 2 * HANDLE + 14, ROW).contains(at)


def _in_chart(scene: Scene, place: int, at: QPointF) -> What:
    rect = scene.shape_rect(place)
    if rect is None:
        return "row"
    handle = handle_centre(scene, place)
    if handle is not None and scene.hovers_bar and _around(handle, HANDLE + 3).contains(at):
        return "handle"
    is_task = scene.timeline.rows[place].kind == TASK
    span = scene.span_of(scene.timeline.row(place))
    if is_task and span is not None and span.days:
        inside = _GRIP if rect.width() >= _SHORT else rect.width() / 4
        if rect.left() - _GRIP_OUTSIDE <= at.x() < rect.left() + inside:
            return "start"
        if rect.right() - inside < at.x() <= rect.right() + _GRIP_OUTSIDE:
            return "finish"
    return "bar" if rect.left() <= at.x() <= rect.right() else "row"


def _around(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
