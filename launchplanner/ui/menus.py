"""Menus and shortcuts, made from the table of actions."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from launchplanner.ui.actions import Action, menu_titles
from launchplanner.ui.commands import Commands
from launchplanner.ui.kit.icons import set_icon
from launchplanner.ui.kit.labels import without_mnemonic
from launchplanner.words import _


class Menus:
    """The menu bar of a window; asks each action why it cannot be done whenever a menu opens or a key is pressed."""

    def __init__(self, window: QMainWindow, commands: Commands, actions: Iterable[Action], views: QWidget) -> None:
        """Make the menus.

        Args:
            window: whose menu bar it is.
            commands: what the actions work on.
            actions: the table.
            views: where the keys count of the actions that belong to the views alone.
        """
        self._commands = commands
        self._views = views
        self._made: dict[str, tuple[Action, QAction]] = {}
        self._menus: dict[str, QMenu] = {}
        for key, title in menu_titles().items():
            menu = window.menuBar().addMenu(title)
            menu.setObjectName(f"menu-{key}")
            menu.aboutToShow.connect(self.refresh)
            self._menus[key] = menu
        groups: dict[str, int] = {}
        for action in actions:
            menu = self._menus[action.menu]
            if groups.setdefault(action.menu, action.group) != action.group:
                menu.addSeparator()
                groups[action.menu] = action.group
            self._made[action.id] = (action, self._add(window, menu, action))
        self.refresh()

    def menu(self, key: str) -> QMenu:
        """Return one of the menus."""
        return self._menus[key]

    def action(self, key: str) -> QAction:
        """Return the made action with an id."""
        return self._made[key][1]

    def refresh(self) -> None:
        """Enable what can be done now, and name what undo and redo would do."""
        for action, made in self._made.values():
            reason = action.why_not(self._commands)
            made.setEnabled(not reason)
            made.setStatusTip(reason)
        history = self._commands.document.history if self._commands.document is not None else None
        self._name("undo", _("Undo"), history.undo_label if history is not None else None)
        self._name("redo", _("Redo"), history.redo_label if history is not None else None)

    def _name(self, key: str, verb: str, label: str | None) -> None:
        if key in self._made:
            self.action(key).setText(f"{verb}: {without_mnemonic(label)}" if label else verb)

    def _add(self, window: QMainWindow, menu: QMenu, action: Action) -> QAction:
        made = QAction(action.text, window)
        made.setObjectName(f"action-{action.id}")
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
        if action.icon:
            set_icon(made, action.icon)
        made.triggered.connect(self._runner(action))
        menu.addAction(made)
        if action.in_view:
            # In a text field these keys edit the text.
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._views.addAction(made)
        else:
            window.addAction(made)
        return made

    def _runner(self, action: Action) -> Callable[[], None]:
        def run() -> None:
            if not action.why_not(self._commands):
                action.run(self._commands)
            self.refresh()

        return run
