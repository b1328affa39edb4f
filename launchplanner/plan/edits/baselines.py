"""Keeping the plan as it stands, to measure slip against, and letting go of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from launchplanner.plan.edits.base import EditError, changed, part_of
from launchplanner.plan.edits.links import title_of
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import canonical, fingerprint
from launchplanner.plan.records import Baseline, BaselineSpan
from launchplanner.plan.values import Table
from launchplanner.words import _

_KEY_LENGTH = 12
BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class TakeBaseline:
    """Keep where everything stands under a name.

    `spans` are the first working day and the day after the last of each task and baton, counted from launch day; the
    schedule knows them.
    """

    title: str
    spans: Mapping[str, tuple[int, int]] = field(hash=False)
    by: str = ""
    on: date | None = None

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Take the baseline “{title}”").format(title=self.title)

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the baseline. Its id is made from its content: taken twice, it is one.

        Raises:
            EditError: it has no name, another has this name, there is nothing to keep, or a part is not in the plan.
        """
        title = self.title.strip()
        if not title:
            raise EditError(_("A baseline needs a name, such as “As promised”."))
        if not self.spans:
            raise EditError(_("There is no task or baton yet whose days a baseline could keep."))
        for key in self.spans:
            title_of(plan, key)
        baseline = changed(
            Baseline(title=title, launch_day=plan.launch_day),
            {
                "taken_by": self.by,
                "taken_on": self.on,
                "spans": Table(
                    (key, changed(BaselineSpan(start=0, finish=0), {"start": start, "finish": finish}))
                    for key, (start, finish) in self.spans.items()
                ),
            },
        )
        key = fingerprint(canonical(baseline.model_dump(mode="json")))[:_KEY_LENGTH]
        if any(other.title == title and known != key for known, other in plan.baselines.items()):
            raise EditError(_("There is a baseline “{title}” already: give this one another name.").format(title=title))
        return plan.replace(baselines=plan.baselines.with_(key, baseline))


@dataclass(frozen=True, slots=True)
class RemoveBaseline:
    """Let go of a baseline."""

    key: str

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Remove the baseline")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan without it.

        Raises:
            EditError: there is no such baseline.
        """
        part_of(plan, BASELINE, self.key)
        return plan.replace(baselines=plan.baselines.without(self.key))
