"""Earlier versions of a plan: when each was, what differs, and going back to one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from launchplanner.app.backups import Version, versions
from launchplanner.plan.plan import Plan
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.lists import list_box, list_item
from launchplanner.words import _


def ask_version(parent: QWidget | None, now: Plan) -> Version | None:
    """Ask which earlier version to go back to; None when the plan is left as it is."""
    dialog = VersionsDialog(parent, now, tuple(versions(now.id)))
    return dialog.version() if dialog.exec() else None


class VersionsDialog(FormDialog):
    """The versions by age; one that cannot be read is shown and cannot be chosen."""

    def __init__(self, parent: QWidget | None, now: Plan, found: Sequence[Version]) -> None:
        told = (
            _("Going back is one step, which Undo takes back. The file changes only when you save.")
            if found
            else _("There are none yet: each save keeps what it replaces.")
        )
        super().__init__(
            parent, _("Earlier versions of “{title}”").format(title=now.title), told, _("Go back to it"), width=640
        )
        self.setObjectName("versions-dialog")
        self._found = found
        self.list = list_box(_("Earlier versions"), name="versions", rows=10)
        for version in found:
            item = list_item(version.told(now))
            if version.plan is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.itemActivated.connect(self.take)
        self.list.currentRowChanged.connect(self._show_choice)
        self.add_wide(self.list, stretch=1)
        self._show_choice()
        self.list.setFocus()

    def version(self) -> Version | None:
        """Return the chosen version."""
        row = self.list.currentRow()
        return self._found[row] if row >= 0 else None

    def _show_choice(self) -> None:
        version = self.version()
        self.verb.setEnabled(version is not None and version.plan is not None)
