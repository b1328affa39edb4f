"""Conditions of an acceptance: each a task with one owner that holds up a later baton until it is done.

A condition is said in the acceptance itself and never changes. The task that meets it is made from it, under an id that
follows from the event, so that two copies of a plan make the same one. A task that is gone has met nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from launchplanner.plan.batons import Baton, Condition, Event
from launchplanner.plan.directory import Directory
from launchplanner.plan.edits.base import EditError, changed
from launchplanner.plan.edits.sides import Pass
from launchplanner.plan.order import last_position
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT_WITH_CONDITIONS
from launchplanner.plan.work import DONE, Dependency, Start, Task
from launchplanner.words import _

_ID_LENGTH = 8


@dataclass(frozen=True, slots=True)
class SetCondition:
    """A condition that still holds after a pass: `baton` is the one that was accepted, `task` the id of what meets it.

    `event` is the id of the acceptance.
    """

    baton: str
    event: str
    task: str
    condition: Condition

    def is_met(self, plan: Plan) -> bool:
        """Say whether its task is done; one that was dropped or removed has met nothing."""
        task = plan.tasks.get(self.task)
        return task is not None and task.status == DONE


@dataclass(frozen=True, slots=True)
class MeetCondition:
    """The task of a condition is done, with a word on what met it."""

    task: str
    note: str = ""

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Meet the condition")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the condition met.

        Raises:
            EditError: no condition has a task with this id.
        """
        found = next((one for one in set_conditions(plan) if one.task == self.task), None)
        if found is None:
            raise EditError(_("No condition has the task “{key}”.").format(key=self.task))
        task = plan.tasks.get(self.task) or task_of(plan, found)
        notes = "\n".join(part for part in (task.notes, self.note.strip()) if part)
        done = changed(task, {"status": DONE, "progress": 100, "notes": notes})
        return plan.replace(tasks=plan.tasks.with_(self.task, done))


def task_id(event: str, place: int) -> str:
    """Return the id of the task that meets a condition: the same in every copy of the plan. `place` counts from 1."""
    return f"C-{event[:_ID_LENGTH]}-{place}"


def said_in(baton: str, key: str, event: Event) -> Iterator[SetCondition]:
    """Yield the conditions that an acceptance names."""
    for place, condition in enumerate(event.conditions, start=1):
        yield SetCondition(baton, key, task_id(key, place), condition)


def set_conditions(plan: Plan, directory: Directory | None = None) -> list[SetCondition]:
    """Return the conditions of every acceptance by which a baton of the plan has passed, met or not."""
    known = directory or Directory.of(plan)
    return [
        condition
        for key, baton in sorted(plan.batons.items())
        if any(event.conditions for event in baton.events.values())
        for condition in _standing(Pass.of(plan, key, known))
    ]


def open_conditions(plan: Plan, baton: str, directory: Directory | None = None) -> list[SetCondition]:
    """Return the conditions that hold up a baton."""
    every = set_conditions(plan, directory)
    return [one for one in every if one.condition.blocks == baton and not one.is_met(plan)]


def _standing(passing: Pass) -> Iterator[SetCondition]:
    answer = passing.standing.answer if passing.standing.has_passed else ""
    if answer:
        yield from said_in(passing.key, answer, passing.baton.events[answer])


def condition(plan: Plan, key: str, text: str, owner: str = "", day: int | None = None) -> Condition:
    """Return a condition on accepting a baton; without an owner its giver's, without a day due before the next pass.

    Raises:
        EditError: there is no such baton.
    """
    passing = Pass.of(plan, key)
    blocks = next_baton(plan, key, passing.receiver)
    if day is None:
        day = passing.baton.day + passing.baton.on_call
        if blocks:
            day = max(plan.batons[blocks].day - 1, passing.baton.day)
    return Condition(text=text.strip(), owner=owner or passing.giver, day=day, blocks=blocks)


def next_baton(plan: Plan, key: str, receiver: str) -> str:
    """Return the baton that a condition holds up: the next that the receiver gives, else takes, else the next."""
    known = Directory.of(plan)
    place = _place(key, plan.batons[key])
    later = sorted(
        (other for other, baton in plan.batons.items() if _place(other, baton) > place),
        key=lambda other: _place(other, plan.batons[other]),
    )
    passes = [(other, Pass.of(plan, other, known)) for other in later]
    still = [(other, found) for other, found in passes if not found.standing.has_passed]
    for fits in (
        [other for other, found in still if receiver and found.giver == receiver],
        [other for other, found in still if receiver and found.receiver == receiver],
        [other for other, _found in still],
    ):
        if fits:
            return fits[0]
    return ""


def _place(key: str, baton: Baton) -> tuple[int, str, str]:
    return baton.day, baton.order, key


def with_condition_tasks(plan: Plan, baton: str, key: str, event: Event) -> Plan:
    """Return the plan with a task for each condition of an acceptance, linked to the baton that it holds up."""
    if event.kind != ACCEPT_WITH_CONDITIONS:
        return plan
    tasks, links = plan.tasks, plan.dependencies
    for one in said_in(baton, key, event):
        if one.task in tasks or one.task in plan.batons:
            continue
        tasks = tasks.with_(one.task, task_of(plan.replace(tasks=tasks), one))
        if one.condition.blocks in plan.batons:
            link = Dependency(predecessor=one.task, successor=one.condition.blocks)
            links = links.with_(link.id, link)
    return plan.replace(tasks=tasks, dependencies=links)


def task_of(plan: Plan, found: SetCondition) -> Task:
    """Return the task that meets a condition: a day long, on the day it is due."""
    baton = plan.batons[found.baton]
    day = found.condition.day
    phases = sorted((phase.start, key) for key, phase in plan.phases.items() if phase.start <= day < phase.end)
    by = plan.batons[found.baton].events[found.event].by if found.event in baton.events else ""
    name = plan.people[by].name if by in plan.people else by
    return Task(
        title=found.condition.text,
        phase=phases[-1][1] if phases else "",
        owner=found.condition.owner,
        start=Start(days=day),
        notes=_("Condition on which {name} accepted “{baton}”.").format(name=name, baton=baton.title),
        order=last_position(task.order for task in plan.tasks.values()),
    )
