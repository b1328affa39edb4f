"""The mouse on the timeline: hovering, choosing, folding, and the drags."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from launchplanner.plan.plan import PHASE
from launchplanner.reports.timeline import Ref
from launchplanner.ui.timeline.gestures import Gesture, Linking, Shifting
from launchplanner.ui.timeline.hits import CURSORS, Hit, hit, is_near_bar
from launchplanner.ui.timeline.host import Host

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Pointer:
    """Turns what the mouse does into selections, gestures and edits."""

    def __init__(self, view: Host) -> None:
        self._view = view
        self._pressed: Hit | None = None
        self._from = QPointF()
        self._at = QPointF()
        self._gesture: Gesture | None = None
        self._chooses_at_release: Ref | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    def press(self, event: QMouseEvent) -> None:
        """Choose, fold, or get ready to drag."""
        found = hit(self._view.scene, event.position())
        self._pressed, self._from, self._at = found, event.position(), event.position()
        self._chooses_at_release = None
        if found.what == "fold":
            self._view.toggle_fold(self._view.scene.timeline.rows[found.place].id)
        elif found.what == "nothing":
            self._view.choose()
        elif found.place >= 0:
            self._choose(self._view.scene.timeline.rows[found.place], event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        """Hover, or go on dragging."""
        self._at = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(event.position())
        elif self._pressed.what == "edge":
            self._view.set_column_width(round(event.position().x()))
        elif self._gesture is not None:
            self._view.scroll_towards(event.position())
            self.refresh(event.modifiers())
        elif (event.position() - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._gesture = self._begun(self._pressed, event.modifiers())
            if self._gesture is not None:
                self._chooses_at_release = None
                self._view.viewport().setCursor(self._gesture.cursor)
                self.refresh(event.modifiers())

    def release(self, event: QMouseEvent) -> None:
        """End what was begun: one edit, or the choice of one row out of several."""
        gesture, self._gesture, self._pressed = self._gesture, None, None
        scene = self._view.scene
        edit = gesture.edit(scene) if gesture is not None else None
        scene.preview = None
        if edit is not None:
            self._view.ask_for(edit)
        elif gesture is None and self._chooses_at_release is not None:
            self._view.choose(self._chooses_at_release)
        self._chooses_at_release = None
        self._view.viewport().update()
        self._hover(event.position())

    def give_up(self) -> bool:
        """End a drag as if it had never been; say whether there was one."""
        was_dragging = self._gesture is not None
        self._gesture, self._pressed, self._chooses_at_release = None, None, None
        if was_dragging:
            self._view.scene.preview = None
            self._view.viewport().update()
            self._hover(self._at)
        return was_dragging

    def refresh(self, modifiers: Qt.KeyboardModifier) -> None:
        """Work out the preview anew, such as after a scroll or when a key is pressed during a drag."""
        if self._gesture is not None:
            self._view.scene.preview = self._gesture.moved(self._view.scene, self._at, modifiers)
            self._view.viewport().update()

    def leave(self) -> None:
        """Forget what was under the pointer."""
        if self._gesture is None:
            self._view.set_hovered(-1, near_bar=False)

    def _choose(self, ref: Ref, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & _SHIFT:
            self._view.extend_to(ref)
        elif modifiers & _CTRL:
            self._view.toggle(ref)
        elif ref in self._view.scene.selected:
            self._view.go(ref)
            self._chooses_at_release = ref
        else:
            self._view.choose(ref)

    def _begun(self, found: Hit, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        scene = self._view.scene
        if modifiers & _CTRL or found.what not in {"bar", "start", "finish", "handle"}:
            return None
        if found.what == "handle":
            return Linking(scene, found)
        ref = scene.timeline.rows[found.place]
        if found.what != "bar":
            return Shifting(scene, found, self._from, (ref.id,))
        others = [one.id for one in self._view.selection.chosen if one.kind != PHASE and one != ref]
        keys = (ref.id, *others) if ref in scene.selected else (ref.id,)
        return Shifting(scene, found, self._from, keys)

    def _hover(self, at: QPointF) -> None:
        scene = self._view.scene
        inside = self._view.viewport().rect().contains(at.toPoint())
        place = scene.place_at(at.y()) if inside else -1
        near_bar = place >= 0 and at.x() > scene.column and is_near_bar(scene, place, at)
        self._view.set_hovered(place, near_bar=near_bar)
        self._view.viewport().setCursor(CURSORS.get(hit(scene, at).what, Qt.CursorShape.ArrowCursor))
