"""A baton between two copies of a plan: any order, twice, late or lost, and nothing false."""

import pytest

from launchplanner.plan.batons import Event
from launchplanner.plan.edits import (
    ITEMS,
    Answer,
    AnswerItem,
    AnswerQuestion,
    Ask,
    BindRole,
    ChangeInPack,
    Edit,
    Mark,
    MeetCondition,
    Offer,
    ReadBack,
    Remove,
    set_conditions,
)
from launchplanner.plan.exchange import ExchangeError, OpenParcel, Parcel, merged, parcel_of, plan_from
from launchplanner.plan.plan import BATON as BATON_KIND
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS, RETURN
from tests.builders import a_baton, a_person, a_plan
from tests.plan.relay import BATON, JONAS, MIRA, offered, record, state

SPEC = "frozen-spec"


def made(plan: Plan, *edits: Edit) -> Plan:
    for edit in edits:
        plan = edit.apply(plan)
    return plan


def sent(plan: Plan, sender: str) -> Parcel:
    return parcel_of(plan, BATON, sender)


def test_a_whole_relay_over_files() -> None:
    giver = receiver = a_plan(
        a_baton("Product to market", "pm", "pmm"), a_baton("Message to field", "pmm", "sales-lead", day=-4)
    )

    giver = offered(giver)
    receiver = made(receiver, OpenParcel(sent(giver, MIRA)), ReadBack(BATON, "q1", "It bids.", JONAS))
    giver = made(giver, OpenParcel(sent(receiver, JONAS)), Mark(BATON, "q1", MIRA, "It lets people bid."))
    receiver = made(receiver, OpenParcel(sent(giver, MIRA)))
    assert state(receiver) == state(giver) == ("read back", MIRA)

    receiver = made(receiver, Answer(BATON, RETURN, record(JONAS, "2027-03-26T12:00+02:00"), "item missing", "Limits"))
    giver = made(
        giver,
        OpenParcel(sent(receiver, JONAS)),
        ChangeInPack(BATON, ITEMS, SPEC, {"evidence": "v2, with the limits"}),
        Offer(BATON, record(MIRA, "2027-03-26T13:00+02:00")),
    )
    receiver = made(receiver, OpenParcel(sent(giver, MIRA)))
    assert receiver.batons[BATON].items[SPEC].evidence == "v2, with the limits"
    assert state(receiver) == ("offered", MIRA)

    receiver = made(receiver, ReadBack(BATON, "q1", "It lets people bid.", JONAS))
    giver = made(giver, OpenParcel(sent(receiver, JONAS)), Mark(BATON, "q1", MIRA))
    late = record(JONAS, "2027-03-26T15:00+02:00")
    receiver = made(
        receiver, OpenParcel(sent(giver, MIRA)), Answer(BATON, ACCEPT_WITH_CONDITIONS, late, note="Demo account")
    )
    before = state(giver)
    found = merged(giver, sent(receiver, JONAS))
    giver = found.plan

    assert (before, state(giver)) == (("read back", MIRA), ("accepted with conditions", JONAS))
    assert "Jonas Reyes holds the baton from now on." in found.news
    (condition,) = set_conditions(giver)
    assert giver.tasks[condition.task] == receiver.tasks[condition.task]
    giver = made(giver, MeetCondition(condition.task, "Sent on Monday"))
    receiver = made(receiver, OpenParcel(sent(giver, MIRA)))
    assert condition.is_met(receiver)
    assert state(receiver) == state(giver)


def test_a_file_that_says_nothing_new_changes_nothing() -> None:
    plan = offered()

    found = merged(plan, sent(plan, MIRA))

    assert found.plan is plan
    assert found.news == ()


def test_an_old_file_that_comes_late_takes_nothing_back() -> None:
    first = sent(offered(), MIRA)
    plan = made(
        offered(),
        Answer(BATON, RETURN, record(JONAS), "item missing", "Limits"),
        ChangeInPack(BATON, ITEMS, SPEC, {"evidence": "v2"}),
        Offer(BATON, record(MIRA, "2027-03-27T10:00+02:00")),
        ReadBack(BATON, "q1", "It bids.", JONAS),
        Mark(BATON, "q1", MIRA),
    )

    assert merged(plan, first).plan is plan


