"""BAT014: an exchange zone that closed without an acceptance."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, Finding, Rule
from launchplanner.checks.repairs import move
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if baton.zone[1] >= context.today_index or context.is_settled(key):
            continue
        sides = context.passing(key)
        told = (
            _("{baton} was handed over, and nobody answered before its zone closed on {day}.")
            if sides.standing.is_on_offer
            else _("{baton} was to pass on {planned}, and nobody accepted it before its zone closed on {day}.")
        )
        message = told.format(baton=quoted(baton.title), planned=context.day(baton.day), day=context.day(baton.zone[1]))
        yield Finding(RULE.id, ERROR, context.baton(key), message, (move(context, key, context.today_index),))


RULE = Rule(
    id="BAT014",
    name="zone_closed",
    severity=ERROR,
    title="The zone closed and nothing passed",
    what="A baton whose exchange zone is over and that nobody has accepted.",
    why="Silence is not a yes: the giver still holds the baton, whatever the calendar says about who leads. Work that "
    "goes on without the pass has no lead.",
    repairs="The pass moves to today, and giver and receiver finish it. A baton that has passed without the program "
    "is handed over and accepted here, so that it is on record.",
    source="The baton's protocol: an offer expires when the zone closes; a dropped baton stays with its giver.",
    check=_check,
)
