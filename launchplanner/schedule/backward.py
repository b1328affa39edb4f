"""Planning backward from launch day, or forward from the first day: where parts would stand, and the edit for it.

What is not planned along keeps its day and bounds the rest, so that no new conflict comes of it.
"""

from collections.abc import Collection, Mapping
from typing import Final

from launchplanner.plan.edits import MoveTo
from launchplanner.plan.plan import Plan
from launchplanner.schedule.passes import allowing, asked_by
from launchplanner.schedule.schedule import Schedule, Span

BACKWARD: Final = "backward"
FORWARD: Final = "forward"


def backward(plan: Plan, schedule: Schedule, keys: Collection[str] | None = None) -> dict[str, Span]:
    """Return the latest days on which parts can stand with launch day, and all that stays, still met.

    Args:
        plan: the plan.
        schedule: its schedule.
        keys: the parts that are planned along; all that are open when None. Launch day and rings always stay.
    """
    chosen = _chosen(plan, schedule, keys)
    frame, found = schedule.work.frame, schedule.work.found
    network, starts, finishes = frame.network, list(found.starts), list(found.finishes)
    for place in range(len(network.keys) - 1, -1, -1):
        if network.keys[place] not in chosen:
            continue
        days = frame.givens[place].days
        finish = min(
            (allowing(edge, starts[edge[0]], finishes[edge[0]], days) for edge in network.out_of[place]),
            default=frame.end,
        )
        finishes[place] = min(finish, frame.end, frame.givens[place].limit)
        starts[place] = finishes[place] - days
    return {key: Span(starts[network.place[key]], finishes[network.place[key]]) for key in sorted(chosen)}


def forward(plan: Plan, schedule: Schedule, keys: Collection[str] | None = None) -> dict[str, Span]:
    """Return the earliest days on which parts can stand behind what they wait for and all that stays.

    What waits for nothing starts with the clock. The arguments are those of `backward`.
    """
    chosen = _chosen(plan, schedule, keys)
    frame, found = schedule.work.frame, schedule.work.found
    network, starts, finishes = frame.network, list(found.starts), list(found.finishes)
    for place, edges in enumerate(network.into):
        if network.keys[place] not in chosen:
            continue
        own = frame.givens[place]
        start = asked_by(edges, starts, finishes, own.days)[0] if edges else plan.first
        starts[place] = max(start, own.floor)
        finishes[place] = starts[place] + own.days
    return {key: Span(starts[network.place[key]], finishes[network.place[key]]) for key in sorted(chosen)}


def planned(plan: Plan, schedule: Schedule, spans: Mapping[str, Span]) -> MoveTo | None:
    """Return the edit that puts parts on these days; None when all stand there already."""
    days = tuple(
        (key, span.start - 1 if key in plan.batons else span.start)
        for key, span in spans.items()
        if span != schedule.spans[key]
    )
    return MoveTo(days) if days else None


def _chosen(plan: Plan, schedule: Schedule, keys: Collection[str] | None) -> frozenset[str]:
    wanted = schedule.spans.keys() if keys is None else keys
    return frozenset(
        key
        for key in wanted
        if key in schedule.spans and key != plan.launch_task and key not in schedule.rings
        if key in plan.batons or not plan.tasks[key].is_settled
    )
