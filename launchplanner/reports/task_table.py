"""The tasks as a table: which rows there are under which groups, filtered and sorted, and what each shows.

A row is worked out when it is first asked for; filters and sorting look at single fields, so that a plan of 10,000
tasks is arranged anew without making its rows.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Final

from launchplanner.checks import ERROR, WARNING, Context, Finding, Findings
from launchplanner.plan.plan import BATON, PERSON, PHASE, TASK
from launchplanner.plan.work import TASK_STATES
from launchplanner.reports.task_table_groups import GROUPED_BY_OWNER, GROUPED_BY_PHASE, Group, Groups, owner_group
from launchplanner.reports.task_table_rows import Column, TaskRow, has_several, lacks_owner, task_row
from launchplanner.reports.timeline_order import Ref, ordered
from launchplanner.words import _, ngettext

NOBODY: Final = "nobody"
SEVERAL: Final = "several"
LATE: Final = "late"
DUE: Final = "due"
CRITICAL: Final = "critical"
PROBLEM: Final = "problem"
FILTERS: Final = (NOBODY, SEVERAL, LATE, DUE, CRITICAL, PROBLEM)
"""What rows can be narrowed to, in the order of the chips."""

_DIGITS: Final = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the table is looked at.

    Several `filters` add up: a task is shown that one of them keeps. Each of the `words` must stand in its title,
    owner, deliverable or id. `closed` are the groups whose rows are folded away. `sort` is a column, "" for the order
    of the clock, in which alone batons stand between the tasks.
    """

    group: str = GROUPED_BY_PHASE
    sort: Column | str = ""
    descending: bool = False
    filters: frozenset[str] = frozenset()
    words: str = ""
    closed: frozenset[Ref] = frozenset()

    @property
    def narrows(self) -> bool:
        """Whether some tasks may be left out."""
        return bool(self.filters or self.words.strip())


