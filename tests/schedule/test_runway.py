"""What a late baton costs its receiver."""

from datetime import date

import pytest

from launchplanner.plan.edits import Change
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.people import Away
from launchplanner.plan.plan import BATON as BATON_KIND
from launchplanner.plan.plan import PERSON, Plan
from launchplanner.reports.runway import runway_rows, total_sentence
from launchplanner.schedule import forecast, scheduled
from launchplanner.schedule.runway import Runways, runways, used_by_receiver
from tests.builders import a_plan
from tests.plan.relay import BATON, JONAS, answered, offered, read_back

LAST = 8
"""The last day of the phase that the baton opens; it passes on day −12, so its runway is 20 days."""


def seen(plan: Plan, today: int) -> Runways:
    schedule = scheduled(plan)
    return runways(plan, schedule, forecast(plan, schedule, today))


def said(plan: Plan, today: int) -> str:
    (row,) = runway_rows(Lookup(plan), seen(plan, today))
    return row.sentence


def accepted(on: str) -> Plan:
    plan = answered(read_back(offered()))
    baton = plan.batons[BATON]
    events = {key: event.replace(at=f"{on}T15:00+02:00") for key, event in baton.events.items()}
    return plan.replace(batons=plan.batons.with_(BATON, baton.replace(events=baton.events.updated(events))))


def test_a_baton_that_is_not_late_leaves_its_receiver_all_days() -> None:
    found = seen(a_plan(), -20)

    assert [(one.baton, one.receiver, one.days, one.used, one.kept) for one in found.each] == [
        (BATON, JONAS, 20, 0, 20)
    ]


@pytest.mark.parametrize(("today", "used"), [(-12, 0), (-11, 1), (-6, 6), (8, 20), (20, 20)])
def test_each_day_it_is_late_is_a_day_less_until_none_is_left(today: int, used: int) -> None:
    (one,) = seen(a_plan(), today).each

    assert (one.used, one.kept) == (used, 20 - used)


def test_an_acceptance_ends_the_loss_on_its_day() -> None:
    (late,) = seen(accepted("2027-04-02"), 5).each
    (early,) = seen(accepted("2027-03-24"), 5).each

    assert (late.used, late.late, late.has_passed) == (5, 5, True)
    assert (early.used, early.late) == (0, 0)


def test_days_on_which_the_receiver_is_away_are_no_runway_and_no_loss() -> None:
    away = (Away(start=date(2027, 3, 29), end=date(2027, 3, 31)), Away(start=date(2027, 3, 31), end=date(2027, 4, 1)))
    plan = Change(PERSON, JONAS, {"away": away}).apply(a_plan())

    (one,) = seen(plan, -6).each

    assert (one.days, one.used) == (16, 2)


def test_work_that_is_behind_before_the_pass_is_expected_to_cost_days() -> None:
    (one,) = seen(a_plan(), -18).each

    assert (one.used, one.expected, one.to_be_kept) == (0, 3, 17)


def test_without_a_phase_to_open_the_runway_ends_with_the_work_that_waits() -> None:
    plan = a_plan()
    baton = plan.batons[BATON].replace(opens_phase="")
    (one,) = seen(plan.replace(batons=plan.batons.with_(BATON, baton)), -9).each

    assert (one.phase, one.days, one.used) == ("", 5, 3)  # the framework takes the five days after the pass


def test_a_baton_behind_which_nothing_waits_has_no_runway() -> None:
    plan = Change(BATON_KIND, BATON, {"opens_phase": ""}).apply(a_plan(dependencies={}))

    assert seen(plan, 0).each == ()


def test_what_is_said() -> None:
    assert said(a_plan(), -6) == "“Product to market” is six working days late: Positioning keeps 14 of 20 days."
    assert said(accepted("2027-04-02"), 0) == (
        "“Product to market” passed five working days late: Positioning keeps 15 of 20 days."
    )
    assert said(a_plan(), -18) == (
        "If nothing changes, “Product to market” uses up three days of the 20 that Positioning has."
    )
    assert said(a_plan(), -30) == "Positioning has all 20 days."
    assert total_sentence(seen(a_plan(), -6)) == "Late batons have used up 6 of the 20 working days that receivers had."
    assert total_sentence(seen(a_plan(), -30)) == "No receiver has lost a day."
    assert used_by_receiver(seen(a_plan(), -6).each) == {JONAS: 6}
