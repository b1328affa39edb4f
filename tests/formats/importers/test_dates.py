"""Dates as people write them."""

from datetime import date

import pytest

from launchplanner.formats.importers.date_order import order_of
from launchplanner.formats.importers.dates import is_placeholder, leading_when, read_when
from launchplanner.formats.importers.moments import (
    DAY_FIRST,
    DAY_NUMBER,
    FROM_LAUNCH,
    MONTH_FIRST,
    WEEK,
    WORKDAYS_FROM_LAUNCH,
    YEARLESS,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-04-13", "2027-04-13"),
        ("2027/4/3", "2027-04-03"),
        ("20270413", "2027-04-13"),
        ("2027-04-13T09:30:00Z", "2027-04-13"),
        ("2007-12-16-01:00:00-+0100", "2007-12-16"),
        ("13.04.2027", "2027-04-13"),
        ("13.4.27", "2027-04-13"),
        ("4/13/2027 5:00 PM", "2027-04-13"),
        ("12/31/2025 11:59:00 PM", "2025-12-31"),
        ("Jan 9, 2025", "2025-01-09"),
        ("June 9, 2025", "2025-06-09"),
        ("9-Jan-25", "2025-01-09"),
        ("09-Jan-2025", "2025-01-09"),
        ("1st of May 2026", "2026-05-01"),
        ("Tuesday, June 11th. 2019", "2019-06-11"),
        ("Tuesday 9th August 2022", "2022-08-09"),
        ("26nd July 2023", "2023-07-26"),
        ("Monday, September 19, 2016", "2016-09-19"),
        ("Di, 13. April 2027", "2027-04-13"),
        ("13 avril 2027", "2027-04-13"),
        ("13 de abril de 2027", "2027-04-13"),
        ("2027年4月13日", "2027-04-13"),
        ("2027. 4. 13", None),
        ("44927", "2023-01-01"),
        ("31/02/2027", None),
        ("13/13/2027", None),
        ("v1.9.0-alpha.2", None),
        ("1.22.0-beta.0", None),
        ("10.0.0.1", None),
        ("end of semester", None),
        ("May", None),
    ],
)
def test_a_whole_date_is_read(text: str, day: str | None) -> None:
    when = read_when(text, MONTH_FIRST if "/" in text and "PM" in text else DAY_FIRST)

    assert (when.first.day.isoformat() if when and when.first.day else None) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("May 16-20 2022", "2022-05-16", "2022-05-20"),
        ("Tuesday 19th - Friday 22nd March 2024", "2024-03-19", "2024-03-22"),
        ("Tuesday 1st - Friday 4th April 2025", "2025-04-01", "2025-04-04"),
        ("03.04.2027 - 05.04.2027", "2027-04-03", "2027-04-05"),
        ("November 28, 2016 - December 12, 2016", "2016-11-28", "2016-12-12"),
        ("2027-03-01 to 2027-03-05", "2027-03-01", "2027-03-05"),
        ("2027-03-01 → 2027-03-05", "2027-03-01", "2027-03-05"),
        ("Q2 2027", "2027-04-01", "2027-06-30"),
        ("April 2027", "2027-04-01", "2027-04-30"),
        ("December 2027", "2027-12-01", "2027-12-31"),
    ],
)
def test_a_stretch_of_days_is_read(text: str, first: str, last: str) -> None:
    when = read_when(text)

    assert when is not None
    assert when.last is not None
    assert (str(when.first.day), str(when.last.day)) == (first, last)


@pytest.mark.parametrize(
    ("text", "month", "day", "weekday"),
    [
        ("Tue September 15", 9, 15, 1),
        ("Thur April 29", 4, 29, 3),
        ("Jan 24 (Tues)", 1, 24, 1),
        ("September 13th (Weds)", 9, 13, 2),
        ("15. März", 3, 15, None),
        ("3.4.", 4, 3, None),
        ("4/13", 4, 13, None),
        ("February 15 (ready for testing)", 2, 15, None),
    ],
)
def test_a_date_without_a_year_keeps_what_is_known(text: str, month: int, day: int, weekday: int | None) -> None:
    when = read_when(text, MONTH_FIRST)

    assert when is not None
    assert (when.first.kind, when.first.month, when.first.day_of_month, when.first.weekday) == (
        YEARLESS,
        month,
        day,
        weekday,
    )


