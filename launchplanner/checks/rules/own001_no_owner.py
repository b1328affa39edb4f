"""OWN001: a task that nobody owns."""

from collections.abc import Iterator

from launchplanner.checks.choices import contributors_hold, lead_holds, noted
from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, NOTE, Finding, Rule
from launchplanner.checks.ownership import Holding, holding, tasks_held
from launchplanner.checks.repairs import distinct
from launchplanner.plan.work import DONE
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, reading in tasks_held(context, Holding.NOBODY):
        fixes = distinct((*lead_holds(context, key), *contributors_hold(context, key), *noted(context, key)))
        severity = NOTE if context.plan.tasks[key].status == DONE else ERROR
        yield Finding(RULE.id, severity, context.task(key), _message(context, key), fixes, reading.code)


def _message(context: Context, key: str) -> str:
    task = context.plan.tasks[key]
    phase = context.plan.phases.get(task.phase)
    if phase is not None and holding(context.owner(phase.lead, context.schedule.first_date(key))) is Holding.ONE:
        return _("{task} has no owner; its phase is led by {lead}.").format(
            task=quoted(task.title), lead=context.name(phase.lead)
        )
    return _("{task} has no owner.").format(task=quoted(task.title))


RULE = Rule(
    id="OWN001",
    name="no_owner",
    severity=ERROR,
    title="A task without an owner",
    what="A task whose owner field is empty. It is always an error, and a note for work that is done.",
    why="A task with no name is usually not done: everybody saw it on the plan and took it to be somebody else's. More "
    "contributors do not help, since nobody among them has to answer.",
    repairs="The lead of its phase owns it, or one of its contributors does. What has not begun and nothing waits for "
    "may be no task at all: it becomes a note of its phase.",
    source="Rules of custody: ownership has one holder; do not answer a missing owner with one more collaborator.",
    check=_check,
)
