"""Who had a task before: changes of owner in mid-phase, noted when they happen, so that none is silent.

One record stands for a task and a day: what goes back and forth on one day is one change, or none.
"""

from collections.abc import Iterator
from datetime import date

from launchplanner.plan.directory import Directory
from launchplanner.plan.plan import Plan
from launchplanner.plan.records import OwnerChange
from launchplanner.plan.values import Table
from launchplanner.plan.work import Task
from launchplanner.plan.workdays import workdays


def with_owner_changes(before: Plan, after: Plan, today: date) -> Plan:
    """Return `after` with a record of each task that got another owner since `before`, in a phase that has begun.

    A settled task, a first owner and another spelling of the same person are no change of hands. Records that come
    with `after` itself, from a journal or another copy, are left as they are.
    """
    if before.tasks is after.tasks:
        return after
    changes = after.owner_changes
    turned = list(_turned(before, after, today))
    brought = _brought(before, after) if turned else frozenset[str]()
    for key, owners in turned:
        if key not in brought and not _is_same(before, after, owners, today):
            changes = _noted(changes, key, owners, today)
    return after if changes is after.owner_changes else after.replace(owner_changes=changes)


def change_key(task: str, day: date) -> str:
    """Return the key of the record of a task's change of owner on a day."""
    return f"{task}:{day.isoformat()}"


def _turned(before: Plan, after: Plan, today: date) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the tasks under way whose owner text has changed, with the text before and after."""
    touched = after.tasks.touched_since(before.tasks)
    for key in sorted(after.tasks if touched is None else touched):
        old, task = before.tasks.get(key), after.tasks.get(key)
        if old is task or old is None or task is None or old.owner == task.owner:
            continue
        if _is_under_way(after, task, today):
            yield key, (old.owner, task.owner)


def _is_under_way(plan: Plan, task: Task, today: date) -> bool:
    phase = plan.phases.get(task.phase)
    if phase is None or task.is_settled:
        return False
    return phase.start <= workdays(plan.calendar, plan.launch_day).day_of(today)


def _brought(before: Plan, after: Plan) -> frozenset[str]:
    if before.owner_changes is after.owner_changes:
        return frozenset()
    known = before.owner_changes
    return frozenset(change.task for key, change in after.owner_changes.items() if known.get(key) != change)


def _is_same(before: Plan, after: Plan, owners: tuple[str, str], today: date) -> bool:
    """Say whether two owner texts mean one person, also when two entries of the roster were joined."""
    old, new = owners
    then, now = Directory.of(before), Directory.of(after)
    person = now.answers(new, today)
    if person is None:
        return False
    earlier = then.answers(old, today)
    if earlier is not None and earlier not in after.people:
        earlier = now.person(before.people[earlier].name)
    return person in {earlier, now.answers(old, today)}


def _noted(changes: Table[OwnerChange], task: str, owners: tuple[str, str], today: date) -> Table[OwnerChange]:
    old, new = owners
    key = change_key(task, today)
    known = changes.get(key)
    first = known.before if known is not None else old.strip()
    if not first or not new.strip():
        return changes
    if first == new.strip():
        return changes.without(key)
    return changes.with_(key, OwnerChange(task=task, on=today, before=first, after=new.strip()))
