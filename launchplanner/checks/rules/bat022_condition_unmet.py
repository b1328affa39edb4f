"""BAT022: a condition that holds a baton up."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import MeetCondition, SetCondition, set_conditions
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for one in set_conditions(context.plan, context.lookup.directory):
        if one.is_met(context.plan):
            continue
        blocked = context.plan.batons.get(one.condition.blocks)
        if blocked is not None and not context.is_settled(one.condition.blocks):
            if context.today_index > one.condition.day or context.today_index >= blocked.zone[0]:
                yield _holds_up(context, one)
        elif context.today_index > one.condition.day:
            yield _overdue(context, one)


def _holds_up(context: Context, one: SetCondition) -> Finding:
    blocked = context.plan.batons[one.condition.blocks]
    message = _("{baton} waits for {condition}, on which {earlier} was accepted.").format(
        baton=quoted(blocked.title),
        condition=quoted(one.condition.text),
        earlier=quoted(context.plan.batons[one.baton].title),
    )
    severity = ERROR if context.today_index >= blocked.zone[0] else WARNING
    return Finding(RULE.id, severity, context.baton(one.condition.blocks), message, (_met(one),))


def _overdue(context: Context, one: SetCondition) -> Finding:
    message = _("{baton} was accepted on {condition}, which was due on {day}.").format(
        baton=quoted(context.plan.batons[one.baton].title),
        condition=quoted(one.condition.text),
        day=context.day(one.condition.day),
    )
    return Finding(RULE.id, WARNING, context.baton(one.baton), message, (_met(one),))


def _met(one: SetCondition) -> Fix:
    return Fix(_("{condition} is met").format(condition=quoted(one.condition.text)), MeetCondition(one.task))


RULE = Rule(
    id="BAT022",
    name="condition_unmet",
    severity=WARNING,
    title="A condition that is not met",
    what="A condition on which an earlier baton was accepted, whose task is not done when its day is over or "
    "the zone of the baton that it holds up opens. It is an error once that zone is open.",
    why="A condition is a promise with a day. If the next pass takes place without it, the acceptance was "
    "given away for nothing, and nobody says the next one in earnest.",
    repairs="Do it, and say that it is met. Until then the baton that it holds up cannot be handed over.",
    source="The baton's protocol: conditions become tasks with one owner, due before the next baton, and block "
    "it until met.",
    check=_check,
)
