"""Repairs that several rules offer: moving work with what follows it, cutting links, new ids."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from launchplanner.checks.context import Context
from launchplanner.checks.finding import CHOICE, Fix
from launchplanner.plan.edits import Edit, GiveTo, PassOn, Place, Unlink
from launchplanner.plan.plan import Plan
from launchplanner.schedule import pushed, scheduled
from launchplanner.words import _, ngettext


@dataclass(frozen=True, slots=True)
class MoveAlong:
    """Put one task or baton on a working day, and move the tasks that must follow as far as they must.

    What follows is worked out when the edit is made, so that offering it costs nothing. The launch itself stays on its
    day: a rule says when what it waits for comes too late.
    """

    key: str
    day: int

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Move")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the part on its day.

        Raises:
            EditError: the part is not in the plan any more.
        """
        placed = Place(((self.key, self.day),)).apply(plan)
        schedule = scheduled(placed)
        follow = pushed(placed, schedule, {self.key: schedule.spans[self.key]})
        return Place(tuple(follow.items())).apply(placed) if follow else placed


def distinct(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Return the repairs, each outcome once: nobody could choose between two of the same.

    The first keeps its place, and the title that tells most, such as why this one is to own it, is kept.
    """
    offered: list[Fix] = []
    for fix in fixes:
        place = next((at for at, other in enumerate(offered) if _are_alike(fix, other)), None)
        if place is None:
            offered.append(fix)
        elif len(fix.title) > len(offered[place].title):
            offered[place] = fix
    return tuple(offered)


def _are_alike(one: Fix, other: Fix) -> bool:
    return one.title == other.title or one.edit == other.edit or _new_owner(one.edit) == _new_owner(other.edit) != ()


def _new_owner(edit: Edit) -> tuple[object, ...]:
    """Return which tasks an edit gives to whom; () for one that does anything else."""
    if isinstance(edit, GiveTo):
        return edit.tasks, edit.owner
    return ((edit.task,), edit.owner) if isinstance(edit, PassOn) else ()


def move(context: Context, key: str, day: int) -> Fix:
    """Return the repair that puts a task or baton on a working day; `day` is the pass day of a baton."""
    told = _("Move the pass to {day}") if key in context.plan.batons else _("Move to {day}")
    return Fix(told.format(day=context.day(day)), MoveAlong(key, day), CHOICE)


def cut(keys: Sequence[str], safety: str = CHOICE) -> Fix:
    """Return the repair that cuts links."""
    title = ngettext("Cut the link", "Cut {count} links", len(keys)).format(count=len(keys))
    return Fix(title, Unlink(tuple(keys)), safety)


def fresh_ids(context: Context, wish: str, count: int) -> tuple[str, ...]:
    """Return the first `count` of "SP1-2", "SP1-3" … that no task or baton has: the same for the same plan anywhere."""
    free = (key for number in itertools.count(2) if not context.has_work(key := f"{wish}-{number}"))
    return tuple(itertools.islice(free, count))
