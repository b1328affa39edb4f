"""What one part of a cell names by itself: a person, a role, a group, a machine, nobody, or something unknown."""

import re
from dataclasses import dataclass
from enum import IntEnum, auto

from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.lexicon import Keys, Lexicon
from launchplanner.checks.owners.names import Evidence, looks_like_initials, name_evidence
from launchplanner.checks.owners.readings import Candidate
from launchplanner.checks.owners.roster import Roster
from launchplanner.checks.owners.scripts import attached_and, has_no_capitals, is_asian_name
from launchplanner.checks.owners.tokens import Word


class What(IntEnum):
    """What a part of a cell names."""

    PERSON = auto()
    ROLE = auto()
    TEAM = auto()
    FUNCTION = auto()
    ALL = auto()
    ORGANISATION = auto()
    GROUP_ADDRESS = auto()
    MACHINE = auto()
    NOBODY = auto()
    SEVERAL = auto()
    INITIALS = auto()
    PLACE = auto()
    CREDENTIAL = auto()
    REMARK = auto()
    SHARED = auto()
    CHOICE = auto()
    THING = auto()
    UNKNOWN = auto()


GROUPS = frozenset({What.TEAM, What.FUNCTION, What.ALL, What.ORGANISATION, What.GROUP_ADDRESS})
PARTIES = GROUPS | {What.PERSON, What.ROLE, What.MACHINE, What.SEVERAL, What.INITIALS, What.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Atom:
    """What a part names, who that is, and how surely it is a person's name.

    Attributes:
        remark: words that say more about who is named: a title before a name.
        known: the roster knows exactly this one.
        plural: the words themselves name several parties: "teams", not "team".
    """

    what: What
    who: tuple[Candidate, ...] = ()
    evidence: Evidence = Evidence.NONE
    remark: str = ""
    known: bool = False
    plural: bool = False


_NUMBER = re.compile(r"^\d+(?:[.,]\d+)?%?x?$")
_DUMMY_MARK = re.compile(r"^(?:\d{1,3}|[a-z]|#\d{1,3}|x+)$")
_DATE = re.compile(
    r"^(?:q[1-4]|h[12]|fy\d+|kw\d*|cw\d*|wk?s?\d*|weeks?|t[-+]\d+\w?|\d+(?:st|nd|rd|th|d|h|w|m|%)?|[-–]|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|20\d\d)$"
)
_WRITTEN_DATE = re.compile(r"^\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?$")
_COUNTS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "zwei", "drei", "vier", "deux", "trois", "quatre", "dos", "tres", "cuatro", "dois", "duas", "três", "due", "tre", "quattro", "twee", "drie", "vier", "två", "fyra", "to", "fire", "dwa", "dwie", "dwoje", "trzy", "dva", "tři", "iki", "üç", "dört", "два", "две", "двое", "три", "трое", "четыре", "двоє", "троє", "чотири", "kaksi", "kolme"]
)
_MAILBOXES = frozenset(
    ["info", "hello", "hallo", "contact", "kontakt", "contacto", "contato", "office", "team", "help", "mail", "post", "noreply", "no-reply", "press", "jobs", "careers", "orders", "booking", "bookings", "enquiries", "inquiries", "newsletter", "webmaster", "postmaster", "group", "all", "staff", "everyone", "list", "dl", "sales-team", "kontakta"]
)
_EVERY_HANDLE = frozenset(["channel", "here", "all", "everyone", "team", "group", "everybody", "alle", "todos", "tous"])
_SPLIT_HANDLE = re.compile(r"[._\-/+]+")


def read_atom(words: list[Word], lexicon: Lexicon, roster: Roster) -> Atom:
    """Return what the words name, the roster asked first."""
    if not words:
        return Atom(What.NOBODY)
    text = " ".join(word.raw for word in words)
    keys = [word.key for word in words if word.key]
    known = roster.known(text)
    if known:
        return known_atom(known)
    if len(words) == 1 and words[0].type != "word":
        return _address(words[0], lexicon, roster)
    if several := _several(words, roster):
        return several
    if attached_and([word.raw for word in words], lexicon):
        return Atom(What.SEVERAL, tuple(Candidate("person", None, word.raw) for word in words))
    atom = _listed(_without_honorific(words, keys, lexicon), text, lexicon) or _named(words, keys, text, lexicon)
    if atom.what in {What.UNKNOWN, What.PERSON, What.INITIALS} and (guess := roster.known(text, "derived")):
        return known_atom(guess)
    return atom


