"""Binding roles to people, other names for them, and joining two entries that are one person."""

from dataclasses import dataclass
from datetime import date

from launchplanner.plan.edits.base import EditError, changed, part_of, put
from launchplanner.plan.edits.mentions import renamed
from launchplanner.plan.people import Person, RoleHold, Team
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
            EditError: there is no such role or person, or the days cannot be.
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
        hold = changed(RoleHold(role=self.role), {"start": self.start, "end": self.end})
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
class AddAlias:
    """Let a person or team be known by one more name, as it was met in a plan or tracker."""

    key: str
    alias: str
    kind: str = PERSON

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Add another name")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the name known; one that is known already is not put in twice.

        Raises:
            EditError: there is no such person or team, or the name is empty.
        """
        known: Person | Team = part_of(plan, self.kind, self.key)
        alias = " ".join(self.alias.split())
        if not alias:
            raise EditError(_("Another name for {name} needs letters.").format(name=known.name))
        if alias in {known.name, *known.aliases}:
            return plan
        return put(plan, self.kind, self.key, known.replace(aliases=(*known.aliases, alias)))


@dataclass(frozen=True, slots=True)
class JoinPeople:
    """Make two entries one person: `kept` takes the names, roles and work of `joined`.

    What `joined` said about a baton stays as it was said, so a pass that rested on it has to be made again.
    """

    kept: str
    joined: str

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Join two people into one")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with one entry left, and every mention of the other turned to it.

        Raises:
            EditError: one of them is not in the plan, or both are one already.
        """
        kept: Person = part_of(plan, PERSON, self.kept)
        joined: Person = part_of(plan, PERSON, self.joined)
        if self.kept == self.joined:
            raise EditError(_("{name} is one person already.").format(name=kept.name))
        others = (*kept.aliases, joined.name, *joined.aliases, *((joined.email,) if kept.email else ()))
        names = tuple(dict.fromkeys(name for name in others if name and name not in {kept.name, kept.email}))
        one = kept.replace(
            aliases=names,
            email=kept.email or joined.email,
            holds=tuple(dict.fromkeys((*kept.holds, *joined.holds))),
            away=tuple(dict.fromkeys((*kept.away, *joined.away))),
        )
        people = plan.people.with_(self.kept, one).without(self.joined)
        return renamed(plan.replace(people=people), self.joined, self.kept)
