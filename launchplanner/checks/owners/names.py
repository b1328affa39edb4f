"""How surely words are a personal name: by their shape, by given and family names, never by shape alone."""

import re
from enum import IntEnum

from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.scripts import has_no_capitals, is_asian_name
from launchplanner.checks.owners.tokens import Word


class Evidence(IntEnum):
    """How surely a text is one personal name."""

    NONE = 0
    SEVERAL = 1
    FAMILY = 2  # one word, a family name
    GIVEN = 3  # one word, a given name
    ADDRESS = 4  # a handle, or an address
    FULL = 5  # a full name


_ROMAN = re.compile(r"^(?:[A-Z]\.?){1,4}$")
_INITIAL = re.compile(r"^[^\W\d_]\.?$|^(?:[^\W\d_]\.){2,3}$|^[^\W\d_]\.-[^\W\d_]\.$")
_FAMILY_ENDING = re.compile(
    r"(?:sson|son|ssen|sen|ski|ska|sky|skyi|skaya|wicz|vić|vic|vich|ović|enko|yan|escu|oglu|oğlu|opoulos|idis|adis|akis|mann|stein|"
    r"berg|feld|bauer|meyer|ström|strom|qvist|lund|dottir|dóttir|elli|etti|eira|wala|swamy|murthy|moto|mura|shvili|nen|ová|ova|eva|"
    r"ов|ова|ев|ева|ский|ская|енко|чук|ян|дзе|швили)$",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"^[^\W\d_]{1,20}(?:[._][^\W\d_]{2,20}){1,2}\d{0,3}$")
_HANDLE = re.compile(r"\d|[a-zà-ÿ][A-Z]|_|-[a-z]")
_LONGEST = 6
_COMMON = (
    "places.place",
    "functions.word",
    "organisations.head",
    "teams.head",
    "roles.head",
    "roles.plural",
    "nobody.events",
    "machines.last",
)


