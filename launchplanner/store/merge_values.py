"""Three versions of one thing, and the one that both sides agree on where they do."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import pairwise
from typing import Final, cast

from pydantic_core import to_jsonable_python

from launchplanner.plan.values import Value


class Mark(Enum):
    """What stands for a value where there is none; None is a value like any other."""

    GONE = "gone"
    DIFFERENT = "different"


GONE: Final = Mark.GONE
"""Not there."""
DIFFERENT: Final = Mark.DIFFERENT
"""Both sides made something else of it, and people must say which counts."""


@dataclass(frozen=True, slots=True)
class Sides:
    """One thing as it was and as each side has it."""

    base: object
    ours: object
    theirs: object

    def __iter__(self) -> Iterator[object]:
        yield from (self.base, self.ours, self.theirs)

    @property
    def is_same(self) -> bool:
        """Whether both sides have the same."""
        return self.ours is self.theirs or self.ours == self.theirs

    def field(self, name: str) -> "Sides":
        """Return one field of three parts; `GONE` where a part does not have it."""
        return Sides(*(_fields(side).get(name, GONE) for side in self))

    def names(self) -> frozenset[str]:
        """Return the names of all fields, those of a newer version included."""
        return frozenset(name for side in self for name in _fields(side))


def _fields(part: object) -> dict[str, object]:
    return dict(part) if isinstance(part, Value) else {}


def one_or_both(sides: Sides) -> object:
    """Return what one side alone, or both alike, made of something; else `DIFFERENT`."""
    if sides.is_same or sides.theirs == sides.base:
        return sides.ours
    return sides.theirs if sides.ours == sides.base else DIFFERENT


def joined_rows(sides: Sides) -> object:
    """Return a row of different things less what a side took out, with what a side put in.

    `DIFFERENT` when something stands twice in a row, or both sides have put in order what they found.
    """
    base, ours, theirs = (cast("tuple[object, ...]", side) for side in sides)
    if any(_has_twins(row) for row in (base, ours, theirs)):
        return DIFFERENT
    kept = [thing for thing in base if thing in ours and thing in theirs]
    orders = Sides(kept, [thing for thing in ours if thing in kept], [thing for thing in theirs if thing in kept])
    order = one_or_both(orders)
    if order is DIFFERENT:
        return DIFFERENT
    added = [thing for thing in ours if thing not in base]
    added += [thing for thing in theirs if thing not in base and thing not in added]
    return (*cast("list[object]", order), *sorted(added, key=_sort_key))


def _has_twins(row: tuple[object, ...]) -> bool:
    return len({_sort_key(thing) for thing in row}) < len(row)


def _sort_key(thing: object) -> str:
    return json.dumps(to_jsonable_python(thing), sort_keys=True, ensure_ascii=True)


def joined_text(sides: Sides) -> object:
    """Return a text of several lines with the changes of both sides; `DIFFERENT` when they touch the same lines."""
    base, ours, theirs = (cast("str", side).split("\n") for side in sides)
    if len(base) == 1:
        return DIFFERENT
    mine, yours = _hunks(base, ours), _hunks(base, theirs)
    changes = sorted([*mine, *(hunk for hunk in yours if hunk not in mine)])
    for before, after in pairwise(changes):
        if after[0] <= before[1]:  # lines that touch may belong together, so that only people can join them
            return DIFFERENT
    lines = list(base)
    for start, end, new in reversed(changes):
        lines[start:end] = new
    return "\n".join(lines)


def _hunks(base: list[str], side: list[str]) -> list[tuple[int, int, list[str]]]:
    found = SequenceMatcher(None, base, side, autojunk=False).get_opcodes()
    return [(start, end, side[left:right]) for tag, start, end, left, right in found if tag != "equal"]
