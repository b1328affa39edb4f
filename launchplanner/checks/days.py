"""Days on which people are away, and how they are said."""

from collections.abc import Sequence

from launchplanner.checks.context import Context
from launchplanner.words import _, joined


def absent(context: Context, person: str, first: int, last: int) -> list[int]:
    """Return the working days from `first` to `last`, both included, on which a person is away, in order."""
    days = context.schedule.days
    found: set[int] = set()
    for away in context.plan.people[person].away:
        start, end = max(first, days.day_of(away.start)), min(last, days.last_day_until(away.end))
        found.update(range(start, end + 1))
    return sorted(found)


def told(context: Context, days: Sequence[int]) -> str:
    """Return working days as people say them: "on Thu 11 Mar", "from Wed 10 Mar to Fri 12 Mar and on Mon 22 Mar"."""
    stretches: list[list[int]] = []
    for day in days:
        if stretches and day == stretches[-1][-1] + 1:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return joined([_stretch(context, stretch[0], stretch[-1]) for stretch in stretches])


def _stretch(context: Context, first: int, last: int) -> str:
    if first == last:
        return _("on {day}").format(day=context.day(first))
    return _("from {first} to {last}").format(first=context.day(first), last=context.day(last))