def test_the_giver_who_worked_on_keeps_the_work_and_an_acceptance_of_the_old_content_moves_nothing() -> None:
    at_jonas = made(offered(), ReadBack(BATON, "q1", "It bids.", JONAS))
    at_mira = made(offered(), OpenParcel(sent(at_jonas, JONAS)), Mark(BATON, "q1", MIRA))
    at_jonas = made(at_jonas, OpenParcel(sent(at_mira, MIRA)), Answer(BATON, ACCEPT, record(JONAS)))
    at_mira = ChangeInPack(BATON, ITEMS, SPEC, {"evidence": "v3"}).apply(at_mira)

    joined = made(at_mira, OpenParcel(sent(at_jonas, JONAS)))

    assert joined.batons[BATON].items[SPEC].evidence == "v3"
    assert state(joined) == ("changed since", MIRA)


def test_a_receiver_without_the_plan_reads_it_back_in_one_made_from_the_file() -> None:
    bare = plan_from(sent(offered(), MIRA))
    assert set(bare.people) == {MIRA, JONAS}
    assert state(bare) == ("offered", MIRA)

    answer = made(bare, ReadBack(BATON, "q1", "It bids.", JONAS), AnswerItem(BATON, SPEC, "yes", JONAS))
    at_mira = made(offered(), OpenParcel(sent(answer, JONAS)))

    assert at_mira.batons[BATON].prompts["q1"].answer == "It bids."
    assert at_mira.batons[BATON].items[SPEC].answer == "yes"


def test_what_does_not_belong_here_says_so() -> None:
    parcel = sent(offered(), MIRA)

    def refusal(plan: Plan, found: Parcel = parcel) -> str:
        with pytest.raises(ExchangeError) as caught:
            merged(plan, found)
        return str(caught.value)

    assert refusal(a_plan(id="other", title="Other launch")) == (
        "This baton belongs to the launch “New auction model”, and the plan here is “Other launch”. "
        "Open that plan first."
    )
    assert refusal(Remove(BATON_KIND, (BATON,)).apply(a_plan())).startswith(
        "The plan here has no baton “Product to market” (product-to-market)"
    )


def test_tampered_and_missing_history_is_refused_with_what_is_wrong() -> None:
    plan = Answer(BATON, RETURN, record(JONAS), "item missing", "Limits").apply(offered())
    baton = plan.batons[BATON]
    offer, answer = (next(key for key, one in baton.events.items() if one.kind == kind) for kind in ("offer", RETURN))

    def refusal(events: dict[str, Event]) -> str:
        parcel = sent(plan, MIRA).replace(
            baton=baton.replace(events=baton.events.without(offer, answer).updated(events))
        )
        with pytest.raises(ExchangeError) as caught:
            merged(a_plan(), parcel)
        return str(caught.value)

    nicer = baton.events[answer].replace(note="All is well")
    assert refusal({offer: baton.events[offer], answer: nicer}) == (
        f"“Product to market”: the step “return” ({answer[:12]}) is not what it was when it was written down. "
        "Ask Mira Okafor to write the file again."
    )
    assert "history was removed" in refusal({answer: baton.events[answer]})


def test_copies_that_do_not_agree_on_who_receives_say_so_and_pass_nothing() -> None:
    here = BindRole("pmm", "tessa-brandt").apply(a_plan())

    found = merged(here, sent(offered(), MIRA))

    assert found.news[-1].startswith("Here Tessa Brandt receives, in the file Jonas Reyes: until both agree")
    assert state(found.plan) == ("ready", MIRA)


def test_questions_of_both_sides_are_kept_and_an_answer_is_never_lost() -> None:
    asked = Ask(BATON, "k1", "Which regions?", JONAS).apply(a_plan())
    here = AnswerQuestion(BATON, "k1", "All four").apply(asked)
    there = Ask(BATON, "k2", "Since when?", JONAS).apply(asked)

    one, other = (made(plan, OpenParcel(sent(by, MIRA))) for plan, by in ((here, there), (there, here)))

    assert one.batons[BATON].questions == other.batons[BATON].questions
    assert one.batons[BATON].questions["k1"].answer == "All four"


def test_a_file_carries_only_what_the_other_side_needs() -> None:
    plan = a_plan(a_person("Jonas Reyes", "pmm", "sales-lead", order="2", email="j@example.com"))

    parcel = sent(plan, MIRA)

    assert [hold.role for hold in parcel.people[JONAS].holds] == ["pmm"]
    assert set(parcel.people) == {MIRA, JONAS}
    assert set(parcel.roles) == {"pm", "pmm"}
