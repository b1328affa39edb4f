"""A role and a person who holds it, with the days from which and until which that is so."""

from PySide6.QtWidgets import QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import BindRole, Change, Edit, FreeRole
from launchplanner.plan.people import RoleHold
from launchplanner.plan.plan import PERSON
from launchplanner.ui.inspector import names
from launchplanner.ui.inspector.day_list import Stretch, StretchRow
from launchplanner.ui.inspector.day_words import Scale
from launchplanner.ui.inspector.rows import ListRow
from launchplanner.ui.kit.surfaces import rows
from launchplanner.words import _


class HeldRow(QWidget):
    """The other side of a binding, which a click shows, and its days."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.head = ListRow(f"{name}-head")
        self.days = StretchRow(
            f"{name}-days",
            starts=_("from the start"),
            ends=_("for good"),
            off=_("Free the role"),
            optional=True,
        )
        column = rows(self)
        column.addWidget(self.head)
        column.addWidget(self.days)

    def show_role(self, snapshot: Snapshot, hold: RoleHold, scale: Scale) -> None:
        """Show the role of a person."""
        role = snapshot.plan.roles.get(hold.role)
        self.head.show_words(snapshot.lookup.directory.shown(hold.role), role.long_name if role is not None else "")
        self.days.show_stretch(Stretch(hold.start, hold.end), scale)

    def show_person(self, snapshot: Snapshot, person: str, hold: RoleHold, scale: Scale) -> None:
        """Show a person of a role."""
        self.head.show_faces((names.face_of_person(snapshot, person),))
        self.head.show_words(snapshot.plan.people[person].name)
        self.days.show_stretch(Stretch(hold.start, hold.end), scale)


def bound(snapshot: Snapshot, role: str, person: str) -> Edit:
    """Return the edit that gives a role to a person: in place of who holds it for good."""
    holds = [hold for other in snapshot.plan.people.values() for hold in other.holds if hold.role == role]
    return BindRole(role, person, alone=all(hold.end is None for hold in holds))


def held_for(snapshot: Snapshot, person: str, place: int, stretch: Stretch) -> Edit:
    """Return the edit that gives one binding of a person other days."""
    holds = list(snapshot.plan.people[person].holds)
    holds[place] = holds[place].replace(start=stretch.start, end=stretch.end)
    return Change(PERSON, person, {"holds": tuple(holds)})


def freed(snapshot: Snapshot, person: str, place: int) -> Edit:
    """Return the edit that takes one binding from a person; the same role on other days stays."""
    holds = snapshot.plan.people[person].holds
    if sum(hold.role == holds[place].role for hold in holds) == 1:
        return FreeRole(holds[place].role, person)
    return Change(PERSON, person, {"holds": (*holds[:place], *holds[place + 1 :])})
