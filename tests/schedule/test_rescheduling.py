"""The schedule after an edit is the schedule from nothing, whatever the edit."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from launchplanner.plan.edits import Change, ChangeLaunch, Edit, EditError, Link, Place, Remove, SetDuration, Unlink
from launchplanner.plan.plan import PHASE, TASK, Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, DEPENDENCY_TYPES, Start
from launchplanner.schedule import rescheduled, scheduled
from tests.builders import a_link, a_plan, a_task
from tests.plan.strategies import starts
from tests.schedule.drawn import dated


@st.composite
def edits(draw: st.DrawFn, plan: Plan) -> Edit:
    """Return an edit that changes dates, though not every one can be made."""
    parts = [*sorted(plan.tasks), *sorted(plan.batons), "gone"]
    part, other = draw(st.sampled_from(parts)), draw(st.sampled_from(parts))
    day, another = draw(st.integers(-60, 30)), draw(st.integers(-60, 30))
    made: tuple[Edit, ...] = (
        Place(((part, day),)),
        Place(((part, day), (other, another))),
        SetDuration(part, abs(day)),
        Change(TASK, part, {"start": draw(starts)}),
        Change(TASK, part, {"start": Start(rule=AS_SOON_AS_POSSIBLE)}),
        Link(part, other, draw(st.sampled_from(DEPENDENCY_TYPES)), day // 10),
        Unlink((draw(st.sampled_from(sorted(plan.dependencies) or ["gone>gone"])),)),
        Remove(TASK, (part,)),
        ChangeLaunch({"launch_task": part}),
        ChangeLaunch({"days": abs(day) + 1}),
        ChangeLaunch({"launch_day": plan.launch_day + timedelta(days=day)}),
        Change(PHASE, "spec", {"start": day}),
    )
    return draw(st.sampled_from(made))


@given(dated(), st.data())
def test_after_any_edits_it_equals_the_schedule_from_nothing(plan: Plan, data: st.DataObject) -> None:
    schedule = scheduled(plan)
    for _step in range(data.draw(st.integers(1, 6))):
        try:
            after = data.draw(edits(plan)).apply(plan)
        except EditError:
            continue
        schedule = rescheduled(after, plan, schedule)
        plan = after

        assert schedule == scheduled(plan)


def test_from_one_plan_to_a_wholly_other_it_equals_the_schedule_from_nothing() -> None:
    one, other = a_plan(), a_plan(a_task("Kit", start=-3), launch_task="kit")

    assert rescheduled(other, one, scheduled(one)) == scheduled(other)


def a_long_row(count: int) -> Plan:
    """Return pairs of tasks, the second of each as soon as the first allows."""
    tasks = [
        part
        for number in range(count)
        for part in (
            a_task(f"First {number}", start=-30, duration=2),
            (f"second-{number}", a_task("Second")[1].replace(start=Start(rule=AS_SOON_AS_POSSIBLE))),
        )
    ]
    return a_plan(*tasks, *(a_link(f"first-{number}", f"second-{number}") for number in range(count)))


def test_what_an_edit_does_not_reach_is_not_worked_out_again() -> None:
    plan = a_long_row(40)
    before = scheduled(plan)

    after = rescheduled(SetDuration("first-3", 6).apply(plan), plan, before)

    changed = {key for key, span in after.spans.items() if span is not before.spans[key]}
    assert changed == {"first-3", "second-3"}


def test_undoing_is_as_narrow_as_doing() -> None:
    plan = a_long_row(40)
    edited = Link("first-1", "second-2").apply(SetDuration("first-1", 9).apply(plan))
    there = rescheduled(edited, plan, scheduled(plan))

    back = rescheduled(plan, edited, there)

    assert back == scheduled(plan)
    assert {key for key, span in back.spans.items() if span is not there.spans[key]} == {
        "first-1", "second-1", "second-2",
    }  # fmt: skip


def test_a_plan_read_anew_is_worked_out_whole() -> None:
    plan = a_long_row(3)
    again = plan.replace(tasks=Table(dict(plan.tasks)))

    found = rescheduled(again, plan, scheduled(plan))

    assert found == scheduled(again)
    assert found.work.frame.network is not scheduled(plan).work.frame.network


def test_a_link_against_the_order_of_the_plan_is_still_followed() -> None:
    plan = a_long_row(3)
    order = scheduled(plan).ranks
    late, early = sorted(("first-0", "first-2"), key=order.__getitem__, reverse=True)
    after = Link(late, early).apply(plan)

    assert rescheduled(after, plan, scheduled(plan)) == scheduled(after)
