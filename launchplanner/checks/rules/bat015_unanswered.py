"""BAT015: an offer that waits for its answer."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.plan.zone import answer_due, day_of
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if not baton.events or context.today_index > baton.zone[1]:
            continue
        sides = context.passing(key)
        offer = baton.events.get(sides.standing.offer)
        offered = day_of(context.lookup.days, offer.at) if sides.standing.is_on_offer and offer is not None else None
        if offered is None or context.today_index <= answer_due(baton, offered):
            continue
        message = _("{baton} was handed over on {day}, and {receiver} was to answer by {due}.").format(
            baton=quoted(baton.title),
            day=context.day(offered),
            receiver=sides.name(sides.receiver),
            due=context.day(answer_due(baton, offered)),
        )
        yield Finding(RULE.id, WARNING, context.baton(key), message)


RULE = Rule(
    id="BAT015",
    name="unanswered",
    severity=WARNING,
    title="Handed over and not answered",
    what="A baton that is on offer longer than its response time, while its zone is open.",
    why="A pack that is sent and that nobody confirms sits with nobody in particular. The giver believes it "
    "has passed, the receiver has not looked, and the days run.",
    repairs="The receiver accepts or returns it. Both are an answer; silence is none.",
    source="How handoffs fail: the pack is sent, and nobody confirms.",
    check=_check,
)
