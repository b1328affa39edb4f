"""What would have to be true for a launch day that cannot be met: the fewest changes found that make it fit.

Only what has least float on the way to launch day is looked at, since nothing else can help. Each change is tried on
the plan and counts for what it really brings; the best is taken, and so on until launch day is met. At the end each
change that turned out not to be needed is taken out again. This is greedy: the list is short, and every change in it
is needed, but there may be a shorter one.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

from launchplanner.plan.edits import Edit, EditError, Link, MoveTo, Remove, SetDuration, Together
from launchplanner.plan.plan import TASK, Plan
from launchplanner.plan.work import FINISH_TO_START
from launchplanner.schedule.rescheduling import rescheduled
from launchplanner.schedule.schedule import Schedule, scheduled
from launchplanner.words import _, in_words, ngettext, quoted, short_day

MOST_CHANGES: Final = 8
MOST_TRIED: Final = 40
"""Changes that are tried for each step, those of the latest parts first."""
_LOWEST_TIER: Final = 3

PULL_IN: Final = "pull in"
CUT_LAG: Final = "cut lag"
SHORTEN: Final = "shorten"
MOVE_BATON: Final = "move the baton"
OVERLAP: Final = "overlap"
LEAVE_OUT: Final = "leave out"
KINDS: Final = (PULL_IN, CUT_LAG, MOVE_BATON, SHORTEN, OVERLAP, LEAVE_OUT)
"""From what costs least to what costs most."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change: what would be so, in a few words, and the edit that makes it so."""

    kind: str
    part: str
    text: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Remedy:
    """Changes that together make launch day fit, in the order in which they help.

    `missing` is how many working days were missing, `left` how many still are: more than 0 where no more changes were
    found, or where `is_capped` says that the search ended before.
    """

    changes: tuple[Proposal, ...]
    missing: int
    left: int
    is_capped: bool = False

    @property
    def fits(self) -> bool:
        """Whether launch day is met with them."""
        return self.left <= 0

    @property
    def edit(self) -> Together:
        """All of them as one step."""
        return Together(_("Make launch day fit"), tuple(change.edit for change in self.changes))


def remedy(plan: Plan, schedule: Schedule, today: int | None = None) -> Remedy:
    """Return the fewest changes found with which launch day is met; none if it is met already.

    Args:
        plan: the plan.
        schedule: its schedule.
        today: the working day before which nothing can be pulled in, if that matters.
    """
    missing = max(-schedule.launch_float, 0)
    taken: list[Proposal] = []
    here, now = plan, schedule
    while now.launch_float < 0 and len(taken) < MOST_CHANGES:
        best = _best(here, now, today, {(change.kind, change.part) for change in taken})
        if best is None:
            break
        change, here, now = best
        taken.append(change)
    needed = _needed(plan, taken) if now.launch_float >= 0 else taken
    return Remedy(tuple(needed), missing, max(-now.launch_float, 0), len(taken) == MOST_CHANGES)


def proposals(plan: Plan, schedule: Schedule, today: int | None = None) -> Iterator[Proposal]:
    """Yield single changes to what has least float on the way to launch day, the latest parts first.

    Whether one of them helps has to be tried: another way may be as long.
    """
    tight = _tight(plan, schedule)
    missing = max(-schedule.launch_float, 0)
    for key in tight:
        yield from _of_links(plan, schedule, key, missing, set(tight))
        task = plan.tasks.get(key)
        if task is None:
            yield from _of_baton(plan, schedule, key, missing)
        elif not task.is_settled:
            yield from _of_task(plan, schedule, key, missing, today)


def helpful(plan: Plan, schedule: Schedule, most: int, today: int | None = None) -> list[Proposal]:
    """Return up to `most` single changes each of which brings launch day nearer, the most helpful first."""
    tried = [(change, gain) for change, gain, *_after in _tried(plan, schedule, today) if gain[0] > 0]
    tried.sort(key=lambda entry: (-entry[1][0], KINDS.index(entry[0].kind)))
    return [change for change, _gain in tried[:most]]


def _best(
    plan: Plan, schedule: Schedule, today: int | None, taken: Set[tuple[str, str]]
) -> tuple[Proposal, Plan, Schedule] | None:
    """Return the change that brings most, or frees most parts of the tightest way; None if none does either.

    The same is not done twice to one part: work can be made shorter, and not again and again.
    """
    found = ((entry[0].kind, entry[0].part, entry) for entry in _tried(plan, schedule, today))
    tried = [entry for kind, part, entry in found if entry[1] > (0, 0) and (kind, part) not in taken]
    if not tried:
        return None
    change, _gain, after, schedule = min(
        tried, key=lambda entry: (-entry[1][0], KINDS.index(entry[0].kind), -entry[1][1], entry[0].part)
    )
    return change, after, schedule


