"""After a merge: two copies that are sound each can make one that is not, so names and links are looked at again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from launchplanner.plan.edits import Remove
from launchplanner.plan.plan import PHASE, TABLE_OF_KIND, Plan
from launchplanner.plan.values import Table, Value
from launchplanner.store.merge_values import GONE
from launchplanner.store.merge_words import NEEDED, OURS, RING, THEIRS, Clash, Side

Choose = Callable[[Clash, Side], Side]
"""Which side a clash takes; the second is what holds until somebody chooses."""
_WHO: Final = ("people", "roles", "teams")
_WORK: Final = ("tasks", "batons")
_ANY: Final = tuple(TABLE_OF_KIND.values())
_NAMES: Final = {
    "tasks": {"owner": _WHO, "backup": _WHO, "contributors": _WHO, "phase": ("phases",)},
    "batons": {"giver": _WHO, "receiver": _WHO, "second_reader": _WHO, "opens_phase": ("phases",)},
    "dependencies": {"predecessor": _WORK, "successor": _WORK},
    "teams": {"members": ("people",)},
    "phases": {"lead": _WHO},
    "decisions": {"decider": _WHO, "heard": _WHO, "told": _WHO, "parts": _WORK},
    "metrics": {"owner": _WHO},
    "risks": {"owner": _WHO, "batons": ("batons",)},
    "mechanisms": {"said_back_by": _WHO},
    "waivers": {"part": _ANY},
    "owner_changes": {"task": ("tasks",), "role": ("roles",)},
}  # fmt: skip
"""For each table, its fields that hold ids, and the tables in which those are looked for."""
_IN_BATONS: Final = {"items": ("owner",), "questions": ("owner", "asked_by"), "events": ("by",)}
_KINDS: Final = {table: kind for kind, table in TABLE_OF_KIND.items()}


@dataclass(frozen=True, slots=True)
class Name:
    """A place that holds the id of a part, and the tables in which that may be."""

    place: tuple[str, ...]
    tables: tuple[str, ...]
    id: str

    def is_in(self, plan: Plan) -> bool:
        """Say whether the part is there."""
        return self.table_in(plan) != ""

    def table_in(self, plan: Plan) -> str:
        """Return the table that holds the part, or ""."""
        return next((table for table in self.tables if self.id in getattr(plan, table)), "")


def names_in(plan: Plan) -> Iterator[Name]:
    """Yield every id by which one part of the plan names another. An owner's text that is no id is yielded too."""
    for table, fields in _NAMES.items():
        for key, part in getattr(plan, table).items():
            for name, tables in fields.items():
                yield from _of((table, key, name), tables, getattr(part, name))
    for key, person in plan.people.items():
        yield from _of(("people", key, "holds"), ("roles",), tuple(hold.role for hold in person.holds))
    for key, baton in plan.batons.items():
        for row, fields in _IN_BATONS.items():
            for inner, part in getattr(baton, row).items():
                for name in fields:
                    yield from _of(("batons", key, row, inner, name), _WHO, getattr(part, name))
    yield from _of(("launch_task",), ("tasks",), plan.launch_task)


def _of(place: tuple[str, ...], tables: tuple[str, ...], held: str | tuple[str, ...]) -> Iterator[Name]:
    for text in (held,) if isinstance(held, str) else held:
        if text:
            yield Name(place, tables, text)


@dataclass(slots=True)
class Removals:
    """Two sides, the parts that somebody chose to remove, and a way to ask about others."""

    ours: Plan
    theirs: Plan
    chosen: set[tuple[str, str]]
    side: Choose
    asked: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    _known: dict[str, frozenset[Name]] = field(default_factory=dict[str, frozenset[Name]])

    def left_open_by(self, side: Side, name: Name) -> bool:
        """Say whether a side had this name itself, so that it was open before the merge."""
        if side not in self._known:
            self._known[side] = frozenset(names_in(self.ours if side == OURS else self.theirs))
        return name in self._known[side]

    def needed(self, plan: Plan) -> tuple[str, str, Value, Side] | None:
        """Return the first part that something in the plan names, one side has and the other removed; each once."""
        for name in names_in(plan):
            if name.is_in(plan):
                continue
            sides: tuple[tuple[Plan, Plan, Side], ...] = (
                (self.ours, self.theirs, THEIRS),
                (self.theirs, self.ours, OURS),
            )
            for side, other, remover in sides:
                table = name.table_in(side)
                if not table or (table, name.id) in self.asked or name.is_in(other):
                    continue
                if not self.left_open_by(remover, name):
                    self.asked.add((table, name.id))
                    return table, name.id, getattr(side, table)[name.id], remover
        return None


