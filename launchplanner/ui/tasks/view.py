"""The tasks view: keeps how the table is looked at and what is selected, and turns what is typed into edits."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Remove
from launchplanner.plan.plan import BATON, PERSON, PHASE, TASK
from launchplanner.plan.work import DONE, PLANNED
from launchplanner.reports.task_table import FILTERS, Arrangement, Ref, TaskTable
from launchplanner.ui.dialogs.owner import ask_owner
from launchplanner.ui.kit.surfaces import rows
from launchplanner.ui.tasks.bar import TaskBar
from launchplanner.ui.tasks.bulk import NoteLine, SelectionBar
from launchplanner.ui.tasks.cells import Outcome, Wish, outcome, refusal_note
from launchplanner.ui.tasks.columns import STATUS, TITLE
from launchplanner.ui.tasks.editors import CellEditor, Leave
from launchplanner.ui.tasks.empty import NoTasks
from launchplanner.ui.tasks.model import TaskModel
from launchplanner.ui.tasks.opening import CellOpener
from launchplanner.ui.tasks.sheets import copied, grid_of, pasted
from launchplanner.ui.tasks.table import TaskGrid
from launchplanner.ui.tasks.widths import fit_columns
from launchplanner.ui.views import PartKey
from launchplanner.words import _

_KINDS: Final = frozenset((TASK, BATON, PHASE, PERSON))
_SEVERAL: Final = 2


class TasksView(QWidget):
    """All tasks, in groups.

    Signals:
        selection_changed: a tuple of (kind, id), when a person selects; in the order of choosing.
        edit_asked: an edit.
        open_asked: kind and id of the part that a person wants to edit.
        task_asked: a first task is to be added.
    """

    selection_changed = Signal(object)
    edit_asked = Signal(object)
    open_asked = Signal(str, str)
    task_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tasks-view")
        self._snapshot: Snapshot | None = None
        self._waiting: Snapshot | None = None
        self._rows: TaskTable | None = None
        self._look = Arrangement()
        self._chosen: tuple[PartKey, ...] = ()
        self._model = TaskModel()
        self._opener = CellOpener()
        self.bar = TaskBar()
        self.table = TaskGrid(self._model, self._opener.opened, self._take)
        self._opener.lie_in(self.table)
        self.empty = NoTasks()
        self.note = NoteLine()
        self.selection_bar = SelectionBar()
        self._stack = QStackedWidget()
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the plan as it now is. What is selected, folded and filtered stays so; out of sight, it waits."""
        self._waiting = snapshot
        if self.isVisible():
            self._show_waiting()

    def select(self, parts: Sequence[PartKey]) -> None:
        """Mark what is selected elsewhere, without telling about it; open the group it stands in."""
        wanted = tuple(part for part in parts if part[0] in _KINDS)
        if wanted == self._chosen:
            return
        self._chosen = wanted
        if self._snapshot is not None and self.isVisible():
            self._open_groups_of([Ref(*part) for part in wanted])
            self._show_chosen(reveal=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed out of sight."""
        super().showEvent(event)
        if self._waiting is not None:
            self._show_waiting()
            self._open_groups_of([Ref(*part) for part in self._chosen])
            self._show_chosen(reveal=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        fit_columns(self.table, self.width())
        self.selection_bar.show_hints(self.width())

    def _show_waiting(self) -> None:
        snapshot, self._waiting = self._waiting, None
        if snapshot is None:
            return
        is_first = self._snapshot is None
        self._snapshot = snapshot
        self._rows = TaskTable(snapshot.context, snapshot.findings)
        self._opener.show_snapshot(snapshot)
        plan = snapshot.plan
        there = {TASK: plan.tasks, BATON: plan.batons, PHASE: plan.phases, PERSON: plan.people}
        self._chosen = tuple(part for part in self._chosen if part[1] in there[part[0]])
        self.bar.show_counts(self._rows.count, {name: len(self._rows.kept[name]) for name in FILTERS})
        self._show_lines()
        if is_first and self.table.current_ref is None:
            self._look = replace(self._look, closed=self._finished())
            self._show_lines()
            self.table.choose(
                (), next((ref for ref in self._model.lines if ref.kind == TASK), None), TITLE, reveal=False
            )

    def _finished(self) -> frozenset[Ref]:
        """Return the phases whose work is all settled: they begin folded."""
        if self._snapshot is None:
            return frozenset()
        phases = self._snapshot.lookup.tasks_of_phase.items()
        return frozenset(
            Ref(PHASE, key) for key, tasks in phases if tasks and all(task.is_settled for _key, task in tasks)
        )

    def _show_lines(self) -> None:
        if self._rows is None:
            return
        at = self.table.currentIndex()
        current, column, row = self.table.current_ref, max(at.column(), TITLE) if at.isValid() else TITLE, at.row()
        top = self.table.verticalScrollBar().value()
        self.table.head.show_look(self._look)
        lines = self._rows.lines(self._look)
        has_tasks = any(ref.kind == TASK for ref in lines) or (bool(lines) and self._rows.shown(self._look) > 0)
        if self._model.show_lines(self._rows, self._look, lines):
            if current not in set(lines) and lines and row >= 0:
                current = lines[min(row, len(lines) - 1)]
            self.table.choose([Ref(*part) for part in self._chosen], current, column, reveal=False)
            self.table.verticalScrollBar().setValue(top)
        if not self._rows.count and not lines:
            self.empty.show_none()
        elif not has_tasks and self._look.narrows:
            self.empty.show_no_match(self._look, self._rows.count)
        is_empty = not lines or (not has_tasks and self._look.narrows)
        self._stack.setCurrentWidget(self.empty if is_empty else self.table)
        self._show_totals()

    def _show_chosen(self, *, reveal: bool) -> None:
        refs = [Ref(*part) for part in self._chosen]
        column = max(self.table.currentIndex().column(), TITLE)
        current = refs[-1] if refs else self.table.current_ref
        self.table.choose(refs, current, column, reveal=reveal and bool(refs))
        self._show_totals()

    def _show_totals(self) -> None:
        tasks = self._chosen_tasks()
        if self._rows is None:
            return
        if len(tasks) >= _SEVERAL:
            self.selection_bar.show_totals(*self._rows.totals(tasks))
        self.selection_bar.setVisible(len(tasks) >= _SEVERAL)
        self.table.head.show_share(len(tasks) / self._rows.count if self._rows.count else 0)

    def _chosen_tasks(self) -> list[str]:
        return [key for kind, key in self._chosen if kind == TASK]

    def _targets(self) -> list[str]:
        """Return the tasks that a command is about: those selected, or the one at the keyboard."""
        current = self.table.current_ref
        return self._chosen_tasks() or ([current.id] if current is not None and current.kind == TASK else [])

    def _open_groups_of(self, refs: Sequence[Ref]) -> None:
        if self._rows is None or not self._look.closed:
            return
        groups = {self._rows.group_of(ref, self._look.group) for ref in refs if ref.kind in {TASK, BATON}}
        opened = self._look.closed - groups
        if opened != self._look.closed:
            self._arrange(replace(self._look, closed=opened))

    def _arrange(self, look: Arrangement) -> None:
        self._look = look
        self.bar.show_look(look)
        self._show_lines()
        if set(self._chosen) - {(ref.kind, ref.id) for ref in self.table.chosen_refs()}:
            self._tell()  # commands act on what is seen to be selected, so what is hidden is let go

    def _narrow(self, look: Arrangement) -> None:
        self.note.say("")
        self._arrange(replace(look, closed=self._look.closed))

    def _sort(self, column: str, descending: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._arrange(replace(self._look, sort=column, descending=descending))

    def _fold(self, ref: Ref) -> None:
        self._arrange(replace(self._look, closed=self._look.closed ^ {ref}))

    def _tell(self) -> None:
        refs = self.table.chosen_refs()
        work = [ref for ref in refs if ref.kind in {TASK, BATON}]
        shown = [(ref.kind, ref.id) for ref in work or refs if ref.kind in _KINDS and ref.id]
        kept = [part for part in self._chosen if part in set(shown)]
        chosen = (*kept, *(part for part in shown if part not in set(kept)))
        if chosen != self._chosen:
            self._chosen = chosen
            self._show_totals()
            self.selection_changed.emit(chosen)

    def _let_go(self) -> None:
        self.note.say("")
        self.table.selectionModel().clearSelection()

    def _choose_all(self) -> None:
        if len(self._chosen_tasks()) == len(self._model.lines) or self._model.lines == ():
            self._let_go()
            return
        tasks = [ref for ref in self._model.lines if ref.kind == TASK]
        if set(self._chosen_tasks()) == {ref.id for ref in tasks}:
            self._let_go()
            return
        self.table.choose(tasks, self.table.current_ref, TITLE, reveal=False)
        self._tell()

    # What is asked for

    def _take(self, editor: CellEditor, leave: Leave) -> bool:
        """Take what an editor says; return whether it may close."""
        snapshot, place = self._snapshot, editor.place
        if snapshot is None or place.key not in snapshot.plan.tasks:
            return True
        everywhere = leave is Leave.EVERYWHERE
        keys = list(dict.fromkeys((place.key, *self._chosen_tasks()))) if everywhere else [place.key]
        found = outcome(snapshot, [Wish(key, place.column, editor.typed()) for key in keys])
        self.note.say(refusal_note(found.refusals, 0))
        if found.refusals and leave is not Leave.AWAY:
            editor.refuse()
            return False
        self.table.close_editor()
        self._opener.close()
        if leave is not Leave.AWAY:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.step(leave)
        if not found.refusals and found.edit is not None:
            self.edit_asked.emit(found.edit)
        return True

    def _do(self, found: Outcome) -> None:
        self.note.say(refusal_note(found.refusals, found.changed))
        if found.edit is not None:
            self.edit_asked.emit(found.edit)

    def _toggle_done(self) -> None:
        if self._snapshot is None:
            return
        keys = self._targets()
        all_done = all(self._snapshot.plan.tasks[key].status == DONE for key in keys)
        name = _("Mark not done") if all_done else _("Mark done")
        wishes = [Wish(key, STATUS, PLANNED if all_done else DONE) for key in keys]
        self._do(outcome(self._snapshot, wishes, name))

    def _set_status(self, status: str) -> None:
        if self._snapshot is not None:
            self._do(outcome(self._snapshot, [Wish(key, STATUS, status) for key in self._targets()]))

    def _give(self) -> None:
        keys = self._targets()
        if self._snapshot is None or not keys:
            return
        edit = ask_owner(self, self._snapshot, keys)
        if edit is not None:
            self.edit_asked.emit(edit)

    def _remove(self) -> None:
        keys = self._targets()
        if keys:
            self.edit_asked.emit(Remove(TASK, tuple(keys)))

    def _copy(self) -> None:
        chosen = set(self._targets())
        keys = [ref.id for ref in self._model.lines if ref.kind == TASK and ref.id in chosen]
        if self._snapshot is not None and self._rows is not None and keys:
            self.table.put_on_clipboard(*copied(self._snapshot, self._rows, keys, self.table.visible_columns()))

    def _paste(self, text: str) -> None:
        grid, at = grid_of(text), self.table.currentIndex()
        if self._snapshot is None or not grid or not at.isValid():
            return
        single = len(grid) == len(grid[0]) == 1
        chosen = self._chosen_tasks()
        below = [ref.id for ref in self._model.lines[self._first_row() :] if ref.kind == TASK]
        columns = [column for column in self.table.visible_columns() if column >= at.column()]
        keys = chosen if single and chosen else below
        self._do(pasted(self._snapshot, grid, keys, columns, len(chosen)))

    def _first_row(self) -> int:
        """Return the first selected row, from which a paste goes down."""
        return min(self.table.chosen_rows(), default=self.table.currentIndex().row())

    def _show_all(self) -> None:
        self._arrange(replace(self._look, filters=frozenset(), words=""))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self.bar.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.find_field.selectAll()

    def _to_table(self) -> None:
        if self.table.current_ref is None and self._model.lines:
            self.table.choose((), self._model.lines[0], TITLE, reveal=True)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = rows(self)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.note)
        column.addWidget(self.selection_bar)

    def _connect(self) -> None:
        self.bar.look_changed.connect(self._narrow)
        self.bar.left.connect(self._to_table)
        self.table.head.sort_asked.connect(self._sort)
        self.table.head.all_asked.connect(self._choose_all)
        self.table.chosen.connect(self._tell)
        self.table.fold_asked.connect(self._fold)
        self.table.open_asked.connect(self.open_asked)
        self.table.done_asked.connect(self._toggle_done)
        self.table.copy_asked.connect(self._copy)
        self.table.paste_asked.connect(self._paste)
        self.table.let_go.connect(self._let_go)
        self.selection_bar.give_asked.connect(self._give)
        self.selection_bar.status_asked.connect(self._set_status)
        self.selection_bar.copy_asked.connect(self._copy)
        self.selection_bar.remove_asked.connect(self._remove)
        self.empty.add_asked.connect(self.task_asked)
        self.empty.all_asked.connect(self._show_all)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)
