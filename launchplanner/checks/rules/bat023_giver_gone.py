"""BAT023: a giver who is away when the receiver has questions."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.days import absent, told
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.checks.relay import passed_on
from launchplanner.plan.zone import on_call
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        sides = context.passing(key)
        known = context.plan.people.get(sides.giver)
        if known is None or not known.away or sides.sides.is_to_oneself:
            continue
        passed = passed_on(context, key)
        first, last = on_call(baton, baton.day if passed is None else passed)
        if last < max(first, context.today_index):
            continue
        away = absent(context, sides.giver, first, last)
        if not away or (away[0] != first and 2 * len(away) <= last - first + 1):
            continue
        message = _("{baton} is given by {giver}, who is away {days} and on call until {last}.").format(
            baton=quoted(baton.title), giver=context.name(sides.giver), days=told(context, away), last=context.day(last)
        )
        yield Finding(RULE.id, WARNING, context.baton(key), message)


RULE = Rule(
    id="BAT023",
    name="giver_gone",
    severity=WARNING,
    title="A giver who is gone after the pass",
    what="A baton whose giver is away on the first working day after the pass, or on more than half of the "
    "days on which they are on call.",
    why="The first work with a new pack brings the real questions. If the giver has left by then, they are "
    "answered by guessing.",
    repairs="Move the pass or the absence, or agree who answers in the giver's place.",
    source="How handoffs fail: the giver is gone the next day.",
    check=_check,
)
