"""What a part of a cell names by itself."""

from dataclasses import dataclass
from enum import IntEnum, auto

from launchplanner.checks.owners.names import Evidence
from launchplanner.checks.owners.readings import Candidate


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


def of_kind(what: What, text: str, *, plural: bool = False) -> Atom:
    """Return the atom of a text that the roster does not know."""
    if what in {What.NOBODY, What.REMARK, What.PLACE, What.CREDENTIAL, What.SHARED}:
        return Atom(what)
    if what is What.ORGANISATION:
        return Atom(what, (Candidate("organisation", None, text),))
    if what is What.ROLE:
        return Atom(what, (Candidate("role", None, text),))
    if what in GROUPS:
        return Atom(what, (Candidate("team", None, text),), plural=plural)
    return Atom(what, (Candidate("unknown", None, text),))


def person(text: str, evidence: Evidence, remark: str = "") -> Atom:
    """Return the atom of one person whom the roster does not know."""
    return Atom(What.PERSON, (Candidate("person", None, text),), evidence, remark)


def several(texts: list[str]) -> Atom:
    """Return the atom of several people with nothing between them."""
    return Atom(What.SEVERAL, tuple(Candidate("person", None, text) for text in texts))


def known_atom(known: tuple[Candidate, ...]) -> Atom:
    """Return the atom of what the roster knows; several who share the text are a question."""
    first, *others = known
    if others:
        return Atom(What.UNKNOWN, known)
    what = {"person": What.PERSON, "role": What.ROLE, "team": What.TEAM, "organisation": What.ORGANISATION}
    return Atom(what[first.kind], known, Evidence.FULL, known=True)
