"""Days as people type them."""

from datetime import date

import pytest

from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.workdays import workdays
from launchplanner.ui.inspector.day_words import Scale, day_typed

# Week 1 begins on Monday 18 January, launch is on Tuesday 30 March, today is a Thursday.
SCALE = Scale(workdays(WorkCalendar(), date(2027, 3, 30)), date(2027, 1, 18), date(2027, 2, 18))
SHOWN = date(2027, 2, 26)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("26 Feb", date(2027, 2, 26)),
        ("Fri 26 Feb 2027", date(2027, 2, 26)),
        ("February 26, 2027", date(2027, 2, 26)),
        ("fri, 26. feb", date(2027, 2, 26)),
        ("2 jan", date(2027, 1, 2)),
        ("30 dec", date(2026, 12, 30)),
        ("2027-03-01", date(2027, 3, 1)),
        ("1.3.2027", date(2027, 3, 1)),
        ("1.3.", date(2027, 3, 1)),
        ("today", date(2027, 2, 18)),
        ("tomorrow", date(2027, 2, 19)),
        ("thu", date(2027, 2, 18)),
        ("wed", date(2027, 2, 24)),
        ("thu next week", date(2027, 2, 25)),
        ("next friday", date(2027, 2, 26)),
        ("W1", date(2027, 1, 18)),
        ("w6 Fri", date(2027, 2, 26)),
        ("week 12 mon", date(2027, 4, 5)),
        ("T", date(2027, 3, 30)),
        ("T-1", date(2027, 3, 29)),
        ("T−2", date(2027, 3, 26)),
        ("T+3", date(2027, 4, 2)),
        ("+1", date(2027, 3, 1)),
        ("-5 days", date(2027, 2, 19)),
    ],
)
def test_a_day_is_read(typed: str, day: date) -> None:
    assert day_typed(typed, SCALE, SHOWN) == day


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 Feb", "2027-13-01", "1/3/2027", "26", "Feb", "w", "1 2 mar", "1500-01-01", "T-x", "mo"]
)
def test_what_is_no_day_is_not_guessed_at(typed: str) -> None:
    assert day_typed(typed, SCALE, SHOWN) is None


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2027, 2, 15), "W5 Mon · T−31"),
        (date(2027, 3, 30), "W11 Tue · T"),
        (date(2027, 4, 1), "W11 Thu · T+2"),
    ],
)
def test_a_day_is_placed_in_the_clock(day: date, place: str) -> None:
    assert SCALE.place(day) == place
