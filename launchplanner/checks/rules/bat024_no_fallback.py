"""BAT024: a risk that is handed over without a way out."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.checks.relay import is_near, some
from launchplanner.plan.records import Risk
from launchplanner.words import ngettext, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if not context.plan.risks or not is_near(context, key):
            continue
        mine = [risk for _id, risk in sorted(context.plan.risks.items()) if risk.is_open and key in risk.batons]
        bare = [risk.title for risk in mine if not _is_whole(context, risk)]
        if not bare:
            continue
        told = ngettext(
            "{baton} hands over {risks}, which lacks a sign, a fallback or one owner.",
            "{baton} hands over {risks}, which lack a sign, a fallback or one owner.",
            len(bare),
        )
        yield Finding(RULE.id, WARNING, context.baton(key), told.format(baton=quoted(baton.title), risks=some(bare)))


def _is_whole(context: Context, risk: Risk) -> bool:
    return bool(risk.trigger.strip() and risk.fallback.strip() and context.answers(risk.owner, context.today))


RULE = Rule(
    id="BAT024",
    name="no_fallback",
    severity=WARNING,
    title="A risk without a way out",
    what="Open risks named on a baton that is due within seven working days, which lack the sign by which they "
    "are seen, what is then done, or one known owner.",
    why="A risk without a fallback is a worry, and it changes hands as one. The receiver meets it first and "
    "decides alone, late, and without what the giver knew.",
    repairs="Say for each: if this is seen, this one person does that.",
    source="How handoffs fail: there is no fallback.",
    check=_check,
)
