"""Who had a task before: changes of owner in mid-phase, noted when they happen, so that none is silent.

One record stands for a task and a day: what goes back and forth on one day is one change, or none. When a role that
owns such tasks gets another holder, one record stands for the role and the day, whatever the number of its tasks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from launchplanner.plan.directory import Directory
from launchplanner.plan.plan import ROLE, Plan
from launchplanner.plan.records import OwnerChange
from launchplanner.plan.values import Table
from launchplanner.plan.work import Task
from launchplanner.plan.workdays import workdays


@dataclass(frozen=True, slots=True)
class _Turn:
    """A task, or a role, with its owner before and after as texts."""

    task: str
    role: str
    old: str
    new: str

    @property
    def subject(self) -> tuple[str, str]:
        return self.task, self.role


def with_owner_changes(before: Plan, after: Plan, today: date) -> Plan:
    """Return `after` with a record of what got another owner since `before`, in a phase that has begun.

    That is each task, and each role that owns one and is held by another today. A settled task, a first owner and
    another spelling of the same person are no change of hands; nor is a role that is held by another from a later day
    on, since that is said beforehand. Records that come with `after` itself, from a journal or another copy, are left
    as they are.
    """
    turned = [*_tasks_turned(before, after, today), *_roles_turned(before, after, today)]
    if not turned:
        return after
    changes, brought = after.owner_changes, _brought(before, after)
    then, now = Directory.of(before), Directory.of(after)
    for turn in turned:
        if turn.subject not in brought and not _is_same(then, now, turn, today):
            changes = _noted(changes, turn, today)
    return after if changes is after.owner_changes else after.replace(owner_changes=changes)


def change_key(task: str, day: date, role: str = "") -> str:
    """Return the key of the record of a task's, or a role's, change of owner on a day."""
    return f"{task or f'{ROLE}:{role}'}:{day.isoformat()}"


def _tasks_turned(before: Plan, after: Plan, today: date) -> Iterator[_Turn]:
    """Yield the tasks under way whose owner text has changed."""
    if before.tasks is after.tasks:
        return
    touched = after.tasks.touched_since(before.tasks)
    for key in sorted(after.tasks if touched is None else touched):
        old, task = before.tasks.get(key), after.tasks.get(key)
        if old is task or old is None or task is None or old.owner == task.owner:
            continue
        if _is_under_way(after, task, today):
            yield _Turn(key, "", old.owner, task.owner)


def _roles_turned(before: Plan, after: Plan, today: date) -> Iterator[_Turn]:
    """Yield the roles that one person held, another holds, and a task under way is written to."""
    if before.people is after.people:
        return
    then, now = Directory.of(before), Directory.of(after)
    for role in sorted(before.roles.keys() & after.roles.keys()):
        old, new = then.holders(role, today), now.holders(role, today)
        if len(old) == len(new) == 1 and old != new and _owns_work(after, now, role, today):
            yield _Turn("", role, old[0], new[0])


def _owns_work(plan: Plan, directory: Directory, role: str, today: date) -> bool:
    return any(directory.role(task.owner) == role and _is_under_way(plan, task, today) for task in plan.tasks.values())


def _is_under_way(plan: Plan, task: Task, today: date) -> bool:
    phase = plan.phases.get(task.phase)
    if phase is None or task.is_settled:
        return False
    return phase.start <= workdays(plan.calendar, plan.launch_day).day_of(today)


def _brought(before: Plan, after: Plan) -> frozenset[tuple[str, str]]:
    if before.owner_changes is after.owner_changes:
        return frozenset()
    known = before.owner_changes
    return frozenset(
        (change.task, change.role) for key, change in after.owner_changes.items() if known.get(key) != change
    )


def _is_same(then: Directory, now: Directory, turn: _Turn, today: date) -> bool:
    """Say whether two owner texts mean one person, also when two entries of the roster were joined or one is gone."""
    if then.shown(turn.old) == turn.new:
        return True
    person = now.answers(turn.new, today)
    if person is None:
        return False
    earlier = then.answers(turn.old, today)
    if earlier is not None and earlier not in now.people:
        earlier = now.person(then.people[earlier].name)
    return person in {earlier, now.answers(turn.old, today)}


def _noted(changes: Table[OwnerChange], turn: _Turn, today: date) -> Table[OwnerChange]:
    key = change_key(turn.task, today, turn.role)
    known = changes.get(key)
    first = known.before if known is not None else turn.old.strip()
    if not first or not turn.new.strip():
        return changes
    if first == turn.new.strip():
        return changes.without(key)
    return changes.with_(
        key, OwnerChange(task=turn.task, role=turn.role, on=today, before=first, after=turn.new.strip())
    )
