"""Who holds what, and how full their weeks are: the people view as rows and numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from launchplanner.checks import Context
from launchplanner.plan.people import Away, Person, initials_of
from launchplanner.plan.workdays import week_of
from launchplanner.reports.now import family_of
from launchplanner.words import _, day_month, joined, ngettext, short_day

FULL_WEEK: Final = 5
"""Working days of work that fill a week."""


@dataclass(frozen=True, slots=True)
class WeekCell:
    """A person's week: days of work in it, whether some of it is away, and the colours of the passes in it.

    A pass is given as the families of giver and receiver. `room` is how many working days the week has.
    """

    load: int
    away: bool
    passes: tuple[tuple[str, str], ...]
    room: int = FULL_WEEK

    @property
    def is_over(self) -> bool:
        """Whether there is more work than the week has days."""
        return self.load > self.room


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """A person, or a role that nobody holds (`kind` "role", no name)."""

    kind: str
    id: str
    name: str
    initials: str
    family: str
    holds: str
    aliases: str
    owns: int
    batons: int
    away: str
    away_in_zone: bool
    weeks: tuple[WeekCell, ...]

    @property
    def overloaded(self) -> bool:
        """Whether a week has more work than days."""
        return any(week.is_over for week in self.weeks)


@dataclass(frozen=True, slots=True)
class People:
    """All rows, open roles first; `weeks` is the length of the clock, `today` the index of this week or -1."""

    rows: tuple[PeopleRow, ...]
    weeks: int
    leads: tuple[str, ...]
    today: int


def people(context: Context, leads: tuple[str, ...]) -> People:
    """Return who holds what in a plan. `leads` is the colour family of each week's lead."""
    weeks = len(leads)
    first = context.lookup.days.date_of(context.plan.first)
    work = _Work(context, first, weeks)
    open_roles = [_role_row(context, work, key) for key in _open_roles(context)]
    rows = [_person_row(context, work, key, person) for key, person in context.lookup.people]
    this_week = week_of(first, context.today) - 1
    return People((*open_roles, *rows), weeks, leads, this_week if 0 <= this_week < weeks else -1)


def open_roles(context: Context) -> list[str]:
    """Return the ids of the roles that nobody holds and that some work waits for, in their order."""
    return _open_roles(context)


class _Work:
    """Passes by owner and week, beside the days of work that the rules count."""

    def __init__(self, context: Context, first: date, weeks: int) -> None:
        self.weeks = weeks
        self._first = first
        self._load = context.load
        self.tasks = context.load.tasks
        self.batons: dict[str, list[str]] = {}
        self._passes: dict[str, list[list[tuple[str, str]]]] = {}
        for key, baton in context.lookup.batons:
            passing = context.passing(key)
            colours = (family_of(context.lookup, baton.giver), family_of(context.lookup, baton.receiver))
            week = week_of(first, context.lookup.days.date_of(baton.day)) - 1
            for person in {passing.giver, passing.receiver} - {""}:
                self.batons.setdefault(person, []).append(key)
                if 0 <= week < weeks:
                    cells = self._passes.setdefault(person, [[] for _week in range(weeks)])
                    cells[week].append(colours)

    def cells(self, holder: str, away: Iterable[Away]) -> tuple[WeekCell, ...]:
        """Return the weeks of a person or role."""
        load = self._load.days(holder)
        passes = self._passes.get(holder, [[] for _week in range(self.weeks)])
        gone = {index for stay in away for index in self._weeks_of(stay)}
        return tuple(
            WeekCell(load[index], index in gone, tuple(passes[index]), self._load.room(index))
            for index in range(self.weeks)
        )

    def _weeks_of(self, stay: Away) -> range:
        start = week_of(self._first, stay.start) - 1
        end = week_of(self._first, stay.end) - 1
        return range(max(start, 0), min(end, self.weeks - 1) + 1)


def _open_roles(context: Context) -> list[str]:
    wanted = {
        context.lookup.directory.role(text)
        for text in (
            *(task.owner for task in context.plan.tasks.values() if not task.is_settled),
            *(phase.lead for phase in context.plan.phases.values()),
            *(side for baton in context.plan.batons.values() for side in (baton.giver, baton.receiver)),
        )
    }
    return [key for key, _role in context.lookup.roles if key in wanted and not context.lookup.directory.holders(key)]


def _role_row(context: Context, work: _Work, key: str) -> PeopleRow:
    role = context.plan.roles[key]
    waiting = len(work.tasks.get(key, ()))
    text = ngettext("{n} task waits for this role", "{n} tasks wait for this role", waiting).format(n=waiting)
    return PeopleRow(
        kind="role",
        id=key,
        name="",
        initials="",
        family=role.family,
        holds=role.name,
        aliases=text if waiting else _("A phase or baton waits for this role"),
        owns=waiting,
        batons=0,
        away="",
        away_in_zone=False,
        weeks=work.cells(key, ()),
    )


def _person_row(context: Context, work: _Work, key: str, person: Person) -> PeopleRow:
    batons = work.batons.get(key, [])
    return PeopleRow(
        kind="person",
        id=key,
        name=person.name,
        initials=person.initials or initials_of(person.name),
        family=family_of(context.lookup, key),
        holds=joined([context.lookup.directory.shown(hold.role) for hold in person.holds]),
        aliases=", ".join(person.aliases),
        owns=len(work.tasks.get(key, ())),
        batons=len(batons),
        away=", ".join(_stay(stay) for stay in person.away),
        away_in_zone=any(_is_away_in_zone(context, person, baton) for baton in batons),
        weeks=work.cells(key, person.away),
    )


def _stay(stay: Away) -> str:
    if stay.start == stay.end:
        return short_day(stay.start)
    if stay.end - stay.start < timedelta(days=300):
        return f"{day_month(stay.start)} – {day_month(stay.end)}"
    return f"{day_month(stay.start)} {stay.start.year} – {day_month(stay.end)} {stay.end.year}"


def _is_away_in_zone(context: Context, person: Person, key: str) -> bool:
    if context.passing(key).standing.has_passed:
        return False
    opens, closes = (context.lookup.days.date_of(day) for day in context.plan.batons[key].zone)
    return any(stay.start <= closes and stay.end >= opens for stay in person.away)
