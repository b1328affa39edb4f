"""How much lies on whom, and levelling that moves no baton and no launch day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from launchplanner.plan.plan import Plan
from launchplanner.schedule import scheduled
from launchplanner.schedule.load import Levelling, Move, WeekLoad, levelled, tasks_on, week_loads
from tests.builders import a_baton, a_link, a_phase, a_plan, a_task
from tests.schedule.drawn import dated


def held(plan: Plan) -> dict[str, str]:
    return {key: task.owner for key, task in plan.tasks.items() if not task.is_settled}


def level(plan: Plan, at_once: int = 1) -> Levelling:
    return levelled(plan, scheduled(plan), held(plan), at_once)


def test_weeks_count_days_of_work_and_the_most_tasks_at_once() -> None:
    plan = a_plan(
        a_task("A", "ana", start=-31, duration=7), a_task("B", "ana", start=-30, duration=2),
        a_task("C", "bo", start=-31), a_task("Gate", "bo", start=-31, duration=0),
    )  # fmt: skip
    schedule = scheduled(plan)

    found = week_loads(schedule.spans, held(plan), schedule.days, date(2027, 3, 1), 3)

    assert found == {
        "ana": [WeekLoad(7, 2), WeekLoad(2, 1), WeekLoad(0, 0)],
        "bo": [WeekLoad(1, 1), WeekLoad(0, 0), WeekLoad(0, 0)],
    }
    assert tasks_on(schedule.spans, held(plan))["ana"][-30] == ["a", "b"]


def test_what_has_float_moves_past_what_has_none() -> None:
    plan = a_plan(
        a_task("A", "ana", start=-31, duration=3), a_task("B", "ana", start=-31, duration=2),
        a_task("Next", "bo", start=-28), a_link("a", "next"),
    )  # fmt: skip

    found = level(plan)

    assert found.moves == (Move("b", "ana", -31, -28),)
    assert (found.before, found.left) == ({"ana": 2}, {})
    assert found.edit is not None
    assert scheduled(found.edit.apply(plan)).spans["b"].start == -28


def test_what_waits_a_baton_and_the_end_of_the_phase_are_never_crossed() -> None:
    two = (a_task("A", "ana", start=-31, duration=3), a_task("B", "ana", start=-31, duration=3))
    bounds = (
        (a_baton("Pass", day=-28), a_link("a", "pass"), a_link("b", "pass")),
        (a_task("Next", "bo", start=-28), a_link("a", "next"), a_link("b", "next")),
        (a_phase("Build", -31, 4),),
    )
    for parts in bounds:
        found = level(a_plan(*two, *parts))

        assert found.moves == ()
        assert found.edit is None
        assert found.left == found.before == {"ana": 3}


def test_launch_day_and_what_is_under_way_stay() -> None:
    plan = a_plan(
        a_task("Launch", "ana", start=0), a_task("B", "ana", start=0, progress=10), launch_task="launch",
    )  # fmt: skip

    assert level(plan).moves == ()


def test_two_in_hand_are_allowed_where_two_are() -> None:
    plan = a_plan(a_task("A", "ana", start=-31), a_task("B", "ana", start=-31))

    assert level(plan, at_once=2).moves == ()


@given(dated(), st.integers(1, 3))
def test_in_any_plan_levelling_leaves_no_more_overload_and_moves_nothing_else(plan: Plan, at_once: int) -> None:
    schedule = scheduled(plan)
    found = level(plan, at_once)
    after = scheduled(found.edit.apply(plan)) if found.edit else schedule
    moved = {move.task for move in found.moves}

    assert sum(found.left.values()) <= sum(found.before.values())
    assert plan.launch_task not in moved
    assert all(after.spans[key] == span for key, span in schedule.spans.items() if key not in moved)
    assert all(after.spans[move.task].start == move.to > move.start for move in found.moves)
    assert after.launch_float == schedule.launch_float or min(after.launch_float, schedule.launch_float) >= 0
