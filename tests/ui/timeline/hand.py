"""Mouse and keyboard on a timeline, as a person uses them."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from launchplanner.app.analysis import analyse
from launchplanner.plan.edits import Edit, EditError
from launchplanner.plan.plan import Plan
from launchplanner.reports.timeline import Ref
from launchplanner.ui.timeline.scene import ROW
from launchplanner.ui.timeline.view import TimelineView

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """Uses a timeline; edits that it asks for are made and shown again."""

    def __init__(self, view: TimelineView, plan: Plan, today: date) -> None:
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
    def rows(self) -> list[str]:
        """The ids of the rows, from above."""
        return [ref.id for ref in self.view.scene.timeline.rows]

    @property
    def selected(self) -> list[str]:
        """The ids of what is selected, in the order of choosing."""
        return [ref.id for ref in self.view.selection.chosen]

    @property
    def current(self) -> str:
        """The id of the row at which the keyboard is."""
        return self.view.selection.current.id if self.view.selection.current is not None else ""

    def title(self, key: str) -> QPoint:
        """Return a point on the title of a row."""
        return QPoint(60, self.view.scene.row_top(self.rows.index(key)) + ROW // 2)

    def sign(self, key: str) -> QPoint:
        """Return the point at which a phase is folded."""
        return QPoint(18, self.title(key).y())

    def on(self, key: str, share: float = 0.5) -> QPoint:
        """Return a point on the bar or capsule of a row, from its left (0) to its right end (1)."""
        rect = self.view.scene.shape_rect(self.rows.index(key))
        assert rect is not None
        return QPointF(rect.left() + rect.width() * share, rect.center().y()).toPoint()

    def days(self, count: float) -> QPoint:
        """Return how far some working days are."""
        return QPoint(round(count * self.view.scene.axis.day_width), 0)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Click."""
        QTest.mouseClick(self.view.viewport(), LEFT, modifiers, at)

    def double_click(self, at: QPoint) -> None:
        """Click twice."""
        self.click(at)
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, at)

    def hover(self, at: QPoint) -> None:
        """Move the pointer there."""
        QTest.mouseMove(self.view.viewport(), at + QPoint(0, 3))  # a move to where the pointer already is tells nothing
        QTest.mouseMove(self.view.viewport(), at)
        QApplication.processEvents()

    def press(self, at: QPoint) -> None:
        """Press the button and keep it down."""
        self.hover(at)
        QTest.mousePress(self.view.viewport(), LEFT, NONE, at)

    def drag(self, at: QPoint) -> None:
        """Move with the button down."""
        window = self.view.viewport()
        QTest.mouseMove(window, at)
        QApplication.processEvents()

    def release(self, at: QPoint) -> None:
        """Let the button go."""
        QTest.mouseRelease(self.view.viewport(), LEFT, NONE, at)

    def pull(self, start: QPoint, by: QPoint) -> None:
        """Drag from a point by a distance, in three moves."""
        self.press(start)
        for part in (1, 2, 3):
            self.drag(start + by * (part / 3))
        self.release(start + by)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key."""
        QTest.keyClick(self.view, key, modifiers)

    def turn(self, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Turn the wheel; up is positive."""
        place = QPointF(at)
        event = QWheelEvent(
            place,
            QPointF(self.view.viewport().mapToGlobal(at)),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view.viewport(), event)

    def ask(self, at: QPoint) -> None:
        """Rest the pointer on a point until its tooltip comes."""
        event = QHelpEvent(QEvent.Type.ToolTip, at, self.view.viewport().mapToGlobal(at))
        QApplication.sendEvent(self.view.viewport(), event)

    def picture(self) -> QImage:
        """Return what is on screen."""
        return self.view.viewport().grab().toImage()

    def colour(self, at: QPoint) -> str:
        """Return the colour of a point on screen, such as "#FFFFFF"."""
        return self.picture().pixelColor(at).name().upper()

    def choose(self, kind: str, key: str) -> None:
        """Select a part without the mouse."""
        self.view.choose(Ref(kind, key))

    def _open(self, kind: str, key: str) -> None:
        self.opened.append((kind, key))

    def _do(self, edit: Edit) -> None:
        self.edits.append(edit)
        try:
            self.plan = edit.apply(self.plan)
        except EditError as error:
            self.refusal = str(error)
        self.view.show_snapshot(analyse(self.plan, self._today))
