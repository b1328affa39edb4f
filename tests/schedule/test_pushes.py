"""What has to move along when something moves, and what stays where it is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from launchplanner.formats.templates import template
from launchplanner.plan.edits import Place
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.plan.templates import new_plan
from launchplanner.schedule import Span, pushed, scheduled
from launchplanner.schedule.network import required_start
from tests.builders import a_link, a_plan, a_task
from tests.schedule.drawn import dated


def a_row(status: str = "planned") -> Plan:
    return a_plan(
        a_task("A", start=0, duration=2), a_task("B", start=3, duration=2, status=status), a_task("C", start=5),
        a_link("a", "b"), a_link("b", "c"),
    )  # fmt: skip


def after_moving(plan: Plan, key: str, start: int) -> dict[str, int]:
    days = plan.tasks[key].duration
    return pushed(plan, scheduled(plan), {key: Span(start, start + days)})


def test_a_gap_is_used_up_first_and_then_each_moves_only_as_far_as_it_must() -> None:
    assert after_moving(a_row(), "a", 1) == {}
    assert after_moving(a_row(), "a", 2) == {"b": 4, "c": 6}
    assert after_moving(a_row(), "a", -5) == {}


def test_what_is_done_or_dropped_stays_and_stops_the_push() -> None:
    assert after_moving(a_row(status="done"), "a", 9) == {}
    assert after_moving(a_row(status="dropped"), "a", 9) == {}


def test_a_baton_is_an_appointment_and_stays() -> None:
    plan = a_plan()

    assert after_moving(plan, "product-spec", 0) == {}


def test_of_two_that_are_moved_together_neither_is_pushed_again() -> None:
    plan = a_row()
    moved = {"a": Span(9, 11), "b": Span(3, 5)}

    assert pushed(plan, scheduled(plan), moved) == {}


@given(dated(), st.data())
def test_after_a_push_no_link_between_what_moved_asks_for_more(plan: Plan, data: st.DataObject) -> None:
    schedule = scheduled(plan)
    movable = sorted(plan.tasks)
    if not movable:
        return
    key = data.draw(st.sampled_from(movable))
    start = data.draw(st.integers(-60, 60))
    moved = {key: Span(start, start + plan.tasks[key].duration)}

    found = pushed(plan, schedule, moved)

    assert key not in found
    assert not found.keys() & plan.batons.keys()
    assert not any(plan.tasks[other].is_settled for other in found)
    assert all(day > schedule.spans[other].start for other, day in found.items())
    followed = {other: Span(day, day + plan.tasks[other].duration) for other, day in found.items()}
    spans: dict[str, Span] = {**schedule.spans, **moved, **followed}
    for link in Lookup(plan).links:
        if link.successor not in found or schedule.rings >= {link.predecessor, link.successor}:
            continue
        if link.predecessor in found or link.predecessor in moved:
            before = spans[link.predecessor]
            asked = required_start(link, (before.start, before.finish), spans[link.successor].days)
            assert spans[link.successor].start >= asked


@given(dated(), st.data())
def test_placing_what_was_pushed_leaves_nothing_more_to_push(plan: Plan, data: st.DataObject) -> None:
    if not plan.tasks:
        return
    key = data.draw(st.sampled_from(sorted(plan.tasks)))
    start = data.draw(st.integers(-60, 60))
    found = pushed(plan, scheduled(plan), {key: Span(start, start + plan.tasks[key].duration)})

    after = Place(((key, start), *found.items())).apply(plan)

    assert pushed(after, scheduled(after), {key: scheduled(after).spans[key]}) == {}


def test_launch_day_is_never_pushed() -> None:
    chosen = template("twelve-week-clock")
    assert chosen is not None
    plan = new_plan(chosen, title="Clock", launch_day=date(2027, 3, 30))
    schedule = scheduled(plan)
    late = {"TR12": Span(schedule.spans["TR12"].start + 5, schedule.spans["TR12"].finish + 5)}

    assert plan.launch_task not in pushed(plan, schedule, late)
