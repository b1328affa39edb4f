"""Repairs for a group in an owner field: choose one of its people, or one task for each of them."""

import itertools
from collections.abc import Iterator
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import Fix, Part
from launchplanner.checks.owners import Reading
from launchplanner.checks.repairs import fresh_ids
from launchplanner.plan.edits import Add, SplitTask
from launchplanner.plan.people import ORGANISATION, Team
from launchplanner.plan.plan import TASK, TEAM
from launchplanner.plan.templates import person_id
from launchplanner.plan.values import Table
from launchplanner.words import _, quoted

MOST_PARTS: Final = 6
"""Into how many tasks one is split at most."""


def team_named(context: Context, reading: Reading) -> str | None:
    """Return the id of the one team or organisation of this launch that an owner text names, or None."""
    teams = [owner.id for owner in reading.owners if owner.id is not None and owner.kind in {"team", "organisation"}]
    return teams[0] if len(teams) == 1 and teams[0] in context.plan.teams else None


def members(context: Context, team: str) -> tuple[str, ...]:
    """Return the people of a team who are in the roster, in its order, each once."""
    return tuple(dict.fromkeys(key for key in context.plan.teams[team].members if key in context.plan.people))


def one_task_each(context: Context, part: Part, reading: Reading) -> Iterator[Fix]:
    """Yield that each member of a team owns a task of their own."""
    team = team_named(context, reading)
    people = members(context, team) if team is not None else ()
    if team is None or part.kind != TASK or not 1 < len(people) <= MOST_PARTS:
        return
    title = context.plan.tasks[part.id].title
    edit = SplitTask(
        part.id,
        people,
        fresh_ids(context, part.id, len(people) - 1),
        tuple(f"{title} ({context.name(person)})" for person in people),
    )
    yield Fix(_("One task for each of {group}").format(group=context.plan.teams[team].name), edit)


def known_as_group(context: Context, name: str) -> Iterator[Fix]:
    """Yield that a text nobody knows is a team of ours, or a company."""
    key = new_key(context, name)
    yield Fix(_("{name} is a team").format(name=quoted(name)), Add(TEAM, key, Team(name=name)))
    company = Team(name=name, kind=ORGANISATION)
    yield Fix(_("{name} is a company").format(name=quoted(name)), Add(TEAM, key, company))


def new_key(context: Context, name: str) -> str:
    """Return an id for somebody new that no person, role or team has: owner fields hold any of these."""
    taken = {*context.plan.people, *context.plan.roles, *context.plan.teams}
    key = person_id(name, Table())
    return next(
        wish
        for wish in itertools.chain([key], (f"{key}-{number}" for number in itertools.count(2)))
        if wish not in taken
    )
