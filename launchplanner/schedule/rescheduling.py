"""The schedule after an edit, from the one before: only what the edit reaches is worked out anew.

It is equal to the schedule from nothing; where that cannot be had for less, it is the schedule from nothing.
"""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import Final, NamedTuple, TypeVar

from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import Dependency
from launchplanner.plan.workdays import workdays
from launchplanner.schedule.network import Edge, Network, kind_of
from launchplanner.schedule.passes import NEVER, Forward, Frame, Given, asked_by, given, latest, room
from launchplanner.schedule.schedule import (
    Schedule,
    Span,
    Work,
    completed,
    critical_path,
    end_of,
    schedule_of,
    scheduled,
)

_FAR: Final = 4
"""When a quarter of the plan has been visited, one sweep over all of it is cheaper."""
_Value = TypeVar("_Value")


def rescheduled(plan: Plan, before: Plan, schedule: Schedule) -> Schedule:
    """Return the schedule of `plan`, given that `schedule` is the one of `before`."""
    parts = _touched_parts(plan, before)
    links = _touched(plan.dependencies, before.dependencies)
    if parts is None or links is None:
        return scheduled(plan)
    network = schedule.work.frame.network
    relinked = _relinked(plan, before, network, links) if links else network
    if relinked is None:
        return scheduled(plan)
    if not schedule.work.is_plain or _frame_of(plan) != _frame_of(before):
        return schedule_of(plan, relinked)
    ends = [link for key in links if (link := before.dependencies.get(key) or plan.dependencies.get(key)) is not None]
    return _Rescheduling(plan, schedule, relinked).after(
        [network.place[key] for key in parts],
        [(network.place[link.predecessor], network.place[link.successor]) for link in ends],
    )


def _frame_of(plan: Plan) -> tuple[object, ...]:
    """Return what dates all of a plan, beside its tasks, batons and links."""
    return plan.launch_day, plan.calendar, plan.phases, plan.first, plan.days, plan.launch_task


def _touched(new: Table[_Value], old: Table[_Value]) -> frozenset[str] | None:
    keys = new.touched_since(old)
    return keys if keys is not None else old.touched_since(new)


def _touched_parts(plan: Plan, before: Plan) -> frozenset[str] | None:
    """Return the ids of the tasks and batons that may differ; None if not known, or if some came or went."""
    tasks, batons = _touched(plan.tasks, before.tasks), _touched(plan.batons, before.batons)
    if tasks is None or batons is None:
        return None
    for keys, new, old in ((tasks, plan.tasks, before.tasks), (batons, plan.batons, before.batons)):
        if any((key in new) != (key in old) for key in keys):
            return None
    there = plan.tasks, plan.batons
    return frozenset(key for key in tasks | batons if any(key in table for table in there))


def _is_in(network: Network, link: Dependency) -> bool:
    return link.predecessor in network.place and link.successor in network.place


def _relinked(plan: Plan, before: Plan, network: Network, links: Iterable[str]) -> Network | None:
    """Return the network with some links as they are in `plan`; None if its order no longer holds."""
    if network.rings:
        return None
    into, out_of = list(network.into), list(network.out_of)
    for key in links:
        old, new = before.dependencies.get(key), plan.dependencies.get(key)
        for link in (old, new):
            if link is not None and (link.id != key or not _is_in(network, link)):
                return None
        one = new or old
        if one is None:
            continue
        predecessor, successor = network.place[one.predecessor], network.place[one.successor]
        if predecessor >= successor:
            return None
        into[successor] = _with_edge(into[successor], key, predecessor, new)
        out_of[predecessor] = _with_edge(out_of[predecessor], key, successor, new)
    return Network(network.keys, network.place, into, out_of, network.rings)


def _with_edge(edges: tuple[Edge, ...], key: str, far: int, link: Dependency | None) -> tuple[Edge, ...]:
    kept = [edge for edge in edges if edge[3] != key]
    if link is not None:
        kept.append((far, kind_of(link), link.lag, key))
        kept.sort(key=lambda edge: edge[3])
    return tuple(kept)


class _Moved(NamedTuple):
    """Places whose days changed, and those for which links ask something else."""

    days: list[int]
    asked: list[int]


