"""Binding roles to people, and joining two entries that are one person."""

from dataclasses import dataclass
from datetime import date

from launchplanner.plan.edits.base import EditError, part_of
from launchplanner.plan.people import Person, RoleHold
from launchplanner.plan.plan import PERSON, ROLE, Plan
from launchplanner.words import _


@dataclass(frozen=True, slots=True)
class BindRole:
    """Let `person` hold `role`, between days when they are given; `alone` takes it from everybody else."""

    role: str
    person: str
    start: date | None = None
    end: date | None = None
    alone: bool = True

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Bind the role")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the role bound.

        Raises:
            EditError: there is no such role or person, or the end lies before the start.
        """
        part_of(plan, ROLE, self.role)
        chosen: Person = part_of(plan, PERSON, self.person)
        if self.start is not None and self.end is not None and self.end < self.start:
            raise EditError(_("{name} cannot stop holding the role before the first day.").format(name=chosen.name))
        people = plan.people
        for key, person in plan.people.items():
            if self.alone or key == self.person:
                kept = tuple(hold for hold in person.holds if hold.role != self.role)
                if kept != person.holds:
                    people = people.with_(key, person.replace(holds=kept))
        holder = people[self.person]
        hold = RoleHold(role=self.role, start=self.start, end=self.end)
        return plan.replace(people=people.with_(self.person, holder.replace(holds=(*holder.holds, hold))))


@dataclass(frozen=True, slots=True)
class FreeRole:
    """Let nobody, or one person less, hold `role`."""

    role: str
    person: str

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Free the role")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the role taken from the person.

        Raises:
            EditError: there is no such person.
        """
        person: Person = part_of(plan, PERSON, self.person)
        kept = tuple(hold for hold in person.holds if hold.role != self.role)
        return plan.replace(people=plan.people.with_(self.person, person.replace(holds=kept)))


@dataclass(frozen=True, slots=True)
class JoinPeople:
    """Make two entries one person: `kept` takes the names, roles and work of `joined`."""

    kept: str
    joined: str

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Join two people into one")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with one entry left, and every mention of the other turned to it.

        Raises:
            EditError: one of them is not in the plan.
        """
        kept: Person = part_of(plan, PERSON, self.kept)
        joined: Person = part_of(plan, PERSON, self.joined)
        names = tuple(
            dict.fromkeys(name for name in (*kept.aliases, joined.name, *joined.aliases) if name != kept.name)
        )
        one = kept.replace(
            aliases=names,
            email=kept.email or joined.email,
            holds=tuple(dict.fromkeys((*kept.holds, *joined.holds))),
            away=tuple(dict.fromkeys((*kept.away, *joined.away))),
        )
        people = plan.people.with_(self.kept, one).without(self.joined)
        return _renamed(plan.replace(people=people), self.joined, self.kept)


def _renamed(plan: Plan, old: str, new: str) -> Plan:
    def turned(name: str) -> str:
        return new if name == old else name

    def all_turned(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(turned(name) for name in names))

    tasks = {
        key: task.replace(
            owner=turned(task.owner), backup=turned(task.backup), contributors=all_turned(task.contributors)
        )
        for key, task in plan.tasks.items()
        if old in {task.owner, task.backup, *task.contributors}
    }
    batons = {
        key: baton.replace(
            giver=turned(baton.giver),
            receiver=turned(baton.receiver),
            second_reader=turned(baton.second_reader),
        )
        for key, baton in plan.batons.items()
        if old in {baton.giver, baton.receiver, baton.second_reader}
    }
    phases = {key: phase.replace(lead=new) for key, phase in plan.phases.items() if phase.lead == old}
    decisions = {
        key: decision.replace(
            decider=turned(decision.decider), heard=all_turned(decision.heard), told=all_turned(decision.told)
        )
        for key, decision in plan.decisions.items()
        if old in {decision.decider, *decision.heard, *decision.told}
    }
    metrics = {key: metric.replace(owner=new) for key, metric in plan.metrics.items() if metric.owner == old}
    risks = {key: risk.replace(owner=new) for key, risk in plan.risks.items() if risk.owner == old}
    return plan.replace(
        tasks=plan.tasks.updated(tasks),
        batons=plan.batons.updated(batons),
        phases=plan.phases.updated(phases),
        decisions=plan.decisions.updated(decisions),
        metrics=plan.metrics.updated(metrics),
        risks=plan.risks.updated(risks),
    )
