"""What would have to be true: changes that make launch day fit, each needed, all tried."""

from hypothesis import given

from launchplanner.plan.plan import Plan
from launchplanner.schedule import scheduled
from launchplanner.schedule.remedies import MOST_CHANGES, Remedy, helpful, remedy
from tests.builders import Part, a_baton, a_link, a_plan, a_task
from tests.schedule.drawn import dated


def found(plan: Plan, today: int | None = None) -> Remedy:
    return remedy(plan, scheduled(plan), today)


def told(plan: Plan, today: int | None = None) -> list[str]:
    return [change.text for change in found(plan, today).changes]


def to_launch(*parts: Part) -> Plan:
    return a_plan(*parts, a_task("Launch", start=0), launch_task="launch")


def test_a_launch_day_that_is_met_needs_nothing() -> None:
    assert found(a_plan()) == Remedy((), 0, 0)


def test_pulling_in_comes_before_all_else() -> None:
    plan = to_launch(a_task("A", start=-6, duration=8), a_link("a", "launch"))

    assert told(plan) == ["“A” starts on Thu 1 Apr instead of Mon 5 Apr"]
    assert found(plan).fits


def test_nothing_is_pulled_in_before_today() -> None:
    plan = to_launch(a_task("A", start=-6, duration=8), a_link("a", "launch"))

    assert told(plan, today=-6) == ["“A” takes six days instead of eight days"]
    assert told(plan, today=-7) == [
        "“A” takes six days instead of eight days"
    ]  # one day would not do, and one change is fewer than two


def test_a_lag_is_cut_before_work_is_shortened() -> None:
    plan = to_launch(
        a_task("A", start=-31, duration=20), a_task("B", start=-6, duration=6), a_link("a", "b", lag=5),
        a_link("b", "launch", lag=2),
    )  # fmt: skip

    assert told(plan) == ["“Launch” waits no days after “B”, instead of two days"]


def test_a_baton_that_passes_late_is_moved() -> None:
    plan = to_launch(
        a_task("A", start=-12, duration=2), a_baton("Pass", day=-1), a_task("B", start=-31), a_link("a", "pass"),
        a_link("pass", "launch", lag=2),
    )  # fmt: skip

    changes = found(plan)

    assert [change.text for change in changes.changes] == ["“Launch” waits no days after “Pass”, instead of two days"]
    assert [change.text for change in helpful(plan, scheduled(plan), 2)][1] == (
        "“Pass” passes on Thu 8 Apr instead of Mon 12 Apr"
    )


def test_two_ways_that_are_as_long_need_a_change_each() -> None:
    plan = to_launch(
        a_task("A", start=-31, duration=33), a_task("B", start=-31, duration=33), a_link("a", "launch"),
        a_link("b", "launch"),
    )  # fmt: skip

    assert told(plan, today=-31) == ["“A” takes 31 days instead of 33 days", "“B” takes 31 days instead of 33 days"]
    assert found(plan, today=-31).fits


def test_what_cannot_fit_says_how_much_is_left() -> None:
    plan = to_launch(
        a_task("A", start=-2, duration=40, tiers=(1, 2, 3)), a_link("a", "launch"),
    )  # fmt: skip

    answer = found(plan, today=-2)

    assert [change.kind for change in answer.changes][:1] == ["shorten"]
    assert not answer.fits
    assert (answer.missing, answer.left) == (38, 18)


def test_work_that_a_lower_tier_does_without_can_be_left_out() -> None:
    plan = to_launch(a_task("A", start=-1, duration=1, tiers=(1,)), a_task("B", start=0, duration=1, tiers=(1,)),
                     a_link("a", "b"), a_link("b", "launch"))  # fmt: skip

    assert told(plan, today=0) == ["“B” is left out, as in tier 2"]


def test_single_changes_come_by_what_they_bring() -> None:
    plan = to_launch(a_task("A", start=-6, duration=8, tiers=(1,)), a_link("a", "launch"))

    assert [change.kind for change in helpful(plan, scheduled(plan), 3)] == ["pull in", "shorten", "leave out"]
    assert helpful(a_plan(), scheduled(a_plan()), 3) == []


def test_all_changes_are_one_step() -> None:
    plan = to_launch(a_task("A", start=-6, duration=8), a_link("a", "launch"))

    after = found(plan).edit.apply(plan)

    assert scheduled(after).launch_float == 0
    assert found(plan).edit.label == "Make launch day fit"


@given(dated())
def test_in_any_plan_the_changes_do_what_they_promise_and_each_is_needed(plan: Plan) -> None:
    answer = found(plan)
    after = scheduled(answer.edit.apply(plan))

    assert len(answer.changes) <= MOST_CHANGES
    assert max(-after.launch_float, 0) == answer.left <= answer.missing
    assert all(change.text for change in answer.changes)
