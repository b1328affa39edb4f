"""Ownership debt over time, as it is kept in the plan."""

from datetime import date

from launchplanner.plan.debt import debt_readings, with_debt
from launchplanner.plan.records import DebtReading
from tests.builders import a_plan


def test_a_day_has_one_reading_the_last() -> None:
    plan = with_debt(with_debt(a_plan(), date(2027, 3, 2), 9), date(2027, 3, 1), 12)

    assert debt_readings(with_debt(plan, date(2027, 3, 2), 4)) == ((date(2027, 3, 1), 12), (date(2027, 3, 2), 4))
    assert with_debt(plan, date(2027, 3, 2), 9) is plan


def test_a_key_that_is_no_day_is_passed_over() -> None:
    plan = a_plan()
    typed = plan.replace(debt=plan.debt.with_("yesterday", DebtReading(tasks=3)))

    assert debt_readings(typed) == ()
