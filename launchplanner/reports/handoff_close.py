"""How a handoff's checklist ends: problems, decisions, the read-back, sign-off, and what was recorded."""

from datetime import datetime

from launchplanner.checks.relay import last_two, passed_on
from launchplanner.plan.batons import CORRECTED, RIGHT, Event
from launchplanner.plan.batons import Question as BatonQuestion
from launchplanner.plan.edits import SetCondition, set_conditions
from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS, OFFER, RETURN, STRENGTHS, WITHDRAW
from launchplanner.plan.witness import shown_key
from launchplanner.plan.zone import on_call
from launchplanner.reports import markers
from launchplanner.reports.blocks import (
    Blank,
    Block,
    Box,
    Card,
    Cell,
    Column,
    Grid,
    Heading,
    Note,
    Question,
    Questions,
    SignOff,
    Text,
    Ticks,
    Words,
    muted,
    plain,
    strong,
)
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.markers import marker
from launchplanner.reports.problems import PROBLEM_COLUMNS, open_rows, waived_rows
from launchplanner.reports.source import boxes
from launchplanner.words import _, long_day, short_day


def problems(handoff: Handoff) -> list[Block]:
    """Return what the rules found around the pass, and what was waived, by whom and until when."""
    rows = (*open_rows(handoff.problems), *waived_rows(handoff.source, handoff.waived))
    if not rows:
        return [Heading(_("Open problems"), _("Nothing open: no rule found anything around this pass."))]
    note = _("What a rule found in the plan, at the time of export.")
    return [Heading(_("Open problems"), note), Grid(_("Open problems"), PROBLEM_COLUMNS, rows, headed=False)]


def decided(handoff: Handoff) -> list[Block]:
    """Return the decisions made around the pass, with their outcome."""
    made = [decision for _key, decision in handoff.decisions if decision.outcome.strip()]
    if not made:
        return []
    columns = (Column(_("Decision"), 34), Column(_("Outcome"), 36), Column(_("Decided by"), 28))
    rows: list[tuple[Cell, ...]] = []
    for decision in made:
        holder = handoff.source.holder(decision.decider, handoff.day)
        on = (short_day(decision.decided_on),) if decision.decided_on else ()
        reason = muted(decision.reason.strip())
        outcome = (plain(decision.outcome.strip()), reason) if reason else (plain(decision.outcome.strip()),)
        rows.append((Text((plain(decision.title),)), Text(outcome), Text((plain(", ".join((holder.name, *on))),))))
    return [Heading(_("Decisions")), Grid(_("Decisions made"), columns, tuple(rows))]


def notes_back(handoff: Handoff) -> list[Block]:
    """Return the read-back: its questions, with the answers given or room to write them."""
    if not handoff.prompts:
        return [Heading(_("Notes back"), _("No questions are set for this pass."), "N")]
    note = _("{receiver}, in their own words, with the pack closed. {giver} marks each one. No mark, no pass.")
    said = note.format(receiver=handoff.receiver_short, giver=handoff.giver_short)
    questions = tuple(
        Question(
            number=number,
            question=prompt.question,
            answer=prompt.answer.strip(),
            boxes=(
                Box(_("right"), prompt.mark == RIGHT),
                Box(_("corrected") if prompt.answer.strip() else _("corrected above"), prompt.mark == CORRECTED),
            ),
            correction=prompt.correction.strip(),
            marker=marker(markers.PROMPT, handoff.key, key, markers.ANSWER, text=prompt.answer),
        )
        for number, (key, prompt) in enumerate(handoff.prompts, start=1)
    )
    return [Heading(_("Notes back"), said, "N"), Questions(questions)]


def sign_off(handoff: Handoff) -> list[Block]:
    """Return where both sides sign by hand."""
    passed = passed_on(handoff.source.context, handoff.key)
    _first, last = on_call(handoff.baton, handoff.baton.day if passed is None else passed)
    until = short_day(handoff.source.days.date_of(last))
    before = _("Due, before {baton}").format(baton=handoff.next_name) if handoff.next_name else _("Due")
    by_hand = (Blank(_("Name, by hand"), 2), Blank(_("Day and time"), 1))
    giver = Card(
        handoff.giver.face,
        handoff.giver.name,
        _("gives, and is on call until {day}").format(day=until),
        boxes(_("handed over"), _("withdrawn")),
        by_hand,
    )
    receiver = Card(
        handoff.receiver.face,
        handoff.receiver.name,
        _("receives, and is the only holder from then on"),
        boxes(_("accepted"), _("with conditions"), _("returned, because")),
        by_hand,
    )
    return [
        Heading(_("Sign-off"), _custody(handoff)),
        SignOff(
            (giver, receiver),
            _("How {receiver} read it").format(receiver=handoff.receiver_short),
            boxes(*(_(strength) for strength in STRENGTHS[:3])),
            (Blank(_("Condition"), 4), Blank(_("One owner"), 1.7), Blank(before, 1)),
        ),
    ]


