"""OWN011: work whose words belong to the other of the two leading roles."""

import re
from collections.abc import Iterator
from typing import Final

from launchplanner.checks.choices import lead_holds
from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, Finding, Fix, Rule
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


RULE = Rule(
    id="OWN011",
    name="other_roles_subject",
    severity=NOTE,
    title="In the other role's words",
    what="A task whose title clearly speaks of the subject of the phase's lead, such as messaging or a product spec, "
    "owned by the other of PM and PMM. Input, reviews and fact checks are not meant.",
    why="The PM says what it is and why it works; the PMM says why it matters and to whom. Who owns the other's "
    "subject ends up deciding it. It may well be meant, so this only explains.",
    repairs="The lead of the phase owns it and the present owner helps.",
    source="Rules of custody: decision rights, not job descriptions; input never counts as approval.",
    check=_check,
)
