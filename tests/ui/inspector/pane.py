"""An inspector with the smallest window round it: edits go to a plan, and what follows is shown again."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from launchplanner.app.analysis import analyse
from launchplanner.plan.edits import Edit, EditError
from launchplanner.plan.plan import Plan
from launchplanner.ui.inspector.inspector import Inspector
from launchplanner.ui.views import PartKey
from tests.ui.inspector.launches import TODAY, recorded

W = TypeVar("W", bound=QWidget)


class Pane:
    """What a test looks at: the plan after each edit, and what was refused."""

    def __init__(self, plan: Plan, parts: Sequence[PartKey]) -> None:
        self.plan = plan
        self.parts = tuple(parts)
        self.refused: list[str] = []
        self.edits: list[Edit] = []
        self.exported: list[str] = []
        self.inspector = Inspector(recorded)
        self.inspector.edit_asked.connect(self.do)
        self.inspector.select_asked.connect(self.select)
        self.inspector.export_asked.connect(self.exported.append)
        self.show()

    def do(self, edit: Edit) -> None:
        try:
            self.plan = edit.apply(self.plan)
            self.edits.append(edit)
        except EditError as error:
            self.refused.append(str(error))
        self.show()

    def select(self, parts: Sequence[PartKey]) -> None:
        self.parts = tuple(parts)
        self.show()

    def show(self) -> None:
        self.inspector.show_snapshot(analyse(self.plan, TODAY, ()), self.parts)

    def check(self) -> None:
        """Show the plan with everything that the rules find in it."""
        self.inspector.show_snapshot(analyse(self.plan, TODAY), self.parts)

    def find(self, kind: type[W], name: str) -> W:
        found = [widget for widget in self.inspector.findChildren(kind, name) if not widget.isHidden()]
        assert found, f"nothing is called {name}"
        return found[-1]

    def type(self, name: str, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Go to a field, type in place of what is there, and press a key."""
        field = self.find(QWidget, name)
        field.setFocus()
        self.press(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.press(field, Qt.Key.Key_Delete)
        self.words(field, text)
        if key is not None:
            self.press(field, key)

    def words(self, field: QWidget, text: str) -> None:
        """Type words into a field, new lines with Enter."""
        for place, line in enumerate(text.split("\n")):
            if place:
                self.press(field, Qt.Key.Key_Return)
            QTest.keyClicks(field, line)

    def press(
        self, field: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key."""
        QTest.keyClick(field, key, modifier)

    def click(self, name: str) -> None:
        """Click a widget by its name."""
        self.mouse(self.find(QWidget, name))

    def mouse(self, widget: QWidget) -> None:
        """Click a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def text(self, name: str) -> str:
        """Return what stands in a field."""
        text = getattr(self.find(QWidget, name), "text", None)
        assert callable(text)
        return str(text())
