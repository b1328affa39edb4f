"""The plan of one launch: everything that is saved."""

from typing import Annotated, Final
from uuid import uuid4

from pydantic import Field

from launchplanner.plan.batons import Baton
from launchplanner.plan.calendar import LaunchHour, WorkCalendar
from launchplanner.plan.people import Person, Role, Team
from launchplanner.plan.records import Baseline, DebtReading, Decision, Mechanism, Metric, OwnerChange, Risk, Waiver
from launchplanner.plan.values import Day, Table, Value
from launchplanner.plan.work import Dependency, Offset, Phase, Task

FORMAT: Final = "launchplanner"
SCHEMA: Final = 1
MIN_READER: Final = 1
"""The oldest schema whose program can still edit this plan without harm."""

TASK: Final = "task"
BATON: Final = "baton"
PHASE: Final = "phase"
PERSON: Final = "person"
ROLE: Final = "role"
TEAM: Final = "team"
DEPENDENCY: Final = "dependency"
LAUNCH: Final = "launch"


class Plan(Value, frozen=True):
    """One launch.

    `first` is the first day of the clock and `days` its length, in working days from launch day. `launch_task` is the
    task that happens on launch day. `confidence` says how sure the day is: "promise", "forecast" or "target".
    `owner_changes` are kept by task or role and day, `debt` by day, each day in ISO form.
    """

    format: str = FORMAT
    schema_: Annotated[int, Field(alias="schema")] = SCHEMA
    min_reader: int = MIN_READER
    id: str = Field(default_factory=lambda: str(uuid4()))
    title: str = "New launch"
    template: str = ""
    tier: Annotated[int, Field(ge=1, le=3)] = 1
    launch_day: Day
    launch_hour: LaunchHour = LaunchHour()
    launch_task: str = ""
    confidence: str = "target"
    first: Offset = 0
    days: Annotated[int, Field(ge=1, le=5000)] = 60
    calendar: WorkCalendar = WorkCalendar()
    people: Table[Person] = Table()
    roles: Table[Role] = Table()
    teams: Table[Team] = Table()
    phases: Table[Phase] = Table()
    tasks: Table[Task] = Table()
    dependencies: Table[Dependency] = Table()
    batons: Table[Baton] = Table()
    decisions: Table[Decision] = Table()
    metrics: Table[Metric] = Table()
    risks: Table[Risk] = Table()
    mechanisms: Table[Mechanism] = Table()
    baselines: Table[Baseline] = Table()
    waivers: Table[Waiver] = Table()
    owner_changes: Table[OwnerChange] = Table()
    debt: Table[DebtReading] = Table()
    words_for_one: tuple[str, ...] = ()
    words_for_two: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """The first day after the clock."""
        return self.first + self.days


TABLES: Final = (
    "people", "roles", "teams", "phases", "tasks", "dependencies", "batons", "decisions", "metrics", "risks",
    "mechanisms", "baselines", "waivers", "owner_changes", "debt",
)  # fmt: skip
"""The plan's tables, by field name."""

TABLE_OF_KIND: Final = {
    TASK: "tasks", BATON: "batons", PHASE: "phases", PERSON: "people", ROLE: "roles", TEAM: "teams",
    DEPENDENCY: "dependencies", "decision": "decisions", "metric": "metrics", "risk": "risks",
    "mechanism": "mechanisms", "baseline": "baselines", "waiver": "waivers",
}  # fmt: skip
"""Which table holds the parts of a kind."""
