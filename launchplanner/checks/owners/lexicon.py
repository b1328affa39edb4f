"""The words that tell people, roles, teams, organisations, machines and blanks apart, read from the shipped lists.

The lists are `resources/owners/*.toml`: a file for each topic, a table for each category, and in it one line of
comma-separated entries for each language. Entries of all languages are looked up together, because plans mix them.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self, cast

from launchplanner.checks.owners.folding import fold
from launchplanner.words.resources import resource_text

_LONGEST = 6  # words of the longest phrase looked for

Keys = Sequence[str]


class Phrases(frozenset[str]):
    """The keys of one category's phrases, found in a row of word keys by their first word."""

    def __new__(cls, entries: Iterable[str]) -> Self:
        """Return the keys of the entries."""
        return super().__new__(cls, (key for entry in entries if (key := fold(entry))))

    def __init__(self, entries: Iterable[str]) -> None:
        super().__init__()
        by_first: dict[str, set[tuple[str, ...]]] = {}
        for key in self:
            words = tuple(key.split(" "))
            by_first.setdefault(words[0], set()).add(words)
        self._by_first = {first: sorted(found, key=len, reverse=True) for first, found in by_first.items()}
        self.firsts = frozenset(by_first)
        self._last = frozenset(key.rpartition(" ")[2] for key in self)
        self.edges = self.firsts | self._last

    def at(self, keys: Keys, place: int) -> int:
        """Return the length in words of the longest phrase that begins at `place`, 0 if none does."""
        found = self._by_first.get(keys[place])
        if found is None:
            return 0
        for words in found:
            if len(words) == 1 or tuple(keys[place : place + len(words)]) == words:
                return len(words)
        return 0

    def find(self, keys: Keys, start: int = 0) -> tuple[int, int] | None:
        """Return place and length of the first phrase at or after `start`."""
        if self.firsts.isdisjoint(keys):
            return None
        for place in range(start, len(keys)):
            if length := self.at(keys, place):
                return place, length
        return None

    def begins(self, keys: Keys) -> int:
        """Return the length of the phrase that the row begins with, 0 if with none."""
        return self.at(keys, 0) if keys else 0

    def ends(self, keys: Keys) -> int:
        """Return the length of the longest phrase that the row ends with, 0 if with none."""
        if not keys or keys[-1] not in self._last:
            return 0
        for length in range(min(_LONGEST, len(keys)), 0, -1):
            if " ".join(keys[-length:]) in self:
                return length
        return 0


@dataclass(frozen=True)
class Endings:
    """Endings of joined words."""

    latin: tuple[str, ...]
    cjk: tuple[str, ...]

    def match(self, key: str) -> bool:
        """Tell whether the word is longer than one of the endings and ends with it."""
        if not key.endswith(self.latin if key.isascii() else self.latin + self.cjk):
            return False
        if any(key.endswith(end) and len(key) > len(end) + 2 for end in self.latin):
            return True
        return any(key.endswith(end) and len(key) > len(end) for end in self.cjk)


class Lexicon(dict[str, Phrases]):
    """All lists, by topic and category: `lexicon["teams.head"]`."""

    def __init__(self) -> None:
        super().__init__()
        self._topics = {topic: _read(topic) for topic in _TOPICS}
        roles, teams = self._topics["roles"], self._topics["teams"]
        self.role_endings = _endings(roles["ending"])
        self.plural_endings = _endings(roles["plural_ending"])
        self.team_endings = _endings(teams["ending"])
        self.helper_kinds = tuple(name.split(".")[1] for name in self._topics["joining"] if name.startswith("helper."))
        self.joint = frozenset(
            "/".join(fold(part) for part in entry.split("/")) for entry in self._entries("functions.joint")
        )
        self.given = frozenset(self["given_names.name"])
        self.family = frozenset(self["people.family"])
        self.han_family = self._entries("people.family_han")
        self.kanji_family = self._entries("people.family_kanji")
        self.hangul_family = self._entries("people.family_hangul")
        self.after_name = tuple(entry for entry in self._entries("people.honorific_after") if not entry.isascii())
        self.han_and = frozenset(self._entries("joining.and_glued"))
        self.joining_firsts = frozenset[str]().union(*(self[name].firsts for name in JOINING))
        self.helper_firsts = frozenset[str]().union(
            *(self[f"joining.helper.{kind}"].firsts for kind in self.helper_kinds)
        )
        self.common = frozenset[str]().union(*(self[name] for name in _COMMON))
        self._quiet: dict[str, bool] = {}
        self._loud = frozenset[str]().union(*(self[name].edges for name in self._names() if name not in _OF_NAMES))
        self.not_names_han = tuple(self._entries("plain_words.han"))

    def __missing__(self, name: str) -> Phrases:
        found = self[name] = Phrases(self._entries(name))
        return found

    def is_quiet(self, key: str) -> bool:
        """Tell whether no list but those of names can say anything of a word, so that only its shape counts.

        Most words of most cells are names; to know this once for each saves asking every list again.
        """
        quiet = self._quiet.get(key)
        if quiet is None:
            if len(self._quiet) >= _KEPT:
                self._quiet.clear()
            endings = (self.role_endings, self.team_endings, self.plural_endings)
            plain = key.isalpha() and key < "\u2e80" and key not in self._loud
            quiet = self._quiet[key] = plain and not any(ending.match(key) for ending in endings)
        return quiet

    def _names(self) -> list[str]:
        return [f"{topic}.{category}" for topic, tables in self._topics.items() for category in tables]

    def _entries(self, name: str) -> tuple[str, ...]:
        topic, category = name.split(".", 1)
        return tuple(entry for entries in self._topics[topic][category].values() for entry in entries)


_COMMON = (
    "plain_words.word",
    "places.place",
    "functions.word",
    "organisations.head",
    "teams.head",
    "roles.head",
    "roles.plural",
    "nobody.events",
    "machines.last",
)
_KEPT = 50_000  # words
_OF_NAMES = frozenset(
    {
        "given_names.name",
        "people.family",
        "people.particle",
        "people.honorific",
        "people.honorific_after",
        "people.credential",
        "people.generation",
        "people.pronoun",
        "people.of",
        "functions.joint",
    }
)
JOINING = (
    "joining.and",
    "joining.or",
    "joining.then",
    "joining.limit",
    "joining.helper_link",
    "joining.and_short",
    "joining.or_short",
)
_TOPICS = (
    "nobody",
    "everyone",
    "teams",
    "functions",
    "roles",
    "organisations",
    "machines",
    "joining",
    "people",
    "given_names",
    "plain_words",
    "places",
)
_Table = dict[str, tuple[str, ...]]


def _read(topic: str) -> dict[str, _Table]:
    tables: dict[str, _Table] = {}
    for category, table in tomllib.loads(resource_text(f"owners/{topic}.toml")).items():
        _fill(tables, category, cast("Mapping[str, object]", table))
    return tables


def _fill(tables: dict[str, _Table], category: str, table: Mapping[str, object]) -> None:
    for language, entries in table.items():
        if isinstance(entries, str):
            tables.setdefault(category, {})[language] = tuple(
                entry for part in entries.replace("\n", " ").split(",") if (entry := part.strip())
            )
        else:
            _fill(tables, f"{category}.{language}", cast("Mapping[str, object]", entries))


def _endings(table: _Table) -> Endings:
    latin = tuple(fold(entry) for entry in table.get("latin", ()))
    cjk = tuple(fold(entry) for language, entries in table.items() if language != "latin" for entry in entries)
    return Endings(latin, cjk)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the shipped lists, read once."""
    return Lexicon()