def test_words_beside_a_date_are_kept() -> None:
    when = read_when("February 15 (ready for testing)")

    assert when is not None
    assert when.rest == "ready for testing"


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("T-30", FROM_LAUNCH, -30),
        ("T–30 days", FROM_LAUNCH, -30),
        ("T-minus 14 days", FROM_LAUNCH, -14),
        ("T-48h", FROM_LAUNCH, -2),
        ("T-2h", FROM_LAUNCH, 0),
        ("T+2h", FROM_LAUNCH, 0),
        ("T+24h", FROM_LAUNCH, 1),
        ("T-0", FROM_LAUNCH, 0),
        ("T+7", FROM_LAUNCH, 7),
        ("L-2 weeks", FROM_LAUNCH, -14),
        ("Launch day", FROM_LAUNCH, 0),
        ("Launch - 10", FROM_LAUNCH, -10),
        ("2 weeks before launch", FROM_LAUNCH, -14),
        ("three days before release", FROM_LAUNCH, -3),
        ("5 business days before launch", WORKDAYS_FROM_LAUNCH, -5),
        ("2 days after go-live", FROM_LAUNCH, 2),
        ("Week 7", WEEK, 7),
        ("W12", WEEK, 12),
        ("wk 3", WEEK, 3),
        ("Day 12", DAY_NUMBER, 12),
    ],
)
def test_a_time_counted_from_something_is_read(text: str, kind: str, number: int) -> None:
    when = read_when(text)

    assert when is not None
    assert (when.first.kind, when.first.number) == (kind, number)


def test_weeks_and_days_may_be_stretches() -> None:
    weeks, numbered = read_when("Week 2-3"), read_when("Day 1-2")

    assert weeks is not None
    assert numbered is not None
    assert weeks.last is not None
    assert numbered.last is not None
    assert (weeks.last.number, numbered.last.number) == (3, 2)


def test_two_days_for_one_moment_are_noticed() -> None:
    text = "[02:00 UTC Friday 9th February 2024 / 18:00 PDT Thursday 8th February 2024](https://x.org)"

    when = read_when(text)

    assert when is not None
    assert when.first.day == date(2024, 2, 9)
    assert when.two_days


@pytest.mark.parametrize(
    "text", ["TBD", "tbc", "ASAP", "ongoing", "YYYY-MM-DD", "mm/dd/yyyy", "—", "-", "n/a", "_(TBD)_"]
)
def test_a_placeholder_is_no_date(text: str) -> None:
    assert is_placeholder(text)
    assert read_when(text) is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("2025-10-14: Write the brief", "Write the brief"),
        ("Mon Oct 2: Start of the cycle", "Start of the cycle"),
        ("Jan 24 (Tues) features freeze", "features freeze"),
        ("July 12th (Weds): v1.8.0-alpha.1", "v1.8.0-alpha.1"),
        ("T-48h — Final checks", "Final checks"),
        ("Week 3: pricing", "pricing"),
        ("Dec 8 - Jan 3: planning", "planning"),
        ("2025-10-14 • Research • Call five people", "Research • Call five people"),
    ],
)
def test_a_time_at_the_start_of_a_line_is_taken_off(line: str, rest: str) -> None:
    found = leading_when(line)

    assert found is not None
    assert found[1] == rest


@pytest.mark.parametrize(
    "line", ["Day 1–7 readout", "Write by 2027-03-01", "Week of the fair", "2 ads (search + social)"]
)
def test_a_title_that_only_sounds_like_a_time_stays_whole(line: str) -> None:
    assert leading_when(line) is None


@pytest.mark.parametrize(
    ("texts", "order", "sure"),
    [
        (["13/04/2027", "01/02/2027"], DAY_FIRST, True),
        (["04/13/2027", "01/02/2027"], MONTH_FIRST, True),
        (["01.02.2027", "02.02.2027"], DAY_FIRST, True),
        (["01/02/2027", "08/02/2027", "09/02/2027"], DAY_FIRST, False),
        (["02/01/2027", "02/08/2027", "02/09/2027"], MONTH_FIRST, False),
    ],
)
def test_the_order_of_day_and_month_is_decided_for_the_column(texts: list[str], order: str, *, sure: bool) -> None:
    found = order_of(texts)

    assert (found.order, found.sure) == (order, sure)


def test_a_column_that_proves_both_orders_is_mixed() -> None:
    assert order_of(["13/04/2027", "04/14/2027"]).mixed


def test_days_beyond_the_calendar_are_not_read() -> None:
    assert read_when(date(1776, 7, 4)) is None
    assert read_when("0001-01-01") is None
    assert read_when("9999-12-31") is None
    assert read_when(1e300) is None
    assert read_when(float("nan")) is None
