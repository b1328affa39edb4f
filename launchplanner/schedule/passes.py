"""The forward and backward pass over a network, on flat lists by place: what all dates and floats are made of.

All times are working days from launch day. Lists are by the places of the network, so that 10,000 tasks cost
milliseconds; `schedule.schedule` gives them names again.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from launchplanner.plan.plan import Plan
from launchplanner.plan.work import (
    AS_LATE_AS_POSSIBLE,
    DATED,
    FINISH_NO_EARLIER,
    FINISH_NO_LATER,
    MUST_FINISH,
    NO_EARLIER,
    NO_LATER,
    ON_DATE,
    Start,
    Task,
)
from launchplanner.plan.workdays import Workdays
from launchplanner.schedule.network import FF, FS, SF, SS, Edge, Network

LONG_AGO: Final = -1_000_000
NEVER: Final = 1_000_000
_FROM_FINISH: Final = (FS, FF)
_TO_FINISH: Final = (FF, SF)


class Given(NamedTuple):
    """What a task or baton brings along itself.

    `own` is the first day that it keeps whatever links ask for, or None where links move it. One that waits for
    nothing starts on `base`, and nothing starts before `floor`. Its finish after `limit` is too late. One that is
    `late` goes as late as what waits for it allows, and to `until` if nothing does.
    """

    days: int
    own: int | None
    base: int = LONG_AGO
    floor: int = LONG_AGO
    limit: int = NEVER
    late: bool = False
    until: int = NEVER


def given(plan: Plan, days: Workdays, key: str) -> Given:
    """Return what a task or baton of the plan brings along."""
    task = plan.tasks.get(key)
    if task is None:
        return Given(0, plan.batons[key].day + 1)
    start = task.start
    if not start.is_driven:
        return Given(task.duration, _own_day(task, days))
    phase = plan.phases.get(task.phase)
    base, until = (phase.start, phase.end) if phase is not None else (plan.first, plan.end)
    day = day_of_rule(start, days)
    floor, limit = LONG_AGO, NEVER
    if start.rule == NO_EARLIER:
        floor = day
    elif start.rule == FINISH_NO_EARLIER:
        floor = day + 1 - max(task.duration, 1)
    elif start.rule == NO_LATER:
        limit = day + task.duration
    elif start.rule == FINISH_NO_LATER:
        limit = day + 1 if task.duration else day
    return Given(task.duration, None, base, floor, limit, start.rule == AS_LATE_AS_POSSIBLE, until)


def day_of_rule(start: Start, days: Workdays) -> int:
    """Return the working day that a rule names: that of its date, or of its count from launch day.

    A date on a day off counts as the next working day, or as the last one before it where it is a limit.
    """
    if start.rule not in DATED or start.on is None:
        return start.days
    if start.rule in {NO_LATER, FINISH_NO_LATER, MUST_FINISH}:
        return days.last_day_until(start.on)
    return days.day_of(start.on)


def _own_day(task: Task, days: Workdays) -> int:
    if task.start.rule == MUST_FINISH:
        return day_of_rule(task.start, days) + 1 - max(task.duration, 1)
    if task.start.rule == ON_DATE and task.start.on is not None:
        return days.day_of(task.start.on)
    return task.start.days


class Forward(NamedTuple):
    """First days, the days after the last, what links allow (None without links) and which link asks for that."""

    starts: list[int]
    finishes: list[int]
    allowed: list[int | None]
    driving: list[str]


def forward(network: Network, givens: Sequence[Given]) -> Forward:
    """Return the earliest days of everything."""
    count = len(network.keys)
    found = Forward([0] * count, [0] * count, [None] * count, [""] * count)
    starts, finishes, allowed, driving = found
    for place, edges in enumerate(network.into):
        own = givens[place]
        start = own.own
        if edges:
            asked, driving[place] = asked_by(edges, starts, finishes, own.days)
            allowed[place] = asked
            if start is None:
                start = max(asked, own.floor)
        elif start is None:
            start = max(own.base, own.floor)
        starts[place] = start
        finishes[place] = start + own.days
    return found


def asked_by(edges: Sequence[Edge], starts: Sequence[int], finishes: Sequence[int], days: int) -> tuple[int, str]:
    """Return the first day that links allow for work of some days, and the id of the first link that asks for it."""
    most, driving = LONG_AGO * 10, ""
    for before, kind, lag, link in edges:
        if kind == FS:
            asked = finishes[before] + lag
        elif kind == SS:
            asked = starts[before] + lag
        elif kind == FF:
            asked = finishes[before] + lag - days
        else:
            asked = starts[before] + lag - days
        if asked > most:
            most, driving = asked, link
    return most, driving


def put_late(network: Network, givens: Sequence[Given], found: Forward, launch: int) -> dict[int, int]:
    """Move what is to be as late as possible to the last days on which nothing behind it has to move.

    Args:
        network: the network.
        givens: what each brings along.
        found: the forward pass, which is changed.
        launch: the place of the launch task, or -1.

    Returns:
        For each such place the first day on which it could start.
    """
    earliest: dict[int, int] = {}
    for place in range(len(givens) - 1, -1, -1):
        own = givens[place]
        if not own.late:
            continue
        edges = network.out_of[place]
        finish = min(
            (allowing(edge, found.starts[edge[0]], found.finishes[edge[0]], own.days) for edge in edges),
            default=own.until,
        )
        if place == launch:
            finish = min(finish, own.days)
        earliest[place] = found.starts[place]
        found.starts[place] = max(found.starts[place], finish - own.days)
        found.finishes[place] = found.starts[place] + own.days
    return earliest


def allowing(edge: Edge, start: int, finish: int, days: int) -> int:
    """Return the latest finish of work of some days that lets what waits for it keep its start and finish."""
    _after, kind, lag, _link = edge
    if kind == FS:
        return start - lag
    if kind == FF:
        return finish - lag
    if kind == SF:
        return finish - lag + days
    return start - lag + days


class Frame(NamedTuple):
    """What bounds the backward pass: `end` is the day after the last of all, `launch` the place of the launch task.

    `launch` is -1 where no task stands for launch day.
    """

    network: Network
    givens: Sequence[Given]
    end: int
    launch: int


def backward(frame: Frame, *, limits: bool) -> list[int]:
    """Return the latest finishes with which launch day, and the end of the clock, are still met.

    `limits` says whether the latest days that tasks name themselves count as well.
    """
    late = [frame.end] * len(frame.givens)
    for place in range(len(late) - 1, -1, -1):
        late[place] = latest(frame, late, place, limits=limits)
    return late


def latest(frame: Frame, late: Sequence[int], place: int, *, limits: bool) -> int:
    """Return the latest finish of one place, from those of what waits for it."""
    network, givens, least, launch = frame
    days = givens[place].days
    for after, kind, lag, _link in network.out_of[place]:
        if kind == FS:
            finish = late[after] - givens[after].days - lag
        elif kind == FF:
            finish = late[after] - lag
        elif kind == SF:
            finish = late[after] - lag + days
        else:
            finish = late[after] - givens[after].days - lag + days
        least = min(least, finish)
    if place == launch:
        least = min(least, days)  # launch day is day 0 and does not give way
    if limits:
        least = min(least, givens[place].limit)
    return least


def room(frame: Frame, found: Forward, place: int) -> int:
    """Return how far one place can slip before anything behind it, launch day or the end has to move.

    Its own latest day bounds it too.
    """
    network, givens, end, launch = frame
    starts = found.starts
    start, finish = starts[place], found.finishes[place]
    least = min(end, givens[place].limit) - finish
    if place == launch:
        least = min(least, -start)
    for after, kind, lag, _link in network.out_of[place]:
        asked = lag + (finish if kind in _FROM_FINISH else start)
        if kind in _TO_FINISH:
            asked -= givens[after].days
        least = min(least, starts[after] - asked)
    return least
