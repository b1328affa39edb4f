"""The timeline as numbers: which rows there are, what each shows and where, tested without a screen.

Places along the clock are working days from launch day, places down the page are rows. A row is worked out when it is
first asked for, so that a plan of 10,000 tasks costs no more to show than the forty rows in sight.
"""

from collections.abc import Collection
from functools import cached_property

from launchplanner.checks import Context, Finding, Findings
from launchplanner.plan.plan import BATON, PHASE, TASK
from launchplanner.reports.timeline_head import Head, head_of
from launchplanner.reports.timeline_order import Ref, batons_by_phase, ordered
from launchplanner.reports.timeline_rows import Row, baton_row, phase_row, task_row
from launchplanner.reports.timeline_words import sentence

__all__ = ["Ref", "Row", "Timeline"]


class Timeline:
    """A plan laid out along its clock.

    Args:
        context: the plan with its schedule, and today.
        findings: what the rules found in it.
        collapsed: ids of the phases that are folded; "" for the tasks of no phase.
        only: ids of the tasks and batons to show, or None for all.
    """

    def __init__(
        self,
        context: Context,
        findings: Findings,
        collapsed: Collection[str] = (),
        only: Collection[str] | None = None,
    ) -> None:
        self.context = context
        self.collapsed = frozenset(collapsed)
        self.only = frozenset(only) if only is not None else None
        self.rows = ordered(context.lookup, context.schedule, self.collapsed, self.only)
        self._findings = findings
        self._made: dict[Ref, Row] = {}

    @cached_property
    def head(self) -> Head:
        """What stands above the rows."""
        return head_of(self.context)

    @cached_property
    def place_of(self) -> dict[Ref, int]:
        """The place of each row."""
        return {ref: place for place, ref in enumerate(self.rows)}

    @cached_property
    def row_of_part(self) -> dict[str, int]:
        """The row in which each task and baton stands: its own, or that of its phase when that is folded."""
        found = {ref.id: place for place, ref in enumerate(self.rows) if ref.kind != PHASE}
        for phase in self.collapsed:
            place = self.place_of.get(Ref(PHASE, phase))
            if place is None:
                continue
            inside = [key for key, _task in self.context.lookup.tasks_of_phase.get(phase, ())]
            for key in (*inside, *self._batons.get(phase, ())):
                if self.only is None or key in self.only:
                    found[key] = place
        return found

    @cached_property
    def shown_tasks(self) -> int:
        """How many tasks are let through by `only`, folded ones counted."""
        tasks = self.context.plan.tasks
        return len(tasks) if self.only is None else sum(1 for key in self.only if key in tasks)

    def row(self, place: int) -> Row:
        """Return what the row at a place shows."""
        ref = self.rows[place]
        made = self._made.get(ref)
        if made is None:
            made = self._made[ref] = self._row(ref)
        return made

    def sentence(self, place: int) -> str:
        """Return what the row at a place says in words, with the worst thing found on it."""
        found = self.findings_of(self.rows[place])
        return sentence(self.context, self.row(place), found[0].message if found else "")

    def findings_of(self, ref: Ref) -> list[Finding]:
        """Return the open findings on a part, worst first."""
        return self._findings_by_part.get(ref, [])

    def phase_of(self, ref: Ref) -> str:
        """Return the phase in whose rows a part stands; of a phase, the phase itself."""
        if ref.kind == PHASE:
            return ref.id
        if ref.kind == TASK:
            phase = self.context.plan.tasks[ref.id].phase if ref.id in self.context.plan.tasks else ""
            return phase if phase in self.context.plan.phases else ""
        return next((phase for phase, batons in self._batons.items() if ref.id in batons), "")

    @cached_property
    def _batons(self) -> dict[str, list[str]]:
        return batons_by_phase(self.context.lookup)

    @cached_property
    def _findings_by_part(self) -> dict[tuple[str, str], list[Finding]]:
        found: dict[tuple[str, str], list[Finding]] = {}
        for finding in self._findings.open:
            found.setdefault((finding.part.kind, finding.part.id), []).append(finding)
        return found

    def _row(self, ref: Ref) -> Row:
        found = self.findings_of(ref)
        mark = found[0].severity if found else ""
        if ref.kind == TASK:
            return task_row(self.context, ref.id, mark)
        if ref.kind == BATON:
            return baton_row(self.context, ref.id, mark)
        batons = [key for key in self._batons[ref.id] if self.only is None or key in self.only]
        return phase_row(self.context, ref.id, mark, batons, is_folded=ref.id in self.collapsed)
