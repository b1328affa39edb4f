"""One row of the timeline: its title and owner, its bar or capsule, and the words beside them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from launchplanner.checks import Context
from launchplanner.plan.batons import MAIN, Baton
from launchplanner.plan.edits import Pass
from launchplanner.plan.plan import BATON, PHASE, TASK
from launchplanner.plan.protocol import CHANGED, DISPUTED, OFFERED, READ_BACK, READING, RETURNED
from launchplanner.plan.work import ACTIVE, DROPPED, Task
from launchplanner.plan.workdays import week_of
from launchplanner.reports.timeline_head import lead_family
from launchplanner.reports.timeline_order import Ref
from launchplanner.reports.timeline_owners import Owners, owners_of_baton, owners_of_task
from launchplanner.words import _, ngettext

BarState = Literal["planned", "running", "done", "nobody", "several"]
Tone = Literal["neutral", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A task's bar, from its first day to the day after its last; a milestone has no length.

    `progress` is from 0 to 1. `family` is the colour of who leads the phase.
    """

    start: int
    finish: int
    state: BarState
    progress: float
    family: str
    is_critical: bool


@dataclass(frozen=True, slots=True)
class Capsule:
    """A baton at the end of its planned day, with its exchange zone and the colours of giver and receiver."""

    id: str
    title: str
    at: int
    zone: tuple[int, int]
    giver: str
    receiver: str
    has_passed: bool
    is_main: bool


@dataclass(frozen=True, slots=True)
class PhaseBar:
    """A phase's thin bar, faded when all its work is settled."""

    start: int
    finish: int
    family: str
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a bar or capsule."""

    text: str
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows.

    `note` stands quietly behind the title. `lead` is who leads a phase, in the colour `family`. `mark` is the worst
    severity found on the part. `capsules` holds a baton's own, or those of a phase that is folded.
    """

    ref: Ref
    title: str
    note: str = ""
    lead: str = ""
    family: str = ""
    owners: Owners | None = None
    bar: Bar | None = None
    phase: PhaseBar | None = None
    capsules: tuple[Capsule, ...] = ()
    label: Label | None = None
    mark: str = ""
    is_settled: bool = False
    is_dropped: bool = False
    is_folded: bool = False


def task_row(context: Context, key: str, mark: str) -> Row:
    """Return the row of a task; `mark` is the worst severity of what was found on it."""
    task = context.plan.tasks[key]
    owners = owners_of_task(context, key)
    span = context.schedule.spans[key]
    lead = context.plan.phases[task.phase].lead if task.phase in context.plan.phases else ""
    bar = Bar(
        start=span.start,
        finish=span.finish,
        state=_state(task, owners),
        progress=task.progress / 100,
        family=lead_family(context, lead),
        is_critical=key in context.schedule.critical,
    )
    return Row(
        ref=Ref(TASK, key),
        title=task.title,
        owners=owners,
        bar=bar,
        label=_task_label(context, key, owners),
        mark=mark,
        is_settled=task.is_settled,
        is_dropped=task.status == DROPPED,
    )


def _state(task: Task, owners: Owners) -> BarState:
    if task.is_settled:
        return "done"
    if owners.holding in {"nobody", "several"}:
        return "several" if owners.holding == "several" else "nobody"
    return "running" if task.status == ACTIVE or task.progress else "planned"


def _task_label(context: Context, key: str, owners: Owners) -> Label | None:
    task = context.plan.tasks[key]
    if task.is_settled:
        return None
    if owners.trouble:
        return Label(owners.trouble, "error" if owners.blocks else "warning")
    late = days_late(context, context.schedule.last_day(key))
    if late > 0:
        return Label(ngettext("{count} day late", "{count} days late", late).format(count=late), "error")
    return None


def days_late(context: Context, last_day: int) -> int:
    """Return for how many working days something should have been finished, counting today; 0 or less when in time."""
    return context.schedule.days.last_day_until(context.today) - last_day


def baton_row(context: Context, key: str, mark: str) -> Row:
    """Return the row of a baton; `mark` is the worst severity of what was found on it."""
    state = context.passing(key)
    return Row(
        ref=Ref(BATON, key),
        title=state.baton.title,
        owners=owners_of_baton(context, key),
        capsules=(capsule(context, key),),
        label=_baton_label(context, state),
        mark=mark,
        is_settled=state.standing.has_passed,
    )


def capsule(context: Context, key: str) -> Capsule:
    """Return a baton as it is drawn."""
    state = context.passing(key)
    baton = state.baton
    opens, closes = baton.zone
    return Capsule(
        id=key,
        title=baton.title,
        at=baton.day + 1,
        zone=(opens, closes + 1),
        giver=lead_family(context, baton.giver),
        receiver=lead_family(context, baton.receiver),
        has_passed=state.standing.has_passed,
        is_main=baton.kind == MAIN,
    )


def _baton_label(context: Context, state: Pass) -> Label:
    if state.standing.has_passed:
        return Label(_("accepted"))
    late = days_late(context, state.baton.day)
    if late > 0:
        return Label(ngettext("{count} day late", "{count} days late", late).format(count=late), "error")
    words = {
        OFFERED: _("handed over, not read back"),
        READING: _("handed over, being read"),
        READ_BACK: _("read back, not accepted"),
        RETURNED: _("returned"),
        CHANGED: _("changed since accepted"),
        DISPUTED: _("disputed"),
    }.get(state.standing.state)
    if words is not None:
        return Label(words, "neutral" if state.standing.is_on_offer else "warning")
    return Label(items_ready(state.baton))


def items_ready(baton: Baton) -> str:
    """Return how far a pack is, such as "3 of 5 items ready"."""
    if not baton.items:
        return _("no items yet")
    ready = sum(1 for item in baton.items.values() if item.is_settled)
    return ngettext("{ready} of {count} item ready", "{ready} of {count} items ready", len(baton.items)).format(
        ready=ready, count=len(baton.items)
    )


def phase_row(context: Context, key: str, mark: str, batons: Collection[str], *, is_folded: bool) -> Row:
    """Return the row of a phase; with its batons on the bar when it is folded."""
    tasks = context.lookup.tasks_of_phase[key]
    done = sum(1 for _key, task in tasks if task.is_settled)
    count = _("{done} of {count} done").format(done=done, count=len(tasks)) if tasks else _("no tasks yet")
    capsules = tuple(capsule(context, baton) for baton in batons) if is_folded else ()
    is_settled = bool(tasks) and done == len(tasks)
    phase = context.plan.phases.get(key)
    if phase is None:
        return Row(Ref(PHASE, key), _("No phase"), note=count, capsules=capsules, mark=mark, is_folded=is_folded)
    family = lead_family(context, phase.lead)
    return Row(
        ref=Ref(PHASE, key),
        title=phase.title,
        note=count if is_folded or not tasks else _weeks(context, phase.start, phase.end),
        lead=context.name(phase.lead) if phase.lead.strip() else _("nobody"),
        family=family,
        phase=PhaseBar(phase.start, phase.end, family, is_settled),
        capsules=capsules,
        mark=mark,
        is_settled=is_settled,
        is_folded=is_folded,
    )


def _weeks(context: Context, start: int, finish: int) -> str:
    days = context.schedule.days
    clock = days.date_of(context.plan.first)
    first, last = week_of(clock, days.date_of(start)), week_of(clock, days.date_of(finish - 1))
    if first == last:
        return _("week {week}").format(week=first)
    return _("weeks {first}–{last}").format(first=first, last=last)
