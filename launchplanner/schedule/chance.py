"""The chance of making it: launch day and each baton's day, drawn many times over from how long work may take.

A task with three estimates takes a whole number of working days drawn from the PERT form of the beta distribution;
all others take what they are planned to take. Each draw runs forward as the forecast does. Every task draws from a
row of its own, named by the seed and its id: the same seed gives the same days on any machine, and a change of one
task leaves the luck of all others as it was.

All runs go through the network together, place by place: a column is the value in each run, or one number where that
is the same in all.
Sources: Malcolm and others, "Application of a Technique for Research and Development Program Evaluation", 1959, for
the distribution; Van Slyke, "Monte Carlo Methods and the PERT Problem", 1963, for the runs and the criticality index;
Project Management Institute, "PMBOK Guide", 2004, for the sensitivity index.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from operator import eq
from random import Random
from typing import Final

from launchplanner.plan.plan import Plan
from launchplanner.plan.work import Task
from launchplanner.schedule.network import FF, FS, SS
from launchplanner.schedule.progress import Outlook, outlook_of, passed_on
from launchplanner.schedule.schedule import Schedule

RUNS: Final = 10_000
SEED: Final = 1
_Column = int | list[int]
_STEPS: Final = 512
_QUANTILES: Final = 1024
_WEIGHT: Final = 4
"""How much more the likely value counts than the two ends."""


@dataclass(frozen=True, slots=True)
class Days:
    """Working days from launch day by which something happens in 50, 80 and 95 of 100 runs, and on average."""

    p50: int
    p80: int
    p95: int
    mean: float


@dataclass(frozen=True, slots=True)
class Driver:
    """A task that drives launch day.

    `criticality` is the share of runs in which a day more of it is a day more at launch, `sensitivity` that share
    times how much its length varies beside launch day itself.
    """

    task: str
    criticality: float
    sensitivity: float


@dataclass(frozen=True, slots=True)
class Chances:
    """What many runs come to. `on_time` is the share of runs that launch by launch day.

    `launch_days` counts the runs by the day of their launch. `drivers` come by sensitivity, then criticality, and hold
    whatever is ever critical. `estimated` is how many open tasks have estimates: without any, all runs are alike.
    """

    runs: int
    seed: int
    launch: Days
    on_time: float
    launch_days: Mapping[int, int]
    batons: Mapping[str, Days]
    drivers: tuple[Driver, ...]
    estimated: int


def chances(plan: Plan, schedule: Schedule, today: int, runs: int = RUNS, seed: int = SEED) -> Chances:
    """Return the chance of launch day and of each baton's day, as seen on a working day."""
    outlook = outlook_of(plan, schedule, today, passed_on(plan, schedule.days))
    lengths = _lengths(plan, outlook, runs, seed)
    starts, finishes = _forward(plan, outlook, lengths, today)
    keys = outlook.network.keys
    launch = outlook.network.place[plan.launch_task] if plan.launch_task in plan.tasks else -1
    launches = _whole(starts[launch] if launch >= 0 else 0, runs)
    counted: dict[int, int] = {}
    for day in sorted(launches):
        counted[day] = counted.get(day, 0) + 1
    drivers = _drivers(outlook, lengths, finishes, launch, _spread(launches)) if launch >= 0 else ()
    return Chances(
        runs=runs,
        seed=seed,
        launch=_days(launches),
        on_time=sum(count for day, count in counted.items() if day <= 0) / runs,
        launch_days=counted,
        batons={key: _days(_whole(starts[place], runs), -1) for place, key in enumerate(keys) if key in plan.batons},
        drivers=tuple(driver for driver in drivers if driver.task in plan.tasks),
        estimated=sum(1 for length in lengths if isinstance(length, list)),
    )


def _lengths(plan: Plan, outlook: Outlook, runs: int, seed: int) -> list[_Column]:
    found: list[_Column] = []
    for place, key in enumerate(outlook.network.keys):
        task = plan.tasks.get(key)
        quantiles = _quantiles(task) if task is not None and not task.is_settled else ()
        if task is None or not quantiles:
            found.append(task.days_left if task is not None and task.has_begun else outlook.lengths[place])
            continue
        quantiles = _share(quantiles, task)
        found.append(Random(f"{seed}:{key}").choices(quantiles, k=runs))  # noqa: S311 - luck, not secrecy
    return found


def _quantiles(task: Task) -> tuple[int, ...]:
    """Return how long a task may take; nothing where nobody said, or said so precisely that nothing varies."""
    if task.estimate is None:
        return ()
    least, likely, most = task.estimate.in_order
    return pert(least, likely, most) if least < most else ()


