"""The plan's people, roles and teams as the roster that owner cells are read with, and what was read with it."""

from bisect import bisect_right
from datetime import date, timedelta

from launchplanner.checks.owners import Organisation, Reading, Roster, read_owner
from launchplanner.checks.owners import Person as RosterPerson
from launchplanner.checks.owners import Role as RosterRole
from launchplanner.checks.owners import Team as RosterTeam
from launchplanner.plan.directory import Directory
from launchplanner.plan.people import ORGANISATION, initials_of
from launchplanner.plan.plan import Plan

_ONE_DAY = timedelta(days=1)


def roster_on(plan: Plan, on: date) -> Roster:
    """Return the roster of a plan on a day: everybody's names, and who holds which role then."""
    held: dict[str, set[str]] = {role: set() for role in plan.roles}
    for key, person in plan.people.items():
        for hold in person.holds:
            if hold.role in held and hold.covers(on):
                held[hold.role].add(key)
    people = tuple(
        RosterPerson(
            id=key,
            name=person.name,
            aliases=person.aliases,
            initials=(person.initials or initials_of(person.name),),
            emails=(person.email,) if person.email else (),
        )
        for key, person in sorted(plan.people.items())
    )
    roles = tuple(
        RosterRole(
            id=key,
            name=role.name,
            aliases=(role.long_name,) if role.long_name else (),
            holders=tuple(sorted(held[key])),
        )
        for key, role in sorted(plan.roles.items())
    )
    teams = sorted(plan.teams.items())
    return Roster(
        people=people,
        roles=roles,
        teams=tuple(RosterTeam(key, team.name, team.aliases) for key, team in teams if team.kind != ORGANISATION),
        organisations=tuple(
            Organisation(key, team.name, team.aliases) for key, team in teams if team.kind == ORGANISATION
        ),
        known_as_one=plan.words_for_one,
        known_as_two=plan.words_for_two,
    )


class Rosters:
    """The roster of each day, and each owner text as read with it; both are worked out once.

    Who holds which role changes on few days: one roster serves all days from one change to the next.
    """

    def __init__(self, plan: Plan, directory: Directory) -> None:
        self._plan = plan
        self._directory = directory
        self._changes = sorted(
            {
                day
                for person in plan.people.values()
                for hold in person.holds
                for day in (hold.start, hold.end + _ONE_DAY if hold.end is not None else None)
                if day is not None
            }
        )
        self._rosters: dict[int, Roster] = {}
        self._holders: dict[tuple[str, int], tuple[str, ...]] = {}
        self._readings: dict[tuple[int, str], Reading] = {}
        self._answering: dict[tuple[int, str], str] = {}

    def serve(self, plan: Plan) -> bool:
        """Say whether they are also those of `plan`: nobody came, went or was renamed since."""
        ours = self._plan
        return (
            ours.people is plan.people
            and ours.roles is plan.roles
            and ours.teams is plan.teams
            and ours.words_for_one == plan.words_for_one
            and ours.words_for_two == plan.words_for_two
        )

    def on(self, day: date) -> Roster:
        """Return the roster of a day."""
        stretch = bisect_right(self._changes, day)
        known = self._rosters.get(stretch)
        if known is None:
            known = self._rosters[stretch] = roster_on(self._plan, day)
        return known

    def read(self, text: str, day: date) -> Reading:
        """Return what an owner text says on a day."""
        key = (bisect_right(self._changes, day), text)
        known = self._readings.get(key)
        if known is None:
            known = self._readings[key] = read_owner(text, self.on(day))
        return known

    def holders(self, role: str, day: date | None) -> tuple[str, ...]:
        """Return who holds a role on a day, or at any time when none is given, sorted by id."""
        key = (role, bisect_right(self._changes, day) if day is not None else -1)
        known = self._holders.get(key)
        if known is None:
            known = self._holders[key] = self._directory.holders(role, day)
        return known

    def answers(self, text: str, day: date) -> str:
        """Return the id of the one person who answers for an owner text on a day, or ""."""
        key = (bisect_right(self._changes, day), text)
        known = self._answering.get(key)
        if known is None:
            known = self._answering[key] = self._directory.answers(text, day) or ""
        return known
