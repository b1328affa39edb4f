"""What must hold of every merge: nothing is lost, nothing names what is gone, and no work waits for itself anew."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table, Value
from launchplanner.store.merge_after import names_in, rings_of
from launchplanner.store.merge_words import RING, Clash, ClashKey, Side
from launchplanner.store.merging import Merge

Place = tuple[str, ...]
_GONE = object()


def flat(value: Value, place: Place = ()) -> Iterator[tuple[Place, object]]:
    """Yield every field of a plan by its place, and for each part that it is there."""
    for name, held in dict(value).items():
        here = (*place, name)
        if isinstance(held, Table):
            for key, part in cast("Table[Any]", held).items():
                yield (*here, key), True
                yield from flat(part, (*here, key))
        elif isinstance(held, Value) and name == "calendar":
            yield from flat(held, here)
        else:
            yield here, held


def lost(base: Plan, ours: Plan, theirs: Plan, merge: Merge) -> list[tuple[Place, object]]:
    """Return the changes of either side that are neither in the result nor on the list."""
    before, result = dict(flat(base)), dict(flat(merge.plan))
    found: list[tuple[Place, object]] = []
    for side in (ours, theirs):
        after = dict(flat(side))
        found += [
            (place, after.get(place))
            for place in {**before, **after}
            if before.get(place, _GONE) != after.get(place, _GONE)
            and not _is_kept(place, before, after, result)
            and not any(_is_about(clash, place) for clash in merge.clashes)
        ]
    return found


def _is_kept(place: Place, before: Mapping[Place, object], after: Mapping[Place, object], result: Any) -> bool:
    was, now, is_now = (state.get(place, _GONE) for state in (before, after, result))
    if now == is_now or place[0] == "debt" or place in {("schema_",), ("min_reader",)}:
        return True
    if "events" in place and now is _GONE:
        return True  # steps are never removed
    return _rows_hold(was, now, is_now)


def _rows_hold(was: object, now: object, is_now: object) -> bool:
    if isinstance(was, str) and isinstance(now, str) and isinstance(is_now, str):
        was, now, is_now = (tuple(text.split("\n")) for text in (was, now, is_now))
    if not (isinstance(was, tuple) and isinstance(now, tuple) and isinstance(is_now, tuple)):
        return False
    old, new, held = cast("tuple[tuple[object, ...], ...]", (was, now, is_now))
    added, removed = [one for one in new if one not in old], [one for one in old if one not in new]
    return all(one in held for one in added) and not any(one in held for one in removed)


def _is_about(clash: Clash, place: Place) -> bool:
    if clash.kind == RING:
        return place[0] == "dependencies" and place[1] in clash.place
    for step, wanted in zip(clash.place, place, strict=False):
        if wanted not in {step, *step.split("+")}:
            return False
    return len(clash.place) <= len(place)


def unsound(ours: Plan, theirs: Plan, merge: Merge) -> list[str]:
    """Return what the merge broke: names of parts that are gone, and rings that neither side had.

    A person whom somebody chose to remove is still named by batons about which something was said: that is history.
    """
    open_before = {name for side in (ours, theirs) for name in names_in(side) if not name.is_in(side)}
    found = [
        f"{'/'.join(name.place)} names {name.id}"
        for name in names_in(merge.plan)
        if not name.is_in(merge.plan)
        and name not in open_before
        and any(name.is_in(side) for side in (ours, theirs))
        and not _is_history(merge.plan, name.place)
    ]
    before = [ring for side in (ours, theirs) for ring in rings_of(side)]
    found += [f"ring {sorted(ring)}" for ring in rings_of(merge.plan) if not any(known & ring for known in before)]
    return found


def _is_history(plan: Plan, place: Place) -> bool:
    return place[0] == "batons" and bool(plan.batons[place[1]].events)


def turned(choices: Mapping[ClashKey, Side]) -> dict[ClashKey, Side]:
    """Return the choices as the other side would name them."""
    return {key: "theirs" if side == "ours" else "ours" for key, side in choices.items()}
