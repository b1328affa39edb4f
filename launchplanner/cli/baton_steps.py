"""The steps of a pass as edits, from what was typed on the command line."""

import argparse
from datetime import date

from launchplanner.app.fingerprints import handed_over
from launchplanner.app.recording import recorded
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.batons import NO, YES, Baton, Condition
from launchplanner.plan.directory import Directory
from launchplanner.plan.edits import (
    ITEMS,
    Answer,
    AnswerItem,
    AnswerQuestion,
    Ask,
    ChangeInPack,
    Edit,
    Mark,
    MeetCondition,
    ReadBack,
    Record,
    Together,
    Withdraw,
    condition,
)
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS, RETURN, fingerprint
from launchplanner.plan.workdays import workdays
from launchplanner.plan.zone import date_of
from launchplanner.words import _, joined

_ITEM_FIELDS = ("state", "evidence", "link", "reason", "owner")


def edit_of(plan: Plan, arguments: argparse.Namespace) -> Edit:
    """Return the edit that the arguments ask for.

    Raises:
        Refusal: a baton, person, prompt, item or question is not known.
    """
    return _STEPS[arguments.action](plan, arguments)


def person_of(plan: Plan, text: str, key: str) -> str:
    """Return the id of the person whom a text names, or who answers for a role on the planned day of a baton.

    Raises:
        Refusal: it names nobody known.
    """
    day = workdays(plan.calendar, plan.launch_day).date_of(plan.batons[key].day) if key in plan.batons else None
    found = Directory.of(plan).answers(text, day)
    if found is None:
        raise Refusal(plan.title, text, _("This is not one known person. Give a name, an e-mail or an id of the plan."))
    return found


def baton_of(plan: Plan, key: str) -> Baton:
    """Return a baton.

    Raises:
        Refusal: there is no such baton.
    """
    if key not in plan.batons:
        raise Refusal(
            plan.title, key, _("There is no such baton. There are {known}.").format(known=joined(sorted(plan.batons)))
        )
    return plan.batons[key]


def record_of(plan: Plan, arguments: argparse.Namespace) -> Record:
    """Return the record of a step: who, on which device, when."""
    made = recorded(person_of(plan, arguments.by, arguments.baton), arguments.at or "")
    return Record(made.by, arguments.device or made.device, made.at, made.signer)


def _key(table: dict[str, str], text: str, what: str) -> str:
    """Return the id of a part of the pack, given by id or by its number from 1."""
    keys = list(table)
    if text in table:
        return text
    if text.isdecimal() and 0 < int(text) <= len(keys):
        return keys[int(text) - 1]
    raise Refusal(text, "", _("There is no such {what}. There are {known}.").format(what=what, known=joined(keys)))


def _prompts(baton: Baton) -> dict[str, str]:
    return {
        key: one.question for key, one in sorted(baton.prompts.items(), key=lambda entry: (entry[1].order, entry[0]))
    }


def _items(baton: Baton) -> dict[str, str]:
    return {key: one.title for key, one in sorted(baton.items.items(), key=lambda entry: (entry[1].order, entry[0]))}


def _questions(baton: Baton) -> dict[str, str]:
    return {key: one.text for key, one in sorted(baton.questions.items(), key=lambda entry: (entry[1].order, entry[0]))}


def _said(pair: str) -> tuple[str, str]:
    key, equals, text = pair.partition("=")
    if not equals or not text.strip():
        raise Refusal(pair, "", _("Write it as PROMPT=TEXT, such as 1=“It sells each space once.”"))
    return key.strip(), text.strip()


def _offer(plan: Plan, arguments: argparse.Namespace) -> Edit:
    baton_of(plan, arguments.baton)
    return handed_over(plan, arguments.baton, record_of(plan, arguments), arguments.plan.resolve().parent)


def _read_back(plan: Plan, arguments: argparse.Namespace) -> Edit:
    prompts, by = _prompts(baton_of(plan, arguments.baton)), person_of(plan, arguments.by, arguments.baton)
    said = [_said(pair) for pair in arguments.answers]
    edits = [ReadBack(arguments.baton, _key(prompts, prompt, _("prompt")), text, by) for prompt, text in said]
    return Together(_("Read back"), tuple(edits))


