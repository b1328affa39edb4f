"""Somebody at a window: finds, clicks and types as a person would."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from launchplanner.app.document import Document
from launchplanner.plan.batons import Baton
from launchplanner.plan.edits import Pass
from launchplanner.ui.main_window import MainWindow
from launchplanner.ui.relay.room import BatonRoom
from tests.ui.inspector.launches import MAIN_BATON

TODAY = date(2027, 2, 26)
W = TypeVar("W", bound=QWidget)


class Seat:
    """A window with what a test asks of it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def come_forward(self) -> None:
        """Make this window the one that has the keyboard."""
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def document(self) -> Document:
        assert self.window.document is not None
        return self.window.document

    @property
    def room(self) -> BatonRoom:
        assert self.window.workspace is not None
        return self.window.workspace.room

    @property
    def baton(self) -> Baton:
        return self.document.plan.batons[MAIN_BATON]

    @property
    def passing(self) -> Pass:
        return Pass.of(self.document.plan, MAIN_BATON)

    @property
    def is_in_room(self) -> bool:
        assert self.window.workspace is not None
        return bool(self.window.workspace.open_baton)

    def enter_room(self) -> BatonRoom:
        """Select the baton and open its page by the key."""
        self.window.select((("baton", MAIN_BATON),))
        self.press(self.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        assert self.is_in_room
        return self.room

    def press(self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(widget, key, held)

    def find(self, kind: type[W], name: str) -> W:
        found = [widget for widget in self.room.findChildren(kind, name) if widget.isVisibleTo(self.room)]
        assert len(found) == 1, (name, len(found))
        return found[0]

    def click(self, name: str) -> None:
        QTest.mouseClick(self.find(QWidget, name), Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str) -> None:
        """Type into a field, and be done with it."""
        field = self.find(QWidget, name)
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
