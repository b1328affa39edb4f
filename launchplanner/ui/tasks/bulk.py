"""The bars below the table: what is selected and what can be done with all of it, and what could not be taken."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QMenu

from launchplanner.ui.inspector.choices import task_states
from launchplanner.ui.kit.buttons import button, icon_button
from launchplanner.ui.kit.keycaps import KeyCaps
from launchplanner.ui.kit.labels import ElidedLabel, label
from launchplanner.ui.kit.pills import MarkWidget
from launchplanner.ui.kit.surfaces import columns
from launchplanner.words import _

_NARROW = 720


class SelectionBar(QFrame):
    """Counts the selected tasks, and acts on all of them."""

    give_asked = Signal()
    status_asked = Signal(str)
    copy_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tasks-selection")
        self.setProperty("surface", "footer")
        self._count = label("", "strong", figures=True)
        self._work = ElidedLabel("", "muted", figures=True)
        self._menu = QMenu(self)
        for state, words in task_states():
            self._menu.addAction(words).triggered.connect(_emitter(self.status_asked.emit, state))
        row = columns(self, spacing=8)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._count)
        row.addWidget(self._work)
        give = button(_("Give to one owner…"), "filled", name="tasks-give", on_click=self.give_asked.emit)
        row.addWidget(give)
        row.addWidget(button(_("Set status"), menu=self._menu, name="tasks-status"))
        row.addWidget(button(_("Copy"), name="tasks-copy", on_click=self.copy_asked.emit))
        row.addWidget(button(_("Remove"), "danger", name="tasks-remove", on_click=self.remove_asked.emit))
        row.addStretch(1)
        self._hints = (KeyCaps(_("Esc")), label(_("lets go of the selection"), "caption"))
        for hint in self._hints:
            row.addWidget(hint)
        self.hide()

    def show_totals(self, count: str, work: str) -> None:
        """Show how many tasks are selected, and how much work of whom."""
        self._count.setText(count)
        self._work.setText(work)
        self.setAccessibleName(_("Selected: {count}, {work}").format(count=count, work=work))

    def show_hints(self, width: int) -> None:
        """Leave the hint out where there is no room for it."""
        for hint in self._hints:
            hint.setVisible(width >= _NARROW)

    def text(self) -> str:
        """Return what it says."""
        return f"{self._count.text()} {self._work.text()}"


class NoteLine(QFrame):
    """One quiet line about what could not be taken; it goes with the next edit, or by its cross."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tasks-note")
        self.setProperty("surface", "footer")
        self._words = ElidedLabel("", "warning")
        row = columns(self, spacing=8)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(MarkWidget("bang", "warning", 16))
        row.addWidget(self._words, 1)
        row.addWidget(icon_button("close", _("Close this message"), size="small", on_click=self.hide))
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence; none for an empty text."""
        self._words.setText(text)
        self.setVisible(bool(text))
        if text:
            said = QAccessibleAnnouncementEvent(self, text)
            QAccessible.updateAccessibility(said)

    def text(self) -> str:
        """Return what is said now; empty if nothing is."""
        return "" if self.isHidden() else self._words.text()


def _emitter(emit: Callable[[str], object], value: str) -> Callable[[], object]:
    return lambda: emit(value)