def looks_like_initials(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether one word of capitals could be somebody's initials and nothing better."""
    if len(words) != 1:
        return False
    word = words[0].replace(".", "")
    return len(word) in {2, 3} and word.isupper() and word.isalpha() and word.casefold() not in lexicon.given


def looks_like_handle(text: str) -> bool:
    """Tell whether one word has the shape of an account's name rather than of a person's."""
    return " " not in text and (bool(_HANDLE.search(text)) or (text.isascii() and text.islower()))


def name_evidence(words: list[Word], lexicon: Lexicon) -> Evidence:
    """Return how surely the words are one personal name."""
    core = _without_frame(words, lexicon)
    titled = len(core) < len(words)
    if not core or len(core) > _LONGEST or any(word.type != "word" for word in core):
        return Evidence.NONE
    if len(core) == 1:
        return _one_word(core[0], lexicon, titled=titled)
    if has_no_capitals(core[0].raw):
        return _without_capitals(core, lexicon)
    return _full_name(core, lexicon)


def _without_frame(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Return the words without the "Dr" before and the "Jr" or "bey" behind a name."""
    start, end = 0, len(words)
    while start < end - 1 and words[start].key in lexicon["people.honorific"] and not _INITIAL.match(words[start].raw):
        start += 1
    while end > start + 1 and (
        words[end - 1].key in lexicon["people.generation"]
        or words[end - 1].key in lexicon["people.honorific_after"]
        or (words[end - 1].key in lexicon["people.credential"] and words[end - 1].raw[:1].isupper() and end > 2)
    ):
        end -= 1
    return words[start:end]


def _one_word(word: Word, lexicon: Lexicon, *, titled: bool) -> Evidence:
    key = word.key
    if titled:
        return Evidence.FULL if word.raw[:1].isupper() or has_no_capitals(word.raw) else Evidence.NONE
    if key in lexicon["places.place"]:
        return Evidence.NONE  # "Austin", "Sofia": an office as likely as a person
    if key in lexicon.given and key not in lexicon["plain_words.word"]:
        return Evidence.GIVEN
    if key in lexicon.family and key not in lexicon["plain_words.word"]:
        return Evidence.FAMILY
    if has_no_capitals(word.raw):
        return Evidence.FULL if is_asian_name(word.raw, lexicon) else Evidence.NONE
    pieces = re.split(r"[-._']", key)
    if len(pieces) > 1 and any(
        piece in lexicon["plain_words.word"] or any(piece in lexicon[name] for name in _COMMON) for piece in pieces
    ):
        return Evidence.NONE
    if len(pieces) > 1 and (pieces[0] in lexicon.given or pieces[-1] in lexicon.family or pieces[-1] in lexicon.given):
        return Evidence.ADDRESS if _DOTTED.match(word.raw) else Evidence.GIVEN
    if len(pieces) == 2 and pieces[0] in {"o", "d"} and "'" in key:
        return Evidence.FAMILY
    return Evidence.NONE


def _without_capitals(words: list[Word], lexicon: Lexicon) -> Evidence:
    """Names in Arabic, Hebrew or Hindi need a known name, since nothing in their shape tells."""
    if len(words) > 5:
        return Evidence.NONE
    common = (lexicon["functions.word"], lexicon["plain_words.word"])
    if any(word.key in listed and word.key not in lexicon.given for word in words for listed in common):
        return Evidence.NONE
    known = [word.key in lexicon.given or word.key in lexicon.family for word in words]
    joined = "".join(word.raw for word in words)
    return Evidence.FULL if any(known) or is_asian_name(joined, lexicon) else Evidence.NONE


def _full_name(words: list[Word], lexicon: Lexicon) -> Evidence:
    given = family = unknown = initials = ending = particles = 0
    lower = 0
    plain = lexicon["plain_words.word"]
    for place, word in enumerate(words):
        key, raw = word.key, word.raw
        if (
            place
            and key in lexicon["people.particle"]
            and (raw.islower() or raw[:2] in {"d'", "De", "Va", "Di", "Da", "La"})
        ):
            particles += 1
            continue
        if place == 0 and key in lexicon["people.particle"]:
            particles += 1
            continue
        if any(c.isdigit() for c in raw):
            return Evidence.NONE
        if _INITIAL.match(raw) and raw[:1].isupper():
            initials += 1
            continue
        common = key in plain or any(key in lexicon[name] for name in _COMMON)
        if key in lexicon.given:
            given += not common
            unknown += common
        elif key in lexicon.family:
            family += not common
            unknown += common
        elif common or _is_common_pair(key, lexicon):
            return Evidence.NONE
        elif _is_hyphenated_name(key, lexicon):
            given += 1
        else:
            unknown += 1
            ending += place == len(words) - 1 and len(key) > 5 and bool(_FAMILY_ENDING.search(key))
        lower += raw[:1].islower()
    return _weigh(words, lexicon.family, given, family, unknown, initials, ending, particles, lower)


def _weigh(
    words: list[Word],
    family_names: frozenset[str],
    given: int,
    family: int,
    unknown: int,
    initials: int,
    ending: int,
    particles: int,
    lower: int,
) -> Evidence:
    named = given + family
    if lower and (unknown or lower < named):
        return Evidence.NONE
    if _are_two_in_a_row(words, family_names, given, family):
        return Evidence.SEVERAL
    if given >= 3 and given == len(words) and words[-1].key not in family_names:
        return Evidence.SEVERAL if given > 3 else Evidence.NONE
    if named + unknown == 0:
        return Evidence.NONE
    if given or family or ending:
        return Evidence.FULL
    # "J. Smith", "van der Berg": what stands before the name shows what it is.
    dotted = any(_INITIAL.match(word.raw) and "." in word.raw for word in words)
    if (initials and dotted and unknown == 1) or (particles and unknown == 1 and words[0].raw.islower()):
        return Evidence.FULL
    return Evidence.NONE


def _are_two_in_a_row(words: list[Word], family_names: frozenset[str], given: int, family: int) -> bool:
    """Tell whether two full names stand side by side without anything between: "Maria Garcia Tom Lee"."""
    if len(words) != 4 or given + family != 4 or given < 2:
        return False
    return [word.key in family_names for word in words[1::2]] == [True, True] and words[2].key not in family_names


def _is_hyphenated_name(key: str, lexicon: Lexicon) -> bool:
    pieces = key.split("-")
    return len(pieces) > 1 and any(piece in lexicon.given or piece in lexicon.family for piece in pieces)


def _is_common_pair(key: str, lexicon: Lexicon) -> bool:
    pieces = key.split("-")
    return len(pieces) > 1 and all(
        piece in lexicon["plain_words.word"] or piece in lexicon["functions.word"] for piece in pieces
    )
