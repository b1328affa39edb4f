"""The network of tasks and batons: an order along the links, and what waits for itself."""

from collections.abc import Iterable, Set

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.work import FINISH_TO_FINISH, FINISH_TO_START, START_TO_FINISH, Dependency


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


def latest_finish(link: Dependency, successor: tuple[int, int], duration: int) -> int:
    """Return the latest finish of the predecessor that lets the successor keep its start and finish."""
    start, finish = successor
    if link.type == FINISH_TO_START:
        return start - link.lag
    if link.type == FINISH_TO_FINISH:
        return finish - link.lag
    if link.type == START_TO_FINISH:
        return finish - link.lag + duration
    return start - link.lag + duration


def in_order(lookup: Lookup) -> tuple[list[str], frozenset[str]]:
    """Return all tasks and batons, each after what it waits for, and the ids that wait in a ring.

    Links between parts of rings are left out of account, so that the rest keeps its dates. Ids of one rank come
    sorted. Source: Kahn, "Topological sorting of large networks", 1962.
    """
    parts = sorted({*lookup.plan.tasks, *lookup.plan.batons})
    ringed = _rings(lookup, parts)
    waiting = {
        key: sum(1 for link in lookup.into.get(key, ()) if not ringed.issuperset((key, link.predecessor)))
        for key in parts
    }
    ready = [key for key in parts if waiting[key] == 0]
    order: list[str] = []
    for key in ready:  # grows while it is walked
        order.append(key)
        for link in lookup.out_of.get(key, ()):
            if ringed.issuperset((key, link.successor)):
                continue
            waiting[link.successor] -= 1
            if waiting[link.successor] == 0:
                ready.append(link.successor)
    return order, ringed


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
