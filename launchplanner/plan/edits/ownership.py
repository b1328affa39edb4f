"""Giving work to one holder, saying why it changed hands, and cutting work that two were to hold."""

from dataclasses import dataclass
from datetime import date

from launchplanner.plan.batons import Baton
from launchplanner.plan.custody import change_key, with_owner_changes
from launchplanner.plan.edits.base import EditError, changed, part_of
from launchplanner.plan.order import position_between
from launchplanner.plan.plan import TASK, Plan
from launchplanner.plan.work import (
    ANCHORED,
    AS_SOON_AS_POSSIBLE,
    FINISH_TO_FINISH,
    FINISH_TO_START,
    ON_DATE,
    START_TO_FINISH,
    Dependency,
    Start,
    Task,
)
from launchplanner.plan.workdays import workdays
from launchplanner.words import _


@dataclass(frozen=True, slots=True)
class GiveTo:
    """Make `owner` (a person's or role's id, or a text) the owner of tasks; `helpers` join the contributors."""

    tasks: tuple[str, ...]
    owner: str
    helpers: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Give to one owner") if self.owner else _("Take the owner off")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the owner set; the new owner no longer counts as contributor.

        Raises:
            EditError: one of the tasks is not in the plan.
        """
        tasks = plan.tasks
        for key in self.tasks:
            task: Task = part_of(plan, TASK, key)
            helpers = [*task.contributors, *self.helpers]
            kept = tuple(dict.fromkeys(name for name in helpers if name and name != self.owner))
            tasks = tasks.with_(key, task.replace(owner=self.owner, contributors=kept))
        return plan.replace(tasks=tasks)


@dataclass(frozen=True, slots=True)
class PassOn:
    """Give a task to another owner and say why, with the day on which it happens; `helpers` join the contributors.

    In a phase that has begun the reason goes on record, so that the change of hands is no silent one.
    """

    task: str
    owner: str
    on: date
    reason: str
    helpers: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Pass the task on")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the owner set, and with the change on record where one is kept.

        Raises:
            EditError: there is no such task, or no reason is given.
        """
        given = GiveTo((self.task,), self.owner, self.helpers).apply(plan)
        noted = with_owner_changes(plan, given, self.on)
        key = change_key(self.task, self.on)
        if noted.owner_changes.get(key) is plan.owner_changes.get(key):
            return noted
        return GiveReason(key, self.reason).apply(noted)


@dataclass(frozen=True, slots=True)
class GiveReason:
    """Say why a task changed hands in mid-phase. `change` is the key of the record, `by` who says it."""

    change: str
    reason: str
    by: str = ""

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Say why the owner changed")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the reason on record.

        Raises:
            EditError: there is no such record, or no reason is given.
        """
        record = plan.owner_changes.get(self.change)
        if record is None:
            raise EditError(_("That change of owner is not in this plan any more."))
        if not self.reason.strip():
            raise EditError(_("A reason needs words: others will read it when they ask who had this before."))
        given = record.replace(reason=self.reason.strip(), by=self.by)
        return plan.replace(owner_changes=plan.owner_changes.with_(self.change, given))


@dataclass(frozen=True, slots=True)
class SplitTask:
    """Make one task for each of `owners`; the first keeps the task's id, the others get `new_ids` in order."""

    task: str
    owners: tuple[str, ...]
    new_ids: tuple[str, ...]
    titles: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Split the task")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the tasks side by side, each linked as the one was.

        Raises:
            EditError: there is no such task, or the ids or titles do not fit the owners.
        """
        task: Task = part_of(plan, TASK, self.task)
        keys = (self.task, *self.new_ids)
        taken = {*plan.tasks, *plan.batons}
        fits = len(keys) == len(set(keys)) == len(self.owners) and len(self.titles) in {0, len(keys)}
        if not fits or taken.intersection(self.new_ids):
            raise EditError(_("“{task}” cannot be split this way.").format(task=task.title))
        titles = self.titles or tuple(f"{task.title} ({owner})" for owner in self.owners)
        tasks, links, order = plan.tasks, plan.dependencies, task.order
        following = _next_order(plan, task)
        for key, owner, title in zip(keys, self.owners, titles, strict=True):
            tasks = tasks.with_(key, task.replace(owner=owner, title=title, order=order))
            order = position_between(order, following)
        for link in plan.dependencies.values():
            for key in self.new_ids:
                if link.predecessor == self.task:
                    twin = link.replace(predecessor=key)
                elif link.successor == self.task:
                    twin = link.replace(successor=key)
                else:
                    continue
                links = links.with_(twin.id, twin)
        return plan.replace(tasks=tasks, dependencies=links)


@dataclass(frozen=True, slots=True)
class CutPass:
    """Cut a task that changes hands inside into one task for each side, with a baton between them.

    `begins` is the working day on which the task starts by the schedule: needed for a task that starts as soon as
    possible, whose baton would otherwise be planned as if it started with its phase.
    """

    task: str
    giver: str
    receiver: str
    second: str
    baton: str
    titles: tuple[str, str]
    begins: int | None = None

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Split in two, with a baton between")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the two halves. What waited for the end of the task follows the second half.

        Raises:
            EditError: there is no such task, or one of the new ids is taken.
        """
        task: Task = part_of(plan, TASK, self.task)
        if self.second == self.baton or {self.second, self.baton} & {*plan.tasks, *plan.batons}:
            raise EditError(_("“{task}” cannot be split this way.").format(task=task.title))
        first_days = max(task.duration - task.duration // 2, 1)
        second_days = max(task.duration - first_days, 1)
        begins = self._first_day(plan, task)
        first = task.replace(title=self.titles[0], owner=self.giver, duration=first_days)
        start = Start(rule=AS_SOON_AS_POSSIBLE)
        if task.start.rule != AS_SOON_AS_POSSIBLE:
            start = changed(start, {"rule": ANCHORED, "days": begins + first_days})
        second = task.replace(
            title=self.titles[1],
            owner=self.receiver,
            duration=second_days,
            start=start,
            order=position_between(task.order, _next_order(plan, task)),
        )
        handed_over = Baton(
            title=task.title,
            giver=self.giver,
            receiver=self.receiver,
            order=second.order,
        )
        handed_over = changed(handed_over, {"day": begins + first_days - 1})
        links = plan.dependencies
        for link in plan.dependencies.values():
            if link.predecessor == self.task and link.type in {FINISH_TO_START, FINISH_TO_FINISH}:
                moved = link.replace(predecessor=self.second)
            elif link.successor == self.task and link.type in {FINISH_TO_FINISH, START_TO_FINISH}:
                moved = link.replace(successor=self.second)
            else:
                continue
            links = links.without(link.id).with_(moved.id, moved)
        for before, after in ((self.task, self.baton), (self.baton, self.second)):
            link = Dependency(predecessor=before, successor=after)
            links = links.with_(link.id, link)
        return plan.replace(
            tasks=plan.tasks.with_(self.task, first).with_(self.second, second),
            batons=plan.batons.with_(self.baton, handed_over),
            dependencies=links,
        )

    def _first_day(self, plan: Plan, task: Task) -> int:
        if self.begins is not None:
            return self.begins
        if task.start.rule == ON_DATE and task.start.on is not None:
            return workdays(plan.calendar, plan.launch_day).day_of(task.start.on)
        if task.start.rule == AS_SOON_AS_POSSIBLE:
            return plan.phases[task.phase].start if task.phase in plan.phases else plan.first
        return task.start.days


def _next_order(plan: Plan, task: Task) -> str:
    return min((other.order for other in plan.tasks.values() if other.order > task.order), default="")
