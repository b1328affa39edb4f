"""DAT004: a fixed calendar date on which nobody works."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK
from launchplanner.plan.work import ON_DATE, Start
from launchplanner.words import _, quoted, short_day


def _check(context: Context) -> Iterator[Finding]:
    days = context.schedule.days
    for key, task in context.lookup.tasks:
        on = task.start.on
        if task.start.rule != ON_DATE or on is None or task.is_settled or days.is_worked(on):
            continue
        worked = context.schedule.first_date(key)
        message = _("{task} is fixed on {day}, a day off, so it starts on {worked}.").format(
            task=quoted(task.title), day=short_day(on), worked=short_day(worked)
        )
        start = Start(rule=ON_DATE, on=worked)
        fix = Fix(_("Fix it on {day}").format(day=short_day(worked)), Change(TASK, key, {"start": start}))
        yield Finding(RULE.id, WARNING, context.task(key), message, (fix,))


RULE = Rule(
    id="DAT004",
    name="fixed_on_day_off",
    severity=WARNING,
    title="A fixed date on a day off",
    what="A task that stands on a calendar date which the calendar counts as not worked.",
    why="The plan starts it on the next working day, and whoever reads the date elsewhere expects it earlier. If "
    "people do work on that day, the calendar is what needs the change.",
    repairs="The date becomes the working day on which it starts anyway.",
    source="Practice of the field: dates are promised on days when somebody is there to keep them.",
    check=_check,
)
