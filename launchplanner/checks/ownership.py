"""Whether exactly one answers for a part, said in words: for tasks and for all else that has one holder."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, NOTE, WARNING, Part
from launchplanner.checks.owners import Candidate, Label, Reading
from launchplanner.plan.work import DONE, DROPPED
from launchplanner.words import _, in_words, joined, quoted


class Holding(StrEnum):
    """How an owner text stands to exactly one holder."""

    ONE = "one"
    NOBODY = "nobody"
    SEVERAL = "several"
    GROUP = "group"
    PLACEHOLDER = "placeholder"
    PASS = "pass"  # noqa: S105 - a baton's, not a password
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in the plan that exactly one holder is to fill, and the days on which it is filled.

    `last` is the last of those days; `due` says that somebody relies on it by now.
    """

    part: Part
    field: str
    text: str
    on: date
    last: date
    due: bool


_BY_CODE: Final = {
    "OWN-HIDDENPASS": Holding.PASS,
    "OWN-BOT": Holding.GROUP,
    "OWN-STALE": Holding.PLACEHOLDER,
}
_BY_LABEL: Final = {
    Label.TEAM: Holding.GROUP,
    Label.PLURAL: Holding.SEVERAL,
    Label.UNCLEAR: Holding.QUESTION,
}


def holding(reading: Reading) -> Holding:
    """Return how many a text names, from what was read."""
    plain = _BY_CODE.get(reading.code) or _BY_LABEL.get(reading.label)
    if plain is not None:
        return plain
    if reading.label is Label.NONE:
        return Holding.PLACEHOLDER if reading.text.strip() else Holding.NOBODY
    return Holding.QUESTION if not reading.owners or _is_stranger(reading.owners[0]) else Holding.ONE


def _is_stranger(owner: Candidate) -> bool:
    return owner.id is None and owner.kind != "role"


def tasks_held(context: Context, kind: Holding) -> Iterator[tuple[str, Reading]]:
    """Yield the tasks that are held in one way, with what their owner field says; dropped ones are left out."""
    for key, task in context.lookup.tasks:
        if task.status != DROPPED:
            reading = context.owner_of_task(key)
            if holding(reading) is kind:
                yield key, reading


def owner_seat(context: Context, key: str) -> Seat:
    """Return the place that the owner of a task fills."""
    first, last = context.schedule.first_date(key), context.schedule.last_date(key)
    return Seat(context.task(key), "owner", context.plan.tasks[key].owner, first, last, is_due(context, key))


def severity(context: Context, key: str) -> str:
    """Return how bad it is that a task lacks its one owner: worse once its phase runs or a baton waits for it."""
    if context.plan.tasks[key].status == DONE:
        return NOTE
    return ERROR if is_due(context, key) else WARNING


def is_due(context: Context, key: str) -> bool:
    """Say whether a task's owner is needed by now: its phase has begun, or the zone of a baton that waits for it."""
    task, today = context.plan.tasks[key], context.today_index
    phase = context.plan.phases.get(task.phase)
    if today >= (phase.start if phase is not None else context.schedule.spans[key].start):
        return True
    batons = context.plan.batons
    return any(
        link.successor in batons and today >= batons[link.successor].zone[0] and not context.is_settled(link.successor)
        for link in context.lookup.out_of.get(key, ())
    )


def named(context: Context, owner: Candidate) -> str:
    """Return what to call one who is named in an owner text."""
    return context.name(owner.id) if owner.id is not None else owner.text


def all_named(context: Context, reading: Reading) -> str:
    """Return those who are named in an owner text, as people say them."""
    return joined([named(context, owner) for owner in reading.owners])


def told(context: Context, reading: Reading) -> str:
    """Return who holds something by this text, to follow "is owned by" or "is led by"."""
    kind = holding(reading)
    if kind is Holding.NOBODY:
        return _("nobody")
    if kind is Holding.SEVERAL:
        count = len(reading.owners)
        return (
            _("{count} at once, {names}").format(count=in_words(count), names=all_named(context, reading))
            if count > 1
            else _("several at once, {text}").format(text=quoted(reading.text))
        )
    if kind is Holding.PASS and len(reading.owners) > 1:
        first, *others = [named(context, owner) for owner in reading.owners]
        return _("{first} first and {then} after").format(first=first, then=joined(others))
    text = quoted(" ".join(context.name(reading.text).split()))
    known = [context.name(owner.id) for owner in reading.owners if owner.id is not None]
    if reading.code == "OWN-UNKNOWN" and len(known) > 1:
        return _("{text}, which may mean {names}").format(text=text, names=joined(known))
    return _(_WORDS.get(reading.code, _OTHER_WORDS[kind])).format(text=text)


