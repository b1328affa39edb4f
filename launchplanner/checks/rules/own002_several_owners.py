"""OWN002: a task with more than one owner."""

from collections.abc import Iterator

from launchplanner.checks.choices import holders_named, keep_one, value_of
from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, NOTE, Finding, Fix, Rule
from launchplanner.checks.owners import Reading
from launchplanner.checks.ownership import Holding, all_named, named, tasks_held
from launchplanner.checks.repairs import distinct, fresh_ids
from launchplanner.checks.teams import MOST_PARTS
from launchplanner.plan.edits import SplitTask
from launchplanner.plan.work import DONE
from launchplanner.words import _, in_words, joined, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, reading in tasks_held(context, Holding.SEVERAL):
        fixes = distinct((*keep_one(context, context.task(key), "owner", reading), *_split(context, key, reading)))
        severity = NOTE if context.plan.tasks[key].status == DONE else ERROR
        message = _message(context, key, reading)
        yield Finding(RULE.id, severity, context.task(key), message, fixes, reading.code)


def _message(context: Context, key: str, reading: Reading) -> str:
    task = quoted(context.plan.tasks[key].title)
    count = len(reading.owners)
    if count < 2:  # noqa: PLR2004 - the reader may know that there are several without knowing who
        return _("{task} has several owners, {text}.").format(task=task, text=quoted(reading.text.strip()))
    return _("{task} has {count} owners, {names}.").format(
        task=task, count=in_words(count), names=all_named(context, reading)
    )


def _split(context: Context, key: str, reading: Reading) -> Iterator[Fix]:
    owners = holders_named(reading)
    if not 1 < len(owners) == len(reading.owners) <= MOST_PARTS:
        return
    title = context.plan.tasks[key].title
    regions = any(repair.kind == "split-by-region" for repair in reading.repairs)
    edit = SplitTask(
        key,
        tuple(value_of(owner) for owner in owners),
        fresh_ids(context, key, len(owners) - 1),
        tuple(f"{title} ({owner.remark if regions else named(context, owner)})" for owner in owners),
    )
    if regions:
        told = _("One task for each of {regions}").format(regions=joined([owner.remark for owner in owners]))
    else:
        told = _("Split in {count}").format(count=in_words(len(owners)))
    yield Fix(told, edit)


RULE = Rule(
    id="OWN002",
    name="several_owners",
    severity=ERROR,
    title="More than one owner",
    what="A task whose owner field names two or more people or roles. It is always an error, and a note for work that "
    "is done.",
    why="Ownership isn't plural. Two names are no holder: each may take the other to have the baton today, and neither "
    "can be asked why it was dropped. Helping is welcome and has its own field.",
    repairs="One of them owns the task and the others help, or the task is split so that each owns a part, one for "
    "each region where regions are named.",
    source="Rules of custody: ownership has one holder; co-hosting a meeting is not joint ownership.",
    check=_check,
)
