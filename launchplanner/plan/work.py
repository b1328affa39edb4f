"""Phases, tasks and what they wait for.

All days count working days from launch day, which is day 0: day -14 is "T-14". So moving launch day moves all.
"""

from typing import Annotated, Final

from pydantic import Field

from launchplanner.plan.values import Day, Value

PLANNED: Final = "planned"
ACTIVE: Final = "active"
DONE: Final = "done"
DROPPED: Final = "dropped"
TASK_STATES: Final = (PLANNED, ACTIVE, DONE, DROPPED)
"""The states known to this version; an unknown one from a newer version is kept and shown."""

FINISH_TO_START: Final = "FS"
START_TO_START: Final = "SS"
FINISH_TO_FINISH: Final = "FF"
START_TO_FINISH: Final = "SF"
DEPENDENCY_TYPES: Final = (FINISH_TO_START, START_TO_START, FINISH_TO_FINISH, START_TO_FINISH)

LONGEST_DURATION: Final = 3650
Offset = Annotated[int, Field(ge=-60_000, le=60_000)]
"""Working days from launch day; the bounds keep every date inside 1970 to 2200 or refuse it at the door."""
Duration = Annotated[int, Field(ge=0, le=LONGEST_DURATION)]
"""Working days; 0 is a milestone."""

ANCHORED: Final = "anchored"
AS_SOON_AS_POSSIBLE: Final = "asap"
ON_DATE: Final = "date"


class Start(Value, frozen=True):
    """When a task begins.

    "anchored": `days` working days from launch day, and moves with it. "asap": as soon as what it waits for allows.
    "date": on the calendar date `on`, whatever launch day does.
    """

    rule: str = ANCHORED
    days: Offset = 0
    on: Day | None = None


class Phase(Value, frozen=True):
    """A stretch of the clock with exactly one leading role. `start` counts from launch day; `days` is its length."""

    title: str
    lead: str = ""
    start: Offset = 0
    days: Annotated[int, Field(ge=1, le=LONGEST_DURATION)] = 5
    purpose: str = ""
    leaves_with: str = ""
    order: str = ""

    @property
    def end(self) -> int:
        """The first day after the phase."""
        return self.start + self.days


class Task(Value, frozen=True):
    """A piece of work.

    `owner`, `contributors` and `backup` hold the id of a person or role, or whatever somebody wrote; rules report
    what does not name exactly one person. `progress` is in percent.
    """

    title: str
    phase: str = ""
    owner: str = ""
    contributors: tuple[str, ...] = ()
    backup: str = ""
    start: Start = Start()
    duration: Duration = 1
    status: str = PLANNED
    progress: Annotated[int, Field(ge=0, le=100)] = 0
    deliverable: str = ""
    notes: str = ""
    links: tuple[str, ...] = ()
    tiers: tuple[int, ...] = ()
    order: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do: done or dropped."""
        return self.status in {DONE, DROPPED}


class Dependency(Value, frozen=True):
    """`successor` waits for `predecessor`, each a task or a baton; `lag` in working days, negative for a lead."""

    predecessor: str
    successor: str
    type: str = FINISH_TO_START
    lag: Annotated[int, Field(ge=-LONGEST_DURATION, le=LONGEST_DURATION)] = 0

    @property
    def id(self) -> str:
        """The key of the link: two people who draw the same link in two copies drew one link."""
        return f"{self.predecessor}>{self.successor}"