def settled_names(plan: Plan, removals: Removals) -> Plan:
    """Return the plan in which every part is there that one side removed and the other has begun to name.

    Where somebody chose that it goes, the names go with it.
    """
    for table, key in sorted(removals.chosen):
        part = getattr(removals.ours, table).get(key) or getattr(removals.theirs, table).get(key)
        plan = _taken_out(_put_back(plan, table, key, part), table, key)
    removals.asked |= removals.chosen
    while (found := removals.needed(plan)) is not None:
        table, key, part, remover = found
        ours, theirs = (GONE, part) if remover == OURS else (part, GONE)
        clash = Clash(NEEDED, (table, key), base=part, ours=ours, theirs=theirs)
        plan = _put_back(plan, table, key, part)
        if removals.side(clash, THEIRS if remover == OURS else OURS) == remover:
            plan = _taken_out(plan, table, key)
    return plan


def _put_back(plan: Plan, table: str, key: str, part: Value) -> Plan:
    present: Table[Any] = getattr(plan, table)
    return plan.replace(**{table: present.with_(key, part)})


def _taken_out(plan: Plan, table: str, key: str) -> Plan:
    """Return the plan without a part and without what names it."""
    kind = _KINDS[table]
    if kind == PHASE:
        moved = {one: task.replace(phase="") for one, task in plan.tasks.items() if task.phase == key}
        plan = plan.replace(tasks=plan.tasks.updated(moved))
    return Remove(kind, (key,)).apply(plan)


def settled_rings(plan: Plan, ours: Plan, theirs: Plan, side: Choose) -> Plan:
    """Return the plan without rings that neither side had: of each, the links that one side brought are left out."""
    dropped: list[str] = []
    for links in rings_of(plan):
        of_ours = tuple(sorted(key for key in links if not _has_link(theirs, plan, key)))
        of_theirs = tuple(sorted(key for key in links if not _has_link(ours, plan, key)))
        if not of_ours or not of_theirs:
            continue  # a ring that one side has by itself: its rule reports it
        clash = Clash(RING, ("dependencies", *sorted(links)), base=(), ours=of_ours, theirs=of_theirs)
        dropped += of_theirs if side(clash, OURS) == OURS else of_ours
    return plan.replace(dependencies=plan.dependencies.without(*dropped)) if dropped else plan


def _has_link(side: Plan, plan: Plan, key: str) -> bool:
    there, link = side.dependencies.get(key), plan.dependencies[key]
    return there is not None and (there.predecessor, there.successor) == (link.predecessor, link.successor)


def rings_of(plan: Plan) -> list[frozenset[str]]:
    """Return the links of each knot of work that waits for itself; two rings that share a part are one knot."""
    after: dict[str, list[str]] = {}
    for link in plan.dependencies.values():
        after.setdefault(link.predecessor, []).append(link.successor)
    knots = _knots(after)
    found: dict[int, set[str]] = {}
    for key, link in plan.dependencies.items():
        knot = knots.get(link.predecessor, -1)
        if knot == knots.get(link.successor, -2):
            found.setdefault(knot, set()).add(key)
    return [frozenset(links) for _number, links in sorted(found.items())]


def _knots(after: dict[str, list[str]]) -> dict[str, int]:
    """Return for each part the number of its strongly connected set (Tarjan, 1972, without recursion)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    knot: dict[str, int] = {}
    open_parts: list[str] = []
    for start in sorted(after):
        if start in number:
            continue
        way = [(start, iter(after.get(start, ())))]
        number[start] = low[start] = len(number)
        open_parts.append(start)
        while way:
            here, rest = way[-1]
            step = next(rest, None)
            if step is not None:
                if step not in number:
                    number[step] = low[step] = len(number)
                    open_parts.append(step)
                    way.append((step, iter(after.get(step, ()))))
                elif step not in knot:
                    low[here] = min(low[here], number[step])
                continue
            way.pop()
            if way:
                low[way[-1][0]] = min(low[way[-1][0]], low[here])
            if low[here] == number[here]:
                while here not in knot:
                    knot[open_parts.pop()] = number[here]
    return knot
