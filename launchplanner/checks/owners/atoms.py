"""What one part of a cell names: the roster is asked first, then the lists, then the shape of names."""

import re

from launchplanner.checks.owners.addresses import read_address
from launchplanner.checks.owners.groups import all_of_us, group, is_organisation
from launchplanner.checks.owners.kinds import Atom, What, known_atom, of_kind, person, several
from launchplanner.checks.owners.lexicon import Keys, Lexicon
from launchplanner.checks.owners.names import Evidence, looks_like_initials, name_evidence
from launchplanner.checks.owners.roster import Roster
from launchplanner.checks.owners.scripts import attached_and
from launchplanner.checks.owners.titles import is_plural_title, title
from launchplanner.checks.owners.tokens import Word

_LONGEST_ROW = 12  # words in which people of the roster are looked for one by one
_DUMMY_MARK = re.compile(r"^(?:\d{1,3}|[a-z]|#\d{1,3}|x+)$")
_DATE = re.compile(
    r"^(?:q[1-4]|h[12]|fy\d+|kw\d*|cw\d*|wk?s?\d*|weeks?|t[-+]\d+\w?|\d+(?:st|nd|rd|th|d|h|w|m|%)?|[-–]|20\d\d|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?)$"
)
_WHOLE = (
    ("organisations.known", What.ORGANISATION),
    ("nobody.blank", What.NOBODY),
    ("nobody.states", What.NOBODY),
    ("people.self", What.UNKNOWN),
    ("machines.whole", What.MACHINE),
    ("everyone.whole", What.ALL),
    ("joining.shared", What.SHARED),
)


def read_atom(words: list[Word], lexicon: Lexicon, roster: Roster) -> Atom:
    """Return what the words name, the roster asked first."""
    if not words:
        return Atom(What.NOBODY)
    text = " ".join(word.raw for word in words)
    if known := roster.known(text):
        return known_atom(known)
    if len(words) == 1 and words[0].type != "word":
        return read_address(words[0], lexicon, roster)
    atom = _in_a_row(words, lexicon, roster) or _by_lists(words, text, lexicon) or _by_shape(words, text, lexicon)
    if atom.what in {What.UNKNOWN, What.PERSON, What.INITIALS} and (guess := roster.known(text, "derived")):
        return known_atom(guess)
    return atom


def is_date(key: str) -> bool:
    """Tell whether a word is a date, a month, a quarter, a week or a day."""
    return bool(_DATE.match(key))


def _in_a_row(words: list[Word], lexicon: Lexicon, roster: Roster) -> Atom | None:
    """Return several people if nothing but blanks stands between handles, or between people who are known."""
    if len(words) == 1:
        return None
    texts = [word.raw for word in words]
    if all(word.type in {"handle", "mail"} for word in words):
        return several(texts)
    if not all(text.isascii() for text in texts) and attached_and(texts, lexicon):
        return several(texts)
    if roster.is_empty or len(words) > _LONGEST_ROW:
        return None
    known = [[who for who in roster.known(text) if who.kind == "person"] for text in texts]
    if not all(known) or set[str | None].intersection(*({who.id for who in found} for found in known)):
        return None
    return Atom(What.SEVERAL, tuple({who.id: who for found in known for who in found}.values()))


def _by_lists(words: list[Word], text: str, lexicon: Lexicon) -> Atom | None:
    """Return what the lists say of the whole text, or of its first or last words."""
    keys = _keys(words, lexicon)
    if all(lexicon.is_quiet(key) and not is_date(key) for key in keys):
        return None
    whole = " ".join(keys)
    for name, what in _WHOLE:
        if whole in lexicon[name]:
            return of_kind(what, text)
    if lexicon["nobody.leading"].begins(keys) or _is_hole(keys, lexicon) or _is_dummy(keys, lexicon):
        return Atom(What.NOBODY)
    is_name = whole in lexicon.given or whole in lexicon.family
    if not is_name and all(is_date(key) for key in keys):
        return Atom(What.REMARK)
    if not is_name and whole in lexicon["places.place"]:
        return Atom(What.PLACE)
    return _by_nouns(keys, text, lexicon)


def _by_nouns(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    if everybody := all_of_us(keys, text, lexicon):
        return everybody
    if lexicon["machines.last"].ends(keys) or keys[-1].endswith(("-bot", "_bot")):
        return of_kind(What.MACHINE, text)
    if is_organisation(keys, lexicon):
        return of_kind(What.ORGANISATION, text)
    if role := title(keys, text, lexicon):
        return role
    if is_plural_title(keys, lexicon):
        return of_kind(What.TEAM, text, plural=True)
    return group(keys, text, lexicon)


def _keys(words: list[Word], lexicon: Lexicon) -> list[str]:
    """Return the keys without "Hr." before a name, which without its stop is a department."""
    keys = [word.key for word in words if word.key] or [""]
    titled = words[0].raw.endswith(".") and words[0].key in lexicon["people.honorific"]
    return keys[1:] if titled and len(keys) > 1 else keys


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
    keys = [word.key for word in words]
    whole = " ".join(keys)
    if whole in lexicon["people.credential"] or whole in lexicon["people.generation"]:
        return Atom(What.CREDENTIAL)
    texts = [word.raw for word in words]
    if looks_like_initials(texts, lexicon):
        return of_kind(What.INITIALS, text)
    evidence = name_evidence(words, lexicon)
    if evidence is Evidence.SEVERAL:
        return several(texts)
    if evidence is not Evidence.NONE:
        return person(text, evidence)
    plain = any(key in lexicon["plain_words.word"] and key not in lexicon.given for key in keys)
    return of_kind(What.THING if plain else What.UNKNOWN, text)
