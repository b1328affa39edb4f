"""Three ways in which the rest gives way, each with its preview and one edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.app.history import History
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, MUST_FINISH, NO_EARLIER, ON_DATE, Start
from launchplanner.schedule import Span, scheduled
from launchplanner.schedule.shifting import KEEP_BUFFERS, KEEP_DISTANCES, USE_BUFFERS, WAYS, Shifted, shifted, told
from tests.builders import LAUNCH_DAY, a_baton, a_link, a_plan, a_task
from tests.schedule.drawn import dated


def a_row(status: str = "planned") -> Plan:
    """Return A on days 0 and 1, B from day 3, C from day 5 right behind it, D from day 9."""
    return a_plan(
        a_task("A", start=0, duration=2), a_task("B", start=3, duration=2, status=status), a_task("C", start=5),
        a_task("D", start=9), a_link("a", "b"), a_link("b", "c"), a_link("c", "d"), launch_task="",
    )  # fmt: skip


def after(plan: Plan, key: str, start: int, way: str) -> Shifted:
    schedule = scheduled(plan)
    return shifted(plan, schedule, {key: Span(start, start + schedule.spans[key].days)}, way)


def starts(found: Shifted) -> dict[str, int]:
    return {key: span.start for key, span in found.followers.items()}


@pytest.mark.parametrize(
    ("way", "start", "followers"),
    [
        (USE_BUFFERS, 1, {}),
        (USE_BUFFERS, 2, {"b": 4, "c": 6}),
        (USE_BUFFERS, 6, {"b": 8, "c": 10, "d": 11}),
        (KEEP_BUFFERS, 1, {"b": 4, "c": 6, "d": 10}),
        (KEEP_BUFFERS, -3, {}),
        (KEEP_DISTANCES, 1, {"b": 4, "c": 6, "d": 10}),
        (KEEP_DISTANCES, -3, {"b": 0, "c": 2, "d": 6}),
    ],
)
def test_what_follows(way: str, start: int, followers: dict[str, int]) -> None:
    assert starts(after(a_row(), "a", start, way)) == followers


def test_a_day_of_buffer_in_front_of_another_predecessor_is_kept_with_the_later_of_both() -> None:
    plan = a_plan(
        a_task("A", start=0), a_task("Z", start=6), a_task("B", start=9), a_link("a", "b"), a_link("z", "b"),
        launch_task="",
    )  # fmt: skip

    assert starts(after(plan, "a", 4, KEEP_BUFFERS)) == {}  # Z still asks for more
    assert starts(after(plan, "a", 8, KEEP_BUFFERS)) == {"b": 11}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_settled_stays_and_stops_the_rest(way: str) -> None:
    assert starts(after(a_row(status="done"), "a", 7, way)) == {}


@pytest.mark.parametrize("way", WAYS)
def test_a_baton_and_launch_day_stay_and_are_named(way: str) -> None:
    plan = a_plan(
        a_task("A", start=-5, duration=2), a_baton("Pass", day=-3), a_task("Launch day", start=0),
        a_link("a", "pass"), a_link("a", "launch-day"), launch_task="launch-day",
    )  # fmt: skip

    found = after(plan, "a", -1, way)

    assert found.followers == {}
    assert found.stuck == {"pass", "launch-day"}
    assert told(found) == "2 do not give way"


def test_what_follows_is_said_in_a_few_words() -> None:
    assert told(after(a_row(), "a", 2, USE_BUFFERS)) == "2 tasks follow"
    assert told(after(a_row(), "a", 0, USE_BUFFERS)) == ""


@pytest.mark.parametrize("way", WAYS)
def test_nothing_moves_before_the_one_edit_and_undo_brings_all_back(way: str) -> None:
    plan = a_row()
    found = after(plan, "a", 4, way)
    assert found.edit is not None

    history = History(plan)
    history.push(found.edit.apply(plan), found.edit.label)

    spans = scheduled(history.plan).spans
    assert {key: spans[key] for key in found.followers} == found.followers
    assert spans["a"] == Span(4, 6)
    assert found.edit.label == "Move “A”"
    assert history.move(-1) is plan


def test_nothing_to_move_is_no_edit() -> None:
    assert after(a_row(), "a", 0, KEEP_BUFFERS).edit is None


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (Start(rule=ON_DATE, on=LAUNCH_DAY), ON_DATE),
        (Start(rule=MUST_FINISH, days=1), MUST_FINISH),
        (Start(rule=NO_EARLIER, days=0), NO_EARLIER),
        (Start(rule="finish no earlier", on=LAUNCH_DAY), "finish no earlier"),
        (Start(days=0), "anchored"),
        (Start(rule=AS_SOON_AS_POSSIBLE), "anchored"),
        (Start(rule="no later", days=9), "anchored"),
    ],
)
def test_a_task_that_moves_keeps_the_rule_by_which_it_gets_its_day(start: Start, expected: str) -> None:
    plan = a_plan(("a", a_task("A", duration=2)[1].replace(start=start)), launch_task="")

    edit = after(plan, "a", 7, USE_BUFFERS).edit
    assert edit is not None
    moved = edit.apply(plan)

    assert scheduled(moved).spans["a"] == Span(7, 9)
    assert moved.tasks["a"].start.rule == expected


@given(dated(), st.data())
def test_any_preview_is_what_the_edit_does(plan: Plan, data: st.DataObject) -> None:
    schedule = scheduled(plan)
    movable = sorted(key for key, task in plan.tasks.items() if not task.start.is_driven)
    if not movable or any(task.start.rule == "alap" for task in plan.tasks.values()):
        return
    key, way = data.draw(st.sampled_from(movable)), data.draw(st.sampled_from(WAYS))
    span = schedule.spans[key]
    start = data.draw(st.integers(-60, 60))
    found = shifted(plan, schedule, {key: Span(start, start + span.days)}, way)

    spans = scheduled(found.edit.apply(plan)).spans if found.edit else schedule.spans

    assert spans[key].start == start
    for other, then in found.followers.items():
        if not plan.tasks[other].start.is_driven:
            assert spans[other] == then
    assert not found.followers.keys() & plan.batons.keys()
    assert plan.launch_task not in found.followers
