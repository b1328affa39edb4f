"""Choosing the one owner of tasks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import GiveTo
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.fields import SearchField
from launchplanner.ui.kit.lists import list_box, list_item
from launchplanner.words import _, joined, ngettext


def ask_owner(parent: QWidget | None, snapshot: Snapshot, tasks: Sequence[str]) -> GiveTo | None:
    """Ask who is to own tasks; None when that stays as it is."""
    dialog = OwnerDialog(parent, snapshot, tasks)
    return dialog.edit() if dialog.exec() else None


class OwnerDialog(FormDialog):
    """People and roles, narrowed by typing. Those who owned it before can stay on as helpers."""

    def __init__(self, parent: QWidget | None, snapshot: Snapshot, tasks: Sequence[str]) -> None:
        count = len(tasks)
        titles = [snapshot.plan.tasks[key].title for key in tasks[:3]]
        more = [_("{n} more").format(n=count - 3)] if count > len(titles) else []
        super().__init__(
            parent,
            ngettext("Who owns it?", "Who owns these {n} tasks?", count).format(n=count),
            joined([*titles, *more]),
            _("Give it"),
        )
        self.setObjectName("owner-dialog")
        self._snapshot = snapshot
        self._tasks = tuple(tasks)
        self.search = SearchField(_("A name or role"))
        self.search.setObjectName("owner-search")
        self.search.textEdited.connect(self._narrow)
        self.add_wide(self.search)
        self.list = list_box(_("People and roles"), name="owner-list", rows=9)
        self.list.itemActivated.connect(self.take)
        self.add_wide(self.list, stretch=1)
        self.helpers = QCheckBox(_("Whoever owned it until now helps"))
        self.helpers.setObjectName("owner-helpers")
        self.add_wide(self.helpers)
        self._fill()
        self.search.setFocus()

    def edit(self) -> GiveTo | None:
        """Return the edit that gives the tasks to who is chosen."""
        row = self.list.currentRow()
        if row < 0:
            return None
        owner = str(self.list.item(row).data(Qt.ItemDataRole.UserRole))
        return GiveTo(self._tasks, owner, self._former(owner) if self.helpers.isChecked() else ())

    def _former(self, owner: str) -> tuple[str, ...]:
        found: list[str] = []
        for key in self._tasks:
            for candidate in self._snapshot.context.owner_of_task(key).owners:
                known = candidate.id or candidate.text
                if known and known != owner and known not in found:
                    found.append(known)
        return tuple(found)

    def _fill(self) -> None:
        lookup = self._snapshot.lookup
        for key, person in lookup.people:
            roles = joined([lookup.directory.shown(hold.role) for hold in person.holds])
            self._add(key, f"{person.name}   {roles}" if roles else person.name)
        for key, role in lookup.roles:
            held = [lookup.plan.people[holder].name for holder in lookup.directory.holders(key)]
            whose = joined(held) if held else _("nobody holds it")
            self._add(key, _("{role} (role, {whose})").format(role=role.name, whose=whose))
        self.list.setCurrentRow(0)

    def _add(self, key: str, text: str) -> None:
        self.list.addItem(list_item(text, key))

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        first = -1
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = all(word in item.text().casefold() for word in wanted)
            item.setHidden(not fits)
            first = row if fits and first < 0 else first
        self.list.setCurrentRow(first)
        self.verb.setEnabled(first >= 0)
