"""Two copies of a plan and no server: what a baton file carries, and how it joins what is here.

Events are joined by union and can neither be lost nor doubled. The pack is the giver's: it is taken with a new offer,
unless the pack here was changed since it was last offered. Answers are the receiver's and marks the giver's. Nothing
here decides who holds the baton; that follows from the events.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from launchplanner.plan.batons import Baton, BatonItem, Prompt, Question
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.directory import Directory
from launchplanner.plan.edits.base import EditError
from launchplanner.plan.edits.conditions import said_in, with_condition_tasks
from launchplanner.plan.edits.sides import Pass
from launchplanner.plan.people import Person, Role
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import (
    ACCEPT,
    ACCEPT_WITH_CONDITIONS,
    OFFER,
    RETURN,
    WITHDRAW,
    Standing,
    fingerprint,
    in_order,
)
from launchplanner.plan.values import Day, Table, Value
from launchplanner.plan.witness import faults
from launchplanner.plan.work import DONE, Offset, Task
from launchplanner.words import _, ngettext

PARCEL_FORMAT: Final = "launchplanner-baton"
PARCEL_SCHEMA: Final = 1
_PACK: Final = ("title", "giver", "receiver", "second_reader", "carries", "bearing", "items")


class ExchangeError(EditError):
    """A baton file that does not belong here, or is not whole, with a sentence for people."""


class Parcel(Value, frozen=True):
    """What travels in a baton file: one baton with its whole history, and what is needed to read it without the plan.

    `plan` and `key` are the ids of launch and baton; `sender` is the id of the person who wrote the file, on `device`
    at the moment `at`. `tasks` are those of its conditions.
    """

    format: str = PARCEL_FORMAT
    schema_: Annotated[int, Field(alias="schema")] = PARCEL_SCHEMA
    min_reader: int = PARCEL_SCHEMA
    plan: str
    title: str
    launch_day: Day
    confidence: str = ""
    tier: Annotated[int, Field(ge=1, le=3)] = 1
    first: Offset = 0
    days: Annotated[int, Field(ge=1, le=5000)] = 60
    calendar: WorkCalendar = WorkCalendar()
    key: Annotated[str, Field(min_length=1)]
    baton: Baton
    people: Table[Person] = Table()
    roles: Table[Role] = Table()
    tasks: Table[Task] = Table()
    sender: str = ""
    device: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """A plan after a baton file was joined with it, and what that changes, a sentence each.

    Without `is_new` all was known, and `plan` is the one that was there.
    """

    plan: Plan
    is_new: bool
    news: tuple[str, ...]
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class OpenParcel:
    """Join what a baton file says with what is here."""

    parcel: Parcel

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Open the baton file")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the baton's history joined.

        Raises:
            ExchangeError: the file belongs to another launch or baton, or its history is not whole.
        """
        return merged(plan, self.parcel).plan


def parcel_of(plan: Plan, key: str, sender: str, device: str = "", at: str = "") -> Parcel:
    """Return what a file about one baton carries.

    Raises:
        EditError: there is no such baton.
    """
    baton = Pass.of(plan, key).baton
    known = Directory.of(plan)
    texts = {baton.giver, baton.receiver, baton.second_reader, *(item.owner for item in baton.items.values())}
    texts |= {text for one in baton.questions.values() for text in (one.owner, one.asked_by)}
    roles = {role for text in texts if (role := known.role(text)) is not None}
    named = {person for text in texts if (person := known.person(text)) is not None}
    named |= {person for role in roles for person in known.holders(role)}
    named |= {event.by for event in baton.events.values()} | {sender}
    conditions = [one for event_key, event in baton.events.items() for one in said_in(key, event_key, event)]
    named |= {one.condition.owner for one in conditions}
    return Parcel(
        plan=plan.id,
        title=plan.title,
        launch_day=plan.launch_day,
        confidence=plan.confidence,
        tier=plan.tier,
        first=plan.first,
        days=plan.days,
        calendar=plan.calendar,
        key=key,
        baton=baton,
        people=Table((person, _brief(plan.people[person], roles)) for person in named if person in plan.people),
        roles=Table((role, plan.roles[role]) for role in roles),
        tasks=Table((one.task, plan.tasks[one.task]) for one in conditions if one.task in plan.tasks),
        sender=sender,
        device=device,
        at=at,
    )


