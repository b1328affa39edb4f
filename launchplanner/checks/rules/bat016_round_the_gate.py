"""BAT016: work that goes on as if a baton had passed."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.checks.relay import some
from launchplanner.checks.repairs import cut
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        links = [link for link in context.lookup.out_of.get(key, ()) if link.successor in context.plan.tasks]
        begun = [link for link in links if context.plan.tasks[link.successor].has_begun]
        if not begun or context.is_settled(key):
            continue
        told = (
            _("{baton} is not answered yet, and {tasks} went on as if silence were a yes.")
            if context.passing(key).standing.is_on_offer
            else _("{baton} was not handed over, and {tasks} went on without it.")
        )
        titles = [context.plan.tasks[link.successor].title for link in begun]
        message = told.format(baton=quoted(baton.title), tasks=some(titles))
        yield Finding(RULE.id, WARNING, context.baton(key), message, (cut([link.id for link in begun]),))


RULE = Rule(
    id="BAT016",
    name="round_the_gate",
    severity=WARNING,
    title="Work that goes round the gate",
    what="Tasks that wait for a baton and have begun, while it has not passed.",
    why="Silence was taken as a yes, or the gate is so heavy that people go round it. Either way the work "
    "rests on content that nobody has accepted, and nobody leads it.",
    repairs="Finish the pass. If the task does not need the baton after all, the link between them is cut.",
    source="How handoffs fail: silence is taken as yes; a heavy gate, and people go round it.",
    check=_check,
)
