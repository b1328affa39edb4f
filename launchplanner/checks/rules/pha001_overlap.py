"""PHA001: two phases at once."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import Resize
from launchplanner.plan.plan import PHASE
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    last = ""
    for key, phase in context.lookup.phases:
        if last and phase.start < context.plan.phases[last].end:
            yield _finding(context, last, key)
        if not last or phase.end >= context.plan.phases[last].end:
            last = key


def _finding(context: Context, before_key: str, key: str) -> Finding:
    before, phase = context.plan.phases[before_key], context.plan.phases[key]
    message = _("{phase} starts on {start}, and {before} ends only on {end}.").format(
        phase=quoted(phase.title),
        start=context.day(phase.start),
        before=quoted(before.title),
        end=context.day(before.end - 1),
    )
    severity = WARNING if before.lead == phase.lead else ERROR
    return Finding(RULE.id, severity, context.phase(key), message, tuple(_fixes(context, before_key, key)))


def _fixes(context: Context, before_key: str, key: str) -> Iterator[Fix]:
    before, phase = context.plan.phases[before_key], context.plan.phases[key]
    if phase.start > before.start:
        title = _("{phase} ends on {day}").format(phase=quoted(before.title), day=context.day(phase.start - 1))
        yield Fix(title, Resize(PHASE, before_key, before.start, phase.start - before.start))
    days = phase.end - before.end if phase.end > before.end else phase.days
    title = _("{phase} starts on {day}").format(phase=quoted(phase.title), day=context.day(before.end))
    yield Fix(title, Resize(PHASE, key, before.end, days))


RULE = Rule(
    id="PHA001",
    name="overlap",
    severity=ERROR,
    title="Two phases at once",
    what="A phase that starts before the one ahead of it has ended. It is an error when the two have different leads, "
    "and a warning when one lead has both.",
    why="On the days that both cover, two people lead and each can take the other to be deciding. A launch is led by "
    "one role at any moment.",
    repairs="The earlier phase ends sooner, or the later one starts once it is over.",
    source="Rules of custody: phases are dated blocks with exactly one leading role each.",
    check=_check,
)
