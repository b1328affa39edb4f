"""The rows of the timeline in the order of the clock: phases, their tasks, and batons where they pass."""

from bisect import bisect_right
from collections.abc import Collection
from typing import NamedTuple

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import BATON, PHASE, TASK
from launchplanner.schedule import Schedule


class Ref(NamedTuple):
    """Which part a row shows: "phase", "task" or "baton", and its id. The phase "" holds tasks of no known phase."""

    kind: str
    id: str


def batons_by_phase(lookup: Lookup) -> dict[str, list[str]]:
    """Return the batons of each phase, by day: those that pass in it, and the one that ends it.

    A baton that opens a phase stands with the phase before, even when it passes late.
    """
    phases = [key for key, _phase in lookup.phases]
    starts = [phase.start for _key, phase in lookup.phases]
    found: dict[str, list[str]] = {key: [] for key in ("", *phases)}
    for key, baton in lookup.batons:
        place = max(bisect_right(starts, baton.day) - 1, 0)
        if phases and place and baton.opens_phase == phases[place]:
            place -= 1
        found[phases[place] if phases else ""].append(key)
    return found


def ordered(
    lookup: Lookup, schedule: Schedule, collapsed: Collection[str] = (), only: Collection[str] | None = None
) -> list[Ref]:
    """Return the rows that are shown.

    Args:
        lookup: the plan in order.
        schedule: its dates.
        collapsed: ids of phases whose rows are folded away.
        only: ids of the tasks and batons to show, with their phases; everything when None.
    """
    batons = batons_by_phase(lookup)
    rows: list[Ref] = []
    for phase in (*(key for key, _phase in lookup.phases), ""):
        inside = _inside(lookup, schedule, phase, batons[phase])
        if only is not None:
            inside = [ref for ref in inside if ref.id in only]
        if not inside and (phase == "" or only is not None):
            continue
        rows.append(Ref(PHASE, phase))
        if phase not in collapsed:
            rows.extend(inside)
    return rows


def _inside(lookup: Lookup, schedule: Schedule, phase: str, batons: list[str]) -> list[Ref]:
    """Return a phase's tasks in their order, each baton after the last task that begins before it has passed."""
    tasks = lookup.tasks_of_phase[phase]
    if not batons:
        return [Ref(TASK, key) for key, _task in tasks]
    place_of = dict.fromkeys(batons, 0)
    days = {key: lookup.plan.batons[key].day for key in batons}
    for place, (task, _value) in enumerate(tasks, start=1):
        start = schedule.spans[task].start
        for key in batons:
            if start <= days[key]:
                place_of[key] = place
    rows: list[Ref] = []
    waiting = sorted(batons, key=lambda key: (place_of[key], days[key]))
    for place, (task, _value) in enumerate(tasks):
        while waiting and place_of[waiting[0]] <= place:
            rows.append(Ref(BATON, waiting.pop(0)))
        rows.append(Ref(TASK, task))
    rows.extend(Ref(BATON, key) for key in waiting)
    return rows
