"""Moving tasks and batons, and how long they take."""

from datetime import date

import pytest

from launchplanner.plan.edits import EditError, Place, Resize, SetDuration
from launchplanner.plan.plan import PHASE, TASK
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, ON_DATE, Start
from tests.builders import a_plan, a_task


def test_tasks_and_batons_are_placed_in_one_step() -> None:
    edit = Place((("product-spec", -28), ("product-to-market", -11)))

    plan = edit.apply(a_plan())

    assert edit.label == "Move 2 parts"
    assert plan.tasks["product-spec"].start == Start(days=-28)
    assert plan.batons["product-to-market"].day == -11


@pytest.mark.parametrize("start", [Start(rule=AS_SOON_AS_POSSIBLE), Start(rule=ON_DATE, on=date(2027, 3, 3))])
def test_a_task_that_somebody_places_follows_launch_day_from_then_on(start: Start) -> None:
    key, task = a_task("Spec")
    plan = a_plan((key, task.replace(start=start)))

    assert Place((("spec", -5),)).apply(plan).tasks["spec"].start == Start(days=-5)


def test_placing_what_is_not_there_is_refused() -> None:
    with pytest.raises(EditError, match="no task or baton “gone”"):
        Place((("product-spec", 1), ("gone", 1))).apply(a_plan())


def test_a_day_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(EditError, match="“99999” does not fit day"):
        Place((("product-to-market", 99_999),)).apply(a_plan())
    with pytest.raises(EditError):
        Place((("product-spec", 99_999),)).apply(a_plan())


def test_a_duration_of_nothing_is_a_milestone_and_less_is_refused() -> None:
    assert SetDuration("product-spec", 0).apply(a_plan()).tasks["product-spec"].duration == 0
    with pytest.raises(EditError, match="“Product spec” cannot take less than no time"):
        SetDuration("product-spec", -1).apply(a_plan())
    with pytest.raises(EditError, match="“3651” does not fit duration"):
        SetDuration("product-spec", 3651).apply(a_plan())


def test_a_bar_and_a_band_are_resized_at_either_end() -> None:
    plan = Resize(PHASE, "build", -33, 22).apply(Resize(TASK, "product-spec", -29, 3).apply(a_plan()))

    assert (plan.tasks["product-spec"].start.days, plan.tasks["product-spec"].duration) == (-29, 3)
    assert (plan.phases["build"].start, plan.phases["build"].days) == (-33, 22)


def test_a_phase_of_no_days_is_refused() -> None:
    with pytest.raises(EditError, match="“0” does not fit days"):
        Resize(PHASE, "build", 0, 0).apply(a_plan())
