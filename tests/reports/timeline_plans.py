"""Small plans for the tests of the timeline: launch day is Tue 30 March 2027, week 1 begins on Mon 18 January."""

from collections.abc import Collection
from datetime import date
from typing import Any

from launchplanner.checks import Context, Findings
from launchplanner.plan.batons import Baton, BatonItem
from launchplanner.plan.people import Person, Role, RoleHold
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import Dependency, Phase, Start, Task
from launchplanner.reports.timeline import Timeline

LAUNCH_DAY = date(2027, 3, 30)
FIRST = -51
"""The first day of a clock of 12 weeks whose launch day is the Tuesday of week 11."""

ROLES = Table(
    {
        "pm": Role(name="PM", family="pm"),
        "pmm": Role(name="PMM", family="pmm"),
        "sales": Role(name="Sales lead", family="sales"),
    }
)
PEOPLE = Table(
    {
        "mira": Person(name="Mira Okafor", holds=(RoleHold(role="pm"),), order="1"),
        "jonas": Person(name="Jonas Reyes", holds=(RoleHold(role="pmm"),), order="2"),
        "tessa": Person(name="Tessa Brandt", holds=(RoleHold(role="sales"),), order="3"),
    }
)


def day(of_clock: int) -> int:
    """Return the working day from launch day for a day of the clock, 0 being Monday of week 1."""
    return FIRST + of_clock


def a_task(title: str, at: int, days: int = 2, **fields: Any) -> Task:
    """Return a task of PM in the phase "test", `at` working days after the clock begins."""
    given: dict[str, Any] = {"title": title, "phase": "test", "owner": "mira", "duration": days}
    given |= {"start": Start(days=day(at)), **fields}
    return Task(**given)


def a_baton(title: str, at: int, **fields: Any) -> Baton:
    """Return a baton from PM to PMM that passes at the end of a day of the clock."""
    given: dict[str, Any] = {"title": title, "giver": "pm", "receiver": "pmm", "day": day(at), **fields}
    return Baton(**given)


def items(ready: int, missing: int) -> Table[BatonItem]:
    """Return a pack with some items ready and some missing."""
    states = ["ready"] * ready + ["missing"] * missing
    return Table({f"i{n}": BatonItem(title=f"Item {n}", state=state) for n, state in enumerate(states)})


def a_plan(tasks: dict[str, Task] | None = None, batons: dict[str, Baton] | None = None, **fields: Any) -> Plan:
    """Return a clock of 12 weeks with the phases Test (weeks 5 and 6) and Positioning (weeks 7 and 8)."""
    given: dict[str, Any] = {
        "launch_day": LAUNCH_DAY,
        "first": FIRST,
        "days": 60,
        "roles": ROLES,
        "people": PEOPLE,
        "phases": Table(
            {
                "test": Phase(title="Test", lead="pm", start=day(20), days=10),
                "pos": Phase(title="Positioning", lead="pmm", start=day(30), days=10),
            }
        ),
        "tasks": Table(tasks or {}),
        "batons": Table(batons or {}),
    }
    return Plan(**{**given, **fields})


def links(*pairs: tuple[str, str], **fields: Any) -> Table[Dependency]:
    """Return links, each from what is waited for to what waits."""
    made = [Dependency(predecessor=before, successor=after, **fields) for before, after in pairs]
    return Table({link.id: link for link in made})


def a_timeline(
    plan: Plan,
    today: date = date(2027, 2, 18),
    collapsed: Collection[str] = (),
    only: Collection[str] | None = None,
    findings: Findings | None = None,
) -> Timeline:
    """Return the timeline of a plan, by default on Thursday of week 5."""
    return Timeline(Context(plan, today), findings or Findings((), ()), collapsed, only)