def _brief(person: Person, roles: set[str]) -> Person:
    """Return a person as far as the other side needs to know: no absences, and only the roles of this pass."""
    holds = tuple(hold for hold in person.holds if hold.role in roles)
    return Person(
        name=person.name,
        initials=person.initials,
        email=person.email,
        aliases=person.aliases,
        holds=holds,
        order=person.order,
    )


def plan_from(parcel: Parcel) -> Plan:
    """Return a plan with nothing but the baton, for a receiver who has no copy: enough to read it back and answer.

    Raises:
        ExchangeError: the history in the file is not whole.
    """
    _refuse_faulty(parcel)
    return _bare(parcel)


def _bare(parcel: Parcel) -> Plan:
    return Plan(
        id=parcel.plan,
        title=parcel.title,
        launch_day=parcel.launch_day,
        confidence=parcel.confidence,
        tier=parcel.tier,
        first=parcel.first,
        days=parcel.days,
        calendar=parcel.calendar,
        people=parcel.people,
        roles=parcel.roles,
        batons=Table({parcel.key: parcel.baton}),
        tasks=parcel.tasks,
    )


def merged(plan: Plan, parcel: Parcel) -> Merged:
    """Return the plan with a baton file joined to it: in any order, twice or late, nothing false and nothing lost.

    Raises:
        ExchangeError: the file belongs to another launch, the baton is foreign, or its history is not whole.
    """
    ours = _refuse_foreign(plan, parcel)
    _refuse_faulty(parcel)
    before = Pass.of(plan, parcel.key)
    fresh = [key for key, _event in in_order(parcel.baton.events) if key not in ours.events]
    events = ours.events.updated(parcel.baton.events) if fresh else ours.events
    takes_pack = _takes_pack(before, parcel, fresh)
    pack = {name: getattr(parcel.baton, name) for name in _PACK} if takes_pack else {}
    held = ours.replace(**pack, events=events, questions=_questions(ours, parcel.baton))
    joined_plan = _with(plan, parcel, held, takes_prompts=takes_pack)
    for key in fresh:
        joined_plan = with_condition_tasks(joined_plan, parcel.key, key, events[key])
    joined_plan = _with_done(joined_plan, parcel)
    after = Pass.of(joined_plan, parcel.key)
    if joined_plan == plan:
        return Merged(plan, is_new=False, news=(), before=before.standing, after=before.standing)
    news = tuple(_news(before, after, parcel, fresh))
    return Merged(joined_plan, is_new=True, news=news, before=before.standing, after=after.standing)


def _refuse_foreign(plan: Plan, parcel: Parcel) -> Baton:
    if plan.id != parcel.plan:
        raise ExchangeError(
            _(
                "This baton belongs to the launch “{theirs}”, and the plan here is “{ours}”. Open that plan first."
            ).format(theirs=parcel.title, ours=plan.title)
        )
    if parcel.key not in plan.batons:
        raise ExchangeError(
            _("The plan here has no baton “{baton}” ({key}): it was removed, or never was in this copy.").format(
                baton=parcel.baton.title, key=parcel.key
            )
        )
    return plan.batons[parcel.key]


def _refuse_faulty(parcel: Parcel) -> None:
    found = faults(parcel.plan, parcel.key, parcel.baton)
    if found:
        raise ExchangeError(
            _("{fault} Ask {sender} to write the file again.").format(
                fault=found[0].sentence, sender=_sender(parcel) or _("the sender")
            )
        )


def _sender(parcel: Parcel) -> str:
    return parcel.people[parcel.sender].name if parcel.sender in parcel.people else ""


