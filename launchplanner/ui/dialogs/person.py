"""Adding somebody to the roster."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.fields import line_edit
from launchplanner.ui.kit.lists import list_box, list_item
from launchplanner.words import _, joined


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What was entered for a new person; `roles` holds role ids."""

    name: str
    email: str
    roles: tuple[str, ...]


def ask_person(parent: QWidget | None, plan: Plan) -> NewPerson | None:
    """Ask for a new person; None when nobody is added."""
    dialog = PersonDialog(parent, plan)
    return dialog.person() if dialog.exec() else None


class PersonDialog(FormDialog):
    """Name, e-mail, and the roles that the person holds."""

    def __init__(self, parent: QWidget | None, plan: Plan) -> None:
        super().__init__(parent, _("Add a person"), "", _("Add"))
        self.setObjectName("person-dialog")
        self._plan = plan
        lookup = Lookup(plan)
        self.name = line_edit(_("Name"), placeholder=_("First and last name"), name="person-name")
        self.email = line_edit(_("E-mail"), placeholder=_("optional"), name="person-email")
        self.add_field(_("Name"), self.name)
        self.add_field(_("E-mail"), self.email)
        self.roles = list_box(_("Roles"), name="person-roles", rows=7)
        for key, role in lookup.roles:
            held = [plan.people[holder].name for holder in lookup.directory.holders(key)]
            text = f"{role.name}   {_('held by {people}').format(people=joined(held))}" if held else role.name
            self.roles.addItem(list_item(text, key, checked=False))
        self.add_field(_("Holds"), self.roles)
        self.name.setFocus()

    def person(self) -> NewPerson:
        """Return what was entered."""
        checked = [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in (self.roles.item(row) for row in range(self.roles.count()))
            if item.checkState() is Qt.CheckState.Checked
        ]
        return NewPerson(self.name.text().strip(), self.email.text().strip(), tuple(checked))

    def take(self) -> None:
        """Close, unless there is no name, or one that somebody has already."""
        name = self.name.text().strip()
        if not name:
            self.say_trouble(_("A person needs a name."))
        elif Lookup(self._plan).directory.person(name) is not None:
            self.say_trouble(_("{name} is in the roster already.").format(name=name))
        else:
            self.accept()
