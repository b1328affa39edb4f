"""Who is known: people, roles, teams and organisations, and every text that means one of them.

A roster is asked before any rule. Texts declared for somebody (id, name, alias, initials, handle, e-mail) are exact;
from a person's name further texts follow ("Silva, Ana", "A. Silva", "Ana" while there is one Ana) that count only where
no declared text and no word list knows better.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.readings import Candidate


@dataclass(frozen=True, slots=True)
class Person:
    """One of us; `initials`, `handles` and `emails` are written as people type them."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role, and the ids of the people who hold it on the date asked."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """A group of us."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body outside, or ours as a whole."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Roster:
    """Everybody known, with indexes that are built once.

    Attributes:
        known_as_one: texts that were said to be one person, such as "Kim, Lee".
        known_as_two: texts that were said to be two.
        memory: what was read with this roster, for the reader alone.
    """

    people: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = ()
    teams: tuple[Team, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    known_as_one: tuple[str, ...] = ()
    known_as_two: tuple[str, ...] = ()
    memory: dict[object, object] = field(default_factory=dict[object, object], init=False, compare=False, repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is known, so that a name cannot be held against it."""
        return not (self.people or self.roles or self.teams or self.organisations)

    @cached_property
    def declared(self) -> dict[str, tuple[Candidate, ...]]:
        """Who is meant by each declared text, by its key."""
        index = _Index()
        for person in self.people:
            found = Candidate("person", person.id, person.name)
            texts = (person.id, person.name, *person.aliases, *person.initials, *person.emails)
            index.add(found, (*texts, *(handle.removeprefix("@") for handle in person.handles)))
        for role in self.roles:
            index.add(Candidate("role", role.id, role.name, holders=role.holders), (role.id, role.name, *role.aliases))
        for team in self.teams:
            index.add(Candidate("team", team.id, team.name), (team.id, team.name, *team.aliases))
        for body in self.organisations:
            index.add(Candidate("organisation", body.id, body.name), (body.id, body.name, *body.aliases))
        return index.done()

    @cached_property
    def derived(self) -> dict[str, tuple[Candidate, ...]]:
        """Who may be meant by texts that follow from people's names and addresses, by key."""
        index = _Index()
        for person in self.people:
            found = Candidate("person", person.id, person.name)
            for name in (person.name, *person.aliases):
                index.add(found, _ways_to_write(name))
            index.add(found, (email.partition("@")[0] for email in person.emails))
        return index.done()

    @cached_property
    def as_one(self) -> frozenset[str]:
        """Keys of the texts said to be one person."""
        return frozenset(fold(text) for text in self.known_as_one)

    @cached_property
    def as_two(self) -> frozenset[str]:
        """Keys of the texts said to be two people."""
        return frozenset(fold(text) for text in self.known_as_two)

    def known(self, text: str, how: Literal["declared", "derived"] = "declared") -> tuple[Candidate, ...]:
        """Return all who are meant by the text: none, one, or several who share it."""
        index = self.declared if how == "declared" else self.derived
        found = index.get(fold(text.removeprefix("@"))) if index else None
        if found is None or len(found) == 1:
            return found or ()
        # Of several that differ in case or accents only, the one who is written exactly so is meant.
        same = tuple(candidate for candidate in found if candidate.text == text)
        return same if len(same) == 1 else found


class _Index:
    def __init__(self) -> None:
        self._found: dict[str, dict[tuple[str, str | None], Candidate]] = {}

    def add(self, candidate: Candidate, texts: Iterable[str]) -> None:
        for text in texts:
            if key := fold(text):
                self._found.setdefault(key, {}).setdefault((candidate.kind, candidate.id), candidate)

    def done(self) -> dict[str, tuple[Candidate, ...]]:
        return {key: tuple(found.values()) for key, found in self._found.items()}


def _ways_to_write(name: str) -> set[str]:
    first, *others = name.replace(",", " ").split() or [""]
    if not others:
        return set()
    last, rest = others[-1], " ".join(others)
    return {
        first,
        f"{first} {last}",
        f"{last} {first}",
        f"{rest} {first}",
        f"{first} {last[0]}",
        f"{first[0]} {rest}",
        f"{first[0]}. {rest}",
        f"{first[0]}. {last}",
        f"{first} {last[0]}.",
        f"{last} {first[0]}.",
        f"{last} {first[0]}",
        f"{first}.{last}",
        f"{first}_{last}",
        f"{first}-{last}",
        f"{first}{last}",
        f"{first[0]}{last}",
        f"{first}{last[0]}",
        last,
        "".join(word[0] for word in (first, *others)),
    }


NOBODY = Roster()
