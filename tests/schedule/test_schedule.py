"""Dates and floats: networks worked out by hand, a published one, and what holds for any network."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.plan.edits.links import leads_to
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import (
    AS_SOON_AS_POSSIBLE,
    DEPENDENCY_TYPES,
    FINISH_TO_FINISH,
    FINISH_TO_START,
    ON_DATE,
    START_TO_START,
    Dependency,
    Phase,
    Start,
    Task,
)
from launchplanner.schedule import scheduled
from launchplanner.schedule.network import required_start
from tests.builders import LAUNCH_DAY, a_plan, a_task
from tests.schedule.drawn import dated
from tests.schedule.networks import HAND_CHECKED, TEXTBOOK, Network


@pytest.mark.parametrize("network", [*HAND_CHECKED, *TEXTBOOK], ids=lambda network: network.name)
def test_a_network_is_as_worked_out_by_hand(network: Network) -> None:
    schedule = scheduled(network.plan())

    found = {key: (span.start, span.finish) for key, span in schedule.spans.items()}
    assert found.items() >= network.spans.items()
    assert dict(schedule.total_float).items() >= network.total.items()
    assert dict(schedule.free_float).items() >= network.free.items()
    assert dict(schedule.early).items() >= network.early.items()
    assert schedule.rings == network.rings
    for given_value, value in (
        (network.critical, schedule.critical),
        (network.allowed, schedule.allowed),
        (network.critical_days, schedule.critical_days),
        (network.launch_float, schedule.launch_float),
    ):
        assert given_value is None or given_value == value


def test_the_link_that_drives_is_named() -> None:
    network = next(network for network in HAND_CHECKED if network.name.startswith("of several links"))

    assert scheduled(network.plan()).driving == {"c": "b>c"}


def test_first_and_last_dates_of_tasks_milestones_and_batons() -> None:
    plan = a_plan(a_task("Spec", start=-31, duration=10), a_task("Gate", start=-21, duration=0))

    schedule = scheduled(plan)

    assert (schedule.first_date("spec"), schedule.last_date("spec")) == (date(2027, 3, 1), date(2027, 3, 12))
    assert (schedule.first_date("gate"), schedule.last_date("gate")) == (date(2027, 3, 15), date(2027, 3, 15))
    passed_on = date(2027, 3, 26)
    assert schedule.first_date("product-to-market") == schedule.last_date("product-to-market") == passed_on


def test_a_task_on_a_date_stays_there_when_launch_day_moves() -> None:
    task = Task(title="Fair", start=Start(rule=ON_DATE, on=date(2027, 4, 1)))
    plan = a_plan(("fair", task))

    for launch_day in (LAUNCH_DAY, date(2027, 5, 4)):
        assert scheduled(plan.replace(launch_day=launch_day)).first_date("fair") == date(2027, 4, 1)


def test_a_task_on_a_day_off_begins_on_the_next_working_day() -> None:
    task = Task(title="Fair", start=Start(rule=ON_DATE, on=date(2027, 4, 3)))

    assert scheduled(a_plan(("fair", task))).first_date("fair") == date(2027, 4, 5)


def test_a_task_that_waits_for_nothing_begins_with_its_phase_or_the_clock() -> None:
    plan = a_plan(
        ("one", Task(title="One", phase="ramp", start=Start(rule=AS_SOON_AS_POSSIBLE))),
        ("two", Task(title="Two", start=Start(rule=AS_SOON_AS_POSSIBLE))),
        ("ramp", Phase(title="Ramp", start=3)),
    )

    spans = scheduled(plan).spans
    assert (spans["one"].start, spans["two"].start) == (3, plan.first)


@st.composite
def unpinned(draw: st.DrawFn) -> Plan:
    """Return a network without rings in which everything starts as soon as it may."""
    count = draw(st.integers(1, 9))
    keys = [f"t{number}" for number in range(count)]
    tasks = {
        key: Task(title=key, duration=draw(st.integers(0, 9)), start=Start(rule=AS_SOON_AS_POSSIBLE)) for key in keys
    }
    pairs = [(one, other) for place, one in enumerate(keys) for other in keys[place + 1 :]]
    drawn = draw(st.lists(st.sampled_from(pairs), max_size=14)) if pairs else []
    links = [
        Dependency(
            predecessor=one,
            successor=other,
            type=draw(st.sampled_from(DEPENDENCY_TYPES)),
            lag=draw(st.integers(-3, 4)),
        )
        for one, other in drawn
    ]
    table = Table((link.id, link) for link in links)
    return Plan(launch_day=LAUNCH_DAY, first=0, days=1, tasks=Table(tasks), dependencies=table)


@given(dated())
def test_any_plan_is_dated_whole_and_what_is_free_to_follow_its_links_does(plan: Plan) -> None:
    schedule = scheduled(plan)

    parts = {*plan.tasks, *plan.batons}
    assert set(schedule.spans) == set(schedule.total_float) == set(schedule.free_float) == parts
    for link in plan.dependencies.values():
        task = plan.tasks.get(link.successor)
        if task is None or link.predecessor not in parts or task.start.rule != AS_SOON_AS_POSSIBLE:
            continue
        if schedule.rings >= {link.predecessor, link.successor}:
            continue
        before = schedule.spans[link.predecessor]
        asked = required_start(link, (before.start, before.finish), task.duration)
        assert schedule.spans[link.successor].start >= asked


@given(dated())
def test_in_a_ring_is_exactly_what_leads_to_itself(plan: Plan) -> None:
    whole = Table(
        (key, link)
        for key, link in plan.dependencies.items()
        if {link.predecessor, link.successor} <= {*plan.tasks, *plan.batons}
    )

    expected = {key for key in {*plan.tasks, *plan.batons} if leads_to(whole, key, key)}

    assert scheduled(plan).rings == expected


@given(unpinned())
def test_in_an_unpinned_network_some_way_from_its_beginning_to_its_end_has_no_float(plan: Plan) -> None:
    schedule = scheduled(plan)
    end = max([plan.end, *(span.finish for span in schedule.spans.values())])
    late = [key for key, span in schedule.spans.items() if span.finish == end]

    assert all(schedule.total_float[key] == 0 for key in late)
    for last in late:
        key = last
        while key in schedule.driving:
            key = plan.dependencies[schedule.driving[key]].predecessor
            assert schedule.total_float[key] == 0
        assert key in schedule.critical


@given(unpinned())
def test_in_an_unpinned_network_no_float_is_negative_and_the_free_part_is_the_smaller(plan: Plan) -> None:
    schedule = scheduled(plan)

    for key in plan.tasks:
        assert 0 <= schedule.free_float[key] <= schedule.total_float[key]


@given(unpinned(), st.data())
def test_a_task_that_slips_by_its_free_float_moves_nothing_and_by_its_total_float_not_the_end(
    plan: Plan, data: st.DataObject
) -> None:
    schedule = scheduled(plan)
    key = data.draw(st.sampled_from(sorted(plan.tasks)))
    end = max([plan.end, *(span.finish for span in schedule.spans.values())])

    def slipped(days: int) -> Plan:
        pinned = plan.tasks[key].replace(start=Start(days=schedule.spans[key].start + days))
        return plan.replace(tasks=plan.tasks.with_(key, pinned))

    freely = scheduled(slipped(schedule.free_float[key]))
    assert {other: span for other, span in freely.spans.items() if other != key} == {
        other: span for other, span in schedule.spans.items() if other != key
    }
    wholly = scheduled(slipped(schedule.total_float[key]))
    assert max([plan.end, *(span.finish for span in wholly.spans.values())]) == end


@given(dated(), st.integers(-30, 30))
def test_moving_launch_day_leaves_all_anchored_offsets_as_they_are(plan: Plan, days: int) -> None:
    anchored = {key: task for key, task in plan.tasks.items() if task.start.on is None}
    plan = plan.replace(tasks=Table(anchored))
    moved = plan.replace(launch_day=date.fromordinal(plan.launch_day.toordinal() + days))

    assert scheduled(moved).spans == scheduled(plan).spans


@given(unpinned(), st.data())
def test_shortening_a_task_delays_nothing(plan: Plan, data: st.DataObject) -> None:
    # Links to a finish are left out: who ends together with another begins later when shorter, as is meant.
    links = {
        key: link.replace(type=START_TO_START if link.type == FINISH_TO_FINISH else FINISH_TO_START)
        for key, link in plan.dependencies.items()
    }
    plan = plan.replace(dependencies=Table(links))
    key = data.draw(st.sampled_from(sorted(plan.tasks)))
    shorter = plan.tasks[key].replace(duration=data.draw(st.integers(0, plan.tasks[key].duration)))

    before, after = scheduled(plan), scheduled(plan.replace(tasks=plan.tasks.with_(key, shorter)))

    assert all(span.start <= before.spans[other].start for other, span in after.spans.items())
    assert all(span.finish <= before.spans[other].finish for other, span in after.spans.items())


@given(unpinned())
def test_the_latest_days_keep_all_links_and_end_where_the_earliest_end(plan: Plan) -> None:
    schedule = scheduled(plan)
    late = {key: schedule.late_span(key) for key in schedule.spans}

    for link in plan.dependencies.values():
        before, after = late[link.predecessor], late[link.successor]
        assert after.start >= required_start(link, (before.start, before.finish), after.days)
    assert max(span.finish for span in late.values()) == max(
        plan.end, *(span.finish for span in schedule.spans.values())
    )
