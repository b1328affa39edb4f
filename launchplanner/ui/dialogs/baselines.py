"""Baselines: keep the plan as it stands under a name, and see what has become of those kept before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Edit, RemoveBaseline
from launchplanner.plan.records import Baseline
from launchplanner.reports.baseline import heading, slip_rows, summary
from launchplanner.schedule.baselines import Slips, baseline_of, slips
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.fields import line_edit
from launchplanner.ui.kit.labels import Label, label
from launchplanner.ui.kit.lists import list_box, list_item
from launchplanner.words import _


def ask_baselines(parent: QWidget | None, snapshot: Snapshot, me: str) -> Edit | None:
    """Show the baselines, and return the edit that keeps or removes one; None when nothing changes."""
    dialog = BaselinesDialog(parent, snapshot, me)
    return dialog.edit if dialog.exec() else None


class BaselinesDialog(FormDialog):
    """A name for a new one; below it the old ones, each with what has slipped since."""

    def __init__(self, parent: QWidget | None, snapshot: Snapshot, me: str) -> None:
        text = _("A baseline keeps the plan as it stands, so that what slips is measured against what was said.")
        super().__init__(parent, _("Baselines"), text, _("Keep it"), width=600)
        self.setObjectName("baselines-dialog")
        self._snapshot = snapshot
        self._me = me
        self.edit: Edit | None = None
        self.title = line_edit(_("Name"), placeholder=_("Such as: As promised"), name="baseline-title")
        self.title.textChanged.connect(self._check)
        self.add_field(_("Keep today's plan as"), self.title)
        self.kept = list_box(_("Kept before"), name="baseline-list", rows=3)
        self.add_field(_("Kept before"), self.kept)
        self.says: Label = label("", wrap=True)
        self.says.setObjectName("baseline-says")
        self.add_wide(self.says)
        self.moved = list_box(_("What moved"), name="baseline-moved", rows=7)
        self.add_wide(self.moved, stretch=1)
        self.remove = button(_("Remove this baseline"), "danger", name="baseline-remove", on_click=self._remove)
        self.remove.setAutoDefault(False)
        self.add_wide(self.remove)
        for key, baseline in self._in_order():
            self.kept.addItem(list_item(heading(snapshot.lookup, self._slips(baseline)), key))
        self.kept.currentRowChanged.connect(self._show)
        self.kept.setCurrentRow(0)
        self._show()
        self._check()

    def take(self) -> None:
        """Keep the plan as it stands under the name."""
        title = self.title.text().strip()
        if any(baseline.title == title for baseline in self._snapshot.plan.baselines.values()):
            self.say_trouble(
                _("There is a baseline “{title}” already: give this one another name.").format(title=title)
            )
            return
        self.edit = baseline_of(self._snapshot.schedule, title, self._me, self._snapshot.today)
        self.accept()

    def _remove(self) -> None:
        key = self._chosen()
        if key:
            self.edit = RemoveBaseline(key)
            self.accept()

    def _show(self) -> None:
        key = self._chosen()
        self.moved.clear()
        self.remove.setEnabled(bool(key))
        if not key:
            self.says.setText(_("Nothing was kept yet."))
            return
        found = self._slips(self._snapshot.plan.baselines[key])
        self.says.setText(summary(self._snapshot.lookup, found))
        for row in slip_rows(self._snapshot.lookup, found):
            self.moved.addItem(list_item(f"{row.title}   {row.text}"))

    def _check(self) -> None:
        self.verb.setEnabled(bool(self.title.text().strip()))

    def _chosen(self) -> str:
        row = self.kept.currentRow()
        return str(self.kept.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""

    def _slips(self, baseline: Baseline) -> Slips:
        return slips(self._snapshot.plan, self._snapshot.schedule, baseline)

    def _in_order(self) -> Sequence[tuple[str, Baseline]]:
        kept = self._snapshot.plan.baselines.items()
        return sorted(kept, key=lambda entry: (str(entry[1].taken_on or ""), entry[1].title), reverse=True)
