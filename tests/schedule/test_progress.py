"""What will happen: progress on a day, the forecast of everything that waits, and the states this leads to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.plan.plan import Plan
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, DONE, Start
from launchplanner.schedule import Forecast, Span, forecast, scheduled
from launchplanner.schedule.progress import AT_RISK, LATE, ON_TRACK, SETTLED, passed_on
from tests.builders import a_link, a_plan, a_task
from tests.plan.relay import BATON, answered, offered, read_back
from tests.schedule.drawn import dated

SPEC, FRAMEWORK, LAUNCH = "product-spec", "message-framework", "launch-day"


def seen(plan: Plan, today: int) -> Forecast:
    return forecast(plan, scheduled(plan), today)


def with_task(key: str, **fields: object) -> Plan:
    plan = a_plan()
    return plan.replace(tasks=plan.tasks.with_(key, plan.tasks[key].replace(**fields)))


def test_before_it_begins_a_sound_plan_is_forecast_as_planned() -> None:
    plan = a_plan()

    found = seen(plan, plan.first - 5)

    assert found.spans == scheduled(plan).spans
    assert set(found.states.values()) == {ON_TRACK}
    assert found.launch == 0


def test_what_should_have_begun_starts_today_at_the_earliest() -> None:
    found = seen(a_plan(), -25)

    assert found.spans[SPEC] == Span(-25, -15)
    assert found.states[SPEC] == LATE


def test_late_work_uses_up_the_gap_first_and_then_pushes_the_baton_and_launch_day() -> None:
    assert seen(a_plan(), -22).spans[BATON] == Span(-11, -11)  # the pass on day −12 still holds

    found = seen(a_plan(), -18)

    assert found.spans[SPEC] == Span(-18, -8)
    assert found.spans[BATON] == Span(-8, -8)
    assert found.states[BATON] == AT_RISK
    assert found.driving[BATON] == f"{SPEC}>{BATON}"
    assert found.launch == 0  # the framework has six days to spare
    assert seen(a_plan(), -10).launch == 5


def test_what_has_begun_ends_when_what_is_left_of_it_is_done() -> None:
    half_done = with_task(SPEC, progress=50)
    said_otherwise = with_task(SPEC, progress=50, remaining=2)
    begun_early = with_task(SPEC, started=date(2027, 2, 26), remaining=3)

    assert seen(half_done, -25).spans[SPEC] == Span(-31, -20)
    assert seen(said_otherwise, -25).spans[SPEC] == Span(-31, -23)
    assert seen(begun_early, -31).spans[SPEC] == Span(-32, -28)


@pytest.mark.parametrize(("progress", "left"), [(0, 10), (1, 10), (10, 9), (55, 5), (99, 1), (100, 0)])
def test_progress_leaves_whole_days_rounded_up(progress: int, left: int) -> None:
    assert with_task(SPEC, progress=progress).tasks[SPEC].days_left == left


def test_what_is_done_stands_where_it_happened_and_what_is_free_follows_earlier() -> None:
    follower = a_task("Pilot", start=0)[1].replace(start=Start(rule=AS_SOON_AS_POSSIBLE))
    plan = a_plan(
        a_task("Spec", duration=10, status=DONE, started=date(2027, 3, 2), finished=date(2027, 3, 5)),
        ("pilot", follower),
        a_link("spec", "pilot"),
    )

    found = seen(plan, -29)

    assert found.spans["spec"] == Span(-30, -26)
    assert found.spans["pilot"] == Span(-26, -25)
    assert found.states == {"spec": SETTLED, "pilot": ON_TRACK, BATON: ON_TRACK}


def test_what_was_done_on_an_unknown_day_was_done_by_yesterday() -> None:
    plan = with_task(SPEC, status=DONE)

    assert seen(plan, -25).spans[SPEC] == Span(-35, -25)
    assert seen(plan, -5).spans[SPEC] == Span(-31, -21)


def test_what_was_dropped_holds_nothing_up() -> None:
    plan = a_plan(
        a_task("Spec", duration=10, status="dropped"),
        ("pilot", a_task("Pilot")[1].replace(start=Start(rule=AS_SOON_AS_POSSIBLE))),
        a_link("spec", "pilot"),
    )

    assert seen(plan, -31).spans["pilot"] == Span(-31, -30)


def test_a_baton_passes_on_the_day_it_was_accepted() -> None:
    plan = answered(read_back(offered()))

    found = seen(plan, 0)

    assert passed_on(plan, scheduled(plan).days) == {BATON: -12}
    assert found.spans[BATON] == Span(-11, -11)
    assert found.states[BATON] == SETTLED


def test_a_baton_that_should_have_passed_is_late_and_passes_today_at_the_earliest() -> None:
    found = seen(with_task(SPEC, status=DONE), -9)

    assert found.spans[BATON].start == -8
    assert found.states[BATON] == LATE


def test_a_task_with_less_time_than_it_takes_is_at_risk_before_it_is_late() -> None:
    found = seen(a_plan(a_task("Spec", duration=4, progress=25, remaining=6)), -30)

    assert found.states["spec"] == AT_RISK


@given(dated(), st.integers(-80, 40))
def test_nothing_open_is_forecast_before_today_or_before_what_it_waits_for(plan: Plan, today: int) -> None:
    schedule = scheduled(plan)
    found = forecast(plan, schedule, today)

    assert found.spans.keys() == found.states.keys() == schedule.spans.keys()
    for key, span in found.spans.items():
        task = plan.tasks.get(key)
        assert span.start <= span.finish
        if task is not None and not task.is_settled:
            assert span.finish >= today
            assert task.has_begun or span.start >= today
    for key, link in found.driving.items():
        assert plan.dependencies[link].successor == key


@given(dated())
def test_long_before_the_plan_nothing_that_has_not_begun_is_earlier_than_its_links_allow(plan: Plan) -> None:
    open_tasks = {
        key: task.replace(status="planned", progress=0, started=None, finished=None) for key, task in plan.tasks.items()
    }
    plan = plan.replace(tasks=plan.tasks.updated(open_tasks))
    schedule = scheduled(plan)

    found = forecast(plan, schedule, -500, {})

    assert all(found.spans[key].start >= schedule.spans[key].start for key in schedule.spans)
