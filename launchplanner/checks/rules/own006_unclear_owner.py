"""OWN006: an owner field that only people can read."""

from collections.abc import Iterator
from typing import Final

from launchplanner.checks.choices import settled
from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, WARNING, Finding, Rule
from launchplanner.checks.open_owner import decided, decision_added, open_decision
from launchplanner.checks.owners import Reading
from launchplanner.checks.ownership import Holding, owner_seat, said, tasks_held, told
from launchplanner.plan.records import Decision
from launchplanner.plan.work import DONE
from launchplanner.words import _, quoted

_UNDECIDED: Final = frozenset({"OWN-CHOICE", "OWN-UNSURE"})


def _check(context: Context) -> Iterator[Finding]:
    for key, reading in tasks_held(context, Holding.QUESTION):
        part, is_done = context.task(key), context.plan.tasks[key].status == DONE
        decision = open_decision(context, key) if reading.code in _UNDECIDED else None
        fixes = tuple(settled(context, part, "owner", reading))
        if decision is not None:
            fixes = tuple(decided(context, key, fix) for fix in fixes)
            is_mild = is_done or decision.day >= context.today_index
            message = _decided_by(context, key, reading, decision)
        else:
            fixes = (*fixes, *(decision_added(context, key) if reading.code in _UNDECIDED and not is_done else ()))
            is_mild = is_done
            message = said(context, owner_seat(context, key), reading)
        yield Finding(RULE.id, NOTE if is_mild else WARNING, part, message, fixes, reading.code)


def _decided_by(context: Context, key: str, reading: Reading, decision: Decision) -> str:
    return _("{task} is owned by {holder}; {decider} decides it by {day}.").format(
        task=quoted(context.plan.tasks[key].title),
        holder=told(context, reading),
        decider=context.name(decision.decider) or _("nobody"),
        day=context.day(decision.day),
    )


RULE = Rule(
    id="OWN006",
    name="unclear_owner",
    severity=WARNING,
    title="Who is that?",
    what="A task whose owner field names somebody whom the roster does not know, or can be read in two ways: one "
    "person or two, chosen or not. It is a question, so it stays a warning, and a note while a decision on it is open "
    "and not yet due.",
    why="A program that guesses here is wrong just when it matters: a team that looks like a surname, two given names "
    "that look like one person. One answer is enough, and it is remembered in this file.",
    repairs="The name is another spelling of somebody in the roster, a new person, a team or a company; the text is "
    "one person or two. Where nobody is chosen or agreed yet, one of those named owns it, or the lead of the phase "
    "decides it by the day before the work starts.",
    source="Cells met in published launch plans; the roster is asked first, and nobody is ever guessed.",
    check=_check,
)
