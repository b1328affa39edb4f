"""Ownership debt: the tasks that do not have exactly one named person as owner, and how many there were before."""

from datetime import date, timedelta
from typing import Final

from launchplanner.plan.debt import debt_readings
from launchplanner.plan.plan import Plan
from launchplanner.plan.records import OwnerChange
from launchplanner.plan.work import Task
from launchplanner.reports.blocks import (
    NOBODY,
    Block,
    Cell,
    Column,
    Grid,
    Heading,
    Note,
    Owner,
    Text,
    muted,
    plain,
    strong,
)
from launchplanner.reports.source import Source
from launchplanner.words import _, ngettext, short_day

_TWO_WEEKS: Final = timedelta(weeks=2)
MOST_SHOWN: Final = 15
"""Rows on the overview; the rest is counted there and stands in full in the sheets and in the plan report."""


def ownership_debt(source: Source) -> list[tuple[str, Task]]:
    """Return the unfinished tasks without exactly one named person, in the order of their days."""
    owed = [
        (key, task) for key, task in source.lookup.tasks if not task.is_settled and not source.task_owner(key).is_one
    ]
    return sorted(owed, key=lambda entry: (source.schedule.first_day(entry[0]), entry[1].order, entry[0]))


def debt_sentence(plan: Plan, owed: int, today: date) -> str:
    """Return how many open tasks lack exactly one named owner, and how many did two weeks ago or as far as known."""
    if owed:
        told = ngettext(
            "{n} open task has not exactly one named owner",
            "{n} open tasks have not exactly one named owner",
            owed,
        ).format(n=owed)
    else:
        told = _("None: every open task has exactly one named owner")
    before = _before(plan, today)
    return _("{debt}; {before}.").format(debt=told, before=before) if before else _("{debt}.").format(debt=told)


def _before(plan: Plan, today: date) -> str:
    readings = [reading for reading in debt_readings(plan) if reading[0] < today]
    if not readings:
        return ""
    # What was counted last before that day still held on it.
    until = [tasks for day, tasks in readings if day <= today - _TWO_WEEKS]
    if until:
        return _("{n} two weeks ago").format(n=until[-1])
    day, tasks = readings[0]
    return _("{n} on {day}").format(n=tasks, day=short_day(day))


def debt_blocks(source: Source) -> list[Block]:
    """Return ownership debt as a part of a report, and after it the tasks that changed hands in mid-phase."""
    return [*_debt(source), *_changes(source)]


def _debt(source: Source) -> list[Block]:
    owed = ownership_debt(source)
    note = debt_sentence(source.plan, len(owed), source.today)
    if not owed:
        return [Heading(_("Ownership debt"), note)]
    columns = (
        Column("", 8),
        Column(_("Task"), 46),
        Column(_("Written as its owner"), 28),
        Column(_("Starts"), 14, "right"),
    )
    blocks: list[Block] = [
        Heading(_("Ownership debt"), note),
        Grid(_("Ownership debt"), columns, tuple(_row(source, key, task) for key, task in owed[:MOST_SHOWN])),
    ]
    left = len(owed) - MOST_SHOWN
    if left > 0:
        more = ngettext("and {n} more, later than these.", "and {n} more, later than these.", left)
        blocks.append(Note(muted(more.format(n=left))))
    return blocks


def _changes(source: Source) -> list[Block]:
    plan = source.plan
    changes = plan.owner_changes.values()
    there = [change for change in changes if change.task in plan.tasks or change.role in plan.roles]
    if not there:
        return []
    columns = (
        Column(_("Task"), 30),
        Column(_("From"), 16),
        Column(_("To"), 16),
        Column(_("Why"), 24),
        Column(_("Day"), 14, "right"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            Text((plain(_subject(source, change)),)),
            Text((plain(source.shown(change.before)),)),
            Text((plain(source.shown(change.after)),)),
            Text((plain(change.reason) or strong(_("nobody said why")),)),
            Text((plain(short_day(change.on)),)),
        )
        for change in sorted(there, key=lambda change: (change.on, change.task, change.role))
    ]
    note = _("Tasks, and roles that own tasks, that went to another person while their phase ran.")
    return [Heading(_("Changes of owner"), note), Grid(_("Changes of owner"), columns, tuple(rows))]


def _subject(source: Source, change: OwnerChange) -> str:
    task = source.plan.tasks.get(change.task)
    if task is not None:
        return task.title
    return _("{role}, a role").format(role=source.shown(change.role))


def _row(source: Source, key: str, task: Task) -> tuple[Cell, ...]:
    return (
        Text((muted(key),)),
        Owner(NOBODY, (plain(task.title),)),
        Text((strong(source.shown(task.owner)),)),
        Text((plain(short_day(source.schedule.first_date(key))),)),
    )
