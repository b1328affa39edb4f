"""Repairs that settle who holds something: each names one, and none is chosen for people."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import Fix, Part
from launchplanner.checks.likeness import like
from launchplanner.checks.owners import Candidate, Label, Reading, Repair
from launchplanner.checks.ownership import Holding, holding, named
from launchplanner.checks.repairs import distinct
from launchplanner.checks.teams import known_as_group, members, new_key, team_named
from launchplanner.plan.edits import Add, AddAlias, Change, ChangeLaunch, Edit, GiveTo, MakeNote, PassOn
from launchplanner.plan.people import Person
from launchplanner.plan.plan import PERSON, TASK
from launchplanner.plan.work import PLANNED
from launchplanner.words import _, quoted

MOST_NAMES: Final = 4
"""How many names are offered at most; the window has a list of all people beside them."""

_TITLES: Final = {
    "owner": "{name} owns it",
    "lead": "{name} leads it",
    "giver": "{name} gives it",
    "receiver": "{name} receives it",
    "decider": "{name} decides it",
}


def give(part: Part, field: str, holder: str, helpers: tuple[str, ...] = ()) -> Edit:
    """Return the edit that makes `holder` (an id or a text) the one in a field; on a task, `helpers` contribute."""
    if part.kind == TASK and field == "owner":
        return GiveTo((part.id,), holder, helpers)
    return Change(part.kind, part.id, {field: holder})


def one_holds(part: Part, field: str, name: str, holder: str, helpers: tuple[str, ...] = (), *, told: str = "") -> Fix:
    """Return the repair by which one holds a part; `told` is its title with "{name}", in place of the usual one."""
    return Fix(_(told or _TITLES[field]).format(name=name), give(part, field, holder, helpers))


def keep_one(context: Context, part: Part, field: str, reading: Reading) -> Iterator[Fix]:
    """Yield, for each who is named and can hold something, that they do; on a task the others help."""
    for owner in holders_named(reading)[:MOST_NAMES]:
        others = tuple(value_of(other) for other in reading.owners if other is not owner)
        yield one_holds(part, field, named(context, owner), value_of(owner), others)


def holders_named(reading: Reading) -> list[Candidate]:
    """Return those named who may each be one person; a group among them can only help."""
    return [owner for owner in reading.owners if owner.kind in {"person", "role", "unknown"} and value_of(owner)]


def value_of(owner: Candidate) -> str:
    """Return what stands in an owner field for one who is named: their id, or what was written."""
    return owner.id or owner.text.strip()


def lead_holds(context: Context, key: str, helpers: tuple[str, ...] = (), told: str = "") -> Iterator[Fix]:
    """Yield that a task belongs to the lead of its phase, when that is one person or role."""
    task = context.plan.tasks[key]
    phase = context.plan.phases.get(task.phase)
    if phase is None:
        return
    reading = context.owner(phase.lead, context.schedule.first_date(key))
    if holding(reading) is not Holding.ONE or value_of(reading.owners[0]) == task.owner:
        return
    name = _("{name}, who leads {phase},").format(name=named(context, reading.owners[0]), phase=phase.title)
    yield one_holds(context.task(key), "owner", name, value_of(reading.owners[0]), helpers, told=told)


def contributors_hold(context: Context, key: str, helpers: tuple[str, ...] = (), told: str = "") -> Iterator[Fix]:
    """Yield, for each contributor who is one known person or role, that they own the task."""
    task = context.plan.tasks[key]
    on = context.schedule.first_date(key)
    for name in task.contributors[:MOST_NAMES]:
        reading = context.owner(name, on)
        if holding(reading) is Holding.ONE and value_of(reading.owners[0]) != task.owner:
            owner = reading.owners[0]
            yield one_holds(context.task(key), "owner", named(context, owner), value_of(owner), helpers, told=told)


def noted(context: Context, key: str) -> Iterator[Fix]:
    """Yield that a task is a note of its phase: one that nobody has begun, and that nothing waits for."""
    task = context.plan.tasks[key]
    is_planned = task.status == PLANNED and not task.has_begun and key != context.plan.launch_task
    if is_planned and task.phase in context.plan.phases and not context.lookup.out_of.get(key):
        yield Fix(_("Make it a note of {phase}").format(phase=context.plan.phases[task.phase].title), MakeNote(key))


def backup_holds(context: Context, key: str, helpers: tuple[str, ...] = (), reason: str = "") -> Iterator[Fix]:
    """Yield that the backup takes a task over, when that is one known person or role; a `reason` goes on record."""
    task = context.plan.tasks[key]
    reading = context.owner(task.backup, context.schedule.first_date(key))
    if holding(reading) is Holding.ONE and value_of(reading.owners[0]) != task.owner:
        backup = reading.owners[0]
        name = _("{name}, the backup,").format(name=named(context, backup))
        fix = one_holds(context.task(key), "owner", name, value_of(backup), helpers)
        yield replace(fix, edit=PassOn(key, value_of(backup), context.today, reason, helpers)) if reason else fix


def neighbouring_lead(context: Context, baton: Part, field: str) -> Iterator[Fix]:
    """Yield that the lead beside a baton gives or receives it, when that is one and the other side is not theirs.

    The giver leads the phase on the planned day, the receiver the phase that the baton opens.
    """
    value = context.plan.batons[baton.id]
    if field == "giver":
        phase = next((phase for _id, phase in context.lookup.phases if phase.start <= value.day < phase.end), None)
    else:
        phase = context.plan.phases.get(value.opens_phase)
    if phase is None:
        return
    on = context.schedule.days.date_of(value.day)
    reading = context.owner(phase.lead, on)
    other = value.receiver if field == "giver" else value.giver
    if holding(reading) is not Holding.ONE:
        return
    lead = reading.owners[0]
    if context.answers(value_of(lead), on) != context.answers(other, on) or not context.answers(other, on):
        name = _("{name}, who leads {phase},").format(name=named(context, lead), phase=phase.title)
        yield one_holds(baton, field, name, value_of(lead))


def settled(context: Context, part: Part, field: str, reading: Reading) -> Iterator[Fix]:
    """Yield the ways to exactly one holder that a text itself suggests: answers to what it leaves open, those named."""
    named_ones = keep_one(context, part, field, reading) if len(reading.owners) > 1 else ()
    yield from distinct((*_answered(context, part, field, reading), *named_ones))


def _answered(context: Context, part: Part, field: str, reading: Reading) -> Iterator[Fix]:
    # Somebody who is there already comes before somebody new.
    for repair in sorted(reading.repairs, key=lambda repair: repair.kind != "add-alias"):
        answer = _ANSWERS.get(repair.kind)
        if answer is not None:
            yield from answer(context, part, field, reading, repair)
    if reading.label is Label.SINGLE and not reading.repairs:
        yield from _added(context, part, field, reading, Repair("add-person", _strangers(reading)))


def _strangers(reading: Reading) -> tuple[str, ...]:
    return tuple(owner.text for owner in reading.owners if owner.id is None)


def _new_names(context: Context, reading: Reading, repair: Repair) -> list[str]:
    names = repair.people or (reading.text.strip(),)
    return [name for name in names if name and name not in context.plan.people]


def _added(context: Context, _part: Part, _field: str, reading: Reading, repair: Repair) -> Iterator[Fix]:
    for name in _new_names(context, reading, repair):
        title = _("{name} is a new person").format(name=quoted(name))
        yield Fix(title, Add(PERSON, new_key(context, name), Person(name=name)))


def _also_called(context: Context, _part: Part, _field: str, reading: Reading, repair: Repair) -> Iterator[Fix]:
    """Yield, for each person whose name or another spelling of it is near, that they are meant."""
    known = [(key, name) for key, person in context.lookup.people for name in (person.name, *person.aliases)]
    for text in _new_names(context, reading, repair):
        for key in like(text, known)[:MOST_NAMES]:
            title = _("{text} is {name}").format(text=quoted(text), name=context.plan.people[key].name)
            yield Fix(title, AddAlias(key, text))


def _group(context: Context, _part: Part, _field: str, reading: Reading, repair: Repair) -> Iterator[Fix]:
    for name in _new_names(context, reading, repair):
        yield from known_as_group(context, name)


def from_team(
    context: Context, part: Part, field: str, reading: Reading, _repair: Repair | None = None
) -> Iterator[Fix]:
    """Yield, for each of the people of the team that is named, that they hold the part; on a task the team helps."""
    team = team_named(context, reading)
    if team is None:
        return
    helpers = (reading.text.strip(),)
    for person in members(context, team)[:MOST_NAMES]:
        name = _("{name} of {group}").format(name=context.name(person), group=context.plan.teams[team].name)
        yield one_holds(part, field, name, person, helpers)


def _one(context: Context, _part: Part, _field: str, reading: Reading, _repair: Repair) -> Iterator[Fix]:
    known = context.plan.words_for_one
    if reading.text not in known:
        title = _("{text} is one person").format(text=quoted(reading.text))
        yield Fix(title, ChangeLaunch({"words_for_one": (*known, reading.text)}))


def _two(context: Context, _part: Part, _field: str, reading: Reading, _repair: Repair) -> Iterator[Fix]:
    known = context.plan.words_for_two
    if reading.text not in known:
        title = _("{text} is two people").format(text=quoted(reading.text))
        yield Fix(title, ChangeLaunch({"words_for_two": (*known, reading.text)}))


def _chosen(context: Context, part: Part, field: str, reading: Reading, _repair: Repair) -> Iterator[Fix]:
    yield from keep_one(context, part, field, reading)


_Answer = Callable[[Context, Part, str, Reading, Repair], Iterator[Fix]]
_ANSWERS: Final[dict[str, _Answer]] = {
    "add-alias": _also_called,
    "add-person": _added,
    "add-team": _group,
    "choose-from-team": from_team,
    "name-contact": from_team,
    "one-person": _one,
    "two-people": _two,
    "choose-owner": _chosen,
    "keep-one": _chosen,
    "confirm": _chosen,
    "take-accountable": _chosen,
}
