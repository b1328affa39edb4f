"""Templates: a launch without dates or people, and how it becomes a plan.

A template counts working days from the Monday of its week 1 (day 0). Its `launch_task` falls on launch day.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Final

from pydantic import Field

from launchplanner.plan.batons import ARTEFACT, SIDE, Baton, BatonItem, Prompt
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.edits import bridged
from launchplanner.plan.order import positions
from launchplanner.plan.people import Person, Role, RoleHold, initials_of
from launchplanner.plan.plan import Plan
from launchplanner.plan.records import Decision, Metric
from launchplanner.plan.values import Table, Value
from launchplanner.plan.work import Dependency, Phase, Start, Task

DAYS_A_WEEK: Final = 5
Index = Annotated[int, Field(ge=0, le=5000)]


class TemplateRole(Value, frozen=True):
    """A role that a new launch binds to a person."""

    id: str
    name: str
    long_name: str = ""
    family: str = ""


class TemplatePhase(Value, frozen=True):
    """A phase, from day `start`, `days` long, led by a role."""

    id: str
    name: str
    lead: str
    start: Index
    days: Annotated[int, Field(ge=1, le=1000)]
    purpose: str = ""
    leaves_with: str = ""


class TemplateTask(Value, frozen=True):
    """A task; `after` names tasks and batons it waits for, `tiers` the tiers that keep it by default."""

    id: str
    phase: str
    start: Index
    days: Annotated[int, Field(ge=0, le=1000)]
    title: str
    owner: str
    contributors: tuple[str, ...] = ()
    deliverable: str = ""
    after: tuple[str, ...] = ()
    tiers: tuple[int, ...] = (1, 2, 3)


class TemplateItem(Value, frozen=True):
    """One thing in a baton's pack."""

    id: str
    title: str
    part: str = ARTEFACT
    criterion: str
    evidence: str
    required: bool = False


class TemplateBaton(Value, frozen=True):
    """A baton, passed at the end of `day`."""

    id: str
    title: str
    kind: str = SIDE
    giver: str
    receiver: str
    day: Index
    opens_before: int = 2
    closes_after: int = 2
    answer_within: int = 1
    on_call: int = 5
    carries: str = ""
    opens_phase: str = ""
    after: tuple[str, ...] = ()
    items: tuple[TemplateItem, ...] = ()
    prompts: tuple[str, ...] = ()


class TemplateDecision(Value, frozen=True):
    """A decision with one decider, due at the end of `day`."""

    id: str
    title: str
    decider: str
    heard: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    day: int
    veto: bool = False


class TemplateMetric(Value, frozen=True):
    """A metric with one owner role."""

    id: str
    name: str
    owner: str
    definition: str
    unit: str = ""
    direction: str = "up"
    caution: str = ""


class Template(Value, frozen=True):
    """A launch to start from."""

    id: str
    order: int = 0
    name: str
    summary: str
    weeks: Annotated[int, Field(ge=1, le=104)]
    default_tier: Annotated[int, Field(ge=1, le=3)] = 1
    launch_task: str
    roles: tuple[TemplateRole, ...]
    phases: tuple[TemplatePhase, ...]
    tasks: tuple[TemplateTask, ...]
    batons: tuple[TemplateBaton, ...]
    decisions: tuple[TemplateDecision, ...] = ()
    metrics: tuple[TemplateMetric, ...] = ()

    @property
    def launch_index(self) -> int:
        """The working day, from 0 on Monday of week 1, on which launch day falls.

        Raises:
            ValueError: the launch task is not among the tasks.
        """
        for task in self.tasks:
            if task.id == self.launch_task:
                return task.start
        raise ValueError(f"template {self.id} has no task {self.launch_task}")


def new_plan(
    template: Template,
    *,
    title: str,
    launch_day: date,
    people: Mapping[str, Sequence[str]] | None = None,
    tier: int | None = None,
    calendar: WorkCalendar | None = None,
) -> Plan:
    """Return a launch made from a template.

    Args:
        template: what to start from.
        title: the launch's name.
        launch_day: the anchor; every other date counts from it.
        people: names with the ids of the roles that each holds.
        tier: which tasks to keep, by the template's preselection; its default when None.
        calendar: working days; Monday to Friday when None.
    """
    shift = template.launch_index
    kept = tier or template.default_tier
    dropped = [task.id for task in template.tasks if kept not in task.tiers]
    tasks = _tasks(template, shift).without(*dropped)
    return Plan(
        title=title,
        template=template.id,
        tier=kept,
        launch_day=launch_day,
        launch_task=template.launch_task,
        first=-shift,
        days=template.weeks * DAYS_A_WEEK,
        calendar=calendar or WorkCalendar(),
        people=_people(people or {}),
        roles=_roles(template),
        phases=_phases(template, shift),
        tasks=tasks,
        dependencies=bridged(_links(template), dropped),
        batons=_batons(template, shift),
        decisions=_decisions(template, shift),
        metrics=_metrics(template),
    )


