"""A template becomes a plan: every one, at every tier, on any launch day."""

from datetime import date, timedelta
from itertools import product

import pytest

from launchplanner.formats.templates import template, templates
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.directory import Directory
from launchplanner.plan.edits import ChangeLaunch
from launchplanner.plan.edits.links import leads_to
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.plan.templates import Template, first_monday, new_plan
from launchplanner.plan.workdays import workdays
from launchplanner.schedule import scheduled

TUESDAY = date(2027, 3, 30)
WEEK = timedelta(days=7)
ALL = [pytest.param(found, tier, id=f"{found.id}-{tier}") for found, tier in product(templates(), (1, 2, 3))]


def made(found: Template, tier: int, launch_day: date = TUESDAY) -> Plan:
    return new_plan(found, title="New auction model", launch_day=launch_day, tier=tier)


def days_off() -> WorkCalendar:
    return WorkCalendar(days_off=(date(2027, 3, 26), date(2027, 3, 29), date(2027, 2, 15)))


@pytest.mark.parametrize(("found", "tier"), ALL)
def test_every_link_of_the_plan_leads_from_a_part_to_a_part(found: Template, tier: int) -> None:
    plan = made(found, tier)

    assert len(Lookup(plan).links) == len(plan.dependencies) > 0
    assert not scheduled(plan).rings
    assert {task.phase for task in plan.tasks.values()} <= set(plan.phases)


@pytest.mark.parametrize(("found", "tier"), ALL)
def test_everything_falls_on_a_working_day_whatever_days_are_off(found: Template, tier: int) -> None:
    plan = made(found, tier).replace(calendar=days_off())
    schedule = scheduled(plan)

    assert all(
        schedule.days.is_worked(day)
        for key in schedule.spans
        for day in (schedule.first_date(key), schedule.last_date(key))
    )


@pytest.mark.parametrize(("found", "tier"), ALL)
def test_the_launch_happens_on_launch_day(found: Template, tier: int) -> None:
    plan = made(found, tier)

    assert scheduled(plan).first_date(plan.launch_task) == TUESDAY
    assert scheduled(plan).launch_float >= 0


@pytest.mark.parametrize(("found", "tier"), ALL)
def test_launch_day_a_week_later_moves_everything_by_five_working_days_and_seven_days(
    found: Template, tier: int
) -> None:
    plan = made(found, tier)
    later = ChangeLaunch({"launch_day": TUESDAY + WEEK}).apply(plan)

    before, after = scheduled(plan), scheduled(later)

    days = workdays(plan.calendar, plan.launch_day)
    for key in before.spans:
        assert after.first_date(key) - before.first_date(key) == WEEK
        assert after.last_date(key) - before.last_date(key) == WEEK
        assert days.day_of(after.first_date(key)) - days.day_of(before.first_date(key)) == 5


@pytest.mark.parametrize("found", templates(), ids=lambda found: found.id)
def test_a_smaller_tier_keeps_the_order_of_what_it_keeps(found: Template) -> None:
    whole, small = made(found, 1), made(found, 3)

    kept = sorted(small.tasks.keys() & whole.tasks.keys())
    for before, after in product(kept, kept):
        if before != after:
            assert leads_to(small.dependencies, before, after) == leads_to(whole.dependencies, before, after)


@pytest.mark.parametrize("found", templates(), ids=lambda found: found.id)
def test_a_new_launch_has_no_status_no_events_and_its_rows_in_order(found: Template) -> None:
    plan = made(found, found.default_tier)

    assert {task.status for task in plan.tasks.values()} == {"planned"}
    assert not any(baton.events for baton in plan.batons.values())
    for table in (plan.tasks, plan.batons, plan.roles, plan.phases, plan.decisions, plan.metrics):
        assert len({part.order for part in table.values()}) == len(table)
    assert [key for key, _task in Lookup(plan).tasks] == [task.id for task in found.tasks if task.id in plan.tasks]


def test_the_clock_begins_on_the_monday_of_its_first_week() -> None:
    clock = template("twelve-week-clock")
    assert clock is not None

    plan = made(clock, 1)

    assert first_monday(clock, TUESDAY) == date(2027, 1, 18)
    assert workdays(plan.calendar, TUESDAY).date_of(plan.first) == date(2027, 1, 18)
    assert workdays(plan.calendar, TUESDAY).date_of(plan.end - 1) == date(2027, 4, 9)


@pytest.mark.parametrize("launch_day", [date(2027, 4, 3), date(2027, 4, 4)])
def test_a_launch_planned_for_a_weekend_is_made_and_works_on_weekdays(launch_day: date) -> None:
    schedule = scheduled(made(templates()[0], 1, launch_day))

    assert schedule.first_date(made(templates()[0], 1, launch_day).launch_task) == date(2027, 4, 5)


def test_people_are_bound_to_the_roles_that_they_hold() -> None:
    people = {"Mira Okafor": ["pm", "launch-manager"], "Jonas Reyes": ["pmm"], "Mira  okafor": ["data-analyst"]}

    plan = new_plan(templates()[0], title="T", launch_day=TUESDAY, people=people)

    assert sorted(plan.people) == ["jonas-reyes", "mira-okafor", "mira-okafor-2"]
    assert Directory.of(plan).answers("pm", TUESDAY) == "mira-okafor"
    assert plan.people["jonas-reyes"].initials == "JR"
    assert [key for key, _person in Lookup(plan).people] == ["mira-okafor", "jonas-reyes", "mira-okafor-2"]


def test_two_launches_are_two_plans() -> None:
    assert made(templates()[0], 1).id != made(templates()[0], 1).id


def test_a_template_whose_launch_is_not_among_its_tasks_is_refused() -> None:
    with pytest.raises(ValueError, match="has no task gone"):
        made(templates()[0].replace(launch_task="gone"), 1)
