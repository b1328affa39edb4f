"""Parts that separators cut though they are one: "Trust & Safety", "Head of Sales and Marketing"."""

from typing import Literal

from launchplanner.checks.owners.kinds import Atom
from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.names import Evidence
from launchplanner.checks.owners.parties import PartyReader
from launchplanner.checks.owners.scripts import has_no_capitals
from launchplanner.checks.owners.tokens import Part

_FIELD = frozenset({"function", "thing", "place"})
_PAIR = 2
_LOOSE = frozenset({"and", "and_short", "amp", "slash", "comma"})


def merge_parts(parts: list[Part], reader: PartyReader) -> list[Part]:
    """Return the parts with those joined again that name one field of work, one title or one team."""
    if len(parts) == 1:
        return parts
    parts = _merge_joint(_merge_short(parts, reader), reader.lexicon)
    if len(parts) > 1 and all(part.before in _LOOSE for part in parts[1:]) and not any(p.label for p in parts):
        atoms = [reader.atom(part.words) for part in parts]
        if _is_one_title(parts, atoms, reader.lexicon):
            return [_joined(parts, "role", reader.lexicon)]
        if _is_one_team(parts, atoms, reader.lexicon):
            return [_joined(parts, "team", reader.lexicon)]
    return parts


def _joined(parts: list[Part], what: Literal["role", "team"], lexicon: Lexicon) -> Part:
    whole = parts[0]
    whole.joined = what
    for part in parts[1:]:
        _append(whole, part, lexicon)
    return whole


_SIGNS = {"amp": "&", "slash": "/", "comma": ",", "and": "and", "plus": "+", "dash": "-", "dot": "・"}


def _append(left: Part, right: Part, lexicon: Lexicon) -> None:
    sign = right.link or _SIGNS.get(right.before, "")
    if sign in {"/", ","} and left.words:
        # No blank before these, and one word for what has none after it either, such as "UI/UX".
        left.words[-1] = lexicon.new_word(left.words[-1].raw + sign, left.words[-1].key)
    elif sign:
        left.words.append(lexicon.word(sign))
    left.words = [*left.words, *right.words]
    left.brackets += right.brackets
    left.doubt = left.doubt or right.doubt
    left.more = left.more or right.more


def _merge_short(parts: list[Part], reader: PartyReader) -> list[Part]:
    """Undo the cut at "y", "e", "i", "o" where it stands inside a name."""
    found: list[Part] = [parts[0]]
    for part in parts[1:]:
        if part.before not in {"and_short", "or_short"} or _joins_two(found[-1], part, reader):
            found.append(part)
        else:
            _append(found[-1], part, reader.lexicon)
    return found


_RARE = frozenset({"of", "hay", "a"})  # they join in one language, and are common words in another


def _joins_two(left: Part, right: Part, reader: PartyReader) -> bool:
    before, after = reader.atom(left.words), reader.atom(right.words)
    if right.link in _RARE:
        return before.what == "person" and after.what == "person"
    if len(left.words) == 1 and len(right.words) == 1:
        return True
    if before.known and after.known:
        return True
    if before.what != "person" and after.what != "person":
        return True
    if len(right.words) > 1:
        return before.what != "person" or after.what != "person" or right.words[0].key in reader.lexicon.given
    return before.what != "person" or before.evidence < Evidence.FULL


def _merge_joint(parts: list[Part], lexicon: Lexicon) -> list[Part]:
    """Join two fields of work that are one department: "UI/UX", "Research and Development"."""
    found: list[Part] = [parts[0]]
    for part in parts[1:]:
        left = found[-1]
        if (
            part.before in {"slash", "amp", "and", "and_short"}
            and part.label is None
            and _is_joint(left, part, lexicon)
        ):
            _append(left, part, lexicon)
        else:
            found.append(part)
    return found


def _is_joint(left: Part, right: Part, lexicon: Lexicon) -> bool:
    if not left.words or not right.words or left.brackets:
        return False
    for before in {left.words[-1].key, " ".join(left.keys[-2:])}:
        for after in {right.words[0].key, " ".join(right.keys[:2])}:
            if f"{before}/{after}" in lexicon.joint:
                return True
    return False


def _is_one_title(parts: list[Part], atoms: list[Atom], lexicon: Lexicon) -> bool:
    first, last = atoms[0], atoms[-1]
    if "role" not in {first.what, last.what} or any(part.brackets for part in parts[:-1]):
        return False
    rest = zip(atoms[1:], parts[1:], strict=True)
    chief = parts[0].keys[:1] == ["chief"] and parts[-1].keys[-1:] == ["officer"]
    if first.what == "role" and (chief or all(a.what in _FIELD or _is_lower(part) for a, part in rest)):
        return _title_holds(parts, lexicon)
    if (
        last.what == "role"
        and lexicon["roles.head"].ends(parts[-1].keys)
        and all(atom.what in _FIELD for atom in atoms[:-1])
    ):
        # "Docs/GitBook admin": the second field is in no list, so it is a qualifier and not a department.
        return len(parts) == _PAIR and parts[1].before == "slash" and not _has_field(parts[-1], lexicon)
    return False


def _is_lower(part: Part) -> bool:
    return bool(part.words) and part.words[0].raw.islower() and not has_no_capitals(part.words[0].raw)


def _has_field(part: Part, lexicon: Lexicon) -> bool:
    keys = part.keys[:-1]
    return not keys or any(lexicon["functions.word"].at(keys, place) for place in range(len(keys)))


def _title_holds(parts: list[Part], lexicon: Lexicon) -> bool:
    keys = parts[0].keys
    if keys[0] == "chief" and parts[-1].keys[-1] == "officer":
        return len(parts) == _PAIR
    start = lexicon["roles.start"].begins(keys)
    separators = {part.before for part in parts[1:]}
    if start:
        explained = keys[start - 1] in {"for", "of"} and all(_is_lower(part) for part in parts[1:])
        also = {"comma"} if start == len(keys) else {"slash"} if explained else set[str]()
        return separators <= {"amp", "and", "and_short"} | also
    if len(parts) == _PAIR and separators == {"comma"} and lexicon["roles.head"].ends(keys):
        return " ".join(parts[1].keys) not in lexicon["functions.core"]
    return False


def _is_one_team(parts: list[Part], atoms: list[Atom], lexicon: Lexicon) -> bool:
    first, last = atoms[0], atoms[-1]
    if "team" not in {first.what, last.what} or not all(atom.what in _FIELD for atom in atoms[1:-1]):
        return False
    if last.what == "team" and not last.plural and first.what in _FIELD:
        return parts[-1].keys[0] not in {"the", "das", "die", "der", "l'equipe", "la", "el", "il", "het", "de"}
    if first.what == "team" and not first.plural and last.what in _FIELD:
        return bool(lexicon["teams.head"].begins(parts[0].keys))
    return False


def is_uncertain_title(parts: list[Part], atoms: list[Atom], lexicon: Lexicon) -> bool:
    """Tell whether one title at the end may be one lead of several fields, or several: "Product/Docs lead"."""
    return (
        len(parts) > 1
        and all(part.before in _LOOSE for part in parts[1:])
        and atoms[-1].what == "role"
        and lexicon["roles.head"].ends(parts[-1].keys) > 0
        and len(parts[-1].words) > 1
        and all(atom.what in _FIELD for atom in atoms[:-1])
    )