class _Rescheduling:
    """One schedule on its way into the next."""

    def __init__(self, plan: Plan, schedule: Schedule, network: Network) -> None:
        self.plan = plan
        self.schedule = schedule
        self.network = network
        old = schedule.work
        self.givens = list(old.frame.givens)
        starts, finishes, allowed, driving = old.found
        self.found = Forward(list(starts), list(finishes), list(allowed), list(driving))
        self.late = list(old.late)

    def after(self, parts: Sequence[int], links: Sequence[tuple[int, int]]) -> Schedule:
        """Return the schedule after parts and links at these places have changed."""
        days = workdays(self.plan.calendar, self.plan.launch_day)
        resized: set[int] = set()
        for place in parts:
            own = given(self.plan, days, self.network.keys[place])
            if own.days != self.givens[place].days:
                resized.add(place)
            self.givens[place] = own
        if any(_is_bounded(self.givens[place]) for place in parts):
            return schedule_of(self.plan, self.network)
        moved = self._forward({*parts, *(after for _before, after in links)})
        if moved is None:
            return schedule_of(self.plan, self.network)
        end = end_of(self.plan, self.network, self.found)
        if end != self.schedule.work.frame.end:
            return completed(self.plan, self.network, self.givens, self.found)
        frame = Frame(self.network, self.givens, end, self.schedule.work.frame.launch)
        reached = resized | {before for before, _after in links}
        loosened = self._backward(frame, reached | self._before(resized))
        return self._made(frame, moved, loosened, {*moved.days, *reached, *self._before([*moved.days, *resized])})

    def _forward(self, seeds: set[int]) -> _Moved | None:
        """Work forward from some places; None when so much moves that a sweep is cheaper."""
        starts, finishes, allowed, driving = self.found
        waiting, queued = list(seeds), set(seeds)
        heapify(waiting)
        moved = _Moved([], [])
        visits = 0
        while waiting:
            place = heappop(waiting)
            visits += 1
            if visits * _FAR > len(starts) and visits > _FAR:
                return None
            own, edges = self.givens[place], self.network.into[place]
            asked, link = asked_by(edges, starts, finishes, own.days) if edges else (None, "")
            if asked != allowed[place] or link != driving[place]:
                allowed[place], driving[place] = asked, link
                moved.asked.append(place)
            start = own.own
            if start is None:
                start = max(own.base if asked is None else asked, own.floor)
            if start != starts[place] or start + own.days != finishes[place]:
                starts[place], finishes[place] = start, start + own.days
                moved.days.append(place)
                for after, *_rest in self.network.out_of[place]:
                    if after not in queued:
                        queued.add(after)
                        heappush(waiting, after)
        return moved

    def _backward(self, frame: Frame, seeds: set[int]) -> set[int]:
        """Work backward from some places, and return those whose latest finish changed."""
        waiting, queued = [-place for place in seeds], set(seeds)
        heapify(waiting)
        changed: set[int] = set()
        while waiting:
            place = -heappop(waiting)
            finish = latest(frame, self.late, place, limits=True)
            if finish == self.late[place]:
                continue
            self.late[place] = finish
            changed.add(place)
            for before, *_rest in self.network.into[place]:
                if before not in queued:
                    queued.add(before)
                    heappush(waiting, -before)
        return changed

    def _before(self, places: Iterable[int]) -> set[int]:
        return {edge[0] for place in places for edge in self.network.into[place]}

    def _made(self, frame: Frame, moved: _Moved, loosened: set[int], roomed: set[int]) -> Schedule:
        old, keys, found = self.schedule, self.network.keys, self.found
        spans, allowed, driving = dict(old.spans), dict(old.allowed), dict(old.driving)
        total, free = dict(old.total_float), dict(old.free_float)
        for place in moved.days:
            spans[keys[place]] = Span(found.starts[place], found.finishes[place])
        for place in moved.asked:
            asked = found.allowed[place]
            if asked is None:
                allowed.pop(keys[place], None)
                driving.pop(keys[place], None)
            else:
                allowed[keys[place]] = asked
                driving[keys[place]] = found.driving[place]
        for place in (*moved.days, *loosened):
            total[keys[place]] = self.late[place] - found.finishes[place]
        for place in roomed:
            free[keys[place]] = room(frame, found, place)
        leading = old.work.leading
        if self.network is not old.work.frame.network and frame.launch >= 0:
            leading = self.network.leading_to(self.plan.launch_task)
        slack = [late - finish for late, finish in zip(self.late, found.finishes, strict=True)]
        return Schedule(
            days=old.days,
            spans=spans,
            allowed=allowed,
            driving=driving,
            early=old.early,
            total_float=total,
            free_float=free,
            critical=critical_path(self.network, slack, leading, frame.launch),
            rings=old.rings,
            launch_float=min((slack[place] for place in leading), default=0),
            batons=old.batons,
            ranks=self.network.place,
            work=Work(frame, found, self.late, leading, is_plain=True),
        )


def _is_bounded(own: Given) -> bool:
    return own.late or own.limit < NEVER
