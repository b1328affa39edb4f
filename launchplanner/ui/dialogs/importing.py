"""What an importer understood, shown before anything is made of it."""

from pathlib import Path

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from launchplanner.app.importing import CHANGED, DROPPED, Reading, read_foreign
from launchplanner.plan.plan import Plan
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.dialogs.launch_day import date_field, day_in
from launchplanner.words import _, ngettext

_MOST_LINES = 400
_SHORT = 12
"""So many lines are shown at once; more open on a click."""


def ask_import(parent: QWidget | None, path: Path) -> Plan | None:
    """Show what is in a file of another program, and return the plan made of it; None when it is not wanted.

    Raises:
        Refusal: the file cannot be read.
    """
    dialog = ImportDialog(parent, path, read_foreign(path))
    return dialog.plan() if dialog.exec() else None


class ImportDialog(FormDialog):
    """The account of an import: counts, columns, what was changed, what was dropped; and the launch day."""

    def __init__(self, parent: QWidget | None, path: Path, reading: Reading) -> None:
        super().__init__(parent, _("Import {file}").format(file=path.name), reading.summary, _("Import"), width=760)
        self.setObjectName("import-dialog")
        self._path = path
        self._reading = reading
        self.day = date_field(reading.plan.launch_day, "import-launch-day")
        self.add_field(_("Launch day"), self.day, _("All dates will count from it. The file is not changed."))
        self.account = QTreeWidget()
        self.account.setObjectName("import-account")
        self.account.setAccessibleName(_("What was understood"))
        self.account.setHeaderLabels([_("What"), _("Where")])
        self.account.setMinimumHeight(320)
        self.account.setRootIsDecorated(True)
        self.add_wide(self.account, stretch=1)
        self._fill()

    def plan(self) -> Plan:
        """Return the plan, read again if another launch day was chosen.

        Raises:
            Refusal: the file can no longer be read.
        """
        day = day_in(self.day)
        return self._reading.plan if day == self._reading.plan.launch_day else read_foreign(self._path, day).plan

    def _fill(self) -> None:
        reading = self._reading
        understood = [(line.text, line.place) for line in reading.lines if line.kind not in {CHANGED, DROPPED}]
        changed = [(line.text, line.place) for line in reading.lines if line.kind == CHANGED]
        dropped = [(line.text, line.place) for line in reading.lines if line.kind == DROPPED]
        columns = list(reading.columns)
        self._add(_("What the columns mean"), columns, opened=len(columns) < _SHORT)
        self._add(_("Understood"), understood, opened=True)
        self._add(
            ngettext("Changed in {n} place", "Changed in {n} places", len(changed)).format(n=len(changed)),
            changed,
            opened=len(changed) < _SHORT,
        )
        self._add(
            ngettext("Left out: {n} line", "Left out: {n} lines", len(dropped)).format(n=len(dropped)),
            dropped,
            opened=len(dropped) < _SHORT,
        )
        self.account.setColumnWidth(0, 540)

    def _add(self, title: str, lines: list[tuple[str, str]], *, opened: bool) -> None:
        if not lines:
            return
        head = QTreeWidgetItem([title, ""])
        self.account.addTopLevelItem(head)
        for text, place in lines[:_MOST_LINES]:
            head.addChild(QTreeWidgetItem([text, place]))
        if len(lines) > _MOST_LINES:
            head.addChild(QTreeWidgetItem([_("and {n} more").format(n=len(lines) - _MOST_LINES), ""]))
        head.setExpanded(opened)
