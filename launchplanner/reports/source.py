"""What reports are made from: a plan on a day, what its rules found, and the moment of export."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from launchplanner.checks import Context, Findings, checked
from launchplanner.checks.owners import Label, Reading
from launchplanner.checks.rules import RULES
from launchplanner.plan.batons import Baton
from launchplanner.plan.edits import Pass
from launchplanner.plan.people import initials_of
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import (
    ACCEPTED,
    ACCEPTED_WITH_CONDITIONS,
    CHANGED,
    DISPUTED,
    EXPIRED,
    IN_DRAFT,
    OFFERED,
    READ_BACK,
    READING,
    READY_TO_OFFER,
    RETURNED,
    Standing,
    history_head,
)
from launchplanner.plan.workdays import week_of
from launchplanner.reports.blocks import NOBODY, Box, Face, Run, Words
from launchplanner.reports.now import family_of
from launchplanner.words import _, long_day

HEAD_LENGTH: Final = 12
"""Characters of the history's head on paper: enough to tell two histories apart, few enough to read aloud."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who answers for something: `person` is an id, or "" when the text does not name exactly one known person."""

    person: str
    name: str
    face: Face

    @property
    def is_one(self) -> bool:
        """Whether exactly one known person answers."""
        return bool(self.person)


class Source:
    """One plan on one day. `exported` is the moment that is printed, given by whoever knows the clock."""

    def __init__(self, context: Context, findings: Findings, exported: datetime | None = None) -> None:
        self.context = context
        self.findings = findings
        self.plan = context.plan
        self.lookup = context.lookup
        self.schedule = context.schedule
        self.today = context.today
        self.days = context.lookup.days
        self.exported = exported or datetime.combine(context.today, time())
        self._hour_known = exported is not None

    @classmethod
    def of(cls, plan: Plan, today: date, exported: datetime | None = None) -> "Source":
        """Return what reports on a plan are made from, with all rules run over it."""
        context = Context(plan, today)
        return cls(context, checked(context, RULES), exported)

    @property
    def exported_text(self) -> str:
        """The moment of export as it is printed."""
        day = long_day(self.exported.date())
        return f"{day}, {self.exported:%H:%M}" if self._hour_known else day

    @property
    def head(self) -> str:
        """The first signs of the history's head, in groups of four."""
        signs = history_head(self.plan.batons)[:HEAD_LENGTH]
        return " ".join(signs[start : start + 4] for start in range(0, HEAD_LENGTH, 4))

    @property
    def weeks(self) -> int:
        """Length of the clock in weeks."""
        return max(self.week(self.days.date_of(self.plan.end - 1)), 1)

    def week(self, day: date) -> int:
        """Return the week of the clock that a day lies in."""
        return week_of(self.days.date_of(self.plan.first), day)

    def week_text(self, day: date) -> str:
        """Return where in the clock a day lies, such as "Week 6 of 12"."""
        week = self.week(day)
        if week < 1:
            return _("Before week 1 of {weeks}").format(weeks=self.weeks)
        if week > self.weeks:
            return _("After week {weeks}").format(weeks=self.weeks)
        return _("Week {week} of {weeks}").format(week=week, weeks=self.weeks)

    def launch_words(self) -> Words:
        """Return launch day with how sure it is."""
        day = Run(long_day(self.plan.launch_day), "strong")
        return (Run(_("Launch") + " ", "muted"), day, Run(f", {self.sureness()}", "muted"))

    def sureness(self) -> str:
        """Return how sure launch day is, such as "a forecast"."""
        known = {"promise": _("a promise"), "forecast": _("a forecast"), "target": _("a target")}
        return known.get(self.plan.confidence, self.plan.confidence or _("how sure is not said"))

    def holder(self, text: str, on: date) -> Holder:
        """Return who answers for an owner text on a day."""
        return self._held(text, self.context.answers(text, on))

    def task_owner(self, key: str) -> Holder:
        """Return who answers for a task on the day it starts, as the rules read it."""
        return self._held(self.plan.tasks[key].owner, _one_person(self.context.owner_of_task(key)))

    def person(self, key: str, text: str = "") -> Holder:
        """Return a person as the holder of `text`, the role that gives the colour."""
        return self._held(text or key, key if key in self.plan.people else "")

    def shown(self, text: str) -> str:
        """Return what to call an owner text, or that there is none."""
        return self.lookup.directory.shown(text) if text.strip() else _("nobody")

    def _held(self, text: str, person: str) -> Holder:
        if person not in self.plan.people:
            return Holder("", self.shown(text), NOBODY)
        known = self.plan.people[person]
        family = family_of(self.lookup, text) or family_of(self.lookup, person)
        return Holder(person, known.name, Face(known.initials or initials_of(known.name), family))

    def short_name(self, person: str) -> str:
        """Return a given name where it is enough to know who is meant, and the whole name where it is not."""
        name = self.plan.people[person].name
        first = name.split(" ")[0]
        others = [other.name.split(" ")[0] for key, other in self.plan.people.items() if key != person]
        return name if first in others or first.endswith(".") or not name.isascii() else first

    def passing(self, key: str) -> Pass:
        """Return a baton with the people on both sides."""
        return self.context.passing(key)

    def standing(self, key: str) -> Standing:
        """Return where a baton stands today, its zone counted as closed after its last day."""
        passing = self.passing(key)
        if self.days.date_of(passing.baton.zone[1]) >= self.today:
            return passing.standing
        return Pass.of(self.plan, key, self.lookup.directory, zone_closed=True).standing

    def capsule(self, baton: Baton) -> tuple[str, str]:
        """Return the families of giver and receiver."""
        return family_of(self.lookup, baton.giver), family_of(self.lookup, baton.receiver)

    def days_late(self, last_day: int) -> int:
        """Return how many working days ago something was due, 0 when it is not late."""
        return max(self.days.last_day_until(self.today) - last_day, 0)


def _one_person(reading: Reading) -> str:
    """Return the person whom an owner cell comes to, named outright or by a role that one person holds; "" for none."""
    if reading.label is not Label.SINGLE or len(reading.owners) != 1:
        return ""
    owner = reading.owners[0]
    if owner.kind == "person":
        return owner.id or ""
    return owner.holders[0] if len(owner.holders) == 1 else ""


def state_text(state: str) -> str:
    """Return what a baton's state is called."""
    return {
        IN_DRAFT: _("Draft"),
        READY_TO_OFFER: _("Ready to hand over"),
        OFFERED: _("On offer"),
        READING: _("Being read"),
        READ_BACK: _("Read back"),
        ACCEPTED: _("Accepted"),
        ACCEPTED_WITH_CONDITIONS: _("Accepted with conditions"),
        RETURNED: _("Returned"),
        EXPIRED: _("Expired"),
        CHANGED: _("Changed since it was accepted"),
        DISPUTED: _("Disputed"),
    }.get(state, state)


def boxes(*labels: str) -> tuple[Box, ...]:
    """Return empty boxes."""
    return tuple(Box(label) for label in labels)
