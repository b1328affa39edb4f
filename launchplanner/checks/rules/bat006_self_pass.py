"""BAT006: a baton that one person would hand to themselves."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import BATON
from launchplanner.words import _, quoted

_MOST_READERS = 3


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        sides = context.passing(key)
        if not sides.sides.is_to_oneself or baton.second_reader.strip() or context.is_settled(key):
            continue
        can_pass = sides.sides.can_pass(baton)
        told = (
            _("{baton} would go from {name} to {name}: with no second reader it takes a night and a written read-back.")
            if can_pass
            else _("{baton} would go from {name} to {name}: with no second reader it cannot pass.")
        )
        message = told.format(baton=quoted(baton.title), name=context.name(sides.giver))
        severity = ERROR if not can_pass and context.today_index >= baton.zone[0] else WARNING
        yield Finding(RULE.id, severity, context.baton(key), message, tuple(_fixes(context, key, sides.giver)))


def _fixes(context: Context, key: str, holder: str) -> Iterator[Fix]:
    others = [(person, value) for person, value in context.lookup.people if person != holder]
    for person, value in others[:_MOST_READERS]:
        title = _("{name} is the second reader").format(name=value.name)
        yield Fix(title, Change(BATON, key, {"second_reader": person}))


RULE = Rule(
    id="BAT006",
    name="self_pass",
    severity=WARNING,
    title="Giver and receiver are one person",
    what="A baton with the same person on both sides and no second reader. Without prompts to read back it cannot pass "
    "at all, and is an error from the day its exchange zone opens.",
    why="In a small firm one person wears two hats, and that is fine. But nobody hears what they forgot to write down "
    "if they read it back to themselves.",
    repairs="Somebody else is named who reads the pack and answers the prompts. Otherwise a night lies between handing "
    "over and accepting, and the read-back is written down.",
    source="Rules of custody for small firms: the self-pass needs a second reader.",
    check=_check,
)
