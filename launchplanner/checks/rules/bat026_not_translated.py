"""BAT026: a mechanism that never reached the words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.checks.relay import PMM, families, is_near, some
from launchplanner.plan.records import Mechanism
from launchplanner.words import _, quoted

_TEACHES: Final = "enablement"
_SELLS: Final = "sales"


def _check(context: Context) -> Iterator[Finding]:
    in_order = sorted(context.plan.mechanisms.items(), key=lambda entry: (entry[1].order, entry[0]))
    for key, baton in context.lookup.batons:
        sides = families(context, baton)
        if not in_order or sides not in _LACKS or not is_near(context, key):
            continue
        told, lacks = _LACKS[sides]
        bare = [mechanism.title for _id, mechanism in in_order if not mechanism.not_sold and lacks(mechanism)]
        if bare:
            message = told.format(baton=quoted(baton.title), mechanisms=some(bare))
            yield Finding(RULE.id, WARNING, context.baton(key), message)


def _is_unsaid(mechanism: Mechanism) -> bool:
    return not mechanism.message.strip() or not mechanism.script_line.strip()


def _is_not_said_back(mechanism: Mechanism) -> bool:
    return not mechanism.said_back_by


_UNSAID: Final = _("{baton} is due, and there is no message and script line for {mechanisms}.")
_NOT_SAID_BACK: Final = _("{baton} is due, and nobody in sales has said back {mechanisms}.")
_LACKS: Final[Mapping[tuple[str, str], tuple[str, Callable[[Mechanism], bool]]]] = {
    (PMM, _TEACHES): (_UNSAID, _is_unsaid),
    (PMM, _SELLS): (_UNSAID, _is_unsaid),
    (_TEACHES, _SELLS): (_NOT_SAID_BACK, _is_not_said_back),
}


RULE = Rule(
    id="BAT026",
    name="not_translated",
    severity=WARNING,
    title="A mechanism that nobody can explain",
    what="A baton from PMM to enablement or sales, due within seven working days, while a mechanism of the "
    "spec has no message or script line; or one from enablement to sales, while nobody has said it back.",
    why="The logic was written in the spec and never turned into what sales says: so the launch is done, and "
    "nobody can explain the product.",
    repairs="Write the plain sentence and the script line, let somebody say it back, or mark the mechanism as not "
    "sold.",
    source="How handoffs fail: the mechanism is never translated.",
    check=_check,
)
