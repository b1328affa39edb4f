"""What has to move along when something moves: only what a link would otherwise forbid, and only as far as it must."""

from collections.abc import Mapping
from heapq import heappop, heappush

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.schedule.network import required_start
from launchplanner.schedule.schedule import Schedule, Span


def pushed(plan: Plan, schedule: Schedule, moved: Mapping[str, Span], lookup: Lookup | None = None) -> dict[str, int]:
    """Return the new first days of the tasks that must follow, by id, `moved` itself left out.

    Batons and settled tasks stay: a pass is an appointment between two people, so a rule reports it instead. Only what
    comes after something that moves is looked at, in the order of the links, so that a drag costs what it touches.
    """
    look = lookup or Lookup(plan)
    spans: dict[str, Span] = dict(moved)
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
        if key not in plan.tasks or plan.tasks[key].is_settled:
            continue
        span = schedule.spans[key]
        asked = max(
            (
                required_start(link, (before.start, before.finish), span.days)
                for link in look.into[key]
                if not schedule.rings.issuperset((key, link.predecessor))
                and (before := spans.get(link.predecessor)) is not None
            ),
            default=span.start,
        )
        if asked > span.start:
            found[key] = asked
            spans[key] = Span(asked, asked + span.days)
            wait_after(key)
    return found
