"""What was said about a baton, newest first, as the record of names and devices that it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from launchplanner.reports.handoff import Handoff
from launchplanner.ui.inspector import pass_words
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.labels import ElidedLabel, label
from launchplanner.ui.kit.pills import MarkWidget
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _


class HistoryList(QWidget):
    """One entry for each step; below them, what they prove and what not."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("history")
        self._told: dict[str, pass_words.Told] = {}
        self._stack: RowStack[QWidget] = RowStack(self._made, name="history-rows", spacing=8)
        self.note = label("", "caption", wrap=True)
        self.note.setObjectName("history-note")
        column = rows(self, spacing=8)
        column.addWidget(self._stack)
        column.addWidget(self.note)

    def show_history(self, handoff: Handoff) -> None:
        """Show the steps of a baton."""
        self._told = {told.key: told for told in pass_words.history(handoff)}
        self._stack.show_keys(self._told)
        if not self._told:
            self.note.setText(_("Nothing was handed over yet."))
            return
        note = _("Recorded under these names on these devices, not signed.")
        if pass_words.one_device(handoff):
            note += " " + _("Both sides on one device.")
        self.note.setText(f"{note} {_('Head of the history: {head}.').format(head=handoff.source.head)}")

    def texts(self) -> list[str]:
        """Return what is told, newest first."""
        return [f"{told.text}, {told.moment}, {told.recorded}" for told in self._told.values()]

    def _made(self, key: str) -> QWidget:
        told = self._told[key]
        row = QWidget()
        mark = MarkWidget("dot", "error" if told.is_bad else "neutral", side=16)
        line = columns(row, spacing=8)
        column = rows(spacing=1)
        column.addWidget(label(told.text, "medium", wrap=True))
        column.addWidget(ElidedLabel(told.moment, "caption"))
        column.addWidget(label(told.recorded, "caption", wrap=True))
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        return row
