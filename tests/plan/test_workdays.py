"""Working days turned into dates and back, held against a walk from day to day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from launchplanner.plan.calendar import Holiday, LaunchHour, WorkCalendar
from launchplanner.plan.values import EARLIEST, LATEST
from launchplanner.plan.workdays import Workdays, calendar_days_to, t_minus, week_of, weeks_to, workdays

LAUNCH = date(2027, 3, 30)
WEEKDAYS = WorkCalendar()
DAY = timedelta(days=1)

launch_days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@st.composite
def calendars(draw: st.DrawFn) -> tuple[WorkCalendar, date]:
    launch = draw(launch_days)
    weekdays = draw(st.sets(st.integers(0, 6), min_size=1))
    off = draw(st.sets(st.integers(-40, 40), max_size=20))
    calendar = WorkCalendar(weekdays=tuple(sorted(weekdays)), days_off=tuple(launch + DAY * days for days in off))
    return calendar, launch


def walked(calendar: WorkCalendar, launch: date, count: int) -> date:
    """Return working day `count` by going from one calendar day to the next."""
    day = launch
    while day.weekday() not in calendar.weekdays or day in calendar.days_off:
        day += DAY
    step = DAY if count > 0 else -DAY
    for _number in range(abs(count)):
        day += step
        while day.weekday() not in calendar.weekdays or day in calendar.days_off:
            day += step
    return day


@given(calendars(), st.integers(-90, 90))
def test_a_working_day_is_where_a_walk_leads(setting: tuple[WorkCalendar, date], count: int) -> None:
    calendar, launch = setting

    assert workdays(calendar, launch).date_of(count) == walked(calendar, launch, count)


@given(calendars(), st.integers(-700, 700))
def test_to_a_date_and_back_is_the_same_day(setting: tuple[WorkCalendar, date], count: int) -> None:
    days = workdays(*setting)

    day = days.date_of(count)

    assert days.is_worked(day)
    assert days.day_of(day) == count
    assert days.last_day_until(day) == count


@given(calendars(), st.integers(-400, 400))
def test_a_day_off_counts_as_the_next_working_day_or_the_last_one(
    setting: tuple[WorkCalendar, date], distance: int
) -> None:
    days = workdays(*setting)
    day = setting[1] + DAY * distance

    ahead, back = days.date_of(days.day_of(day)), days.date_of(days.last_day_until(day))

    assert back <= day <= ahead
    assert not any(days.is_worked(back + DAY * step) for step in range(1, (ahead - back).days))


def test_launch_day_is_day_zero_and_the_day_before_a_monday_is_a_friday() -> None:
    days = workdays(WEEKDAYS, LAUNCH)

    assert [days.date_of(day) for day in (-2, -1, 0, 4)] == [
        date(2027, 3, 26),
        date(2027, 3, 29),
        LAUNCH,
        date(2027, 4, 5),
    ]


@pytest.mark.parametrize("launch", [date(2027, 4, 3), date(2027, 4, 4), date(2027, 4, 5)])
def test_a_launch_on_a_weekend_counts_from_the_monday_after_it(launch: date) -> None:
    days = workdays(WEEKDAYS, launch)

    assert days.date_of(0) == date(2027, 4, 5)
    assert days.day_of(launch) == 0
    assert days.date_of(-1) == date(2027, 4, 2)


def test_the_29th_of_february_is_worked_in_a_leap_year() -> None:
    days = workdays(WEEKDAYS, date(2028, 2, 28))

    assert days.date_of(1) == date(2028, 2, 29)
    assert days.date_of(2) == date(2028, 3, 1)


def test_the_year_2100_has_no_leap_day() -> None:
    days = workdays(WEEKDAYS, date(2100, 2, 26))

    assert days.date_of(1) == date(2100, 3, 1)


def test_days_off_over_the_turn_of_a_year_are_stepped_over() -> None:
    closed = tuple(date(2026, 12, 24) + DAY * number for number in range(9))
    days = workdays(WorkCalendar(days_off=closed), date(2027, 1, 4))

    assert days.date_of(0) == date(2027, 1, 4)
    assert days.date_of(-1) == date(2026, 12, 23)


def test_work_ends_on_its_last_day_and_a_milestone_on_its_first() -> None:
    days = workdays(WEEKDAYS, LAUNCH)

    assert days.finish_of(0, 5) == date(2027, 4, 5)
    assert days.finish_of(0, 1) == LAUNCH
    assert days.finish_of(0, 0) == LAUNCH


@pytest.mark.parametrize("count", [-14_000, -5_000, 5_000, 12_000, 40_000])
def test_far_days_are_exact_too(count: int) -> None:
    days = workdays(WEEKDAYS, LAUNCH)

    day = days.date_of(count)

    assert days.day_of(day) == count
    weeks, rest = divmod(count, 5)
    assert abs((day - LAUNCH).days - 7 * weeks) <= rest + 2


@pytest.mark.parametrize(("count", "edge"), [(-60_000, EARLIEST), (60_000, LATEST)])
def test_days_beyond_the_calendar_stop_at_its_edge(count: int, edge: date) -> None:
    day = workdays(WEEKDAYS, LAUNCH).date_of(count)

    assert abs((day - edge).days) <= 3
    assert EARLIEST <= day <= LATEST


def test_a_calendar_in_which_nobody_works_near_launch_finds_the_first_day_after() -> None:
    closed = tuple(LAUNCH - DAY * 2000 + DAY * number for number in range(4000))
    days = Workdays(WorkCalendar(days_off=closed), LAUNCH)

    assert days.date_of(0) == walked(WorkCalendar(days_off=closed), LAUNCH, 0)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2027, 1, 17), 0),
        (date(2027, 1, 18), 1),
        (date(2027, 1, 24), 1),
        (date(2027, 2, 18), 5),
        (date(2027, 3, 30), 11),
    ],
)
def test_the_week_of_the_clock_turns_on_monday(day: date, week: int) -> None:
    assert week_of(date(2027, 1, 19), day) == week


def test_public_holidays_are_days_off_beside_the_own_ones() -> None:
    own, public = date(2027, 3, 29), date(2027, 3, 26)
    calendar = WorkCalendar(days_off=(own,), holidays=(Holiday(on=public, name="Good Friday"),))
    days = workdays(calendar, LAUNCH)

    assert days.date_of(-1) == date(2027, 3, 25)
    assert not days.is_worked(public)
    assert (calendar.name_of(public), calendar.name_of(own)) == ("Good Friday", "")


def test_a_calendar_of_an_older_file_has_no_holidays_and_eight_hours() -> None:
    calendar = WorkCalendar.model_validate({"weekdays": [0, 1, 2, 3, 4], "days_off": ["2027-03-26"]})

    assert (calendar.holidays, calendar.country, calendar.hours) == ((), "", 8)


@pytest.mark.parametrize(("day", "text"), [(-14, "T−14"), (0, "T"), (3, "T+3")])
def test_days_to_launch_are_counted_as_people_say_them(day: int, text: str) -> None:
    assert t_minus(day) == text


@pytest.mark.parametrize(
    ("day", "days", "weeks"),
    [
        (date(2027, 3, 30), 0, 0),
        (date(2027, 3, 24), 6, 0),
        (date(2027, 3, 23), 7, 1),
        (date(2027, 3, 16), 14, 2),
        (date(2027, 4, 6), -7, 0),
    ],
)
def test_calendar_days_and_whole_weeks_to_launch(day: date, days: int, weeks: int) -> None:
    assert (calendar_days_to(LAUNCH, day), weeks_to(LAUNCH, day)) == (days, weeks)


def test_working_days_between_two_dates_count_both_ends() -> None:
    days = workdays(WEEKDAYS, LAUNCH)

    assert days.between(date(2027, 3, 26), date(2027, 3, 30)) == 3
    assert days.between(date(2027, 3, 27), date(2027, 3, 28)) == 0
    assert days.between(date(2027, 3, 30), date(2027, 3, 26)) == 0


def test_the_hour_of_the_launch_knows_its_time_zone_and_summer_time() -> None:
    hour = LaunchHour(at="09:00", zone="Europe/Berlin")

    moments = [hour.on(day) for day in (date(2027, 3, 26), LAUNCH)]

    assert [moment.isoformat() if moment else "" for moment in moments] == [
        "2027-03-26T09:00:00+01:00",
        "2027-03-30T09:00:00+02:00",
    ]


@pytest.mark.parametrize(
    ("at", "zone"), [("", "Europe/Berlin"), ("09:00", ""), ("09:00", "Atlantis/Centre"), ("09:00", "../x")]
)
def test_an_hour_that_is_open_or_in_no_known_zone_is_no_moment(at: str, zone: str) -> None:
    assert LaunchHour(at=at, zone=zone).on(LAUNCH) is None


@pytest.mark.parametrize("at", ["9", "24:00", "09:60", "noon"])
def test_an_hour_is_written_with_four_digits(at: str) -> None:
    with pytest.raises(ValidationError):
        LaunchHour(at=at)
