"""What a rule may look at: the plan, its order and links, its schedule, its owners as read, and the day."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from launchplanner.checks.load import Load
from launchplanner.checks.owners import Reading, Roster
from launchplanner.checks.part import Part
from launchplanner.checks.roster import Rosters
from launchplanner.plan.edits import Pass
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import BATON, LAUNCH, PERSON, PHASE, ROLE, TASK, Plan
from launchplanner.schedule import Forecast, Schedule, forecast, rescheduled, scheduled
from launchplanner.words import short_day


class Context:
    """One plan on one day, for all rules; every derived thing is worked out at the first question.

    `previous` is the context of the plan before an edit: what it read of owners still holds while the same people hold
    the same roles, and its schedule is where the next one starts from. `fingerprints` are those that linked files
    have now, by link, as far as somebody looked.
    """

    def __init__(
        self,
        plan: Plan,
        today: date,
        lookup: Lookup | None = None,
        schedule: Schedule | None = None,
        previous: "Context | None" = None,
        *,
        fingerprints: Mapping[str, str] | None = None,
    ) -> None:
        self.plan = plan
        self.today = today
        self.fingerprints: Mapping[str, str] = fingerprints or {}
        self.lookup = lookup or Lookup(plan)
        if schedule is None and previous is not None:
            schedule = rescheduled(plan, previous.plan, previous.schedule)
        self.schedule = schedule or scheduled(plan, self.lookup)
        kept = previous.rosters if previous is not None and previous.rosters.serve(plan) else None
        self.rosters: Rosters = kept or Rosters(plan, self.lookup.directory)
        self._readings: dict[str, Reading] = {}
        self._passes: dict[str, Pass] = {}

    @cached_property
    def today_index(self) -> int:
        """Today as a working day from launch day; a day off counts as the next working day."""
        return self.schedule.days.day_of(self.today)

    @cached_property
    def forecast(self) -> Forecast:
        """When everything will happen, as seen from today."""
        return forecast(self.plan, self.schedule, self.today_index)

    @cached_property
    def load(self) -> Load:
        """Who owns which tasks, and how full their weeks are."""
        return Load(self)

    def roster(self, on: date) -> Roster:
        """Return the roster for reading owners on a day: everybody's names, and who holds which role then."""
        return self.rosters.on(on)

    def owner(self, text: str, on: date) -> Reading:
        """Return what an owner text says on a day."""
        return self.rosters.read(text, on)

    def owner_of_task(self, key: str) -> Reading:
        """Return what the owner field of a task says on the day it starts."""
        known = self._readings.get(key)
        if known is None:
            known = self._readings[key] = self.owner(self.plan.tasks[key].owner, self.schedule.first_date(key))
        return known

    def answers(self, text: str, on: date) -> str:
        """Return the id of the one person who answers for a name or role on a day, or "" when there is no such one."""
        return self.rosters.answers(text, on)

    def holders(self, role: str, on: date | None = None) -> tuple[str, ...]:
        """Return who holds a role on a day, or at any time when none is given, sorted by id."""
        return self.rosters.holders(role, on)

    def passing(self, key: str) -> Pass:
        """Return where a baton stands, with the people on both sides."""
        if key not in self._passes:
            self._passes[key] = Pass.of(self.plan, key, self.lookup.directory)
        return self._passes[key]

    def is_settled(self, key: str) -> bool:
        """Say whether a task is done or dropped, or a baton has passed, so that nothing waits for it any more."""
        task = self.plan.tasks.get(key)
        return task.is_settled if task is not None else self.passing(key).standing.has_passed

    def name(self, text: str) -> str:
        """Return what to call an owner text: the name behind an id, or the text itself."""
        return self.lookup.directory.shown(text)

    def day(self, index: int) -> str:
        """Return a working day, counted from launch day, as people write it."""
        return short_day(self.schedule.days.date_of(index))

    def launch(self) -> Part:
        """Return the launch itself as the part of a finding."""
        return Part(LAUNCH, "", self.plan.title)

    def task(self, key: str) -> Part:
        """Return a task as the part of a finding."""
        return Part(TASK, key, self.plan.tasks[key].title)

    def baton(self, key: str) -> Part:
        """Return a baton as the part of a finding."""
        return Part(BATON, key, self.plan.batons[key].title)

    def has_work(self, key: str) -> bool:
        """Say whether a task or baton has this id; they share their ids, since links join either."""
        return key in self.plan.tasks or key in self.plan.batons

    def work(self, key: str) -> Part:
        """Return a task or baton, the ends of links, as the part of a finding."""
        return self.task(key) if key in self.plan.tasks else self.baton(key)

    def phase(self, key: str) -> Part:
        """Return a phase as the part of a finding."""
        return Part(PHASE, key, self.plan.phases[key].title)

    def person(self, key: str) -> Part:
        """Return a person as the part of a finding."""
        return Part(PERSON, key, self.plan.people[key].name)

    def role(self, key: str) -> Part:
        """Return a role as the part of a finding."""
        return Part(ROLE, key, self.plan.roles[key].name)
