"""Where a launch stands on a day: week, who leads, days to launch; what the head of the window and the clock say."""

from dataclasses import dataclass
from datetime import date

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.workdays import week_of
from launchplanner.words import _, long_day, ngettext


@dataclass(frozen=True, slots=True)
class Now:
    """A launch on a day.

    `week` is 1 in the first week of the clock, below 1 before it and above `weeks` after it. `leads` holds the colour
    family of each week's lead, "" where nobody leads. `gone` is how many weeks have passed, with fractions.
    """

    title: str
    tier: int
    week: int
    weeks: int
    gone: float
    leads: tuple[str, ...]
    lead: str
    lead_person: str
    lead_family: str
    week_line: str
    launch_line: str


def now(lookup: Lookup, today: date) -> Now:
    """Return where a launch stands on a day."""
    plan, days = lookup.plan, lookup.days
    first = days.date_of(plan.first)
    weeks = max(week_of(first, days.date_of(plan.end - 1)), 1)
    week = week_of(first, today)
    # Weeks of the clock are counted in working days, so that a week with a holiday is as wide as the others.
    a_week = plan.days / weeks
    gone = (days.day_of(today) - plan.first) / a_week
    leads = tuple(_family(lookup, _lead_on(lookup, plan.first + int(index * a_week))) for index in range(weeks))
    lead = _lead_on(lookup, days.day_of(today))
    answers = lookup.directory.answers(lead, today)
    return Now(
        title=plan.title,
        tier=plan.tier,
        week=week,
        weeks=weeks,
        gone=gone,
        leads=leads,
        lead=lookup.directory.shown(lead),
        lead_person=plan.people[answers].name if answers else "",
        lead_family=_family(lookup, lead),
        week_line=_week_line(week, weeks, lookup.directory.shown(lead)),
        launch_line=_launch_line(plan.launch_day, today),
    )


def family_of(lookup: Lookup, text: str) -> str:
    """Return the colour family of an owner text: a role's, or that of the first role that a person holds."""
    return _family(lookup, text)


def _lead_on(lookup: Lookup, day: int) -> str:
    return next((phase.lead for _key, phase in lookup.phases if phase.start <= day < phase.end), "")


def _family(lookup: Lookup, text: str) -> str:
    role = lookup.directory.role(text)
    if role is None:
        person = lookup.directory.person(text)
        holds = lookup.plan.people[person].holds if person else ()
        role = next((hold.role for hold in holds if hold.role in lookup.plan.roles), None)
    return lookup.plan.roles[role].family if role else ""


def _week_line(week: int, weeks: int, lead: str) -> str:
    if week < 1:
        return ngettext("Begins in {n} week", "Begins in {n} weeks", 1 - week).format(n=1 - week)
    if week > weeks:
        return _("All {weeks} weeks done").format(weeks=weeks)
    if not lead:
        return _("Week {week} of {weeks} · nobody leads").format(week=week, weeks=weeks)
    return _("Week {week} of {weeks} · {lead} leads").format(week=week, weeks=weeks, lead=lead)


def _launch_line(launch_day: date, today: date) -> str:
    left = (launch_day - today).days
    day = long_day(launch_day)
    if left == 0:
        return _("Launch {day} · today").format(day=day)
    if left > 0:
        return ngettext("Launch {day} · in {n} day", "Launch {day} · in {n} days", left).format(day=day, n=left)
    return ngettext("Launched {day} · {n} day ago", "Launched {day} · {n} days ago", -left).format(day=day, n=-left)
