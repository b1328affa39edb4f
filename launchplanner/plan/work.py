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
AS_LATE_AS_POSSIBLE: Final = "alap"
NO_EARLIER: Final = "no earlier"
NO_LATER: Final = "no later"
FINISH_NO_EARLIER: Final = "finish no earlier"
FINISH_NO_LATER: Final = "finish no later"
MUST_FINISH: Final = "must finish"
START_RULES: Final = (
    ANCHORED, AS_SOON_AS_POSSIBLE, ON_DATE, AS_LATE_AS_POSSIBLE, NO_EARLIER, NO_LATER, FINISH_NO_EARLIER,
    FINISH_NO_LATER, MUST_FINISH,
)  # fmt: skip
"""The rules known to this version; one of a newer version is kept, and read as "anchored"."""
DRIVEN: Final = frozenset(
    {AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE, NO_EARLIER, NO_LATER, FINISH_NO_EARLIER, FINISH_NO_LATER}
)
"""The rules under which links move a task; under all others it has a day of its own and keeps it."""
DATED: Final = frozenset({ON_DATE, NO_EARLIER, NO_LATER, FINISH_NO_EARLIER, FINISH_NO_LATER, MUST_FINISH})
"""The rules that name a day: the calendar date `on`, or without one the working day `days` from launch day."""


class Start(Value, frozen=True):
    """When a task begins.

    "anchored": `days` working days from launch day, and moves with it. "asap": as soon as what it waits for allows.
    "date": on the calendar date `on`, whatever launch day does. "alap": as late as what waits for it allows.
    "no earlier", "finish no earlier": as soon as possible from a day on. "no later", "finish no later": as soon as
    possible, and too late after a day. "must finish": its last day is that day. The day of these five is `on`, or
    without one `days` working days from launch day.
    """

    rule: str = ANCHORED
    days: Offset = 0
    on: Day | None = None

    @property
    def is_driven(self) -> bool:
        """Whether links move the task."""
        return self.rule in DRIVEN


class Estimate(Value, frozen=True):
    """How long a task may take, in working days: if all goes well, most likely, and if much goes wrong."""

    optimistic: Duration
    likely: Duration
    pessimistic: Duration

    @property
    def in_order(self) -> tuple[int, int, int]:
        """The three from shortest to longest, whatever the order in which somebody gave them."""
        least, middle, most = sorted((self.optimistic, self.likely, self.pessimistic))
        return least, middle, most


class Phase(Value, frozen=True):
    """A stretch of the clock with exactly one leading role. `start` counts from launch day; `days` is its length.

    `notes` hold what is worth knowing and is nobody's task.
    """

    title: str
    lead: str = ""
    start: Offset = 0
    days: Annotated[int, Field(ge=1, le=LONGEST_DURATION)] = 5
    purpose: str = ""
    leaves_with: str = ""
    notes: str = ""
    order: str = ""

    @property
    def end(self) -> int:
        """The first day after the phase."""
        return self.start + self.days


class Task(Value, frozen=True):
    """A piece of work.

    `owner`, `contributors` and `backup` hold the id of a person or role, or whatever somebody wrote; rules report
    what does not name exactly one person. `progress` is in percent. `started` and `finished` say when it really
    did, and `remaining` how many working days of it are left; without it, that follows from `progress`.
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
    started: Day | None = None
    finished: Day | None = None
    remaining: Duration | None = None
    estimate: Estimate | None = None
    deliverable: str = ""
    notes: str = ""
    links: tuple[str, ...] = ()
    tiers: tuple[int, ...] = ()
    order: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do: done or dropped."""
        return self.status in {DONE, DROPPED}

    @property
    def has_begun(self) -> bool:
        """Whether some of it is done."""
        return self.started is not None or self.progress > 0 or self.status in {ACTIVE, DONE}

    @property
    def days_left(self) -> int:
        """Working days of it that are left to do: what somebody said, or what follows from `progress`, rounded up."""
        if self.is_settled:
            return 0
        if self.remaining is not None:
            return self.remaining
        return -(-self.duration * (100 - self.progress) // 100)


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
