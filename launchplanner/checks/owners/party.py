"""One part of a cell as a party: who it is, and whether it owns or helps."""

from dataclasses import dataclass
from typing import Literal

from launchplanner.checks.owners.kinds import PARTIES, Atom, What
from launchplanner.checks.owners.readings import Candidate, Helper
from launchplanner.checks.owners.tokens import Part

Stand = Literal["plain", "owner", "helper", "remark"]
Flag = Literal[
    "gone",
    "away",
    "doubt",
    "choice",
    "raci",
    "when",
    "pass",
    "shared",
    "group-with-name",
    "second",
    "second-name",
    "nobody",
]


@dataclass(slots=True)
class Party:
    """One part and what is known of it."""

    part: Part
    atom: Atom
    stand: Stand = "plain"
    helper_kind: str = ""
    letters: str = ""
    flags: frozenset[Flag] = frozenset()
    remarks: tuple[str, ...] = ()
    helpers: tuple[Helper, ...] = ()
    region: str = ""

    @property
    def what(self) -> What:
        """What the part names."""
        return self.atom.what

    @property
    def is_active(self) -> bool:
        """Whether it names somebody, or something, that may own the work."""
        return self.stand in {"plain", "owner"} and self.atom.what in PARTIES

    @property
    def text(self) -> str:
        """The name as shown to people."""
        return self.atom.who[0].text if self.atom.who else self.part.text

    def mark(self, flag: Flag) -> None:
        """Set a flag."""
        self.flags = self.flags.union((flag,))

    def candidates(self) -> tuple[Candidate, ...]:
        """Return who is named, with what the brackets say."""
        if not self.remarks and not self.atom.remark:
            return self.atom.who
        remark = ", ".join((*((self.atom.remark,) if self.atom.remark else ()), *self.remarks))
        return tuple(Candidate(who.kind, who.id, who.text, remark, who.holders) for who in self.atom.who)
