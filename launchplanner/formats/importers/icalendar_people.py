"""The organizers and attendees of a calendar."""

from collections.abc import Iterable
from typing import Final

from launchplanner.formats.importers.icalendar_lines import Component, Property
from launchplanner.formats.importers.rosters import Resource, Roster, roster_from
from launchplanner.words import _, joined

_NO_PEOPLE: Final = frozenset({"ROOM", "RESOURCE"})


def _address(item: Property) -> str:
    value = item.value.strip()
    return value[7:] if value[:7].casefold() == "mailto:" else ""


def _key(item: Property) -> str:
    return (_address(item) or item.parameter("CN") or item.value.strip()).casefold()


def _is_person(item: Property) -> bool:
    return item.parameter("CUTYPE").upper() not in _NO_PEOPLE


class Guests:
    """Everybody whom a calendar names; who of them owns an entry, and who takes part."""

    def __init__(self, tasks: Iterable[Component]) -> None:
        found: dict[str, Resource] = {}
        for task in tasks:
            for item in (*task.all("ORGANIZER"), *task.all("ATTENDEE")):
                key, name, address = _key(item), item.parameter("CN"), _address(item)
                if not _is_person(item) or not key:
                    continue
                known = found.setdefault(key, Resource(key, name or address, email=address))
                if name and "@" in known.name:
                    known.name = name
        self.roster: Roster | None = roster_from(list(found.values())) if found else None

    def of(self, task: Component) -> tuple[str, list[str], list[str]]:
        """Return the owner of an entry, who takes part, and remarks on all others."""
        if self.roster is None:
            return "", [], []
        roster = self.roster
        organizers = [_key(item) for item in task.all("ORGANIZER") if _is_person(item)]
        present = [item for item in task.all("ATTENDEE") if _is_person(item)]
        told = [_key(item) for item in present if item.parameter("ROLE").upper() == "NON-PARTICIPANT"]
        attendees = [_key(item) for item in present if _key(item) not in told]
        chairs = [_key(item) for item in present if item.parameter("ROLE").upper() == "CHAIR"]
        owners = chairs or (attendees or organizers if task.name == "VTODO" else organizers or attendees)
        owners = list(dict.fromkeys(owners))
        others = [key for key in dict.fromkeys((*attendees, *organizers)) if key not in owners]
        remarks: list[str] = []
        if told:
            remarks.append(_("Informed: {names}").format(names=joined([roster.names[key] for key in told])))
        rooms = [item.parameter("CN") or item.value for item in task.all("ATTENDEE") if not _is_person(item)]
        if rooms:
            remarks.append(_("Where: {place}").format(place=joined(rooms)))
        owner = roster.joined([(key, 100.0) for key in owners if key in roster.names])
        return owner, [roster.text(key) for key in others if key in roster.names], remarks
