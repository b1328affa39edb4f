"""BAT030: passes that are all accepted at once."""

from collections.abc import Iterator
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, Finding, Rule
from launchplanner.plan.batons import CORRECTED
from launchplanner.plan.protocol import ACCEPT, RETURN
from launchplanner.words import _, quoted

_FEWEST: Final = 5


def _check(context: Context) -> Iterator[Finding]:
    batons = [baton for baton in context.plan.batons.values() if baton.events]
    kinds = [event.kind for baton in batons for event in baton.events.values()]
    if kinds.count(ACCEPT) < _FEWEST or RETURN in kinds:
        return
    corrected = any(prompt.mark == CORRECTED for baton in batons for prompt in baton.prompts.values())
    if corrected or any(item.remark for baton in batons for item in baton.items.values()):
        return
    message = _("{launch} has {count} passes, all accepted at once and without a single correction.").format(
        launch=quoted(context.plan.title), count=kinds.count(ACCEPT)
    )
    yield Finding(RULE.id, NOTE, context.launch(), message)


RULE = Rule(
    id="BAT030",
    name="nobody_looks",
    severity=NOTE,
    title="Everything is accepted at once",
    what="A launch with five or more acceptances, no return, and no read-back that was corrected.",
    why="Where nothing is ever returned the bar is too low, or nobody looks. A good relay returns a pack now "
    "and then, early and for a named reason.",
    repairs="Ask a receiver what they would have returned; write criteria to which the answer can be no.",
    source="How handoffs fail: an acceptance rate near 100 percent, because nobody looks.",
    check=_check,
)
