"""Adding a team of ours, or a company, with the people in it who are known."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.checks.teams import new_key
from launchplanner.plan.edits import Add
from launchplanner.plan.order import last_position
from launchplanner.plan.people import GROUP, ORGANISATION, Team
from launchplanner.plan.plan import TEAM
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.fields import line_edit
from launchplanner.ui.kit.lists import list_box, list_item
from launchplanner.words import _, joined


def ask_team(parent: QWidget | None, snapshot: Snapshot) -> Add | None:
    """Ask for a new team; None when none is added."""
    dialog = TeamDialog(parent, snapshot)
    return dialog.edit() if dialog.exec() else None


class TeamDialog(FormDialog):
    """Name, kind, and members."""

    def __init__(self, parent: QWidget | None, snapshot: Snapshot) -> None:
        super().__init__(
            parent,
            _("Add a team"),
            _("A team owns nothing itself: where a plan names it, one of its people is chosen."),
            _("Add"),
        )
        self.setObjectName("team-dialog")
        self._snapshot = snapshot
        self.name = line_edit(_("Name"), placeholder=_("As it stands in plans"), name="team-name")
        self.kind = QComboBox()
        self.kind.setObjectName("team-kind")
        for key, text in ((GROUP, _("A team of ours")), (ORGANISATION, _("A company or an agency"))):
            self.kind.addItem(text, key)
        self.add_field(_("Name"), self.name)
        self.add_field(_("Is"), self.kind)
        self.members = list_box(_("Members"), name="team-members", rows=8)
        lookup = snapshot.lookup
        for key, person in lookup.people:
            roles = joined([lookup.directory.shown(hold.role) for hold in person.holds])
            self.members.addItem(list_item(f"{person.name}   {roles}" if roles else person.name, key, checked=False))
        self.add_field(_("Members"), self.members)
        self.name.setFocus()

    def edit(self) -> Add:
        """Return the edit that adds the team."""
        items = [self.members.item(row) for row in range(self.members.count())]
        chosen = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        name = " ".join(self.name.text().split())
        team = Team(
            name=name,
            kind=str(self.kind.currentData()),
            members=tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in chosen),
            order=last_position(other.order for other in self._snapshot.plan.teams.values()),
        )
        return Add(TEAM, new_key(self._snapshot.context, name), team)

    def take(self) -> None:
        """Close, unless there is no name, or one that is taken."""
        name = " ".join(self.name.text().split())
        if not name:
            self.say_trouble(_("A team needs a name."))
        elif name.casefold() in {team.name.casefold() for team in self._snapshot.plan.teams.values()}:
            self.say_trouble(_("{name} is there already.").format(name=name))
        else:
            self.accept()
