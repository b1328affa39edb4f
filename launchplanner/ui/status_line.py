"""The last line of the window: the numbers that are always wanted, and whether all is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from launchplanner.app.analysis import Snapshot
from launchplanner.reports.ownership import debt_sentence
from launchplanner.ui.kit.labels import Label, label, set_tooltip
from launchplanner.ui.kit.surfaces import columns
from launchplanner.ui.theme.tokens import STATUS_HEIGHT
from launchplanner.words import _, ngettext


class StatusLine(QFrame):
    """Counts, critical path, float, ownership debt; saved or not."""

    debt_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status-line")
        self.setProperty("surface", "status")
        self.setFixedHeight(STATUS_HEIGHT)
        self._tasks = label("", "caption", figures=True)
        self._batons = label("", "caption", figures=True)
        self._path = label("", "caption", figures=True)
        self._float = label("", "caption", figures=True)
        self._debt = label("", "caption", figures=True)
        self._debt.setObjectName("ownership-debt")
        self._saved = label("", "caption")
        self._saved.setObjectName("saved-state")
        row = columns(self, spacing=20)
        row.setContentsMargins(16, 0, 16, 0)
        for shown in (self._tasks, self._batons, self._path, self._float, self._debt):
            row.addWidget(shown)
        row.addStretch()
        row.addWidget(self._saved)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the numbers of a plan."""
        tasks, batons = len(snapshot.plan.tasks), len(snapshot.plan.batons)
        self._tasks.setText(ngettext("{n} task", "{n} tasks", tasks).format(n=tasks))
        self._batons.setText(ngettext("{n} baton", "{n} batons", batons).format(n=batons))
        days = snapshot.schedule.critical_days
        self._path.setText(ngettext("Critical path {n} day", "Critical path {n} days", days).format(n=days))
        slack = snapshot.schedule.launch_float
        self._float.setText(ngettext("Float {n} day", "Float {n} days", slack).format(n=slack))
        _tone(self._float, "error" if slack < 0 else "muted")
        debt = len(snapshot.debt)
        self._debt.setText(_("Ownership debt {n}").format(n=debt))
        set_tooltip(self._debt, debt_sentence(snapshot.plan, debt, snapshot.today))
        _tone(self._debt, "error" if debt else "muted")

    def show_saved(self, text: str, *, trouble: bool = False) -> None:
        """Say whether all is saved."""
        self._saved.setText(text)
        _tone(self._saved, "error" if trouble else "muted")


def _tone(shown: Label, tone: str) -> None:
    shown.set_tone(tone)
