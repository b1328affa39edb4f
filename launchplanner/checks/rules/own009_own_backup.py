"""OWN009: an owner who is their own backup."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import SAFE, WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, task in context.lookup.tasks:
        if not task.backup.strip() or task.is_settled:
            continue
        on = context.schedule.first_date(key)
        backup = context.answers(task.backup, on) or task.backup.strip()
        if backup == (context.answers(task.owner, on) or task.owner.strip()):
            message = _("{task} has {name} as owner and as backup.").format(
                task=quoted(task.title), name=context.name(backup)
            )
            fix = Fix(_("Nobody is the backup"), Change(TASK, key, {"backup": ""}), SAFE)
            yield Finding(RULE.id, WARNING, context.task(key), message, (fix,))


RULE = Rule(
    id="OWN009",
    name="own_backup",
    severity=WARNING,
    title="Their own backup",
    what="A task whose owner and backup are the same person, by name or by a role.",
    why="When the owner is missing, so is the backup. The plan looks covered and is not.",
    repairs="The backup is taken off, so that the gap can be seen. Who the backup is remains to be said.",
    source="Practice of the field: a deputy is another person.",
    check=_check,
)
