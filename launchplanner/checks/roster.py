"""The plan's people and roles as the roster that owner cells are read with."""

from datetime import date

from launchplanner.checks.owners import Roster, RosterPerson, RosterRole
from launchplanner.plan.directory import Directory
from launchplanner.plan.people import initials_of
from launchplanner.plan.plan import Plan


def roster_on(
    plan: Plan, directory: Directory, on: date, made: dict[frozenset[tuple[str, str]], Roster] | None = None
) -> Roster:
    """Return the roster of a plan on a day.

    Who holds which role changes on few days, so `made` keeps one roster for each set of holders.
    """
    held = {role: directory.holders(role, on) for role in plan.roles}
    key = frozenset((role, person) for role, people in held.items() for person in people)
    known = made.get(key) if made is not None else None
    if known is not None:
        return known
    people = tuple(
        RosterPerson(
            id=person_id,
            name=person.name,
            aliases=person.aliases,
            initials=person.initials or initials_of(person.name),
            emails=(person.email,) if person.email else (),
        )
        for person_id, person in sorted(plan.people.items())
    )
    roles = tuple(
        RosterRole(
            id=role_id, name=role.name, aliases=(role.long_name,) if role.long_name else (), holders=held[role_id]
        )
        for role_id, role in sorted(plan.roles.items())
    )
    roster = Roster(people=people, roles=roles, one=plan.words_for_one, two=plan.words_for_two)
    if made is not None:
        made[key] = roster
    return roster