def said(context: Context, seat: Seat, reading: Reading) -> str:
    """Return the sentence that says who holds a place."""
    return _(_SENTENCES[seat.field]).format(part=quoted(seat.part.title), holder=told(context, reading))


_SENTENCES: Final = {
    "owner": "{part} is owned by {holder}.",
    "lead": "{part} is led by {holder}.",
    "giver": "{part} is given by {holder}.",
    "receiver": "{part} is received by {holder}.",
    "decider": "{part} is decided by {holder}.",
}
_WORDS: Final = {
    "OWN-NONE": "{text}, which names nobody",
    "OWN-STALE": "{text}, who is not there to do it",
    "OWN-TEAM": "{text}, a group",
    "OWN-ALL": "{text}, which is nobody in particular",
    "OWN-ORG": "{text}, a company",
    "OWN-GROUPADDR": "{text}, an address that nobody in particular answers",
    "OWN-BOT": "{text}, a machine",
    "OWN-CHOICE": "{text}, which leaves open who it is",
    "OWN-UNSURE": "{text}, which is not agreed yet",
    "OWN-COMMA": "{text}, which may be one person or two",
    "OWN-DOT": "{text}, which may be one person or two",
    "OWN-SLASHROLE": "{text}, which may be one role or two",
    "OWN-RACI": "{text}, where letters stand for who answers",
    "OWN-UNKNOWN": "{text}, whom the roster does not know",
    "OWN-ROLE": "{text}, a role that this launch does not have",
}
_OTHER_WORDS: Final = {
    Holding.ONE: "{text}",
    Holding.GROUP: "{text}, a group",
    Holding.PLACEHOLDER: "{text}, which names nobody",
    Holding.PASS: "{text}, one after the other",
    Holding.QUESTION: "{text}, whom the roster does not know",
}


def seats(context: Context) -> Iterator[Seat]:
    """Yield every place that exactly one is to fill and that is not behind us."""
    for key, task in context.lookup.tasks:
        if not task.is_settled:
            yield owner_seat(context, key)
    yield from leads(context)
    yield from sides(context, "giver")
    yield from sides(context, "receiver")
    yield from records(context)


def leads(context: Context) -> Iterator[Seat]:
    """Yield the places of the leads of phases that are not over."""
    days, today = context.schedule.days, context.today_index
    for key, phase in context.lookup.phases:
        if phase.end > today:
            first, last = days.date_of(phase.start), days.date_of(phase.end - 1)
            yield Seat(context.phase(key), "lead", phase.lead, first, last, today >= phase.start)


def sides(context: Context, field: str) -> Iterator[Seat]:
    """Yield the places of the givers or receivers (`field`) of batons that have not passed."""
    for key, baton in context.lookup.batons:
        if not context.is_settled(key):
            day = context.schedule.days.date_of(baton.day)
            text = baton.giver if field == "giver" else baton.receiver
            yield Seat(context.baton(key), field, text, day, day, context.today_index >= baton.zone[0])


def records(context: Context) -> Iterator[Seat]:
    """Yield the places in decisions that are still open, in metrics, and in open risks."""
    plan, days, today = context.plan, context.schedule.days, context.today_index
    for key, decision in sorted(plan.decisions.items(), key=lambda entry: (entry[1].day, entry[1].order, entry[0])):
        if not decision.outcome.strip():
            day = days.date_of(decision.day)
            part = Part("decision", key, decision.title)
            yield Seat(part, "decider", decision.decider, day, day, today >= decision.day)
    launch = days.date_of(0)
    for key, metric in sorted(plan.metrics.items(), key=lambda entry: (entry[1].order, entry[0])):
        yield Seat(Part("metric", key, metric.title), "owner", metric.owner, launch, launch, today >= 0)
    for key, risk in sorted(plan.risks.items(), key=lambda entry: (entry[1].order, entry[0])):
        if risk.is_open:
            yield Seat(Part("risk", key, risk.title), "owner", risk.owner, launch, launch, today >= plan.first)
