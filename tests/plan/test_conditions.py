"""Conditions of an acceptance: tasks with one owner that hold the receiver's next baton up until they are done."""

import pytest

from launchplanner.plan.batons import Condition
from launchplanner.plan.edits import (
    Answer,
    Change,
    EditError,
    MeetCondition,
    Offer,
    Remove,
    condition,
    open_conditions,
    set_conditions,
)
from launchplanner.plan.plan import TASK, Plan
from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS
from launchplanner.plan.work import DROPPED
from tests.builders import a_baton, a_plan
from tests.plan.relay import BATON, JONAS, MIRA, answered, offered, read_back, record, state

NEXT = "message-to-field"


def a_relay() -> Plan:
    """Return a plan in which the receiver of the first baton gives the second, eight working days later."""
    return a_plan(
        a_baton("Product to market", "pm", "pmm"),
        a_baton("Message to field", "pmm", "sales-lead", day=-4),
        a_baton("Between two others", "sales-lead", "pm", day=-6),
    )


def accepted(*conditions: Condition, note: str = "") -> Plan:
    plan = read_back(offered(a_relay()))
    return Answer(
        BATON, ACCEPT_WITH_CONDITIONS, record(JONAS, "2027-03-26T15:00+02:00"), note=note, conditions=conditions
    ).apply(plan)


def test_a_condition_in_words_is_the_givers_and_due_before_the_receivers_next_pass() -> None:
    plan = accepted(note="The demo account follows.")

    (found,) = set_conditions(plan)
    task = plan.tasks[found.task]
    assert (task.title, task.owner, task.start.days) == ("The demo account follows.", MIRA, -5)
    assert task.phase == "positioning"
    assert task.notes == "Condition on which Jonas Reyes accepted “Product to market”."
    assert found.condition.blocks == NEXT
    assert f"{found.task}>{NEXT}" in plan.dependencies
    assert state(plan) == ("accepted with conditions", JONAS)


def test_each_condition_has_its_own_task_with_its_owner_and_day() -> None:
    plan = accepted(
        condition(a_relay(), BATON, "Demo account", owner="tessa-brandt", day=-8),
        condition(a_relay(), BATON, "Limits list"),
    )

    tasks = [plan.tasks[one.task] for one in set_conditions(plan)]
    assert [(task.title, task.owner, task.start.days) for task in tasks] == [
        ("Demo account", "tessa-brandt", -8),
        ("Limits list", MIRA, -5),
    ]
    assert len({task.order for task in plan.tasks.values()}) == len(plan.tasks)


def offer_next(plan: Plan) -> Plan:
    return Offer(NEXT, record(JONAS, "2027-04-07T10:00+02:00")).apply(plan)


def test_an_unmet_condition_holds_the_next_baton_up() -> None:
    plan = accepted(note="The demo account follows.")

    with pytest.raises(EditError) as caught:
        offer_next(plan)

    assert str(caught.value) == (
        "A condition of an earlier pass holds “Message to field” up until it is done: “The demo account follows.”."
    )
    met = MeetCondition(set_conditions(plan)[0].task, "It came on Monday").apply(plan)
    assert open_conditions(met, NEXT) == []
    assert offer_next(met).batons[NEXT].events


def test_an_offer_made_before_the_condition_cannot_be_accepted_while_it_is_unmet() -> None:
    plan = offer_next(read_back(offered(a_relay())))
    plan = answered(plan, ACCEPT_WITH_CONDITIONS, note="The demo account follows.")
    for key in plan.batons[NEXT].prompts:
        plan = read_back_of(plan, key)

    with pytest.raises(EditError, match="holds “Message to field” up"):
        Answer(NEXT, ACCEPT, record("tessa-brandt")).apply(plan)


def read_back_of(plan: Plan, prompt: str) -> Plan:
    baton = plan.batons[NEXT]
    (offer,) = baton.events
    heard = baton.prompts[prompt].replace(answer="So.", mark="right", offer=offer)
    return plan.replace(batons=plan.batons.with_(NEXT, baton.replace(prompts=baton.prompts.with_(prompt, heard))))


@pytest.mark.parametrize("how", ["dropped", "removed"])
def test_a_condition_whose_task_is_dropped_or_removed_is_not_met(how: str) -> None:
    plan = accepted(note="The demo account follows.")
    task = set_conditions(plan)[0].task
    edit = Change(TASK, task, {"status": DROPPED}) if how == "dropped" else Remove(TASK, (task,))

    plan = edit.apply(plan)

    assert [one.task for one in open_conditions(plan, NEXT)] == [task]
    assert open_conditions(MeetCondition(task).apply(plan), NEXT) == []


def test_a_condition_counts_only_while_its_acceptance_does() -> None:
    plan = accepted(note="The demo account follows.")

    changed = Change("baton", BATON, {"bearing": "Everything is different."}).apply(plan)

    assert state(changed)[0] == "changed since"
    assert set_conditions(changed) == []


def test_the_last_baton_of_the_clock_holds_nothing_up() -> None:
    plan = answered(read_back(offered()), ACCEPT_WITH_CONDITIONS, note="The demo account follows.")

    (found,) = set_conditions(plan)
    assert (found.condition.blocks, found.condition.day) == ("", -12 + 5)


def test_a_task_that_no_condition_asks_for_meets_none() -> None:
    with pytest.raises(EditError, match="No condition has the task “product-spec”"):
        MeetCondition("product-spec").apply(accepted(note="x"))
