"""How far the work is on a day, and what follows from it: the forecast of everything, and of launch day.

The schedule says what was planned; people pinned its days. The forecast says what comes of it if nobody does anything:
what is done stands where it happened, what has begun ends when what is left of it is done, and the rest starts when
it was to start or links allow, and never before today. So work that is late pushes what waits for it, batons too.
Today is the status date: what people say about progress counts as said on that day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.plan.directory import Directory
from launchplanner.plan.edits import Pass
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import DROPPED, Task
from launchplanner.plan.workdays import Workdays
from launchplanner.schedule.network import Network
from launchplanner.schedule.passes import LONG_AGO, Given, asked_by
from launchplanner.schedule.schedule import Schedule, Span

SETTLED: Final = "done"
ON_TRACK: Final = "on track"
AT_RISK: Final = "at risk"
LATE: Final = "late"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the forecast is worked out from, by the places of the network.

    What stands already is in `fixed`, its start and the day after its last; all else starts on its floor or when
    links allow, whichever is later, and takes `lengths`. What was dropped holds nothing up.
    """

    network: Network
    floors: Sequence[int]
    lengths: Sequence[int]
    fixed: Mapping[int, tuple[int, int]]
    dropped: frozenset[int]


@dataclass(frozen=True, slots=True)
class Forecast:
    """When everything will happen, by id, as seen on a day.

    `states` says of each whether it is done, on track, at risk (it will be later than planned, or too late for launch
    day) or late (it should have begun, ended or passed by now). `launch` is the day on which launch will be: 0 is as
    planned. `driving` is the key of the link that holds a part up, for those that links hold up.
    """

    today: int
    spans: Mapping[str, Span]
    states: Mapping[str, str]
    driving: Mapping[str, str]
    launch: int

    def slip(self, schedule: Schedule, key: str) -> int:
        """Return how many working days later than planned a part will be done; negative if earlier."""
        return self.spans[key].finish - schedule.spans[key].finish


def passed_on(plan: Plan, days: Workdays) -> dict[str, int]:
    """Return the working day on which each baton that has passed was accepted."""
    found: dict[str, int] = {}
    directory = Directory.of(plan)
    for key, baton in plan.batons.items():
        if not baton.events:
            continue
        standing = Pass.of(plan, key, directory).standing
        if standing.has_passed:
            on = _date_of(baton.events[standing.answer].at)
            found[key] = baton.day if on is None else days.last_day_until(on)
    return found


def forecast(plan: Plan, schedule: Schedule, today: int, passed: Mapping[str, int] | None = None) -> Forecast:
    """Return what will happen, as seen on a working day.

    Args:
        plan: the plan.
        schedule: its schedule.
        today: the day from which it is seen, counted from launch day.
        passed: when batons were accepted, if that is known already.
    """
    handed_over = passed_on(plan, schedule.days) if passed is None else passed
    outlook = outlook_of(plan, schedule, today, handed_over)
    network = outlook.network
    starts, finishes, driving = run(outlook)
    spans = {key: Span(starts[place], finishes[place]) for place, key in enumerate(network.keys)}
    return Forecast(
        today=today,
        spans=spans,
        states=_states(plan, schedule, spans, today, handed_over),
        driving=driving,
        launch=spans[plan.launch_task].start if plan.launch_task in plan.tasks else 0,
    )


def outlook_of(plan: Plan, schedule: Schedule, today: int, passed: Mapping[str, int]) -> Outlook:
    """Return what the forecast is worked out from."""
    frame = schedule.work.frame
    network = frame.network
    floors = [LONG_AGO] * len(network.keys)
    lengths = [own.days for own in frame.givens]
    fixed: dict[int, tuple[int, int]] = {}
    dropped: set[int] = set()
    for place, key in enumerate(network.keys):
        task = plan.tasks.get(key)
        if task is None:
            floors[place] = max(plan.batons[key].day, today) + 1
            if key in passed:
                fixed[place] = (passed[key] + 1, passed[key] + 1)
        elif task.is_settled:
            fixed[place] = _as_it_was(task, schedule, key, today)
            if task.status == DROPPED:
                dropped.add(place)
        elif task.has_begun:
            start = _begun(task, schedule, key, today)
            fixed[place] = (start, max(start, today) + task.days_left)
        else:
            floors[place] = max(today, _floor(network, frame.givens[place], schedule, place))
    return Outlook(network, floors, lengths, fixed, frozenset(dropped))


def run(outlook: Outlook) -> tuple[list[int], list[int], dict[str, str]]:
    """Return starts, finishes and driving links of one run forward."""
    network = outlook.network
    starts, finishes = [0] * len(network.keys), [0] * len(network.keys)
    driving: dict[str, str] = {}
    for place, edges in enumerate(network.into):
        span = outlook.fixed.get(place)
        if span is None:
            start, length = outlook.floors[place], outlook.lengths[place]
            holding = tuple(edge for edge in edges if edge[0] not in outlook.dropped)
            if holding:
                asked, link = asked_by(holding, starts, finishes, length)
                if asked > start or (asked == start and start > LONG_AGO):
                    start = asked
                    driving[network.keys[place]] = link
            span = start, start + length
        starts[place], finishes[place] = span
    return starts, finishes, driving


def _floor(network: Network, own: Given, schedule: Schedule, place: int) -> int:
    """Return the first day on which a task that has not begun starts of itself."""
    if own.own is not None:
        return own.own
    if own.late:
        return schedule.spans[network.keys[place]].start
    return own.floor if network.into[place] else max(own.base, own.floor)


def _as_it_was(task: Task, schedule: Schedule, key: str, today: int) -> tuple[int, int]:
    """Return when a settled task happened. Without a date, what is done was done by yesterday at the latest."""
    days, span = schedule.days, schedule.spans[key]
    if task.finished is not None:
        finish = days.last_day_until(task.finished) + (1 if span.days else 0)
    else:
        finish = span.finish if task.status == DROPPED else min(span.finish, today)
    start = days.day_of(task.started) if task.started is not None else min(span.start, finish - span.days)
    return min(start, finish), finish


def _begun(task: Task, schedule: Schedule, key: str, today: int) -> int:
    if task.started is not None:
        return schedule.days.day_of(task.started)
    return min(schedule.spans[key].start, today)


def _states(
    plan: Plan, schedule: Schedule, spans: Mapping[str, Span], today: int, passed: Mapping[str, int]
) -> dict[str, str]:
    states: dict[str, str] = {}
    for key, planned in schedule.spans.items():
        task = plan.tasks.get(key)
        should_have_begun = task is not None and not task.has_begun and planned.start < today
        if key in passed or (task is not None and task.is_settled):
            states[key] = SETTLED
        elif should_have_begun or schedule.last_day(key) < today:
            states[key] = LATE
        elif spans[key].finish > min(planned.finish, schedule.late_span(key).finish):
            states[key] = AT_RISK
        else:
            states[key] = ON_TRACK
    return states


def _date_of(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