def _without_honorific(words: list[Word], keys: list[str], lexicon: Lexicon) -> list[str]:
    """Return the keys without "Hr." before a name, which without its stop is a department."""
    marked = words[0].raw.endswith(".") and words[0].key in lexicon["people.honorific"]
    return keys[1:] if marked and len(keys) > 1 else keys


def known_atom(known: tuple[Candidate, ...]) -> Atom:
    """Return the atom of what the roster knows; several who share the text are a question."""
    if len(known) > 1:
        return Atom(What.UNKNOWN, known)
    what = {"person": What.PERSON, "role": What.ROLE, "team": What.TEAM, "organisation": What.ORGANISATION}
    return Atom(what[known[0].kind], known, Evidence.FULL, known=True)


def _address(word: Word, lexicon: Lexicon, roster: Roster) -> Atom:
    if word.type == "channel":
        return Atom(What.GROUP_ADDRESS, (Candidate("team", None, word.raw),))
    if word.type == "date":
        return Atom(What.REMARK)
    if word.type == "url":
        return _link(word.raw)
    handle = fold(word.raw.removeprefix("@").partition("@")[0])
    if guess := (word.type == "handle" and roster.known(handle)) or roster.known(handle, "derived"):
        return known_atom(guess)
    pieces = [piece for piece in _SPLIT_HANDLE.split(handle) if piece]
    if handle in lexicon["organisations.known"]:
        return Atom(What.ORGANISATION, (Candidate("organisation", None, word.raw),))
    group = handle in _EVERY_HANDLE or handle in _MAILBOXES or any(_is_group_piece(p, lexicon) for p in pieces)
    if any(piece == "bot" for piece in pieces) or (len(handle) > 5 and handle.endswith("bot")):
        return Atom(What.MACHINE, (Candidate("unknown", None, word.raw),))
    if group or (word.type == "handle" and "/" in word.raw):
        return Atom(What.GROUP_ADDRESS, (Candidate("team", None, word.raw),))
    return Atom(What.PERSON, (Candidate("person", None, word.raw),), Evidence.ADDRESS)


def _link(raw: str) -> Atom:
    profile = re.search(r"(?:github\.com|gitlab\.com|linkedin\.com/in|twitter\.com|x\.com)/([\w.-]+)/?$", raw)
    if profile is None:
        return Atom(What.REMARK)
    return Atom(What.PERSON, (Candidate("person", None, profile[1]),), Evidence.ADDRESS)


def _is_group_piece(piece: str, lexicon: Lexicon) -> bool:
    if piece in lexicon.given:
        return False
    if piece in _MAILBOXES or any(piece in lexicon[name] for name in _GROUP_LISTS):
        return True
    if lexicon.team_endings.match(piece):
        return True
    functions = lexicon["functions.word"]
    return any(piece[:cut] in functions and piece[cut:] in functions for cut in range(3, len(piece) - 2))


_GROUP_LISTS = (
    "functions.word",
    "teams.head",
    "roles.plural",
    "roles.abbreviation",
    "everyone.whole",
    "organisations.head",
)


def _several(words: list[Word], roster: Roster) -> Atom | None:
    """Return several people if nothing but blanks stands between handles, or between people the roster knows."""
    if len(words) < 2:
        return None
    if all(word.type in {"handle", "mail"} for word in words):
        return Atom(What.SEVERAL, tuple(Candidate("person", None, word.raw) for word in words))
    if roster.is_empty or len(words) > 12:
        return None
    known = [roster.known(word.raw) for word in words]
    if all(len(found) == 1 and found[0].kind == "person" for found in known):
        people = {found[0].id: found[0] for found in known}
        return Atom(What.SEVERAL, tuple(people.values())) if len(people) > 1 else None
    return None


