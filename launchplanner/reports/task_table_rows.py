"""One row of the task table: a task as it is read along its columns."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from launchplanner.checks import Context, Finding
from launchplanner.checks.owners import Label
from launchplanner.plan.work import ACTIVE, DONE, DROPPED, PLANNED, Task
from launchplanner.reports.timeline_owners import FaceOf, Owners, owners_of_task, person_face
from launchplanner.reports.timeline_rows import Tone, days_late
from launchplanner.words import _, joined, ngettext

Column = Literal["id", "title", "owner", "helps", "start", "due", "days", "status", "float", "deliverable"]

StatusTone = Tone | Literal["good"]


@dataclass(frozen=True, slots=True)
class Status:
    """How far a task is. `share`, from 0 to 1, is there for work under way that is in time."""

    words: str
    tone: StatusTone = "neutral"
    share: float | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """What one row shows.

    `owner` is the owner cell as people read it. `slack` is the total float, None for what is settled or waits in a
    ring. `late` counts working days, 0 when in time. `mark` is the worst severity found on the task, `problem` the
    sentence about it.
    """

    key: str
    title: str
    owners: Owners
    owner: str
    helpers: tuple[FaceOf, ...]
    helps: str
    start: date
    due: date
    days: int
    status: Status
    slack: int | None
    is_critical: bool
    is_settled: bool
    late: int
    deliverable: str
    mark: str
    problem: str


def task_row(context: Context, key: str, finding: Finding | None) -> TaskRow:
    """Return the row of a task; `finding` is the worst thing found on it."""
    task, schedule = context.plan.tasks[key], context.schedule
    late = late_by(context, key)
    helpers = tuple(_helper(context, key, text) for text in task.contributors if text.strip())
    free = task.is_settled or key in schedule.rings
    return TaskRow(
        key=key,
        title=task.title,
        owners=owners_of_task(context, key),
        owner=context.name(task.owner),
        helpers=helpers,
        helps=joined([face.name for face in helpers]),
        start=schedule.first_date(key),
        due=schedule.last_date(key),
        days=task.duration,
        status=status(context, key, task, late),
        slack=None if free else schedule.total_float[key],
        is_critical=key in schedule.critical and not task.is_settled,
        is_settled=task.is_settled,
        late=late,
        deliverable=task.deliverable,
        mark=finding.severity if finding is not None else "",
        problem=finding.message if finding is not None else "",
    )


def late_by(context: Context, key: str) -> int:
    """Return how many working days ago a task should have been finished; 0 for what is settled or in time."""
    if context.plan.tasks[key].is_settled:
        return 0
    return max(days_late(context, context.schedule.last_day(key)), 0)


def lacks_owner(context: Context, key: str) -> bool:
    """Say whether an owner cell names no person: empty, a group, or a role that nobody holds."""
    reading = context.owner_of_task(key)
    if reading.label in {Label.NONE, Label.TEAM}:
        return True
    return reading.label is Label.SINGLE and all(one.kind == "role" and not one.holders for one in reading.owners)


def has_several(context: Context, key: str) -> bool:
    """Say whether an owner cell names more than one."""
    return context.owner_of_task(key).label is Label.PLURAL


def status(context: Context, key: str, task: Task, late: int) -> Status:
    """Return how far a task is, in a word or two."""
    if task.status == DONE:
        return Status(_("Done"), "good")
    if task.status == DROPPED:
        return Status(_("Dropped"))
    if late:
        return Status(ngettext("{count} day late", "{count} days late", late).format(count=late), "error")
    if task.progress or task.status == ACTIVE:
        return Status(_("{percent} %").format(percent=task.progress), share=task.progress / 100)
    if task.status != PLANNED:
        return Status(task.status)
    ahead = (context.schedule.first_date(key) - context.today).days
    return Status({0: _("Starts today"), 1: _("Starts tomorrow")}.get(ahead, _("Not started")))


def _helper(context: Context, key: str, text: str) -> FaceOf:
    on = context.schedule.first_date(key)
    person = context.lookup.directory.answers(text, on)
    if person is not None:
        return person_face(context, person, on)
    name = context.name(text).strip()
    return FaceOf(name, name[:2].upper(), "", is_known=False)
