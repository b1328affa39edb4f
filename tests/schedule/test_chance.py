"""The chance of launch day: draws that repeat, networks whose answer is known, and what drives the day."""

from itertools import pairwise
from statistics import mean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.plan.plan import Plan
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, DONE, Estimate, Start, Task
from launchplanner.schedule import forecast, scheduled
from launchplanner.schedule.chance import Chances, chances, pert
from tests.builders import Part, a_baton, a_link, a_plan
from tests.schedule.drawn import dated

RUNS = 4000


def a_guess(title: str, *days: int, **fields: object) -> tuple[str, Task]:
    """Return a task as soon as possible that takes the middle of three numbers of days, or the one number."""
    least, likely, most = sorted(days * 3)[:: len(days)]
    estimate = Estimate(optimistic=least, likely=likely, pessimistic=most) if len(days) > 1 else None
    start = Start(rule=AS_SOON_AS_POSSIBLE)
    task = Task.model_validate({"title": title, "duration": likely, "start": start, "estimate": estimate, **fields})
    return title.lower(), task


def rows(*parts: Part) -> Plan:
    return a_plan(*parts, launch_task="launch", first=-20, days=60)


def drawn(plan: Plan, runs: int = RUNS, seed: int = 1, today: int = -20) -> Chances:
    return chances(plan, scheduled(plan), today, runs, seed)


LAUNCH = ("launch", Task(title="Launch", start=Start(days=0)))
ROW = rows(a_guess("A", 4, 8, 15), a_guess("B", 4, 8, 15), LAUNCH, a_link("a", "b"), a_link("b", "launch"))


def test_the_same_seed_gives_the_same_days_and_another_seed_others() -> None:
    assert drawn(ROW) == drawn(ROW)
    assert drawn(ROW).launch_days != drawn(ROW, seed=2).launch_days


def test_the_luck_of_one_task_does_not_hang_on_the_others() -> None:
    alone = rows(a_guess("A", 4, 8, 15), LAUNCH, a_link("a", "launch"))
    with_more = rows(a_guess("Z", 1, 5, 9), a_guess("A", 4, 8, 15), LAUNCH, a_link("a", "launch"))

    assert drawn(alone, today=-5).launch_days == drawn(with_more, today=-5).launch_days


@pytest.mark.parametrize(("least", "likely", "most"), [(2, 5, 14), (0, 1, 9), (10, 40, 45), (3, 3, 12), (3, 12, 12)])
def test_lengths_have_the_mean_and_spread_of_the_pert_distribution(least: int, likely: int, most: int) -> None:
    found = pert(least, likely, most)

    middle = (least + 4 * likely + most) / 6
    assert mean(found) == pytest.approx(middle, abs=0.06)
    # Of a beta distribution whose two shapes add up to 6; rounding to whole days adds a twelfth.
    assert pstdev(found) ** 2 == pytest.approx((middle - least) * (most - middle) / 7 + 1 / 12, abs=0.12)
    assert least <= min(found) <= max(found) <= most
    assert all(one <= other for one, other in pairwise(found))


def test_a_length_that_nobody_doubts_is_that_length() -> None:
    assert set(pert(5, 5, 5)) == {5}


def test_without_estimates_every_run_is_the_forecast() -> None:
    plan = rows(a_guess("A", 25), a_baton("Pass", day=3), LAUNCH, a_link("a", "launch"), a_link("a", "pass"))

    found = drawn(plan)

    assert found.estimated == 0
    assert found.launch_days == {5: RUNS}
    assert (found.launch.p50, found.launch.p95, found.on_time) == (5, 5, 0.0)
    assert found.batons["pass"].p50 == 4


def test_two_in_a_row_take_the_sum_of_their_means() -> None:
    assert drawn(ROW, today=-20).launch.mean == pytest.approx(1.0, abs=1.0)
    late = drawn(ROW, runs=20_000, today=-10)

    assert late.launch.mean == pytest.approx(-10 + 2 * (4 + 4 * 8 + 15) / 6, abs=0.1)
    assert late.launch.p50 <= late.launch.p80 <= late.launch.p95
    assert late.on_time == pytest.approx(0.0, abs=0.01)


def test_the_later_of_two_alike_is_critical_in_half_the_runs() -> None:
    plan = rows(
        a_guess("A", 10, 40, 90), a_guess("B", 10, 40, 90), LAUNCH, a_link("a", "launch"), a_link("b", "launch")
    )

    found = drawn(plan, runs=20_000)

    shares = {driver.task: driver.criticality for driver in found.drivers}
    assert shares["a"] == pytest.approx(0.5, abs=0.03)
    assert shares["b"] == pytest.approx(0.5, abs=0.03)
    assert shares["a"] + shares["b"] >= 1  # both, where they end on the same day


def test_what_varies_most_on_the_way_drives_most_and_what_is_beside_it_never_does() -> None:
    plan = rows(
        a_guess("Steady", 9, 10, 11), a_guess("Wild", 5, 20, 60), a_guess("Beside", 1, 2, 3), LAUNCH,
        a_link("steady", "wild"), a_link("wild", "launch"), a_link("beside", "launch"),
    )  # fmt: skip

    found = drawn(plan)

    assert [driver.task for driver in found.drivers] == ["wild", "steady"]
    assert found.drivers[0].sensitivity > 0.9


def test_what_is_done_varies_no_more_and_what_has_begun_only_by_what_is_left() -> None:
    done = rows(a_guess("A", 4, 8, 15, status=DONE), LAUNCH, a_link("a", "launch"))
    begun = rows(a_guess("A", 10, 20, 60, progress=90), LAUNCH, a_link("a", "launch"))

    assert len(drawn(done, today=0).launch_days) == 1
    days = drawn(begun, today=0).launch_days
    assert set(days) == {1, 2, 3, 4, 5, 6}  # a tenth of 10 to 60 days, begun days counted whole


@given(dated(), st.integers(-60, 30))
def test_one_run_without_estimates_is_the_forecast(plan: Plan, today: int) -> None:
    plan = plan.replace(
        tasks=plan.tasks.updated({key: task.replace(estimate=None) for key, task in plan.tasks.items()})
    )
    schedule = scheduled(plan)
    planned = forecast(plan, schedule, today)

    found = chances(plan, schedule, today, runs=2)

    assert found.launch.p50 == planned.launch
    assert {key: days.p50 + 1 for key, days in found.batons.items()} == {
        key: planned.spans[key].start for key in plan.batons
    }


@given(dated(), st.integers(-60, 30))
def test_any_plan_can_be_drawn(plan: Plan, today: int) -> None:
    found = chances(plan, scheduled(plan), today, runs=20)

    assert sum(found.launch_days.values()) == 20
    assert 0 <= found.on_time <= 1
    assert all(0 < driver.criticality <= 1 for driver in found.drivers)
    assert found.launch.p50 <= found.launch.p80 <= found.launch.p95
