"""BAT010: more in a pack than anybody reads."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, Finding, Rule
from launchplanner.plan.batons import MOST_ITEMS, MOST_PROMPTS
from launchplanner.words import _, joined, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        over = [
            told.format(count=count, most=most)
            for told, count, most in (
                (_("{count} items ({most} are read)"), len(baton.items), MOST_ITEMS),
                (_("{count} prompts ({most} are answered)"), len(baton.prompts), MOST_PROMPTS),
            )
            if count > most
        ]
        if over and not context.is_settled(key):
            message = _("{baton} has {counts}.").format(baton=quoted(baton.title), counts=joined(over))
            yield Finding(RULE.id, NOTE, context.baton(key), message)


RULE = Rule(
    id="BAT010",
    name="too_much",
    severity=NOTE,
    title="More than anybody reads",
    what=f"A baton with more than {MOST_ITEMS} items or more than {MOST_PROMPTS} prompts.",
    why="A long list is signed, not read. The few things that would stop the receiver are hidden among those that are "
    "there for completeness.",
    repairs="Keep what the receiver needs on the first day; the rest can be linked from one item.",
    source="How handoffs fail: too many items, nobody reads; a heavy gate, people go round it.",
    check=_check,
)
