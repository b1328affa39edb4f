"""What a checklist that came back would change in the plan. It never accepts anything."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from launchplanner.formats.checklist_back.filled import Filled, Form
from launchplanner.plan.batons import ANSWERS, ITEM_STATES, MISSING, NO, NOT_APPLICABLE, READY, YES, BatonItem
from launchplanner.plan.edits import ITEMS, PROMPTS, Change, ChangeInPack, Edit, Pass, Together
from launchplanner.plan.plan import TASK, Plan
from launchplanner.plan.work import DONE
from launchplanner.reports import markers
from launchplanner.words import _, quoted


@dataclass(frozen=True, slots=True)
class Taken:
    """A filled-in checklist set beside the plan: each change as a sentence, what was left alone and why, one edit."""

    changes: tuple[str, ...]
    notes: tuple[str, ...]
    edit: Together


def taken(plan: Plan, form: Form) -> Taken:
    """Return what a form would change: ticks move items and tasks, words are kept, and nothing is ever accepted."""
    steps: list[tuple[str, Edit]] = []
    notes: list[str] = []
    for line in _each_once(form.lines):
        known = _hindrance(plan, line)
        if known:
            notes.append(known)
        elif line.kind == markers.ITEM:
            steps += _item(plan, line, notes)
        elif line.kind == markers.PROMPT:
            steps += _prompt(plan, line, notes)
        elif line.kind == markers.TASK:
            steps += _task(plan, line)
    if form.signs_off:
        notes.append(_("Something is ticked or written at the sign-off. It hands nothing over: accept or return here."))
    edit = Together(_("Read the checklist in"), tuple(edit for _told, edit in steps))
    return Taken(tuple(told for told, _edit in steps), tuple(dict.fromkeys(notes)), edit)


def _each_once(lines: Iterable[Filled]) -> Iterator[Filled]:
    """Yield the lines, a task that stands under several batons only the first time that it is ticked."""
    met: set[str] = set()
    for line in lines:
        if line.kind != markers.TASK:
            yield line
        elif line.ticks and line.key not in met:
            met.add(line.key)
            yield line


def _hindrance(plan: Plan, line: Filled) -> str:
    """Return why a line cannot be taken, "" when it can."""
    baton = plan.batons.get(line.baton)
    if baton is None:
        return _("There is no baton “{key}” in this plan; its lines are left alone.").format(key=line.baton)
    tables: dict[str, Container[str]] = {
        markers.ITEM: baton.items,
        markers.PROMPT: baton.prompts,
        markers.TASK: plan.tasks,
    }
    if line.key not in tables.get(line.kind, ()):
        return _("“{key}” is not in “{baton}” any more.").format(key=line.key, baton=baton.title)
    return ""


def _item(plan: Plan, line: Filled, notes: list[str]) -> Iterator[tuple[str, Edit]]:
    item = plan.batons[line.baton].items[line.key]
    content = {name: value for name, value in _content(line, item).items() if getattr(item, name) != value}
    answers = {name: value for name, value in _answers(line).items() if getattr(item, name) != value}
    standing = Pass.of(plan, line.baton).standing
    if content and (standing.has_passed or standing.is_on_offer):
        told = (
            _("{item} was filled in otherwise, but its baton has passed: nothing of it changes.")
            if standing.has_passed
            else _("{item} was filled in otherwise, but its baton is on offer: withdraw the offer to change it.")
        )
        notes.append(told.format(item=quoted(item.title)))
        content = {}
    if answers and not standing.is_on_offer:
        remark = answers.pop("remark", "")
        kept = {"remark": remark} if remark and not standing.has_passed else {}
        if answers.get("answer"):
            told = _("{item} was answered {answer}, but its baton is not on offer: only the remark is kept.")
            notes.append(told.format(item=quoted(item.title), answer=_(answers["answer"])))
        answers = kept
    changes = {**content, **answers}
    if changes:
        edit = ChangeInPack(line.baton, ITEMS, line.key, changes)
        yield _sentence(item.title, item, changes), edit


def _content(line: Filled, item: BatonItem) -> dict[str, str]:
    found = {name: line.texts[name] for name in ("link", "reason") if line.texts.get(name)}
    evidence = _evidence(line.texts.get("evidence", ""))
    if evidence:
        found["evidence"] = evidence
    state = line.texts.get("state", "")
    if state in ITEM_STATES:
        found["state"] = state
    if line.ticks.get(markers.READY) is True:
        found["state"] = READY
    elif line.ticks.get(markers.READY) is False and item.state == READY:
        found["state"] = MISSING
    if found.get("state") == NOT_APPLICABLE and not (found.get("reason") or item.reason):
        del found["state"]
    return found


def _evidence(text: str) -> str:
    """Return the evidence in a cell, without what the export adds to say how far it is."""
    said = text.strip()
    for added in (_("still to come"), _("a draft"), "still to come", "a draft"):
        said = said.removesuffix(added).rstrip(" :") if said.endswith(added) else said
    return "" if said == _("no evidence named") else said


def _answers(line: Filled) -> dict[str, str]:
    found: dict[str, str] = {}
    answer = line.texts.get("answer", "")
    if answer in ANSWERS:
        found["answer"] = answer
    if line.ticks.get(markers.YES):
        found["answer"] = YES
    if line.ticks.get(markers.NO):
        found["answer"] = NO
    if line.texts.get("remark"):
        found["remark"] = line.texts["remark"]
    return found


def _sentence(title: str, item: BatonItem, changes: dict[str, str]) -> str:
    parts: list[str] = []
    if "state" in changes:
        parts.append(_("{before} becomes {after}").format(before=_(item.state), after=_(changes["state"])))
    words = {
        "evidence": _("evidence: {text}"),
        "link": _("link: {text}"),
        "reason": _("reason: {text}"),
        "answer": _("the receiver says {text}"),
        "remark": _("remark: {text}"),
    }
    parts += [words[name].format(text=_(text) if name == "answer" else text) for name, text in changes.items()
              if name in words]  # fmt: skip
    return _("{item}: {changes}").format(item=quoted(title), changes="; ".join(parts))


def _prompt(plan: Plan, line: Filled, notes: list[str]) -> Iterable[tuple[str, Edit]]:
    prompt = plan.batons[line.baton].prompts[line.key]
    answer = line.texts.get("answer", "").strip()
    if not answer or " ".join(answer.split()) == " ".join(prompt.answer.split()):
        return ()
    if Pass.of(plan, line.baton).standing.has_passed:
        told = _("{question} was answered otherwise, but its baton has passed: the read-back stays as it was accepted.")
        notes.append(told.format(question=quoted(prompt.question)))
        return ()
    edit = ChangeInPack(line.baton, PROMPTS, line.key, {"answer": answer})
    return ((_("{question}: {answer}").format(question=quoted(prompt.question), answer=answer), edit),)


def _task(plan: Plan, line: Filled) -> Iterable[tuple[str, Edit]]:
    task = plan.tasks[line.key]
    if not line.ticks.get(markers.DONE) or task.is_settled:
        return ()
    edit = Change(TASK, line.key, {"status": DONE, "progress": 100})
    return ((_("{task} is done").format(task=quoted(task.title)), edit),)
