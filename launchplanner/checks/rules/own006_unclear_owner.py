"""OWN006: an owner field that only people can read."""

from collections.abc import Iterator

from launchplanner.checks.choices import settled
from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, WARNING, Finding, Rule
from launchplanner.checks.ownership import Holding, owner_seat, said, tasks_held
from launchplanner.plan.work import DONE


def _check(context: Context) -> Iterator[Finding]:
    for key, reading in tasks_held(context, Holding.QUESTION):
        message = said(context, owner_seat(context, key), reading)
        fixes = tuple(settled(context, context.task(key), "owner", reading))
        severity = NOTE if context.plan.tasks[key].status == DONE else WARNING
        yield Finding(RULE.id, severity, context.task(key), message, fixes, reading.code)


RULE = Rule(
    id="OWN006",
    name="unclear_owner",
    severity=WARNING,
    title="Who is that?",
    what="A task whose owner field names somebody whom the roster does not know, or can be read in two ways: one "
    "person or two, chosen or not. It is a question, so it stays a warning.",
    why="A program that guesses here is wrong just when it matters: a team that looks like a surname, two given names "
    "that look like one person. One answer is enough, and it is remembered in this file.",
    repairs="The name is another spelling of somebody in the roster, a new person, a team or a company; the text is "
    "one person or two.",
    source="Cells met in published launch plans; the roster is asked first, and nobody is ever guessed.",
    check=_check,
)
