"""LOD001: somebody with more days of work in a week than the week has."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Rule
from launchplanner.checks.load import full_weeks
from launchplanner.checks.spreading import given_away, moved
from launchplanner.schedule import Span
from launchplanner.words import _, joined

_MOST_WEEKS: Final = 3
"""Weeks that a message names."""


def _check(context: Context) -> Iterator[Finding]:
    for person, _value in context.lookup.people:
        weeks = full_weeks(context, person)
        if weeks:
            fixes = tuple(_fixes(context, person, weeks))
            yield Finding(RULE.id, WARNING, context.person(person), _message(context, person, weeks), fixes)


def _message(context: Context, person: str, weeks: list[int]) -> str:
    load = context.load
    days = load.days(person)
    worst = sorted(sorted(weeks, key=lambda week: load.room(week) - days[week])[:_MOST_WEEKS])
    first, *others = worst
    told = [
        _("{n} days of work in week {week}").format(n=days[first], week=first + 1),
        *(_("{n} in week {week}").format(n=days[week], week=week + 1) for week in others),
    ]
    return _("{person} has {weeks}. {room}").format(
        person=context.plan.people[person].name, weeks=joined(told), room=_room(context, worst)
    )


def _room(context: Context, weeks: list[int]) -> str:
    rooms = [context.load.room(week) for week in weeks]
    if set(rooms) == {len(context.plan.calendar.weekdays)}:
        return _("A week has {n}.").format(n=rooms[0])
    if len(rooms) == 1:
        return _("That week has {n}.").format(n=rooms[0])
    return _("These weeks have {numbers}.").format(numbers=joined([str(room) for room in rooms]))


def _fixes(context: Context, person: str, weeks: list[int]) -> Iterator[Fix]:
    load, spans = context.load, context.schedule.spans
    days, full = load.days(person), frozenset(weeks)
    keys = [key for key in load.open_tasks(person) if any(week in full for week, _days in load.parts(spans[key]))]

    def gain(key: str, start: int) -> int:
        change = Counter(dict(load.parts(Span(start, start + spans[key].days))))
        change.subtract(dict(load.parts(spans[key])))
        relief = {
            week: max(days[week] - load.room(week), 0) - max(days[week] + more - load.room(week), 0)
            for week, more in change.items()
        }
        return min(sum(relief.values()), sum(relief[week] for week in full & relief.keys()))

    yield from moved(context, person, keys, gain)
    yield from given_away(context, person, keys)


RULE = Rule(
    id="LOD001",
    name="overload",
    severity=WARNING,
    title="More work than the week has days",
    what="A person whose open tasks fill more days of a week than it has working days: this week or one of the next "
    "three, once the clock has begun.",
    why="Two tasks on one day are done on one day each in the plan only. One of them will be late, and which one is "
    "decided by whoever asks last instead of by what waits for it.",
    repairs="The task with the most free float moves within it, or one who helps with a task and has room owns it.",
    source="Levelling within float, as in Kelley and Walker, 1959; the people view counts the same days.",
    check=_check,
)
