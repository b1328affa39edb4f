"""Parts of the plan as rows to go to: tasks, batons, people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from launchplanner.ui.inspector.rows import ListRow, RowStack
from launchplanner.ui.kit.avatars import Face
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.surfaces import rows
from launchplanner.ui.views import PartKey
from launchplanner.words import _

FEW: Final = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as a row: who stands before it, its name, a quiet line below and a word at the right."""

    part: PartKey
    title: str
    caption: str = ""
    word: str = ""
    word_tone: str = "muted"
    faces: tuple[Face, ...] | None = None
    families: tuple[str, str] | None = None


class PartList(QWidget):
    """Rows that ask for their part to be shown. Past the first few the rest waits behind a button."""

    select_asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._entries: dict[str, Entry] = {}
        self._shows_all = False
        self._stack: RowStack[ListRow] = RowStack(self._made, name=f"{name}-rows")
        self._all = button("", "quiet", size="small", name=f"{name}-all", on_click=self._show_all)
        column = rows(self)
        column.addWidget(self._stack)
        column.addWidget(self._all)

    def show_entries(self, entries: Sequence[Entry]) -> bool:
        """Show other parts; return whether rows came or went."""
        self._entries = {f"{entry.part[0]} {entry.part[1]}": entry for entry in entries}
        return self._show()

    def rows(self) -> dict[str, ListRow]:
        """Return the rows by kind and id."""
        return self._stack.rows()

    def _show(self) -> bool:
        shown = list(self._entries) if self._shows_all else list(self._entries)[:FEW]
        changed = self._stack.show_keys(shown)
        for key in shown:
            _show_entry(self._stack.row(key), self._entries[key])
        self._all.set_label(_("Show all {n}").format(n=len(self._entries)))
        self._all.setVisible(len(shown) < len(self._entries))
        return changed

    def _show_all(self) -> None:
        self._shows_all = True
        self._show()

    def _made(self, key: str) -> ListRow:
        row = ListRow(f"{self.objectName()}-{self._entries[key].part[1]}")
        row.clicked.connect(self._goer(key))
        return row

    def _goer(self, key: str) -> Callable[[], None]:
        return partial(self._go, key)

    def _go(self, key: str) -> None:
        self.select_asked.emit((self._entries[key].part,))


def _show_entry(row: ListRow, entry: Entry) -> None:
    if entry.faces is not None:
        row.show_faces(entry.faces)
    if entry.families is not None:
        row.show_capsule(*entry.families)
    row.show_words(entry.title, entry.caption, entry.word, word_tone=entry.word_tone)
