"""Ways in which the rest gives way when something moves: previews of what would move, and the one edit that moves it.

Batons and what is settled stay, and so does launch day: a pass is an appointment between people, and a rule says when
what it waits for comes too late. What has no day of its own follows its links by itself and needs no edit.
"""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from launchplanner.plan.edits import MoveTo, Together
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.schedule.network import required_start
from launchplanner.schedule.pushes import walked
from launchplanner.schedule.schedule import Schedule, Span
from launchplanner.words import _, ngettext

USE_BUFFERS: Final = "use buffers"
KEEP_BUFFERS: Final = "keep buffers"
KEEP_DISTANCES: Final = "keep distances"
WAYS: Final = (USE_BUFFERS, KEEP_BUFFERS, KEEP_DISTANCES)


@dataclass(frozen=True, slots=True)
class Shifted:
    """What would move: what people move themselves, what follows, and the edit that makes it so.

    `stuck` are the ids of what would have to follow and does not give way, a baton or launch day. `edit` is None if
    nothing would change.
    """

    moved: Mapping[str, Span]
    followers: Mapping[str, Span]
    stuck: frozenset[str]
    edit: Together | None = field(compare=False)


def shifted(
    plan: Plan, schedule: Schedule, moved: Mapping[str, Span], way: str = USE_BUFFERS, lookup: Lookup | None = None
) -> Shifted:
    """Return what follows when parts move, and the edit for all of it.

    Args:
        plan: the plan.
        schedule: its schedule.
        moved: where the parts that people move would stand. Only their days count: lengths stay.
        way: "use buffers" pushes only what a link would otherwise forbid, and only as far as it must. "keep buffers"
            pushes it as far as what it waits for moves, so that the days between stay. "keep distances" moves
            everything behind by the same days, earlier as well.
        lookup: the plan's lookup, if there is one.
    """
    look = lookup or Lookup(plan)
    starts = _followers(plan, schedule, moved, way, look)
    followers = {key: Span(start, start + schedule.spans[key].days) for key, start in starts.items()}
    spans = {**schedule.spans, **moved, **followers}
    stuck = _stuck(plan, schedule, look, spans, {*moved, *followers})
    return Shifted(moved, followers, stuck, _edit(plan, schedule, look, moved, followers))


def _followers(plan: Plan, schedule: Schedule, moved: Mapping[str, Span], way: str, look: Lookup) -> dict[str, int]:
    """Return the new first days of what follows. What stays ends the walk: nothing behind it has to move."""
    step = max((span.finish - schedule.spans[key].finish for key, span in moved.items()), key=abs, default=0)

    def start(key: str, spans: ChainMap[str, Span]) -> int:
        if way == KEEP_DISTANCES:
            return schedule.spans[key].start + step
        return _pushed(schedule, look, key, spans, way)

    return walked(plan, schedule, moved, look, start)


def _pushed(schedule: Schedule, look: Lookup, key: str, spans: Mapping[str, Span], way: str) -> int:
    """Return the first day of a task behind what has moved to `spans`; it never moves forward."""
    start = schedule.spans[key].start
    before, after = (_asked(schedule, look, key, days) for days in (schedule.spans, spans))
    if before is None or after is None or after <= before:
        return start
    return start + after - before if way == KEEP_BUFFERS else max(start, after)


def _asked(schedule: Schedule, look: Lookup, key: str, spans: Mapping[str, Span]) -> int | None:
    """Return the first day that links allow with parts on these days; None where no link counts."""
    days = schedule.spans[key].days
    return max(
        (
            required_start(link, (spans[link.predecessor].start, spans[link.predecessor].finish), days)
            for link in look.into.get(key, ())
            if not schedule.rings.issuperset((key, link.predecessor))
        ),
        default=None,
    )


def _stuck(
    plan: Plan, schedule: Schedule, look: Lookup, spans: Mapping[str, Span], touched: set[str]
) -> frozenset[str]:
    """Return what stands still though something that moved asks for a later day."""
    behind = {link.successor for key in touched for link in look.out_of.get(key, ())} - touched
    open_ends = {key for key in behind if key in plan.batons or not plan.tasks[key].is_settled}
    return frozenset(
        key
        for key in open_ends
        if (asked := _asked(schedule, look, key, spans)) is not None and asked > spans[key].start
        if key in plan.batons or key == plan.launch_task
    )


def _edit(
    plan: Plan, schedule: Schedule, look: Lookup, moved: Mapping[str, Span], followers: Mapping[str, Span]
) -> Together | None:
    put = {key: span for key, span in moved.items() if span.start != schedule.spans[key].start}
    put |= {key: span for key, span in followers.items() if not plan.tasks[key].start.is_driven}
    if not put:
        return None
    days = tuple((key, span.start - 1 if key in plan.batons else span.start) for key, span in put.items())
    name = ngettext("Move “{title}”", "Move {count} parts", len(moved)).format(
        title=look.title(next(iter(moved))), count=len(moved)
    )
    return Together(name, (MoveTo(days),))


def told(found: Shifted) -> str:
    """Return what follows, in a few words; "" for nothing."""
    count = len(found.followers)
    follow = ngettext("{count} task follows", "{count} tasks follow", count).format(count=count) if count else ""
    if not found.stuck:
        return follow
    stay = ngettext("{count} does not give way", "{count} do not give way", len(found.stuck)).format(
        count=len(found.stuck)
    )
    return _("{follow}, {stay}").format(follow=follow, stay=stay) if follow else stay
