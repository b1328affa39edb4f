"""What a launch keeps beside tasks and batons: decisions, metrics, risks, mechanisms, baselines, waivers, custody."""

from datetime import date
from typing import Annotated

from pydantic import Field

from launchplanner.plan.values import Day, Table, Value
from launchplanner.plan.work import Offset


class Decision(Value, frozen=True):
    """Something to be decided by exactly one decider; `heard` is input and never counts as approval."""

    title: str
    decider: str = ""
    heard: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    day: Offset = 0
    veto: bool = False
    outcome: str = ""
    reason: str = ""
    decided_on: Day | None = None
    parts: tuple[str, ...] = ()
    order: str = ""


class Reading(Value, frozen=True):
    """One dated reading of a metric."""

    on: Day
    value: float = Field(allow_inf_nan=False)


class Metric(Value, frozen=True):
    """A number with one owner and a definition; `direction` is "up" or "down", whichever is better."""

    title: str
    owner: str = ""
    definition: str = ""
    unit: str = ""
    direction: str = "up"
    baseline: str = ""
    target: str = ""
    caution: str = ""
    readings: tuple[Reading, ...] = ()
    order: str = ""


class Risk(Value, frozen=True):
    """If `trigger` is seen, its one owner does `fallback`."""

    title: str
    owner: str = ""
    trigger: str = ""
    fallback: str = ""
    batons: tuple[str, ...] = ()
    is_open: bool = True
    order: str = ""


class Mechanism(Value, frozen=True):
    """A numbered mechanism of the spec, followed to the sentence that sales says."""

    title: str
    message: str = ""
    script_line: str = ""
    said_back_by: tuple[str, ...] = ()
    not_sold: bool = False
    order: str = ""


class BaselineSpan(Value, frozen=True):
    """Where a task or baton stood in a baseline: working days from the launch day of that moment."""

    start: Offset
    finish: Offset


class Baseline(Value, frozen=True):
    """The plan as it stood, to measure slip against."""

    title: str
    launch_day: Day
    taken_by: str = ""
    taken_on: Day | None = None
    spans: Table[BaselineSpan] = Table()


class Waiver(Value, frozen=True):
    """Somebody accepted a finding, for a reason and at most until a date; it stays visible in what is exported."""

    rule: str
    part: str
    reason: str
    by: str = ""
    until: Day | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether the waiver still counts on `day`."""
        return self.until is None or day <= self.until


class OwnerChange(Value, frozen=True):
    """A task went from one owner to another while its phase ran, or a `role` that owns such tasks did.

    Either `task` or `role` is the id, the other is empty. `before` and `after` are owner texts, `reason` says why.
    """

    task: str = ""
    on: Day
    before: str
    after: str
    role: str = ""
    reason: str = ""
    by: str = ""


class DebtReading(Value, frozen=True):
    """How many open tasks lacked exactly one named person on a day."""

    tasks: Annotated[int, Field(ge=0)]