def _tried(
    plan: Plan, schedule: Schedule, today: int | None
) -> Iterator[tuple[Proposal, tuple[int, int], Plan, Schedule]]:
    """Yield changes with the days they bring, up to what is missing, and the parts they free, and what comes of it."""
    tight = len(_tight(plan, schedule))
    for number, change in enumerate(proposals(plan, schedule, today)):
        if number >= MOST_TRIED:
            return
        try:
            after = change.edit.apply(plan)
        except EditError:
            continue
        then = rescheduled(after, plan, schedule)
        days = min(then.launch_float, 0) - schedule.launch_float
        freed = tight - len(_tight(after, then)) if days == 0 else 0
        yield change, (days, freed), after, then


def _tight(plan: Plan, schedule: Schedule) -> list[str]:
    """Return what has least float on the way to launch day, the latest first."""
    if schedule.launch_float >= 0:
        return []
    keys, work = schedule.work.frame.network.keys, schedule.work
    found = [place for place in work.leading if schedule.total_float[keys[place]] <= schedule.launch_float]
    return [keys[place] for place in sorted(found, reverse=True)]


def _needed(plan: Plan, changes: Sequence[Proposal]) -> list[Proposal]:
    """Return the changes without those that the rest can do without."""
    kept = list(changes)
    for change in changes:
        fewer = [other for other in kept if other is not change]
        try:
            after = Together("", tuple(other.edit for other in fewer)).apply(plan)
        except EditError:
            continue
        if scheduled(after).launch_float >= 0:
            kept = fewer
    return kept


def _of_links(plan: Plan, schedule: Schedule, key: str, missing: int, tight: set[str]) -> Iterator[Proposal]:
    for _place, _kind, _lag, link_id in schedule.work.frame.network.out_of[schedule.ranks[key]]:
        link = plan.dependencies[link_id]
        if link.successor not in tight and link.successor != plan.launch_task:
            continue
        names = {"after": quoted(_title(plan, link.successor)), "before": quoted(_title(plan, key))}
        if link.lag > 0:
            lag = max(link.lag - missing, 0)
            edit = Link(link.predecessor, link.successor, link.type, lag)
            told = _("{after} waits {days} after {before}, instead of {lag}")
            yield Proposal(CUT_LAG, link.successor, told.format(**names, days=_days(lag), lag=_days(link.lag)), edit)
        elif link.type == FINISH_TO_START and link.successor in plan.tasks and link.successor != plan.launch_task:
            spare = schedule.spans[key].days // 2 + link.lag
            if spare > 0:
                early = min(missing, spare)
                edit = Link(link.predecessor, link.successor, link.type, link.lag - early)
                told = _("{after} may begin {days} before {before} is done")
                yield Proposal(OVERLAP, link.successor, told.format(**names, days=_days(early - link.lag)), edit)


def _of_baton(plan: Plan, schedule: Schedule, key: str, missing: int) -> Iterator[Proposal]:
    start = schedule.spans[key].start
    day = max(schedule.allowed.get(key, start), start - missing) - 1
    if day < plan.batons[key].day:
        told = _("{baton} passes on {day} instead of {planned}").format(
            baton=quoted(_title(plan, key)),
            day=short_day(schedule.days.date_of(day)),
            planned=short_day(schedule.first_date(key)),
        )
        yield Proposal(MOVE_BATON, key, told, MoveTo(((key, day),)))


def _of_task(plan: Plan, schedule: Schedule, key: str, missing: int, today: int | None) -> Iterator[Proposal]:
    task = plan.tasks[key]
    start = schedule.spans[key].start
    first = schedule.allowed.get(key, plan.first)
    day = max(first, start - missing, first if today is None else today)
    names = {"task": quoted(task.title)}
    if not task.start.is_driven and day < start and not task.has_begun:
        told = _("{task} starts on {day} instead of {planned}").format(
            **names, day=short_day(schedule.days.date_of(day)), planned=short_day(schedule.first_date(key))
        )
        yield Proposal(PULL_IN, key, told, MoveTo(((key, day),)))
    days = max(task.duration - missing, -(-task.duration // 2))
    if days < task.duration:
        told = _("{task} takes {days} instead of {planned}").format(
            **names, days=_days(days), planned=_days(task.duration)
        )
        yield Proposal(SHORTEN, key, told, SetDuration(key, days))
    if task.tiers and plan.tier < _LOWEST_TIER and plan.tier + 1 not in task.tiers:
        told = _("{task} is left out, as in tier {tier}").format(**names, tier=plan.tier + 1)
        yield Proposal(LEAVE_OUT, key, told, Remove(TASK, (key,)))


def _title(plan: Plan, key: str) -> str:
    return plan.tasks[key].title if key in plan.tasks else plan.batons[key].title


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=in_words(count))
