"""Holds the schedule against what Microsoft Project files state, field by field."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from launchplanner.plan.work import START_TO_FINISH, START_TO_START
from launchplanner.schedule import scheduled
from tests.schedule.mspdi import Project, Stated, read_project

FIELDS: Final = ("start", "finish", "total slack", "free slack", "critical")

MANUAL: Final = "Project leaves “critical” off for tasks that are scheduled by hand and linked to nothing"
FROM_START: Final = "Project lets a link from the start of a task that is scheduled by hand set no latest finish for it"
"""Reasons for differences, as the table prints them."""


@dataclass(frozen=True)
class Difference:
    """One field of one task on which both do not agree, and the reason if it is known."""

    task: str
    field: str
    stated: object
    found: object
    reason: str


@dataclass(frozen=True)
class Agreement:
    """What came of one file: how many tasks were compared, how many agree in each field, and the differences."""

    project: Project
    compared: Counter[str]
    agreed: Counter[str]
    worked_out: int
    """Starts that follow from links and constraints, and not from a start that the file prescribes."""
    differences: tuple[Difference, ...]

    @property
    def unexplained(self) -> tuple[Difference, ...]:
        """Differences without a reason."""
        return tuple(one for one in self.differences if not one.reason)


def projects(folder: Path) -> Iterable[Project]:
    """Yield the projects in a folder and those below it, by name."""
    for path in sorted(folder.rglob("*.xml")):
        project = read_project(path)
        if project is not None:
            yield project


def compared(project: Project) -> Agreement:
    """Return how far the schedule agrees with a file."""
    schedule = scheduled(project.plan)
    tried: Counter[str] = Counter()
    agreed: Counter[str] = Counter()
    differences: list[Difference] = []
    links = project.plan.dependencies.values()
    linked = {end for link in links for end in (link.predecessor, link.successor)}
    from_start = {link.predecessor for link in links if link.type in {START_TO_START, START_TO_FINISH}}
    for key, stated in project.stated.items():
        span, total = schedule.spans[key], schedule.total_float[key]
        found = (span.start, span.finish, total, schedule.free_float[key], total <= 0)
        for name, one, other in zip(FIELDS, _values(stated), found, strict=True):
            if one is None:
                continue
            tried[name] += 1
            if one == other:
                agreed[name] += 1
            else:
                reason = _reason(stated, name, is_linked=key in linked, from_start=key in from_start)
                differences.append(Difference(key, name, one, other, reason))
    worked_out = sum(1 for stated in project.stated.values() if not stated.is_placed)
    return Agreement(project, tried, agreed, worked_out, tuple(differences))


def _values(stated: Stated) -> tuple[int | bool | None, ...]:
    return stated.start, stated.finish, stated.total_slack, stated.free_slack, stated.critical


def _reason(stated: Stated, name: str, *, is_linked: bool, from_start: bool) -> str:
    if name == "critical" and stated.is_placed and not is_linked and stated.critical is False:
        return MANUAL
    return FROM_START if name in {"total slack", "critical"} and stated.is_placed and from_start else ""
