"""Who a short text means when it is exactly a known person or role; reading messy owner cells is `checks.owners`."""

from collections.abc import Iterator
from datetime import date

from launchplanner.plan.people import Person, Role, RoleHold, Team
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table


class Directory:
    """People and roles of a launch by each of their names. Names that two share mean nobody.

    Teams are here to be shown by name only: a group answers for nothing.
    """

    def __init__(self, people: Table[Person], roles: Table[Role], teams: Table[Team]) -> None:
        self.people = people
        self.roles = roles
        self.teams = teams
        self._persons = _index((key, names) for key, person in people.items() for names in _person_names(person))
        self._roles = _index((key, names) for key, role in roles.items() for names in (role.name, role.long_name))
        self._holds: dict[str, list[tuple[str, RoleHold]]] = {}
        for key, person in sorted(people.items()):
            for hold in person.holds:
                self._holds.setdefault(hold.role, []).append((key, hold))

    @classmethod
    def of(cls, plan: Plan) -> "Directory":
        """Return the directory of a plan."""
        return cls(plan.people, plan.roles, plan.teams)

    def person(self, text: str) -> str | None:
        """Return the id of the one person whom `text` names exactly, by id, name, alias or e-mail."""
        if text in self.people:
            return text
        return self._persons.get(_key(text))

    def role(self, text: str) -> str | None:
        """Return the id of the one role that `text` names exactly, by id or name."""
        if text in self.roles:
            return text
        return self._roles.get(_key(text))

    def holders(self, role: str, on: date | None = None) -> tuple[str, ...]:
        """Return who holds a role on a day (at any time, when none is given), sorted by id."""
        held = (key for key, hold in self._holds.get(role, ()) if on is None or hold.covers(on))
        return tuple(dict.fromkeys(held))

    def answers(self, text: str, on: date | None = None) -> str | None:
        """Return the one person who answers for `text` on a day: named outright, or the only holder of a role."""
        person = self.person(text)
        if person is not None:
            return person
        role = self.role(text)
        held_by = self.holders(role, on) if role is not None else ()
        return held_by[0] if len(held_by) == 1 else None

    def shown(self, text: str) -> str:
        """Return what to show for an owner text: the name behind an id, or the text as it was written."""
        if text in self.people:
            return self.people[text].name
        if text in self.roles:
            return self.roles[text].name
        if text in self.teams:
            return self.teams[text].name
        return text


def _person_names(person: Person) -> tuple[str, ...]:
    return (person.name, person.email, *person.aliases)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _index(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    shared: set[str] = set()
    for key, name in pairs:
        known = _key(name)
        if known and found.setdefault(known, key) != key:
            shared.add(known)
    return {name: key for name, key in found.items() if name not in shared}
