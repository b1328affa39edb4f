"""What the work of a phase comes to: from its first task to its last, beside the days that are set for it."""

from collections.abc import Mapping

from launchplanner.plan.plan import Plan
from launchplanner.plan.work import DROPPED
from launchplanner.schedule.schedule import Span


def worked_spans(plan: Plan, spans: Mapping[str, Span]) -> dict[str, Span]:
    """Return the span of the work of each phase that has some of `spans`, by phase; what was dropped does not count."""
    found: dict[str, Span] = {}
    for key, span in spans.items():
        task = plan.tasks.get(key)
        if task is None or task.phase not in plan.phases or task.status == DROPPED:
            continue
        known = found.get(task.phase, span)
        found[task.phase] = Span(min(known.start, span.start), max(known.finish, span.finish))
    return found
