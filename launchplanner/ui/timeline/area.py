"""The scrolled and zoomed area behind the timeline view: its axis, its scroll bars, the width of its columns."""

from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from launchplanner.reports.timeline import Timeline
from launchplanner.ui.timeline.axis import STEP, Axis
from launchplanner.ui.timeline.scene import ROW, Scene

_SHARE_OF_TITLES: Final = 0.32
_LEAST_TITLES: Final = 180
_USUAL_TITLES: Final = (220, 392)
_LEAST_CHART: Final = 160
_SCROLLED_PER_MOVE: Final = 18
_NOTCH: Final = 120


class TimelineArea(QAbstractScrollArea):
    """Keeps the scene in step with the size of the view and its scroll bars."""

    zoom_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(ROW)
        self.setMinimumSize(_LEAST_TITLES + _LEAST_CHART, 160)
        self._scene: Scene | None = None
        self._column: int | None = None
        self._is_laying_out = False

    @property
    def scene(self) -> Scene:
        """What is shown.

        Raises:
            RuntimeError: nothing was shown yet.
        """
        if self._scene is None:
            raise RuntimeError("the timeline shows no plan yet")
        return self._scene

    def show_timeline(self, timeline: Timeline) -> None:
        """Show other rows at the same place and zoom; the clock is fitted the first time."""
        if self._scene is None:
            head = timeline.head
            self._scene = Scene(timeline, Axis.fitted(head.whole, head.fit, 0, 1))
        self._scene.timeline = timeline
        self._lay_out()

    def zoom(self, steps: int) -> None:
        """Draw days wider, or narrower for negative steps, about today where it is in sight."""
        if self._scene is None:
            return
        axis = self._scene.axis
        today = axis.x(self._scene.timeline.head.today.at)
        self.zoom_at(STEP**steps, today if axis.left <= today <= axis.right else axis.left + axis.width / 2)

    def fit(self) -> None:
        """Show the whole clock, however wide the window is."""
        if self._scene is not None:
            axis = self._scene.axis
            self._set_axis(Axis.fitted(axis.whole, axis.fit, axis.left, axis.width))

    def go_to_today(self) -> None:
        """Bring today to the first third of the chart."""
        if self._scene is not None:
            axis = self._scene.axis
            middle = axis.x(self._scene.timeline.head.today.at) - axis.left + axis.offset
            self.horizontalScrollBar().setValue(round(middle - axis.width / 3))

    def set_column_width(self, width: int) -> None:
        """Give the column of titles and owners a width; it leaves some room for the chart."""
        self._column = min(max(width, _LEAST_TITLES), max(self.viewport().width() - _LEAST_CHART, _LEAST_TITLES))
        self._lay_out()

    def scroll_towards(self, at: QPointF) -> None:
        """Scroll a little when something is dragged past the edge of the chart."""
        chart = self.scene.chart
        down = (at.y() > chart.bottom()) - (at.y() < chart.top())
        along = (at.x() > chart.right()) - (at.x() < chart.left())
        for bar, way in ((self.verticalScrollBar(), down), (self.horizontalScrollBar(), along)):
            bar.setValue(bar.value() + way * _SCROLLED_PER_MOVE)

    def reveal_place(self, place: int) -> None:
        """Scroll to a row, and along the clock to its bar where that is out of sight."""
        scene = self.scene
        bar = self.verticalScrollBar()
        room = int(scene.chart.height())
        if place * ROW < bar.value():
            bar.setValue(place * ROW)
        elif (place + 1) * ROW > bar.value() + room:
            bar.setValue((place + 1) * ROW - room)
        rect = scene.shape_rect(place)
        along = self.horizontalScrollBar()
        if rect is not None and along.maximum() and (rect.right() < scene.column or rect.left() > scene.axis.right):
            along.setValue(round(along.value() + rect.left() - scene.column - scene.axis.width / 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the place at the left edge."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bars."""
        if self._scene is None or self._is_laying_out:
            return
        scene = self._scene
        scene.top = self.verticalScrollBar().value()
        if dx:
            scene.axis = scene.axis.scrolled_to(self.horizontalScrollBar().value()).unfitted()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom at the pointer, with Shift scroll along the clock."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_at(STEP ** (turned / _NOTCH), event.position().x())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
            event.accept()
        else:
            super().wheelEvent(event)

    def zoom_at(self, factor: float, x: float) -> None:
        """Draw days wider by a factor; the day under a pixel stays there."""
        if self._scene is not None:
            axis = self._scene.axis
            self._set_axis(axis.zoomed(factor, min(max(x, axis.left), axis.right)))

    def _set_axis(self, axis: Axis) -> None:
        scene = self.scene
        before = scene.axis.day_width
        scene.axis = axis
        self._lay_out()
        if scene.axis.day_width != before:
            self.zoom_changed.emit(scene.axis.day_width)

    def _lay_out(self) -> None:
        """Fit scene and scroll bars to the size of the view. A bar that comes or goes changes that size once more."""
        if self._scene is None or self._is_laying_out:
            return
        self._is_laying_out = True
        scene, head = self._scene, self._scene.timeline.head
        size = self.viewport().size()
        left = self._titles(size.width())
        scene.axis = scene.axis.laid_out(head.whole, head.fit, left, max(size.width() - left, 1))
        scene.height = size.height()
        room = max(int(scene.chart.height()), 0)
        upright, along = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setPageStep(max(room, ROW))
        upright.setRange(0, max(len(scene.timeline.rows) * ROW - room, 0))
        along.setPageStep(max(round(scene.axis.width), 1))
        along.setSingleStep(max(round(scene.axis.day_width), 1))
        along.setRange(0, round(scene.axis.furthest))
        along.setValue(round(scene.axis.offset))
        scene.top = upright.value()
        self._is_laying_out = False
        self.viewport().update()

    def _titles(self, width: int) -> int:
        least, most = _USUAL_TITLES
        wanted = self._column if self._column is not None else min(max(round(width * _SHARE_OF_TITLES), least), most)
        return min(wanted, max(width - _LEAST_CHART, _LEAST_TITLES))
