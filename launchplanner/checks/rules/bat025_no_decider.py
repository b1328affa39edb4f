"""BAT025: an open decision that is handed over without a decider."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.checks.relay import is_near, some
from launchplanner.words import ngettext, quoted


def _check(context: Context) -> Iterator[Finding]:
    decisions = sorted(context.plan.decisions.items(), key=lambda entry: (entry[1].day, entry[1].order, entry[0]))
    for key, baton in context.lookup.batons:
        if not decisions or not is_near(context, key):
            continue
        bare = [
            decision.title
            for _id, decision in decisions
            if key in decision.parts
            and not decision.outcome.strip()
            and not context.answers(decision.decider, context.lookup.days.date_of(decision.day))
        ]
        if not bare:
            continue
        told = ngettext(
            "{baton} hands over {decisions}, which is open and has no one decider.",
            "{baton} hands over {decisions}, which are open and have no one decider.",
            len(bare),
        )
        message = told.format(baton=quoted(baton.title), decisions=some(bare))
        yield Finding(RULE.id, WARNING, context.baton(key), message)


RULE = Rule(
    id="BAT025",
    name="no_decider",
    severity=WARNING,
    title="An open decision without a decider",
    what="Decisions that belong to a baton due within seven working days, that are still open, and that no one "
    "known person decides.",
    why="An open question can be handed over if somebody owns it. Without a decider it comes back as a debate "
    "in the receiver's time.",
    repairs="Name one decider and a day, or decide it before the pass.",
    source="How handoffs fail: open decisions without a decider.",
    check=_check,
)
