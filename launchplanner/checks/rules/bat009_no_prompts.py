"""BAT009: a pass without a read-back."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, Finding, Fix, Rule
from launchplanner.checks.packs import first_pack
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import BATON
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if not baton.prompts and not context.is_settled(key):
            message = _("{baton} has no prompts, so nobody hears what the receiver understood.").format(
                baton=quoted(baton.title)
            )
            yield Finding(RULE.id, NOTE, context.baton(key), message, tuple(_fixes(context, key)))


def _fixes(context: Context, key: str) -> Iterator[Fix]:
    baton = context.plan.batons[key]
    _items, prompts = first_pack(context, baton.giver, baton.receiver)
    if prompts:
        yield Fix(
            _("Ask the {count} standard questions").format(count=len(prompts)),
            Change(BATON, key, {"prompts": prompts}),
        )


RULE = Rule(
    id="BAT009",
    name="no_prompts",
    severity=NOTE,
    title="A pass without a read-back",
    what="A baton without prompts for the receiver to answer in their own words.",
    why="People say yes to what they believe they have read. A read-back shows the giver what arrived while both are "
    "still there to put it right.",
    repairs="A baton between PM and PMM, or from PMM onwards, asks its standard questions. Others need their own.",
    source="Handoff practice in medicine and at sea: read-back by the receiver.",
    check=_check,
)
