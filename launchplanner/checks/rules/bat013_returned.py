"""BAT013: a baton that came back and waits for its giver."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.plan.protocol import RETURNED
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if not baton.events:
            continue
        sides = context.passing(key)
        if sides.standing.state != RETURNED:
            continue
        answer = baton.events[sides.standing.answer]
        reason = ": ".join(part for part in (_(answer.code), answer.note.strip()) if part)
        message = _("{baton} was returned by {receiver} ({reason}) and waits for {giver}.").format(
            baton=quoted(baton.title),
            receiver=sides.name(sides.receiver),
            reason=reason or _("no reason given"),
            giver=sides.name(sides.giver),
        )
        yield Finding(RULE.id, WARNING, context.baton(key), message)


RULE = Rule(
    id="BAT013",
    name="returned",
    severity=WARNING,
    title="Returned and waiting",
    what="A baton that the receiver returned and whose content has not changed since.",
    why="A return says what is missing, so it is the cheapest moment to mend it. Nothing moves until the giver does.",
    repairs="Mend what the return names and hand the baton over again.",
    source="The baton's protocol: a return carries a code and a note.",
    check=_check,
)
