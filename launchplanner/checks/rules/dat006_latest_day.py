"""DAT006: a latest day that a task will miss."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, Finding, Fix, Rule
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, FINISH_NO_LATER, NO_LATER, Start
from launchplanner.schedule.passes import day_of_rule
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, task in context.lookup.tasks:
        rule = task.start.rule
        if rule not in {NO_LATER, FINISH_NO_LATER} or task.is_settled or key in context.schedule.rings:
            continue
        named = day_of_rule(task.start, context.schedule.days)
        day = context.schedule.first_day(key) if rule == NO_LATER else context.schedule.last_day(key)
        if day <= named:
            continue
        told = (
            _("{task} is to start on {limit} at the latest, and can start on {day}.")
            if rule == NO_LATER
            else _("{task} is to finish on {limit} at the latest, and can finish on {day}.")
        )
        message = told.format(task=quoted(task.title), limit=context.day(named), day=context.day(day))
        yield Finding(RULE.id, ERROR, context.task(key), message, tuple(_fixes(context, key, day)))


def _fixes(context: Context, key: str, day: int) -> Iterator[Fix]:
    start = context.plan.tasks[key].start
    later = start.replace(days=day, on=None if start.on is None else context.schedule.days.date_of(day))
    yield Fix(_("Allow it until {day}").format(day=context.day(day)), Change(TASK, key, {"start": later}))
    yield Fix(_("It has no latest day"), Change(TASK, key, {"start": Start(rule=AS_SOON_AS_POSSIBLE)}))


RULE = Rule(
    id="DAT006",
    name="latest_day",
    severity=ERROR,
    title="A latest day that is missed",
    what="A task that is to start or to finish no later than a day, and that what it waits for lets happen only later.",
    why="The links are right about the work, so the task is dated by them; and somebody set the day for a reason. One "
    "of both has to give way, and what leads up to it shows as negative float where time is missing.",
    repairs="The latest day moves to the day on which it can be, or is taken out. To keep it, shorten what comes "
    "before.",
    source="Critical path method: a finish constraint against a link.",
    check=_check,
)
