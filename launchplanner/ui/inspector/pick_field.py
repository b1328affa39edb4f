"""A field that finds one of many by typing a part of it: people, roles, tasks, batons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate

from launchplanner.ui.inspector.fields import LineField
from launchplanner.ui.kit.fields import mark_wrong
from launchplanner.ui.kit.icons import set_icon
from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.words import _

_KEY = Qt.ItemDataRole.UserRole
_FOUND_BY = Qt.ItemDataRole.UserRole + 1
_TAKE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Option:
    """One that can be picked: `key` is its id, `detail` tells it from its like and finds it too."""

    key: str
    text: str
    detail: str = ""


Options = Callable[[], Sequence[Option]]


class PickField(LineField):
    """Emits `picked` with the id of what was chosen, or with the text as it was typed where it is `free`.

    The options are asked for when somebody comes to the field, so that a long list costs nothing before.
    """

    picked = Signal(str)

    def __init__(self, says: str, *, name: str, placeholder: str = "", free: bool = False, opens: bool = True) -> None:
        super().__init__(says, name=name, placeholder=placeholder)
        self._free = free
        self._options: Options = tuple
        self._offered: Sequence[Option] = ()
        self._list = QCompleter(self)
        self._list.setWidget(self)
        self._list.setModel(QStringListModel(self._list))
        self._list.setCompletionRole(_FOUND_BY)
        self._list.setFilterMode(Qt.MatchFlag.MatchContains)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setMaxVisibleItems(_MOST_SHOWN)
        self._popup = QListView()
        self._popup.setObjectName(f"{name}-list")
        self._popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._popup.clicked.connect(self._take)
        self._list.setPopup(self._popup)
        # Only now: the list gives its popup a delegate of its own, with a frame that no style sheet reaches.
        self._popup.setItemDelegate(QStyledItemDelegate(self._popup))
        self.textEdited.connect(self._narrow)
        if opens:
            self._chevron = QAction(_("Show all"), self)
            set_icon(self._chevron, "chevron-down", "muted")
            self._chevron.triggered.connect(self.open_list)
            self.addAction(self._chevron, QLineEdit.ActionPosition.TrailingPosition)

    def show_options(self, options: Options) -> None:
        """Offer other options."""
        self._options = options

    def open_list(self) -> None:
        """Show everything that can be picked."""
        self.setFocus()
        self._offer()
        self._narrow("")

    def is_open(self) -> bool:
        """Say whether the list is shown."""
        return self._popup.isVisible()

    def commit(self) -> None:
        """Ask for what was typed: for what it names exactly, or as it is where the field is free."""
        if not self.is_typed_in or self.is_open():
            return
        typed = " ".join(self.text().split())
        key = self._named(typed)
        if key is not None:
            self._ask(key)
        elif self._free or not typed:
            self._ask(typed)
        elif self.hasFocus():
            mark_wrong(self, wrong=True)
            set_tooltip(self, _("Nothing here is called “{text}”.").format(text=typed))
        else:
            self.restore()

    def restore(self) -> None:
        """Show what the plan says."""
        super().restore()
        mark_wrong(self, wrong=False)
        set_tooltip(self, self.text() if self.fontMetrics().horizontalAdvance(self.text()) > self.width() - 50 else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for the options."""
        super().focusInEvent(event)
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the list, take from it, or close it."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif self.is_open() and key in _TAKE:
            self._take(self._popup.currentIndex())
            if key == Qt.Key.Key_Tab:
                self.focusNextChild()
        elif self.is_open() and key == Qt.Key.Key_Escape:
            self._popup.hide()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        if not self.is_open():
            self.open_list()
            return
        row = max(0, min(self._popup.currentIndex().row() + step, self._popup.model().rowCount() - 1))
        self._popup.setCurrentIndex(self._popup.model().index(row, 0))

    def _offer(self) -> None:
        options = self._options()
        if options is self._offered or list(options) == list(self._offered):
            return
        self._offered = options
        model = QStandardItemModel(self._list)
        for option in options:
            item = QStandardItem(f"{option.text}   {option.detail}" if option.detail else option.text)
            item.setData(option.key, _KEY)
            item.setData(f"{option.text} {option.detail}", _FOUND_BY)
            item.setEditable(False)
            model.appendRow(item)
        self._list.setModel(model)

    def _narrow(self, text: str) -> None:
        self._offer()
        mark_wrong(self, wrong=False)
        self._list.setCompletionPrefix(text.strip())
        if not self._list.completionCount():
            self._popup.hide()
            return
        self._list.complete(self.rect())
        exact = next((row for row in range(self._popup.model().rowCount()) if self._is_exact(row, text)), 0)
        self._popup.setCurrentIndex(self._popup.model().index(exact, 0))

    def _is_exact(self, row: int, text: str) -> bool:
        key = str(self._popup.model().index(row, 0).data(_KEY))
        return any(option.key == key and _same(option.text, text) for option in self._offered)

    def _take(self, index: QModelIndex) -> None:
        self._popup.hide()
        if index.isValid():
            self._ask(str(index.data(_KEY)))

    def _ask(self, key: str) -> None:
        self.restore()
        self.picked.emit(key)

    def _named(self, text: str) -> str | None:
        self._offer()
        keys = [option.key for option in self._offered if _same(option.text, text)]
        return keys[0] if len(keys) == 1 else None


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
