"""Parts of the plan as rows to go to: tasks, batons, people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
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
MORE: Final = 60


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
    """Rows that ask for their part to be shown. Past the first few the rest waits behind a button, some at a time."""

    select_asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._parts: dict[str, PartKey] = {}
        self._entry: Callable[[PartKey], Entry] = lambda part: Entry(part, part[1])
        self._most = FEW
        self._stack: RowStack[ListRow] = RowStack(self._made, name=f"{name}-rows")
        self._more = button("", "quiet", size="small", name=f"{name}-more", on_click=self._show_more)
        column = rows(self)
        column.addWidget(self._stack)
        column.addWidget(self._more)

    def show_entries(self, parts: Sequence[PartKey], entry: Callable[[PartKey], Entry]) -> bool:
        """Show other parts; return whether rows came or went.

        Args:
            parts: all of them, in order.
            entry: gives the words for one; asked for those only that are shown.
        """
        self._parts = {f"{kind} {key}": (kind, key) for kind, key in parts}
        self._entry = entry
        return self._show()

    def rows(self) -> dict[str, ListRow]:
        """Return the rows by kind and id."""
        return self._stack.rows()

    def _show(self) -> bool:
        shown = list(islice(self._parts, self._most))
        changed = self._stack.show_keys(shown)
        for key in shown:
            _show_entry(self._stack.row(key), self._entry(self._parts[key]))
        left = len(self._parts) - len(shown)
        self._more.set_label(
            _("Show all {n}").format(n=len(self._parts)) if left <= MORE else _("Show {n} more").format(n=MORE)
        )
        self._more.setVisible(left > 0)
        return changed

    def _show_more(self) -> None:
        first = self._most
        self._most += MORE
        self._show()
        rows_now = list(self._stack.rows().values())
        if first < len(rows_now):
            rows_now[first].setFocus()

    def _made(self, key: str) -> ListRow:
        row = ListRow(f"{self.objectName()}-{self._parts[key][1]}")
        row.clicked.connect(partial(self._go, key))
        return row

    def _go(self, key: str) -> None:
        self.select_asked.emit((self._parts[key],))


def _show_entry(row: ListRow, entry: Entry) -> None:
    if entry.faces is not None:
        row.show_faces(entry.faces)
    if entry.families is not None:
        row.show_capsule(*entry.families)
    row.show_words(entry.title, entry.caption, entry.word, word_tone=entry.word_tone)
