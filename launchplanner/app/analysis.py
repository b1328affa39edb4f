"""Everything that is worked out from a plan: one pure function, one frozen result, shown by every view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from launchplanner.checks import Context, Findings, Rule, checked
from launchplanner.checks.owners import Label
from launchplanner.checks.rules import RULES
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A plan on a day with all that follows from it.

    `debt` is the ownership debt: the ids of the open tasks that lack exactly one named person.
    """

    plan: Plan
    today: date
    lookup: Lookup
    schedule: Schedule
    context: Context
    findings: Findings
    debt: tuple[str, ...]


def analyse(
    plan: Plan,
    today: date,
    rules: Sequence[Rule] = RULES,
    previous: Snapshot | None = None,
    fingerprints: Mapping[str, str] | None = None,
) -> Snapshot:
    """Return what follows from a plan on a day. Never fails: what cannot be worked out becomes a finding.

    `previous` is the snapshot before an edit: what it read of owners is kept while the same people hold the same roles,
    and the answer is the same as without it. `fingerprints` are those that linked files have now, by link; what was
    last looked at, in `previous`, holds until somebody looks again.
    """
    before = previous.context if previous is not None else None
    if fingerprints is None and before is not None:
        fingerprints = before.fingerprints
    context = Context(plan, today, previous=before, fingerprints=fingerprints)
    findings = checked(context, rules)
    return Snapshot(plan, today, context.lookup, context.schedule, context, findings, ownership_debt(context))


def ownership_debt(context: Context) -> tuple[str, ...]:
    """Return the ids of the open tasks for which not exactly one known person answers, in order."""
    return tuple(key for key, task in context.lookup.tasks if not task.is_settled and not has_one_person(context, key))


def has_one_person(context: Context, key: str) -> bool:
    """Say whether exactly one known person answers for a task on its first day, by name or by a role held alone."""
    reading = context.owner_of_task(key)
    if reading.label is not Label.SINGLE or len(reading.owners) != 1:
        return False
    owner = reading.owners[0]
    if owner.id is None:
        return False
    return context.lookup.directory.answers(owner.id, context.schedule.first_date(key)) is not None
