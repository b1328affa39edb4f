"""PHA003: a phase that runs past the clock."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import ChangeLaunch, Resize
from launchplanner.plan.plan import PHASE
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    plan = context.plan
    for key, phase in context.lookup.phases:
        if phase.start < plan.first or phase.end > plan.end:
            yield Finding(RULE.id, WARNING, context.phase(key), _message(context, key), tuple(_fixes(context, key)))


def _message(context: Context, key: str) -> str:
    plan, phase = context.plan, context.plan.phases[key]
    if phase.end > plan.end:
        return _("{phase} ends on {day}, and the clock ends on {end}.").format(
            phase=quoted(phase.title), day=context.day(phase.end - 1), end=context.day(plan.end - 1)
        )
    return _("{phase} starts on {day}, and the clock starts on {first}.").format(
        phase=quoted(phase.title), day=context.day(phase.start), first=context.day(plan.first)
    )


def _fixes(context: Context, key: str) -> Iterator[Fix]:
    plan, phase = context.plan, context.plan.phases[key]
    first, end = min(plan.first, phase.start), max(plan.end, phase.end)
    title = _("The clock runs from {first} to {last}").format(first=context.day(first), last=context.day(end - 1))
    yield Fix(title, ChangeLaunch({"first": first, "days": end - first}))
    start, stop = max(plan.first, phase.start), min(plan.end, phase.end)
    if start < stop:
        title = _("{phase} runs from {first} to {last}").format(
            phase=quoted(phase.title), first=context.day(start), last=context.day(stop - 1)
        )
        yield Fix(title, Resize(PHASE, key, start, stop - start))


RULE = Rule(
    id="PHA003",
    name="past_the_clock",
    severity=WARNING,
    title="A phase beyond the clock",
    what="A phase that starts before the first day of the clock or ends after its last.",
    why="The clock is what everybody counts weeks by. Work outside it is seen on no week header and is missed when the "
    "load of a week is added up.",
    repairs="The clock becomes as long as the phases need, or the phase keeps inside it.",
    source="Rules of custody: the launch runs on a clock of fixed length, phase by phase.",
    check=_check,
)
