"""What has to move along when something moves: only what a link would otherwise forbid, and only as far as it must."""

from collections import ChainMap
from collections.abc import Callable, Mapping
from heapq import heappop, heappush
from typing import cast

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.schedule.network import required_start
from launchplanner.schedule.schedule import Schedule, Span

Start = Callable[[str, ChainMap[str, Span]], int]
"""Where a task starts behind others: its id, and where everything stands by now, to a working day from launch day.

The first map of the chain holds what has moved.
"""


def pushed(plan: Plan, schedule: Schedule, moved: Mapping[str, Span], lookup: Lookup | None = None) -> dict[str, int]:
    """Return the new first days of the tasks that must follow, by id, `moved` itself left out."""
    look = lookup or Lookup(plan)

    def start(key: str, spans: ChainMap[str, Span]) -> int:
        span = schedule.spans[key]
        asked = (
            required_start(link, (spans[link.predecessor].start, spans[link.predecessor].finish), span.days)
            for link in look.into[key]
            if not schedule.rings.issuperset((key, link.predecessor))
            # What has not moved asks for no more than it did: a day that it forbids was pinned on purpose.
            and link.predecessor in spans.maps[0]
        )
        return max((span.start, *asked))

    return walked(plan, schedule, moved, look, start)


def walked(plan: Plan, schedule: Schedule, moved: Mapping[str, Span], look: Lookup, start: Start) -> dict[str, int]:
    """Return the new first days of the tasks behind `moved` that `start` puts elsewhere, by id.

    Batons, settled tasks and launch day stay: they are appointments, so a rule reports what they forbid. Only what
    comes after something that moves is looked at, in the order of the links, so that a drag costs what it touches.
    """
    # Writing goes to the first map alone: the schedule's own, however large, is neither copied nor changed.
    spans = ChainMap(dict(moved), cast("dict[str, Span]", schedule.spans))
    found: dict[str, int] = {}
    waiting: list[tuple[int, str]] = []
    seen = set(moved)

    def wait_after(key: str) -> None:
        for link in look.out_of.get(key, ()):
            after = link.successor
            if after not in seen and not schedule.rings.issuperset((key, after)):
                seen.add(after)
                heappush(waiting, (schedule.ranks[after], after))

    for key in moved:
        wait_after(key)
    while waiting:
        _rank, key = heappop(waiting)
        task, span = plan.tasks.get(key), schedule.spans[key]
        if task is None or task.is_settled or key == plan.launch_task:
            continue
        day = start(key, spans)
        if day != span.start:
            found[key] = day
            spans[key] = Span(day, day + span.days)
            wait_after(key)
    return found
