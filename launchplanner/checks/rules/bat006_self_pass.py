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
        if not sides.giver or sides.giver != sides.receiver or baton.second_reader.strip():
            continue
        message = _("{baton} would go from {name} to {name}: with no second reader it cannot pass.").format(
            baton=quoted(baton.title), name=context.name(sides.giver)
        )
        severity = ERROR if context.today_index >= baton.zone[0] else WARNING
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
    what="A baton with the same person on both sides and no second reader. It is an error from the day its exchange "
    "zone opens.",
    why="In a small firm one person wears two hats, and that is fine. But nobody hears what they forgot to write down "
    "if they read it back to themselves.",
    repairs="Somebody else is named who reads the pack and answers the prompts.",
    source="Rules of custody for small firms: the self-pass needs a second reader.",
    check=_check,
)
