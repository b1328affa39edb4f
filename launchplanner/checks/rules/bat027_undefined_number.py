"""BAT027: numbers that are handed over without a definition."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.checks.relay import is_near, is_product_to_market, some
from launchplanner.words import ngettext, quoted


def _check(context: Context) -> Iterator[Finding]:
    bare = [metric.title for _id, metric in sorted(context.plan.metrics.items()) if not metric.definition.strip()]
    if not bare:
        return
    for key, baton in context.lookup.batons:
        if not is_product_to_market(context, baton) or not is_near(context, key):
            continue
        told = ngettext(
            "{baton} carries the numbers, and {metrics} has no definition.",
            "{baton} carries the numbers, and {metrics} have no definition.",
            len(bare),
        )
        message = told.format(baton=quoted(baton.title), metrics=some(bare))
        yield Finding(RULE.id, WARNING, context.baton(key), message)


RULE = Rule(
    id="BAT027",
    name="undefined_number",
    severity=WARNING,
    title="A number without a definition",
    what="Metrics of the plan without a definition, when the main baton from PM to PMM is due within seven "
    "working days.",
    why="A number whose cohort, dates and meaning are not written down is quoted as something else, first in "
    "the message and then by a customer.",
    repairs="Write for each what is counted, of whom and since when.",
    source="How handoffs fail: numbers without cohort, dates or definition.",
    check=_check,
)
