"""OWN003: a team, company, channel or machine as the owner."""

from collections.abc import Iterator
from typing import Final

from launchplanner.checks.choices import contributors_hold, from_team, lead_holds
from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.checks.ownership import Holding, owner_seat, said, severity, tasks_held
from launchplanner.checks.repairs import distinct
from launchplanner.checks.teams import one_task_each

_AUTOMATED: Final = "Automated: {name} answers for it"


def _check(context: Context) -> Iterator[Finding]:
    for key, reading in tasks_held(context, Holding.GROUP):
        part, helpers = context.task(key), (reading.text.strip(),)
        told = _AUTOMATED if reading.code == "OWN-BOT" else ""
        fixes = (
            *from_team(context, part, "owner", reading),
            *one_task_each(context, part, reading),
            *contributors_hold(context, key, helpers, told),
            *lead_holds(context, key, helpers, told),
        )
        message = said(context, owner_seat(context, key), reading)
        yield Finding(RULE.id, severity(context, key), part, message, distinct(fixes), reading.code)


RULE = Rule(
    id="OWN003",
    name="group_as_owner",
    severity=WARNING,
    title="A group cannot hold a baton",
    what="A task owned by a team, by everybody, by a company, by a channel or mailbox, or by a machine. It is an error "
    "once the phase has begun or a baton waits for the task.",
    why="A group has no one to ask. A company needs a contact there and one person on our side, a channel does not "
    "answer, and a machine may do the work while a person answers for it.",
    repairs="One of the people of the team owns it, as far as the roster knows them, or each of them a task of their "
    "own. Otherwise a contributor or the lead of the phase owns it. The group is kept as help, and a machine too: it "
    "does the work, and somebody answers for it.",
    source="Rules of custody: one holder, known by name; cells met in published launch plans.",
    check=_check,
)
