"""Words that name a group, a company or a field of work."""

from launchplanner.checks.owners.kinds import Atom, of_kind
from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.phrases import Keys
from launchplanner.checks.owners.scripts import is_asian_name
from launchplanner.checks.owners.word import COMPANY_MARKS, COUNT, DEPARTMENT_MARKS, EACH

# They are forms of law and also words of other languages, so that a letter before them proves nothing.
_SHORT_FORMS = frozenset({"as", "se", "me", "co", "sa", "ag", "lp"})


def all_of_us(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    """Return everybody: "all leads", "各部门", and "3 engineers"."""
    if keys[0].startswith(EACH) and len(keys[0]) > 1:
        return of_kind("all", text, plural=True)
    if len(keys) == 1:
        return None
    if lexicon["everyone.first"].begins(keys):
        return of_kind("all", text, plural=True)
    counted = bool(COUNT.match(keys[0])) or keys[0] in lexicon["everyone.count"]
    return of_kind("team", text, plural=True) if counted else None


def is_organisation(keys: Keys, lexicon: Lexicon) -> bool:
    """Tell whether the words are a company's name, or a common noun for one."""
    if any(mark in keys[-1] or mark in keys[0] for mark in COMPANY_MARKS):
        return True
    if len(keys) > 1 and (lexicon["organisations.suffix"].ends(keys) or lexicon["organisations.prefix"].begins(keys)):
        return not (keys[-1] in _SHORT_FORMS and len(keys[0]) == 1)
    length = lexicon["organisations.head"].ends(keys)
    if length and not lexicon["teams.head"].ends(keys):
        return length == len(keys) or not begins_with_given(keys, lexicon)
    if lexicon["organisations.head"].begins(keys) and len(keys) > 1:
        return keys[-1] not in lexicon["roles.head"] and not has_team_word(keys, lexicon)
    return lexicon["organisations.known"].begins(keys) == len(keys)


def group(keys: Keys, text: str, lexicon: Lexicon) -> Atom | None:
    """Return the team or the field of work that the words name; a gathering names nobody."""
    team = has_team_word(keys, lexicon)
    if begins_with_given(keys, lexicon) and not team:
        return None
    gathering = bool(lexicon["nobody.events"].ends(keys))
    if gathering and len(keys) > 1 and not _are_all_functions(keys, lexicon):
        return Atom("nobody")
    if team:
        return of_kind("team", text, plural=keys[-1] in lexicon["teams.plural"])
    if lexicon["functions.word"].find(keys) or any(key.endswith(DEPARTMENT_MARKS) for key in keys):
        return of_kind("function", text)
    return Atom("nobody") if gathering else None


def begins_with_given(keys: Keys, lexicon: Lexicon) -> bool:
    """Tell whether the first of several words is a given name and nothing else."""
    return len(keys) > 1 and keys[0] in lexicon.given and keys[0] not in lexicon["plain_words.word"]


def has_team_word(keys: Keys, lexicon: Lexicon) -> bool:
    """Tell whether a word for a group stands at the start or the end, or one of the surest anywhere."""
    teams = lexicon["teams.head"]
    if teams.begins(keys) or teams.ends(keys) or any(key in lexicon["teams.anywhere"] for key in keys):
        return True
    ends = any(lexicon.team_endings.match(key) and not is_asian_name(key, lexicon) for key in (keys[0], keys[-1]))
    return ends and keys[-1] not in lexicon.family


def _are_all_functions(keys: Keys, lexicon: Lexicon) -> bool:
    place = 0
    while place < len(keys):
        length = lexicon["functions.word"].at(keys, place)
        if not length:
            return False
        place += length
    return True
