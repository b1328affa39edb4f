"""What the start screen says of a recent launch, read from its file."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from launchplanner.app.analysis import analyse
from launchplanner.app.files import opened
from launchplanner.app.settings import Recent
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.debt import debt_readings, with_debt
from launchplanner.reports.now import Now, family_of, now
from launchplanner.words import _, day_month, ngettext, short_day


@dataclass(frozen=True, slots=True)
class NextBaton:
    """The next pass that is not made yet; `late` when its day is over."""

    title: str
    sentence: str
    giver_family: str
    receiver_family: str
    late: bool


@dataclass(frozen=True, slots=True)
class RecentLaunch:
    """A recent launch. `refusal` says why it cannot be opened; the rest is then empty.

    `debt_trend` is the ownership debt by day, as far as it was noted, with today's last.
    """

    path: Path
    title: str
    edited: str
    now: Now | None = None
    baton: NextBaton | None = None
    debt: int = 0
    debt_trend: tuple[tuple[date, int], ...] = ()
    refusal: str = ""


def recent_launch(entry: Recent, today: date) -> RecentLaunch:
    """Return what there is to say of a recent launch on a day."""
    path = Path(entry.path)
    title = entry.title or path.stem
    try:
        plan, _file = opened(path)
    except Refusal as refusal:
        return RecentLaunch(path, title, edited_text(entry.edited, today), refusal=refusal.reason)
    snapshot = analyse(plan, today, rules=())
    look, days = snapshot.lookup, snapshot.schedule.days
    baton: NextBaton | None = None
    for key, planned in look.batons:
        passing = snapshot.context.passing(key)
        if passing.standing.has_passed:
            continue
        due = days.date_of(planned.day)
        left = planned.day - days.day_of(today)
        people = f"{_first(passing.name(passing.giver))} → {_first(passing.name(passing.receiver))}"
        when = (
            ngettext("in {n} working day", "in {n} working days", left).format(n=left)
            if left > 0
            else _("today")
            if due == today
            else ngettext("{n} day late", "{n} days late", -left).format(n=-left)
        )
        baton = NextBaton(
            title=planned.title,
            sentence=f"{people} · {short_day(due)}, {when}",
            giver_family=family_of(look, planned.giver),
            receiver_family=family_of(look, planned.receiver),
            late=due < today,
        )
        break
    return RecentLaunch(
        path=path,
        title=plan.title,
        edited=edited_text(entry.edited, today),
        now=now(look, today),
        baton=baton,
        debt=len(snapshot.debt),
        debt_trend=debt_readings(with_debt(plan, today, len(snapshot.debt))),
    )


def edited_text(moment: str, today: date) -> str:
    """Return when a launch was last open: "Today 12:04", "Yesterday", "15 Feb"; "" for what is no moment."""
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    ago = (today - when.date()).days
    if ago == 0:
        return _("Today {time}").format(time=when.strftime("%H:%M"))
    if ago == 1:
        return _("Yesterday")
    return day_month(when.date())


def _first(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]
