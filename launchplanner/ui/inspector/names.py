"""People, roles and work as options to pick from, and as faces; no Qt widgets here."""

from collections.abc import Callable
from datetime import date

from launchplanner.app.analysis import Snapshot
from launchplanner.reports.timeline_head import lead_family, person_family
from launchplanner.reports.timeline_owners import FaceOf
from launchplanner.ui.inspector.pick_field import Option
from launchplanner.ui.kit.avatars import Face
from launchplanner.words import _, joined


def people_and_roles(snapshot: Snapshot) -> list[Option]:
    """Return people with their roles, then roles with who holds them."""
    return [*people(snapshot), *roles(snapshot)]


def people(snapshot: Snapshot) -> list[Option]:
    """Return people with their roles."""
    shown = snapshot.lookup.directory.shown
    return [
        Option(key, person.name, joined([shown(hold.role) for hold in person.holds]))
        for key, person in snapshot.lookup.people
    ]


def roles(snapshot: Snapshot) -> list[Option]:
    """Return roles with who holds them."""
    return [Option(key, role.name, held_by(snapshot, key)) for key, role in snapshot.lookup.roles]


def held_by(snapshot: Snapshot, role: str) -> str:
    """Return who holds a role, in words."""
    holders = [snapshot.plan.people[key].name for key in snapshot.lookup.directory.holders(role)]
    return joined(holders) if holders else _("nobody holds it")


def work(snapshot: Snapshot, without: str) -> Callable[[], list[Option]]:
    """Return tasks and batons by their titles, all but one; made when it is called."""

    def options() -> list[Option]:
        lookup = snapshot.lookup
        tasks = [(key, task.title, task.phase) for key, task in lookup.tasks]
        phases = snapshot.plan.phases
        found = [Option(key, title, phases[phase].title if phase in phases else "") for key, title, phase in tasks]
        found += [Option(key, baton.title, _("baton")) for key, baton in lookup.batons]
        return [option for option in found if option.key != without]

    return options


def face(shown: FaceOf) -> Face:
    """Return a face as the kit draws it; a name that nobody has is only outlined."""
    return Face(shown.initials, shown.family, hollow=not shown.is_known, name=shown.name)


def faces_of(snapshot: Snapshot, text: str, on: date) -> tuple[Face, ...]:
    """Return the face of the one who answers for a name or role on a day; none when nobody does."""
    person = snapshot.lookup.directory.answers(text, on)
    if person is None:
        return ()
    known = snapshot.plan.people[person]
    family = lead_family(snapshot.context, text) or person_family(snapshot.context, person, on)
    return (Face(known.initials or Face.of(known.name).initials, family, name=known.name),)


def face_of_person(snapshot: Snapshot, person: str) -> Face:
    """Return a person's face."""
    known = snapshot.plan.people[person]
    family = person_family(snapshot.context, person)
    return Face(known.initials or Face.of(known.name).initials, family, name=known.name)


def first_name(snapshot: Snapshot, person: str) -> str:
    """Return a given name where it is enough to know who is meant, and the whole name where it is not."""
    name = snapshot.plan.people[person].name
    first = name.split(" ")[0]
    others = [other.name.split(" ")[0] for key, other in snapshot.plan.people.items() if key != person]
    return name if first in others or first.endswith(".") or not name.isascii() else first
