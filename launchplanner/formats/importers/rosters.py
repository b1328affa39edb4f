"""The people that a file lists outright, as project files do: people, roles and groups told apart by their names."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from launchplanner.checks.owners import Label, read_owner
from launchplanner.formats.importers.text import key_of
from launchplanner.plan.order import positions
from launchplanner.plan.people import Away, Person, Role, RoleHold, Team, initials_of
from launchplanner.plan.templates import person_id
from launchplanner.plan.values import Table

_WHOLE: Final = 100
_LONGEST_NAME: Final = 200


@dataclass(slots=True)
class Resource:
    """Somebody whom a file lists under `key`; `role` is the name of their part, `is_role` says it is only a part."""

    key: str
    name: str
    email: str = ""
    initials: str = ""
    role: str = ""
    away: list[Away] = field(default_factory=list[Away])
    is_role: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody whom a file lists, and by the file's own key who that is."""

    people: Table[Person] = field(default_factory=Table[Person])
    roles: Table[Role] = field(default_factory=Table[Role])
    teams: Table[Team] = field(default_factory=Table[Team])
    ids: dict[str, str] = field(default_factory=dict[str, str])
    names: dict[str, str] = field(default_factory=dict[str, str])

    def text(self, key: str, percent: float = _WHOLE) -> str:
        """Return what an owner field says for a resource: its id, or its name with the share of a day it gives."""
        if percent == _WHOLE or key not in self.names:
            return self.ids.get(key, "")
        return f"{self.names[key]} [{percent:g}%]"

    def joined(self, keys: Sequence[tuple[str, float]]) -> str:
        """Return what an owner field says for several: all their names, so that it is reported."""
        if len(keys) == 1:
            return self.text(*keys[0])
        return ", ".join(self.names[key] for key, _percent in keys if key in self.names)


def roster_from(resources: Sequence[Resource]) -> Roster:
    """Return the roster of the resources that have a name; those that share a name are told apart by their ids."""
    people: Table[Person] = Table()
    roles: dict[str, Role] = {}
    teams: dict[str, Team] = {}
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    named = [each for each in resources if each.name.strip()]
    for each, order in zip(named, positions(len(named)), strict=True):
        name = " ".join(each.name.split())[:_LONGEST_NAME]
        names[each.key] = name
        kind = "role" if each.is_role else "" if each.email else _kind(name)
        if kind == "role":
            ids[each.key] = _role(name, roles)
        elif kind == "team":
            slug = person_id(name, Table(people))
            ids[each.key] = name
            teams.setdefault(slug, Team(name=name, order=order))
        else:
            key = person_id(name, people)
            holds = (RoleHold(role=_role(each.role, roles)),) if each.role else ()
            initials = each.initials.strip()[:4] or initials_of(name)
            ids[each.key] = key
            people = people.with_(
                key,
                Person(name=name, initials=initials, email=each.email, holds=holds, away=tuple(each.away), order=order),
            )
    return Roster(people, Table(roles), Table(teams), ids, names)


def _kind(name: str) -> str:
    """Return "role" or "team" for a name that means no person."""
    reading = read_owner(name)
    if reading.label is Label.TEAM:
        return "team"
    one = reading.owners[0] if reading.label is Label.SINGLE and len(reading.owners) == 1 else None
    return "role" if one is not None and one.kind == "role" else ""


def _role(name: str, roles: dict[str, Role]) -> str:
    slug = "-".join("".join(letter if letter.isalnum() else " " for letter in key_of(name)).split()) or "role"
    roles.setdefault(slug, Role(name=name))
    return slug
