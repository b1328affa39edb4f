"""DAT002: a launch day that the work before it cannot meet."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, Finding, Fix, Rule
from launchplanner.plan.edits import ChangeLaunch
from launchplanner.plan.work import ON_DATE
from launchplanner.schedule import scheduled
from launchplanner.schedule.remedies import helpful
from launchplanner.words import _, in_words, ngettext, quoted, short_day

_MOST_CHANGES = 3


def _check(context: Context) -> Iterator[Finding]:
    missing = -context.schedule.launch_float
    launch_task = context.plan.launch_task
    if missing <= 0 or context.is_settled(launch_task):
        return
    tightest = _tightest(context)
    if tightest is None:
        return
    message = ngettext(
        "{task} comes {count} working day too soon for what it waits for, such as {tightest}.",
        "{task} comes {count} working days too soon for what it waits for, such as {tightest}.",
        missing,
    ).format(
        task=quoted(context.plan.tasks[launch_task].title),
        count=in_words(missing),
        tightest=quoted(tightest),
    )
    yield Finding(RULE.id, ERROR, context.task(launch_task), message, tuple(_fixes(context, missing)))


def _tightest(context: Context) -> str | None:
    """Return the title of what leads to launch day with the least float, the last in time; None if all is done."""
    schedule = context.schedule
    least = schedule.launch_float
    tight = [
        (schedule.spans[key].finish, key)
        for key in schedule.critical
        if schedule.total_float[key] == least and key != context.plan.launch_task and not context.is_settled(key)
    ]
    return context.lookup.title(max(tight)[1]) if tight else None


def _fixes(context: Context, missing: int) -> Iterator[Fix]:
    """Yield a later launch day where it helps: only work on fixed dates does not move along with it."""
    if any(task.start.rule == ON_DATE for task in context.plan.tasks.values()):
        edit = ChangeLaunch({"launch_day": context.schedule.days.date_of(missing)})
        if scheduled(edit.apply(context.plan)).launch_float >= 0:
            day = short_day(context.schedule.days.date_of(missing))
            yield Fix(_("Launch on {day}").format(day=day), edit)
    changes = {  # by their text: of two that read alike nobody could choose
        change.text: change
        for change in reversed(helpful(context.plan, context.schedule, _MOST_CHANGES, context.today_index))
    }
    for change in reversed(changes.values()):
        yield Fix(change.text, change.edit)


RULE = Rule(
    id="DAT002",
    name="launch_day",
    severity=ERROR,
    title="A launch day that cannot be met",
    what="A launch day that leaves the work leading up to it fewer working days than it takes.",
    why="Launch day is what every other date counts from and what was promised outside. The days are missing now, "
    "whether anyone looks or not; seen early, they can still be found in scope or in people.",
    repairs="Where fixed dates cause it, launch day moves. Otherwise single changes are offered that bring it nearer: "
    "work is pulled in or shortened, a lag is cut, a baton passes earlier, work begins before another is done, or what "
    "a lower tier does without is left out. Each is a decision about the launch itself.",
    source="Critical path method: negative total float.",
    check=_check,
)
