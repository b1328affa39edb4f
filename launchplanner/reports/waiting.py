"""What waits for one person now: batons to hand over, read, mark and accept, conditions, questions, late tasks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from launchplanner.plan.edits import set_conditions
from launchplanner.plan.plan import BATON, TASK
from launchplanner.plan.protocol import is_ready
from launchplanner.plan.zone import answer_due, day_of
from launchplanner.reports.handoff import Handoff, handoffs
from launchplanner.reports.runsheet import is_heard
from launchplanner.reports.source import Source
from launchplanner.words import _, ngettext, short_day

TO_OFFER: Final = "offer"
TO_MAKE_READY: Final = "make ready"
TO_READ_BACK: Final = "read back"
TO_MARK: Final = "mark"
TO_ACCEPT: Final = "accept"
TO_ANSWER: Final = "answer"
TO_BRING: Final = "bring"
TO_MEET: Final = "meet"
TO_FINISH: Final = "finish"
_GROUPS: Final = {TO_MEET: 1, TO_ANSWER: 2, TO_BRING: 2, TO_FINISH: 3}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that one person has to do: `part` is where it is done, `day` when it is due, from launch day on."""

    kind: str
    part: tuple[str, str]
    text: str
    action: str
    day: int
    due: str
    late: int


def waiting(source: Source, person: str) -> tuple[Waiting, ...]:
    """Return what waits for a person: passes, conditions, questions and items, late tasks; in each the latest first."""
    found = [
        *(entry for handoff in handoffs(source) for entry in _of_pass(handoff, person)),
        *_conditions(source, person),
        *_late_tasks(source, person),
    ]
    return tuple(sorted(found, key=lambda one: (_GROUPS.get(one.kind, 0), -one.late, one.day, one.part)))


def _of_pass(handoff: Handoff, person: str) -> Iterator[Waiting]:
    passing = handoff.passing
    if passing.standing.has_passed:
        return
    if passing.standing.is_on_offer:
        yield from _answers(handoff, person)
    elif passing.giver == person:
        yield from _offers(handoff)
    yield from _questions(handoff, person)
    if passing.giver != person:
        yield from _items(handoff, person)


def _offers(handoff: Handoff) -> Iterator[Waiting]:
    title, day = handoff.baton.title, handoff.baton.day
    if is_ready(handoff.baton):
        text = _("“{baton}” is ready: hand it to {name}.").format(baton=title, name=handoff.receiver.name)
        yield _on_baton(handoff, TO_OFFER, text, _("Hand over"), day)
        return
    today = handoff.source.days.last_day_until(handoff.source.today)
    if today >= handoff.baton.zone[0]:
        lacking = sum(not item.is_settled for _key, item in handoff.items)
        said = ngettext("“{baton}” lacks {n} item.", "“{baton}” lacks {n} items.", lacking)
        yield _on_baton(handoff, TO_MAKE_READY, said.format(baton=title, n=lacking), _("Make it ready"), day)


def _answers(handoff: Handoff, person: str) -> Iterator[Waiting]:
    passing, title = handoff.passing, handoff.baton.title
    offered = day_of(handoff.source.days, handoff.baton.events[passing.standing.offer].at)
    day = answer_due(handoff.baton, offered) if offered is not None else handoff.baton.day
    silent = sum(not prompt.answer.strip() for _key, prompt in handoff.prompts)
    unmarked = sum(bool(prompt.answer.strip()) and not is_heard(handoff, prompt) for _key, prompt in handoff.prompts)
    if person in passing.sides.answering and silent:
        said = ngettext("“{baton}” has {n} question for you.", "“{baton}” has {n} questions for you.", silent)
        yield _on_baton(handoff, TO_READ_BACK, said.format(baton=title, n=silent), _("Read back"), day)
    elif person in passing.sides.answering and not unmarked:
        text = _("“{baton}” is read back: accept it or return it.").format(baton=title)
        yield _on_baton(handoff, TO_ACCEPT, text, _("Answer"), day)
    if person == passing.giver and unmarked:
        said = ngettext(
            "{name} answered {n} question of “{baton}”.", "{name} answered {n} questions of “{baton}”.", unmarked
        )
        text = said.format(name=handoff.receiver_short, n=unmarked, baton=title)
        yield _on_baton(handoff, TO_MARK, text, _("Mark"), day)


def _questions(handoff: Handoff, person: str) -> Iterator[Waiting]:
    source = handoff.source
    for _key, question in sorted(handoff.baton.questions.items(), key=lambda entry: (entry[1].order, entry[0])):
        if question.is_answered:
            continue
        owner = source.context.answers(question.owner, handoff.day) if question.owner.strip() else handoff.passing.giver
        if owner == person:
            day = question.due if question.due is not None else handoff.baton.day
            text = _("{name} asks: “{question}”").format(
                name=_asker(handoff, question.asked_by), question=question.text
            )
            yield _on_baton(handoff, TO_ANSWER, text, _("Answer"), day)


def _asker(handoff: Handoff, text: str) -> str:
    return handoff.source.shown(text) if text.strip() else handoff.receiver_short


def _items(handoff: Handoff, person: str) -> Iterator[Waiting]:
    for _key, item in handoff.items:
        own = item.owner.strip() and handoff.source.context.answers(item.owner, handoff.day) == person
        if own and not item.is_settled:
            text = _("“{item}” is yours to bring for “{baton}”.").format(item=item.title, baton=handoff.baton.title)
            yield _on_baton(handoff, TO_BRING, text, _("Open"), handoff.baton.day)


def _conditions(source: Source, person: str) -> Iterator[Waiting]:
    for one in set_conditions(source.plan, source.lookup.directory):
        task = source.plan.tasks.get(one.task)
        day = source.schedule.last_day(one.task) if task is not None else one.condition.day
        owner = task.owner if task is not None else one.condition.owner
        if not one.is_met(source.plan) and source.context.answers(owner, source.days.date_of(day)) == person:
            text = _("Condition: {text}").format(text=one.condition.text)
            part = (TASK, one.task) if task is not None else (BATON, one.baton)
            yield _due(source, day, kind=TO_MEET, part=part, text=text, action=_("Open"))


def _late_tasks(source: Source, person: str) -> Iterator[Waiting]:
    conditions = {one.task for one in set_conditions(source.plan, source.lookup.directory)}
    for key, task in source.lookup.tasks:
        if task.is_settled or key in conditions:
            continue
        day = source.schedule.last_day(key)
        if source.days_late(day) and source.task_owner(key).person == person:
            yield _due(source, day, kind=TO_FINISH, part=(TASK, key), text=task.title, action=_("Open"))


def _on_baton(handoff: Handoff, kind: str, text: str, action: str, day: int) -> Waiting:
    return _due(handoff.source, day, kind=kind, part=(BATON, handoff.key), text=text, action=action)


def _due(source: Source, day: int, *, kind: str, part: tuple[str, str], text: str, action: str) -> Waiting:
    late = source.days_late(day)
    shown = short_day(source.days.date_of(day))
    words = ngettext("{n} day late", "{n} days late", late).format(n=late) if late else _("by {day}").format(day=shown)
    return Waiting(kind, part, text, action, day, words, late)
