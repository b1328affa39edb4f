"""OWN007: a role that is not held by exactly one person when it is needed."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, WARNING, Finding, Fix, Rule
from launchplanner.checks.ownership import Holding, Seat, holding, said, seats
from launchplanner.plan.edits import Add, BindRole
from launchplanner.plan.people import Role
from launchplanner.plan.plan import ROLE
from launchplanner.words import _, in_words, joined, ngettext, quoted, short_day

_CODE: Final = "OWN-ROLE"
_MOST_PEOPLE: Final = 3


def _check(context: Context) -> Iterator[Finding]:
    waiting: dict[str, list[tuple[Seat, date]]] = {}
    for seat in seats(context):
        reading = context.owner(seat.text, seat.on)
        if holding(reading) is not Holding.ONE or reading.owners[0].kind != "role":
            continue
        role = reading.owners[0].id
        if role is None:
            fixes = tuple(_new_role(context, reading.owners[0].text))
            severity = ERROR if seat.due else WARNING
            yield Finding(RULE.id, severity, seat.part, said(context, seat, reading), fixes, _CODE)
            continue
        bare = next((day for day in (seat.on, seat.last) if len(context.holders(role, day)) != 1), None)
        if bare is not None:
            waiting.setdefault(role, []).append((seat, bare))
    for role, _value in context.lookup.roles:
        if role in waiting:
            yield _finding(context, role, waiting[role])


def _finding(context: Context, role: str, waiting: list[tuple[Seat, date]]) -> Finding:
    severity = ERROR if any(seat.due for seat, _day in waiting) else WARNING
    message = _message(context, role, waiting)
    return Finding(RULE.id, severity, context.role(role), message, tuple(_fixes(context, role, waiting[0][1])), _CODE)


def _message(context: Context, role: str, waiting: list[tuple[Seat, date]]) -> str:
    day = waiting[0][1]
    parts = {seat.part: None for seat, _day in waiting}
    first = quoted(next(iter(parts)).title)
    others = len(parts) - 1
    who = joined([first, ngettext("{count} more part", "{count} more parts", others).format(count=in_words(others))])
    words = {"role": quoted(context.plan.roles[role].name), "parts": who if others else first}
    holders = context.holders(role, day)
    if holders:
        names = joined([context.name(person) for person in holders])
        told = _("{role} is held by {count} people at once, {names}, while it is needed for {parts}.")
        return told.format(**words, count=in_words(len(holders)), names=names)
    if context.holders(role):
        return _("{role} is held by nobody on {day}, when it is needed for {parts}.").format(
            **words, day=short_day(day)
        )
    return _("{role} is held by nobody, and it is needed for {parts}.").format(**words)


def _fixes(context: Context, role: str, day: date) -> Iterator[Fix]:
    """Yield who could hold the role: those who do at some time, else those who hold none, else anybody."""
    plan = context.plan
    people = list(context.holders(role, day) or context.holders(role))
    told = _("{name} alone holds {role}") if people else _("{name} holds {role}")
    if not people:
        everybody = [key for key, _person in context.lookup.people]
        people = [key for key in everybody if not plan.people[key].holds] or everybody
    for person in people[:_MOST_PEOPLE]:
        title = told.format(name=plan.people[person].name, role=plan.roles[role].name)
        yield Fix(title, BindRole(role, person))


def _new_role(context: Context, name: str) -> Iterator[Fix]:
    key = "-".join(name.casefold().split())
    if key and key not in context.plan.roles:
        title = _("{role} is a role of this launch").format(role=quoted(name))
        yield Fix(title, Add(ROLE, key, Role(name=name)))


RULE = Rule(
    id="OWN007",
    name="role_not_held",
    severity=WARNING,
    title="A role without its one holder",
    what="A role that something needs (a task, a phase, a baton, a decision, a metric or a risk) and that nobody, or "
    "more than one, holds on the days of it; and a role that is written somewhere and is none of this launch's. It is "
    "an error once one of those is under way.",
    why="A role is a good owner only while exactly one person holds it. Otherwise the name on the plan is a title on a "
    "door, and two people or nobody come out.",
    repairs="One person holds the role.",
    source="Rules of custody: each role is bound to one person; a small firm binds many roles to one.",
    check=_check,
)
