"""The fields that open over a cell. Each tells how it is left; what it says is taken by the table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from launchplanner.ui.inspector.pick_field import Option, PickField
from launchplanner.ui.kit.fields import mark_wrong

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LIST_WIDTH: Final = 260
"""Pixels in which a name and a role can be read; a cell is narrower."""
_STAYS: Final = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class Leave(Enum):
    """How an editor is left: where the keyboard goes, and whether what was typed counts."""

    DOWN = "enter"
    RIGHT = "tab"
    LEFT = "backtab"
    EVERYWHERE = "ctrl enter"
    AWAY = "focus"
    GIVE_UP = "esc"


@dataclass(frozen=True, slots=True)
class Place:
    """The cell of a task."""

    key: str
    column: int


def how_left(event: QKeyEvent) -> Leave | None:
    """Return how a key leaves an editor, None for keys that stay in it."""
    key = Qt.Key(event.key()) if event.key() in _LEAVING else None
    if key is None:
        return None
    if key in _ENTER:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return Leave.EVERYWHERE if ctrl else Leave.DOWN
    return Leave.GIVE_UP if key == Qt.Key.Key_Escape else None


_LEAVING: Final = frozenset(key.value for key in (*_ENTER, Qt.Key.Key_Escape))


class LineCell(QLineEdit):
    """One line of text, a number or a day."""

    done = Signal(object)
    calendar_asked = Signal()

    def __init__(self, parent: QWidget, place: Place, text: str, says: str) -> None:
        super().__init__(text, parent)
        self.place = place
        self.setObjectName("cell-editor")
        self.setAccessibleName(says)
        self.setFrame(False)
        self.textEdited.connect(lambda: mark_wrong(self, wrong=False))

    def typed(self) -> str:
        """Return the text."""
        return self.text()

    def refuse(self) -> None:
        """Show that what was typed cannot be taken."""
        mark_wrong(self, wrong=True)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own signature
        """Leave by Tab to the cell beside."""
        self.done.emit(Leave.RIGHT if next else Leave.LEFT)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Enter and Esc; Alt and arrow down ask for the calendar."""
        leave = how_left(event)
        if leave is not None:
            self.done.emit(leave)
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.calendar_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the focus goes elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.done.emit(Leave.AWAY)


class PickCell(PickField):
    """One of several, found by typing a part of it; other text is taken as it stands."""

    done = Signal(object)

    def __init__(
        self, parent: QWidget, place: Place, text: str, says: str, options: Callable[[], Sequence[Option]]
    ) -> None:
        super().__init__(says, name="cell-editor", free=True)
        self.setParent(parent)
        self.place = place
        self._chosen = ""
        self.show_value(text)
        self.show_options(options)
        self.setFrame(False)
        self._popup.setMinimumWidth(_LIST_WIDTH)
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.picked.connect(self._choose)

    def typed(self) -> str:
        """Return the id of what is marked in the list, or the text."""
        return self._chosen or self.text()

    def refuse(self) -> None:
        """Show that what was typed cannot be taken."""
        mark_wrong(self, wrong=True)

    def commit(self) -> None:
        """Keep what is typed: the table takes it."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own signature
        """Leave by Tab to the cell beside."""
        self._leave(Leave.RIGHT if next else Leave.LEFT)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Enter and Esc; other keys walk through the list or type."""
        leave = how_left(event)
        if leave is not None:
            event.accept()
            self._leave(leave)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the focus goes elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.done.emit(Leave.AWAY)

    def _choose(self, key: str) -> None:
        self._chosen = key
        self.done.emit(Leave.DOWN)

    def _leave(self, leave: Leave) -> None:
        marked = self._popup.currentIndex()
        self._chosen = str(marked.data(Qt.ItemDataRole.UserRole)) if self.is_open() and marked.isValid() else ""
        self._popup.hide()
        self.done.emit(leave)


CellEditor = LineCell | PickCell
"""A field over a cell; `done` tells how it is left, as a `Leave`."""
