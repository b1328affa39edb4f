"""BAT007: a baton with nothing in it."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Fix, Rule
from launchplanner.checks.packs import first_pack
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import BATON
from launchplanner.words import _, joined, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if not baton.items:
            message = _("{baton} is empty: nothing is handed over.").format(baton=quoted(baton.title))
            severity = ERROR if context.today_index >= baton.zone[0] else WARNING
            yield Finding(RULE.id, severity, context.baton(key), message, tuple(_fixes(context, key)))


def _fixes(context: Context, key: str) -> Iterator[Fix]:
    baton = context.plan.batons[key]
    items, prompts = first_pack(context, baton.giver, baton.receiver)
    if items:
        titles = joined([quoted(item.title) for _id, item in sorted(items.items())])
        changes = {"items": items} if baton.prompts else {"items": items, "prompts": prompts}
        yield Fix(_("Start it with {items}").format(items=titles), Change(BATON, key, changes))


RULE = Rule(
    id="BAT007",
    name="empty_pack",
    severity=WARNING,
    title="A baton with nothing in it",
    what="A baton without items. It is an error from the day its exchange zone opens.",
    why="A pass of nothing is a meeting. The receiver takes over a title and asks for the content later, one message "
    "at a time.",
    repairs="A baton from PM to PMM starts with the product spec and the usage data, one from PMM onwards with the "
    "message framework and the channel performance. What else travels is for the two sides to say.",
    source="Rules of custody: the four artefacts are mandatory items of the two main batons.",
    check=_check,
)
