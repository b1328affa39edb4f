"""Accepting a finding with a reason, and taking that back."""

from dataclasses import dataclass
from datetime import date

from launchplanner.plan.edits.base import EditError, changed
from launchplanner.plan.plan import Plan
from launchplanner.plan.records import Waiver
from launchplanner.words import _


@dataclass(frozen=True, slots=True)
class Waive:
    """Accept what `rule` finds on the part with id `part`, for `reason`, at most until a day."""

    rule: str
    part: str
    reason: str
    by: str = ""
    until: date | None = None

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Waive {rule}").format(rule=self.rule)

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the waiver in it.

        Raises:
            EditError: no reason is given, or the day lies beyond the calendar.
        """
        if not self.reason.strip():
            raise EditError(_("A waiver needs a reason: others will read it on the checklist."))
        waiver = Waiver(rule=self.rule, part=self.part, reason=self.reason.strip(), by=self.by)
        return plan.replace(
            waivers=plan.waivers.with_(f"{self.rule}:{self.part}", changed(waiver, {"until": self.until}))
        )


@dataclass(frozen=True, slots=True)
class Unwaive:
    """Let a finding count again."""

    rule: str
    part: str

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Take the waiver of {rule} back").format(rule=self.rule)

    def apply(self, plan: Plan) -> Plan:
        """Return the plan without the waiver."""
        return plan.replace(waivers=plan.waivers.without(f"{self.rule}:{self.part}"))
