"""What stands above the table: chips that count and filter, words to find, and how rows are grouped and sorted."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from launchplanner.reports.task_table import (
    CRITICAL,
    DUE,
    FILTERS,
    GROUPED_BY_OWNER,
    GROUPED_BY_PHASE,
    PROBLEM,
    Arrangement,
    filter_names,
)
from launchplanner.ui.inspector.fields import when
from launchplanner.ui.inspector.flow import flow
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.fields import SearchField
from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.pills import Chip
from launchplanner.ui.kit.surfaces import columns, rows, surface
from launchplanner.ui.tasks.columns import CHECK, COLUMNS, headings
from launchplanner.ui.theme.tokens import Tone
from launchplanner.words import _

_ALL = "all"
_SEARCH_WIDTH = 190
_LEAVES = frozenset(key.value for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape))


class FindField(SearchField):
    """Words to look for; Down and Enter go to the table, Esc takes them off."""

    left = Signal()
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Find in tasks"), _("Ctrl F"))
        self.setObjectName("tasks-find")
        self.setFixedWidth(_SEARCH_WIDTH)
        set_tooltip(self, _("Words in a title, an owner, a deliverable or an id"))
        self.textEdited.connect(self.typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the table."""
        if event.key() not in _LEAVES:
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.typed.emit("")
        self.left.emit()


class TaskBar(QWidget):
    """Emits `look_changed` with the arrangement that is asked for, and `left` when the keyboard goes to the table."""

    look_changed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._look = Arrangement()
        self.find_field = FindField()
        self.find_field.left.connect(self.left)
        when(self.find_field.typed, lambda words: self._ask(replace(self._look, words=words)))
        self.chips = {_ALL: self._chip(_ALL, _("All"))}
        self.chips |= {name: self._chip(name, text) for name, text in filter_names().items()}
        self._menu = QMenu(self)
        self._groups = self._choices(_groups(), lambda key: self._ask(replace(self._look, group=key)))
        self._menu.addSeparator()
        self._sorts = self._choices(_sorts(), lambda key: self._ask(replace(self._look, sort=key, descending=False)))
        self.menu_button = button("", menu=self._menu, name="tasks-arrange", size="small")
        self._lay_out()
        self.show_look(self._look)

    def show_look(self, look: Arrangement) -> None:
        """Show how rows are arranged."""
        self._look = look
        for name, chip in self.chips.items():
            chip.setChecked(name in look.filters if name != _ALL else not look.filters)
        self._groups[look.group].setChecked(True)
        self._sorts[str(look.sort)].setChecked(True)
        self.menu_button.set_label(_("Group: {group}").format(group=_groups()[look.group].lower()))
        if self.find_field.text() != look.words:
            self.find_field.setText(look.words)

    def show_counts(self, all_: int, counts: Mapping[str, int]) -> None:
        """Show how many tasks each chip would show; one that would show none is left out."""
        self.chips[_ALL].set_count(all_)
        for name in FILTERS:
            count = counts[name]
            self.chips[name].set_count(count, _tone(name, count))
            self.chips[name].setVisible(bool(count) or name in self._look.filters)

    def _press(self, name: str) -> None:
        filters = frozenset[str]() if name == _ALL else self._look.filters ^ {name}
        self._ask(replace(self._look, filters=filters))

    def _ask(self, look: Arrangement) -> None:
        self.show_look(look)
        self.look_changed.emit(look)

    def _chip(self, name: str, text: str) -> Chip:
        chip = Chip(text)
        chip.setObjectName(f"tasks-{name}")
        set_tooltip(chip, _("Several filters add up: a task is shown that one of them keeps.") if name != _ALL else "")
        chip.clicked.connect(lambda: self._press(name))
        return chip

    def _choices(self, texts: Mapping[str, str], choose: Callable[[str], None]) -> dict[str, QAction]:
        group = QActionGroup(self)
        made: dict[str, QAction] = {}
        for key, text in texts.items():
            action = self._menu.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(_caller(choose, key))
            made[key] = action
        return made

    def _lay_out(self) -> None:
        bar = surface("bar", name="tasks-bar")
        row = columns(bar, spacing=8)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(flow(*self.chips.values(), gap=8, name="tasks-chips"), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.find_field)
        row.addWidget(self.menu_button)
        rows(self).addWidget(bar)


def _caller(choose: Callable[[str], None], key: str) -> Callable[[], None]:
    return lambda: choose(key)


def _groups() -> dict[str, str]:
    return {GROUPED_BY_PHASE: _("Phase"), GROUPED_BY_OWNER: _("Owner"), "": _("None")}


def _sorts() -> dict[str, str]:
    titles = zip(COLUMNS, headings(), strict=True)
    sorts = {str(key): _("Sort by {column}").format(column=title.lower()) for key, title in titles if key}
    return {str(COLUMNS[CHECK]): _("In the order of the clock"), **sorts}


def _tone(name: str, count: int) -> Tone:
    if not count or name in {DUE, CRITICAL}:
        return "neutral"
    return "warning" if name == PROBLEM else "error"
