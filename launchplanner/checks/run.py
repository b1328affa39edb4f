"""Running all rules over a plan."""

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, SEVERITIES, Finding, Part, Rule
from launchplanner.plan.plan import LAUNCH
from launchplanner.plan.records import Waiver
from launchplanner.words import _

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rules found, worst first and then in the order of the clock; `waived` apart, with its waiver."""

    open: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]

    def counts(self) -> dict[str, int]:
        """Return how many open findings there are of each severity."""
        counted = Counter(finding.severity for finding in self.open)
        return {severity: counted[severity] for severity in SEVERITIES}

    def of_part(self, key: str) -> tuple[Finding, ...]:
        """Return the open findings on the part with this id."""
        return tuple(finding for finding in self.open if finding.part.id == key)

    def worst(self) -> str:
        """Return the worst severity found, or "" when all is well."""
        return next((severity for severity in SEVERITIES if self.counts()[severity]), "")


def checked(context: Context, rules: Sequence[Rule], *, strict: bool = False) -> Findings:
    """Return what `rules` find in a plan.

    A rule that crashes becomes one finding that names it, and the others go on; with `strict` it raises, for tests.
    """
    found = [finding for rule in rules for finding in _run(rule, context, strict=strict)]
    found.sort(key=lambda finding: _rank(context, finding))
    still_open: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in found:
        waiver = context.plan.waivers.get(f"{finding.rule}:{finding.part.id}")
        if waiver is not None and waiver.holds_on(context.today):
            waived.append((finding, waiver))
        else:
            still_open.append(finding)
    return Findings(tuple(still_open), tuple(waived))


def _run(rule: Rule, context: Context, *, strict: bool) -> Iterable[Finding]:
    try:
        return list(rule.check(context))
    except Exception as error:
        if strict:
            raise
        _log.exception("rule %s failed", rule.id)
        message = _("Rule {rule} could not finish ({error}). The other rules did.").format(rule=rule.id, error=error)
        return [Finding(rule.id, NOTE, Part(LAUNCH, "", context.plan.title), message)]


def _rank(context: Context, finding: Finding) -> tuple[int, int, str, str, str]:
    place = context.schedule.spans.get(finding.part.id)
    phase = context.plan.phases.get(finding.part.id)
    day = place.start if place is not None else phase.start if phase is not None else context.plan.first - 1
    return SEVERITIES.index(finding.severity), day, finding.part.title, finding.rule, finding.message
