"""Why it is here: one sentence for each way in which a task gets its day."""

import pytest
from hypothesis import given

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, Start
from launchplanner.schedule import scheduled
from launchplanner.schedule.reasons import reason, reasons
from tests.builders import a_baton, a_link, a_plan, a_task
from tests.schedule.drawn import dated


def after(kind: str = "FS", lag: int = 0, **start: object) -> Plan:
    """Return A, two days from Monday 1 March, and B of three days behind it."""
    rule = Start.model_validate({"rule": AS_SOON_AS_POSSIBLE, **start})
    b = a_task("B", duration=3)[1].replace(start=rule)
    return a_plan(a_task("A", start=-31, duration=2), ("b", b), a_link("a", "b", kind, lag))


def said(plan: Plan, key: str = "b") -> str:
    return reason(Lookup(plan), scheduled(plan), key)


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (after(), "“B” starts on Wed 3 Mar because “A” finishes on Tue 2 Mar."),
        (
            after(lag=2),
            "“B” starts on Fri 5 Mar because “A” finishes on Tue 2 Mar, and two working days lie between.",
        ),
        (
            after(lag=-1),
            "“B” starts on Tue 2 Mar because “A” finishes on Tue 2 Mar, and it may be one working day early.",
        ),
        (after("SS"), "“B” starts on Mon 1 Mar because “A” starts on Mon 1 Mar."),
        (after("FF"), "“B” finishes on Tue 2 Mar because “A” finishes on Tue 2 Mar."),
        (
            after("SF", 5),
            "“B” finishes on Fri 5 Mar because “A” starts on Mon 1 Mar, and five working days lie between.",
        ),
        (after(rule="no earlier", days=-27), "“B” starts on Fri 5 Mar: no earlier, as somebody set."),
        (
            after(rule="alap"),
            "“B” starts on Wed 24 Mar: as late as what waits for it allows, and Wed 3 Mar at the earliest.",
        ),
        (
            after(rule="anchored", days=-14),
            "“B” starts on Wed 24 Mar: that is its day, T−14, and it moves with launch day.",
        ),
        (after(rule="date", on="2027-03-10"), "“B” is fixed on Wed 10 Mar, whatever launch day does."),
        (
            after(rule="must finish", on="2027-03-12"),
            "“B” finishes on Fri 12 Mar: that is its day, whatever it waits for.",
        ),
    ],
)
def test_each_way_to_get_a_day_has_its_sentence(plan: Plan, sentence: str) -> None:
    assert said(plan) == sentence


def test_work_behind_a_baton_and_the_baton_itself() -> None:
    b = a_task("B")[1].replace(start=Start(rule=AS_SOON_AS_POSSIBLE))
    plan = a_plan(("b", b), a_baton("Hand over", day=-14), a_link("hand-over", "b"))

    assert reasons(Lookup(plan), scheduled(plan), "b") == (
        "“B” starts on Thu 25 Mar because “Hand over” passes on Wed 24 Mar.",
        "“Hand over” passes on Wed 24 Mar: people agreed on that day.",
    )


def test_what_waits_for_nothing_starts_with_its_phase_or_the_clock() -> None:
    b = a_task("B")[1].replace(start=Start(rule=AS_SOON_AS_POSSIBLE))

    assert said(a_plan(("b", b))) == "“B” waits for nothing, so it starts with its phase on Mon 1 Mar."
    assert (
        said(a_plan(("b", b.replace(phase="")))) == "“B” waits for nothing, so it starts with the clock on Mon 1 Mar."
    )


def test_what_waits_in_a_ring_says_so() -> None:
    plan = a_plan(a_task("A"), a_task("B"), a_link("a", "b"), a_link("b", "a"))

    assert said(plan) == "“B” waits for itself in a ring, so no link decides."


@given(dated())
def test_everything_in_any_plan_has_its_reason(plan: Plan) -> None:
    lookup, schedule = Lookup(plan), scheduled(plan)
    for key in schedule.spans:
        row = reasons(lookup, schedule, key)
        assert len(row) <= len(schedule.spans)
        assert all(sentence.endswith(".") for sentence in row)
