"""Slip against a baseline: in working days, for tasks, batons, phases and launch day."""

from datetime import date

import pytest

from launchplanner.formats.native import read_plan, write_plan
from launchplanner.plan.edits import (
    Add,
    ChangeLaunch,
    EditError,
    Place,
    Remove,
    RemoveBaseline,
    SetDuration,
    SetHolidays,
    TakeBaseline,
)
from launchplanner.plan.plan import TASK, Plan
from launchplanner.schedule import scheduled
from launchplanner.schedule.baselines import Slips, baseline_named, baseline_of, slips
from tests.builders import a_plan, a_task

SPEC, FRAMEWORK, LAUNCH, BATON = "product-spec", "message-framework", "launch-day", "product-to-market"


def taken(plan: Plan | None = None, title: str = "As promised") -> Plan:
    plan = plan or a_plan()
    return baseline_of(scheduled(plan), title, "mira-okafor", date(2027, 2, 22)).apply(plan)


def slipped(plan: Plan) -> Slips:
    baseline = baseline_named(plan, "As promised")
    assert baseline is not None
    return slips(plan, scheduled(plan), baseline)


def test_a_baseline_says_its_name_who_took_it_and_when_and_outlives_a_file() -> None:
    plan = read_plan(write_plan(taken()), "p")

    (baseline,) = plan.baselines.values()
    assert (baseline.title, baseline.taken_by, baseline.taken_on) == ("As promised", "mira-okafor", date(2027, 2, 22))
    assert set(baseline.spans) == {SPEC, FRAMEWORK, LAUNCH, BATON}


def test_nothing_has_slipped_from_a_baseline_just_taken() -> None:
    found = slipped(taken())

    assert set(found.finish.values()) == set(found.start.values()) == {0}
    assert (found.launch, found.gone, found.new) == (0, (), ())


def test_what_moves_or_grows_slips_and_the_rest_does_not() -> None:
    plan = SetDuration(FRAMEWORK, 7).apply(Place(((SPEC, -28), (BATON, -9))).apply(taken()))

    found = slipped(plan)

    assert found.start == {SPEC: 3, BATON: 3, FRAMEWORK: 0, LAUNCH: 0}
    assert found.finish == {SPEC: 3, BATON: 3, FRAMEWORK: 2, LAUNCH: 0}
    assert found.phases == {"build": 3, "positioning": 0}


def test_a_phase_slips_by_what_its_last_work_slips() -> None:
    assert slipped(SetDuration(SPEC, 4).apply(taken())).phases["build"] == -6


def test_a_launch_a_week_later_has_slipped_five_days_with_all_that_hangs_on_it() -> None:
    found = slipped(ChangeLaunch({"launch_day": date(2027, 4, 20)}).apply(taken()))

    assert found.launch == 5
    assert set(found.finish.values()) == {5}


def test_a_holiday_between_does_not_count_as_slip() -> None:
    # Work counts its days from launch day, so a day off moves what comes before it on the calendar, and slips nothing.
    found = slipped(SetHolidays("IE", "", ((date(2027, 3, 17), "Saint Patrick’s Day"),)).apply(taken()))

    assert set(found.finish.values()) == {0}


def test_what_came_and_went_since_is_named() -> None:
    plan = Add(TASK, "kit", a_task("Press kit")[1]).apply(Remove(TASK, (FRAMEWORK,)).apply(taken()))

    found = slipped(plan)

    assert (found.gone, found.new) == ((FRAMEWORK,), ("kit",))
    assert FRAMEWORK not in found.finish


def test_several_baselines_stand_side_by_side_and_one_can_go() -> None:
    plan = taken(SetDuration(SPEC, 12).apply(taken()), "After the fair")
    assert sorted(baseline.title for baseline in plan.baselines.values()) == ["After the fair", "As promised"]

    key = next(key for key, baseline in plan.baselines.items() if baseline.title == "As promised")
    assert [one.title for one in RemoveBaseline(key).apply(plan).baselines.values()] == ["After the fair"]


def test_a_baseline_is_found_by_its_name_or_id() -> None:
    plan = taken()
    ((key, baseline),) = plan.baselines.items()

    assert baseline_named(plan, "As promised") is baseline_named(plan, key) is baseline
    assert baseline_named(plan, "as promised?") is None


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (TakeBaseline(" ", {SPEC: (0, 1)}), "needs a name"),
        (TakeBaseline("Empty", {}), "no task or baton yet"),
        (TakeBaseline("Gone", {"gone": (0, 1)}), "no task or baton “gone”"),
        (TakeBaseline("As promised", {SPEC: (0, 1)}), "already"),
    ],
)
def test_a_baseline_that_cannot_be_is_refused(edit: TakeBaseline, said: str) -> None:
    with pytest.raises(EditError, match=said):
        edit.apply(taken())


def test_the_same_baseline_taken_in_two_copies_is_one() -> None:
    assert taken().baselines == taken().baselines
    assert taken(taken()) == taken()
