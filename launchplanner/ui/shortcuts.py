"""The page of shortcuts, made from the table of actions."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from launchplanner.ui.actions import Action, menu_titles
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.buttons import shortcut_text
from launchplanner.ui.kit.keycaps import KeyCaps
from launchplanner.ui.kit.labels import label
from launchplanner.words import _


def in_the_timeline() -> list[tuple[str, str]]:
    """Return the keys that only the timeline answers to, with what they do."""
    return [
        ("Up", _("Previous row; with Shift, select on")),
        ("Down", _("Next row; with Shift, select on")),
        ("Left", _("Close the phase")),
        ("Right", _("Open the phase")),
        ("Return", _("Edit the row")),
        ("Alt+Left", _("Move a working day earlier")),
        ("Alt+Right", _("Move a working day later")),
        ("Alt+Shift+Left", _("A working day shorter")),
        ("Alt+Shift+Right", _("A working day longer")),
        ("Esc", _("Let go of what is being dragged")),
    ]


def among_the_people() -> list[tuple[str, str]]:
    """Return the keys that only the people view answers to, with what they do."""
    return [
        ("Right", _("List the work of a person’s crowded weeks")),
        ("Left", _("Take it away again, or go to the person")),
        ("Return", _("Edit the row")),
        ("Ins", _("Add a person")),
        ("Ctrl+V", _("Add people from the list that was copied")),
        ("Ctrl+Shift+M", _("Make one person of two that are selected")),
    ]


def show_shortcuts(parent: QWidget | None, actions: Iterable[Action]) -> None:
    """Show every key and what it does."""
    ShortcutsDialog(parent, actions).exec()


class ShortcutsDialog(FormDialog):
    """All shortcuts, by menu."""

    def __init__(self, parent: QWidget | None, actions: Iterable[Action]) -> None:
        super().__init__(parent, _("Keyboard shortcuts"), "", _("Close"), width=560, cancel=False)
        self.setObjectName("shortcuts-dialog")
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setColumnStretch(0, 1)
        listed = [action for action in actions if action.shortcut]
        for menu, title in menu_titles().items():
            lines = [(action.shortcut, action.text) for action in listed if action.menu == menu]
            _add(grid, title.replace("&", ""), lines)
        _add(grid, _("In the timeline"), in_the_timeline())
        _add(grid, _("Among the people"), among_the_people())
        area = QScrollArea()
        area.setObjectName("shortcuts")
        area.setProperty("surface", "panel")
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumHeight(460)
        self.add_wide(area, stretch=1)


def _add(grid: QGridLayout, title: str, lines: list[tuple[str, str]]) -> None:
    if not lines:
        return
    grid.addWidget(label(title, "strong"), grid.rowCount(), 0, 1, 2)
    for shortcut, text in lines:
        row = grid.rowCount()
        grid.addWidget(label(text, "body"), row, 0)
        grid.addWidget(KeyCaps(shortcut_text(shortcut)), row, 1)
