"""BAT029: a pass outside its exchange zone, or on its way to be late."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, WARNING, Finding, Rule
from launchplanner.checks.relay import passed_on
from launchplanner.plan.batons import Baton
from launchplanner.plan.zone import EARLY, LATE, days_lost, timing
from launchplanner.words import _, in_words, ngettext, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        passed = passed_on(context, key)
        if passed is not None:
            yield from _passed(context, key, passed)
        elif baton.day < context.today_index <= baton.zone[1] and not context.is_settled(key):
            yield Finding(RULE.id, WARNING, context.baton(key), _using_up(context, key, baton))


def _passed(context: Context, key: str, passed: int) -> Iterator[Finding]:
    baton = context.plan.batons[key]
    when, lost = timing(baton, passed), days_lost(baton, passed)
    if when == EARLY:
        told = _("{baton} passed on {day}, before its zone opened on {opens}.")
    elif when == LATE:
        told = ngettext(
            "{baton} passed on {day}, after its zone, and used up {count} working day of {receiver}.",
            "{baton} passed on {day}, after its zone, and used up {count} working days of {receiver}.",
            lost,
        )
    else:
        return
    sides = context.passing(key)
    message = told.format(
        baton=quoted(baton.title),
        day=context.day(passed),
        opens=context.day(baton.zone[0]),
        count=in_words(lost),
        receiver=sides.name(sides.receiver),
    )
    yield Finding(RULE.id, NOTE, context.baton(key), message)


def _using_up(context: Context, key: str, baton: Baton) -> str:
    lost = days_lost(baton, context.today_index)
    told = ngettext(
        "{baton} was to pass on {day}: {count} working day of {receiver} is used up.",
        "{baton} was to pass on {day}: {count} working days of {receiver} are used up.",
        lost,
    )
    sides = context.passing(key)
    receiver = sides.name(sides.receiver) if sides.receiver else _("the receiver")
    return told.format(baton=quoted(baton.title), day=context.day(baton.day), count=in_words(lost), receiver=receiver)


RULE = Rule(
    id="BAT029",
    name="outside_zone",
    severity=WARNING,
    title="Outside the exchange zone",
    what="A baton that passed before its zone opened or after it closed, or that is past its planned day in an "
    "open zone.",
    why="A relay pass counts inside the zone. An early one is a pack that is not finished, a late one is paid "
    "for with the receiver's days, and ordinary plans show neither.",
    repairs="Pass it today. What is past stays on record and can be accepted with a reason.",
    source="Rules of custody: a pass before or after the window is flagged; a late pass takes the receiver's time.",
    check=_check,
)
