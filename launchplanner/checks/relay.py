"""What rules on batons share: when a pass is near, which roles are on its sides, what was handed over and changed."""

from typing import Final

from launchplanner.checks.context import Context
from launchplanner.plan.batons import MAIN, Baton, BatonItem, Event
from launchplanner.plan.zone import day_of
from launchplanner.words import in_words, joined, ngettext, quoted

SOON: Final = 7
"""Working days before the planned day from which what is missing around a pass is told."""
_MOST_NAMES: Final = 3

PM: Final = "pm"
PMM: Final = "pmm"


def is_near(context: Context, key: str) -> bool:
    """Say whether a baton is due soon or overdue, and has not passed. Nothing is near before the clock runs."""
    baton = context.plan.batons[key]
    today = context.today_index
    return today >= max(context.plan.first, baton.day - SOON) and not context.is_settled(key)


def is_in_zone(context: Context, key: str) -> bool:
    """Say whether the exchange zone is open and the baton has not passed."""
    opens, closes = context.plan.batons[key].zone
    return opens <= context.today_index <= closes and not context.is_settled(key)


def families(context: Context, baton: Baton) -> tuple[str, str]:
    """Return the families of the roles that give and receive, "" where it is no role."""
    directory = context.lookup.directory
    roles = directory.role(baton.giver), directory.role(baton.receiver)
    giver, receiver = (context.plan.roles[role].family if role is not None else "" for role in roles)
    return giver, receiver


def is_product_to_market(context: Context, baton: Baton) -> bool:
    """Say whether this is the great pass from PM to PMM."""
    return baton.kind == MAIN and families(context, baton) == (PM, PMM)


def passed_on(context: Context, key: str) -> int | None:
    """Return the working day on which a baton passed, None when it has not or nobody wrote down when."""
    found = last_two(context, key)
    return day_of(context.lookup.days, found[1].at) if found is not None else None


def last_two(context: Context, key: str) -> tuple[Event, Event] | None:
    """Return the offer and the acceptance by which a baton passed, None when it has not."""
    if not context.plan.batons[key].events:
        return None
    passing = context.passing(key)
    if not passing.standing.has_passed:
        return None
    return passing.baton.events[passing.standing.offer], passing.baton.events[passing.standing.answer]


def drifted(context: Context, key: str) -> list[BatonItem]:
    """Return the items whose linked file is not the one that was handed over, as far as somebody looked."""
    now = context.fingerprints
    items = sorted(context.plan.batons[key].items.items(), key=lambda entry: (entry[1].order, entry[0]))
    return [
        item for _key, item in items if item.fingerprint and now.get(item.link, item.fingerprint) != item.fingerprint
    ]


def some(titles: list[str]) -> str:
    """Return titles in quotation marks, the first few by name and the rest by number."""
    names = [quoted(title) for title in titles[:_MOST_NAMES]]
    more = len(titles) - len(names)
    if more:
        names.append(ngettext("{count} more", "{count} more", more).format(count=in_words(more)))
    return joined(names)
