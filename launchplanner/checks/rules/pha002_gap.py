"""PHA002: days between two phases that belong to none."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import Resize
from launchplanner.plan.plan import PHASE
from launchplanner.words import _, in_words, ngettext, quoted


def _check(context: Context) -> Iterator[Finding]:
    last = ""
    for key, phase in context.lookup.phases:
        if last and phase.start > context.plan.phases[last].end:
            yield _finding(context, last, key)
        if not last or phase.end >= context.plan.phases[last].end:
            last = key


def _finding(context: Context, before_key: str, key: str) -> Finding:
    before, phase = context.plan.phases[before_key], context.plan.phases[key]
    gap = phase.start - before.end
    message = ngettext(
        "{phase} starts {count} working day after {before} ends, and nobody leads in between.",
        "{phase} starts {count} working days after {before} ends, and nobody leads in between.",
        gap,
    ).format(phase=quoted(phase.title), count=in_words(gap), before=quoted(before.title))
    longer = _("{phase} ends on {day}").format(phase=quoted(before.title), day=context.day(phase.start - 1))
    sooner = _("{phase} starts on {day}").format(phase=quoted(phase.title), day=context.day(before.end))
    fixes = (
        Fix(longer, Resize(PHASE, before_key, before.start, before.days + gap)),
        Fix(sooner, Resize(PHASE, key, before.end, phase.days + gap)),
    )
    return Finding(RULE.id, WARNING, context.phase(key), message, fixes)


RULE = Rule(
    id="PHA002",
    name="gap",
    severity=WARNING,
    title="Days that belong to no phase",
    what="Working days between the end of one phase and the start of the next.",
    why="Nobody leads on those days, so whatever comes up is settled by whoever happens to be there. The one who leads "
    "keeps leading until the next has taken over.",
    repairs="The earlier phase lasts until the next begins, or the next begins as soon as the earlier one ends.",
    source="Rules of custody: the current week and who leads it is always visible.",
    check=_check,
)
