"""Bands, weeks, zones and today above the rows."""

from datetime import date

from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.values import Table
from launchplanner.plan.work import Phase
from tests.reports.timeline_plans import FIRST, a_baton, a_plan, a_task, a_timeline, day


def test_a_run_of_phases_with_one_lead_is_one_band() -> None:
    plan = a_plan(
        phases=Table(
            {
                "spec": Phase(title="Spec", lead="pm", start=day(0), days=10),
                "build": Phase(title="Build", lead="pm", start=day(10), days=20),
                "pos": Phase(title="Positioning", lead="pmm", start=day(30), days=10),
                "gap": Phase(title="Gap", start=day(40), days=5),
                "run": Phase(title="Run", lead="Tessa Brandt", start=day(45), days=5),
            }
        )
    )

    assert [
        (band.start - FIRST, band.finish - FIRST, band.text, band.family) for band in a_timeline(plan).head.bands
    ] == [
        (0, 30, "PM leads · Mira Okafor", "pm"),
        (30, 40, "PMM leads · Jonas Reyes", "pmm"),
        (40, 45, "Nobody leads", ""),
        (45, 50, "Tessa Brandt leads", "sales"),
    ]


def test_a_lead_whom_nobody_holds_is_named_by_the_role_alone() -> None:
    assert a_timeline(a_plan(people=Table())).head.bands[0].text == "PM leads"


def test_twelve_weeks_have_twelve_columns_of_five_days() -> None:
    weeks = a_timeline(a_plan()).head.weeks(day(0), day(60))

    assert [week.text for week in weeks] == [f"W{number}" for number in range(1, 13)]
    assert [week.start - FIRST for week in weeks] == list(range(0, 60, 5))
    assert weeks[0].monday == date(2027, 1, 18)


def test_a_week_with_a_holiday_is_narrower_and_one_without_work_is_left_out() -> None:
    # Day counts lead back over the six days off, so the clock begins on Fri 8 January.
    holidays = (date(2027, 3, 22), *(date(2027, 3, 8 + n) for n in range(5)))
    weeks = a_timeline(a_plan(calendar=WorkCalendar(days_off=holidays))).head.weeks(FIRST + 4, FIRST + 60)

    assert [(week.number, week.finish - week.start) for week in weeks if week.finish - week.start != 5] == [(12, 4)]
    assert 10 not in [week.number for week in weeks]


def test_weeks_before_the_clock_count_down() -> None:
    assert [week.number for week in a_timeline(a_plan()).head.weeks(day(-10), day(5))] == [-1, 0, 1]


def test_today_stands_in_the_middle_of_its_column_and_at_weekends_on_the_line() -> None:
    thursday = a_timeline(a_plan()).head.today
    saturday = a_timeline(a_plan(), today=date(2027, 2, 20)).head.today

    assert (thursday.at - FIRST, thursday.text) == (23.5, "Today, W5")
    assert saturday.at - FIRST == 25


def test_launch_day_is_marked() -> None:
    head = a_timeline(a_plan()).head

    assert (head.launch, head.launch_text) == (0, "Launch Tue 30 Mar")


def test_only_main_batons_hatch_a_whole_column() -> None:
    batons = {"main": a_baton("Product to market", 29, kind="main", closes=3), "side": a_baton("Build to test", 19)}
    zones = a_timeline(a_plan(batons=batons)).head.zones

    assert [(zone.baton, zone.start - FIRST, zone.finish - FIRST) for zone in zones] == [("main", 27, 33)]


def test_the_clock_fits_the_window_with_what_hangs_over_it() -> None:
    head = a_timeline(a_plan({"late": a_task("Late", 58, 5)})).head

    assert (head.fit.start - FIRST, head.fit.finish - FIRST, head.fit.days) == (0, 63, 63)


def test_what_lies_far_outside_can_be_scrolled_to_but_is_not_fitted_in() -> None:
    head = a_timeline(a_plan({"far": a_task("Far", 400, 5), "old": a_task("Old", -300)})).head

    assert (head.whole.start - FIRST, head.whole.finish - FIRST) == (-300, 405)
    assert (head.fit.start - FIRST, head.fit.finish - FIRST) == (-15, 75)
