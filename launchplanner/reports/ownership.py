"""Ownership debt: the tasks that do not have exactly one named person as owner."""

from typing import Final

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

MOST_SHOWN: Final = 15
"""Rows on the overview; the rest is counted there and stands in full in the sheets and in the plan report."""


def ownership_debt(source: Source) -> list[tuple[str, Task]]:
    """Return the unfinished tasks without exactly one named person, in the order of their days."""
    owed = [
        (key, task) for key, task in source.lookup.tasks if not task.is_settled and not source.task_owner(key).is_one
    ]
    return sorted(owed, key=lambda entry: (source.schedule.first_day(entry[0]), entry[1].order, entry[0]))


def debt_blocks(source: Source) -> list[Block]:
    """Return ownership debt as a part of a report."""
    owed = ownership_debt(source)
    if not owed:
        return [Heading(_("Ownership debt"), _("None: every open task has exactly one named owner."))]
    note = ngettext(
        "{n} open task has not exactly one named owner.", "{n} open tasks have not exactly one named owner.", len(owed)
    )
    columns = (
        Column("", 8),
        Column(_("Task"), 46),
        Column(_("Written as its owner"), 28),
        Column(_("Starts"), 14, "right"),
    )
    blocks: list[Block] = [
        Heading(_("Ownership debt"), note.format(n=len(owed))),
        Grid(_("Ownership debt"), columns, tuple(_row(source, key, task) for key, task in owed[:MOST_SHOWN])),
    ]
    left = len(owed) - MOST_SHOWN
    if left > 0:
        more = ngettext("and {n} more, later than these.", "and {n} more, later than these.", left)
        blocks.append(Note(muted(more.format(n=left))))
    return blocks


def _row(source: Source, key: str, task: Task) -> tuple[Cell, ...]:
    return (
        Text((muted(key),)),
        Owner(NOBODY, (plain(task.title),)),
        Text((strong(source.shown(task.owner)),)),
        Text((plain(short_day(source.schedule.first_date(key))),)),
    )
