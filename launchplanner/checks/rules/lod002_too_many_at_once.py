"""LOD002: somebody with more than three tasks at once."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.days import told
from launchplanner.checks.finding import NOTE, Finding, Fix, Rule
from launchplanner.checks.load import full_weeks
from launchplanner.checks.spreading import given_away, moved
from launchplanner.words import _, in_words, joined, ngettext, quoted

_AT_ONCE: Final = 3
"""Tasks that one person can keep in hand."""
_MOST_TITLES: Final = 4


def _check(context: Context) -> Iterator[Finding]:
    for person, _value in context.lookup.people:
        keys = context.load.open_tasks(person)
        if len(keys) <= _AT_ONCE or full_weeks(context, person):
            continue
        at_once = _at_once(context, keys)
        busiest = max(at_once.values(), default=0)
        if busiest > _AT_ONCE:
            stretch = _first_stretch(at_once, busiest)
            crowd = [key for key in keys if _works_on(context, key, stretch[0])]
            message = _message(context, person, crowd, stretch)
            fixes = tuple(_fixes(context, person, crowd, at_once))
            yield Finding(RULE.id, NOTE, context.person(person), message, fixes)


def _at_once(context: Context, keys: tuple[str, ...]) -> Counter[int]:
    """Return how many of the tasks are worked on, by the working days of the clock from today on."""
    first, end = max(context.today_index, context.plan.first), context.plan.end
    spans = context.schedule.spans
    return Counter(day for key in keys for day in range(max(spans[key].start, first), min(spans[key].finish, end)))


def _first_stretch(at_once: Counter[int], count: int) -> list[int]:
    """Return the first days in a row on which so many are worked on."""
    day = min(day for day, tasks in at_once.items() if tasks == count)
    stretch = [day]
    while at_once[stretch[-1] + 1] == count:
        stretch.append(stretch[-1] + 1)
    return stretch


def _works_on(context: Context, key: str, day: int) -> bool:
    span = context.schedule.spans[key]
    return span.start <= day < span.finish


def _message(context: Context, person: str, crowd: list[str], stretch: list[int]) -> str:
    titles = [quoted(context.plan.tasks[key].title) for key in crowd[:_MOST_TITLES]]
    left = len(crowd) - len(titles)
    if left:
        titles.append(ngettext("{count} more", "{count} more", left).format(count=in_words(left)))
    return _("{person} owns {count} tasks at once {days}: {tasks}.").format(
        person=context.plan.people[person].name,
        count=in_words(len(crowd)),
        days=told(context, stretch),
        tasks=joined(titles),
    )


def _fixes(context: Context, person: str, crowd: list[str], at_once: Counter[int]) -> Iterator[Fix]:
    def gain(key: str, start: int) -> int:
        span = context.schedule.spans[key]
        other = at_once.copy()
        other.subtract(range(span.start, span.finish))
        other.update(range(start, start + span.days))
        return _crowding(at_once) - _crowding(other)

    yield from moved(context, person, crowd, gain)
    yield from given_away(context, person, crowd)


def _crowding(at_once: Counter[int]) -> int:
    return sum(count - _AT_ONCE for count in at_once.values() if count > _AT_ONCE)


RULE = Rule(
    id="LOD002",
    name="too_many_at_once",
    severity=NOTE,
    title="More than three tasks at once",
    what="A person who owns more than three open tasks on the same day, today or later. Whoever has more work than the "
    "week has days is reported by LOD001 instead.",
    why="Each task that is begun and not finished costs attention every day. Nobody sees which of them stands still.",
    repairs="The task with the most free float moves within it, or one who helps with a task and has room owns it.",
    source="Practice of the field: limits on work in progress.",
    check=_check,
)
