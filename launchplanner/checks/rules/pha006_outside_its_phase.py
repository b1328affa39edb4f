"""PHA006: a task on days that are not its phase's."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.checks.repairs import move
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK
from launchplanner.plan.work import Phase
from launchplanner.schedule import Span
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, task in context.lookup.tasks:
        phase = context.plan.phases.get(task.phase)
        if phase is None or task.is_settled:
            continue
        span = context.schedule.spans[key]
        if not _holds(phase, span):
            message = _message(context, key, phase)
            yield Finding(RULE.id, WARNING, context.task(key), message, tuple(_fixes(context, key, phase)))


def _holds(phase: Phase, span: Span) -> bool:
    return phase.start <= span.start and max(span.finish, span.start + 1) <= phase.end


def _message(context: Context, key: str, phase: Phase) -> str:
    span = context.schedule.spans[key]
    names = {"task": quoted(context.plan.tasks[key].title), "phase": quoted(phase.title)}
    if span.start < phase.start:
        return _("{task} starts on {day}, before {phase} does on {start}.").format(
            **names, day=context.day(span.start), start=context.day(phase.start)
        )
    return _("{task} ends on {day}, after {phase} does on {end}.").format(
        **names, day=context.day(context.schedule.last_day(key)), end=context.day(phase.end - 1)
    )


def _fixes(context: Context, key: str, phase: Phase) -> Iterator[Fix]:
    span = context.schedule.spans[key]
    days = max(span.days, 1)
    start = min(max(span.start, phase.start), phase.end - days)
    if phase.start <= start and start >= context.schedule.allowed.get(key, start):
        yield move(context, key, start)
    for other_key, other in context.lookup.phases:
        if _holds(other, span):
            yield Fix(
                _("It belongs to {phase}").format(phase=quoted(other.title)),
                Change(TASK, key, {"phase": other_key}),
            )
            return


RULE = Rule(
    id="PHA006",
    name="outside_its_phase",
    severity=WARNING,
    title="A task outside its phase",
    what="A task that starts before its phase does, or ends after it.",
    why="The lead of a phase answers for its work while the phase lasts. Work that goes on after the pass is led by "
    "nobody: the old lead has handed over and the new one never saw it.",
    repairs="The task moves inside its phase, or it belongs to the phase in whose days it lies.",
    source="Rules of custody: a phase has one lead from its first day to its last.",
    check=_check,
)