class TaskTable:
    """The tasks of a plan on a day."""

    def __init__(self, context: Context, findings: Findings) -> None:
        self.context = context
        self._findings = findings
        self._rows: dict[str, TaskRow] = {}

    @property
    def count(self) -> int:
        """How many tasks there are."""
        return len(self.context.plan.tasks)

    @cached_property
    def kept(self) -> dict[str, frozenset[str]]:
        """The tasks that each filter keeps, by id. Ownership counts as long as work is open."""
        context, found = self.context, {name: set[str]() for name in FILTERS}
        days, schedule = context.schedule.days, context.schedule
        monday = context.today - timedelta(days=context.today.weekday())
        this_week = range(days.day_of(monday), days.day_of(monday + timedelta(days=7)))
        today = days.last_day_until(context.today)
        for key, task in context.plan.tasks.items():
            if self._has_problem(key):
                found[PROBLEM].add(key)
            if task.is_settled:
                continue
            last = schedule.last_day(key)
            if last < today:
                found[LATE].add(key)
            if last in this_week:
                found[DUE].add(key)
            if key in schedule.critical:
                found[CRITICAL].add(key)
            if lacks_owner(context, key):
                found[NOBODY].add(key)
            elif has_several(context, key):
                found[SEVERAL].add(key)
        return {name: frozenset(keys) for name, keys in found.items()}

    def lines(self, look: Arrangement) -> tuple[Ref, ...]:
        """Return the lines in order: groups, tasks, and in the order of the clock the batons."""
        only = self._only(look)
        if look.group == GROUPED_BY_PHASE and not look.sort:
            closed = {ref.id for ref in look.closed if ref.kind == PHASE}
            return tuple(ordered(self.context.lookup, self.context.schedule, closed, only))
        lines: list[Ref] = []
        for group, keys in self._grouped(look.group, only):
            if group is not None:
                lines.append(group)
            if group not in look.closed:
                lines.extend(Ref(TASK, key) for key in self._sorted(keys, look))
        return tuple(lines)

    def shown(self, look: Arrangement) -> int:
        """Return how many tasks the filters let through, folded ones counted."""
        return self.count if not look.narrows else len(self._kept_tasks(look))

    def row(self, key: str) -> TaskRow:
        """Return what the row of a task shows."""
        made = self._rows.get(key)
        if made is None:
            found = self.findings_of(TASK, key)
            made = self._rows[key] = task_row(self.context, key, found[0] if found else None)
        return made

    def group(self, ref: Ref, look: Arrangement) -> Group:
        """Return what the head of a group shows."""
        only = self._kept_tasks(look) if look.narrows else None
        return self._groups.made(ref, only)

    def group_of(self, ref: Ref, grouped: str) -> Ref | None:
        """Return the group under which a task or baton stands, None when there are no groups."""
        if grouped == GROUPED_BY_PHASE:
            return self._groups.phase_of(ref)
        if grouped == GROUPED_BY_OWNER and ref.kind == TASK:
            return owner_group(self.context, ref.id)
        return None

    def findings_of(self, kind: str, key: str) -> list[Finding]:
        """Return the open findings on a part, worst first."""
        return self._by_part.get((kind, key), [])

    def totals(self, keys: Collection[str]) -> tuple[str, str]:
        """Return how many tasks these are, and how much work of how many owners, in words."""
        context = self.context
        count = len(keys)
        days = sum(context.plan.tasks[key].duration for key in keys)
        groups = {owner_group(context, key) for key in keys}
        owners = sum(1 for group in groups if group.kind == PERSON)
        work = ngettext("{n} day of work", "{n} days of work", days).format(n=days)
        whose = ngettext("{n} owner", "{n} owners", owners).format(n=owners) if owners else _("no owner")
        return ngettext("{n} task", "{n} tasks", count).format(n=count), f"{work}, {whose}"

    def _has_problem(self, key: str) -> bool:
        return any(finding.severity in {ERROR, WARNING} for finding in self.findings_of(TASK, key))

    def _kept_tasks(self, look: Arrangement) -> frozenset[str]:
        tasks = self.context.plan.tasks
        kept = frozenset[str]().union(*(self.kept[name] for name in look.filters)) if look.filters else frozenset(tasks)
        words = look.words.casefold().split()
        if not words:
            return kept
        return frozenset(key for key in kept if all(word in self._texts[key] for word in words))

    def _only(self, look: Arrangement) -> frozenset[str] | None:
        if not look.narrows:
            return None
        found = self._kept_tasks(look)
        words = look.words.casefold().split()
        if look.filters or not words:
            return found
        batons = self.context.plan.batons.items()
        return found | {key for key, one in batons if all(word in f"{key} {one.title}".casefold() for word in words)}

    @cached_property
    def _texts(self) -> dict[str, str]:
        shown = self.context.lookup.directory.shown
        return {
            key: f"{key}\n{task.title}\n{shown(task.owner)}\n{task.deliverable}".casefold()
            for key, task in self.context.plan.tasks.items()
        }

    @cached_property
    def _by_part(self) -> dict[tuple[str, str], list[Finding]]:
        found: dict[tuple[str, str], list[Finding]] = {}
        for finding in self._findings.open:
            found.setdefault((finding.part.kind, finding.part.id), []).append(finding)
        return found

    @cached_property
    def _groups(self) -> Groups:
        return Groups(self.context, self.findings_of)

    def _grouped(self, grouped: str, only: frozenset[str] | None) -> list[tuple[Ref | None, list[str]]]:
        lookup = self.context.lookup
        keys = [
            key
            for phase in (*(key for key, _phase in lookup.phases), "")
            for key, _task in lookup.tasks_of_phase[phase]
            if only is None or key in only
        ]
        if grouped not in {GROUPED_BY_PHASE, GROUPED_BY_OWNER}:
            return [(None, keys)]
        found: dict[Ref | None, list[str]] = {}
        for key in keys:
            found.setdefault(self.group_of(Ref(TASK, key), grouped), []).append(key)
        return sorted(found.items(), key=lambda entry: self._groups.rank(entry[0]))

    def _sorted(self, keys: list[str], look: Arrangement) -> list[str]:
        rank = self._ranks.get(look.sort)
        return sorted(keys, key=rank, reverse=look.descending) if rank is not None else keys

    @cached_property
    def _ranks(self) -> dict[str, Callable[[str], tuple[int | str, ...]]]:
        tasks, schedule, shown = self.context.plan.tasks, self.context.schedule, self.context.lookup.directory.shown
        states = {state: place for place, state in enumerate(TASK_STATES)}
        return {
            "id": _natural,
            "title": lambda key: (tasks[key].title.casefold(),),
            "owner": lambda key: (shown(tasks[key].owner).casefold(),),
            "helps": lambda key: (len(tasks[key].contributors),),
            "start": lambda key: (schedule.first_day(key),),
            "due": lambda key: (schedule.last_day(key),),
            "days": lambda key: (tasks[key].duration,),
            "status": lambda key: (states.get(tasks[key].status, len(states)), tasks[key].progress),
            "float": lambda key: (schedule.total_float[key],),
            "deliverable": lambda key: (tasks[key].deliverable.casefold(),),
        }


def filter_names() -> dict[str, str]:
    """Return what the filters are called."""
    return {
        NOBODY: _("No owner"),
        SEVERAL: _("Two owners"),
        LATE: _("Late"),
        DUE: _("Due this week"),
        CRITICAL: _("Critical"),
        PROBLEM: _("With a problem"),
    }


def baton_dates(context: Context, key: str) -> tuple[str, str]:
    """Return when the zone of a baton opens and when it closes, as they stand in its row."""
    opens, closes = context.plan.batons[key].zone
    return context.day(opens), context.day(closes)


def _natural(key: str) -> tuple[int | str, ...]:
    """Return a rank in which "TE2" comes before "TE10"."""
    parts = _DIGITS.split(key.casefold())
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))


__all__ = [
    "BATON",
    "CRITICAL",
    "DUE",
    "FILTERS",
    "GROUPED_BY_OWNER",
    "GROUPED_BY_PHASE",
    "LATE",
    "NOBODY",
    "PROBLEM",
    "SEVERAL",
    "Arrangement",
    "Column",
    "Group",
    "Ref",
    "TaskRow",
    "TaskTable",
    "baton_dates",
    "filter_names",
]
