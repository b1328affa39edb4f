"""What moving, stretching and linking on the timeline come to: where things would stand, what follows, and the edit."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from launchplanner.checks import Context
from launchplanner.plan.edits import Edit, Link, MoveTo, Remove, Resize, SetDuration, Together
from launchplanner.plan.edits.base import table_of
from launchplanner.plan.plan import BATON, PHASE, TASK
from launchplanner.plan.work import ANCHORED
from launchplanner.reports.timeline_order import Ref
from launchplanner.reports.timeline_words import pass_text, span_text
from launchplanner.schedule import Span, pushed
from launchplanner.words import _, ngettext

_REMOVED: Final = (TASK, BATON, PHASE)
"""The order in which parts are taken out."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of dates that is not made yet.

    `moved` are the parts that people move, `followers` those that links take along. `edit` is None when nothing
    would change. `text` names the new dates, `note` what follows.
    """

    moved: Mapping[str, Span]
    followers: Mapping[str, Span]
    edit: Edit | None = field(compare=False)
    text: str
    note: str


def moved_by(context: Context, keys: Collection[str], days: int, *, follow: bool = True) -> Shift:
    """Return what it comes to when tasks and batons move by some working days.

    Args:
        context: the plan with its schedule.
        keys: ids of tasks and batons; the first gives the text and the name.
        days: how far, negative for earlier.
        follow: whether tasks that wait for them move along as far as they must.
    """
    spans = context.schedule.spans
    moved = {key: Span(spans[key].start + days, spans[key].finish + days) for key in keys if key in spans}
    name = ngettext("Move “{title}”", "Move {count} parts", len(moved)).format(
        title=context.lookup.title(next(iter(moved), "")), count=len(moved)
    )
    return _shift(context, name, moved, placed(context, moved), follow=follow)


def stretched(context: Context, key: str, start: int, finish: int, *, follow: bool = True) -> Shift:
    """Return what it comes to when a task gets another first day or length; it keeps at least one day.

    Args:
        context: the plan with its schedule.
        key: id of the task.
        start: its first day.
        finish: the day after its last.
        follow: whether tasks that wait for it move along as far as they must.
    """
    before = context.schedule.spans[key]
    if start != before.start:
        start = min(start, finish - 1)
    span = Span(start, max(finish, start + 1))
    if span.start == before.start:
        edits: tuple[Edit, ...] = (
            SetDuration(key, span.days),
        )  # and it goes on starting as soon as possible, if that is its rule
    elif context.plan.tasks[key].start.rule != ANCHORED:
        edits = (SetDuration(key, span.days), *placed(context, {key: span}))
    else:
        edits = (Resize(TASK, key, span.start, span.days),)
    name = _("Change dates of “{title}”").format(title=context.plan.tasks[key].title)
    return _shift(context, name, {key: span}, edits if span != before else (), follow=follow)


def lengthened(context: Context, keys: Collection[str], days: int) -> Shift:
    """Return what it comes to when tasks take some working days more, or fewer; each keeps at least one.

    A milestone stays one unless it is lengthened. What waits moves along.
    """
    spans = context.schedule.spans
    moved: dict[str, Span] = {}
    edits: list[Edit] = []
    for key in keys:
        span = spans[key]
        length = max(span.days + days, min(span.days, 1))
        moved[key] = Span(span.start, span.start + length)
        if length != span.days:
            edits.append(SetDuration(key, length))
    name = ngettext("Change duration of “{title}”", "Change duration of {count} tasks", len(moved)).format(
        title=context.lookup.title(next(iter(moved), "")), count=len(moved)
    )
    return _shift(context, name, moved, tuple(edits), follow=True)


def placed(context: Context, spans: Mapping[str, Span]) -> tuple[Edit, ...]:
    """Return the edit that puts parts on new days, each task by the rule it has; none where all stand there."""
    days = tuple(
        (key, span.start - 1 if key in context.plan.batons else span.start)
        for key, span in spans.items()
        if span != context.schedule.spans[key]
    )
    return (MoveTo(days),) if days else ()


def linked(context: Context, predecessor: str, successor: str) -> Edit:
    """Return the edit that lets one part wait for another."""
    return Together(
        _("Link “{predecessor}” to “{successor}”").format(
            predecessor=context.lookup.title(predecessor), successor=context.lookup.title(successor)
        ),
        (Link(predecessor, successor),),
    )


def removed(context: Context, refs: Collection[Ref]) -> Edit | None:
    """Return the edit that takes parts out, or None when there is nothing to take out. Phases go last, when empty."""
    plan = context.plan
    chosen = [ref for ref in refs if ref.id in table_of(plan, ref.kind)]
    if not chosen:
        return None
    edits = tuple(
        Remove(kind, keys) for kind in _REMOVED if (keys := tuple(ref.id for ref in chosen if ref.kind == kind))
    )
    title = table_of(plan, chosen[0].kind)[chosen[0].id].title
    name = ngettext("Remove “{title}”", "Remove {count} parts", len(chosen)).format(title=title, count=len(chosen))
    return Together(name, edits)


def _shift(context: Context, name: str, moved: Mapping[str, Span], edits: tuple[Edit, ...], *, follow: bool) -> Shift:
    followers = _followers(context, moved) if follow and edits else {}
    if edits:
        edits = (*edits, *placed(context, {key: span for key, span in followers.items() if _is_put(context, key)}))
    return Shift(moved, followers, Together(name, edits) if edits else None, _text(context, moved), _note(followers))


def _followers(context: Context, moved: Mapping[str, Span]) -> dict[str, Span]:
    starts = pushed(context.plan, context.schedule, moved, context.lookup)
    return {key: Span(start, start + context.schedule.spans[key].days) for key, start in starts.items()}


def _is_put(context: Context, key: str) -> bool:
    """Say whether a follower has to be put on its new day; one that starts as soon as possible goes there by itself."""
    return not context.plan.tasks[key].start.is_driven


def _text(context: Context, moved: Mapping[str, Span]) -> str:
    if not moved:
        return ""
    key, span = next(iter(moved.items()))
    return pass_text(context, span.start - 1) if key in context.plan.batons else span_text(context, span)


def _note(followers: Mapping[str, Span]) -> str:
    count = len(followers)
    return ngettext("{count} task follows", "{count} tasks follow", count).format(count=count) if count else ""
