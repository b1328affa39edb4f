"""BAT021: a receiver who has asked nothing."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, Finding, Rule
from launchplanner.checks.relay import is_in_zone
from launchplanner.plan.batons import MAIN
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        sides = context.passing(key)
        asked = bool(baton.questions) or any(prompt.answer.strip() for prompt in baton.prompts.values())
        if baton.kind != MAIN or asked or not sides.receiver or not is_in_zone(context, key):
            continue
        message = _("{baton} is due, and {receiver} has asked nothing yet.").format(
            baton=quoted(baton.title), receiver=sides.name(sides.receiver)
        )
        yield Finding(RULE.id, NOTE, context.baton(key), message)


RULE = Rule(
    id="BAT021",
    name="receiver_cold",
    severity=NOTE,
    title="A receiver who starts cold",
    what="A main baton whose exchange zone is open while its receiver has put no question on the pull list and "
    "read nothing back.",
    why="Who sees the pack for the first time at the pass asks the wrong questions, or none. A receiver who "
    "only waits is handed work, not context.",
    repairs="The receiver writes down what they need to know, from the first week on; the giver answers in the pack.",
    source="How handoffs fail: the receiver starts cold.",
    check=_check,
)
