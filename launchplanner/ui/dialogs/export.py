"""What to export: which report, which batons, which kind of file."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.app.exporting import CHECKLIST, PLAN_REPORT, formats
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.fields import combo_box
from launchplanner.ui.kit.lists import list_box, list_item
from launchplanner.words import _, short_day


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen; `batons` empty means all of them. `name` is a proposal for the file, without suffix."""

    report: str
    batons: tuple[str, ...]
    suffix: str
    name: str


def ask_export(parent: QWidget | None, snapshot: Snapshot, batons: tuple[str, ...] = ()) -> ExportChoice | None:
    """Ask what to export; `batons` are ticked at first. None when nothing is."""
    dialog = ExportDialog(parent, snapshot, batons)
    return dialog.choice() if dialog.exec() else None


class ExportDialog(FormDialog):
    """Report, batons and format."""

    def __init__(self, parent: QWidget | None, snapshot: Snapshot, batons: tuple[str, ...]) -> None:
        text = _("The file stands by itself: it can be mailed, printed, and carried into the room.")
        super().__init__(parent, _("Export"), text, _("Export…"), width=520)
        self.setObjectName("export-dialog")
        self._snapshot = snapshot
        self.report = combo_box(_("Report"), name="export-report")
        self.report.addItem(_("Handoff checklist"), CHECKLIST)
        self.report.addItem(_("The whole plan"), PLAN_REPORT)
        self.format = combo_box(_("File"), name="export-format")
        for entry in formats():
            self.format.addItem(f"{entry.title} ({entry.suffix})", entry.suffix)
        self.format.setCurrentIndex(max(self.format.findData(".pdf"), 0))
        self.batons = list_box(_("Batons"), name="export-batons", rows=9)
        for key, baton in snapshot.lookup.batons:
            text = f"{baton.title}   {short_day(snapshot.schedule.last_date(key))}"
            self.batons.addItem(list_item(text, key, checked=not batons or key in batons))
        self.add_field(_("Report"), self.report)
        self.add_field(_("File"), self.format)
        self.add_field(_("Batons"), self.batons)
        self.report.currentIndexChanged.connect(self._show_report)
        self.batons.itemChanged.connect(self._check)
        self._show_report()

    def choice(self) -> ExportChoice:
        """Return what was chosen."""
        report, chosen = str(self.report.currentData()), self._ticked()
        title = self._snapshot.plan.title
        everything = report == PLAN_REPORT or len(chosen) == self.batons.count()
        if report == PLAN_REPORT:
            name = _("{title}, plan").format(title=title)
        elif len(chosen) == 1:
            name = f"{title}, {self._snapshot.plan.batons[chosen[0]].title}"
        else:
            name = _("{title}, handoff checklist").format(title=title)
        return ExportChoice(report, () if everything else chosen, str(self.format.currentData()), name)

    def _ticked(self) -> tuple[str, ...]:
        items = [self.batons.item(row) for row in range(self.batons.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _show_report(self) -> None:
        self.batons.setEnabled(self.report.currentData() == CHECKLIST)
        self._check()

    def _check(self) -> None:
        is_empty = self.report.currentData() == CHECKLIST and not self._ticked()
        self.verb.setEnabled(not is_empty)
        self.say_trouble(_("Tick at least one baton.") if is_empty else "")
