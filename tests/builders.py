"""Builders for tests: a plan that is sound by default, so that a test states only what matters to it.

A part is a pair of its id and its value. `a_plan` adds parts to the sound plan, or puts them in place of those with
the same id; tasks that are given stand alone.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from launchplanner.plan.batons import MAIN, READY, Baton, BatonItem, Prompt
from launchplanner.plan.order import positions
from launchplanner.plan.people import Person, Role, RoleHold, Team
from launchplanner.plan.plan import Plan
from launchplanner.plan.records import Decision, Mechanism, Metric, OwnerChange, Risk, Waiver
from launchplanner.plan.values import Table, Value
from launchplanner.plan.work import Dependency, Phase, Start, Task

LAUNCH_DAY = date(2027, 4, 13)
"""A Tuesday. The sound plan runs from Monday 1 March to Friday 23 April."""
BEFORE = date(2027, 2, 22)
"""A Monday, a week before the sound plan begins."""
FIRST, DAYS = -31, 40
PASS_DAY = -12

Part = tuple[str, Value]
_TABLES: dict[type[Value], str] = {
    Person: "people",
    Role: "roles",
    Team: "teams",
    Phase: "phases",
    Task: "tasks",
    Dependency: "dependencies",
    Baton: "batons",
    Decision: "decisions",
    Metric: "metrics",
    Risk: "risks",
    Mechanism: "mechanisms",
    Waiver: "waivers",
    OwnerChange: "owner_changes",
}


def slug(title: str) -> str:
    """Return the id that the builders give to a part with this title."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in title.casefold()).split())


def a_person(name: str, *roles: str, key: str = "", **fields: Any) -> tuple[str, Person]:
    holds = tuple(RoleHold(role=role) for role in roles)
    given: dict[str, Any] = {"name": name, "holds": holds, **fields}
    return key or slug(name), Person(**given)


def a_role(name: str, key: str = "", **fields: Any) -> tuple[str, Role]:
    given: dict[str, Any] = {"name": name, **fields}
    return key or slug(name), Role(**given)


def a_team(name: str, *members: str, key: str = "", **fields: Any) -> tuple[str, Team]:
    given: dict[str, Any] = {"name": name, "members": members, **fields}
    return key or slug(name), Team(**given)


def a_phase(title: str, start: int, days: int, lead: str = "pm", *, key: str = "", **fields: Any) -> tuple[str, Phase]:
    given: dict[str, Any] = {"title": title, "start": start, "days": days, "lead": lead, **fields}
    return key or slug(title), Phase(**given)


def a_task(
    title: str, owner: str = "mira-okafor", *, key: str = "", start: int = -31, **fields: Any
) -> tuple[str, Task]:
    """Return a task of the first phase, one day on its first day, unless fields say otherwise."""
    given: dict[str, Any] = {"title": title, "owner": owner, "phase": "build", "start": Start(days=start), **fields}
    return key or slug(title), Task(**given)


def an_item(title: str, **fields: Any) -> tuple[str, BatonItem]:
    given: dict[str, Any] = {"title": title, "criterion": f"{title} can be opened", "state": READY, **fields}
    return slug(title), BatonItem(**given)


def a_baton(
    title: str,
    giver: str = "mira-okafor",
    receiver: str = "jonas-reyes",
    *,
    day: int = PASS_DAY,
    key: str = "",
    items: Iterable[tuple[str, BatonItem]] | None = None,
    prompts: Iterable[str] = ("What does it do, in two sentences?",),
    **fields: Any,
) -> tuple[str, Baton]:
    """Return a baton with one item that is ready, and one prompt, unless told otherwise."""
    pack = [an_item("Frozen spec")] if items is None else items
    questions = Table((f"q{number}", Prompt(question=text)) for number, text in enumerate(prompts, start=1))
    given: dict[str, Any] = {
        "title": title,
        "giver": giver,
        "receiver": receiver,
        "day": day,
        "items": Table(pack),
        **fields,
    }
    return key or slug(title), Baton(prompts=questions, **given)


def a_link(predecessor: str, successor: str, type: str = "FS", lag: int = 0) -> tuple[str, Dependency]:  # noqa: A002
    link = Dependency(predecessor=predecessor, successor=successor, type=type, lag=lag)
    return link.id, link


def a_plan(*parts: Part, **fields: Any) -> Plan:
    """Return a plan in which no rule finds anything a week before it begins, with `parts` put in."""
    given: dict[str, dict[str, Value]] = {name: {} for name in _TABLES.values()}
    for key, value in parts:
        given[_TABLES[type(value)]][key] = value
    tables: dict[str, Any] = {name: Table({**standard, **given[name]}) for name, standard in _sound().items()}
    if given["tasks"]:
        tables["tasks"] = Table(_ordered(given["tasks"]))
        tables["dependencies"] = Table(given["dependencies"])
    elif "launch_task" not in fields:
        fields["launch_task"] = "launch-day"
    tables |= {name: Table(entries) for name, entries in given.items() if name not in tables}
    launch: dict[str, Any] = {
        "id": "sound",
        "title": "New auction model",
        "launch_day": LAUNCH_DAY,
        "first": FIRST,
        "days": DAYS,
    }
    return Plan(**{**launch, **tables, **fields})


def _ordered(tasks: dict[str, Value]) -> dict[str, Value]:
    orders = zip(positions(len(tasks)), tasks.items(), strict=True)
    return {key: task.replace(order=getattr(task, "order", "") or order) for order, (key, task) in orders}


def _sound() -> dict[str, dict[str, Value]]:
    return {
        "people": dict(
            [
                a_person("Mira Okafor", "pm", order="1"),
                a_person("Jonas Reyes", "pmm", order="2"),
                a_person("Tessa Brandt", "sales-lead", order="3"),
            ]
        ),
        "roles": dict(
            [
                a_role("PM", long_name="Product manager", family="pm", order="1"),
                a_role("PMM", long_name="Product marketing manager", family="pmm", order="2"),
                a_role("Sales lead", family="sales", order="3"),
            ]
        ),
        "phases": dict(
            [
                a_phase("Build", FIRST, 20, lead="pm", order="1"),
                a_phase("Positioning", FIRST + 20, 20, lead="pmm", order="2"),
            ]
        ),
        "tasks": _ordered(
            dict(
                [
                    a_task("Product spec", duration=10),
                    a_task("Message framework", owner="jonas-reyes", phase="positioning", start=-11, duration=5),
                    a_task("Launch day", owner="jonas-reyes", phase="positioning", start=0),
                ]
            )
        ),
        "batons": dict(
            [a_baton("Product to market", giver="pm", receiver="pmm", kind=MAIN, opens_phase="positioning")]
        ),
        "dependencies": dict(
            [
                a_link("product-spec", "product-to-market"),
                a_link("product-to-market", "message-framework"),
                a_link("message-framework", "launch-day"),
            ]
        ),
    }
