"""What a rule may look at: the plan, its order and links, its schedule, its owners as read, and the day."""

from datetime import date
from functools import cached_property

from launchplanner.checks.finding import Part
from launchplanner.checks.owners import Reading, Roster, read_owner
from launchplanner.checks.roster import roster_on
from launchplanner.plan.edits import Pass
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import BATON, PHASE, TASK, Plan
from launchplanner.schedule import Schedule, scheduled


class Context:
    """One plan on one day, for all rules; every derived thing is worked out at the first question."""

    def __init__(self, plan: Plan, today: date, lookup: Lookup | None = None, schedule: Schedule | None = None) -> None:
        self.plan = plan
        self.today = today
        self.lookup = lookup or Lookup(plan)
        self.schedule = schedule or scheduled(plan, self.lookup)
        self._rosters: dict[frozenset[tuple[str, str]], Roster] = {}
        self._roster_of_day: dict[date, Roster] = {}
        self._passes: dict[str, Pass] = {}

    @cached_property
    def today_index(self) -> int:
        """Today as a working day from launch day; a day off counts as the next working day."""
        return self.schedule.days.day_of(self.today)

    def roster(self, on: date) -> Roster:
        """Return the roster for reading owners on a day: everybody's names, and who holds which role then."""
        known = self._roster_of_day.get(on)
        if known is None:
            known = self._roster_of_day[on] = roster_on(self.plan, self.lookup.directory, on, self._rosters)
        return known

    def owner(self, text: str, on: date) -> Reading:
        """Return what an owner text says on a day."""
        return read_owner(text, self.roster(on))

    def owner_of_task(self, key: str) -> Reading:
        """Return what the owner field of a task says on the day it starts."""
        return self.owner(self.plan.tasks[key].owner, self.schedule.first_date(key))

    def passing(self, key: str) -> Pass:
        """Return where a baton stands, with the people on both sides."""
        if key not in self._passes:
            self._passes[key] = Pass.of(self.plan, key, self.lookup.directory)
        return self._passes[key]

    def name(self, text: str) -> str:
        """Return what to call an owner text: the name behind an id, or the text itself."""
        return self.lookup.directory.shown(text)

    def task(self, key: str) -> Part:
        """Return a task as the part of a finding."""
        return Part(TASK, key, self.plan.tasks[key].title)

    def baton(self, key: str) -> Part:
        """Return a baton as the part of a finding."""
        return Part(BATON, key, self.plan.batons[key].title)

    def phase(self, key: str) -> Part:
        """Return a phase as the part of a finding."""
        return Part(PHASE, key, self.plan.phases[key].title)