def _takes_pack(here: Pass, parcel: Parcel, fresh: list[str]) -> bool:
    """Say whether the pack of the file replaces the one here: with a newer offer, over nothing that was not offered."""
    events = here.baton.events.updated(parcel.baton.events)
    offers = [key for key, event in in_order(events) if event.kind == OFFER]
    if not offers or offers[-1] not in fresh:
        return False
    there = Pass.of(_bare(parcel), parcel.key)
    if events[offers[-1]].content != fingerprint(there.content):
        return False
    offered = {event.content for event in here.baton.events.values() if event.kind == OFFER}
    return not offered or fingerprint(here.content) in offered


def _with(plan: Plan, parcel: Parcel, held: Baton, *, takes_prompts: bool) -> Plan:
    """Return the plan with the baton in it, its read-back joined, and with people and roles that were not known."""
    people = plan.people.updated({key: one for key, one in parcel.people.items() if key not in plan.people})
    roles = plan.roles.updated({key: one for key, one in parcel.roles.items() if key not in plan.roles})
    theirs = parcel.baton
    base = held.replace(prompts=_same_questions(held, theirs)) if takes_prompts else held
    plan = plan.replace(
        people=people if len(people) != len(plan.people) else plan.people,
        roles=roles if len(roles) != len(plan.roles) else plan.roles,
        batons=plan.batons.with_(parcel.key, base),
    )
    now = Pass.of(plan, parcel.key)
    offer = now.standing.offer
    answers = parcel.sender in now.sides.answering
    prompts = {
        key: _prompt(prompt, theirs.prompts[key], offer, answers=answers)
        for key, prompt in base.prompts.items()
        if key in theirs.prompts and theirs.prompts[key].question == prompt.question
    }
    items = {key: _item(item, theirs.items[key]) for key, item in base.items.items() if answers and key in theirs.items}
    changed_prompts = {key: one for key, one in prompts.items() if one != base.prompts[key]}
    changed_items = {key: one for key, one in items.items() if one != base.items[key]}
    result = base.replace(prompts=base.prompts.updated(changed_prompts), items=base.items.updated(changed_items))
    ours = held if result == held else result
    return plan.replace(batons=plan.batons.with_(parcel.key, ours))


def _same_questions(held: Baton, theirs: Baton) -> Table[Prompt]:
    """Return their prompts, each with the draft that was written here where they have none."""
    found: dict[str, Prompt] = {}
    for key, prompt in theirs.prompts.items():
        ours = held.prompts.get(key)
        drafted = ours is not None and ours.question == prompt.question and not prompt.answer.strip()
        found[key] = prompt.replace(answer=ours.answer) if drafted and ours is not None else prompt
    return Table(found)


def _prompt(ours: Prompt, theirs: Prompt, offer: str, *, answers: bool) -> Prompt:
    """Return a prompt joined from both copies: words are the receiver's, marks the giver's, both for one offer."""
    if theirs.offer != offer or not offer:
        if ours.answer.strip() or not theirs.answer.strip():
            return ours
        return ours.replace(answer=theirs.answer, mark="", correction="", offer="")
    if ours.offer != offer or not ours.answer.strip():
        return theirs.replace(order=ours.order)
    if ours.answer == theirs.answer:
        return ours if ours.mark else ours.replace(mark=theirs.mark, correction=theirs.correction)
    if ours.mark or not answers or not theirs.answer.strip():
        return ours
    return ours.replace(answer=theirs.answer, mark=theirs.mark, correction=theirs.correction)


def _item(ours: BatonItem, theirs: BatonItem) -> BatonItem:
    if not theirs.answer or (ours.answer, ours.remark) == (theirs.answer, theirs.remark):
        return ours
    return ours.replace(answer=theirs.answer, remark=theirs.remark)


def _questions(ours: Baton, theirs: Baton) -> Table[Question]:
    """Return the pull lists of both: an answer is never lost, and where both answered, the one here stays."""
    changed: dict[str, Question] = {}
    for key, question in theirs.questions.items():
        here = ours.questions.get(key)
        if here is None:
            changed[key] = question
        elif not here.is_answered and (question.is_answered or (question.is_dated and not here.is_dated)):
            changed[key] = here.replace(answer=question.answer, owner=question.owner, due=question.due)
    return ours.questions.updated(changed) if changed else ours.questions


