"""What a part of a cell names by itself."""

from typing import Final, Literal, NamedTuple

from launchplanner.checks.owners.names import Evidence
from launchplanner.checks.owners.readings import Candidate

What = Literal[
    "person", "role", "team", "function", "all", "organisation", "group-address", "machine", "nobody", "several",
    "initials", "place", "credential", "remark", "shared", "thing", "unknown",
]  # fmt: skip

GROUPS: Final[frozenset[What]] = frozenset({"team", "function", "all", "organisation", "group-address"})
PARTIES: Final[frozenset[What]] = GROUPS.union(("person", "role", "machine", "several", "initials", "unknown"))
_NAMELESS: Final[frozenset[What]] = frozenset({"nobody", "remark", "place", "credential", "shared"})


class Atom(NamedTuple):
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


def of_kind(what: What, text: str, *, plural: bool = False) -> Atom:
    """Return the atom of a text that the roster does not know."""
    if what in _NAMELESS:
        return Atom(what)
    if what == "organisation" or what == "role":  # noqa: PLR1714 - a set would lose the type
        return Atom(what, (Candidate(what, None, text),))
    if what in GROUPS:
        return Atom(what, (Candidate("team", None, text),), plural=plural)
    return Atom(what, (Candidate("unknown", None, text),))


def person(text: str, evidence: Evidence, remark: str = "") -> Atom:
    """Return the atom of one person whom the roster does not know."""
    return Atom("person", (Candidate("person", None, text),), evidence, remark)


def several(texts: list[str]) -> Atom:
    """Return the atom of several people with nothing between them."""
    return Atom("several", tuple(Candidate("person", None, text) for text in texts))


def known_atom(known: tuple[Candidate, ...]) -> Atom:
    """Return the atom of what the roster knows; several who share the text are a question."""
    first, *others = known
    if others:
        return Atom("unknown", known)
    return Atom(first.kind, known, Evidence.FULL, known=True)