def _listed(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    """Return what the lists say of the whole text, or of its first or last words."""
    whole = " ".join(keys)
    for name, what in _WHOLE:
        if whole in lexicon[name]:
            return _unnamed(what, text)
    if lexicon["nobody.leading"].begins(keys) or _is_hole(keys, lexicon) or _is_dummy(keys, lexicon):
        return Atom(What.NOBODY)
    if all(_DATE.match(key) for key in keys) and whole not in lexicon.given:
        return Atom(What.REMARK)
    if whole in lexicon["places.place"] and whole not in lexicon.given and whole not in lexicon.family:
        return Atom(What.PLACE)
    return _group(keys, text, lexicon)


_WHOLE = (
    ("organisations.known", What.ORGANISATION),
    ("nobody.blank", What.NOBODY),
    ("nobody.states", What.NOBODY),
    ("machines.whole", What.MACHINE),
    ("everyone.whole", What.ALL),
    ("joining.shared", What.SHARED),
    ("people.self", What.UNKNOWN),
)


def _unnamed(what: What, text: str) -> Atom:
    kinds = {What.ORGANISATION: "organisation", What.ALL: "team"}
    if what is What.ORGANISATION:
        return Atom(what, (Candidate("organisation", None, text),))
    if what in {What.ALL, What.TEAM, What.FUNCTION, What.GROUP_ADDRESS}:
        return Atom(what, (Candidate("team", None, text),))
    if what in {What.MACHINE, What.UNKNOWN}:
        return Atom(what, (Candidate("unknown", None, text),))
    return Atom(what) if what not in kinds else Atom(what)


def _is_hole(keys: Keys, lexicon: Lexicon) -> bool:
    holes = lexicon["nobody.hole"]
    bare = [key for key in keys if not _DUMMY_MARK.match(key)]
    if not bare:
        return False
    if bare[0] in lexicon["nobody.imperative"] and len(bare) > 1 and any(key in holes for key in bare[1:]):
        return True
    if bare[-1] in _NAME_WORDS and len(keys) > 1:
        return True
    return all(key in holes for key in bare) and (len(keys) > 1 or bare[0] in _NAME_WORDS or bare[0] in _ASKED)


_NAME_WORDS = frozenset(
    fold(w)
    for w in ["name", "names", "namen", "nom", "nombre", "nome", "naam", "namn", "navn", "imię", "имя", "фио", "ім'я", "الاسم", "שם", "नाम", "姓名", "名字", "氏名", "名前", "이름", "성명"]
)
_ASKED = frozenset(
    fold(w)
    for w in ["owner", "owners", "assignee", "assignees", "someone", "somebody", "jemand", "quelqu'un", "alguien", "alguém", "qualcuno", "iemand", "någon", "ktoś", "кто-то", "хтось", "insert", "username", "담당자", "担当者", "負責人", "负责人", "責任者"]
)


def _is_dummy(keys: Keys, lexicon: Lexicon) -> bool:
    return (
        len(keys) > 1
        and (bool(_DUMMY_MARK.match(keys[-1])) or keys[-1] in {"tbd", "tbc", "tba"})
        and " ".join(keys[:-1]) in lexicon["nobody.dummy"]
    )


def _group(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    """Return what kind of group, role or machine the words name, if they name any."""
    if has_no_capitals(keys[0][:1]) and keys[0][:1] in "各每" and len(keys[0]) > 1:
        return Atom(What.ALL, (Candidate("team", None, text),), plural=True)
    if (len(keys) > 1 and lexicon["everyone.first"].begins(keys)) or (_is_count(keys) and len(keys) > 1):
        what = What.ALL if lexicon["everyone.first"].begins(keys) else What.TEAM
        return Atom(what, (Candidate("team", None, text),), plural=True)
    if lexicon["machines.last"].ends(keys) or keys[-1].endswith(("-bot", "_bot")):
        return Atom(What.MACHINE, (Candidate("unknown", None, text),))
    if _is_organisation(keys, lexicon):
        return Atom(What.ORGANISATION, (Candidate("organisation", None, text),))
    if role := _role(keys, text, lexicon):
        return role
    if _is_plural_role(keys, lexicon):
        return Atom(What.TEAM, (Candidate("team", None, text),), plural=True)
    if _has_given_first(keys, lexicon) and not _has_team_word(keys, lexicon):
        return None
    if len(keys) > 1 and lexicon["nobody.events"].ends(keys) and not _all_functions(keys, lexicon):
        return Atom(What.NOBODY)
    if _has_team_word(keys, lexicon):
        return Atom(What.TEAM, (Candidate("team", None, text),), plural=keys[-1] in _PLURAL_TEAMS)
    if _has_function(keys, lexicon):
        return Atom(What.FUNCTION, (Candidate("team", None, text),))
    if len(keys) == 1 and keys[0] in lexicon["nobody.events"]:
        return Atom(What.NOBODY)
    return None


_PLURAL_TEAMS = frozenset(
    fold(w)
    for w in ["teams", "squads", "groups", "departments", "committees", "units", "divisions", "équipes", "services", "equipos", "departamentos", "equipes", "times", "squadre", "uffici", "afdelingen", "abteilungen", "gruppen", "команды", "отделы", "команди", "відділи", "zespoły", "działy", "takımları", "ekipleri"]
)


def _is_count(keys: Keys) -> bool:
    return bool(_NUMBER.match(keys[0])) or keys[0] in _COUNTS


def _is_organisation(keys: Keys, lexicon: Lexicon) -> bool:
    if len(keys) > 1 and (lexicon["organisations.suffix"].ends(keys) or lexicon["organisations.prefix"].begins(keys)):
        return not (keys[-1] in {"as", "se", "me", "co", "sa", "ag", "lp"} and len(keys[0]) < 2)
    if any(mark in keys[-1] or mark in keys[0] for mark in ("株式会社", "有限会社", "公司", "주식회사")):
        return True
    length = lexicon["organisations.head"].ends(keys)
    if length and not lexicon["teams.head"].ends(keys):
        return length == len(keys) or not _has_given_first(keys, lexicon)
    if lexicon["organisations.head"].begins(keys) and len(keys) > 1:
        return keys[-1] not in lexicon["roles.head"] and not _has_team_word(keys, lexicon)
    return lexicon["organisations.known"].begins(keys) == len(keys)


def _has_given_first(keys: Keys, lexicon: Lexicon) -> bool:
    return len(keys) > 1 and keys[0] in lexicon.given and keys[0] not in lexicon["plain_words.word"]


def _has_team_word(keys: Keys, lexicon: Lexicon) -> bool:
    teams = lexicon["teams.head"]
    if teams.begins(keys) or teams.ends(keys):
        return True
    ends = any(lexicon.team_endings.match(key) and not is_asian_name(key, lexicon) for key in (keys[0], keys[-1]))
    if ends and keys[-1] not in lexicon.family:
        return True
    return any(key in _TEAM_ANYWHERE for key in keys)


_TEAM_ANYWHERE = frozenset(
    fold(w)
    for w in ["team", "teams", "équipe", "equipo", "equipe", "équipes", "equipos", "squad", "department", "committee", "команда", "команды", "команди", "отдел", "відділ", "zespół", "ekibi", "takımı", "фريق", "فريق", "צוות", "टीम", "团队", "團隊", "チーム", "팀", "đội", "nhóm", "tim", "ομάδα", "echipa"]
)


def _has_function(keys: Keys, lexicon: Lexicon) -> bool:
    functions = lexicon["functions.word"]
    place = 0
    while place < len(keys):
        if functions.at(keys, place):
            return True
        place += 1
    return any(has_no_capitals(key) and any(key.endswith(end) for end in ("部", "部門", "팀")) for key in keys)


def _all_functions(keys: Keys, lexicon: Lexicon) -> bool:
    functions = lexicon["functions.word"]
    place = 0
    while place < len(keys):
        length = functions.at(keys, place)
        if not length:
            return False
        place += length
    return True


def _role(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    """Return one role, or a person if a known name stands beside the title."""
    role = Atom(What.ROLE, (Candidate("role", None, text),))
    if len(keys) == 1 and keys[0] in lexicon["functions.word"]:
        return _both(keys[0], text, lexicon)
    place = lexicon["places.place"].ends(keys)
    if (
        place
        and place < len(keys)
        and lexicon["roles.head"].ends(keys[:-place])
        and not _has_given_first(keys, lexicon)
    ):
        return role
    if len(keys) > 1 and all(key in lexicon["roles.abbreviation"] for key in keys):
        return Atom(What.SEVERAL, tuple(Candidate("role", None, word) for word in text.split()))
    if len(keys) > 1 and keys[0] in lexicon["nobody.coming"] and _title_length(keys[1:], lexicon) == len(keys) - 1:
        return Atom(What.NOBODY)
    length = _title_length(keys, lexicon)
    if length and length < len(keys) and _is_name(keys[length:], lexicon):
        return Atom(
            What.PERSON,
            (Candidate("person", None, _words(text, length, len(keys))),),
            Evidence.FULL,
            _words(text, 0, length),
        )
    if length == len(keys):
        return role
    if lexicon["roles.head"].ends(keys) or lexicon["roles.abbreviation"].ends(keys):
        if _has_given_first(keys, lexicon):
            return _name_then_title(keys, text, lexicon)
        return role
    if any(lexicon.role_endings.match(key) for key in (keys[0], keys[-1])) and not _has_given_first(keys, lexicon):
        return None if keys[-1] in lexicon["roles.plural"] or lexicon.plural_endings.match(keys[-1]) else role
    if (
        lexicon["roles.start"].begins(keys)
        and keys[-1] not in lexicon["roles.plural"]
        and not _has_team_end(keys, lexicon)
    ):
        return role
    return None


def _both(key: str, text: str, lexicon: Lexicon) -> Atom | None:
    """Return a question for a word that is a title and a department: "admin"."""
    is_role = key in lexicon["roles.head"] or key in lexicon["roles.abbreviation"]
    return Atom(What.UNKNOWN, (Candidate("unknown", None, text),)) if is_role else None


def _has_team_end(keys: Keys, lexicon: Lexicon) -> bool:
    return bool(lexicon["teams.head"].ends(keys)) and "of" not in keys and not any(k in _OF for k in keys)


_OF = frozenset(["de", "di", "del", "della", "do", "da", "des", "du", "d'", "för", "for", "for", "für", "of", "по", "з", "для", "van"])


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
    return keys[0] in lexicon.given and len(keys) <= 3 and not any(k in lexicon["functions.word"] for k in keys)


def _name_then_title(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    for place in range(1, min(4, len(keys))):
        if _title_length(keys[place:], lexicon) == len(keys) - place:
            who = Candidate("person", None, _words(text, 0, place))
            return Atom(What.PERSON, (who,), Evidence.FULL, _words(text, place, len(keys)))
    return None


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text.split()[start:end])


def _is_plural_role(keys: Keys, lexicon: Lexicon) -> bool:
    plural = lexicon["roles.plural"]
    if plural.ends(keys) or lexicon.plural_endings.match(keys[-1]):
        return True
    if plural.begins(keys):
        return not _is_name(keys[1:], lexicon) if len(keys) > 1 else True
    return False


def _named(words: list[Word], keys: Keys, text: str, lexicon: Lexicon) -> Atom:
    """Return a person if the words have a name's shape, else a thing or something unknown."""
    if whole_credential(keys, lexicon):
        return Atom(What.CREDENTIAL)
    unknown = (Candidate("unknown", None, text),)
    if looks_like_initials([word.raw for word in words], lexicon):
        return Atom(What.INITIALS, unknown)
    evidence = name_evidence(words, lexicon)
    if evidence is Evidence.SEVERAL:
        return Atom(What.SEVERAL, tuple(Candidate("person", None, word.raw) for word in words))
    if evidence is not Evidence.NONE:
        return Atom(What.PERSON, (Candidate("person", None, text),), evidence)
    if any(key in lexicon["plain_words.word"] and key not in lexicon.given for key in keys):
        return Atom(What.THING, unknown)
    return Atom(What.UNKNOWN, unknown)


def is_date(key: str) -> bool:
    """Tell whether a word is a date, a month, a quarter, a week or a day."""
    return bool(_DATE.match(key) or _WRITTEN_DATE.match(key))


def whole_credential(keys: Keys, lexicon: Lexicon) -> bool:
    """Tell whether the words are a degree, a membership, or the "Jr" of a name."""
    whole = " ".join(keys)
    return whole in lexicon["people.credential"] or whole in lexicon["people.generation"]
