"""DAT007: a launch that late work pushes past launch day."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import ChangeLaunch
from launchplanner.schedule import forecast, scheduled
from launchplanner.words import _, in_words, ngettext, quoted


def _check(context: Context) -> Iterator[Finding]:
    launch_task, late = context.plan.launch_task, context.forecast.launch
    if late <= 0 or context.schedule.launch_float < 0 or context.is_settled(launch_task):
        return
    origin = _origin(context, launch_task)
    if origin is None:
        return
    message = ngettext(
        "{task} will come {count} working day late, on {day}, if nothing changes: {origin} is behind.",
        "{task} will come {count} working days late, on {day}, if nothing changes: {origin} is behind.",
        late,
    ).format(
        task=quoted(context.plan.tasks[launch_task].title),
        count=in_words(late),
        day=context.day(late),
        origin=quoted(context.lookup.title(origin)),
    )
    yield Finding(RULE.id, WARNING, context.task(launch_task), message, tuple(_fixes(context, late)))


def _origin(context: Context, launch_task: str) -> str | None:
    """Return what the delay of launch day goes back to along the links that hold it up; None if it is its own."""
    here, origin = launch_task, None
    while here in context.forecast.driving:
        here = context.plan.dependencies[context.forecast.driving[here]].predecessor
        origin = here
    return origin


def _fixes(context: Context, late: int) -> Iterator[Fix]:
    edit = ChangeLaunch({"launch_day": context.schedule.days.date_of(late)})
    plan = edit.apply(context.plan)
    schedule = scheduled(plan)
    if forecast(plan, schedule, schedule.days.day_of(context.today)).launch <= 0:
        yield Fix(_("Launch on {day}").format(day=context.day(late)), edit)


RULE = Rule(
    id="DAT007",
    name="forecast",
    severity=WARNING,
    title="A launch that will be late",
    what="A launch day that the plan can meet and the work will not: what is behind today, pushed along the links, "
    "reaches launch day. The work that the delay goes back to is named.",
    why="Dates that were pinned hide a delay: each next task still shows its own day. The forecast shows what comes of "
    "it while there is time to do something else than to launch late.",
    repairs="Launch moves to the day of the forecast, and what has not begun moves along. Otherwise shorten what is "
    "left, or mark as done what is done.",
    source="Critical path method with progress: remaining work from the status date on.",
    check=_check,
)
