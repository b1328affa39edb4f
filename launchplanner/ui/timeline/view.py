"""The timeline view: shows a snapshot, keeps what is selected, folded and zoomed, and asks for edits."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip

from launchplanner.plan.edits import Edit
from launchplanner.plan.plan import BATON, PHASE, TASK
from launchplanner.reports.timeline import Ref, Timeline
from launchplanner.ui import theme
from launchplanner.ui.kit.labels import tooltip
from launchplanner.ui.timeline import keys
from launchplanner.ui.timeline.area import TimelineArea
from launchplanner.ui.timeline.brushes import Brushes
from launchplanner.ui.timeline.hits import hit
from launchplanner.ui.timeline.painting import paint, paint_nothing
from launchplanner.ui.timeline.pointer import Pointer
from launchplanner.ui.timeline.scene import ROW
from launchplanner.ui.timeline.selection import Selection
from launchplanner.ui.timeline.texts import Texts
from launchplanner.words import _

if TYPE_CHECKING:
    from launchplanner.app.analysis import Snapshot

PartKey = tuple[str, str]

_KINDS: Final = (PHASE, TASK, BATON)
_NO_PHASE: Final = Ref(PHASE, "")
_FLAG: Final = 20
_KEYBOARD_REASONS: Final = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


class TimelineView(TimelineArea):
    """The launch along its clock.

    Signals:
        selection_changed: a tuple of (kind, id), when a person selects; in the order of choosing.
        edit_asked: an edit.
        open_asked: kind and id of the part that a person wants to edit.
        zoom_changed: how wide a day is drawn, in pixels.
    """

    selection_changed = Signal(object)
    edit_asked = Signal(object)
    open_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self.setAccessibleName(_("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.selection = Selection()
        self._snapshot: Snapshot | None = None
        self._collapsed: frozenset[str] = frozenset()
        self._only: frozenset[str] | None = None
        self._texts = Texts()
        self._pointer = Pointer(self)
        theme.of(self).changed.connect(self.viewport().update)

    # What is shown

    def show_snapshot(self, snapshot: "Snapshot") -> None:
        """Show the plan as it now is. What was selected, folded and zoomed stays so; a drag under way is given up."""
        self._pointer.give_up()
        self._snapshot = snapshot
        plan = snapshot.plan
        place = self._place_of_current()
        tables: dict[str, Collection[str]] = {PHASE: plan.phases, TASK: plan.tasks, BATON: plan.batons}
        self.selection.keep(lambda ref: ref.id in tables[ref.kind] or ref == _NO_PHASE)
        self._collapsed &= {"", *plan.phases}
        self._rebuild()
        if self.selection.current is None and place >= 0 and self.scene.timeline.rows:
            self.selection.go(self.scene.timeline.rows[min(place, len(self.scene.timeline.rows) - 1)])
        self._show_selection()

    def show_only(self, parts: "frozenset[str] | None") -> None:
        """Show only the tasks and batons with these ids and their phases; all when None."""
        self._only = parts
        self._rebuild()

    def fold(self, phase: str, *, folded: bool) -> None:
        """Fold a phase, or open it."""
        changed = self._collapsed | {phase} if folded else self._collapsed - {phase}
        if changed != self._collapsed:
            self._set_collapsed(changed)

    def toggle_fold(self, phase: str) -> None:
        """Fold a phase that is open, open one that is folded."""
        self.fold(phase, folded=phase not in self._collapsed)

    def set_all_open(self, *, open_: bool) -> None:
        """Open all phases, or fold all."""
        phases = self._snapshot.plan.phases if self._snapshot is not None else ()
        self._set_collapsed(frozenset() if open_ else frozenset(("", *phases)))

    # What is selected

    def select(self, parts: Sequence[PartKey]) -> None:
        """Show what is selected elsewhere, without telling about it; bring it into view if that is new."""
        refs = [Ref(kind, key) for kind, key in parts if kind in _KINDS]
        if tuple(refs) == self._told():
            return
        if refs:
            self.selection.choose(*refs)
            self.reveal(*refs[-1])
        else:
            self.selection.clear()
        self._show_selection()

    def choose(self, *refs: Ref) -> None:
        """Select rows as a person does."""
        before = self._told()
        if refs:
            self.selection.choose(*refs)
        else:
            self.selection.clear()
        self._tell(before)

    def toggle(self, ref: Ref) -> None:
        """Add a row to the selection, or take it out."""
        before = self._told()
        self.selection.toggle(ref)
        self._tell(before)

    def extend_to(self, ref: Ref) -> None:
        """Select all rows from where the selection began."""
        before = self._told()
        self.selection.extend(self.scene.timeline.rows, ref)
        self._tell(before)

    def go(self, ref: Ref) -> None:
        """Move the keyboard to a row and leave what is selected."""
        self.selection.go(ref)
        self._show_selection()

    def reveal(self, kind: str, key: str) -> None:
        """Bring a part into view; open its phase if it is folded."""
        if self._scene is None:
            return
        ref = Ref(kind, key)
        phase = self._scene.timeline.phase_of(ref)
        if kind != PHASE and phase in self._collapsed:
            self.fold(phase, folded=False)
        scene = self.scene
        place = scene.timeline.place_of.get(ref)
        if place is None:
            return
        self.reveal_place(place)

    def ask_for(self, edit: Edit | None) -> None:
        """Ask for an edit; for None there is nothing to ask."""
        if edit is not None:
            self.edit_asked.emit(edit)

    def ask_to_open(self, ref: Ref) -> None:
        """Ask for a part to be edited; the row of no phase is none."""
        if ref.id:
            self.open_asked.emit(*ref)

    # Qt

    def set_hovered(self, place: int, *, near_bar: bool) -> None:
        """Tint the row under the pointer, and show the handle of its bar."""
        scene = self.scene
        if (place, near_bar) == (scene.hovered, scene.hovers_bar):
            return
        for changed in {scene.hovered, place} - {-1}:
            self.viewport().update(QRect(0, scene.row_top(changed), self.viewport().width(), ROW))
        scene.hovered, scene.hovers_bar = place, near_bar

    def sizeHint(self) -> QSize:
        """Return the room in which twelve weeks can be read."""
        return QSize(1000, 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight."""
        brushes = Brushes(theme.tokens_of(self), self._texts, self.devicePixelRatioF())
        if self._scene is None or not self._scene.timeline.rows:
            paint_nothing(self.viewport(), self._scene, brushes)
        else:
            paint(self.viewport(), event.rect(), self._scene, brushes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scene, and keep the current row in sight when the panes around it take room."""
        place = self._place_of_current()
        was_seen = self._scene is not None and place in self._scene.visible()
        super().resizeEvent(event)
        if was_seen:
            self.reveal_place(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, fold or begin a drag."""
        if self._scene is None:
            return
        self._scene.has_ring = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)
        elif event.button() == Qt.MouseButton.RightButton:
            self._pointer.give_up()
            found = hit(self.scene, event.position())
            if found.place >= 0 and self.scene.timeline.rows[found.place] not in self.scene.selected:
                self.choose(self.scene.timeline.rows[found.place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover or drag."""
        if self._scene is not None:
            self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        if event.button() == Qt.MouseButton.LeftButton and self._scene is not None:
            self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask to edit the part; on the sign of a phase it is a second press."""
        if self._scene is None:
            return
        found = hit(self.scene, event.position())
        if found.what in {"fold", "edge"}:
            self._pointer.press(event)
        elif found.place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.ask_to_open(self._scene.timeline.rows[found.place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        if self._scene is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._let_go(event)
        elif self._pointer.is_dragging:
            self._pointer.refresh(event.modifiers())
        elif keys.pressed(self, event):
            self._scene.has_ring = True
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let what follows follow again when the key that held it is let go."""
        super().keyReleaseEvent(event)
        self._pointer.refresh(event.modifiers())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, when it is the keyboard that came here."""
        super().focusInEvent(event)
        if self._scene is not None:
            self._scene.has_ring = event.reason() in _KEYBOARD_REASONS
            if self.selection.current is None and self._scene.timeline.rows:
                self.selection.go(self._scene.timeline.rows[0])
            self._show_selection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away, and let go of what is held; but Alt may open the menu bar in the middle of a drag."""
        super().focusOutEvent(event)
        if self._scene is not None and event.reason() != Qt.FocusReason.MenuBarFocusReason:
            self._pointer.give_up()
            self._scene.has_ring = False
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell tooltips, pinches and the pointer's leaving apart."""
        if self._scene is not None:
            if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
                self._tell_tooltip(event)
                return True
            if event.type() == QEvent.Type.Leave:
                self._pointer.leave()
            if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_at(1 + event.value(), event.position().x())
                return True
        return super().viewportEvent(event)

    # Inside

    def _rebuild(self) -> None:
        if self._snapshot is None:
            return
        timeline = Timeline(self._snapshot.context, self._snapshot.findings, self._collapsed, self._only)
        self.show_timeline(timeline)

    def _set_collapsed(self, phases: frozenset[str]) -> None:
        self._collapsed = phases
        self._rebuild()
        current = self.selection.current
        if current is not None and self._scene is not None and current not in self._scene.timeline.place_of:
            self.selection.go(Ref(PHASE, self._scene.timeline.phase_of(current)))
        self._show_selection()

    def _place_of_current(self) -> int:
        if self._scene is None or self.selection.current is None:
            return -1
        return self._scene.timeline.place_of.get(self.selection.current, -1)

    def _told(self) -> tuple[PartKey, ...]:
        return tuple((ref.kind, ref.id) for ref in self.selection.chosen if ref.id)

    def _tell(self, before: tuple[PartKey, ...]) -> None:
        self._show_selection()
        now = self._told()
        if now != before:
            self.selection_changed.emit(now)

    def _show_selection(self) -> None:
        if self._scene is None:
            return
        self._scene.selected = frozenset(self.selection.chosen)
        self._scene.current = self.selection.current
        self.viewport().update()
        place = self._place_of_current()
        self._say(self._scene.timeline.sentence(place) if place >= 0 else "")

    def _say(self, sentence: str) -> None:
        """Tell a screen reader what the current row says."""
        if sentence == self.accessibleDescription():
            return
        self.setAccessibleDescription(sentence)
        if sentence and self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _let_go(self, event: QKeyEvent) -> None:
        """Give up a drag, or else let go of what is selected."""
        if self._pointer.give_up():
            return
        if self.selection.chosen:
            self.choose()
        else:
            super().keyPressEvent(event)

    def _tell_tooltip(self, event: QHelpEvent) -> None:
        found = hit(self.scene, QPointF(event.pos()))
        text = self.scene.timeline.sentence(found.place) if found.place >= 0 else ""
        top, height = self.scene.row_top(found.place), ROW
        if found.what == "head" and event.pos().x() > self.scene.column:
            text = self._head_tooltip(event.pos().x())
            top, height = 0, self.scene.head
        if self._pointer.is_dragging or not text:
            QToolTip.hideText()
            return
        area = QRect(0, top, self.viewport().width(), height)
        QToolTip.showText(event.globalPos(), tooltip(text), self.viewport(), area)

    def _head_tooltip(self, x: int) -> str:
        head, axis = self.scene.timeline.head, self.scene.axis
        if abs(axis.x(head.launch) - x) < _FLAG:
            return head.launch_text
        day = axis.day(x)
        return next((band.text for band in head.bands if band.start <= day < band.finish), "")
