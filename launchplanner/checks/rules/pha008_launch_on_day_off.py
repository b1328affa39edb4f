"""PHA008: a launch day on which nobody works."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import ChangeLaunch
from launchplanner.words import _, quoted, short_day


def _check(context: Context) -> Iterator[Finding]:
    plan, days = context.plan, context.schedule.days
    if days.is_worked(plan.launch_day):
        return
    message = _("{launch} is to launch on {day}, a day off.").format(
        launch=quoted(plan.title), day=short_day(plan.launch_day)
    )
    fixes = tuple(
        Fix(_("Launch on {day}").format(day=short_day(day)), ChangeLaunch({"launch_day": day}))
        for day in (days.date_of(0), days.date_of(-1))
        if days.is_worked(day)
    )
    yield Finding(RULE.id, WARNING, context.launch(), message, fixes)


RULE = Rule(
    id="PHA008",
    name="launch_on_day_off",
    severity=WARNING,
    title="Launch day on a day off",
    what="A launch day that the calendar counts as not worked: a weekend or a holiday.",
    why="Every other day counts from launch day, so the plan already treats the next working day as the day. Those who "
    "must answer when something breaks are not there on the one that was announced.",
    repairs="Launch day moves to the working day after or before it, and all that counts from it moves along.",
    source="Practice of the field: watch, stop rules and support need people at work on the day.",
    check=_check,
)
