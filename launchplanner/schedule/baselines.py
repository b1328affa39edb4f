"""How far everything has slipped against a baseline, in working days.

A baseline counts its days from the launch day of its time, so they are counted on from that day in today's calendar:
a launch that moved by a week has slipped by five days, and so has all that moved with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from launchplanner.plan.edits.baselines import TakeBaseline
from launchplanner.plan.plan import Plan
from launchplanner.plan.records import Baseline
from launchplanner.schedule.schedule import Schedule, Span


@dataclass(frozen=True, slots=True)
class Slips:
    """What stands elsewhere than in a baseline: spans then and slips since, by id; positive is later.

    `then` and `finish` are for all that is in both. `phases` is by phase, for the work that is in it now. `gone` and
    `new` are the ids of what is only in one of both.
    """

    baseline: Baseline
    then: Mapping[str, Span]
    start: Mapping[str, int]
    finish: Mapping[str, int]
    phases: Mapping[str, int]
    launch: int
    gone: tuple[str, ...]
    new: tuple[str, ...]


def baseline_of(schedule: Schedule, title: str, by: str = "", on: date | None = None) -> TakeBaseline:
    """Return the edit that keeps the schedule as it stands under a name."""
    spans = {key: (span.start, span.finish) for key, span in sorted(schedule.spans.items())}
    return TakeBaseline(title, spans, by, on)


def baseline_named(plan: Plan, name: str) -> Baseline | None:
    """Return the baseline with a title or id; None if there is none."""
    found = (baseline for key, baseline in sorted(plan.baselines.items()) if name in {key, baseline.title})
    return next(found, None)


def slips(plan: Plan, schedule: Schedule, baseline: Baseline) -> Slips:
    """Return how far the schedule has slipped since the baseline."""
    moved = schedule.days.day_of(baseline.launch_day)
    then = {
        key: Span(span.start + moved, span.finish + moved)
        for key, span in baseline.spans.items()
        if key in schedule.spans
    }
    return Slips(
        baseline=baseline,
        then=then,
        start={key: schedule.spans[key].start - span.start for key, span in then.items()},
        finish={key: schedule.spans[key].finish - span.finish for key, span in then.items()},
        phases=_phases(plan, schedule, then),
        launch=-moved,
        gone=tuple(sorted(key for key in baseline.spans if key not in schedule.spans)),
        new=tuple(sorted(key for key in schedule.spans if key not in baseline.spans)),
    )


def _phases(plan: Plan, schedule: Schedule, then: Mapping[str, Span]) -> dict[str, int]:
    last: dict[str, tuple[int, int]] = {}
    for key, span in then.items():
        task = plan.tasks.get(key)
        if task is None or task.phase not in plan.phases:
            continue
        before, now = last.get(task.phase, (span.finish, schedule.spans[key].finish))
        last[task.phase] = max(before, span.finish), max(now, schedule.spans[key].finish)
    return {phase: now - before for phase, (before, now) in last.items()}
