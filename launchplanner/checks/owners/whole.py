"""What the lists say of a cell as a whole, before it is cut: "nobody yet", "all hands", "Smith & Sons"."""

from collections.abc import Mapping
from typing import Final

from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.readings import Candidate, Kind, Label
from launchplanner.checks.owners.verdict import Verdict

_WHOLE: Final[Mapping[str, tuple[Label, str]]] = {
    "nobody.blank": (Label.NONE, "OWN-NONE"),
    "nobody.states": (Label.NONE, "OWN-NONE"),
    "people.self": (Label.UNCLEAR, "OWN-UNKNOWN"),
    "machines.whole": (Label.NONE, "OWN-BOT"),
    "everyone.whole": (Label.TEAM, "OWN-ALL"),
    "joining.shared": (Label.PLURAL, "OWN-PLURAL"),
    "functions.word": (Label.TEAM, "OWN-TEAM"),
}
_LISTS = tuple(_WHOLE)


def read_whole(text: str, key: str, lexicon: Lexicon) -> Verdict | None:
    """Return the verdict on a text, whose key is given too, if a list holds all of it."""
    if _is_company(text, key, lexicon):
        return Verdict(Label.TEAM, "OWN-ORG", (Candidate("organisation", None, text),))
    listed = lexicon.first_list(_LISTS)
    name = listed.get(key) or listed.get(key.replace(" / ", "/"))
    if name is None:
        return None
    label, code = _WHOLE[name]
    kind: Kind = "team" if label is Label.TEAM else "unknown"
    named = code not in {"OWN-NONE", "OWN-PLURAL"}
    return Verdict(label, code, (Candidate(kind, None, text),) if named else ())


def _is_company(text: str, key: str, lexicon: Lexicon) -> bool:
    """Tell whether the whole is one company's name, with its "&" and its form of law."""
    known = lexicon["organisations.known"]
    if key in known:
        return True
    words = text.split()
    first = next((key for word in words if (key := fold(word))), "")
    joined = "&" in text or " and " in text or " und " in text or " et " in text
    if not joined and first not in known.firsts:
        return False
    keys = [key for word in words if (key := fold(word))]
    if " ".join(keys) in known:
        return True
    return (
        joined
        and lexicon["organisations.suffix"].ends(keys) > 0
        and keys[-1] not in {"sa", "as", "se", "me", "lp"}
        and not any(c in text for c in ",;/+|")
    )
