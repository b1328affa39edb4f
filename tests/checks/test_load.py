"""How full weeks are, as the rules and the people view count them."""

from datetime import date

from launchplanner.checks import Context
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.edits import FreeRole
from launchplanner.plan.plan import Plan
from tests.builders import BEFORE, FIRST, a_plan, a_task


def days(plan: Plan, holder: str) -> tuple[int, ...]:
    return Context(plan, BEFORE).load.days(holder)


def test_a_task_fills_its_days_in_each_week_that_it_touches() -> None:
    plan = a_plan(a_task("Spec", start=FIRST + 3, duration=9))

    assert days(plan, "mira-okafor") == (2, 5, 2, 0, 0, 0, 0, 0)
    assert days(plan, "jonas-reyes") == (0,) * 8


def test_days_outside_the_clock_and_milestones_fill_no_week() -> None:
    plan = a_plan(
        a_task("Early", start=FIRST - 3, duration=4), a_task("Late", start=8, duration=9), a_task("Day", duration=0)
    )

    assert days(plan, "mira-okafor") == (1, 0, 0, 0, 0, 0, 0, 1)


def test_what_is_done_or_dropped_is_no_load_and_still_theirs() -> None:
    plan = a_plan(a_task("Done", status="done"), a_task("Dropped", status="dropped"), a_task("Open"))
    load = Context(plan, BEFORE).load

    assert load.days("mira-okafor")[0] == 1
    assert load.tasks["mira-okafor"] == ["done", "dropped", "open"]
    assert load.open_tasks("mira-okafor") == ("open",)


def test_work_of_a_role_goes_to_its_holder_or_waits_for_one() -> None:
    plan = a_plan(a_task("Spec", owner="PM", duration=2))

    assert days(plan, "mira-okafor")[0] == 2
    assert days(FreeRole("pm", "mira-okafor").apply(plan), "pm")[0] == 2


def test_work_of_two_or_of_a_stranger_is_nobodys() -> None:
    load = Context(a_plan(a_task("A", owner="Mira & Jonas"), a_task("B", owner="Ana Lima")), BEFORE).load

    assert load.tasks == {}


def test_a_week_has_its_working_days() -> None:
    off = WorkCalendar(days_off=(date(2027, 3, 26), date(2027, 3, 29)))
    load = Context(a_plan(calendar=off, first=-29, days=38), BEFORE).load

    assert [load.room(week) for week in range(load.weeks)] == [5, 5, 5, 4, 4, 5, 5, 5]
    assert [load.week_at(load.begins(week)) for week in range(load.weeks)] == list(range(8))
