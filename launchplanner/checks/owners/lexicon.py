"""The words that tell people, roles, teams, organisations, machines and blanks apart, read from the shipped lists.

The lists are `resources/owners/*.toml`: a file for each topic, a table for each category, and in it one line of
comma-separated entries for each language. Entries of all languages are looked up together, because plans mix them.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, cast

from launchplanner.checks.owners import word
from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.phrases import Endings, Phrases
from launchplanner.checks.owners.word import Word, facts_of_shape
from launchplanner.words.resources import resource_text


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
        self.common = frozenset[str]().union(*(self[name] for name in _COMMON))
        self.not_names_han = tuple(self._entries("plain_words.han"))
        self._particles = self["people.particle"]
        self._edges = self._facts_of_edges()
        self._words: dict[str, Word] = {}
        self._first_lists: dict[tuple[str, ...], Mapping[str, str]] = {}

    def __missing__(self, name: str) -> Phrases:
        found = self[name] = Phrases(self._entries(name))
        return found

    def word(self, raw: str) -> Word:
        """Return a plain word with what is known of it; most words come again and again, so they are kept."""
        found = self._words.get(raw)
        if found is None:
            if len(self._words) >= _KEPT:
                self._words.clear()
            found = self._words[raw] = self.new_word(raw, fold(raw))
        return found

    def new_word(self, raw: str, key: str, kind: str = "word") -> Word:
        """Return a word of any kind, or one whose key is not its own."""
        return Word(raw, key, kind, facts_of_shape(raw, key, kind) | self._facts(key))

    def first_list(self, names: tuple[str, ...]) -> Mapping[str, str]:
        """Return the name of the first of the lists that holds a key, by key."""
        found = self._first_lists.get(names)
        if found is None:
            found = {key: name for name in reversed(names) for key in self[name]}
            self._first_lists[names] = found
        return found

    def _facts(self, key: str) -> int:
        facts = self._edges.get(key, 0)
        facts |= word.GIVEN * (key in self.given) | word.FAMILY * (key in self.family)
        facts |= word.COMMON * (key in self.common) | word.PARTICLE * (key in self._particles)
        if self.role_endings.match(key) or self.plural_endings.match(key):
            facts |= word.ROLE | word.LOUD
        if self.team_endings.match(key):
            facts |= word.GROUP | word.LOUD
        # In Chinese and its neighbours a list may speak of a part of a word.
        return facts if key.isalpha() and key < "\u2e80" else facts | word.LOUD

    def _facts_of_edges(self) -> dict[str, int]:
        """Return the facts of all words with which a phrase of a list begins or ends."""
        edges: defaultdict[str, int] = defaultdict(int)
        for name in self.names():
            facts = _FACTS.get(name, 0) | _FACTS.get(name.partition(".")[0], 0)
            facts |= 0 if name in _OF_NAMES else word.LOUD
            if name.startswith("joining.helper."):
                facts |= word.HELP
            for key in self[name].edges:
                edges[key] |= facts
        return dict(edges)

    def names(self) -> list[str]:
        """Return the names of all lists."""
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
_FACTS: Final[Mapping[str, int]] = {
    "roles": word.ROLE,
    "teams": word.GROUP,
    "functions": word.GROUP,
    "organisations": word.ORGANISATION,
    "machines": word.MACHINE,
    "nobody": word.NOBODY,
    "nobody.events": word.GROUP,
    "everyone": word.EVERYBODY,
    "places": word.PLACE,
    "plain_words": word.PLAIN,
    "people.honorific": word.FRAME,
    "people.honorific_after": word.FRAME,
    "people.credential": word.FRAME,
    "people.generation": word.FRAME,
    **dict.fromkeys(JOINING, word.JOINT),
    "joining.owner": word.MARK,
    "joining.doubt": word.MARK,
    "joining.stale": word.MARK,
    "joining.stale_first": word.MARK,
    "joining.shared": word.SHARED,
    "joining.choice": word.CHOICE,
}
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
