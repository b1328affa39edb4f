"""Two or more parties side by side: two people, or one person with surname first, role, place or own handle."""

import re

from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.habit import Habit
from launchplanner.checks.owners.kinds import GROUPS
from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.names import Evidence, looks_like_handle
from launchplanner.checks.owners.party import Party
from launchplanner.checks.owners.readings import Candidate, Label
from launchplanner.checks.owners.roster import Roster
from launchplanner.checks.owners.verdict import Verdict, unclear

_BESIDE = frozenset({"comma", "dash", "dot", "line"})
_ARTICLES = frozenset({"the", "his", "her", "their", "das", "el", "la", "il", "o", "a", "su", "sein", "ihr"})
_MARKS = re.compile(r"[._-]")
_ENOUGH = 4  # letters of a name that make a handle its own
_SHORT = 2  # words of one half of a name; letters of initials
_NAMED = frozenset({"person", "unknown", "initials"})


def read_pair(first: Party, second: Party, lexicon: Lexicon, roster: Roster, habit: Habit) -> Verdict | Party:
    """Return the verdict on two parties, or the one of them who owns the work while the other says more of them."""
    separator = second.part.before
    if first.what == "person" and not second.part.more and _is_company(second, lexicon):
        return Verdict(Label.TEAM, "OWN-TEAM", (*first.candidates(), *second.candidates()))
    if not second.part.more and separator in _BESIDE and (owner := _with_remark(first, second)):
        return owner
    if first.part.more or second.part.more:
        return _plural([first, second])
    if separator == "comma":
        return _comma(first, second, lexicon, roster, habit)
    if separator == "slash":
        return _slash(first, second, habit)
    dotted = separator == "dot" and " " not in first.part.text + second.part.text
    return unclear("OWN-DOT", (*first.candidates(), *second.candidates())) if dotted else _plural([first, second])


def read_row(parties: list[Party]) -> Verdict:
    """Return the verdict on three or more: several, unless they are things to do and not people."""
    things = sum(party.what == "thing" for party in parties)
    named = sum(party.what in {"person", "role", "team", "machine", "all"} for party in parties)
    if things and not named and all(party.part.before in {"", "comma", "slash", "and"} for party in parties):
        return unclear("OWN-UNKNOWN", tuple(who for party in parties for who in party.candidates()))
    return _plural(parties)


def _plural(parties: list[Party]) -> Verdict:
    regions = tuple(party.region for party in parties)
    owners = tuple(who for party in parties for who in party.candidates())
    return Verdict(Label.PLURAL, "OWN-PLURAL", owners, regions=regions if all(regions) else ())


def _is_company(party: Party, lexicon: Lexicon) -> bool:
    """Tell whether only the name's own people are meant: "and team", "& co", "et al."."""
    keys = [key for key in party.part.keys if key not in _ARTICLES]
    if keys == ["al"]:
        return party.part.link == "et"
    return bool(keys) and all(key in lexicon["everyone.company"] for key in keys)


def _with_remark(first: Party, second: Party) -> Party | None:
    """Return the person of "Ana, PM", "Ana - Marketing" and "PM - Ana", where the other says what they do."""
    separator = second.part.before
    if is_same(first, second):
        return first
    if first.what == "person" and second.what in {"role", "function"}:
        if second.what == "role" and " ".join(second.part.keys[:1]) in {"shadow", "backup"}:
            return None
        first.remarks += (second.part.text,)
        return first
    if first.what == "person" and second.what == "organisation" and separator == "comma":
        first.remarks += (second.part.text,)
        return first
    if first.what == "role" and second.what == "person" and separator in {"dash", "dot"}:
        second.remarks += (first.part.text,)
        return second
    return None


def _comma(first: Party, second: Party, lexicon: Lexicon, roster: Roster, habit: Habit) -> Verdict | Party:
    both = (*first.candidates(), *second.candidates())
    if first.what not in _NAMED or second.what not in _NAMED:
        return _comma_without_names(first, second)
    swapped = f"{second.part.text} {first.part.text}"
    known = roster.known(swapped) or roster.known(f"{first.part.text}, {second.part.text}", "derived")
    apart = first.atom.known and second.atom.known and first.atom.who[0].id != second.atom.who[0].id
    if len(known) == 1 and not apart:
        return Verdict(Label.SINGLE, "OWN-OK", known, is_sure=True)
    if apart and _declared(first, roster) and _declared(second, roster):
        return _plural([first, second])
    shared = any(len(party.atom.who) > 1 for party in (first, second))
    if not shared and _is_surname_first(first, second, lexicon, habit):
        code = "OWN-OK" if roster.is_empty else "OWN-UNKNOWN"
        return Verdict(Label.SINGLE, code, (Candidate("person", None, swapped),))
    if _are_two(first, second, lexicon) or (first.part.brackets and second.part.brackets):
        return _plural([first, second])
    return unclear("OWN-COMMA", both)


