"""Moving work and batons along the clock."""

from dataclasses import dataclass

from launchplanner.plan.edits.base import EditError, changed, part_of
from launchplanner.plan.edits.links import title_of
from launchplanner.plan.plan import PHASE, TASK, Plan
from launchplanner.plan.work import Start
from launchplanner.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Place:
    """Put tasks and batons on days, each given as (id, working day from launch day)."""

    days: tuple[tuple[str, int], ...]

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return ngettext("Move", "Move {count} parts", len(self.days)).format(count=len(self.days))

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with each on its day, from where it moves with launch day.

        Raises:
            EditError: one of them is not in the plan, or a day lies beyond the calendar.
        """
        tasks, batons = plan.tasks, plan.batons
        for key, day in self.days:
            if key in batons:
                batons = batons.with_(key, changed(batons[key], {"day": day}))
            elif key in tasks:
                tasks = tasks.with_(key, changed(tasks[key], {"start": changed(Start(), {"days": day})}))
            else:
                title_of(plan, key)
        return plan.replace(tasks=tasks, batons=batons)


@dataclass(frozen=True, slots=True)
class SetDuration:
    """Change how long `task` takes, in working days; 0 makes it a milestone."""

    task: str
    days: int

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Change duration")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the task's duration changed.

        Raises:
            EditError: there is no such task, or `days` is below 0 or above 3650.
        """
        task = part_of(plan, TASK, self.task)
        if self.days < 0:
            raise EditError(_("“{task}” cannot take less than no time.").format(task=task.title))
        return plan.replace(tasks=plan.tasks.with_(self.task, changed(task, {"duration": self.days})))


@dataclass(frozen=True, slots=True)
class Resize:
    """Put a task or phase on a first day with a length, both in working days."""

    kind: str
    key: str
    start: int
    days: int

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Change dates")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the span changed.

        Raises:
            EditError: there is no such part, or the length does not fit it.
        """
        if self.kind == TASK:
            return SetDuration(self.key, self.days).apply(Place(((self.key, self.start),)).apply(plan))
        phase = changed(part_of(plan, PHASE, self.key), {"start": self.start, "days": self.days})
        return plan.replace(phases=plan.phases.with_(self.key, phase))
