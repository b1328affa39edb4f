"""Short runs of the proofs in `tests/benchmarks/safety`; their long runs are started by hand."""

import os

import pytest

from tests.benchmarks.safety import crash_states, faults, full_disk, fuzz_plans, kills, two_hands
from tests.benchmarks.safety.disk import SHORT

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the proofs run in processes forked from this one")


@needs_fork
def test_a_kill_at_a_call_to_the_disk_costs_nothing_that_was_acknowledged() -> None:
    counts, broken = kills.run(15, seed=11)

    assert broken == []
    assert counts["kills"] == 15


@needs_fork
def test_a_kill_at_any_time_costs_nothing_that_was_acknowledged() -> None:
    counts, broken = kills.run(6, seed=12, at_times=True)

    assert broken == []
    assert counts["kills"] == 6


@needs_fork
@pytest.mark.parametrize("reason", [*faults.REASONS, SHORT])
def test_a_fault_of_the_disk_costs_nothing_and_is_told(reason: int) -> None:
    counts, broken = faults.run(1, seed=13, reasons=(reason,), step=11 if reason == SHORT else 29)

    assert broken == []
    assert counts["faults"] > 0


def test_no_state_that_a_power_cut_can_leave_loses_the_plan() -> None:
    found = crash_states.run()

    assert {name: (lost, stale) for name, (_states, lost, stale) in found.items()} == {
        "names in order": (0, 0),
        "names in any order": (0, 0),
    }
    assert min(states for states, _lost, _stale in found.values()) > 20


@needs_fork
def test_two_programs_that_save_one_plan_lose_nothing() -> None:
    counts, lost = two_hands.run(30, seed=14)

    assert lost == []
    assert counts["saves"] == 30


def test_damaged_plans_are_read_or_refused_and_nothing_else() -> None:
    counts, found, _longest = fuzz_plans.run(200, seed=15)

    assert found == []
    assert counts["accepted"] > 0
    assert counts["refused"] > 0


def test_a_full_disk_keeps_the_old_plan_and_names_the_bytes() -> None:
    found = full_disk.run(5)
    if found is None:
        pytest.skip("no disk can be mounted here")

    assert found == (5, [])
