"""OWN005: a pass hidden inside an owner field."""

from collections.abc import Iterator

from launchplanner.checks.choices import holders_named, keep_one, value_of
from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.checks.owners import Reading
from launchplanner.checks.ownership import Holding, named, severity, tasks_held, told
from launchplanner.checks.repairs import fresh_ids
from launchplanner.plan.edits import CutPass
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, reading in tasks_held(context, Holding.PASS):
        fixes = (*_cut(context, key, reading), *keep_one(context, context.task(key), "owner", reading))
        message = _("{task} is owned by {owner}: a pass is hidden in it.").format(
            task=quoted(context.plan.tasks[key].title), owner=told(context, reading)
        )
        yield Finding(RULE.id, severity(context, key), context.task(key), message, fixes, reading.code)


def _cut(context: Context, key: str, reading: Reading) -> Iterator[Fix]:
    sides = holders_named(reading)
    if len(sides) != 2 or len(reading.owners) != 2:  # noqa: PLR2004 - a giver and a receiver
        return
    title = context.plan.tasks[key].title
    giver, receiver = sides
    second, baton = fresh_ids(context, key, 2)
    titles = (f"{title} ({named(context, giver)})", f"{title} ({named(context, receiver)})")
    begins = context.schedule.spans[key].start
    cut = CutPass(key, value_of(giver), value_of(receiver), second, baton, titles, begins)
    yield Fix(_("Split, with a baton between"), cut)


RULE = Rule(
    id="OWN005",
    name="hidden_pass",
    severity=WARNING,
    title="A pass hidden in an owner field",
    what="A task whose owner field names one after the other: an arrow, 'then', 'until week 6'. It is an error once "
    "the phase has begun or a baton waits for the task.",
    why="A change of hands inside a task is a handoff without giver, receiver, content or date. It is just where "
    "launches drop things.",
    repairs="The task is split in two with a baton between, or one of the two owns all of it and the other helps.",
    source="Rules of custody: exact passes; every change of lead is a baton.",
    check=_check,
)
