"""A filled-in checklist before it is read in: each change as a sentence, and what is left alone and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from launchplanner.app.returning import Taken
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.pills import Mark, MarkWidget
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.theme.tokens import Tone
from launchplanner.words import _, ngettext

_TALL = 320


class ChecklistBackDialog(FormDialog):
    """The account of what a checklist would change; taking it makes all of it one step."""

    def __init__(self, parent: QWidget | None, file: str, found: Taken) -> None:
        text = _("Ticks make items ready and tasks done, and words are kept. Nothing is accepted by a tick.")
        count = len(found.changes)
        verb = ngettext("Take in {n} change", "Take in {n} changes", count).format(n=count)
        super().__init__(parent, _("Read in {file}").format(file=file), text, verb, width=660)
        self.setObjectName("checklist-back-dialog")
        self.verb.setEnabled(bool(count))
        inside = QFrame()
        inside.setProperty("surface", "panel")
        column = rows(inside, spacing=6)
        if not count:
            column.addWidget(label(_("Nothing on it differs from the plan."), "strong"))
        _add(column, found.changes, "check", "good")
        if found.notes:
            column.addSpacing(10)
            column.addWidget(label(_("Left as it is"), "strong"))
            _add(column, found.notes, "bang", "warning")
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("checklist-back-list")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setMinimumHeight(_TALL)
        area.setWidget(inside)
        self.add_wide(area, stretch=1)


def _add(column: QVBoxLayout, lines: Sequence[str], mark: Mark, tone: Tone) -> None:
    for text in lines:
        line = columns(spacing=10)
        line.addWidget(MarkWidget(mark, tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(text, wrap=True), 1)
        column.addLayout(line)
