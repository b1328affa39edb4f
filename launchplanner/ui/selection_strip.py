"""What is selected, in one line: stands in for the inspector where the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from launchplanner.app.analysis import Snapshot
from launchplanner.reports.sentences import about_part
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.labels import ElidedLabel
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.views import PartKey
from launchplanner.words import _


class SelectionStrip(QFrame):
    """Title and one sentence of the selected part, and the way into it."""

    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("selection-strip")
        self.setProperty("surface", "footer")
        self._title = ElidedLabel("", "strong")
        self._sentence = ElidedLabel("", "caption")
        row = columns(self, spacing=12)
        row.setContentsMargins(16, 8, 16, 8)
        lines = rows(spacing=0)
        lines.addWidget(self._title)
        lines.addWidget(self._sentence)
        row.addLayout(lines, 1)
        row.addWidget(button(_("Open"), hint="F2", name="strip-open", on_click=self.open_asked.emit))

    def show_part(self, snapshot: Snapshot, parts: Sequence[PartKey]) -> None:
        """Show the first of the selected parts."""
        if parts:
            title, sentence = about_part(snapshot.lookup, snapshot.schedule, *parts[0])
            self._title.setText(title)
            self._sentence.setText(sentence)
