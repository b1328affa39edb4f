"""Why a task or baton is where it is: one sentence, and the row of sentences back to where it began."""

from datetime import date
from typing import Final

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.work import (
    AS_LATE_AS_POSSIBLE,
    DRIVEN,
    FINISH_TO_FINISH,
    FINISH_TO_START,
    MUST_FINISH,
    ON_DATE,
    START_TO_FINISH,
    START_TO_START,
    Dependency,
    Task,
)
from launchplanner.plan.workdays import t_minus
from launchplanner.schedule.schedule import Schedule
from launchplanner.words import _, in_words, ngettext, quoted, short_day

_OF_FINISH: Final = (FINISH_TO_FINISH, START_TO_FINISH)


def reason(lookup: Lookup, schedule: Schedule, key: str) -> str:
    """Return why a task or baton stands where it does, in one sentence that names it."""
    task = lookup.plan.tasks.get(key)
    if task is None:
        return _("{baton} passes on {day}: people agreed on that day.").format(
            baton=quoted(lookup.title(key)), day=short_day(schedule.first_date(key))
        )
    if key in schedule.rings:
        return _("{task} waits for itself in a ring, so no link decides.").format(task=quoted(task.title))
    if task.start.rule not in DRIVEN:
        return _own_day(schedule, key, task)
    if task.start.rule == AS_LATE_AS_POSSIBLE and key in schedule.early and _is_late(schedule, key):
        return _as_late(lookup, schedule, key)
    link = driving_link(lookup, schedule, key)
    if link is not None:
        return link_reason(lookup, schedule, link)
    return _of_itself(lookup, schedule, key, task)


def reasons(lookup: Lookup, schedule: Schedule, key: str) -> tuple[str, ...]:
    """Return why it stands there, why what decides it stands there, and so on back to what no link decides."""
    found: list[str] = []
    here: str | None = key
    while here is not None:
        found.append(reason(lookup, schedule, here))
        link = driving_link(lookup, schedule, here)
        here = link.predecessor if link is not None else None
    return tuple(found)


def driving_link(lookup: Lookup, schedule: Schedule, key: str) -> Dependency | None:
    """Return the link that decides on which day a task starts; None where its own rule does."""
    task = lookup.plan.tasks.get(key)
    if task is None or task.start.rule not in DRIVEN or key in schedule.rings or _is_late(schedule, key):
        return None
    if schedule.allowed.get(key) != schedule.spans[key].start:
        return None
    return lookup.plan.dependencies.get(schedule.driving[key])


def link_reason(lookup: Lookup, schedule: Schedule, link: Dependency) -> str:
    """Return what a link asks for, in one sentence: "“B” starts on Mon 8 Mar because “A” finishes on Fri 5 Mar"."""
    of_finish = link.type in _OF_FINISH
    told = (
        _("{part} finishes on {day} because {before} {does} on {then}{gap}.")
        if of_finish
        else _("{part} starts on {day} because {before} {does} on {then}{gap}.")
    )
    return told.format(
        part=quoted(lookup.title(link.successor)),
        day=short_day(schedule.last_date(link.successor) if of_finish else schedule.first_date(link.successor)),
        before=quoted(lookup.title(link.predecessor)),
        does=_does(schedule, link),
        then=short_day(_then(schedule, link)),
        gap=_gap(link.lag),
    )


def _does(schedule: Schedule, link: Dependency) -> str:
    if link.predecessor in schedule.batons:
        return _("passes")
    return _("finishes") if link.type in {FINISH_TO_START, FINISH_TO_FINISH} else _("starts")


def _then(schedule: Schedule, link: Dependency) -> date:
    if link.type in {START_TO_START, START_TO_FINISH}:
        return schedule.first_date(link.predecessor)
    return schedule.last_date(link.predecessor)


def _gap(lag: int) -> str:
    if not lag:
        return ""
    told = (
        ngettext(", and {count} working day lies between", ", and {count} working days lie between", lag)
        if lag > 0
        else ngettext(", and it may be {count} working day early", ", and it may be {count} working days early", -lag)
    )
    return told.format(count=in_words(abs(lag)))


def _own_day(schedule: Schedule, key: str, task: Task) -> str:
    names = {"task": quoted(task.title), "day": short_day(schedule.first_date(key))}
    if task.start.rule == MUST_FINISH:
        told = _("{task} finishes on {day}: that is its day, whatever it waits for.")
        return told.format(task=names["task"], day=short_day(schedule.last_date(key)))
    if task.start.rule == ON_DATE:
        return _("{task} is fixed on {day}, whatever launch day does.").format(**names)
    return _("{task} starts on {day}: that is its day, {count}, and it moves with launch day.").format(
        **names, count=t_minus(schedule.spans[key].start)
    )


def _is_late(schedule: Schedule, key: str) -> bool:
    return schedule.early.get(key, schedule.spans[key].start) < schedule.spans[key].start


def _as_late(lookup: Lookup, schedule: Schedule, key: str) -> str:
    return _("{task} starts on {day}: as late as what waits for it allows, and {early} at the earliest.").format(
        task=quoted(lookup.title(key)),
        day=short_day(schedule.first_date(key)),
        early=short_day(schedule.days.date_of(schedule.early[key])),
    )


def _of_itself(lookup: Lookup, schedule: Schedule, key: str, task: Task) -> str:
    names = {"task": quoted(task.title), "day": short_day(schedule.first_date(key))}
    given = schedule.work.frame.givens[schedule.ranks[key]]
    if given.floor == schedule.spans[key].start:
        return _("{task} starts on {day}: no earlier, as somebody set.").format(**names)
    if task.phase in lookup.plan.phases:
        return _("{task} waits for nothing, so it starts with its phase on {day}.").format(**names)
    return _("{task} waits for nothing, so it starts with the clock on {day}.").format(**names)
