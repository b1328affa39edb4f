"""The groups of the task table: phases with their lead, or owners; what the head of each says."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from launchplanner.checks import ERROR, WARNING, Context, Finding
from launchplanner.checks.owners import Label
from launchplanner.plan.plan import BATON, PERSON, PHASE, TASK
from launchplanner.reports.task_table_rows import has_several, lacks_owner
from launchplanner.reports.timeline_order import Ref, batons_by_phase
from launchplanner.reports.timeline_owners import FaceOf, person_face
from launchplanner.reports.timeline_rows import phase_row
from launchplanner.words import _, ngettext

GROUPED_BY_PHASE: Final = "phase"
GROUPED_BY_OWNER: Final = "owner"

NO_OWNER: Final = Ref("owner", "nobody")
SEVERAL_OWNERS: Final = Ref("owner", "several")
UNCLEAR_OWNER: Final = Ref("owner", "unclear")
_BEFORE_PEOPLE: Final = (NO_OWNER, SEVERAL_OWNERS, UNCLEAR_OWNER)


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group.

    `lead` says who leads a phase, in the colour `family`; `face` is there for an owner. `problem` is the worst thing
    found in the group, of severity `mark`, with how many `more` there are.
    """

    ref: Ref
    title: str
    note: str
    lead: str = ""
    family: str = ""
    face: FaceOf | None = None
    problem: str = ""
    mark: str = ""
    more: int = 0

    @property
    def sentence(self) -> str:
        """All that it says, for screen readers and tooltips."""
        more = ngettext("{n} more problem", "{n} more problems", self.more).format(n=self.more) if self.more else ""
        return ". ".join(part for part in (self.title, self.lead, self.note, self.problem.rstrip("."), more) if part)


def owner_group(context: Context, key: str) -> Ref:
    """Return under which owner a task stands: one known person, or what is wrong with its owner."""
    if lacks_owner(context, key):
        return NO_OWNER
    if has_several(context, key):
        return SEVERAL_OWNERS
    reading = context.owner_of_task(key)
    if reading.label is Label.SINGLE and len(reading.owners) == 1:
        owner = reading.owners[0]
        person = owner.id if owner.kind == "person" else owner.holders[0] if len(owner.holders) == 1 else None
        if person is not None:
            return Ref(PERSON, person)
    return UNCLEAR_OWNER


class Groups:
    """Makes the heads of groups of one plan."""

    def __init__(self, context: Context, findings_of: Callable[[str, str], list[Finding]]) -> None:
        self._context = context
        self._findings_of = findings_of

    def made(self, ref: Ref, only: Collection[str] | None) -> Group:
        """Return the head of a group; with `only`, it says how many of its tasks these are."""
        return self._phase(ref, only) if ref.kind == PHASE else self._owner(ref, only)

    def phase_of(self, ref: Ref) -> Ref:
        """Return the phase in which a task or baton stands."""
        if ref.kind == BATON:
            return Ref(PHASE, self._phase_of_baton.get(ref.id, ""))
        task = self._context.plan.tasks.get(ref.id)
        known = task is not None and task.phase in self._context.plan.phases
        return Ref(PHASE, task.phase if task is not None and known else "")

    def rank(self, ref: Ref | None) -> int:
        """Return the place of a group among the others."""
        return self._ranks.get(ref, len(self._ranks)) if ref is not None else 0

    @cached_property
    def _ranks(self) -> dict[Ref, int]:
        lookup = self._context.lookup
        phases = [Ref(PHASE, key) for key, _phase in lookup.phases]
        people = [Ref(PERSON, key) for key, _person in lookup.people]
        return {ref: place for place, ref in enumerate((*phases, Ref(PHASE, ""), *_BEFORE_PEOPLE, *people))}

    @cached_property
    def _phase_of_baton(self) -> dict[str, str]:
        return {key: phase for phase, keys in batons_by_phase(self._context.lookup).items() for key in keys}

    @cached_property
    def _tasks_of_owner(self) -> dict[Ref, list[str]]:
        found: dict[Ref, list[str]] = {}
        for key, _task in self._context.lookup.tasks:
            found.setdefault(owner_group(self._context, key), []).append(key)
        return found

    def _phase(self, ref: Ref, only: Collection[str] | None) -> Group:
        context = self._context
        keys = [key for key, _task in context.lookup.tasks_of_phase.get(ref.id, ())]
        batons = [key for key, phase in self._phase_of_baton.items() if phase == ref.id]
        row = phase_row(context, ref.id, "", (), is_folded=True)
        weeks = phase_row(context, ref.id, "", (), is_folded=False).note if ref.id and keys else ""
        count = self._narrowed(keys, only) or row.note
        note = f"{weeks[:1].upper()}{weeks[1:]} · {count}" if weeks else f"{count[:1].upper()}{count[1:]}"
        parts = [(PHASE, ref.id), *((TASK, key) for key in keys), *((BATON, key) for key in batons)]
        lead = _("{lead} leads").format(lead=row.lead) if row.lead else ""
        return self._with_problem(Group(ref, row.title, note, lead, row.family), parts)

    def _owner(self, ref: Ref, only: Collection[str] | None) -> Group:
        context = self._context
        keys = self._tasks_of_owner.get(ref, [])
        tasks = [context.plan.tasks[key] for key in keys]
        open_days = sum(task.duration for task in tasks if not task.is_settled)
        done = sum(1 for task in tasks if task.is_settled)
        days = ngettext("{n} day of work left", "{n} days of work left", open_days).format(n=open_days)
        count = self._narrowed(keys, only) or _("{done} of {count} done").format(done=done, count=len(keys))
        face = person_face(context, ref.id, context.today) if ref.kind == PERSON else None
        title = face.name if face is not None else _owner_titles()[ref]
        group = Group(ref, title, f"{count} · {days}", face=face)
        return self._with_problem(group, [(TASK, key) for key in keys])

    def _narrowed(self, keys: Collection[str], only: Collection[str] | None) -> str:
        shown = len(keys) if only is None else sum(1 for key in keys if key in only)
        if shown == len(keys):
            return ""
        return _("{shown} of {count} shown").format(shown=shown, count=len(keys))

    def _with_problem(self, group: Group, parts: list[tuple[str, str]]) -> Group:
        found = [finding for part in parts for finding in self._findings_of(*part)]
        for severity in (ERROR, WARNING):
            first = next((finding for finding in found if finding.severity == severity), None)
            if first is not None:
                more = sum(1 for finding in found if finding.severity in {ERROR, WARNING}) - 1
                return replace(group, problem=first.message, mark=severity, more=more)
        return group


def _owner_titles() -> dict[Ref, str]:
    return {
        NO_OWNER: _("No owner"),
        SEVERAL_OWNERS: _("Several owners"),
        UNCLEAR_OWNER: _("Not clear who"),
    }
