"""Planning a selection backward from launch day, or forward from the first day."""

from hypothesis import given
from hypothesis import strategies as st

from launchplanner.plan.plan import Plan
from launchplanner.schedule import Span, scheduled
from launchplanner.schedule.backward import backward, forward, planned
from tests.builders import a_link, a_plan, a_task
from tests.schedule.drawn import dated
from tests.schedule.test_schedule import unpinned

SPEC, FRAMEWORK, BATON = "product-spec", "message-framework", "product-to-market"


def test_backward_everything_ends_where_what_follows_begins() -> None:
    plan = a_plan()

    assert backward(plan, scheduled(plan)) == {
        SPEC: Span(-15, -5),
        BATON: Span(-5, -5),
        FRAMEWORK: Span(-5, 0),
    }


def test_what_is_not_planned_along_bounds_the_rest() -> None:
    plan = a_plan()

    assert backward(plan, scheduled(plan), [SPEC]) == {SPEC: Span(-21, -11)}  # the pass stays at the end of day −12
    assert forward(plan, scheduled(plan), [FRAMEWORK]) == {FRAMEWORK: Span(-11, -6)}


def test_forward_everything_begins_where_what_it_waits_for_ends() -> None:
    plan = a_plan()

    assert forward(plan, scheduled(plan)) == {SPEC: Span(-31, -21), BATON: Span(-21, -21), FRAMEWORK: Span(-21, -16)}


def test_launch_day_and_what_is_done_stay() -> None:
    plan = a_plan(
        a_task("A", start=-9, status="done"), a_task("B", start=-9), a_task("Launch", start=0), a_link("b", "launch"),
        launch_task="launch",
    )  # fmt: skip

    assert backward(plan, scheduled(plan), ["a", "b", "launch", "gone"]) == {"b": Span(-1, 0)}


def test_the_edit_puts_them_there_and_none_is_made_where_all_stand_there() -> None:
    plan = a_plan()
    edit = planned(plan, scheduled(plan), backward(plan, scheduled(plan)))
    assert edit is not None

    after = edit.apply(plan)

    assert after.batons[BATON].day == -6
    assert backward(plan, scheduled(plan)).items() <= scheduled(after).spans.items()
    assert scheduled(after).launch_float == 0
    assert planned(after, scheduled(after), backward(after, scheduled(after))) is None


@given(dated(), st.data())
def test_planning_backward_adds_no_conflict(plan: Plan, data: st.DataObject) -> None:
    schedule = scheduled(plan)
    keys = data.draw(st.sets(st.sampled_from(sorted(schedule.spans) or [""])))
    spans = {**schedule.spans, **backward(plan, schedule, keys)}
    network = schedule.work.frame.network

    for key in backward(plan, schedule, keys):
        for after, _kind, _lag, link in network.out_of[network.place[key]]:
            dependency, behind = plan.dependencies[link], network.keys[after]
            before, then = spans[key], spans[behind]
            at = before.finish if dependency.type in {"FS", "FF"} else before.start
            of = then.start if dependency.type in {"FS", "SS"} else then.finish
            assert at + dependency.lag <= of


@given(unpinned())
def test_in_an_unpinned_network_backward_and_forward_are_the_late_and_early_days(plan: Plan) -> None:
    schedule = scheduled(plan)

    assert backward(plan, schedule) == {key: schedule.late_span(key) for key in schedule.spans}
    assert forward(plan, schedule) == {key: schedule.early_span(key) for key in schedule.spans}
