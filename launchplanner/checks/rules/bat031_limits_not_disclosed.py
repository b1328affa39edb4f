"""BAT031: a product that is handed over without its limits."""

import itertools
import re
from collections.abc import Iterator
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, Finding, Fix, Rule
from launchplanner.checks.relay import is_near, is_product_to_market
from launchplanner.plan.batons import Baton, BatonItem
from launchplanner.plan.edits import AddToPack
from launchplanner.words import _, quoted

_LIMITS: Final = re.compile(
    r"limit|not do\b|failure|known (?:issue|defect)|límite|grenz|einschränk|beperk|ограничен|限制|制限", re.IGNORECASE
)


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if not baton.items or not is_product_to_market(context, baton) or not is_near(context, key):
            continue
        if any(_LIMITS.search(text) for text in _texts(baton)):
            continue
        message = _("{baton} says nowhere what the product does not do.").format(baton=quoted(baton.title))
        item = BatonItem(title=_("Known limits"), criterion=_("Each limit has what the customer sees, and what we say"))
        free = next(wish for number in itertools.count(1) if (wish := f"limits-{number}") not in baton.items)
        fix = Fix(_("Put “Known limits” in"), AddToPack(key, free, item))
        yield Finding(RULE.id, NOTE, context.baton(key), message, (fix,))


def _texts(baton: Baton) -> Iterator[str]:
    for item in baton.items.values():
        yield from (item.title, item.criterion)
    yield from (prompt.question for prompt in baton.prompts.values())


RULE = Rule(
    id="BAT031",
    name="limits_not_disclosed",
    severity=NOTE,
    title="Limits that are not disclosed",
    what="A main baton from PM to PMM, due within seven working days, in which no item and no prompt speaks of "
    "limits, failures or what the product does not do.",
    why="What is not said is filled in by hope. The first customer finds the limit, and the message has "
    "promised the opposite.",
    repairs="An item “Known limits” is put into the pack, or a prompt asks what it does not do.",
    source="How handoffs fail: limits are not disclosed.",
    check=_check,
)