def first_monday(template: Template, launch_day: date) -> date:
    """Return the Monday of week 1 for a launch day, in a calendar without days off."""
    weeks, weekday = divmod(template.launch_index, DAYS_A_WEEK)
    return launch_day - timedelta(days=7 * weeks + weekday)


def _people(bound: Mapping[str, Sequence[str]]) -> Table[Person]:
    table: Table[Person] = Table()
    for order, (name, roles) in zip(positions(len(bound)), bound.items(), strict=True):
        holds = tuple(RoleHold(role=role) for role in roles)
        person = Person(name=name, initials=initials_of(name), holds=holds, order=order)
        table = table.with_(person_id(name, table), person)
    return table


def person_id(name: str, taken: Table[Person]) -> str:
    """Return a readable id for a new person, such as "mira-okafor", that nobody has yet."""
    letters = "".join(letter if letter.isalnum() else "-" for letter in name.casefold())
    slug = "-".join(part for part in letters.split("-") if part) or "person"
    key, number = slug, 2
    while key in taken:
        key, number = f"{slug}-{number}", number + 1
    return key


def _roles(template: Template) -> Table[Role]:
    orders = positions(len(template.roles))
    return Table(
        (role.id, Role(name=role.name, long_name=role.long_name, family=role.family, order=order))
        for order, role in zip(orders, template.roles, strict=True)
    )


def _phases(template: Template, shift: int) -> Table[Phase]:
    return Table(
        (
            phase.id,
            Phase(
                title=phase.name,
                lead=phase.lead,
                start=phase.start - shift,
                days=phase.days,
                purpose=phase.purpose,
                leaves_with=phase.leaves_with,
                order=order,
            ),
        )
        for order, phase in zip(positions(len(template.phases)), template.phases, strict=True)
    )


def _tasks(template: Template, shift: int) -> Table[Task]:
    return Table(
        (
            task.id,
            Task(
                title=task.title,
                phase=task.phase,
                owner=task.owner,
                contributors=task.contributors,
                start=Start(days=task.start - shift),
                duration=task.days,
                deliverable=task.deliverable,
                tiers=task.tiers,
                order=order,
            ),
        )
        for order, task in zip(positions(len(template.tasks)), template.tasks, strict=True)
    )


def _links(template: Template) -> Table[Dependency]:
    table: Table[Dependency] = Table()
    parts: tuple[TemplateTask | TemplateBaton, ...] = (*template.tasks, *template.batons)
    for part in parts:
        for before in part.after:
            link = Dependency(predecessor=before, successor=part.id)
            table = table.with_(link.id, link)
    return table


def _batons(template: Template, shift: int) -> Table[Baton]:
    return Table(
        (
            baton.id,
            Baton(
                title=baton.title,
                kind=baton.kind,
                giver=baton.giver,
                receiver=baton.receiver,
                day=baton.day - shift,
                opens=baton.opens_before,
                closes=baton.closes_after,
                answer_within=baton.answer_within,
                on_call=baton.on_call,
                carries=baton.carries,
                opens_phase=baton.opens_phase,
                items=_items(baton),
                prompts=_prompts(baton),
                order=order,
            ),
        )
        for order, baton in zip(positions(len(template.batons)), template.batons, strict=True)
    )


def _items(baton: TemplateBaton) -> Table[BatonItem]:
    return Table(
        (
            item.id,
            BatonItem(
                title=item.title,
                part=item.part,
                criterion=item.criterion,
                evidence=item.evidence,
                required=item.required,
                order=order,
            ),
        )
        for order, item in zip(positions(len(baton.items)), baton.items, strict=True)
    )


def _prompts(baton: TemplateBaton) -> Table[Prompt]:
    orders = positions(len(baton.prompts))
    return Table(
        (f"{baton.id}-q{number}", Prompt(question=question, order=order))
        for number, (order, question) in enumerate(zip(orders, baton.prompts, strict=True), start=1)
    )


def _decisions(template: Template, shift: int) -> Table[Decision]:
    return Table(
        (
            decision.id,
            Decision(
                title=decision.title,
                decider=decision.decider,
                heard=decision.heard,
                told=decision.told,
                day=decision.day - shift,
                veto=decision.veto,
                order=order,
            ),
        )
        for order, decision in zip(positions(len(template.decisions)), template.decisions, strict=True)
    )


def _metrics(template: Template) -> Table[Metric]:
    return Table(
        (
            metric.id,
            Metric(
                title=metric.name,
                owner=metric.owner,
                definition=metric.definition,
                unit=metric.unit,
                direction=metric.direction,
                caution=metric.caution,
                order=order,
            ),
        )
        for order, metric in zip(positions(len(template.metrics)), template.metrics, strict=True)
    )
