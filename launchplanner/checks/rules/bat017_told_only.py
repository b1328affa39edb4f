"""BAT017: an acceptance by somebody who has not read it."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, WARNING, Finding, Rule
from launchplanner.checks.relay import last_two
from launchplanner.plan.protocol import SAW_THE_LIST, TOLD_ONLY
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        found = last_two(context, key)
        if found is None or found[1].strength not in {SAW_THE_LIST, TOLD_ONLY}:
            continue
        only_told = found[1].strength == TOLD_ONLY
        told = (
            _("{baton} was accepted by {receiver}, who was only told of it.")
            if only_told
            else _("{baton} was accepted by {receiver}, who saw the list and not what is in it.")
        )
        sides = context.passing(key)
        message = told.format(baton=quoted(baton.title), receiver=sides.name(sides.receiver))
        yield Finding(RULE.id, WARNING if only_told else NOTE, context.baton(key), message)


RULE = Rule(
    id="BAT017",
    name="told_only",
    severity=WARNING,
    title="Accepted unread",
    what="A baton that was accepted by somebody who was only told of it, or who saw the list of titles.",
    why="Where reviewers were shown the whole text, each of them found an error; where they were shown a list "
    "of names, none did. The strength of a sign-off is recorded so that nobody mistakes the one for the "
    "other.",
    repairs="The receiver reads the pack and it is handed over once more; or the finding is accepted with a reason.",
    source="How handoffs fail: titles are reviewed instead of content.",
    check=_check,
)
