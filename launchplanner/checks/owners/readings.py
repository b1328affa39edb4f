"""What is read from an owner cell: how many answer for the work, who they are, and what could be done."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Kind = Literal["person", "role", "team", "organisation", "unknown"]
RepairKind = Literal[
    "choose-owner",
    "keep-one",
    "one-task-each",
    "split-by-region",
    "cut-pass",
    "choose-from-team",
    "name-contact",
    "mark-automated",
    "bind-role",
    "add-person",
    "add-alias",
    "add-team",
    "add-organisation",
    "one-person",
    "two-people",
    "take-accountable",
    "move-helpers",
    "confirm",
    "make-note",
]


class Label(StrEnum):
    """How many answer for the work."""

    SINGLE = "single"
    NONE = "none"
    PLURAL = "plural"
    TEAM = "team"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who is named as owner.

    Attributes:
        id: the roster's id, or None when the roster does not know the text.
        remark: what stands beside the name: region, dates, function.
        holders: for a role of the roster, the ids of those who hold it on the date asked.
    """

    kind: Kind
    id: str | None
    text: str
    remark: str = ""
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Helper:
    """One who is named beside the owner: "contributor", "backup", "shadow", "approver", "reviewer", "informed"."""

    text: str
    id: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A way out, described; to carry it out is for those who know the plan.

    Attributes:
        people: texts of those it is about, ids where the roster knows them.
    """

    kind: RepairKind
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The answer for one cell.

    Attributes:
        text: the cell as it was given.
        code: why, such as "OWN-PLURAL"; "OWN-OK" for exactly one person and nothing to say.
        sentence: what is so and the way out; empty for "OWN-OK".
        signs: characters that hide or resemble others, said in words.
    """

    text: str
    label: Label
    code: str
    owners: tuple[Candidate, ...] = ()
    helpers: tuple[Helper, ...] = ()
    remarks: tuple[str, ...] = ()
    sentence: str = ""
    repairs: tuple[Repair, ...] = ()
    signs: tuple[str, ...] = ()
