"""Who holds what, and how full their weeks are: the people view as rows and numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from launchplanner.checks import Context
from launchplanner.checks.load import Load
from launchplanner.checks.owners import Label
from launchplanner.plan.people import ORGANISATION, Away, Person, Team, initials_of
from launchplanner.plan.plan import TEAM
from launchplanner.plan.workdays import week_of
from launchplanner.reports.now import family_of
from launchplanner.reports.timeline_head import person_family
from launchplanner.reports.timeline_owners import owners_of_task
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
    """A person, a role that nobody holds (`kind` "role", no name), or a team with its members in `holds`."""

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
class WorkRow:
    """A task of a person, to stand below their row.

    `trouble` says what is wrong with its owner. `start` and `finish` are its place among the weeks of the clock, in
    weeks and their parts; nothing of a task outside the clock is left of it.
    """

    id: str
    person: str
    title: str
    trouble: str
    days: int
    dates: str
    family: str
    start: float
    finish: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Weeks that one lead has, from `first` up to and without `end`, and who it is in words."""

    first: int
    end: int
    family: str
    text: str


@dataclass(frozen=True, slots=True)
class People:
    """All rows: open roles, people, teams. `weeks` is the length of the clock, `today` the index of this week or -1."""

    rows: tuple[PeopleRow, ...] = ()
    weeks: int = 0
    leads: tuple[Stretch, ...] = ()
    today: int = -1


def people(context: Context) -> People:
    """Return who holds what in a plan."""
    weeks = context.load.weeks
    first = context.lookup.days.date_of(context.plan.first)
    work = _Work(context, first, weeks)
    open_roles = [_role_row(context, work, key) for key in _open_roles(context)]
    rows = [_person_row(context, work, key, person) for key, person in context.lookup.people]
    teams = [_team_row(context, key, team) for key, team in _teams(context)]
    this_week = week_of(first, context.today) - 1
    today = this_week if 0 <= this_week < weeks else -1
    return People((*open_roles, *rows, *teams), weeks, tuple(_leads(context, weeks)), today)


def work_of(context: Context, person: str) -> tuple[WorkRow, ...]:
    """Return the open tasks of a person in the weeks that are too full, or all of them when none is, by their days.

    Tasks that are also somebody else's by their owner field are among them: whoever does them has less room.
    """
    load, spans = context.load, context.schedule.spans
    days = load.days(person)
    full = {week for week in range(load.weeks) if days[week] > load.room(week)}
    keys = [
        key
        for key in (*load.open_tasks(person), *_shared(context, person))
        if not full or any(week in full for week, _days in load.parts(spans[key]))
    ]
    return tuple(_work_row(context, person, key) for key in sorted(keys, key=lambda key: (spans[key].start, key)))


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


def _leads(context: Context, weeks: int) -> Iterator[Stretch]:
    """Yield the stretches of weeks, each counted to whoever leads on its first day."""
    found: list[tuple[str, int, int]] = []
    for week in range(weeks):
        day = max(context.load.begins(week), context.plan.first)
        lead = next((phase.lead for _key, phase in context.lookup.phases if phase.start <= day < phase.end), "")
        if found and found[-1][0] == lead:
            found[-1] = (lead, found[-1][1], week + 1)
        else:
            found.append((lead, week, week + 1))
    for lead, first, end in found:
        text = _("{lead} leads").format(lead=context.name(lead)) if lead.strip() else _("Nobody leads")
        yield Stretch(first, end, family_of(context.lookup, lead), text)


def _work_row(context: Context, person: str, key: str) -> WorkRow:
    task, span, load = context.plan.tasks[key], context.schedule.spans[key], context.load
    owners = owners_of_task(context, key)
    first, last = context.schedule.first_date(key), context.schedule.last_date(key)
    return WorkRow(
        id=key,
        person=person,
        title=task.title,
        trouble=owners.trouble,
        days=span.days,
        dates=short_day(first) if first == last else f"{day_month(first)} – {day_month(last)}",
        family=person_family(context, person, first),
        start=_among_weeks(load, span.start),
        finish=_among_weeks(load, span.finish),
    )


def _shared(context: Context, person: str) -> Iterator[str]:
    """Yield the open tasks whose owner field names a person among others."""
    for key, task in context.lookup.tasks:
        reading = context.owner_of_task(key)
        if reading.label is Label.PLURAL and not task.is_settled:
            first = context.schedule.first_date(key)
            if any(owner.id is not None and context.answers(owner.id, first) == person for owner in reading.owners):
                yield key


def _among_weeks(load: Load, day: int) -> float:
    week = load.week_at(day)
    if week < 0:
        return 0
    if week >= load.weeks:
        return load.weeks
    return week + (day - load.begins(week)) / max(load.room(week), 1)


def _teams(context: Context) -> list[tuple[str, Team]]:
    return sorted(context.plan.teams.items(), key=lambda entry: (entry[1].order, entry[1].name, entry[0]))


def _team_row(context: Context, key: str, team: Team) -> PeopleRow:
    written = [task for task, value in context.lookup.tasks if not value.is_settled and _names(context, task, key)]
    members = [context.plan.people[member].name for member in team.members if member in context.plan.people]
    nobody = _("A company, no contact yet") if team.kind == ORGANISATION else _("Nobody in it yet")
    return PeopleRow(
        kind=TEAM,
        id=key,
        name=team.name,
        initials="",
        family="",
        holds=joined(members) if members else nobody,
        aliases=", ".join(team.aliases),
        owns=len(written),
        batons=0,
        away="",
        away_in_zone=False,
        weeks=(),
    )


def _names(context: Context, task: str, team: str) -> bool:
    """Say whether the owner field of a task names a team, so that a person is still to be found in it."""
    return any(owner.id == team for owner in context.owner_of_task(task).owners)


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
