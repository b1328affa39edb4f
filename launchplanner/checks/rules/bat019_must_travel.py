"""BAT019: a great baton without what must travel with it."""

import itertools
from collections.abc import Container, Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, WARNING, Finding, Fix, Rule
from launchplanner.checks.packs import first_pack
from launchplanner.checks.relay import some
from launchplanner.plan.batons import MAIN, NOT_APPLICABLE
from launchplanner.plan.edits import AddToPack, Together
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    if context.today_index < context.plan.first:
        return  # before the clock runs packs are still being put together
    for key, baton in context.lookup.batons:
        if baton.kind != MAIN or not baton.items or context.is_settled(key):
            continue
        required = [item for item in baton.items.values() if item.required]
        aside = sorted(item.title for item in required if item.state == NOT_APPLICABLE)
        if aside:
            message = _("{baton} goes without {items}, which must travel with it.").format(
                baton=quoted(baton.title), items=some(aside)
            )
            yield Finding(RULE.id, NOTE, context.baton(key), message)
        elif not required:
            yield from _bare(context, key)


def _bare(context: Context, key: str) -> Iterator[Finding]:
    baton = context.plan.batons[key]
    items, _prompts = first_pack(context, baton.giver, baton.receiver)
    if not items:
        return
    titles = some([item.title for _id, item in sorted(items.items())])
    message = _("{baton} carries nothing that must travel with it, such as {items}.").format(
        baton=quoted(baton.title), items=titles
    )
    edits = tuple(
        AddToPack(key, _free(baton.items, wish), item.replace(order="")) for wish, item in sorted(items.items())
    )
    fix = Fix(_("Put {items} in").format(items=titles), Together(_("Put in what must travel"), edits))
    yield Finding(RULE.id, WARNING, context.baton(key), message, (fix,))


def _free(taken: Container[str], wish: str) -> str:
    """Return an id, or the first of "item-1-2", "item-1-3" … that the pack does not have."""
    wishes = itertools.chain([wish], (f"{wish}-{number}" for number in itertools.count(2)))
    return next(key for key in wishes if key not in taken)


RULE = Rule(
    id="BAT019",
    name="must_travel",
    severity=WARNING,
    title="A great baton without what must travel",
    what="A main baton from PM to PMM, or from PMM onwards, in which no item is marked as one that must "
    "travel, or in which such an item is set to not applicable. Nothing is told before the first day of "
    "the clock.",
    why="Product spec and usage data, message framework and channel performance are what the change of lead "
    "is about. Without them the meeting takes place and the context stays where it was.",
    repairs="The artefacts that must travel are put into the pack. What does not apply stays visible with its reason.",
    source="Rules of custody: the four artefacts are mandatory items of the two main batons.",
    check=_check,
)
