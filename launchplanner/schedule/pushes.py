"""What has to move along when something moves: only what a link would otherwise forbid, and only as far as it must."""

from collections.abc import Mapping

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.schedule.network import in_order, required_start
from launchplanner.schedule.schedule import Schedule, Span


def pushed(plan: Plan, schedule: Schedule, moved: Mapping[str, Span], lookup: Lookup | None = None) -> dict[str, int]:
    """Return the new first days of the tasks that must follow, by id, `moved` itself left out.

    Batons and settled tasks stay: a pass is an appointment between two people, so a rule reports it instead.
    """
    look = lookup or Lookup(plan)
    order, rings = in_order(look)
    spans: dict[str, Span] = {**schedule.spans, **moved}
    found: dict[str, int] = {}
    touched = set(moved)
    for key in order:
        if key in moved or key not in plan.tasks or plan.tasks[key].is_settled:
            continue
        links = [
            link
            for link in look.into.get(key, ())
            if link.predecessor in touched and not rings.issuperset((key, link.predecessor))
        ]
        span = spans[key]
        asked = max(
            (
                required_start(link, (spans[link.predecessor].start, spans[link.predecessor].finish), span.days)
                for link in links
            ),
            default=span.start,
        )
        if asked > span.start:
            found[key] = asked
            spans[key] = Span(asked, asked + span.days)
            touched.add(key)
    return found
