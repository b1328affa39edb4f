"""The exchange zone as time: whether a pass came early, inside or late, when an answer is due, who is on call.

Days count working days from launch day. Moments are what devices claimed, written as ISO 8601; one that cannot be read
gives None, and nothing follows from it.
"""

from datetime import date, datetime
from typing import Final

from launchplanner.plan.batons import Baton
from launchplanner.plan.workdays import Workdays

EARLY: Final = "early"
INSIDE: Final = "inside"
LATE: Final = "late"
TIMINGS: Final = (EARLY, INSIDE, LATE)

NOT_OPEN: Final = "not open"
OPEN: Final = "open"
CLOSED: Final = "closed"

_SECONDS_IN_AN_HOUR: Final = 3600


def moment_of(at: str) -> datetime | None:
    """Return the moment in a text, or None when it is none."""
    try:
        return datetime.fromisoformat(at)
    except ValueError:
        return None


def date_of(at: str) -> date | None:
    """Return the calendar day of a moment where it was written down, or None."""
    moment = moment_of(at)
    return moment.date() if moment is not None else None


def day_of(days: Workdays, at: str) -> int | None:
    """Return the working day of a moment, a day off counted as the next one; None when it is no moment."""
    on = date_of(at)
    return days.day_of(on) if on is not None else None


def hours_between(earlier: str, later: str) -> float | None:
    """Return the hours between two moments; None when one is none, has no zone where the other has, or is earlier."""
    begun, ended = moment_of(earlier), moment_of(later)
    if begun is None or ended is None or (begun.tzinfo is None) != (ended.tzinfo is None) or ended < begun:
        return None
    return (ended - begun).total_seconds() / _SECONDS_IN_AN_HOUR


def is_a_night_between(earlier: str, later: str) -> bool:
    """Say whether the second of two moments lies on a later calendar day than the first."""
    begun, ended = date_of(earlier), date_of(later)
    return begun is not None and ended is not None and begun < ended


def zone_state(baton: Baton, today: int) -> str:
    """Return whether the zone is not yet open, open or closed on a working day."""
    opens, closes = baton.zone
    return NOT_OPEN if today < opens else OPEN if today <= closes else CLOSED


def timing(baton: Baton, day: int) -> str:
    """Return whether a pass on a working day is early, inside the zone or late."""
    opens, closes = baton.zone
    return EARLY if day < opens else INSIDE if day <= closes else LATE


def answer_due(baton: Baton, offered: int) -> int:
    """Return the last working day on which an answer to an offer of that day is in time."""
    return offered + baton.answer_within


def on_call(baton: Baton, passed: int) -> tuple[int, int]:
    """Return the first and the last working day on which the giver is on call after a pass on a working day.

    The last lies before the first when the giver is not on call at all.
    """
    return passed + 1, passed + baton.on_call


def days_lost(baton: Baton, day: int) -> int:
    """Return how many of the receiver's working days a pass on a working day uses up; 0 when it is in time."""
    return max(0, day - baton.day)