def _custody(handoff: Handoff) -> str:
    if handoff.standing.has_passed:
        return _("{receiver} holds the baton.").format(receiver=handoff.receiver_short)
    return _("{giver} holds the baton until {receiver} accepts. Silence is not a yes.").format(
        giver=handoff.giver_short,
        receiver=_lower(handoff.receiver_short) if not handoff.receiver.is_one else handoff.receiver_short,
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def history(handoff: Handoff) -> list[Block]:
    """Return what was recorded, as the record of names and devices that it is, with the head of the history."""
    if not handoff.events:
        return []
    columns = (Column(_("When"), 20), Column(_("What"), 40), Column(_("How it was recorded"), 38))
    rows = tuple(
        (
            Text((plain(moment_text(event.at)),)),
            Text(tuple(words for words in (strong(event_text(event.kind)), *_said(event)) if words)),
            Text(tuple(words for words in (muted(_recorded(handoff, event)), _device_key(event)) if words)),
        )
        for _key, event in handoff.events
    )
    note = _("Recorded by name and device, not signed. Head of the history: {head}.").format(head=handoff.source.head)
    blocks: list[Block] = [Heading(_("History"), note), Grid(_("History of this baton"), columns, rows)]
    if one_device(handoff):
        blocks.append(Note(muted(_("Both events come from one device."))))
    return blocks


def _recorded(handoff: Handoff, event: Event) -> str:
    name, device = handoff.source.shown(event.by), event.device
    if not device.strip():
        return _("recorded under the name {name}").format(name=name)
    return _("recorded under the name {name} on device {device}").format(name=name, device=device)


def _device_key(event: Event) -> Words:
    return muted(_("key of the device {key}").format(key=shown_key(event.key))) if event.key else ()


def one_device(handoff: Handoff) -> bool:
    """Say whether both halves of the pass were recorded on the same device."""
    found = last_two(handoff.source.context, handoff.key)
    return found is not None and bool(found[0].device.strip()) and found[0].device == found[1].device


def conditions(handoff: Handoff) -> list[Block]:
    """Return the conditions on which the baton was accepted, each with owner, day and whether it is met."""
    plan, days = handoff.source.plan, handoff.source.days
    found = [one for one in set_conditions(plan, handoff.source.lookup.directory) if one.baton == handoff.key]
    if not found:
        return []
    columns = (Column(_("Met"), 5, "center"), Column(_("Condition"), 55), Column(_("By"), 24), Column(_("Due"), 14))
    rows: list[tuple[Cell, ...]] = []

    def mark(one: SetCondition) -> str:
        return marker(markers.TASK, handoff.key, one.task, markers.DONE, ticked=one.is_met(plan))

    for one in found:
        due = days.date_of(one.condition.day)
        owner = handoff.source.holder(one.condition.owner, due)
        rows.append(
            (
                Ticks((Box(_("Met"), one.is_met(plan), mark(one)),)),
                Text((plain(one.condition.text),)),
                Text((plain(owner.name) if owner.is_one else strong(owner.name),)),
                Text((plain(short_day(due)),)),
            )
        )
    note = _("Each holds the next baton up until it is done.")
    return [Heading(_("Conditions"), note), Grid(_("Conditions"), columns, tuple(rows))]


def pull_list(handoff: Handoff) -> list[Block]:
    """Return what the receiver asked, with the answer, or who brings it by which day."""
    asked = sorted(handoff.baton.questions.items(), key=lambda entry: (entry[1].order, entry[0]))
    if not asked:
        return []
    columns = (Column(_("Question"), 44), Column(_("Answer"), 54))
    rows = tuple((Text((plain(question.text),)), Text((_answer(handoff, question),))) for _key, question in asked)
    note = _("What {receiver} asked before the pass.").format(receiver=handoff.receiver_short)
    return [Heading(_("Pull list"), note), Grid(_("Pull list"), columns, rows)]


def _answer(handoff: Handoff, question: BatonQuestion) -> Words:
    if question.is_answered:
        return plain(question.answer.strip())
    if question.is_dated and question.due is not None:
        due = handoff.source.days.date_of(question.due)
        name = handoff.source.holder(question.owner, due).name
        return strong(_("{name} answers by {day}").format(name=name, day=short_day(due)))
    return strong(_("not answered yet"))


def _said(event: Event) -> tuple[Words, ...]:
    strength = event.strength if event.kind in {ACCEPT, ACCEPT_WITH_CONDITIONS} else ""
    return tuple(
        plain(text)
        for text in (_(event.code) if event.code else "", event.note.strip(), _(strength) if strength else "")
        if text
    )


def event_text(kind: str) -> str:
    """Return what a step of a pass is called."""
    return {
        OFFER: _("Handed over"),
        ACCEPT: _("Accepted"),
        ACCEPT_WITH_CONDITIONS: _("Accepted with conditions"),
        RETURN: _("Returned"),
        WITHDRAW: _("Withdrawn"),
    }.get(kind, kind)


def moment_text(at: str) -> str:
    """Return the moment that a device claimed, as it is written; the text itself when it is no moment."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at or _("time not recorded")
    return f"{long_day(moment.date())}, {moment:%H:%M}"
