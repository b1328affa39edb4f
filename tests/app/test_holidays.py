"""Public holidays as days off, looked up only when asked for."""

import subprocess
import sys
from datetime import date

import pytest

from launchplanner.app.holidays import public_holidays, regions, with_holidays, without_holidays
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.plan.edits import ChangeLaunch, EditError, SetDayOff
from launchplanner.plan.workdays import workdays
from launchplanner.schedule import scheduled
from tests.builders import a_plan

GOOD_FRIDAY, EASTER_MONDAY = date(2027, 3, 26), date(2027, 3, 29)


def test_countries_have_their_regions() -> None:
    assert {"BY", "HH"} <= set(regions()["DE"])
    assert list(regions()) == sorted(regions())


def test_what_holds_in_a_region_and_what_in_all_of_a_country() -> None:
    bavaria, all_of_it = (dict(public_holidays("DE", region, [2027])) for region in ("BY", ""))

    assert GOOD_FRIDAY in all_of_it
    assert date(2027, 1, 6) in bavaria
    assert date(2027, 1, 6) not in all_of_it
    assert all_of_it.keys() < bavaria.keys()


def test_work_stands_on_the_same_count_and_steps_over_the_days_off() -> None:
    plan = a_plan()
    before = scheduled(plan)

    after = scheduled(with_holidays(plan, "DE").apply(plan))

    assert after.spans == before.spans
    assert before.first_date("product-spec") == date(2027, 3, 1)
    assert after.first_date("product-spec") == date(2027, 2, 25)  # both days of Easter lie before launch day
    assert not after.days.is_worked(GOOD_FRIDAY)


def test_a_clock_over_the_turn_of_a_year_has_the_holidays_of_both() -> None:
    plan = ChangeLaunch({"launch_day": date(2027, 1, 12)}).apply(a_plan())

    years = {day.year for day, _name in with_holidays(plan, "DE").days}

    assert years == {2026, 2027}


def test_own_days_off_are_kept_apart_and_stay() -> None:
    own = date(2027, 3, 17)
    plan = with_holidays(a_plan(), "DE", "BY").apply(SetDayOff(own).apply(a_plan()))
    assert (plan.calendar.country, plan.calendar.region, plan.calendar.days_off) == ("DE", "BY", (own,))
    assert plan.calendar.name_of(EASTER_MONDAY)
    assert read_plan(write_plan(plan), "p") == plan

    without = without_holidays().apply(plan)
    assert (without.calendar.country, without.calendar.holidays, without.calendar.days_off) == ("", (), (own,))
    assert workdays(without.calendar, without.launch_day).is_worked(EASTER_MONDAY)


@pytest.mark.parametrize(("country", "region", "said"), [("XX", "", "“XX”"), ("DE", "ZZ", "It has: .*BB, BE, BW")])
def test_an_unknown_place_is_refused_with_a_sentence(country: str, region: str, said: str) -> None:
    with pytest.raises(EditError, match=said):
        with_holidays(a_plan(), country, region)


def test_the_package_is_not_loaded_before_it_is_asked() -> None:
    code = "import sys, launchplanner.app.holidays, launchplanner.app.document; print('holidays' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "False"
