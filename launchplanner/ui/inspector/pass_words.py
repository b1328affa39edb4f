"""What the inspector says about a pass: where it stands, who holds it, the one next step and what holds it up."""

from dataclasses import dataclass
from typing import Final

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.batons import CORRECTED, Event
from launchplanner.plan.protocol import (
    ACCEPT,
    ACCEPT_WITH_CONDITIONS,
    ACCEPTED,
    ACCEPTED_WITH_CONDITIONS,
    CHANGED,
    DISPUTED,
    EXPIRED,
    OFFER,
    OFFERED,
    READ_BACK,
    RETURN,
    RETURNED,
    STRENGTHS,
    WITHDRAW,
    content_of,
    is_ready,
)
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.handoff_close import event_text, moment_text
from launchplanner.reports.source import Source
from launchplanner.ui.inspector.differences import differences
from launchplanner.words import _, ngettext, short_day

_AGAIN: Final = frozenset({RETURNED, CHANGED, DISPUTED})
_TONES: Final = {
    ACCEPTED: "good",
    ACCEPTED_WITH_CONDITIONS: "good",
    OFFERED: "warning",
    READ_BACK: "warning",
    RETURNED: "error",
    EXPIRED: "error",
    CHANGED: "error",
    DISPUTED: "error",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a side can do now: its kind of event, the words on its button, the id of who does it."""

    kind: str
    text: str
    by: str
    is_possible: bool = True


@dataclass(frozen=True, slots=True)
class Next:
    """The next step of a pass. The first of `steps` is the one that is asked for; `reason` says what holds it up."""

    title: str
    steps: tuple[Step, ...] = ()
    reason: str = ""


def handoff_of(snapshot: Snapshot, key: str) -> Handoff:
    """Return a baton with its facts, numbered in the order of the clock."""
    keys = [other for other, _baton in snapshot.lookup.batons]
    return Handoff(Source(snapshot.context, snapshot.findings), key, keys.index(key) + 1, len(keys))


def tone_of(state: str) -> str:
    """Return the tone in which a state is shown."""
    return _TONES.get(state, "neutral")


def next_step(handoff: Handoff) -> Next:
    """Return what comes next."""
    hindrance = _without_people(handoff)
    if hindrance:
        return Next(_("Next: two people"), (Step(OFFER, _("Hand over"), "", is_possible=False),), hindrance)
    passing = handoff.passing
    if passing.standing.has_passed:
        return Next(_("Passed"))
    if passing.standing.is_on_offer:
        return _answer(handoff)
    again = handoff.standing.state in _AGAIN
    text = _("Hand over again as {name}") if again else _("Hand over as {name}")
    ready = is_ready(handoff.baton)
    step = Step(OFFER, text.format(name=handoff.giver.name), passing.giver, is_possible=ready)
    title = _("Next: {name} hands over").format(name=handoff.giver_short)
    return Next(title, (step,), "" if ready else passing.unready())


def _without_people(handoff: Handoff) -> str:
    passing, baton = handoff.passing, handoff.baton
    for person, text, nobody, several in (
        (passing.giver, baton.giver, _("Nobody gives it yet."), _("“{text}” is not one person who gives it.")),
        (
            passing.receiver,
            baton.receiver,
            _("Nobody receives it yet."),
            _("“{text}” is not one person who receives it."),
        ),
    ):
        if not person:
            shown = handoff.source.lookup.directory.shown(text)
            return several.format(text=shown) if text.strip() else nobody
    if passing.giver == passing.receiver and not baton.second_reader:
        return _("{name} gives and receives it. Name a second reader, who reads it back.").format(
            name=handoff.giver.name
        )
    return ""


def _answer(handoff: Handoff) -> Next:
    passing = handoff.passing
    hindrance = _unheard(handoff)
    possible = not hindrance
    name = handoff.receiver.name
    steps = (
        Step(ACCEPT, _("Accept as {name}").format(name=name), passing.receiver, is_possible=possible),
        Step(RETURN, _("Return…"), passing.receiver),
        Step(ACCEPT_WITH_CONDITIONS, _("With conditions…"), passing.receiver, is_possible=possible),
        Step(WITHDRAW, _("Withdraw as {name}").format(name=handoff.giver_short), passing.giver),
    )
    if possible:
        return Next(_("Next: {name} accepts or returns it").format(name=handoff.receiver_short), steps)
    if any(not prompt.answer.strip() for prompt in handoff.baton.prompts.values()):
        return Next(_("Next: {name} reads back").format(name=handoff.receiver_short), steps, hindrance)
    return Next(_("Next: {name} marks the answers").format(name=handoff.giver_short), steps, hindrance)


def _unheard(handoff: Handoff) -> str:
    prompts = handoff.baton.prompts.values()
    silent = sum(not prompt.answer.strip() for prompt in prompts)
    unmarked = sum(bool(prompt.answer.strip()) and not prompt.is_heard for prompt in prompts)
    parts: list[str] = []
    if silent:
        words = ngettext("{n} question has no answer yet.", "{n} questions have no answer yet.", silent)
        parts.append(words.format(n=silent))
    if unmarked:
        words = ngettext("{n} answer is not marked.", "{n} answers are not marked.", unmarked)
        parts.append(words.format(n=unmarked))
    if parts:
        parts.append(_("No mark, no pass."))
    return " ".join(parts)


def state_sentences(handoff: Handoff) -> tuple[str, ...]:
    """Return where the pass stands and why, in sentences; the first says who holds it."""
    state = handoff.standing.state
    holder = _holder(handoff)
    said = {
        OFFERED: _on_offer,
        READ_BACK: _on_offer,
        EXPIRED: _expired,
        ACCEPTED: _passed,
        ACCEPTED_WITH_CONDITIONS: _passed,
        RETURNED: _returned,
        CHANGED: _changed,
        DISPUTED: _disputed,
    }.get(state)
    return (holder, *(said(handoff) if said is not None else ()))


def _holder(handoff: Handoff) -> str:
    person = handoff.standing.holder
    if not person:
        return _("It has no holder: the giver is not one known person.")
    name = handoff.source.plan.people[person].name
    if handoff.standing.has_passed:
        return _("{name} holds it.").format(name=name)
    if handoff.receiver.is_one and handoff.receiver.person != person:
        return _("{giver} holds it until {receiver} accepts.").format(giver=name, receiver=handoff.receiver_short)
    return _("{name} holds it.").format(name=name)


def _on_offer(handoff: Handoff) -> tuple[str, ...]:
    offer = handoff.baton.events[handoff.standing.offer]
    return (_("On offer since {moment}.").format(moment=moment_text(offer.at)),)


def _expired(handoff: Handoff) -> tuple[str, ...]:
    closed = _("The zone closed on {day} without an answer, and silence moves nothing.")
    way_out = _("{receiver} can still answer, or plan another day.").format(receiver=handoff.receiver_short)
    return (closed.format(day=short_day(handoff.zone[1])), way_out)


def _passed(handoff: Handoff) -> tuple[str, ...]:
    answer = handoff.baton.events[handoff.standing.answer]
    said = [_("Accepted {moment}, {strength}.").format(moment=moment_text(answer.at), strength=_(answer.strength))]
    if not answer.strength:
        said = [_("Accepted {moment}.").format(moment=moment_text(answer.at))]
    if answer.kind == ACCEPT_WITH_CONDITIONS:
        said.append(_("Condition: {text}").format(text=answer.note.strip()))
    until = handoff.source.days.date_of(handoff.baton.day + handoff.baton.on_call)
    said.append(_("{giver} is on call until {day}.").format(giver=handoff.giver_short, day=short_day(until)))
    return tuple(said)


def _returned(handoff: Handoff) -> tuple[str, ...]:
    answer = handoff.baton.events[handoff.standing.answer]
    why = _("Returned {moment}: {code}.").format(
        moment=moment_text(answer.at), code=_(answer.code) or _("no reason given")
    )
    note = answer.note.strip()
    way_out = _("{giver} mends it and hands it over again.").format(giver=handoff.giver_short)
    return tuple(part for part in (why, note, way_out) if part)


def _changed(handoff: Handoff) -> tuple[str, ...]:
    passing = handoff.passing
    offer = handoff.baton.events[handoff.standing.offer]
    now = content_of(passing.plan.id, passing.key, passing.baton, passing.giver, passing.receiver)
    found = differences(offer.body, now, handoff.source.lookup.directory.shown)
    return (_("It changed since {receiver} accepted it:").format(receiver=handoff.receiver_short), *found)


def _disputed(_handoff: Handoff) -> tuple[str, ...]:
    return (
        _("It was accepted in one copy, and withdrawn or returned in another that did not know of it."),
        _("Handing it over again settles it."),
    )


def strength_of(handoff: Handoff) -> str:
    """Return how thoroughly a pack was read, as far as the read-back shows it."""
    prompts = handoff.baton.prompts.values()
    if any(prompt.mark == CORRECTED for prompt in prompts):
        return STRENGTHS[0]
    return STRENGTHS[1] if prompts else STRENGTHS[2]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the history: what happened, when, why, and how it was recorded."""

    key: str
    text: str
    moment: str
    recorded: str
    is_bad: bool


def history(handoff: Handoff) -> list[Told]:
    """Return what was said about the baton, newest first."""
    return [_told(handoff, key, event) for key, event in reversed(handoff.events)]


def one_device(handoff: Handoff) -> bool:
    """Say whether both sides of the pass were recorded on the same device."""
    standing, events = handoff.standing, handoff.baton.events
    if not standing.has_passed:
        return False
    device = events[standing.offer].device
    return bool(device) and device == events[standing.answer].device


def _told(handoff: Handoff, key: str, event: Event) -> Told:
    why = ": ".join(part for part in (_(event.code) if event.code else "", event.note.strip()) if part)
    name = handoff.source.shown(event.by)
    on = _("recorded under the name {name} on device {device}").format(name=name, device=event.device)
    recorded = on if event.device.strip() else _("recorded under the name {name}").format(name=name)
    text = _("{step}: {why}").format(step=event_text(event.kind), why=why) if why else event_text(event.kind)
    return Told(key, text, moment_text(event.at), recorded, event.kind == RETURN)