def is_same(first: Party, second: Party) -> bool:
    """Tell whether the roster knows both texts as one."""
    return first.atom.known and second.atom.known and first.atom.who[0].id == second.atom.who[0].id


def _declared(party: Party, roster: Roster) -> bool:
    return len(roster.known(party.part.text)) == 1


def _comma_without_names(first: Party, second: Party) -> Verdict:
    owners = (*first.candidates(), *second.candidates())
    both = {first.what, second.what}
    if "thing" in both and not both & {"person", "role", "machine"}:
        return unclear("OWN-UNKNOWN", owners)
    if "person" in both and both & (GROUPS | {"role"}):
        return unclear("OWN-COMMA", owners)
    return _plural([first, second])


def _is_surname_first(first: Party, second: Party, lexicon: Lexicon, habit: Habit) -> bool:
    before, after = first.part.keys, second.part.keys
    if not before or not after or first.atom.evidence is Evidence.ADDRESS or second.atom.evidence is Evidence.ADDRESS:
        return False
    if habit.surname_first and len(after) <= _SHORT:
        return True
    initials = all(
        len(key.replace(".", "")) <= _SHORT and word.raw[0].isupper()
        for key, word in zip(after, second.part.words, strict=True)
    )
    if len(before) == 1 and initials and len(before[0]) > _SHORT and first.what != "initials":
        return before[0] in lexicon.family and before[0] not in lexicon.given
    if max(len(before), len(after)) > _SHORT:
        return False
    surname = all(key in lexicon.family and key not in lexicon.given for key in before)
    return surname and all(key in lexicon.given and key not in lexicon.family for key in after)


def _are_two(first: Party, second: Party, lexicon: Lexicon) -> bool:
    if {first.atom.evidence, second.atom.evidence} == {Evidence.ADDRESS}:
        return True
    if all(party.atom.evidence is Evidence.FULL or len(party.part.words) > 1 for party in (first, second)):
        return True
    if any(looks_like_handle(party.part.text) for party in (first, second)):
        return True
    if first.what == "initials" and second.what == "initials":
        return True
    # "Matt Solomon, Ana": a given name before a surname shows that nothing was turned round.
    if len(first.part.words) > 1:
        return first.part.keys[0] in lexicon.given and first.part.keys[0] not in lexicon.family
    return (
        len(second.part.words) > 1 and second.part.keys[-1] in lexicon.family and second.part.keys[0] in lexicon.given
    )


def _slash(first: Party, second: Party, habit: Habit) -> Verdict | Party:
    owners = (*first.candidates(), *second.candidates())
    if habit.name_then_place and first.what in _NAMED and second.what in {"unknown", "thing"}:
        first.remarks += (second.part.text,)
        return first
    if first.what in _NAMED and second.what in _NAMED:
        if _is_own_handle(first, second):
            first.remarks += (second.part.text,)
            return first
        return _plural([first, second])
    if "person" in {first.what, second.what} and {first.what, second.what} & {"role", "function"}:
        return unclear("OWN-SLASHROLE", owners)
    return _plural([first, second])


def _is_own_handle(first: Party, second: Party) -> bool:
    """Tell whether one text is a handle made of the other's name: "George Knee / @geoknee"."""
    for name, handle in ((first, second), (second, first)):
        typed = handle.part.text
        if handle.atom.evidence is not Evidence.ADDRESS and not looks_like_handle(typed):
            continue
        letters = _MARKS.sub("", fold(typed.partition("@")[0] or typed.removeprefix("@")))
        words = [key for key in name.part.keys if len(key) > _SHORT]
        starts = [key[:_ENOUGH] for key in words] if len(name.part.keys) > 1 else words
        if letters and any(start in letters for start in starts):
            return True
    return False
