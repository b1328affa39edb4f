"""The network of tasks and batons: an order along the links, and what waits for itself."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import FINISH_TO_FINISH, FINISH_TO_START, START_TO_FINISH, START_TO_START, Dependency


def required_start(link: Dependency, predecessor: tuple[int, int], duration: int) -> int:
    """Return the first working day on which the successor may start, as far as this link is concerned.

    Args:
        link: the link.
        predecessor: the predecessor's start and the day after its last.
        duration: the successor's, in working days.
    """
    start, finish = predecessor
    if link.type == FINISH_TO_START:
        return finish + link.lag
    if link.type == FINISH_TO_FINISH:
        return finish + link.lag - duration
    if link.type == START_TO_FINISH:
        return start + link.lag - duration
    return start + link.lag


Edge = tuple[int, int, int, str]
"""A link as seen from one of its ends: the place of the other end, the kind as a number, the lag, the link's id."""
FS, SS, FF, SF = range(4)
_KINDS: Final = {FINISH_TO_START: FS, START_TO_START: SS, FINISH_TO_FINISH: FF, START_TO_FINISH: SF}


@dataclass(frozen=True, slots=True)
class Network:
    """Tasks and batons as places in an order along the links, and the links as edges between places.

    `keys` are their ids, each after what it waits for, and `place` the way back. `into` and `out_of` hold the edges of
    each place, by the id of the link. Links between parts of `rings` are left out, so that the rest keeps its dates.
    """

    keys: Sequence[str]
    place: Mapping[str, int]
    into: Sequence[tuple[Edge, ...]]
    out_of: Sequence[tuple[Edge, ...]]
    rings: frozenset[str]

    def leading_to(self, goal: str) -> frozenset[int]:
        """Return the places from which links lead to a task, itself left out."""
        place = self.place.get(goal)
        if place is None:
            return frozenset()
        waiting, met = [place], {place}
        while waiting:
            for before, *_rest in self.into[waiting.pop()]:
                if before not in met:
                    met.add(before)
                    waiting.append(before)
        met.discard(place)
        return frozenset(met)


def kind_of(link: Dependency) -> int:
    """Return the kind of a link as a number; one that is not known counts from start to start."""
    return _KINDS.get(link.type, SS)


def network_of(plan: Plan, lookup: Lookup | None = None) -> Network:
    """Return the network of a plan. What is waited for by nobody else comes sorted by id.

    Source: Kahn, "Topological sorting of large networks", 1962.
    """
    parts = sorted({*plan.tasks, *plan.batons})
    links = _links(plan, {key: number for number, key in enumerate(parts)})
    ringed: frozenset[str] = frozenset()
    order = _order(len(parts), links)
    if len(order) < len(parts):
        ringed = _rings(lookup or Lookup(plan), parts)
        links = [one for one in links if not ringed.issuperset((parts[one[0]], parts[one[1]]))]
        order = _order(len(parts), links)
    place = [0] * len(parts)
    for rank, part in enumerate(order):
        place[part] = rank
    into: list[list[Edge]] = [[] for _part in parts]
    out_of: list[list[Edge]] = [[] for _part in parts]
    for before, after, kind, lag, key in links:
        one, other = place[before], place[after]
        into[other].append((one, kind, lag, key))
        out_of[one].append((other, kind, lag, key))
    keys = [parts[part] for part in order]
    return Network(
        keys=keys,
        place={key: rank for rank, key in enumerate(keys)},
        into=[_by_link(edges) for edges in into],
        out_of=[_by_link(edges) for edges in out_of],
        rings=ringed,
    )


_NumberedLink = tuple[int, int, int, int, str]
"""Predecessor and successor by number, the kind, the lag, the id."""
_LINK: Final = itemgetter(3)


def _links(plan: Plan, number: Mapping[str, int]) -> list[_NumberedLink]:
    """Return the links whose two ends are there, in any order."""
    found: list[_NumberedLink] = []
    for key, link in plan.dependencies.items():
        before, after = number.get(link.predecessor), number.get(link.successor)
        if before is not None and after is not None:
            found.append((before, after, kind_of(link), link.lag, key))
    return found


def _by_link(edges: list[Edge]) -> tuple[Edge, ...]:
    if len(edges) > 1:
        edges.sort(key=_LINK)
    return tuple(edges)


def _order(count: int, links: Iterable[_NumberedLink]) -> list[int]:
    """Return the numbers of all parts that wait in no ring, each after what it waits for; the same in any run."""
    waiting = [0] * count
    after: list[list[int]] = [[] for _part in range(count)]
    for before, behind, *_rest in links:
        waiting[behind] += 1
        after[before].append(behind)
    order = [part for part in range(count) if not waiting[part]]
    for part in order:  # grows while it is walked
        for behind in sorted(after[part]):
            waiting[behind] -= 1
            if not waiting[behind]:
                order.append(behind)
    return order


def _rings(lookup: Lookup, parts: Iterable[str]) -> frozenset[str]:
    """Return the parts that wait, along the links, for themselves.

    Source: Sharir, "A strong-connectivity algorithm and its applications in data flow analysis", 1981.
    """
    left = _tangled(lookup, parts)
    if not left:
        return frozenset()
    rings: set[str] = set()
    for key in reversed(_finished(lookup, left)):
        if key not in left:
            continue
        ring = _before(lookup, key, left)
        left -= ring
        if len(ring) > 1 or any(link.predecessor == key for link in lookup.into.get(key, ())):
            rings |= ring
    return frozenset(rings)


def _tangled(lookup: Lookup, parts: Iterable[str]) -> set[str]:
    """Return what is left after taking away, again and again, what waits for nothing and what nothing waits for.

    In a sound plan that is nothing; else it holds the rings and what lies between two of them.
    """
    left = set(parts)
    for ends, others in ((lookup.into, lookup.out_of), (lookup.out_of, lookup.into)):
        waiting = {key: sum(1 for link in ends.get(key, ()) if _far(link, key) in left) for key in left}
        free = [key for key in left if waiting[key] == 0]
        while free:
            key = free.pop()
            left.discard(key)
            for link in others.get(key, ()):
                far = _far(link, key)
                if far in left:
                    waiting[far] -= 1
                    if waiting[far] == 0:
                        free.append(far)
    return left


def _finished(lookup: Lookup, parts: Set[str]) -> list[str]:
    """Return the parts in the order in which a walk along the links is done with them."""
    done: list[str] = []
    met: set[str] = set()
    for root in sorted(parts):
        walk = [(root, False)]
        while walk:
            key, is_left = walk.pop()
            if is_left:
                done.append(key)
            elif key not in met:
                met.add(key)
                walk.append((key, True))
                following = (link.successor for link in lookup.out_of.get(key, ()))
                walk.extend((after, False) for after in following if after in parts and after not in met)
    return done


def _before(lookup: Lookup, goal: str, parts: Set[str]) -> set[str]:
    """Return the goal and all of `parts` from which a way leads to it inside `parts`."""
    met, waiting = {goal}, [goal]
    while waiting:
        for link in lookup.into.get(waiting.pop(), ()):
            if link.predecessor in parts and link.predecessor not in met:
                met.add(link.predecessor)
                waiting.append(link.predecessor)
    return met


def _far(link: Dependency, key: str) -> str:
    return link.predecessor if link.successor == key else link.successor
