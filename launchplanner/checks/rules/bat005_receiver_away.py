"""BAT005: a receiver who is away in the exchange zone."""

from collections.abc import Iterator
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.days import absent, told
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.checks.repairs import move
from launchplanner.plan.batons import Baton
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import BATON
from launchplanner.words import _, quoted

_DAYS_TO_ANSWER: Final = 3
"""The day of the pass, and two to read back and answer."""
_FARTHEST: Final = 20
"""Working days within which another day is looked for."""


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        opens, closes = baton.zone
        if closes < context.today_index or context.is_settled(key):
            continue
        receiver = context.passing(key).receiver
        if not receiver or not context.plan.people[receiver].away:
            continue
        away = absent(context, receiver, opens, closes)
        if not away or closes - opens + 1 - len(away) >= baton.opens + _DAYS_TO_ANSWER:
            continue
        message = _("{baton} is received by {receiver}, who is away {days}, inside its exchange zone.").format(
            baton=quoted(baton.title), receiver=context.name(receiver), days=told(context, away)
        )
        yield Finding(RULE.id, WARNING, context.baton(key), message, tuple(_fixes(context, key, receiver)))


def _fixes(context: Context, key: str, receiver: str) -> Iterator[Fix]:
    baton = context.plan.batons[key]
    day = _nearest(context, key, receiver)
    if day is not None:
        yield move(context, key, day)
    closes = _closing(context, baton, receiver)
    if closes is not None:
        title = _("Keep the zone open to {day}").format(day=context.day(closes))
        yield Fix(title, Change(BATON, key, {"closes": closes - baton.day}))


def _nearest(context: Context, key: str, receiver: str) -> int | None:
    """Return the pass day nearest to the planned one whose whole zone finds the receiver there, or None.

    Not before the links allow; and of two days as near, the earlier, since that takes no time from the receiver.
    """
    baton = context.plan.batons[key]
    away = set(absent(context, receiver, baton.zone[0] - _FARTHEST, baton.zone[1] + _FARTHEST))
    earliest = max(context.schedule.allowed.get(key, baton.day - _FARTHEST + 1) - 1, context.today_index)
    for step in range(1, _FARTHEST + 1):
        for day in (baton.day - step, baton.day + step):
            if day >= earliest and away.isdisjoint(range(day - baton.opens, day + baton.closes + 1)):
                return day
    return None


def _closing(context: Context, baton: Baton, receiver: str) -> int | None:
    opens, closes = baton.zone
    away = set(absent(context, receiver, opens, closes + _FARTHEST))
    for last in range(closes + 1, closes + _FARTHEST + 1):
        here = sum(1 for day in range(opens, last + 1) if day not in away)
        if here >= baton.opens + _DAYS_TO_ANSWER and last - baton.day <= 60:  # noqa: PLR2004 - the model's bound
            return last
    return None


RULE = Rule(
    id="BAT005",
    name="receiver_away",
    severity=WARNING,
    title="A receiver who is away at the pass",
    what="A baton whose receiver is away on days of the exchange zone, so that fewer are left than it takes to read "
    "the pack before the pass and to read it back and answer within two days after it.",
    why="Silence is not a yes. A pack that arrives while nobody is there is accepted late by someone in a hurry, or "
    "not at all.",
    repairs="The pass moves to the nearest day on which the whole zone finds the receiver there, or the zone stays "
    "open longer.",
    source="How handoffs fail: the receiver is absent; the pack is sent and nobody confirms.",
    check=_check,
)
