"""BAT018: a linked file that changed after it was handed over."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Rule
from launchplanner.checks.relay import drifted, some
from launchplanner.words import ngettext, quoted


def _check(context: Context) -> Iterator[Finding]:
    if not context.fingerprints:
        return
    for key, baton in context.lookup.batons:
        standing = context.passing(key).standing
        items = drifted(context, key) if standing.has_passed or standing.is_on_offer else []
        if not items:
            continue
        told = ngettext(
            "{baton} links {items}, whose file has changed since it was handed over.",
            "{baton} links {items}, whose files have changed since they were handed over.",
            len(items),
        )
        message = told.format(baton=quoted(baton.title), items=some([item.title for item in items]))
        yield Finding(RULE.id, ERROR if standing.has_passed else WARNING, context.baton(key), message)


RULE = Rule(
    id="BAT018",
    name="drifted",
    severity=ERROR,
    title="A file that changed after the pass",
    what="A local file linked from a pack whose fingerprint is another than when the baton was handed over, or "
    "that is gone. It is a warning while the baton is on offer and an error once it has passed.",
    why="The receiver read one version and works from another without knowing. The read-back is stale, and "
    "the pass covers something that is not there any more.",
    repairs="Put the file back, or hand the baton over again with what is new in it.",
    source="How handoffs fail: the spec is changed after the pass.",
    check=_check,
)
