"""What the pointer does while a button is held: moving, stretching, linking, widening the column.

A gesture only draws. What it leads to is one edit at the release, and nothing at all when it is given up.
"""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt

from launchplanner.plan.edits import Edit, EditError
from launchplanner.plan.plan import PHASE
from launchplanner.reports.timeline_moves import Shift, linked, moved_by, stretched
from launchplanner.ui.timeline.hits import Hit
from launchplanner.ui.timeline.paint_bars import handle_centre
from launchplanner.ui.timeline.scene import Preview, Scene
from launchplanner.words import _

NOTHING_FOLLOWS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
"""Held during a drag, nothing follows. Shift does as well as Alt, which some window managers keep for themselves."""


class Gesture(Protocol):
    """A drag under way."""

    @property
    def cursor(self) -> Qt.CursorShape:
        """How the pointer looks meanwhile."""
        ...

    def moved(self, scene: Scene, at: QPointF, modifiers: Qt.KeyboardModifier) -> Preview:
        """Return what it would lead to with the pointer at a place."""
        ...

    def edit(self, scene: Scene) -> Edit | None:
        """Return what it leads to."""
        ...


class Shifting:
    """Dragging bars and batons along the days, or one end of a bar."""

    def __init__(self, scene: Scene, found: Hit, at: QPointF, keys: tuple[str, ...]) -> None:
        self._place = found.place
        self._what = found.what
        self._keys = keys
        self._day = scene.axis.day(at.x())
        self._shift: Shift | None = None
        self._asked: tuple[int, bool] | None = None

    @property
    def cursor(self) -> Qt.CursorShape:
        """A closed hand, or the arrows of a stretch."""
        return Qt.CursorShape.ClosedHandCursor if self._what == "bar" else Qt.CursorShape.SizeHorCursor

    def moved(self, scene: Scene, at: QPointF, modifiers: Qt.KeyboardModifier) -> Preview:
        """Return where everything would stand; worked out anew only when the day changes."""
        days = round(scene.axis.day(at.x()) - self._day)
        follow = not modifiers & NOTHING_FOLLOWS
        if self._asked != (days, follow):
            self._asked = (days, follow)
            self._shift = self._shifted(scene, days, follow=follow)
        shift = self._shift
        if shift is None:
            return Preview()
        note = shift.note if follow else _("nothing follows")
        return Preview({**shift.moved, **shift.followers}, frozenset(shift.moved), shift.text, note, place=self._place)

    def edit(self, scene: Scene) -> Edit | None:
        """Return the move, or None when it ends where it began."""
        del scene
        return self._shift.edit if self._shift is not None else None

    def _shifted(self, scene: Scene, days: int, *, follow: bool) -> Shift:
        context = scene.timeline.context
        if self._what == "bar":
            return moved_by(context, self._keys, days, follow=follow)
        span = context.schedule.spans[self._keys[0]]
        start = span.start + (days if self._what == "start" else 0)
        finish = span.finish + (days if self._what == "finish" else 0)
        return stretched(context, self._keys[0], start, finish, follow=follow)


class Linking:
    """Drawing a line from the handle of one bar to another row, which then waits for the first."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, scene: Scene, found: Hit) -> None:
        self._key = scene.timeline.rows[found.place].id
        self._target = ""
        self._refusal = ""

    def moved(self, scene: Scene, at: QPointF, modifiers: Qt.KeyboardModifier) -> Preview:
        """Return the line, and whether the row under it may wait for the first."""
        del modifiers
        timeline = scene.timeline
        place = scene.place_at(at.y())
        row = timeline.rows[place] if place >= 0 else None
        target = row.id if row is not None and row.kind != PHASE and row.id != self._key else ""
        if target != self._target:
            self._target = target
            self._refusal = self._refused(scene, target)
        text = ""
        if target:
            text = _("“{successor}” waits for “{predecessor}”").format(
                successor=timeline.context.lookup.title(target), predecessor=timeline.context.lookup.title(self._key)
            )
        own = timeline.row_of_part.get(self._key, -1)
        start = handle_centre(scene, own) if own >= 0 else None
        return Preview(
            text=text,
            refusal=self._refusal,
            place=place,
            line=(start or at, at),
            target=place if target else -1,
        )

    def edit(self, scene: Scene) -> Edit | None:
        """Return the link, or None over no row; a link that cannot be is left to the document to refuse in words."""
        return linked(scene.timeline.context, self._key, self._target) if self._target else None

    def _refused(self, scene: Scene, target: str) -> str:
        if not target:
            return ""
        context = scene.timeline.context
        try:
            linked(context, self._key, target).apply(context.plan)
        except EditError as error:
            return str(error)
        return ""
