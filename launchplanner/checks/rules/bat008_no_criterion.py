"""BAT008: items in a pack that nobody can accept, since nothing says when they are right."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.plan.batons import NOT_APPLICABLE
from launchplanner.words import in_words, joined, ngettext, quoted

_MOST_NAMES = 3


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        bare = [
            item.title
            for _id, item in sorted(baton.items.items(), key=lambda entry: (entry[1].order, entry[0]))
            if not item.criterion.strip() and item.state != NOT_APPLICABLE
        ]
        if bare and not context.is_settled(key):
            yield Finding(RULE.id, WARNING, context.baton(key), _message(baton.title, bare))


def _message(title: str, bare: list[str]) -> str:
    names = [quoted(item) for item in bare[:_MOST_NAMES]]
    more = len(bare) - len(names)
    if more:
        names.append(ngettext("{count} more", "{count} more", more).format(count=in_words(more)))
    return ngettext(
        "{baton} carries {items}, which has no criterion.",
        "{baton} carries {items}, which have no criterion.",
        len(bare),
    ).format(baton=quoted(title), items=joined(names))


RULE = Rule(
    id="BAT008",
    name="no_criterion",
    severity=WARNING,
    title="An item that cannot be accepted",
    what="Items in a pack without an acceptance criterion, save those set to not applicable.",
    why="A criterion is a sentence to which the receiver can answer yes or no. Without one, the title is reviewed "
    "instead of the content, and what was missing shows up weeks later.",
    repairs="Write for each item what must be so for the receiver to take it.",
    source="How handoffs fail: titles are reviewed instead of content.",
    check=_check,
)
