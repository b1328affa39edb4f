"""Mouse and keyboard on the task table, as a person uses them."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from launchplanner.app.analysis import analyse
from launchplanner.plan.edits import Edit, EditError
from launchplanner.plan.plan import Plan
from launchplanner.ui.tasks.columns import TITLE
from launchplanner.ui.tasks.view import TasksView

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hand:
    """Uses the view; edits that it asks for are made and shown again."""

    def __init__(self, view: TasksView, plan: Plan, today: date) -> None:
        self.view = view
        self.plan = plan
        self.edits: list[Edit] = []
        self.selections: list[tuple[tuple[str, str], ...]] = []
        self.opened: list[tuple[str, str]] = []
        self.refusal = ""
        self._today = today
        view.edit_asked.connect(self._do)
        view.selection_changed.connect(self.selections.append)
        view.open_asked.connect(self._open)

    @property
    def lines(self) -> list[str]:
        """The ids of the lines, from above."""
        model = self.view.table.model()
        return [ref.id for ref in getattr(model, "lines")]  # noqa: B009 - the model of this view

    @property
    def selected(self) -> list[str]:
        """The ids of the selected lines, from above."""
        return [ref.id for ref in self.view.table.chosen_refs()]

    @property
    def at(self) -> tuple[str, int]:
        """The cell at which the keyboard is."""
        ref = self.view.table.current_ref
        return (ref.id if ref is not None else "", self.view.table.currentIndex().column())

    @property
    def editor(self) -> QLineEdit:
        """The field that is open."""
        editor = self.view.table.editor
        assert editor is not None
        return editor

    def says(self, key: str, column: int) -> str:
        """Return what a cell says."""
        model = self.view.table.model()
        return str(model.index(self.lines.index(key), column).data())

    def point(self, key: str, column: int = TITLE) -> QPoint:
        """Return the middle of a cell."""
        table = self.view.table
        index = table.model().index(self.lines.index(key), column)
        table.scrollTo(index)
        return table.visualRect(index).center()

    def click(self, key: str, column: int = TITLE, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Click on a cell."""
        QTest.mouseClick(self.view.table.viewport(), Qt.MouseButton.LeftButton, modifiers, self.point(key, column))

    def double_click(self, key: str, column: int = TITLE) -> None:
        """Click twice on a cell."""
        self.click(key, column)
        QTest.mouseDClick(self.view.table.viewport(), Qt.MouseButton.LeftButton, NONE, self.point(key, column))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, wherever the keyboard is."""
        QTest.keyClick(self._focused(), key, modifiers)

    def type(self, text: str) -> None:
        """Type, wherever the keyboard is; the first letter opens the field of the cell."""
        for letter in text:
            QTest.keyClicks(self._focused(), letter)

    def enter(self, key: str, column: int, text: str) -> None:
        """Type a text into a cell and press Enter."""
        self.click(key, column)
        self.type(text)
        self.key(Qt.Key.Key_Return)

    def paste(self, text: str) -> None:
        """Paste a text from elsewhere."""
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, CTRL)

    def _focused(self) -> QWidget:
        focused = self.view.table.editor or QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        return focused

    def _open(self, kind: str, key: str) -> None:
        self.opened.append((kind, key))

    def _do(self, edit: Edit) -> None:
        self.edits.append(edit)
        try:
            self.plan = edit.apply(self.plan)
        except EditError as error:
            self.refusal = str(error)
        self.view.show_snapshot(analyse(self.plan, self._today))
