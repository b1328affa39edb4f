"""The resources and assignments of a Microsoft Project XML file."""

from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from launchplanner.formats.importers.mspdi_calendars import Calendar, away_in
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.rosters import Resource, Roster, roster_from
from launchplanner.formats.importers.xml_trees import text_of
from launchplanner.words import _

_MATERIAL: Final = "0"
_WHOLE: Final = 100.0
_MOST: Final = 1000.0


@dataclass(slots=True)
class Staff:
    """Who is assigned to what: people with their share in percent, and what is used up, by the key of a task."""

    roster: Roster
    people: dict[str, list[tuple[str, float]]] = field(default_factory=dict[str, list[tuple[str, float]]])
    materials: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def owner(self, task: str) -> str:
        """Return what the owner field of a task says: everybody who is assigned, for nobody is flagged as the one."""
        return self.roster.joined(self.people.get(task, ()))


def staff_in(root: Element, calendars: dict[str, Calendar], notes: Notebook) -> Staff:
    """Return the people of the file and what they are assigned to."""
    resources: list[Resource] = []
    materials: dict[str, str] = {}
    for element in root.iterfind("Resources/Resource"):
        key, name = text_of(element, "UID"), " ".join(text_of(element, "Name").split())
        if not name or text_of(element, "IsNull") == "1":
            continue
        if text_of(element, "Type") == _MATERIAL or text_of(element, "IsCostResource") == "1":
            materials[key] = name
            continue
        generic = text_of(element, "IsGeneric") == "1"
        calendar = calendars.get(text_of(element, "CalendarUID"))
        resources.append(
            Resource(
                key,
                name,
                email=text_of(element, "EmailAddress"),
                initials=text_of(element, "Initials"),
                away=away_in(calendar) if calendar is not None and calendar.base not in {"", "-1"} else [],
                is_role=generic,
            )
        )
        if text_of(element, "Notes"):
            notes.dropped(_("The remarks on {name}.").format(name=name))
    staff = Staff(roster_from(resources))
    for element in root.iterfind("Assignments/Assignment"):
        task, key = text_of(element, "TaskUID"), text_of(element, "ResourceUID")
        if key in materials:
            staff.materials.setdefault(task, []).append(materials[key])
        elif key in staff.roster.names:
            assigned = staff.people.setdefault(task, [])
            if key not in {known for known, _percent in assigned}:
                assigned.append((key, _percent(text_of(element, "Units"))))
    return staff


def _percent(units: str) -> float:
    try:
        percent = round(float(units) * _WHOLE, 1)
    except (ValueError, OverflowError):
        return _WHOLE
    return percent if 0 < percent <= _MOST else _WHOLE
