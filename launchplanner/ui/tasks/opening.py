"""Which field opens over which cell, and the card that says what a typed day means."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.ui.inspector.choices import task_states
from launchplanner.ui.inspector.day_field import CalendarPopup
from launchplanner.ui.inspector.fields import when
from launchplanner.ui.inspector.names import people_and_roles
from launchplanner.ui.inspector.pick_field import Option
from launchplanner.ui.tasks.cells import Wish, day_of, text_of
from launchplanner.ui.tasks.columns import DAYS, DUE, OWNER, START, STATUS, headings
from launchplanner.ui.tasks.editors import CellEditor, LineCell, PickCell, Place
from launchplanner.ui.tasks.hint import DayHint, meaning
from launchplanner.ui.tasks.table import TaskGrid
from launchplanner.words import _, short_day


class CellOpener:
    """Makes the editors of the table."""

    def __init__(self) -> None:
        self._snapshot: Snapshot | None = None
        self._table: TaskGrid | None = None
        self._hint: DayHint | None = None

    def lie_in(self, table: TaskGrid) -> None:
        """Put the card into a table."""
        self._table = table
        self._hint = DayHint(table.viewport())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Work on another state of the plan."""
        self._snapshot = snapshot

    def close(self) -> None:
        """Take the card away."""
        if self._hint is not None:
            self._hint.hide()

    def opened(self, parent: QWidget, place: Place) -> CellEditor | None:
        """Return the editor of a cell, with what the cell says in it."""
        snapshot = self._snapshot
        if snapshot is None or place.key not in snapshot.plan.tasks:
            return None
        says = _("{column} of {task}").format(
            column=headings()[place.column], task=snapshot.plan.tasks[place.key].title
        )
        text = text_of(snapshot, place.key, place.column)
        if place.column in {OWNER, STATUS}:
            return PickCell(parent, place, text, says, self._options(snapshot, place.column))
        made = LineCell(parent, place, text, says)
        if place.column in {START, DUE}:
            made.textEdited.connect(lambda: self._show_meaning(made))
            made.calendar_asked.connect(lambda: self._open_calendar(made))
            made.done.connect(self.close)
        if place.column == DAYS:
            made.setMaxLength(9)
        return made

    def _options(self, snapshot: Snapshot, column: int) -> Callable[[], Sequence[Option]]:
        if column == OWNER:
            return lambda: people_and_roles(snapshot)
        return lambda: [Option(state, words) for state, words in task_states()]

    def _show_meaning(self, editor: LineCell) -> None:
        snapshot, hint, table = self._snapshot, self._hint, self._table
        if snapshot is None or hint is None or table is None or editor.place.key not in snapshot.plan.tasks:
            return
        wish = Wish(editor.place.key, editor.place.column, " ".join(editor.text().split()))
        hint.show_meaning(meaning(snapshot, wish), editor.geometry(), table.selected_tasks())

    def _open_calendar(self, editor: LineCell) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        place = editor.place
        day = day_of(snapshot, place.key, place.column, editor.text()) or snapshot.today
        popup = CalendarPopup(editor, day)
        when(popup.chosen, lambda chosen: self._choose(editor, short_day(chosen)))
        popup.open_at(editor.mapToGlobal(QPoint(0, editor.height() + 2)))

    def _choose(self, editor: LineCell, text: str) -> None:
        editor.setText(text)
        editor.setFocus()
        self._show_meaning(editor)
