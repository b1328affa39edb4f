"""An open launch on screen: the views, the inspector beside them, the problems below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.app.recording import recorded
from launchplanner.checks import Finding
from launchplanner.plan.plan import BATON
from launchplanner.reports.now import now
from launchplanner.ui.batons.view import BatonsView
from launchplanner.ui.inspector.inspector import Inspector
from launchplanner.ui.kit.surfaces import rows
from launchplanner.ui.people.view import PeopleView
from launchplanner.ui.problems.panel import ProblemsPanel
from launchplanner.ui.relay.door import Door
from launchplanner.ui.relay.room import BatonRoom
from launchplanner.ui.selection_strip import SelectionStrip
from launchplanner.ui.status_line import StatusLine
from launchplanner.ui.tasks.view import TasksView
from launchplanner.ui.timeline.view import TimelineView
from launchplanner.ui.top_bar import NARROW, TopBar
from launchplanner.ui.view_list import TIMELINE, View, made_views
from launchplanner.ui.views import PartKey
from launchplanner.words import _

_INSPECTOR_WIDTH = 340


class Workspace(QWidget):
    """Everything that shows one launch. It passes snapshots down and edits up, and keeps the selection."""

    edit_asked = Signal(object)
    export_asked = Signal(object)
    search_asked = Signal()
    handbook_asked = Signal(str)
    task_asked = Signal()
    baton_asked = Signal()
    person_asked = Signal()
    waive_asked = Signal(object)
    selected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self.selection: tuple[PartKey, ...] = ()
        self._snapshot: Snapshot | None = None
        self._views: dict[str, View] = {}
        self._is_narrow = False
        self._view = TIMELINE
        titles = made_views()
        self.top = TopBar([(entry.key, entry.title) for entry in titles])
        self._stack = QStackedWidget()
        for entry in titles:
            self._add_view(entry.key, entry.make())
        self.timeline = self._timeline()
        self.inspector = Inspector(recorded)
        self.problems = ProblemsPanel()
        self.strip = SelectionStrip()
        self.status = StatusLine()
        self.door = Door()
        self.room = BatonRoom(recorded)
        self._lay_out()
        self._connect()

    def show_snapshot(self, snapshot: Snapshot, *, is_saved: bool, trouble: str) -> None:
        """Show a plan as it now is. What was selected and is gone is let go."""
        self._snapshot = snapshot
        self.selection = tuple(part for part in self.selection if _is_there(snapshot, part))
        self.top.show_now(now(snapshot.lookup, snapshot.today), is_saved=is_saved)
        for view in self._views.values():
            view.show_snapshot(snapshot)
        self.inspector.show_snapshot(snapshot, self.selection)
        self.problems.show_snapshot(snapshot)
        self.strip.show_part(snapshot, self.selection)
        self.status.show_snapshot(snapshot)
        self._show_room(snapshot)
        told = _("Saved") if is_saved else _("Not saved yet")
        if trouble:
            told = _("Edits are kept only by saving: {reason}").format(reason=trouble)
        for line in (self.status, self.room):
            line.show_saved(told, trouble=bool(trouble))

    @property
    def open_baton(self) -> str:
        """The id of the baton whose page is open; "" while a view is shown."""
        return self.room.key if self._pages.currentWidget() is self.room else ""

    def show_baton(self, key: str) -> None:
        """Open a baton's page, over views, inspector and problems."""
        if self._snapshot is None or key not in self._snapshot.plan.batons:
            return
        self.select(((BATON, key),))
        self._pages.setCurrentWidget(self.room)
        self.room.show_baton(self._snapshot, key)

    def leave_baton(self) -> None:
        """Go back to the view from which a baton was opened."""
        if self.open_baton:
            self.room.finish()
            self._pages.setCurrentIndex(0)
            self._views[self._view].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_room(self, snapshot: Snapshot) -> None:
        if self.open_baton and self.room.key not in snapshot.plan.batons:
            self._pages.setCurrentIndex(0)
        elif self.open_baton:
            self.room.show_snapshot(snapshot)

    def select(self, parts: Sequence[PartKey]) -> None:
        """Select parts in every view."""
        self.selection = tuple(parts)
        for view in self._views.values():
            view.select(self.selection)
        if self._snapshot is not None:
            self.inspector.show_snapshot(self._snapshot, self.selection)
            self.problems.select(self.selection)
            self.strip.show_part(self._snapshot, self.selection)
        self._show_sides()
        self.selected.emit(self.selection)

    def show_view(self, key: str) -> None:
        """Show one of the views."""
        self.leave_baton()
        self._view = key
        self._stack.setCurrentWidget(self._views[key])
        self.top.set_view(key)
        self._views[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_selection(self) -> None:
        """Go into the inspector, to the first field of what is selected."""
        self.leave_baton()
        self.show_inspector()
        self.inspector.edit_first()

    def finish_typing(self) -> None:
        """Ask for what is still being typed in the inspector, so that it is not left out of what follows."""
        self.inspector.finish()
        if self.open_baton:
            self.room.finish()

    def show_inspector(self) -> None:
        """Show the inspector, also where there is little room."""
        self._inspector_wanted = True
        self._show_sides()

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self._inspector_wanted = not self.inspector.isVisible()
        self._show_sides()

    def toggle_problems(self) -> None:
        """Show or fold the problems."""
        self.problems.set_open(open_=not self.problems.is_open)

    def next_problem(self, step: int) -> None:
        """Go to the next problem and select its part."""
        finding = self.problems.step(step)
        if finding is not None:
            self._go_to(finding)

    def zoom(self, steps: int) -> None:
        """Draw the days of the timeline wider or narrower."""
        self.timeline.zoom(steps)

    def fit(self) -> None:
        """Let the whole clock fill the width of the timeline."""
        self.timeline.fit()

    def go_to_today(self) -> None:
        """Bring today into view."""
        self.show_view(TIMELINE)
        self.timeline.go_to_today()

    def set_phases_open(self, *, open_: bool) -> None:
        """Open or close all phases of the timeline."""
        self.timeline.set_all_open(open_=open_)

    def view_area(self) -> QWidget:
        """Return the widget in which the keys of the views count."""
        return self._stack

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the views the room when there is little of it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._inspector_wanted = not narrow
            self.problems.set_open(open_=not narrow)
            self._show_sides()

    def _show_sides(self) -> None:
        self._side.setVisible(self._inspector_wanted)
        self.inspector.setVisible(self._inspector_wanted)
        self.door.show_parts(self.selection)
        self.strip.setVisible(not self._inspector_wanted and bool(self.selection))

    def _go_to(self, finding: Finding) -> None:
        part = (finding.part.kind, finding.part.id)
        self.select((part,) if self._snapshot is not None and _is_there(self._snapshot, part) else ())

    def _export(self, baton: str) -> None:
        self.export_asked.emit((baton,))

    def _open_finding(self, finding: Finding) -> None:
        self._go_to(finding)
        self.show_inspector()
        self.inspector.setFocus()

    def _add_view(self, key: str, view: View) -> None:
        self._views[key] = view
        self._stack.addWidget(view)
        view.selection_changed.connect(self.select)
        view.edit_asked.connect(self.edit_asked)
        view.open_asked.connect(self._open)
        if isinstance(view, TasksView):
            view.task_asked.connect(self.task_asked)
        if isinstance(view, BatonsView):
            view.baton_asked.connect(self.baton_asked)
        if isinstance(view, PeopleView):
            view.person_asked.connect(self.person_asked)

    def _open(self, kind: str, key: str) -> None:
        if kind == BATON:
            self.show_baton(key)
            return
        self.select(((kind, key),))
        self.edit_selection()

    def _open_selected(self) -> None:
        kind, key = self.selection[0] if self.selection else ("", "")
        if kind == BATON:
            self.show_baton(key)
        else:
            self.edit_selection()

    def _go_from_room(self, parts: Sequence[PartKey]) -> None:
        self.leave_baton()
        self.select(parts)
        self.show_inspector()

    def _timeline(self) -> TimelineView:
        view = self._views[TIMELINE]
        if not isinstance(view, TimelineView):
            raise TypeError("the timeline is the view of that name")
        return view

    def _lay_out(self) -> None:
        self._inspector_wanted = True
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.setObjectName("across")
        self._across.addWidget(self._stack)
        self._side = QWidget()
        beside = rows(self._side)
        beside.addWidget(self.inspector, 1)
        beside.addWidget(self.door)
        self._across.addWidget(self._side)
        self._across.setStretchFactor(0, 1)
        self._across.setCollapsible(0, False)  # noqa: FBT003 - Qt's own signature
        self._across.setSizes([1100, _INSPECTOR_WIDTH])
        views = QWidget()
        below = rows(views)
        below.addWidget(self._across, 1)
        below.addWidget(self.strip)
        below.addWidget(self.problems)
        below.addWidget(self.status)
        self._pages = QStackedWidget()
        self._pages.addWidget(views)
        self._pages.addWidget(self.room)
        column = rows(self)
        column.addWidget(self.top)
        column.addWidget(self._pages, 1)
        self.strip.hide()

    def _connect(self) -> None:
        self.top.view_chosen.connect(self.show_view)
        self.top.search_asked.connect(self.search_asked)
        self.top.export_asked.connect(lambda: self.export_asked.emit(()))
        self.inspector.edit_asked.connect(self.edit_asked)
        self.inspector.select_asked.connect(self.select)
        self.inspector.export_asked.connect(self._export)
        self.problems.edit_asked.connect(self.edit_asked)
        self.problems.finding_chosen.connect(self._go_to)
        self.problems.open_asked.connect(self._open_finding)
        self.problems.handbook_asked.connect(self.handbook_asked)
        self.problems.waive_asked.connect(self.waive_asked)
        self.strip.open_asked.connect(self._open_selected)
        self.door.open_asked.connect(self._open_selected)
        self.room.edit_asked.connect(self.edit_asked)
        self.room.select_asked.connect(self._go_from_room)
        self.room.export_asked.connect(self._export)
        self.room.back_asked.connect(self.leave_baton)


def _is_there(snapshot: Snapshot, part: PartKey) -> bool:
    kind, key = part
    tables = {
        "task": snapshot.plan.tasks,
        "baton": snapshot.plan.batons,
        "phase": snapshot.plan.phases,
        "person": snapshot.plan.people,
        "role": snapshot.plan.roles,
        "team": snapshot.plan.teams,
    }
    return kind in tables and key in tables[kind]
