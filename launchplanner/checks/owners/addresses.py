"""What an address names: a handle, a mailbox, a channel, a link."""

import re

from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.kinds import Atom, known_atom, of_kind, person
from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.names import Evidence
from launchplanner.checks.owners.roster import Roster
from launchplanner.checks.owners.word import Word

_SPLIT = re.compile(r"[._\-/+]+")
_PROFILE = re.compile(r"(?:github\.com|gitlab\.com|linkedin\.com/in|twitter\.com|x\.com)/([\w.-]+)/?$")
_GROUPS = (
    "teams.mailbox",
    "functions.word",
    "teams.head",
    "roles.plural",
    "roles.abbreviation",
    "everyone.whole",
    "organisations.head",
)
_SHORTEST = 3  # letters of a word inside a joined handle such as "salesops"


def read_address(word: Word, lexicon: Lexicon, roster: Roster) -> Atom:
    """Return what a token that is no plain word names."""
    if word.type == "channel":
        return of_kind("group-address", word.raw)
    if word.type == "url":
        profile = _PROFILE.search(word.raw)
        return person(profile[1], Evidence.ADDRESS) if profile else Atom("remark")
    if word.type not in {"handle", "mail"}:
        return Atom("remark")
    handle = fold(word.raw.removeprefix("@").partition("@")[0])
    if known := (word.type == "handle" and roster.known(handle)) or roster.known(handle, "derived"):
        return known_atom(known)
    return _unknown(word, handle, lexicon)


def _unknown(word: Word, handle: str, lexicon: Lexicon) -> Atom:
    pieces = [piece for piece in _SPLIT.split(handle) if piece]
    if handle in lexicon["organisations.known"]:
        return of_kind("organisation", word.raw)
    if "bot" in pieces or (handle.endswith("bot") and len(handle) > 2 * len("bot")):
        return of_kind("machine", word.raw)
    of_all = handle in lexicon["everyone.handle"] or handle in lexicon["teams.mailbox"]
    if of_all or (word.type == "handle" and "/" in word.raw) or any(_is_group(piece, lexicon) for piece in pieces):
        return of_kind("group-address", word.raw)
    return person(word.raw, Evidence.ADDRESS)


def _is_group(piece: str, lexicon: Lexicon) -> bool:
    if piece in lexicon.given:
        return False
    if any(piece in lexicon[name] for name in _GROUPS) or lexicon.team_endings.match(piece):
        return True
    functions = lexicon["functions.word"]
    cuts = range(_SHORTEST, min(len(piece) - _SHORTEST, 30) + 1)
    return any(piece[:cut] in functions and piece[cut:] in functions for cut in cuts)
