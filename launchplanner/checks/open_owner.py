"""An owner who is still to be chosen, as a decision of its own: who decides it, and by when."""

from collections.abc import Iterator
from dataclasses import replace

from launchplanner.checks.choices import value_of
from launchplanner.checks.context import Context
from launchplanner.checks.finding import Fix
from launchplanner.checks.ownership import Holding, holding
from launchplanner.plan.edits import Add, Change, GiveTo, Together
from launchplanner.plan.order import last_position
from launchplanner.plan.records import Decision
from launchplanner.words import _, quoted


def open_decision(context: Context, key: str) -> Decision | None:
    """Return the decision on who owns a task, while it is open."""
    decision = context.plan.decisions.get(_id(key))
    return decision if decision is not None and not decision.outcome.strip() else None


def decision_added(context: Context, key: str) -> Iterator[Fix]:
    """Yield that the lead of the phase decides who owns a task, at the latest on the working day before it starts."""
    plan, task = context.plan, context.plan.tasks[key]
    phase = plan.phases.get(task.phase)
    if phase is None or _id(key) in plan.decisions:
        return
    lead = context.owner(phase.lead, context.schedule.first_date(key))
    if holding(lead) is not Holding.ONE:
        return
    question = _("who owns {task}?").format(task=quoted(task.title))
    decision = Decision(
        title=question[:1].upper() + question[1:],
        decider=value_of(lead.owners[0]),
        day=max(context.schedule.first_day(key) - 1, context.today_index),
        parts=(key,),
        order=last_position(other.order for other in plan.decisions.values()),
    )
    yield Fix(_("Add a decision: {question}").format(question=question), Add("decision", _id(key), decision))


def decided(context: Context, key: str, fix: Fix) -> Fix:
    """Return a repair that names the owner of a task as one that settles the open decision too."""
    if not isinstance(fix.edit, GiveTo):
        return fix
    outcome = {"outcome": context.name(fix.edit.owner), "decided_on": context.today}
    return replace(fix, edit=Together(fix.edit.label, (fix.edit, Change("decision", _id(key), outcome))))


def _id(task: str) -> str:
    return f"who-owns-{task}"
