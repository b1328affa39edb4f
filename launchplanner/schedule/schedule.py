"""Critical path method: when everything happens, and how far each part can slip before launch day slips.

All times are working days from launch day (day 0). A span is half open: a task of two days from day 3 finishes on 5,
the day after its last. A baton passes at the end of its planned day. Tasks with a day of their own keep it even when a
link asks for a later one: people pinned it, and a rule reports the difference with its repair. Likewise a latest day
bounds the float and never the dates: links win, and a rule says what is missed. A task as late as possible uses up its
free float and no more, so that nothing behind it moves.
Source: Kelley and Walker, "Critical-Path Planning and Scheduling", 1959.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.plan.workdays import Workdays, workdays
from launchplanner.schedule.network import Network, network_of
from launchplanner.schedule.passes import NEVER, Forward, Frame, Given, backward, forward, given, put_late, room


@dataclass(frozen=True, slots=True)
class Span:
    """First day, and the day after the last, in working days from launch day."""

    start: int
    finish: int

    @property
    def days(self) -> int:
        """Length in working days; 0 for a milestone or baton."""
        return self.finish - self.start


@dataclass(frozen=True, slots=True)
class Work:
    """What a schedule was worked out from and on the way, by the places of the network.

    It is plain if no task is to be as late as possible and none names a latest day.
    """

    frame: Frame
    found: Forward
    late: Sequence[int]
    leading: frozenset[int]
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """The dates and floats of a plan; all mappings are by the id of a task or baton.

    `allowed` is the first day that links allow, for those that wait. `driving` is the key of the link that asks for
    it. `early` is the first day on which a task could start that is to be as late as possible. `total_float` is how
    many working days a part can slip before launch day, the end of the clock or its own latest day is missed;
    negative when it is too late already. `launch_float` is the least slack on the way to launch day. `ranks`
    is an order in which each part comes after what it waits for. `work` is what the next schedule is made from.
    """

    days: Workdays
    spans: Mapping[str, Span]
    allowed: Mapping[str, int]
    driving: Mapping[str, str]
    early: Mapping[str, int]
    total_float: Mapping[str, int]
    free_float: Mapping[str, int]
    critical: frozenset[str]
    rings: frozenset[str]
    launch_float: int
    batons: frozenset[str]
    ranks: Mapping[str, int] = field(compare=False)
    work: Work = field(compare=False, repr=False)

    def first_date(self, key: str) -> date:
        """Return the calendar day on which a task starts, or on which a baton is passed."""
        return self.days.date_of(self.first_day(key))

    def last_date(self, key: str) -> date:
        """Return the last calendar day of a task; the same as the first for a milestone or baton."""
        return self.days.date_of(self.last_day(key))

    def first_day(self, key: str) -> int:
        """Return the working day on which a task starts, or on which a baton is passed."""
        span = self.spans[key]
        return span.start - 1 if key in self.batons else span.start

    def last_day(self, key: str) -> int:
        """Return the last working day of a task; the same as the first for a milestone or baton."""
        span = self.spans[key]
        return span.finish - 1 if span.days else self.first_day(key)

    def early_span(self, key: str) -> Span:
        """Return the first days on which a part can happen."""
        span = self.spans[key]
        start = self.early.get(key, span.start)
        return Span(start, start + span.days)

    def late_span(self, key: str) -> Span:
        """Return the last days on which a part can happen with launch day still met."""
        span, slack = self.spans[key], self.total_float[key]
        return Span(span.start + slack, span.finish + slack)

    @property
    def critical_days(self) -> int:
        """Length of the critical path: working days from its first day to its last."""
        spans = [self.spans[key] for key in self.critical]
        return max(span.finish for span in spans) - min(span.start for span in spans) if spans else 0


def scheduled(plan: Plan, lookup: Lookup | None = None) -> Schedule:
    """Return the schedule of a plan. Never fails on a bad plan: what waits in a ring keeps its own day."""
    return schedule_of(plan, network_of(plan, lookup))


def schedule_of(plan: Plan, network: Network) -> Schedule:
    """Return the schedule of a plan whose network is known."""
    days = workdays(plan.calendar, plan.launch_day)
    givens = [given(plan, days, key) for key in network.keys]
    return completed(plan, network, givens, forward(network, givens))


def completed(plan: Plan, network: Network, givens: Sequence[Given], found: Forward) -> Schedule:
    """Return the schedule of a plan whose forward pass is known."""
    launch = network.place.get(plan.launch_task, -1) if plan.launch_task in plan.tasks else -1
    has_late = any(own.late for own in givens)
    has_limits = any(own.limit < NEVER for own in givens)
    early = put_late(network, givens, found, launch) if has_late else {}
    frame = Frame(network, givens, end_of(plan, network, found), launch)
    late = backward(frame, limits=True)
    unlimited = backward(frame, limits=False) if has_limits else late
    leading = network.leading_to(plan.launch_task) if launch >= 0 else frozenset[int]()
    keys, finishes = network.keys, found.finishes
    total = [latest - finish for latest, finish in zip(late, finishes, strict=True)]
    return Schedule(
        days=workdays(plan.calendar, plan.launch_day),
        spans=dict(zip(keys, map(Span, found.starts, finishes), strict=True)),
        allowed={key: day for key, day in zip(keys, found.allowed, strict=True) if day is not None},
        driving={key: link for key, link in zip(keys, found.driving, strict=True) if link},
        early={keys[place]: day for place, day in early.items()},
        total_float=dict(zip(keys, total, strict=True)),
        free_float={key: room(frame, found, place) for place, key in enumerate(keys)},
        critical=critical_path(network, total, leading, launch),
        rings=network.rings,
        launch_float=min((unlimited[place] - finishes[place] for place in leading), default=0),
        batons=frozenset(plan.batons),
        ranks=network.place,
        work=Work(frame, found, late, leading, is_plain=not has_late and not has_limits),
    )


def end_of(plan: Plan, network: Network, found: Forward) -> int:
    """Return the day after the last of all: the end of the clock, or of what lasts longer. Rings do not count."""
    if not network.rings:
        return max((plan.end, *found.finishes))
    ends = zip(network.keys, found.finishes, strict=True)
    return max((plan.end, *(day for key, day in ends if key not in network.rings)))


def critical_path(network: Network, total: Sequence[int], leading: Set[int], launch: int) -> frozenset[str]:
    """Return the critical path.

    In a plan whose starts are pinned, slack gathers along the way and may leave no float of zero at all. So the path
    is followed from launch day backwards, at each step to whatever has the least float: where a slip is felt first.
    Without pins these are exactly the parts without float. After launch day, the parts without float are critical.
    """
    found = {place for place, slack in enumerate(total) if slack < 0 or (slack == 0 and place not in leading)}
    waiting = [launch] if leading else []
    met = set(waiting)
    while waiting:
        before = {edge[0] for edge in network.into[waiting.pop()]}
        least = min((total[place] for place in before), default=0)
        nearest = {place for place in before if total[place] == least} - met
        met |= nearest
        waiting.extend(nearest)
    return frozenset(network.keys[place] for place in found | met) - network.rings
