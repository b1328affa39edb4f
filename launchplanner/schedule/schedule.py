"""Critical path method: when everything happens, and how far each part can slip before launch day slips.

All times are working days from launch day (day 0). A span is half open: a task of two days from day 3 finishes on 5,
the day after its last. A baton passes at the end of its planned day. Tasks with a day of their own keep it even when a
link asks for a later one: people pinned it, and a rule reports the difference with its repair.
Source: Kelley and Walker, "Critical-Path Planning and Scheduling", 1959.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, ON_DATE
from launchplanner.plan.workdays import Workdays
from launchplanner.schedule.network import in_order, latest_finish, required_start


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
class Schedule:
    """The dates and floats of a plan; all mappings are by the id of a task or baton.

    `allowed` is the first day that links allow, for those that wait. `driving` is the key of the link that asks for
    it. `total_float` is how many working days a part can slip before launch day, or the end of the clock, slips;
    negative when it is too late already. `launch_float` is the least of it on the way to launch day. `ranks`
    is an order in which each part comes after what it waits for.
    """

    days: Workdays
    spans: Mapping[str, Span]
    allowed: Mapping[str, int]
    driving: Mapping[str, str]
    total_float: Mapping[str, int]
    free_float: Mapping[str, int]
    critical: frozenset[str]
    rings: frozenset[str]
    launch_float: int
    batons: frozenset[str]
    ranks: Mapping[str, int]

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

    @property
    def critical_days(self) -> int:
        """Length of the critical path: working days from its first day to its last."""
        spans = [self.spans[key] for key in self.critical]
        return max(span.finish for span in spans) - min(span.start for span in spans) if spans else 0


def scheduled(plan: Plan, lookup: Lookup | None = None) -> Schedule:
    """Return the schedule of a plan. Never fails on a bad plan: what waits in a ring keeps its own day."""
    look = lookup or Lookup(plan)
    order, rings = in_order(look)
    spans, allowed, driving = _forward(look, order, rings)
    total, free = _backward(look, order, rings, spans)
    leading = _leading_to(look, plan.launch_task)
    return Schedule(
        days=look.days,
        spans=spans,
        allowed=allowed,
        driving=driving,
        total_float=total,
        free_float=free,
        critical=_critical(look, total, leading) - rings,
        rings=rings,
        launch_float=min((total[key] for key in leading), default=0),
        batons=frozenset(plan.batons),
        ranks={key: rank for rank, key in enumerate(order)},
    )


def _forward(
    look: Lookup, order: list[str], rings: frozenset[str]
) -> tuple[dict[str, Span], dict[str, int], dict[str, str]]:
    spans: dict[str, Span] = {}
    allowed: dict[str, int] = {}
    driving: dict[str, str] = {}
    for key in order:
        duration = look.plan.tasks[key].duration if key in look.plan.tasks else 0
        for link in look.into.get(key, ()):
            if rings.issuperset((key, link.predecessor)):
                continue
            before = spans[link.predecessor]
            asked = required_start(link, (before.start, before.finish), duration)
            if key not in allowed or asked > allowed[key]:
                allowed[key] = asked
                driving[key] = link.id
        start = _start(look, key, allowed.get(key))
        spans[key] = Span(start, start + duration)
    return spans, allowed, driving


def _start(look: Lookup, key: str, allowed: int | None) -> int:
    baton = look.plan.batons.get(key)
    if baton is not None:
        return baton.day + 1
    task = look.plan.tasks[key]
    if task.start.rule == AS_SOON_AS_POSSIBLE:
        if allowed is not None:
            return allowed
        phase = look.plan.phases.get(task.phase)
        return phase.start if phase is not None else look.plan.first
    if task.start.rule == ON_DATE and task.start.on is not None:
        return look.days.day_of(task.start.on)
    return task.start.days


def _backward(
    look: Lookup, order: list[str], rings: frozenset[str], spans: Mapping[str, Span]
) -> tuple[dict[str, int], dict[str, int]]:
    end = max((look.plan.end, *(span.finish for key, span in spans.items() if key not in rings)))
    late: dict[str, int] = {}
    free: dict[str, int] = {}
    for key in reversed(order):
        span = spans[key]
        latest, room = end, end - span.finish
        for link in look.out_of.get(key, ()):
            if rings.issuperset((key, link.successor)):
                continue
            after = spans[link.successor]
            finish = late[link.successor]
            latest = min(latest, latest_finish(link, (finish - after.days, finish), span.days))
            room = min(room, after.start - required_start(link, (span.start, span.finish), after.days))
        if key == look.plan.launch_task:
            latest = min(latest, span.days)  # launch day is day 0 and does not give way
            room = min(room, span.days - span.finish)
        late[key] = latest
        free[key] = room
    return {key: late[key] - spans[key].finish for key in order}, free


def _critical(look: Lookup, total: Mapping[str, int], leading: frozenset[str]) -> frozenset[str]:
    """Return the critical path.

    In a plan whose starts are pinned, slack gathers along the way and may leave no float of zero at all. So the path
    is followed from launch day backwards, at each step to whatever has the least float: where a slip is felt first.
    Without pins these are exactly the parts without float. After launch day, the parts without float are critical.
    """
    found = {key for key, slack in total.items() if slack < 0 or (slack == 0 and key not in leading)}
    waiting = [look.plan.launch_task] if leading else []
    met = set(waiting)
    while waiting:
        before = {link.predecessor for link in look.into.get(waiting.pop(), ())}
        least = min((total[key] for key in before), default=0)
        nearest = {key for key in before if total[key] == least} - met
        met |= nearest
        waiting.extend(nearest)
    return frozenset(found | met)


def _leading_to(look: Lookup, goal: str) -> frozenset[str]:
    if goal not in look.plan.tasks:
        return frozenset()
    waiting, met = [goal], {goal}
    while waiting:
        for link in look.into.get(waiting.pop(), ()):
            if link.predecessor not in met:
                met.add(link.predecessor)
                waiting.append(link.predecessor)
    met.discard(goal)
    return frozenset(met)
