"""Joining two copies of a plan that both come from a third: part by part, field by field, and never silently.

What one side changed is taken; what both changed alike is one change; what both changed differently is a clash, listed
with what stood before and what each side made of it. Rows of ids join as sets. Steps of a baton are joined and never
removed. What was removed on one side stays while the other still works on it or names it. Without a common ancestor
every difference is a clash. The result names nothing that is gone and has no ring that neither side had.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from launchplanner.plan.plan import TABLE_OF_KIND, Plan
from launchplanner.plan.values import Table, Value
from launchplanner.store.merge_after import Removals, settled_names, settled_rings
from launchplanner.store.merge_values import DIFFERENT, GONE, Sides, joined_rows, joined_text, one_or_both
from launchplanner.store.merge_words import APART, CHANGED, OURS, REMOVED, THEIRS, Clash, ClashKey, Side
from launchplanner.words import _

EVENTS: Final = "events"
_NEVER_MERGED: Final = frozenset({"format", "id"})
_HIGHEST: Final = frozenset({"schema_", "min_reader"})
_TOGETHER: Final = (
    ("predecessor", "successor"),
    ("status", "progress", "started", "finished", "remaining"),
    ("question", "answer", "mark", "correction", "offer"),
    ("answer", "remark"),
    ("country", "region", "holidays"),
)
"""Fields that mean something only together: a mark "right" belongs to the answer that the giver saw alone."""
_WHOLE: Final = frozenset({"weekdays", "holidays"})
"""Rows that are one choice and no set."""
_FROM_PARTS: Final = 8
"""Tasks and batons from which on a side that lost more than half of them is asked about each."""
_HALF: Final = 0.5


class MergeError(Exception):
    """Two plans that cannot be joined at all, with a sentence for people."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A joined plan, and what both sides must still agree on; until then the plan holds our side of each clash.

    A part that one side removed and the other needs is in the plan, whichever side it was.
    """

    plan: Plan
    clashes: tuple[Clash, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing has to be asked."""
        return not self.clashes


def merged(base: Plan | None, ours: Plan, theirs: Plan, choices: Mapping[ClashKey, Side] | None = None) -> Merge:
    """Return both copies of a plan joined.

    Args:
        base: what both copies were made from; None when it is not known.
        ours: one copy.
        theirs: the other.
        choices: which side each clash takes, by its key; a clash that is not in it is listed as before.

    Raises:
        MergeError: they are copies of different launches.
    """
    if ours.id != theirs.id or (base is not None and base.id != ours.id):
        raise MergeError(
            _("“{ours}” and “{theirs}” are two launches, not two copies of one.").format(
                ours=ours.title, theirs=theirs.title
            )
        )
    joining = _Joining(base, ours, theirs, choices or {})
    plan = joining.plan()
    return Merge(plan, tuple(sorted(joining.clashes.values(), key=lambda clash: clash.key)))


