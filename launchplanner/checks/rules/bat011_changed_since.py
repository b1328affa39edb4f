"""BAT011: a baton that was changed after it was accepted."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, Finding, Rule
from launchplanner.plan.protocol import CHANGED
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if not baton.events:
            continue
        sides = context.passing(key)
        if sides.standing.state == CHANGED:
            message = _("{baton} was changed after {receiver} accepted it, so {giver} holds it again.").format(
                baton=quoted(baton.title), receiver=sides.name(sides.receiver), giver=sides.name(sides.giver)
            )
            yield Finding(RULE.id, ERROR, context.baton(key), message)


RULE = Rule(
    id="BAT011",
    name="changed_since",
    severity=ERROR,
    title="Changed after it was accepted",
    what="A baton whose content is no longer what the receiver said yes to.",
    why="The read-back is out of date: the receiver works from what they read then. The baton counts as passed only "
    "while both have seen the same content.",
    repairs="Hand it over again, or undo the change. The baton shows what differs.",
    source="How handoffs fail: the spec is changed after the pass.",
    check=_check,
)
