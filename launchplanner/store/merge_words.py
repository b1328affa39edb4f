"""What a clash is: a place in the plan on which two copies do not agree."""

from dataclasses import dataclass
from typing import Final, Literal

Side = Literal["ours", "theirs"]
OURS: Final = "ours"
THEIRS: Final = "theirs"

CHANGED: Final = "changed"
"""Both sides gave a field different values."""
REMOVED: Final = "removed"
"""One side removed what the other changed."""
NEEDED: Final = "needed"
"""One side removed what the other has begun to name."""
RING: Final = "ring"
"""The links of both sides together make work wait for itself."""
APART: Final = "apart"
"""Only one side has it, and whether it was added or removed is not known: there is no common ancestor."""

ClashKey = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Clash:
    """One question to people.

    `place` leads there: ("tasks", id, "owner"), ("title",), ("batons", id, "items", id, "state"); fields that belong
    together are joined by "+". `base`, `ours` and `theirs` are what stands there, `GONE` for nothing; for a ring, the
    ids of the links that a side brought.
    """

    kind: str
    place: tuple[str, ...]
    base: object
    ours: object
    theirs: object

    @property
    def key(self) -> ClashKey:
        """What the clash is known by when somebody chooses a side."""
        return self.kind, self.place
