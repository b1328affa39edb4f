"""BAT028: a launch day of which nobody says how sure it is."""

from collections.abc import Iterator
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.checks.relay import is_near
from launchplanner.plan.batons import MAIN
from launchplanner.plan.edits import ChangeLaunch
from launchplanner.words import _, quoted

_KNOWN: Final = ("promise", "forecast", "target")


def _check(context: Context) -> Iterator[Finding]:
    if context.plan.confidence in _KNOWN:
        return
    names = {"promise": _("a promise"), "forecast": _("a forecast"), "target": _("a target")}
    for key, baton in context.lookup.batons:
        if baton.kind != MAIN or not is_near(context, key):
            continue
        message = _("{baton} hands launch day over, and nobody says how sure it is.").format(baton=quoted(baton.title))
        fixes = tuple(
            Fix(_("Launch day is {what}").format(what=names[known]), ChangeLaunch({"confidence": known}))
            for known in _KNOWN
        )
        yield Finding(RULE.id, WARNING, context.baton(key), message, fixes)


RULE = Rule(
    id="BAT028",
    name="date_without_confidence",
    severity=WARNING,
    title="A date without confidence",
    what="A main baton that is due within seven working days, while the plan does not say how sure launch day is.",
    why="A day that was known as a target is read as a promise, printed, and told to customers.",
    repairs="Launch day is called a promise, a forecast or a target.",
    source="How handoffs fail: a date known as a target is read as a promise.",
    check=_check,
)
