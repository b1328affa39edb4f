"""How surely words are a personal name: by their shape, by given and family names, never by shape alone."""

import re
from dataclasses import dataclass
from enum import IntEnum

from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.scripts import has_no_capitals, is_asian_name
from launchplanner.checks.owners.word import (
    ADDRESS,
    COMMON,
    DIGITS,
    FAMILY,
    FRAME,
    GIVEN,
    INITIAL,
    LETTER,
    PARTICLE,
    Word,
)


class Evidence(IntEnum):
    """How surely a text is one personal name."""

    NONE = 0
    SEVERAL = 1
    FAMILY = 2  # one word, a family name
    GIVEN = 3  # one word, a given name
    ADDRESS = 4  # a handle, or an address
    FULL = 5  # a full name


# Endings of keys, which have no accents and no capitals.
_FAMILY_ENDINGS = (
    "sson", "son", "ssen", "sen", "ski", "ska", "sky", "skyi", "skaya", "wicz", "vic", "vich", "ovic", "enko",
    "yan", "escu", "oglu", "opoulos", "idis", "adis", "akis", "mann", "stein", "berg", "feld", "bauer", "meyer",
    "strom", "qvist", "lund", "dottir", "elli", "etti", "eira", "wala", "swamy", "murthy", "moto", "mura", "shvili",
    "nen", "ova", "eva", "ов", "ова", "ев", "ева", "ский", "ская", "енко", "чук", "ян", "дзе", "швили",
)  # fmt: skip
_DOTTED = re.compile(r"^[^\W\d_]{1,20}(?:[._][^\W\d_]{2,20}){1,2}\d{0,3}$")
_HANDLE = re.compile(r"\d|[a-zà-ÿ][A-Z]|_|-[a-z]")
_JOINTS = re.compile(r"[-._']")
_CAPITAL_PARTICLES = ("d'", "De", "Va", "Di", "Da", "La")
_TWO_FULL_NAMES = [False, True, False, True]  # whether each word is a family name
_ROW = 3  # given names in a row that are one person's at most
_SHORT = 5  # letters of a word whose ending says nothing
_LONGEST = 6


