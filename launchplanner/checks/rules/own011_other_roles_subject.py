"""OWN011: work in the words of the other leading role, and decisions that are another role's to make."""

import re
from collections.abc import Iterator
from typing import Final

from launchplanner.checks.choices import lead_holds
from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, Finding, Fix, Rule
from launchplanner.checks.ownership import Seat, records
from launchplanner.checks.rights import holders_of, right_to
from launchplanner.plan.edits import Change
from launchplanner.words import _, quoted

_SUBJECTS: Final = {
    "pm": re.compile(
        r"\b(?:product spec\w*|prd|requirements?|acceptance criteria|roadmap|backlog|user stor(?:y|ies)|feature flags?"
        r"|usability|beta test\w*)\b",
        re.IGNORECASE,
    ),
    "pmm": re.compile(
        r"\b(?:messaging|message (?:framework|house|map|pillars?)|positioning|value propositions?|taglines?|naming"
        r"|personas?|battlecards?|sales decks?|talk tracks?|press (?:release|kit)s?|landing pages?|launch copy"
        r"|campaigns?)\b",
        re.IGNORECASE,
    ),
}
# Input and checking are welcome from the other side; they move no leadership.
_INPUT: Final = re.compile(
    r"\b(?:inputs?|facts?|fact.check|reviews?|feedback|comments?|questions?|pull list|readout|check)\b", re.IGNORECASE
)


def _check(context: Context) -> Iterator[Finding]:
    yield from _tasks(context)
    for seat in records(context):
        if seat.part.kind == "decision":
            yield from _decision(context, seat)


def _tasks(context: Context) -> Iterator[Finding]:
    for key, task in context.lookup.tasks:
        phase = context.plan.phases.get(task.phase)
        if phase is None or task.is_settled:
            continue
        lead = _family(context, phase.lead, key)
        subject = _SUBJECTS.get(lead)
        if subject is None or _INPUT.search(task.title) or not subject.search(task.title):
            continue
        owner = _family(context, task.owner, key)
        if owner in _SUBJECTS and owner != lead:
            yield Finding(RULE.id, NOTE, context.task(key), _message(context, key), tuple(_fixes(context, key)))


def _family(context: Context, text: str, key: str) -> str:
    """Return the family of the role that a text names, or of the only leading role that its one person holds."""
    plan, on = context.plan, context.schedule.first_date(key)
    role = context.lookup.directory.role(text)
    if role is not None:
        return plan.roles[role].family
    person = context.answers(text, on)
    if not person:
        return ""
    held = {plan.roles[hold.role].family for hold in plan.people[person].holds if hold.role in plan.roles}
    leading = held & _SUBJECTS.keys()
    return next(iter(leading)) if len(leading) == 1 else ""


def _message(context: Context, key: str) -> str:
    task = context.plan.tasks[key]
    phase = context.plan.phases[task.phase]
    reading = context.owner_of_task(key)
    owner = context.name(reading.owners[0].id or task.owner) if reading.owners else task.owner
    return _("{task} is in the words of {lead}, who leads {phase}, and {owner} owns it.").format(
        task=quoted(task.title), lead=context.name(phase.lead), phase=quoted(phase.title), owner=owner
    )


def _fixes(context: Context, key: str) -> Iterator[Fix]:
    yield from lead_holds(context, key, (context.plan.tasks[key].owner,))


def _decision(context: Context, seat: Seat) -> Iterator[Finding]:
    """Yield the note on a decision whose decider has known roles, none of them the one that has the right to it."""
    right = right_to(seat.part.title)
    entitled = holders_of(context, right) if right is not None else ()
    held = _roles_of(context, seat)
    if right is None or not entitled or not held or held.intersection(entitled):
        return
    message = _("{decision} is decided by {decider}, and belongs to {role}: {because}.").format(
        decision=quoted(seat.part.title),
        decider=context.name(seat.text),
        role=context.name(entitled[0]),
        because=_(right.because),
    )
    yield Finding(RULE.id, NOTE, seat.part, message, tuple(_decided_by(context, seat, entitled)))


def _roles_of(context: Context, seat: Seat) -> frozenset[str]:
    """Return the role that is to decide, or the roles that the one person who is to do it holds on the day."""
    role = context.lookup.directory.role(seat.text)
    if role is not None:
        return frozenset({role})
    person = context.answers(seat.text, seat.on)
    holds = context.plan.people[person].holds if person else ()
    return frozenset(hold.role for hold in holds if hold.role in context.plan.roles and hold.covers(seat.on))


def _decided_by(context: Context, seat: Seat, roles: tuple[str, ...]) -> Iterator[Fix]:
    heard = context.plan.decisions[seat.part.id].heard
    for role in roles:
        title = _("{role} decides it, {decider} is heard").format(
            role=context.name(role), decider=context.name(seat.text)
        )
        others = tuple(dict.fromkeys(name for name in (*heard, seat.text) if name != role))
        yield Fix(title, Change("decision", seat.part.id, {"decider": role, "heard": others}))


RULE = Rule(
    id="OWN011",
    name="other_roles_subject",
    severity=NOTE,
    title="In the other role's words",
    what="A task whose title clearly speaks of the subject of the phase's lead, such as messaging or a product spec, "
    "owned by the other of PM and PMM; input, reviews and fact checks are not meant. And an open decision on what is "
    "another role's to decide: scope and roadmap the PM's, segment and message the PMM's, claims the legal counsel's, "
    "price, tier and go the sponsor's, the quality exit QA's. A launch without that role is left alone.",
    why="The PM says what it is and why it works; the PMM says why it matters and to whom. Who owns the other's "
    "subject ends up deciding it. It may well be meant, so this only explains.",
    repairs="The lead of the phase owns the task and the present owner helps; the role that has the right decides, and "
    "the present decider is heard.",
    source="Rules of custody: decision rights, not job descriptions; input never counts as approval.",
    check=_check,
)
