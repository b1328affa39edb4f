"""OWN014: helpers written into the owner field."""

from collections.abc import Iterator

from launchplanner.checks.choices import give, value_of
from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, SAFE, Finding, Fix, Rule
from launchplanner.checks.owners import Reading
from launchplanner.checks.ownership import Holding, named, tasks_held
from launchplanner.plan.edits import Change, Edit, Together
from launchplanner.plan.plan import TASK
from launchplanner.words import _, joined, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, reading in tasks_held(context, Holding.ONE):
        if not reading.helpers:
            continue
        owner = named(context, reading.owners[0])
        helpers = joined([context.name(helper.id or helper.text) for helper in reading.helpers])
        message = _("{task} is owned by {owner}, and its owner field also names {helpers}.").format(
            task=quoted(context.plan.tasks[key].title), owner=owner, helpers=helpers
        )
        fix = Fix(_("{owner} owns it, {helpers} in their own field").format(owner=owner, helpers=helpers),
                  _moved(context, key, reading), SAFE)  # fmt: skip
        yield Finding(RULE.id, NOTE, context.task(key), message, (fix,), reading.code)


def _moved(context: Context, key: str, reading: Reading) -> Edit:
    """Return the edit that moves each helper to the field for it: one backup, all others contribute."""
    task = context.plan.tasks[key]
    backups = [helper.id or helper.text for helper in reading.helpers if helper.kind == "backup"]
    backup = backups[0] if backups and not task.backup else ""
    others = tuple(name for helper in reading.helpers if (name := helper.id or helper.text) != backup)
    owned = give(context.task(key), "owner", value_of(reading.owners[0]), others)
    if not backup:
        return owned
    return Together(owned.label, (owned, Change(TASK, key, {"backup": backup})))


RULE = Rule(
    id="OWN014",
    name="helpers_in_the_cell",
    severity=NOTE,
    title="Helpers in the owner field",
    what="A task whose owner field names one owner and, marked as such, those who help, stand in or are told.",
    why="Help is never ownership, and the two are read apart at a glance only when each has its own field. The text "
    "already says who is who, so nothing is decided by moving it.",
    repairs="The helpers move to the contributors, and a backup to the backup.",
    source="Rules of custody: contributors are welcome, in another field.",
    check=_check,
)
