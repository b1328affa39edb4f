"""The head of the timeline: who leads when, the weeks, today, launch day, and the exchange zones below.

All places are working days from launch day, so a weekend takes no room and a week is as long as it is worked.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from launchplanner.checks import Context
from launchplanner.plan.batons import MAIN
from launchplanner.plan.values import LATEST
from launchplanner.plan.workdays import Workdays, week_of
from launchplanner.words import _, short_day

_WEEK = 7
_ROOM_AROUND = 4
"""What lies outside the clock is fitted in as long as it takes no more than this part of the clock's length."""


@dataclass(frozen=True, slots=True)
class Band:
    """A run of phases with the same lead, from the first day to the day after the last."""

    start: float
    finish: float
    text: str
    family: str


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the clock. Week 1 is the one in which the clock begins; those before it count down from 0."""

    number: int
    start: int
    finish: int
    monday: date

    @property
    def text(self) -> str:
        """What its column is called, such as "W5"."""
        return _("W{number}").format(number=self.number)


@dataclass(frozen=True, slots=True)
class Zone:
    """The exchange zone of a main baton as a column, from the first day to the day after the last."""

    baton: str
    start: float
    finish: float


@dataclass(frozen=True, slots=True)
class Today:
    """Where today is: in the middle of its column, or on the line before the next working day."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of days, half open."""

    start: int
    finish: int

    @property
    def days(self) -> int:
        """How many working days it holds."""
        return self.finish - self.start


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the rows. `whole` is all that can be scrolled to, `fit` what a fitted window shows."""

    days: Workdays
    first_date: date
    whole: Extent
    fit: Extent
    bands: tuple[Band, ...]
    zones: tuple[Zone, ...]
    today: Today
    launch: float
    launch_text: str

    def weeks(self, start: float, finish: float) -> list[Week]:
        """Return the weeks that have a worked day between two places, in order."""
        found: list[Week] = []
        day = self.days.date_of(int(start))
        monday = day - timedelta(days=day.weekday())
        while monday <= LATEST:
            after = monday + timedelta(days=_WEEK)
            first, end = self.days.day_of(monday), self.days.day_of(after)
            if first >= finish:
                break
            if end > first:
                found.append(Week(week_of(self.first_date, monday), first, end, monday))
            monday = after
        return found

    def week_text(self, day: int) -> str:
        """Return the week in which a working day lies, such as "W5"."""
        return _("W{number}").format(number=week_of(self.first_date, self.days.date_of(day)))


def head_of(context: Context) -> Head:
    """Return the head of a plan's timeline on a day."""
    plan, days = context.plan, context.schedule.days
    whole, fit = _extents(context)
    return Head(
        days=days,
        first_date=days.date_of(plan.first),
        whole=whole,
        fit=fit,
        bands=_bands(context),
        zones=tuple(
            Zone(key, baton.zone[0], baton.zone[1] + 1) for key, baton in context.lookup.batons if baton.kind == MAIN
        ),
        today=_today(context),
        launch=0,
        launch_text=_("Launch {day}").format(day=short_day(plan.launch_day)),
    )


def _extents(context: Context) -> tuple[Extent, Extent]:
    plan, spans = context.plan, context.schedule.spans.values()
    start = min(plan.first, min((span.start for span in spans), default=plan.first))
    finish = max(plan.end, max((span.finish for span in spans), default=plan.end))
    room = max(plan.days // _ROOM_AROUND, 1)
    fit = Extent(max(start, plan.first - room), min(finish, plan.end + room))
    return Extent(start, finish), fit


def _bands(context: Context) -> tuple[Band, ...]:
    runs: list[tuple[str, int, int]] = []
    for _key, phase in context.lookup.phases:
        if runs and runs[-1][0] == phase.lead:
            lead, start, finish = runs[-1]
            runs[-1] = (lead, start, max(finish, phase.end))
        else:
            runs.append((phase.lead, phase.start, phase.end))
    return tuple(
        Band(start, finish, _lead_text(context, lead, start), lead_family(context, lead))
        for lead, start, finish in runs
    )


def _lead_text(context: Context, lead: str, day: int) -> str:
    if not lead.strip():
        return _("Nobody leads")
    directory = context.lookup.directory
    name = directory.shown(lead)
    person = directory.answers(lead, context.schedule.days.date_of(day))
    holder = context.plan.people[person].name if person is not None else ""
    if not holder or holder == name:
        return _("{lead} leads").format(lead=name)
    return _("{lead} leads · {person}").format(lead=name, person=holder)


def lead_family(context: Context, lead: str) -> str:
    """Return the colour family of who leads: a role's own, or that of a person's first role; "" when unknown."""
    directory = context.lookup.directory
    role = directory.role(lead)
    if role is not None:
        return context.plan.roles[role].family
    person = directory.person(lead)
    return person_family(context, person) if person is not None else ""


def person_family(context: Context, person: str, on: date | None = None) -> str:
    """Return the colour family of a person: that of the first role held on a day, or at all."""
    holds = context.plan.people[person].holds
    now = [hold for hold in holds if on is None or hold.covers(on)]
    for hold in (*now, *holds):
        role = context.plan.roles.get(hold.role)
        if role is not None:
            return role.family
    return ""


def _today(context: Context) -> Today:
    day, index = context.today, context.today_index
    week = _("W{number}").format(number=week_of(context.schedule.days.date_of(context.plan.first), day))
    at = index + 0.5 if context.schedule.days.is_worked(day) else float(index)
    return Today(at, _("Today, {week}").format(week=week))
