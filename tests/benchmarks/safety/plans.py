"""Random sound plans and random edits of them, the same for the same seed."""

from collections.abc import Callable
from random import Random
from typing import Any

from launchplanner.plan.batons import Event
from launchplanner.plan.edits import Add, Change, ChangeLaunch, Edit, EditError, Link, Remove, Unlink
from launchplanner.plan.people import RoleHold
from launchplanner.plan.plan import BATON, PERSON, PHASE, TABLE_OF_KIND, TASK, Plan
from launchplanner.plan.protocol import event_id
from launchplanner.plan.values import Table
from tests.builders import a_baton, a_link, a_person, a_plan, a_task

PLAN_ID = "6f1c2b0a-8d0e-4b57-9d55-0a4f7a3f2c11"
WORDS = ("Freeze spec", "Brief sales", "Zoë’s demo", "价格", "Ship = yes", "Press kit", "")


def a_sound_plan(tasks: int = 10) -> Plan:
    """Return a plan with no rings and no names of parts that are gone."""
    people = [a_person(name) for name in ("Ana Lima", "Bo Ek", "Cy Roth")]
    work = [a_task(f"Task {number}", ("ana-lima", "bo-ek", "pm")[number % 3]) for number in range(tasks)]
    links = [a_link(f"task-{number}", f"task-{number + 2}") for number in range(0, max(tasks - 2, 0), 2)]
    return a_plan(*people, *work, *links, a_baton("Side pass", "bo-ek", "cy-roth"), id=PLAN_ID)


def edited(plan: Plan, random: Random, edits: int) -> Plan:
    """Return the plan after so many edits that could be made."""
    done = 0
    while done < edits:
        try:
            after = random.choice(_WAYS)(plan, random)
        except EditError:
            continue
        done += 1
        plan = after
    return plan


def _applied(make: Callable[[Plan, Random], Edit]) -> Callable[[Plan, Random], Plan]:
    def way(plan: Plan, random: Random) -> Plan:
        return make(plan, random).apply(plan)

    return way


def _one(table: Table[Any], random: Random) -> str:
    if not table:
        raise EditError("empty")
    return random.choice(sorted(table))


def _who(plan: Plan, random: Random) -> str:
    return random.choice([*sorted(plan.people), *sorted(plan.roles), "Ana & Bo", ""])


def _work(plan: Plan, random: Random) -> str:
    return random.choice(sorted({*plan.tasks, *plan.batons}))


def _change_task(plan: Plan, random: Random) -> Edit:
    key = _one(plan.tasks, random)
    task = plan.tasks[key]
    lines = task.notes.split("\n") if task.notes else ["one", "two", "three", "four", "five"]
    lines[random.randrange(len(lines))] = f"line {random.randrange(99)}"
    changes: list[dict[str, object]] = [
        {"title": f"{random.choice(WORDS)} {random.randrange(9)}"},
        {"owner": _who(plan, random)},
        {"phase": random.choice([*sorted(plan.phases), ""])},
        {"duration": random.randrange(9)},
        {"status": random.choice(["planned", "active", "done"])},
        {"progress": random.randrange(101)},
        {"notes": "\n".join(lines)},
        {"contributors": tuple(sorted({*task.contributors, _who(plan, random)} - {""}))},
        {"contributors": task.contributors[1:]},
        {"links": (*task.links, f"https://example.org/{random.randrange(5)}")},
    ]
    return Change(TASK, key, random.choice(changes))


def _change_baton(plan: Plan, random: Random) -> Edit:
    changes: dict[str, object] = {
        random.choice(["giver", "receiver"]): _who(plan, random),
        "day": random.randrange(-9, 0),
    }
    return Change(BATON, _one(plan.batons, random), changes)


def _hold(plan: Plan, random: Random) -> Edit:
    key = _one(plan.people, random)
    holds = (*plan.people[key].holds, RoleHold(role=_one(plan.roles, random)))
    return Change(PERSON, key, {"holds": holds})


def _launch(plan: Plan, random: Random) -> Edit:
    changes: list[dict[str, object]] = [
        {"title": f"Launch {random.randrange(9)}"},
        {"tier": random.randrange(1, 4)},
        {"launch_task": random.choice(sorted(plan.tasks)) if plan.tasks else ""},
    ]
    return ChangeLaunch(random.choice(changes))


def _add(plan: Plan, random: Random) -> Edit:
    kind = random.choice([TASK, PERSON, BATON])
    key = f"new-{random.randrange(6)}"
    who = _who(plan, random)
    value = {
        TASK: a_task(f"New {random.randrange(9)}", who)[1],
        PERSON: a_person(f"Person {random.randrange(9)}")[1],
        BATON: a_baton("New pass", who, _who(plan, random))[1],
    }
    return Add(kind, key, value[kind])


def _remove(plan: Plan, random: Random) -> Edit:
    kind = random.choice([TASK, TASK, PERSON, BATON, PHASE, "role"])
    return Remove(kind, (_one(getattr(plan, TABLE_OF_KIND[kind]), random),))


def _link(plan: Plan, random: Random) -> Edit:
    return Link(_work(plan, random), _work(plan, random))


def _unlink(plan: Plan, random: Random) -> Edit:
    return Unlink((_one(plan.dependencies, random),))


def _say(plan: Plan, random: Random) -> Plan:
    key = _one(plan.batons, random)
    baton = plan.batons[key]
    event = Event(kind="offer", content="c", by=_one(plan.people, random), at=str(random.randrange(999)))
    said = baton.replace(events=baton.events.with_(event_id(event), event))
    return plan.replace(batons=plan.batons.with_(key, said))


_WAYS: tuple[Callable[[Plan, Random], Plan], ...] = (
    *(_applied(way) for way in (_change_task,) * 5),
    *(_applied(way) for way in (_change_baton, _hold, _launch, _add, _add, _remove, _link, _link, _link, _unlink)),
    _say,
)
