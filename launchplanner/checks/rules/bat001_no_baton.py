"""BAT001: a change of lead without a baton."""

import itertools
from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Fix, Rule
from launchplanner.checks.packs import first_pack
from launchplanner.plan.batons import MAIN, Baton
from launchplanner.plan.edits import Add
from launchplanner.plan.order import last_position
from launchplanner.plan.plan import BATON
from launchplanner.plan.work import Phase
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    passes: dict[tuple[str, str], list[int]] = {}
    for _id, baton in context.lookup.batons:
        sides = _side(context, baton.giver), _side(context, baton.receiver)
        passes.setdefault(sides, []).append(baton.day)
    for (_id, before), (key, phase) in itertools.pairwise(context.lookup.phases):
        giver, receiver = _side(context, before.lead), _side(context, phase.lead)
        if not giver or not receiver or giver == receiver:
            continue
        if not any(before.start <= day < phase.end for day in passes.get((giver, receiver), ())):
            yield _finding(context, key, before)


def _side(context: Context, text: str) -> str:
    """Return a key for a lead, giver or receiver that is the same however the role or person is written."""
    directory = context.lookup.directory
    return directory.role(text) or directory.person(text) or " ".join(text.casefold().split())


def _finding(context: Context, key: str, before: Phase) -> Finding:
    phase = context.plan.phases[key]
    giver, receiver = context.name(before.lead), context.name(phase.lead)
    message = _("{phase} is led by {receiver} and {before} by {giver}, and no baton passes between them.").format(
        phase=quoted(phase.title), receiver=receiver, before=quoted(before.title), giver=giver
    )
    day = max(phase.start - 1, before.start)
    title = _("Add a baton from {giver} to {receiver} on {day}").format(
        giver=giver, receiver=receiver, day=context.day(day)
    )
    severity = ERROR if context.today_index >= phase.start else WARNING
    fix = Fix(title, Add(BATON, _new_id(context), _baton(context, key, before, day)))
    return Finding(RULE.id, severity, context.phase(key), message, (fix,))


def _new_id(context: Context) -> str:
    """Return the first of "B1", "B2" … that is free."""
    return next(key for number in itertools.count(1) if not context.has_work(key := f"B{number}"))


def _baton(context: Context, key: str, before: Phase, day: int) -> Baton:
    phase = context.plan.phases[key]
    items, prompts = first_pack(context, before.lead, phase.lead)
    return Baton(
        title=_("{before} to {phase}").format(before=before.title, phase=phase.title),
        kind=MAIN,
        giver=before.lead,
        receiver=phase.lead,
        day=day,
        opens_phase=key,
        items=items,
        prompts=prompts,
        order=last_position(baton.order for baton in context.plan.batons.values()),
    )


RULE = Rule(
    id="BAT001",
    name="no_baton",
    severity=WARNING,
    title="A change of lead without a baton",
    what="Two phases in a row with different leads, and no baton from the one lead to the other around the change. It "
    "is a warning before the later phase begins and an error from then on.",
    why="Without a pass the new lead starts cold and the old one is asked for months. Launches break when ownership is "
    "negotiated halfway through.",
    repairs="A baton is added for the last day of the earlier phase. Between PM and PMM it starts with the artefacts "
    "that must travel.",
    source="Rules of custody: exact passes, no shared carrying, no blurred custody.",
    check=_check,
)
