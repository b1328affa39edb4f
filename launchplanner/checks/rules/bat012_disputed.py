"""BAT012: a baton that was accepted on one copy and taken back on another."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, Finding, Rule
from launchplanner.plan.protocol import DISPUTED
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if not baton.events:
            continue
        sides = context.passing(key)
        if sides.standing.state == DISPUTED:
            message = _("{baton} was accepted and refused or withdrawn at the same time, so {giver} holds it.").format(
                baton=quoted(baton.title), giver=sides.name(sides.giver)
            )
            yield Finding(RULE.id, ERROR, context.baton(key), message)


RULE = Rule(
    id="BAT012",
    name="disputed",
    severity=ERROR,
    title="Accepted and refused at once",
    what="A baton with an acceptance and a withdrawal or return, each made without knowing of the other on two copies "
    "of the plan.",
    why="Each side believes the other has the baton, or that both have. Until they have talked, the giver holds it.",
    repairs="Giver and receiver talk, and the giver hands it over once more.",
    source="Rules of custody: at any instant each baton has exactly one holder.",
    check=_check,
)
