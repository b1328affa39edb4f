"""What one part of a cell names: the roster is asked first, then the lists, then the shape of names."""

import re
from collections.abc import Mapping
from typing import Final

from launchplanner.checks.owners.addresses import read_address
from launchplanner.checks.owners.groups import all_of_us, group, is_organisation
from launchplanner.checks.owners.kinds import Atom, What, known_atom, of_kind, person, several
from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.names import Evidence, looks_like_initials, name_evidence
from launchplanner.checks.owners.phrases import Keys
from launchplanner.checks.owners.roster import Roster
from launchplanner.checks.owners.scripts import attached_and
from launchplanner.checks.owners.titles import is_plural_title, title
from launchplanner.checks.owners.word import (
    BOTS,
    DATED,
    EVERYBODY,
    FRAME,
    GIVEN,
    GROUP,
    LOUD,
    MACHINE,
    NOBODY,
    ORGANISATION,
    PLACE,
    PLAIN,
    ROLE,
    Word,
    facts_of,
)

_LONGEST_ROW = 12  # words in which people of the roster are looked for one by one
_DUMMY_MARK = re.compile(r"^(?:\d{1,3}|[a-z]|#\d{1,3}|x+)$")
_WHOLE: Final[Mapping[str, What]] = {
    "organisations.known": "organisation",
    "nobody.blank": "nobody",
    "nobody.states": "nobody",
    "people.self": "unknown",
    "machines.whole": "machine",
    "everyone.whole": "all",
    "joining.shared": "shared",
}
_LISTS = tuple(_WHOLE)
_GUESSED: Final[frozenset[What]] = frozenset({"unknown", "person", "initials"})


def read_atom(words: list[Word], lexicon: Lexicon, roster: Roster) -> Atom:
    """Return what the words name, the roster asked first."""
    if not words:
        return Atom("nobody")
    text = words[0].raw if len(words) == 1 else " ".join([word.raw for word in words])
    if known := roster.known(text):
        return known_atom(known)
    if len(words) == 1 and words[0].type != "word":
        return read_address(words[0], lexicon, roster)
    atom = _in_a_row(words, lexicon, roster) or _by_lists(words, text, lexicon) or _by_shape(words, text, lexicon)
    if atom.what in _GUESSED and (guess := roster.known(text, "derived")):
        return known_atom(guess)
    return atom


def _in_a_row(words: list[Word], lexicon: Lexicon, roster: Roster) -> Atom | None:
    """Return several people if nothing but blanks stands between handles, or between people who are known."""
    if len(words) == 1:
        return None
    texts = [word.raw for word in words]
    if words[0].type != "word" and all(word.type in {"handle", "mail"} for word in words):
        return several(texts)
    if not "".join(texts).isascii() and attached_and(texts, lexicon):
        return several(texts)
    return _known_in_a_row(texts, roster) if len(words) <= _LONGEST_ROW and roster.known(texts[0]) else None


def _known_in_a_row(texts: list[str], roster: Roster) -> Atom | None:
    known = [[who for who in roster.known(text) if who.kind == "person"] for text in texts]
    if not all(known) or set[str | None].intersection(*({who.id for who in found} for found in known)):
        return None
    return Atom("several", tuple({who.id: who for found in known for who in found}.values()))


def _by_lists(words: list[Word], text: str, lexicon: Lexicon) -> Atom | None:
    """Return what the lists say of the whole text, or of its first or last words."""
    words = _without_title(words, lexicon)
    facts = facts_of(words)
    if not facts & (LOUD | DATED):
        return None
    keys = [word.key for word in words]
    whole = " ".join(keys)
    if name := lexicon.first_list(_LISTS).get(whole):
        return of_kind(_WHOLE[name], text)
    if facts & NOBODY and _is_nobody(keys, lexicon):
        return Atom("nobody")
    if facts & (DATED | PLACE) and whole not in lexicon.given and whole not in lexicon.family:
        if all(word.facts & DATED for word in words):
            return Atom("remark")
        if whole in lexicon["places.place"]:
            return Atom("place")
    return _by_nouns(keys, text, lexicon, facts)


def _by_nouns(keys: Keys, text: str, lexicon: Lexicon, facts: int) -> Atom | None:
    if facts & EVERYBODY and (everybody := all_of_us(keys, text, lexicon)):
        return everybody
    if facts & MACHINE and (lexicon["machines.last"].ends(keys) or keys[-1].endswith(BOTS)):
        return of_kind("machine", text)
    if facts & ORGANISATION and is_organisation(keys, lexicon):
        return of_kind("organisation", text)
    if facts & ROLE:
        if role := title(keys, text, lexicon):
            return role
        if is_plural_title(keys, lexicon):
            return of_kind("team", text, plural=True)
    return group(keys, text, lexicon) if facts & GROUP else None


def _without_title(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Return the words that have keys, without "Hr." before a name, which without its stop is a department."""
    titled = words[0].raw.endswith(".") and words[0].key in lexicon["people.honorific"]
    words = [word for word in words if word.key]
    return words[1:] if titled and len(words) > 1 else words


def _is_nobody(keys: Keys, lexicon: Lexicon) -> bool:
    leads = lexicon["nobody.leading"].begins(keys) > 0
    return leads or _is_hole(keys, lexicon) or _is_dummy(keys, lexicon)


def _is_hole(keys: Keys, lexicon: Lexicon) -> bool:
    bare = [key for key in keys if not _DUMMY_MARK.match(key)]
    if not bare:
        return False
    holes, names = lexicon["nobody.hole"], lexicon["nobody.name_word"]
    if bare[0] in lexicon["nobody.imperative"] and any(key in holes for key in bare[1:]):
        return True
    if len(keys) == 1:
        return bare[0] in names or bare[0] in lexicon["nobody.asked"]
    return bare[-1] in names or all(key in holes for key in bare)


def _is_dummy(keys: Keys, lexicon: Lexicon) -> bool:
    """Tell whether a stand-in is meant: "Dev 1", "Person A"."""
    marked = bool(_DUMMY_MARK.match(keys[-1])) or keys[-1] in lexicon["nobody.leading"]
    return marked and len(keys) > 1 and " ".join(keys[:-1]) in lexicon["nobody.dummy"]


def _by_shape(words: list[Word], text: str, lexicon: Lexicon) -> Atom:
    """Return a person if the words have a name's shape, else a thing or something unknown."""
    facts = facts_of(words)
    if facts & FRAME:
        whole = " ".join([word.key for word in words])
        if whole in lexicon["people.credential"] or whole in lexicon["people.generation"]:
            return Atom("credential")
    texts = [word.raw for word in words]
    if looks_like_initials(texts, lexicon):
        return of_kind("initials", text)
    evidence = name_evidence(words, lexicon, facts)
    if evidence is Evidence.SEVERAL:
        return several(texts)
    if evidence is not Evidence.NONE:
        return person(text, evidence)
    plain = facts & PLAIN and any(word.key in lexicon["plain_words.word"] and not word.facts & GIVEN for word in words)
    return of_kind("thing" if plain else "unknown", text)
