"""Whether a history is whole, and whether a head seen elsewhere is still in it."""

import pytest

from launchplanner.plan.batons import Event
from launchplanner.plan.edits import Pass
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT, OFFER, history_head
from launchplanner.plan.witness import faults, is_witnessed, read_back_differs, shown_head
from tests.builders import a_baton, a_plan
from tests.plan.relay import BATON, JONAS, MIRA, answered, offered, read_back, returned, with_event


def kinds(plan: Plan) -> list[str]:
    return [fault.kind for fault in faults(plan.id, BATON, plan.batons[BATON])]


def without(plan: Plan, kind: str) -> Plan:
    baton = plan.batons[BATON]
    gone = [key for key, event in baton.events.items() if event.kind == kind]
    return plan.replace(batons=plan.batons.with_(BATON, baton.replace(events=baton.events.without(*gone))))


def passed() -> Plan:
    return answered(read_back(offered()))


def test_an_honest_history_is_whole() -> None:
    assert kinds(a_plan()) == kinds(passed()) == kinds(returned(offered())) == []


def test_each_way_in_which_a_step_cannot_be_so_has_its_kind() -> None:
    plan = passed()
    baton = plan.batons[BATON]
    (offer,) = (key for key, event in baton.events.items() if event.kind == OFFER)
    other = Event(kind=ACCEPT, content="x", by=JONAS, answers=offer)

    assert kinds(without(plan, OFFER)) == ["missing"]
    assert kinds(with_event(plan, other)) == ["unfit"]
    assert kinds(with_event(plan, Event(kind=ACCEPT, content="x", by=JONAS))) == ["unfit"]
    assert kinds(with_event(plan, Event(kind=OFFER, content="x", by=MIRA, body="{}"))) == ["altered"]
    foreign = offered(a_plan(id="elsewhere")).batons[BATON].events
    assert kinds(with_event(plan, next(iter(foreign.values())))) == ["foreign"]
    edited = baton.events.with_(offer, baton.events[offer].replace(at="2020-01-01T00:00Z"))
    assert kinds(plan.replace(batons=plan.batons.with_(BATON, baton.replace(events=edited)))) == ["altered"]


def test_a_head_is_witnessed_while_all_it_stands_for_is_there() -> None:
    first, whole = offered(), passed()
    early, late = (history_head(plan.batons) for plan in (first, whole))

    assert is_witnessed(whole.batons, late)
    assert is_witnessed(whole.batons, early)
    assert is_witnessed(whole.batons, shown_head(late).upper())
    assert not is_witnessed(first.batons, late)
    assert not is_witnessed(whole.batons, "")


def test_an_event_that_came_late_with_an_earlier_time_does_not_hide_the_witness() -> None:
    plan = passed()
    head = history_head(plan.batons)
    stray = Event(kind=OFFER, content="x", by=MIRA, at="2027-03-26T11:00+02:00")

    assert is_witnessed(with_event(plan, stray).batons, head)


def test_a_history_made_up_anew_is_found_by_the_witness_alone() -> None:
    head = history_head(passed().batons)
    forged = answered(read_back(offered(at="2027-03-20T10:00+02:00")))

    assert kinds(forged) == []
    assert not is_witnessed(forged.batons, head)


def test_a_read_back_that_was_changed_after_the_acceptance_differs_from_what_it_recorded() -> None:
    plan = passed()
    answer = plan.batons[BATON].events[Pass.of(plan, BATON).standing.answer]

    assert not read_back_differs(plan.batons[BATON], answer)
    assert read_back_differs(read_back(plan, "It is something else.").batons[BATON], answer)


@pytest.mark.parametrize("prompts", [(), ("What does it do?",)])
def test_heads_of_one_baton_and_of_the_plan_are_both_witnesses(prompts: tuple[str, ...]) -> None:
    plan = offered(a_plan(a_baton("Product to market", "pm", "pmm", prompts=prompts), a_baton("Other")))

    assert is_witnessed({BATON: plan.batons[BATON]}, history_head({BATON: plan.batons[BATON]}))
