"""Moving tasks and batons to other days while each task keeps the rule by which it gets its day."""

from dataclasses import dataclass

from launchplanner.plan.edits.base import changed
from launchplanner.plan.edits.links import title_of
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import (
    ANCHORED,
    FINISH_NO_EARLIER,
    MUST_FINISH,
    NO_EARLIER,
    ON_DATE,
    Start,
    Task,
)
from launchplanner.plan.workdays import Workdays, workdays
from launchplanner.words import ngettext

_NAMES_START = frozenset({ON_DATE, NO_EARLIER})
_NAMES_FINISH = frozenset({MUST_FINISH, FINISH_NO_EARLIER})


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Put tasks on first days and batons on pass days, each given as (id, working day from launch day).

    A date moves to another date, "T−14" to another count, "no earlier than" to another day. A task that has no day of
    its own, being as soon or as late as possible, gets one: from then on it moves with launch day.
    """

    days: tuple[tuple[str, int], ...]

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return ngettext("Move", "Move {count} parts", len(self.days)).format(count=len(self.days))

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with each on its day.

        Raises:
            EditError: one of them is not in the plan, or a day lies beyond the calendar.
        """
        tasks, batons = plan.tasks, plan.batons
        days = workdays(plan.calendar, plan.launch_day)
        for key, day in self.days:
            if key in batons:
                batons = batons.with_(key, changed(batons[key], {"day": day}))
            elif key in tasks:
                tasks = tasks.with_(key, changed(tasks[key], {"start": shifted(tasks[key], day, days)}))
            else:
                title_of(plan, key)
        return plan.replace(tasks=tasks, batons=batons)


def shifted(task: Task, day: int, days: Workdays) -> Start:
    """Return the rule of a task with a day by which it starts on working day `day`.

    Raises:
        EditError: the day lies beyond the calendar.
    """
    if task.start.rule in _NAMES_START:
        named = day
    elif task.start.rule in _NAMES_FINISH:
        named = day + max(task.duration, 1) - 1
    else:
        return changed(Start(), {"rule": ANCHORED, "days": day})
    return changed(task.start, {"days": named} if task.start.on is None else {"on": days.date_of(named)})
