"""BAT004: a baton that is due soon and not ready."""

from collections.abc import Iterator
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.words import _, ngettext, quoted

SOON: Final = 7
"""Working days before the planned day from which it is told."""


def _check(context: Context) -> Iterator[Finding]:
    today = context.today_index
    if today < context.plan.first:
        return  # before the clock runs there is nothing that could be ready
    for key, baton in context.lookup.batons:
        if not baton.items or not baton.day - SOON <= today <= baton.zone[1] or context.is_settled(key):
            continue
        missing = sum(1 for item in baton.items.values() if not item.is_settled)
        if missing:
            yield Finding(RULE.id, WARNING, context.baton(key), _message(context, key, missing))


def _message(context: Context, key: str, missing: int) -> str:
    baton = context.plan.batons[key]
    left = baton.day - context.today_index
    if left > 0:
        due = ngettext("is due in {count} working day", "is due in {count} working days", left).format(count=left)
    elif left == 0:
        due = _("is due today")
    else:
        due = _("was due on {day}").format(day=context.day(baton.day))
    unready = ngettext(
        "{count} of {total} items is not ready", "{count} of {total} items are not ready", missing
    ).format(count=missing, total=len(baton.items))
    return _("{baton} {due} and {unready}.").format(baton=quoted(baton.title), due=due, unready=unready)


RULE = Rule(
    id="BAT004",
    name="not_ready",
    severity=WARNING,
    title="A baton that is due soon and not ready",
    what="A baton that is to pass within seven working days, or is in its exchange zone, while items in its pack are "
    "neither ready nor set aside with a reason. Nothing is told before the first day of the clock.",
    why="What is not ready on the day is handed over as a promise. The receiver's time is used up by waiting, and the "
    "next phase pays for it.",
    repairs="Open the baton and finish what is missing, or set an item to not applicable and say why.",
    source="Rules of custody: delay the pass when the state is unstable; a late pass takes the receiver's time.",
    check=_check,
)