def looks_like_initials(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether one word of capitals could be somebody's initials and nothing better."""
    if len(words) != 1:
        return False
    word = words[0].replace(".", "")
    return len(word) in {2, 3} and word.isupper() and word.isalpha() and word.casefold() not in lexicon.given


def looks_like_handle(text: str) -> bool:
    """Tell whether one word has the shape of an account's name rather than of a person's."""
    return " " not in text and (bool(_HANDLE.search(text)) or (text.isascii() and text.islower()))


def name_evidence(words: list[Word], lexicon: Lexicon, facts: int) -> Evidence:
    """Return how surely the words, of which all the facts are given too, are one personal name."""
    core = _without_frame(words, lexicon) if facts & FRAME else words
    titled = len(core) < len(words)
    if not core or len(core) > _LONGEST or (facts & ADDRESS and any(word.type != "word" for word in core)):
        return Evidence.NONE
    if len(core) == 1:
        return _one_word(core[0], lexicon, titled=titled)
    if has_no_capitals(core[0].raw):
        return _without_capitals(core, lexicon)
    return _full_name(core, lexicon)


def _without_frame(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Return the words without the "Dr" before and the "Jr" or "bey" behind a name."""
    start, end = 0, len(words)
    while start < end - 1 and words[start].key in lexicon["people.honorific"] and not INITIAL.match(words[start].raw):
        start += 1
    while end > start + 1 and (
        words[end - 1].key in lexicon["people.generation"]
        or words[end - 1].key in lexicon["people.honorific_after"]
        or (
            end - start > _ROW - 1
            and words[end - 1].key in lexicon["people.credential"]
            and words[end - 1].raw[:1].isupper()
        )
    ):
        end -= 1
    return words[start:end]


def _one_word(word: Word, lexicon: Lexicon, *, titled: bool) -> Evidence:
    caseless = has_no_capitals(word.raw)
    if titled:
        return Evidence.FULL if caseless or word.raw[:1].isupper() else Evidence.NONE
    if word.key in lexicon["places.place"]:
        return Evidence.NONE  # "Austin", "Sofia": an office as likely as a person
    if word.key not in lexicon["plain_words.word"]:
        if word.key in lexicon.given:
            return Evidence.GIVEN
        if word.key in lexicon.family:
            return Evidence.FAMILY
    if caseless:
        return Evidence.FULL if is_asian_name(word.raw, lexicon) else Evidence.NONE
    return _joined_word(word, lexicon)


def _joined_word(word: Word, lexicon: Lexicon) -> Evidence:
    """Read "ana.silva", "Jean-Luc" and "O'Brien"."""
    first, *rest = _JOINTS.split(word.key)
    if not rest or any(piece in lexicon.common for piece in (first, *rest)):
        return Evidence.NONE
    if first in lexicon.given or rest[-1] in lexicon.family or rest[-1] in lexicon.given:
        return Evidence.ADDRESS if _DOTTED.match(word.raw) else Evidence.GIVEN
    return Evidence.FAMILY if first in {"o", "d"} and "'" in word.key else Evidence.NONE


def _without_capitals(words: list[Word], lexicon: Lexicon) -> Evidence:
    """Names in Arabic, Hebrew or Hindi need a known name, since nothing in their shape tells."""
    common = (lexicon["functions.word"], lexicon["plain_words.word"])
    if any(word.key in listed and word.key not in lexicon.given for word in words for listed in common):
        return Evidence.NONE
    known = any(word.key in lexicon.given or word.key in lexicon.family for word in words)
    joined = "".join(word.raw for word in words)
    return Evidence.FULL if known or is_asian_name(joined, lexicon) else Evidence.NONE


@dataclass(slots=True)
class _Tally:
    """How many words of a text are what, as far as a name is concerned."""

    given: int = 0
    family: int = 0
    unknown: int = 0
    lower: int = 0
    particles: int = 0
    dotted: int = 0
    family_ending: bool = False


def _full_name(words: list[Word], lexicon: Lexicon) -> Evidence:
    tally = _Tally()
    last = len(words) - 1
    for place, word in enumerate(words):
        if not _count(tally, word, lexicon, is_first=place == 0, is_last=place == last):
            return Evidence.NONE
    if tally.lower and (tally.unknown or tally.lower < tally.given + tally.family):
        return Evidence.NONE
    if tally.given + tally.family == len(words) and (row := _row_of_names(words, tally)) is not None:
        return row
    if tally.given or tally.family or tally.family_ending:
        return Evidence.FULL
    # "J. Smith", "van der Berg": what stands before the name shows what it is.
    framed = tally.dotted or (tally.particles and words[0].raw.islower())
    return Evidence.FULL if framed and tally.unknown == 1 else Evidence.NONE


def _count(tally: _Tally, word: Word, lexicon: Lexicon, *, is_first: bool, is_last: bool) -> bool:
    """Add one word to the tally; False if it stands in no name."""
    facts, raw = word.facts, word.raw
    if facts & PARTICLE and (is_first or raw.islower() or raw.startswith(_CAPITAL_PARTICLES)):
        tally.particles += 1
        return True
    if facts & LETTER:
        tally.dotted += "." in raw
        return True
    if facts & DIGITS:
        return False
    tally.lower += raw[:1].islower()
    if not facts & (GIVEN | FAMILY):
        return not facts & COMMON and _count_unknown(tally, word.key, lexicon, is_last=is_last)
    if facts & COMMON:
        tally.unknown += 1
    elif facts & GIVEN:
        tally.given += 1
    else:
        tally.family += 1
    return True


def _count_unknown(tally: _Tally, key: str, lexicon: Lexicon, *, is_last: bool) -> bool:
    pieces = key.split("-")
    if len(pieces) > 1 and all(piece in lexicon.common for piece in pieces):
        return False
    named = len(pieces) > 1 and any(piece in lexicon.given or piece in lexicon.family for piece in pieces)
    tally.given += named
    tally.unknown += not named
    tally.family_ending = is_last and len(key) > _SHORT and key.endswith(_FAMILY_ENDINGS)
    return True


def _row_of_names(words: list[Word], tally: _Tally) -> Evidence | None:
    """Read names only, with nothing between them: "Maria Garcia Tom Lee", "Anna Tom Bob Eve"."""
    families = [bool(word.facts & FAMILY) for word in words]
    if len(words) == len(_TWO_FULL_NAMES) and tally.given > 1 and families[1:] == _TWO_FULL_NAMES[1:]:
        return Evidence.SEVERAL
    if tally.given < len(words) or len(words) < _ROW or families[-1]:
        return None
    return Evidence.SEVERAL if len(words) > _ROW else Evidence.NONE
