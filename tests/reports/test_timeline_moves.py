"""What drags and keys on the timeline come to."""

from datetime import date

import pytest

from launchplanner.plan.edits import EditError
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import Start
from launchplanner.reports.timeline_moves import Shift, linked, moved_by, removed, stretched
from launchplanner.reports.timeline_order import Ref
from launchplanner.schedule import Span
from tests.reports.timeline_plans import FIRST, a_baton, a_plan, a_task, a_timeline, day, links

PLAN = a_plan(
    {
        "a": a_task("Beta", 23, 4, order="1"),
        "b": a_task("Readout", 27, 2, order="2"),
        "c": a_task("Message", 30, 2, phase="pos"),
    },
    {"main": a_baton("Product to market", 29)},
    dependencies=links(("a", "b"), ("b", "main"), ("main", "c")),
)


def made(plan: Plan, shift: Shift) -> Plan:
    assert shift.edit is not None
    return shift.edit.apply(plan)


def starts(plan: Plan) -> dict[str, int]:
    return {key: task.start.days - FIRST for key, task in sorted(plan.tasks.items())}


def test_moving_a_task_takes_along_what_must_follow() -> None:
    shift = moved_by(a_timeline(PLAN).context, ["a"], 1)

    assert (shift.moved, shift.followers) == ({"a": Span(day(24), day(28))}, {"b": Span(day(28), day(30))})
    assert (shift.text, shift.note) == ("Fri 19 Feb → Wed 24 Feb, 4 days, W5", "1 task follows")
    assert starts(made(PLAN, shift)) == {"a": 24, "b": 28, "c": 30}
    assert shift.edit is not None
    assert shift.edit.label == "Move “Beta”"


def test_nothing_follows_when_not_asked_for() -> None:
    shift = moved_by(a_timeline(PLAN).context, ["a"], 5, follow=False)

    assert (shift.followers, shift.note) == ({}, "")
    assert starts(made(PLAN, shift)) == {"a": 28, "b": 27, "c": 30}


def test_moving_by_nothing_is_no_edit() -> None:
    assert moved_by(a_timeline(PLAN).context, ["a"], 0).edit is None


def test_a_baton_moves_along_the_days() -> None:
    shift = moved_by(a_timeline(PLAN).context, ["main"], 2)

    assert shift.text == "end of Tue 2 Mar, W7"
    assert made(PLAN, shift).batons["main"].day == day(31)
    assert starts(made(PLAN, shift))["c"] == 32


def test_several_parts_move_as_one_step() -> None:
    shift = moved_by(a_timeline(PLAN).context, ["a", "main"], -3)
    plan = made(PLAN, shift)

    assert (starts(plan)["a"], plan.batons["main"].day) == (20, day(26))
    assert shift.edit is not None
    assert shift.edit.label == "Move 2 parts"


def test_stretching_the_end_changes_the_length() -> None:
    shift = stretched(a_timeline(PLAN).context, "a", day(23), day(29))
    plan = made(PLAN, shift)

    assert (plan.tasks["a"].duration, starts(plan)["b"]) == (6, 29)
    assert shift.edit is not None
    assert shift.edit.label == "Change dates of “Beta”"


def test_stretching_the_start_keeps_the_end() -> None:
    plan = made(PLAN, stretched(a_timeline(PLAN).context, "a", day(21), day(27)))

    assert (starts(plan)["a"], plan.tasks["a"].duration) == (21, 6)


@pytest.mark.parametrize(("start", "finish", "span"), [(23, 20, (23, 24)), (30, 27, (26, 27))])
def test_a_task_keeps_at_least_one_day(start: int, finish: int, span: tuple[int, int]) -> None:
    shift = stretched(a_timeline(PLAN).context, "a", day(start), day(finish))

    assert shift.moved["a"] == Span(day(span[0]), day(span[1]))


def test_a_task_that_starts_as_soon_as_possible_goes_on_doing_so() -> None:
    plan = a_plan(
        {"a": a_task("Beta", 23, 4), "b": a_task("Readout", 0).replace(start=Start(rule="asap"))},
        dependencies=links(("a", "b")),
    )
    context = a_timeline(plan).context

    assert made(plan, moved_by(context, ["a"], 2)).tasks["b"].start.rule == "asap"
    assert moved_by(context, ["a"], 2).followers == {"b": Span(day(29), day(31))}
    assert made(plan, stretched(context, "b", day(27), day(30))).tasks["b"].start.rule == "asap"


def test_a_task_pinned_to_a_date_is_pinned_to_another() -> None:
    pinned = a_task("Beta", 0, 4).replace(start=Start(rule="date", on=date(2027, 2, 18)))
    plan = a_plan({"a": pinned})
    context = a_timeline(plan).context

    assert made(plan, moved_by(context, ["a"], 2)).tasks["a"].start == Start(rule="date", on=date(2027, 2, 22))
    longer = made(plan, stretched(context, "a", day(22), day(27))).tasks["a"]
    assert (longer.start.on, longer.duration) == (date(2027, 2, 17), 5)


def test_linking_lets_one_part_wait_for_another() -> None:
    context = a_timeline(PLAN).context

    assert "a>c" in linked(context, "a", "c").apply(PLAN).dependencies
    with pytest.raises(EditError):
        linked(context, "c", "a").apply(PLAN)


def test_removing_a_phase_with_its_tasks_takes_the_tasks_first() -> None:
    edit = removed(a_timeline(PLAN).context, [Ref("phase", "pos"), Ref("task", "c"), Ref("baton", "main")])

    assert edit is not None
    plan = edit.apply(PLAN)
    assert (sorted(plan.phases), sorted(plan.tasks), sorted(plan.batons)) == (["test"], ["a", "b"], [])
    assert edit.label == "Remove 3 parts"


def test_there_is_nothing_to_remove_in_the_row_of_no_phase() -> None:
    assert removed(a_timeline(PLAN).context, [Ref("phase", "")]) is None