def _with_done(plan: Plan, parcel: Parcel) -> Plan:
    """Return the plan with the conditions done that are done in the file."""
    done = {
        key: plan.tasks[key].replace(status=DONE, progress=100, finished=task.finished, notes=task.notes)
        for key, task in parcel.tasks.items()
        if task.status == DONE and key in plan.tasks and plan.tasks[key].status != DONE
    }
    return plan.replace(tasks=plan.tasks.updated(done)) if done else plan


def _news(before: Pass, after: Pass, parcel: Parcel, fresh: list[str]) -> Iterator[str]:
    for key in fresh:
        event = after.baton.events[key]
        told = {
            OFFER: _("{name} handed it over on {at}."),
            ACCEPT: _("{name} accepted it on {at}."),
            ACCEPT_WITH_CONDITIONS: _("{name} accepted it with conditions on {at}."),
            RETURN: _("{name} returned it on {at}: {code}. {note}"),
            WITHDRAW: _("{name} withdrew the offer on {at}."),
        }.get(event.kind, _("{name} wrote a step that this version does not know, on {at}."))
        said = told.format(name=after.name(event.by), at=event.at, code=_(event.code), note=event.note.strip())
        yield said.strip()
        yield from (_("Condition: {text}").format(text=one.text) for one in event.conditions)
    yield from _pack_news(before.baton, after.baton)
    for key in sorted(parcel.tasks):
        old, new = before.plan.tasks.get(key), after.plan.tasks.get(key)
        if new is not None and new.status == DONE and (old is None or old.status != DONE):
            yield _("Condition met: {text}").format(text=new.title)
    yield from _people_news(after, parcel)
    if before.standing.holder != after.standing.holder:
        yield _("{name} holds the baton from now on.").format(name=after.name(after.standing.holder))
    elif before.standing.state != after.standing.state:
        yield _("It is now “{state}”; {name} holds it.").format(
            state=_(after.standing.state), name=after.name(after.standing.holder)
        )


def _pack_news(before: Baton, after: Baton) -> Iterator[str]:
    for key, item in sorted(after.items.items(), key=lambda entry: (entry[1].order, entry[0])):
        old = before.items.get(key)
        if old is None:
            yield _("New in the pack: “{item}”.").format(item=item.title)
        elif old.replace(answer="", remark="", order="") != item.replace(answer="", remark="", order=""):
            yield _("“{item}” differs from what was here.").format(item=item.title)
    yield from (
        _("No longer in the pack: “{item}”.").format(item=item.title)
        for key, item in sorted(before.items.items())
        if key not in after.items
    )
    yield from _read_back_news(before, after)


def _read_back_news(before: Baton, after: Baton) -> Iterator[str]:
    def old(key: str) -> Prompt:
        return before.prompts.get(key) or Prompt(question="")

    answered = sum(one.answer != old(key).answer and bool(one.answer) for key, one in after.prompts.items())
    marked = sum(one.mark != old(key).mark and bool(one.mark) for key, one in after.prompts.items())
    if answered:
        yield ngettext("{n} answer of the read-back.", "{n} answers of the read-back.", answered).format(n=answered)
    if marked:
        yield ngettext("{n} mark on the read-back.", "{n} marks on the read-back.", marked).format(n=marked)
    asked = sum(before.questions.get(key) != one for key, one in after.questions.items())
    if asked:
        yield ngettext("{n} question of the pull list.", "{n} questions of the pull list.", asked).format(n=asked)


def _people_news(after: Pass, parcel: Parcel) -> Iterator[str]:
    """Yield where the two copies do not agree on who gives and who receives: then nothing passes."""
    there = Pass.of(_bare(parcel), parcel.key)
    for side, ours, theirs in (
        (_("gives"), after.giver, there.giver),
        (_("receives"), after.receiver, there.receiver),
    ):
        if ours != theirs:
            yield _("Here {ours} {side}, in the file {theirs}: until both agree, nothing passes.").format(
                ours=after.name(ours), side=side, theirs=there.name(theirs)
            )