class _Joining:
    """One merge under way: what was chosen, and what clashed so far."""

    def __init__(self, base: Plan | None, ours: Plan, theirs: Plan, choices: Mapping[ClashKey, Side]) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs
        self._choices = choices
        self._has_base = base is not None
        self._emptied = (_is_emptied(base, ours), _is_emptied(base, theirs))
        self._removed: set[tuple[str, str]] = set()
        self.clashes: dict[ClashKey, Clash] = {}

    def plan(self) -> Plan:
        """Return the plan, with `clashes` filled."""
        plan = cast("Plan", self._part((), Sides(self._base or GONE, self._ours, self._theirs)))
        removals = Removals(self._ours, self._theirs, self._removed, self._side)
        plan = settled_names(plan, removals)
        return settled_rings(plan, self._ours, self._theirs, self._side)

    def _side(self, clash: Clash, otherwise: Side = OURS) -> Side:
        """Return which side a clash takes; one that nobody chose for is put on the list."""
        chosen = self._choices.get(clash.key)
        if chosen is None:
            self.clashes[clash.key] = clash
        return chosen or otherwise

    def _choice(self, kind: str, place: tuple[str, ...], sides: Sides, otherwise: Side = OURS) -> object:
        clash = Clash(kind, place, base=sides.base, ours=sides.ours, theirs=sides.theirs)
        return sides.ours if self._side(clash, otherwise) == OURS else sides.theirs

    def _part(self, place: tuple[str, ...], sides: Sides) -> Value:
        """Return a part that both sides have, field by field."""
        ours = cast("Value", sides.ours)
        names = sides.names()
        fields: dict[str, object] = {}
        for group in _TOGETHER:
            if names.issuperset(group):
                fields.update(self._group(place, group, sides))
                names = names.difference(group)
        for name in sorted(names):
            fields[name] = self._field(place, name, sides.field(name))
        return type(ours)(**{name: value for name, value in fields.items() if value is not GONE})

    def _group(self, place: tuple[str, ...], group: tuple[str, ...], sides: Sides) -> dict[str, object]:
        """Return fields that belong together: what one side made of all of them."""
        rows = Sides(*(GONE if side is GONE else tuple(getattr(side, name) for name in group) for side in sides))
        taken = one_or_both(rows)
        if taken is DIFFERENT:
            changed = [name for name in group if not sides.field(name).is_same]
            taken = self._choice(CHANGED, (*place, "+".join(changed)), rows)
        return dict(zip(group, cast("tuple[object, ...]", taken), strict=True))

    def _field(self, place: tuple[str, ...], name: str, sides: Sides) -> object:
        here = (*place, name)
        if not place and name in _NEVER_MERGED:
            return sides.ours
        if not place and name in _HIGHEST:
            return max(cast("int", sides.ours), cast("int", sides.theirs))
        if isinstance(sides.ours, Table) and isinstance(sides.theirs, Table):
            return self._table(here, sides)
        if name == "calendar" and not place and not sides.is_same:
            return self._part(here, sides)
        taken = one_or_both(sides)
        if taken is DIFFERENT and name not in _WHOLE:
            taken = _joined(sides)
        return self._choice(CHANGED, here, sides) if taken is DIFFERENT else taken

    def _table(self, place: tuple[str, ...], sides: Sides) -> Table[Value]:
        base = cast("Table[Value]", sides.base if isinstance(sides.base, Table) else Table[Value]())
        ours, theirs = cast("Table[Value]", sides.ours), cast("Table[Value]", sides.theirs)
        if ours is theirs or ours == theirs:
            return ours
        entries: dict[str, Value] = {}
        for key in sorted({*ours, *theirs}):
            found = Sides(base.get(key, GONE), ours.get(key, GONE), theirs.get(key, GONE))
            kept = self._step(place, key, found) if place[-1] == EVENTS else self._entry(place, key, found)
            if kept is not GONE:
                entries[key] = cast("Value", kept)
        return _like(ours, entries)

    def _step(self, place: tuple[str, ...], key: str, sides: Sides) -> object:
        """Return a step of a baton: never gone. One id with two contents is damage, and is asked."""
        if sides.ours is GONE or sides.theirs is GONE or sides.ours == sides.theirs:
            return sides.theirs if sides.ours is GONE else sides.ours
        return self._choice(CHANGED, (*place, key), sides)

    def _entry(self, place: tuple[str, ...], key: str, sides: Sides) -> object:
        here = (*place, key)
        if sides.is_same:
            return sides.ours
        if sides.ours is not GONE and sides.theirs is not GONE:
            taken = one_or_both(sides)
            if taken is not DIFFERENT and not _has_steps(sides):
                return taken
            if place == ("debt",):
                return max((sides.ours, sides.theirs), key=lambda reading: cast("int", getattr(reading, "tasks", 0)))
            return self._part(here, sides)
        return self._removal(place, key, sides)

    def _removal(self, place: tuple[str, ...], key: str, sides: Sides) -> object:
        """Return a part that only one side has: added there, or removed here."""
        here = (*place, key)
        left, keeper = (sides.theirs, THEIRS) if sides.ours is GONE else (sides.ours, OURS)
        remover: Side = OURS if keeper == THEIRS else THEIRS
        if not self._has_base:
            kind = APART
        elif sides.base is GONE:
            return left
        elif left == sides.base and not self._emptied[remover == THEIRS]:
            return GONE
        else:
            kind = REMOVED
        kept = self._choice(kind, here, sides, keeper)
        if kept is GONE and place in {(table,) for table in TABLE_OF_KIND.values()}:
            self._removed.add((place[0], key))
        return kept


def _joined(sides: Sides) -> object:
    """Return a row of ids or a text of several lines with the changes of both sides, or `DIFFERENT`."""
    if all(isinstance(side, tuple) for side in sides):
        return joined_rows(sides)
    if all(isinstance(side, str) for side in sides):
        return joined_text(sides)
    return DIFFERENT


def _has_steps(sides: Sides) -> bool:
    """Say whether a side of a part holds steps of a baton, which outlive the side that lost them."""
    return any(getattr(side, EVENTS, None) for side in sides if side is not GONE)


def _like(ours: Table[Value], entries: dict[str, Value]) -> Table[Value]:
    """Return a table of `entries` that shares with ours all that is in both."""
    gone = [key for key in ours if key not in entries]
    new = {key: value for key, value in entries.items() if ours.get(key) is not value}
    table = ours.without(*gone) if gone else ours
    return table.updated(new) if new else table


def _is_emptied(base: Plan | None, side: Plan) -> bool:
    """Say whether a side lost more than half of the tasks and batons, which nobody does on purpose at one go."""
    if base is None:
        return False
    before = {*base.tasks, *base.batons}
    left = before & {*side.tasks, *side.batons}
    return len(before) >= _FROM_PARTS and len(left) < len(before) * _HALF
