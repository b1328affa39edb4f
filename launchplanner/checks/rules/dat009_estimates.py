"""DAT009: three estimates that do not fit each other, or the length that is planned."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, SAFE, WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import Change, SetDuration
from launchplanner.plan.plan import TASK
from launchplanner.words import _, ngettext, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, task in context.lookup.tasks:
        guess = task.estimate
        if guess is None or task.is_settled:
            continue
        least, likely, most = guess.in_order
        if (least, likely, most) != (guess.optimistic, guess.likely, guess.pessimistic):
            message = _("{task} is estimated at {best}, {likely} and {worst} days: the best case is not the shortest.")
            ordered = guess.replace(optimistic=least, likely=likely, pessimistic=most)
            fix = Fix(_("Put them in order"), Change(TASK, key, {"estimate": ordered}), SAFE)
            told = message.format(
                task=quoted(task.title), best=guess.optimistic, likely=guess.likely, worst=guess.pessimistic
            )
            yield Finding(RULE.id, WARNING, context.task(key), told, (fix,))
        elif not least <= task.duration <= most:
            message = ngettext(
                "{task} is planned with {count} day, outside its estimate of {least} to {most}.",
                "{task} is planned with {count} days, outside its estimate of {least} to {most}.",
                task.duration,
            ).format(task=quoted(task.title), count=task.duration, least=least, most=most)
            title = ngettext("Plan {count} day", "Plan {count} days", likely).format(count=likely)
            yield Finding(RULE.id, NOTE, context.task(key), message, (Fix(title, SetDuration(key, likely)),))


RULE = Rule(
    id="DAT009",
    name="estimates",
    severity=WARNING,
    title="Estimates that do not fit",
    what="Three estimates of which the optimistic one is not the shortest or the pessimistic one not the longest. A "
    "planned length outside of them is a note.",
    why="The chance of launch day is drawn from the estimates, and the dates come from the planned length: where both "
    "say different things, people look at the one they like better.",
    repairs="The three are put in order, or the likely length becomes the planned one.",
    source="Malcolm and others 1959: three estimates, from the best case to the worst.",
    check=_check,
)