def _mark(plan: Plan, arguments: argparse.Namespace) -> Edit:
    prompts, by = _prompts(baton_of(plan, arguments.baton)), person_of(plan, arguments.by, arguments.baton)
    said = [(prompt, "") for prompt in arguments.right] + [_said(pair) for pair in arguments.correct]
    if arguments.all_right:
        named = {_key(prompts, prompt, _("prompt")) for prompt, _text in said}
        said += [(prompt, "") for prompt in prompts if prompt not in named]
    edits = [Mark(arguments.baton, _key(prompts, prompt, _("prompt")), by, text) for prompt, text in said]
    return Together(_("Mark the read-back"), tuple(edits))


def _item(plan: Plan, arguments: argparse.Namespace) -> Edit:
    key = _key(_items(baton_of(plan, arguments.baton)), arguments.item, _("item"))
    if arguments.yes or arguments.no is not None:
        by = person_of(plan, arguments.by or "", arguments.baton)
        return AnswerItem(arguments.baton, key, YES if arguments.yes else NO, by, arguments.no or "")
    changes = {name: getattr(arguments, name) for name in _ITEM_FIELDS if getattr(arguments, name) is not None}
    return ChangeInPack(arguments.baton, ITEMS, key, changes)


def _accept(plan: Plan, arguments: argparse.Namespace) -> Edit:
    baton_of(plan, arguments.baton)
    conditions = tuple(_condition(plan, arguments, text) for text in arguments.condition)
    kind = ACCEPT_WITH_CONDITIONS if conditions else ACCEPT
    return Answer(
        arguments.baton,
        kind,
        record_of(plan, arguments),
        note=arguments.note or "; ".join(one.text for one in conditions),
        strength=arguments.strength,
        conditions=conditions,
    )


def _condition(plan: Plan, arguments: argparse.Namespace, text: str) -> Condition:
    owner = person_of(plan, arguments.owner, arguments.baton) if arguments.owner else ""
    return condition(plan, arguments.baton, text, owner, _day(plan, arguments.due))


def _day(plan: Plan, due: date | None) -> int | None:
    return workdays(plan.calendar, plan.launch_day).last_day_until(due) if due is not None else None


def _return(plan: Plan, arguments: argparse.Namespace) -> Edit:
    baton_of(plan, arguments.baton)
    record = record_of(plan, arguments)
    return Answer(
        arguments.baton, RETURN, record, code=arguments.code, note=arguments.note, strength=arguments.strength
    )


def _withdraw(plan: Plan, arguments: argparse.Namespace) -> Edit:
    baton_of(plan, arguments.baton)
    return Withdraw(arguments.baton, record_of(plan, arguments), arguments.note)


def _ask(plan: Plan, arguments: argparse.Namespace) -> Edit:
    baton_of(plan, arguments.baton)
    record = record_of(plan, arguments)
    key = "K-" + fingerprint(f"{record.by} {record.at} {arguments.text}")[:8]
    return Ask(arguments.baton, key, arguments.text, record.by, date_of(record.at))


def _answer(plan: Plan, arguments: argparse.Namespace) -> Edit:
    key = _key(_questions(baton_of(plan, arguments.baton)), arguments.question, _("question"))
    owner = person_of(plan, arguments.owner, arguments.baton) if arguments.owner else ""
    return AnswerQuestion(arguments.baton, key, arguments.text, owner, _day(plan, arguments.due))


def _met(plan: Plan, arguments: argparse.Namespace) -> Edit:
    return MeetCondition(arguments.task, arguments.note)


_STEPS = {
    "offer": _offer,
    "read-back": _read_back,
    "mark": _mark,
    "item": _item,
    "accept": _accept,
    "return": _return,
    "withdraw": _withdraw,
    "ask": _ask,
    "answer": _answer,
    "met": _met,
}
