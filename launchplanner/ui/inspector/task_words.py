"""What the inspector says about a task in a sentence, and the edits that its fields ask for; no Qt here."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Change, Edit, EditError, GiveTo, Place, SetDuration
from launchplanner.plan.edits.base import part_of
from launchplanner.plan.plan import TASK, Plan
from launchplanner.plan.work import (
    ACTIVE,
    ANCHORED,
    AS_SOON_AS_POSSIBLE,
    DONE,
    ON_DATE,
    PLANNED,
    Start,
    Task,
)
from launchplanner.plan.workdays import workdays
from launchplanner.words import _, ngettext, short_day

_WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class FinishOn:
    """Make a task that starts on `first`, a working day from launch day, as long as it must be to finish `on` a day."""

    task: str
    first: int
    on: date

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Change finish")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the task as long as that.

        Raises:
            EditError: that day lies before the task starts.
        """
        task: Task = part_of(plan, TASK, self.task)
        days = workdays(plan.calendar, plan.launch_day)
        length = days.last_day_until(self.on) - self.first + 1
        if length < 1:
            raise EditError(
                _("“{task}” starts on {day}: it cannot finish before that.").format(
                    task=task.title, day=short_day(days.date_of(self.first))
                )
            )
        return SetDuration(self.task, length).apply(plan)


def float_sentence(snapshot: Snapshot, key: str) -> str:
    """Return how far a task can slip, in one sentence; "" for one that is settled."""
    if snapshot.plan.tasks[key].is_settled or key in snapshot.schedule.rings:
        return ""
    slack = snapshot.schedule.total_float[key]
    if slack < 0:
        return ngettext(
            "It comes {n} day too late for launch day.", "It comes {n} days too late for launch day.", -slack
        ).format(n=-slack)
    if key in snapshot.schedule.critical:
        if slack == 0:
            return _("On the critical path: a day late here is a day late at launch.")
        return ngettext(
            "On the critical path, with {n} day to spare.", "On the critical path, with {n} days to spare.", slack
        ).format(n=slack)
    return ngettext(
        "It can slip {n} day before anything at the end moves.",
        "It can slip {n} days before anything at the end moves.",
        slack,
    ).format(n=slack)


def start_sentence(snapshot: Snapshot, key: str) -> str:
    """Return which link decides when a task starts; "" when none does."""
    task = snapshot.plan.tasks[key]
    driving = snapshot.plan.dependencies.get(snapshot.schedule.driving.get(key, ""))
    if task.start.rule != AS_SOON_AS_POSSIBLE or driving is None:
        return ""
    return _("“{task}” decides it.").format(task=snapshot.lookup.title(driving.predecessor))


def given(snapshot: Snapshot, key: str, owner: str) -> Edit:
    """Return the edit that gives a task to a person or role, or keeps what somebody wrote."""
    if owner in snapshot.plan.people or owner in snapshot.plan.roles:
        return GiveTo((key,), owner)
    return Change(TASK, key, {"owner": owner})


def started_on(snapshot: Snapshot, key: str, day: date) -> Edit:
    """Return the edit that puts a task on a day: on the date itself where it stays on dates."""
    if snapshot.plan.tasks[key].start.rule == ON_DATE:
        return Change(TASK, key, {"start": Start(rule=ON_DATE, on=day)})
    return Place(((key, snapshot.lookup.days.day_of(day)),))


def started_by(snapshot: Snapshot, key: str, rule: str) -> Edit:
    """Return the edit that changes how a task gets its day; the day itself stays where it can."""
    day = snapshot.schedule.first_day(key)
    if rule == ANCHORED:
        return Place(((key, day),))
    on = snapshot.schedule.first_date(key) if rule == ON_DATE else None
    return Change(TASK, key, {"start": snapshot.plan.tasks[key].start.replace(rule=rule, on=on)})


def in_state(status: str, progress: int) -> dict[str, object]:
    """Return the fields that change with a state: what is done is done whole, what is not started has no progress."""
    if status == DONE:
        return {"status": status, "progress": _WHOLE}
    if status == PLANNED and progress:
        return {"status": status, "progress": 0}
    return {"status": status}


def with_progress(status: str, progress: int) -> dict[str, object]:
    """Return the fields that change with progress: work with some progress is under way."""
    if status == PLANNED and progress:
        return {"progress": progress, "status": ACTIVE}
    if status == DONE and progress < _WHOLE:
        return {"progress": progress, "status": ACTIVE}
    return {"progress": progress}
