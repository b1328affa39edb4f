"""PHA007: work that belongs to no phase."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    plan = context.plan
    if not plan.phases:
        if plan.tasks:
            message = _("{launch} has no phases, so no day of it has a lead.").format(launch=quoted(plan.title))
            yield Finding(RULE.id, WARNING, context.launch(), message)
        return
    for key, task in context.lookup.tasks_of_phase[""]:
        severity = NOTE if task.is_settled else WARNING
        message = _("{task} belongs to no phase.").format(task=quoted(task.title))
        yield Finding(RULE.id, severity, context.task(key), message, tuple(_fixes(context, key)))


def _fixes(context: Context, key: str) -> Iterator[Fix]:
    day = context.schedule.first_day(key)
    for phase_key, phase in context.lookup.phases:
        if phase.start <= day < phase.end:
            title = _("It belongs to {phase}").format(phase=quoted(phase.title))
            yield Fix(title, Change(TASK, key, {"phase": phase_key}))


RULE = Rule(
    id="PHA007",
    name="no_phase",
    severity=WARNING,
    title="A task without a phase",
    what="A task that belongs to no phase of this launch, or a launch that has no phases at all. For work that is done "
    "it is a note.",
    why="The phase says who leads while the work is done, and which baton has to pass before it. Without one the task "
    "is on no checklist, and nobody misses it.",
    repairs="The task belongs to the phase in whose days it starts.",
    source="Rules of custody: phase ownership is set at the start.",
    check=_check,
)
