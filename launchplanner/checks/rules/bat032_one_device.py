"""BAT032: a pass of which one device wrote both halves."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, Finding, Rule
from launchplanner.checks.relay import last_two
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        found = last_two(context, key)
        if found is None or not found[0].device.strip() or found[0].device != found[1].device:
            continue
        message = _("{baton} was handed over and accepted on one device, {device}.").format(
            baton=quoted(baton.title), device=found[0].device
        )
        yield Finding(RULE.id, NOTE, context.baton(key), message)


RULE = Rule(
    id="BAT032",
    name="one_device",
    severity=NOTE,
    title="Both events come from one device",
    what="A baton whose offer and acceptance were recorded on the same device.",
    why="A name on a device is a claim. Where one device wrote both halves, one person may have said both, "
    "with the best of intentions.",
    repairs="It may well be meant, at one table or in one room: then it is accepted with a reason. Otherwise the "
    "receiver answers from an own copy.",
    source="The baton's protocol: both events from one device are said to be so.",
    check=_check,
)