def _share(quantiles: Sequence[int], task: Task) -> Sequence[int]:
    """Return what is left of a task that has begun: of each length the same part as of the planned one, rounded up."""
    if not task.has_begun:
        return quantiles
    if not task.duration:
        return [task.days_left] * len(quantiles)
    return [-(-days * task.days_left // task.duration) for days in quantiles]


@lru_cache(maxsize=512)
def pert(least: int, likely: int, most: int) -> tuple[int, ...]:
    """Return evenly spaced quantiles of a length, in whole working days, by three estimates in order.

    The density is that of the beta distribution with the mean (least + 4 likely + most) / 6.
    """
    reach = most - least
    if not reach:
        return (least,)
    rise, fall = _WEIGHT * (likely - least) / reach, _WEIGHT * (most - likely) / reach
    points = [(step + 0.5) / _STEPS for step in range(_STEPS)]
    weights = [point**rise * (1 - point) ** fall for point in points]
    whole = sum(weights)
    found: list[int] = []
    place, below = 0, 0.0
    for number in range(_QUANTILES):
        wanted = (number + 0.5) / _QUANTILES * whole
        while below + weights[place] < wanted and place < _STEPS - 1:
            below += weights[place]
            place += 1
        within = min(max((wanted - below) / weights[place], 0.0), 1.0) if weights[place] else 0.5
        found.append(int(least + reach * (place + within) / _STEPS + 0.5))
    return tuple(found)


def _forward(
    plan: Plan, outlook: Outlook, lengths: Sequence[_Column], today: int
) -> tuple[list[_Column], list[_Column]]:
    """Return the columns of starts and finishes."""
    starts: list[_Column] = []
    finishes: list[_Column] = []
    for place, edges in enumerate(outlook.network.into):
        length = lengths[place]
        if place in outlook.fixed:
            start, finish = outlook.fixed[place]
            task = plan.tasks.get(outlook.network.keys[place])
            starts.append(start)
            is_open = task is not None and not task.is_settled
            finishes.append(_plus(length, max(start, today)) if is_open else finish)
            continue
        begin: _Column = outlook.floors[place]
        for before, kind, lag, _link in edges:
            if before in outlook.dropped:
                continue
            asked = _plus(finishes[before] if kind in (FS, FF) else starts[before], lag)
            if kind not in (FS, SS):
                asked = _minus(asked, length)
            begin = _later(begin, asked)
        starts.append(begin)
        finishes.append(_sum(begin, length))
    return starts, finishes


def _drivers(
    outlook: Outlook, lengths: Sequence[_Column], finishes: Sequence[_Column], launch: int, launch_spread: float
) -> tuple[Driver, ...]:
    """Return what drives launch day, by a pass backward from it through each run."""
    network = outlook.network
    late: dict[int, _Column] = {launch: finishes[launch]}
    found: list[Driver] = []
    for place in range(launch - 1, -1, -1):
        latest: _Column | None = None
        for after, kind, lag, _link in network.out_of[place]:
            if after not in late or after in outlook.fixed:
                continue
            needed = late[after] if kind not in (FS, SS) else _minus(late[after], lengths[after])
            if kind not in (FS, FF):
                needed = _sum(needed, lengths[place])
            needed = _plus(needed, -lag)
            latest = needed if latest is None else _earlier(latest, needed)
        if latest is None or place in outlook.dropped:
            continue
        late[place] = latest
        critical = _equal(latest, finishes[place])
        if critical:
            spread = _spread(lengths[place])
            sensitivity = critical * spread / launch_spread if launch_spread else 0.0
            found.append(Driver(network.keys[place], critical, sensitivity))
    return tuple(sorted(found, key=lambda driver: (-driver.sensitivity, -driver.criticality, driver.task)))


def _plus(column: _Column, number: int) -> _Column:
    if isinstance(column, int):
        return column + number
    return [value + number for value in column] if number else column


def _sum(one: _Column, other: _Column) -> _Column:
    if isinstance(one, int):
        return _plus(other, one)
    if isinstance(other, int):
        return _plus(one, other)
    return [first + second for first, second in zip(one, other, strict=True)]


def _minus(one: _Column, other: _Column) -> _Column:
    if isinstance(other, int):
        return _plus(one, -other)
    if isinstance(one, int):
        return [one - second for second in other]
    return [first - second for first, second in zip(one, other, strict=True)]


def _later(one: _Column, other: _Column) -> _Column:
    if isinstance(one, int):
        return max(one, other) if isinstance(other, int) else [value if value > one else one for value in other]
    if isinstance(other, int):
        return [value if value > other else other for value in one]
    return [first if first > second else second for first, second in zip(one, other, strict=True)]


def _earlier(one: _Column, other: _Column) -> _Column:
    if isinstance(one, int):
        return min(one, other) if isinstance(other, int) else [value if value < one else one for value in other]
    if isinstance(other, int):
        return [value if value < other else other for value in one]
    return [first if first < second else second for first, second in zip(one, other, strict=True)]


def _equal(one: _Column, other: _Column) -> float:
    """Return the share of runs in which two columns hold the same."""
    if isinstance(one, int):
        return float(one == other) if isinstance(other, int) else other.count(one) / len(other)
    if isinstance(other, int):
        return one.count(other) / len(one)
    return sum(map(eq, one, other)) / len(one)


def _whole(column: _Column, runs: int) -> list[int]:
    return [column] * runs if isinstance(column, int) else column


def _spread(column: _Column) -> float:
    """Return the standard deviation over the runs."""
    if isinstance(column, int):
        return 0.0
    mean = sum(column) / len(column)
    return sqrt(max(sum(value * value for value in column) / len(column) - mean * mean, 0.0))


def _days(column: list[int], shift: int = 0) -> Days:
    """Return the quantiles of a column; `shift` turns the day after a pass into the day of the pass."""
    ordered = sorted(column)
    count = len(ordered)
    p50, p80, p95 = (ordered[-(-count * share // 100) - 1] + shift for share in (50, 80, 95))
    return Days(p50, p80, p95, sum(ordered) / count + shift)
