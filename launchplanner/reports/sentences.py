"""One sentence about a part: for tooltips, the strip of a narrow window, and screen readers."""

from launchplanner.plan.batons import Baton
from launchplanner.plan.edits import Pass
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import BATON, PERSON, PHASE, ROLE, TASK, TEAM
from launchplanner.plan.work import Phase, Task
from launchplanner.schedule import Schedule
from launchplanner.words import _, joined, ngettext, short_day


def about_part(lookup: Lookup, schedule: Schedule, kind: str, key: str) -> tuple[str, str]:
    """Return a part's title and a sentence about it; two empty texts for what is not there."""
    plan = lookup.plan
    if kind == TASK and key in plan.tasks:
        return plan.tasks[key].title, about_task(lookup, schedule, key, plan.tasks[key])
    if kind == BATON and key in plan.batons:
        return plan.batons[key].title, about_baton(lookup, key, plan.batons[key])
    if kind == PHASE and key in plan.phases:
        return plan.phases[key].title, about_phase(lookup, plan.phases[key])
    return _about_one(lookup, kind, key)


def _about_one(lookup: Lookup, kind: str, key: str) -> tuple[str, str]:
    """Return the name of a person, role or team, and a sentence about it."""
    plan = lookup.plan
    if kind == PERSON and key in plan.people:
        roles = joined([lookup.directory.shown(hold.role) for hold in plan.people[key].holds])
        return plan.people[key].name, _("Holds {roles}.").format(roles=roles) if roles else _("Holds no role.")
    if kind == ROLE and key in plan.roles:
        people = joined([plan.people[holder].name for holder in lookup.directory.holders(key)])
        return plan.roles[key].name, _("Held by {people}.").format(people=people) if people else _("Nobody holds it.")
    if kind == TEAM and key in plan.teams:
        members = [plan.people[person].name for person in plan.teams[key].members if person in plan.people]
        said = _("{people} to choose from.").format(people=joined(members)) if members else _("Nobody is in it yet.")
        return plan.teams[key].name, said
    return "", ""


def about_task(lookup: Lookup, schedule: Schedule, key: str, task: Task) -> str:
    """Return who owns a task, and when it is."""
    owner = lookup.directory.shown(task.owner) or _("Nobody")
    days = ngettext("{n} day", "{n} days", task.duration).format(n=task.duration)
    first, last = short_day(schedule.first_date(key)), short_day(schedule.last_date(key))
    if task.duration <= 1:
        return _("{owner} · {first}").format(owner=owner, first=first)
    return _("{owner} · {first} → {last}, {days}").format(owner=owner, first=first, last=last, days=days)


def about_baton(lookup: Lookup, key: str, baton: Baton) -> str:
    """Return who gives, who receives, when, and how many items are ready."""
    state = Pass.of(lookup.plan, key, lookup.directory)
    giver = state.name(state.giver) if state.giver else lookup.directory.shown(baton.giver) or _("Nobody")
    receiver = state.name(state.receiver) if state.receiver else lookup.directory.shown(baton.receiver) or _("nobody")
    ready = sum(1 for item in baton.items.values() if item.is_settled)
    return _("{giver} gives, {receiver} receives · {day} · {ready} of {count} items ready").format(
        giver=giver,
        receiver=receiver,
        day=short_day(lookup.days.date_of(baton.day)),
        ready=ready,
        count=len(baton.items),
    )


def about_phase(lookup: Lookup, phase: Phase) -> str:
    """Return who leads a phase, and from when to when."""
    lead = lookup.directory.shown(phase.lead) or _("Nobody")
    return _("{lead} leads · {first} → {last}").format(
        lead=lead,
        first=short_day(lookup.days.date_of(phase.start)),
        last=short_day(lookup.days.date_of(phase.end - 1)),
    )
