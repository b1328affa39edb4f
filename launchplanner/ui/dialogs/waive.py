"""Accepting a finding, with the reason that others will read."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from launchplanner.checks import Finding
from launchplanner.plan.edits import Waive
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.dialogs.launch_day import date_field, day_in
from launchplanner.ui.kit.fields import line_edit, text_edit
from launchplanner.words import _


def ask_waiver(parent: QWidget | None, finding: Finding, me: str, today: date) -> Waive | None:
    """Ask why a finding is accepted; None when it is not."""
    dialog = WaiveDialog(parent, finding, me, today)
    return dialog.edit() if dialog.exec() else None


class WaiveDialog(FormDialog):
    """Reason, name, and an end date if there is one."""

    def __init__(self, parent: QWidget | None, finding: Finding, me: str, today: date) -> None:
        super().__init__(parent, _("Accept this problem"), finding.message, _("Accept it"))
        self.setObjectName("waive-dialog")
        self._finding = finding
        self.reason = text_edit(_("Reason"), placeholder=_("Others read it on the checklist"), name="waive-reason")
        self.by = line_edit(_("Your name"), name="waive-by", text=me)
        self.ends = QCheckBox(_("Only until"))
        self.ends.setObjectName("waive-ends")
        self.until = date_field(today, "waive-until")
        self.until.setAccessibleName(_("Accepted until"))
        self.until.setEnabled(False)
        self.ends.toggled.connect(self.until.setEnabled)
        self.add_field(_("Reason"), self.reason)
        self.add_field(_("Your name"), self.by)
        row = self.fields.rowCount()
        self.fields.addWidget(self.ends, row, 0)
        self.fields.addWidget(self.until, row, 1)
        self.reason.setFocus()

    def edit(self) -> Waive:
        """Return the waiver as an edit."""
        return Waive(
            self._finding.rule,
            self._finding.part.id,
            self.reason.toPlainText(),
            self.by.text().strip(),
            day_in(self.until) if self.ends.isChecked() else None,
        )

    def take(self) -> None:
        """Close, unless there is no reason."""
        if self.reason.toPlainText().strip():
            self.accept()
        else:
            self.say_trouble(_("A waiver needs a reason: others will read it on the checklist."))
