"""The exchange zone as days beside each other, with what happened at its hour; places are counted in columns. No Qt."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from launchplanner.plan.batons import Event
from launchplanner.plan.protocol import ACCEPTANCES, OFFER, RETURN, WITHDRAW
from launchplanner.reports.handoff import Handoff
from launchplanner.words import _, ngettext, short_day

MOST_DAYS: Final = 9
_OPENS, _CLOSES = 8.0, 18.0
"""Hours between which a day of the strip runs; what happens at night is drawn at its edge."""


@dataclass(frozen=True, slots=True)
class Column:
    """One working day: how it is written, and what it is to the zone."""

    day: date
    text: str
    what: str
    in_zone: bool
    is_today: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """Something that was said; `at` is where, in columns from the left edge."""

    at: float
    time: str
    text: str
    is_bad: bool
    key: str


@dataclass(frozen=True, slots=True)
class ZoneDays:
    """What the strip shows.

    Custody runs solid from the left edge to `capsule` in the giver's colour, from there to `now` in the receiver's if
    it has passed, and dashed on to `planned_end` while it has not.
    """

    columns: tuple[Column, ...]
    dots: tuple[Dot, ...]
    now: float | None
    capsule: float
    planned_end: float
    has_passed: bool
    has_begun: bool


def zone_days(handoff: Handoff) -> ZoneDays:
    """Return the days from one before the zone opens to one after it closes, or up to today when that is later.

    When today is far beyond the zone, it stands last, and the days before it are left out.
    """
    days, today = handoff.source.days, handoff.source.today
    opens, closes = handoff.baton.zone
    today_index = days.last_day_until(today)
    shown = list(range(opens - 1, max(closes + 1, min(today_index + 1, opens + MOST_DAYS - 2)) + 1))
    # Days between are left out: the pass is late, and nobody counts them here.
    shown[-1] = max(shown[-1], today_index)
    columns = tuple(_column(handoff, day) for day in shown)
    dots = tuple(_dots(handoff, shown))
    now = shown.index(today_index) + 0.5 if today_index in shown else None
    if now is not None:
        now = max([now, *(dot.at for dot in dots if int(dot.at) == int(now))])
    passed = handoff.standing.has_passed
    end = shown.index(handoff.baton.day) + 1.0
    if passed:
        capsule = next((dot.at for dot in dots if dot.key == handoff.standing.answer), end)
    else:
        capsule = now if now is not None and (dots or now > end) else dots[-1].at if dots else end
    return ZoneDays(columns, dots, now, capsule, max(end, closes - opens + 2.0), passed, bool(dots) or passed)


def _column(handoff: Handoff, day: int) -> Column:
    days, baton = handoff.source.days, handoff.baton
    opens, closes = baton.zone
    shown = days.date_of(day)
    is_today = days.last_day_until(handoff.source.today) == day
    what = (
        _("today")
        if is_today
        else _("planned")
        if day == baton.day
        else _("opens")
        if day == opens
        else _("closes")
        if day == closes
        else ""
    )
    return Column(shown, short_day(shown), what, opens <= day <= closes, is_today)


def _dots(handoff: Handoff, shown: list[int]) -> list[Dot]:
    found: list[Dot] = []
    offers = 0
    for key, event in handoff.events:
        moment = _moment(event)
        offers += event.kind == OFFER
        if moment is None:
            continue
        place = bisect_right(shown, handoff.source.days.last_day_until(moment.date())) - 1
        hour = moment.hour + moment.minute / 60
        share = min(max((hour - _OPENS) / (_CLOSES - _OPENS), 0.04), 0.96)
        at = min(max(place + share, 0.02), len(shown) - 0.02)
        found.append(Dot(at, f"{moment:%H:%M}", _verb(event, offers), event.kind == RETURN, key))
    return found


def _verb(event: Event, offers: int) -> str:
    if event.kind == OFFER:
        return _("offered again") if offers > 1 else _("offered")
    if event.kind in ACCEPTANCES:
        return _("accepted")
    return {RETURN: _("returned"), WITHDRAW: _("withdrawn")}.get(event.kind, _(event.kind))


def _moment(event: Event) -> datetime | None:
    try:
        return datetime.fromisoformat(event.at)
    except ValueError:
        return None


def zone_sentence(handoff: Handoff) -> str:
    """Return how far off the zone's edge is, such as "closes tomorrow"."""
    days = handoff.source.days
    opens, closes = handoff.baton.zone
    today = days.last_day_until(handoff.source.today)
    if today < opens:
        return ngettext("opens tomorrow", "opens in {n} working days", opens - today).format(n=opens - today)
    left = closes - today
    if left < 0:
        return _("closed on {day}").format(day=short_day(handoff.zone[1]))
    if left == 0:
        return _("closes today")
    return ngettext("closes tomorrow", "closes in {n} working days", left).format(n=left)


def days_past(handoff: Handoff) -> int:
    """Return how many working days a pass that has not happened is past its planned day; 0 when it is in time."""
    return 0 if handoff.standing.has_passed else handoff.source.days_late(handoff.baton.day)
