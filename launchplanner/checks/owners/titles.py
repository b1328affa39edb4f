"""Titles: one role, a person with a title, a title whose holder is still to come, or several of a kind."""

from launchplanner.checks.owners.groups import begins_with_given
from launchplanner.checks.owners.kinds import Atom, of_kind, person
from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.names import Evidence
from launchplanner.checks.owners.phrases import Keys
from launchplanner.checks.owners.readings import Candidate

_LONGEST_NAME = 3  # words of a name before or behind a title


def title(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    """Return what the words name if they are a title, or a name and a title."""
    if len(keys) == 1 and keys[0] in lexicon["functions.word"]:
        return _both(keys[0], text, lexicon)
    return _many_titles(keys, text, lexicon) or _name_and_title(keys, text, lexicon) or _one_title(keys, text, lexicon)


def is_plural_title(keys: Keys, lexicon: Lexicon) -> bool:
    """Tell whether the words name several people of one kind: "country managers"."""
    plural = lexicon["roles.plural"]
    if plural.ends(keys) or lexicon.plural_endings.match(keys[-1]):
        return True
    return plural.begins(keys) > 0 and not (len(keys) > 1 and _is_name(keys[1:], lexicon))


def _both(key: str, text: str, lexicon: Lexicon) -> Atom | None:
    """Return a question for a word that is a title and a department: "admin"."""
    is_role = key in lexicon["roles.head"] or key in lexicon["roles.abbreviation"]
    return of_kind("unknown", text) if is_role else None


def _many_titles(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    """Return several roles for "PM PMM", and nobody for "new PMM"."""
    if len(keys) == 1:
        return None
    if all(key in lexicon["roles.abbreviation"] for key in keys):
        return Atom("several", tuple(Candidate("role", None, word) for word in text.split()))
    coming = keys[0] in lexicon["nobody.coming"] and _title_length(keys[1:], lexicon) == len(keys) - 1
    return Atom("nobody") if coming else None


def _name_and_title(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    """Return the person of "PM Ana" and "Ana Silva PM"."""
    words = text.split()
    length = _title_length(keys, lexicon)
    if 0 < length < len(keys) and _is_name(keys[length:], lexicon):
        return person(" ".join(words[length:]), Evidence.FULL, " ".join(words[:length]))
    if begins_with_given(keys, lexicon):
        for place in range(1, min(_LONGEST_NAME + 1, len(keys))):
            if _title_length(keys[place:], lexicon) == len(keys) - place:
                return person(" ".join(words[:place]), Evidence.FULL, " ".join(words[place:]))
    return None


def _one_title(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    if begins_with_given(keys, lexicon):
        return None
    place = lexicon["places.place"].ends(keys)
    head = keys[:-place] if 0 < place < len(keys) else keys
    if lexicon["roles.head"].ends(head) or lexicon["roles.abbreviation"].ends(keys):
        return of_kind("role", text)
    if keys[-1] in lexicon["roles.plural"] or lexicon.plural_endings.match(keys[-1]):
        return None
    joined = lexicon.role_endings.match(keys[0]) or lexicon.role_endings.match(keys[-1])
    begins = lexicon["roles.start"].begins(keys) > 0 and not _ends_with_team(keys, lexicon)
    return of_kind("role", text) if joined or begins else None


def _ends_with_team(keys: Keys, lexicon: Lexicon) -> bool:
    """Tell whether a group is named, as in "marketing director team", and not led, as in "head of the team"."""
    return lexicon["teams.head"].ends(keys) > 0 and not any(key in lexicon["people.of"] for key in keys)


def _title_length(keys: Keys, lexicon: Lexicon) -> int:
    """Return how many words at the start are one title: ranks and fields of work, then the title's noun."""
    place = 0
    while place < len(keys):
        if length := lexicon["roles.head"].at(keys, place) or lexicon["roles.abbreviation"].at(keys, place):
            return place + length
        length = lexicon["roles.rank"].at(keys, place) or lexicon["functions.word"].at(keys, place)
        if not length:
            return 0
        place += length
    return 0


def _is_name(keys: Keys, lexicon: Lexicon) -> bool:
    short = len(keys) <= _LONGEST_NAME
    return short and keys[0] in lexicon.given and not any(key in lexicon["functions.word"] for key in keys)
