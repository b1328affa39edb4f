"""The baton's protocol: who holds it, and why."""

from itertools import permutations

import pytest

from launchplanner.plan.batons import Baton, BatonItem, Condition, Event, Prompt, Question
from launchplanner.plan.edits import (
    ITEMS,
    PROMPTS,
    Answer,
    BindRole,
    Change,
    ChangeInPack,
    EditError,
    Offer,
    Pass,
    Withdraw,
)
from launchplanner.plan.plan import BATON as BATON_KIND
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import (
    ACCEPT,
    ACCEPT_WITH_CONDITIONS,
    CONTENT_FIELDS,
    EXPIRED,
    ITEM_FIELDS,
    OFFER,
    RETURN,
    WITHDRAW,
    canonical,
    content_of,
    event_id,
    fingerprint,
    heads,
    history_head,
    standing,
)
from launchplanner.plan.values import Table
from tests.builders import a_baton, a_person, a_plan, an_item
from tests.plan.relay import (
    BATON,
    JONAS,
    MIRA,
    answered,
    joined,
    offered,
    read_back,
    record,
    returned,
    state,
    with_event,
    withdrawn,
)


def an_accepted_plan() -> Plan:
    return answered(read_back(offered()))


def test_a_relay_from_draft_to_acceptance() -> None:
    plan = a_plan(a_baton("Product to market", "pm", "pmm", items=[an_item("Spec", state="draft")]))
    assert state(plan) == ("draft", MIRA)

    plan = ChangeInPack(BATON, ITEMS, "spec", {"state": "ready"}).apply(plan)
    assert state(plan) == ("ready", MIRA)

    plan = offered(plan)
    assert state(plan) == ("offered", MIRA)

    plan = returned(read_back(plan))
    assert state(plan) == ("returned", MIRA)

    plan = ChangeInPack(BATON, ITEMS, "spec", {"evidence": "Spec v2, with the limits list"}).apply(plan)
    assert state(plan) == ("ready", MIRA)

    plan = offered(plan, at="2027-03-29T09:00+02:00")
    assert state(plan) == ("offered", MIRA)

    plan = read_back(plan)
    assert state(plan) == ("read back", MIRA)

    plan = answered(plan, ACCEPT_WITH_CONDITIONS, note="The demo account follows on Monday.")
    assert state(plan) == ("accepted with conditions", JONAS)
    assert len(plan.batons[BATON].events) == 4


def test_an_acceptance_names_the_offer_the_content_and_who_did_it_on_which_device() -> None:
    plan = an_accepted_plan()
    passing = Pass.of(plan, BATON)

    events = plan.batons[BATON].events
    offer, answer = events[passing.standing.offer], events[passing.standing.answer]
    assert (offer.kind, offer.by, offer.device) == (OFFER, MIRA, "mira-okafor-laptop")
    assert (answer.kind, answer.by, answer.strength) == (ACCEPT, JONAS, "read in full")
    assert answer.answers == passing.standing.offer
    assert answer.content == offer.content == fingerprint(offer.body)
    assert offer.body == passing.content


@pytest.mark.parametrize("kind", [ACCEPT, ACCEPT_WITH_CONDITIONS])
def test_no_mark_no_pass(kind: str) -> None:
    plan = ChangeInPack(BATON, PROMPTS, "q1", {"answer": "It lets people bid."}).apply(offered())

    with pytest.raises(EditError) as caught:
        answered(plan, kind, note="x")

    assert str(caught.value) == "The read-back is not finished: no mark, no pass."
    assert state(plan) == ("reading", MIRA)


def test_a_return_needs_no_read_back_but_a_reason() -> None:
    assert state(returned(offered())) == ("returned", MIRA)
    with pytest.raises(EditError, match="A return says why"):
        returned(offered(), code="do not like it")


def test_a_condition_has_to_be_said() -> None:
    with pytest.raises(EditError, match="Say what the condition is"):
        answered(read_back(offered()), ACCEPT_WITH_CONDITIONS, note=" ")


def test_what_cannot_be_offered_says_why() -> None:
    def refusal(plan: Plan, by: str = MIRA) -> str:
        with pytest.raises(EditError) as caught:
            Offer(BATON, record(by)).apply(plan)
        return str(caught.value)

    def baton(**fields: object) -> Plan:
        return a_plan(a_baton("Product to market", **{"giver": "pm", "receiver": "pmm", **fields}))  # type: ignore[arg-type]

    two = [an_item("Spec", state="draft"), an_item("Usage data", state="not applicable")]
    assert refusal(baton(items=[])) == "“Product to market” is empty: nothing is handed over yet."
    assert refusal(baton(items=two[:1])) == "“Spec” is not ready."
    assert refusal(baton(items=two)).startswith("2 items are not ready, such as “")
    assert refusal(baton(), by=JONAS) == "Only Mira Okafor can hand over here, and this is Jonas Reyes."
    assert refusal(baton(giver="Marketing")) == "“Product to market” has no single known giver."
    assert refusal(baton(receiver="")) == "“Product to market” has no single known receiver."
    assert (
        refusal(baton(receiver="pm", prompts=()))
        == "Mira Okafor would hand “Product to market” to themselves. Name a second reader."
    )
    assert refusal(offered(baton())) == "“Product to market” is already on offer."
    assert refusal(an_accepted_plan()) == "“Product to market” has already passed."


def test_what_is_not_on_offer_cannot_be_answered_or_withdrawn() -> None:
    with pytest.raises(EditError, match="not on offer: Mira Okafor hands it over first"):
        answered(read_back(a_plan()))
    with pytest.raises(EditError, match="is not on offer"):
        withdrawn(a_plan())
    with pytest.raises(EditError, match="Only Jonas Reyes can answer here, and this is Mira Okafor"):
        Answer(BATON, ACCEPT, record(MIRA)).apply(read_back(offered()))
    with pytest.raises(EditError, match="Only Mira Okafor can withdraw here, and this is Jonas Reyes"):
        Withdraw(BATON, record(JONAS)).apply(offered())


def test_a_baton_with_not_applicable_items_can_be_offered_when_each_says_why() -> None:
    item = an_item("Quotes", state="not applicable", reason="Nobody may be quoted.")

    assert state(offered(a_plan(a_baton("Product to market", "pm", "pmm", items=[item])))) == ("offered", MIRA)


def test_a_baton_to_oneself_passes_with_a_second_reader() -> None:
    plan = a_plan(a_baton("Product to market", "pm", "pm", second_reader="tessa-brandt"))

    passed = Answer(BATON, ACCEPT, record("tessa-brandt")).apply(read_back(offered(plan)))

    assert state(passed) == ("accepted", MIRA)
    assert state(Change(BATON_KIND, BATON, {"second_reader": JONAS}).apply(passed))[0] != "accepted"
    with pytest.raises(EditError, match="Mira Okafor hands this to themselves: Tessa Brandt answers it, or a night"):
        Answer(BATON, ACCEPT, record(MIRA)).apply(read_back(offered(plan)))


def test_a_baton_to_oneself_passes_after_a_night_and_a_written_read_back() -> None:
    plan = read_back(offered(a_plan(a_baton("Product to market", "pm", "pm"))))

    with pytest.raises(EditError, match="a night lies between offer and answer, or a second reader"):
        Answer(BATON, ACCEPT, record(MIRA, "2027-03-26T23:00+02:00")).apply(plan)
    assert state(Answer(BATON, ACCEPT, record(MIRA, "2027-03-27T07:00+02:00")).apply(plan)) == ("accepted", MIRA)


def test_content_that_changed_after_acceptance_goes_back_to_the_giver_until_handed_over_again() -> None:
    plan = an_accepted_plan()

    changed = ChangeInPack(BATON, ITEMS, "frozen-spec", {"evidence": "Spec v3"}).apply(plan)

    assert state(changed) == ("changed since", MIRA)
    assert state(offered(changed, at="2027-03-30T09:00+02:00")) == ("offered", MIRA)
    back = ChangeInPack(BATON, ITEMS, "frozen-spec", {"evidence": ""}).apply(changed)
    assert state(back) == ("accepted", JONAS)


def test_an_offer_does_not_cover_what_was_put_in_after_it() -> None:
    plan = ChangeInPack(BATON, ITEMS, "frozen-spec", {"evidence": "Spec v3"}).apply(read_back(offered()))

    assert state(plan) == ("ready", MIRA)
    with pytest.raises(EditError, match="not on offer"):
        answered(plan)


@pytest.mark.parametrize(
    ("edit", "holder"),
    [
        (BindRole("pmm", "tessa-brandt"), MIRA),
        (BindRole("pm", "tessa-brandt"), "tessa-brandt"),
        (Change(BATON_KIND, BATON, {"receiver": "tessa-brandt"}), MIRA),
    ],
)
def test_another_person_on_either_side_has_accepted_nothing(edit: BindRole | Change, holder: str) -> None:
    assert state(edit.apply(an_accepted_plan())) == ("ready", holder)


def test_a_baton_whose_receiver_is_not_one_person_any_more_is_the_givers() -> None:
    assert state(BindRole("pmm", "tessa-brandt", alone=False).apply(an_accepted_plan())) == ("draft", MIRA)


def test_moving_the_planned_day_hands_nothing_over_and_takes_nothing_back() -> None:
    assert state(Change(BATON_KIND, BATON, {"day": -10, "opens": 3}).apply(an_accepted_plan())) == ("accepted", JONAS)
    assert state(Change(BATON_KIND, BATON, {"day": -10}).apply(offered())) == ("offered", MIRA)


def test_a_withdrawn_offer_is_gone() -> None:
    plan = withdrawn(offered())

    assert state(plan) == ("ready", MIRA)
    assert state(offered(plan, at="2027-03-29T09:00+02:00")) == ("offered", MIRA)


def test_a_withdrawal_and_an_acceptance_that_did_not_know_of_each_other_are_disputed() -> None:
    plan = read_back(offered())

    both = joined(plan, withdrawn(plan), answered(plan))

    assert state(both) == ("disputed", MIRA)


def test_a_return_on_one_device_and_an_acceptance_on_another_are_disputed() -> None:
    plan = read_back(offered())

    assert state(joined(plan, returned(plan), answered(plan))) == ("disputed", MIRA)


def test_a_dispute_is_settled_by_handing_over_again() -> None:
    plan = read_back(offered())
    both = joined(plan, withdrawn(plan), answered(plan))

    again = offered(both, at="2027-03-29T09:00+02:00")

    assert state(again) == ("offered", MIRA)
    assert state(answered(read_back(again))) == ("accepted", JONAS)


def test_an_acceptance_of_an_offer_known_to_be_withdrawn_does_not_count() -> None:
    plan = read_back(offered())
    gone = withdrawn(plan)
    acceptance = next(event for event in answered(plan).batons[BATON].events.values() if event.kind == ACCEPT).replace(
        seen=heads(gone.batons[BATON].events)
    )

    assert state(with_event(gone, acceptance)) == ("ready", MIRA)


def test_nobody_else_can_take_an_offer_back_or_answer_it() -> None:
    plan = an_accepted_plan()
    offer = Pass.of(plan, BATON).standing.offer
    content = plan.batons[BATON].events[offer].content

    def said(kind: str, by: str) -> Plan:
        return with_event(plan, Event(kind=kind, content=content, by=by, answers=offer))

    assert state(said(WITHDRAW, "tessa-brandt")) == ("accepted", JONAS)
    assert state(said(WITHDRAW, JONAS)) == ("accepted", JONAS)
    assert state(said(RETURN, MIRA)) == ("accepted", JONAS)
    fresh = offered()
    forged = Event(kind=ACCEPT, content=content, by="tessa-brandt", answers=Pass.of(fresh, BATON).standing.offer)
    assert state(with_event(fresh, forged)) == ("offered", MIRA)


def test_an_acceptance_of_other_content_than_was_offered_does_not_count() -> None:
    plan = read_back(offered())
    forged = Event(kind=ACCEPT, content=fingerprint("other"), by=JONAS, answers=Pass.of(plan, BATON).standing.offer)

    assert state(with_event(plan, forged))[1] == MIRA


def test_an_acceptance_that_answers_no_known_offer_does_not_count() -> None:
    plan = an_accepted_plan()
    passing = Pass.of(plan, BATON).standing
    baton = plan.batons[BATON]
    torn = baton.replace(events=baton.events.without(passing.offer))

    assert state(plan.replace(batons=plan.batons.with_(BATON, torn))) == ("ready", MIRA)


def test_what_was_said_is_the_same_in_any_order_and_any_number_of_times() -> None:
    plan = read_back(offered())
    withdrawal, acceptance, refusal = withdrawn(plan), answered(plan), returned(plan)
    copies = [withdrawal, acceptance, refusal, offered(refusal, at="2027-03-29T09:00+02:00")]

    verdicts = {
        (state(whole), whole.batons[BATON])
        for order in permutations([*copies, acceptance])
        for whole in [joined(plan, *order)]
    }

    assert len(verdicts) == 1


def test_a_wrong_clock_does_not_turn_the_order_of_what_was_said() -> None:
    plan = returned(offered(at="2027-03-28T10:00+02:00"), code="item missing")
    late = Offer(BATON, record(MIRA, "2020-01-01T00:00+00:00")).apply(plan)
    back = Answer(BATON, RETURN, record(JONAS, "2020-01-01T00:00+00:00"), "scope changed").apply(late)

    events, standing_now = back.batons[BATON].events, Pass.of(back, BATON).standing
    assert events[standing_now.answer].code == "scope changed"


def test_events_that_claim_to_have_seen_each_other_do_not_hang_the_reader() -> None:
    baton = a_plan().batons[BATON]
    events = {name: Event(kind=OFFER, content="c", by=MIRA, seen=(other,)) for name, other in ("ab", "ba")}

    verdict = standing("sound", BATON, baton.replace(events=Table(events)), MIRA, JONAS)

    assert verdict.state == "ready"


def test_an_offer_expires_when_the_zone_has_closed_and_the_giver_keeps_the_baton() -> None:
    plan = offered()

    verdict = standing(plan.id, BATON, plan.batons[BATON], MIRA, JONAS, zone_closed=True)

    assert (verdict.state, verdict.holder) == (EXPIRED, MIRA)
    assert state(an_accepted_plan()) == ("accepted", JONAS)


def content(baton: Baton, plan: str = "p", key: str = "b", giver: str = "g", receiver: str = "r") -> str:
    return content_of(plan, key, baton, giver, receiver)


SIDES = {"giver", "receiver"}  # their answering persons are in the content, whatever the field says
OTHER: dict[str, object] = {
    "title": "Other",
    "kind": "main",
    "second_reader": "x",
    "day": 9,
    "opens": 9,
    "closes": 9,
    "answer_within": 9,
    "on_call": 9,
    "carries": "Other",
    "bearing": "Other",
    "opens_phase": "ramp",
    "items": Table({"i": BatonItem(title="Other")}),
    "prompts": Table({"q": Prompt(question="Other?")}),
    "questions": Table({"k": Question(text="Other?")}),
    "events": Table({"e": Event(kind=OFFER, content="c", by="x")}),
    "order": "9",
}


def test_every_field_of_a_baton_either_counts_in_its_content_or_does_not() -> None:
    assert set(OTHER) | SIDES == set(Baton.model_fields)
    baton = Baton(title="B")

    counting = {name for name, value in OTHER.items() if content(baton.replace(**{name: value})) != content(baton)}

    assert counting | SIDES == set(CONTENT_FIELDS)


def test_every_field_of_an_item_counts_but_its_place_in_the_row_and_what_the_receiver_answers() -> None:
    item = BatonItem(title="I")
    values: dict[str, object] = {**dict.fromkeys(BatonItem.model_fields, "other"), "required": True}

    counting = {
        name
        for name, value in values.items()
        if content(Baton(title="B", items=Table({"i": item.replace(**{name: value})})))
        != content(Baton(title="B", items=Table({"i": item})))
    }

    assert counting == set(ITEM_FIELDS)
    assert set(BatonItem.model_fields) - counting == {"order", "answer", "remark"}


def test_of_a_prompt_only_the_question_counts() -> None:
    prompt = Prompt(question="Why?")
    heard = prompt.replace(answer="So.", mark="corrected", correction="So and so.", offer="x", order="3")

    one, other = (content(Baton(title="B", prompts=Table({"q": found}))) for found in (prompt, heard))

    assert one == other


def test_plan_baton_and_both_people_count() -> None:
    baton = Baton(title="B")
    contents = {
        content(baton),
        content(baton, plan="p2"),
        content(baton, key="b2"),
        content(baton, giver="g2"),
        content(baton, receiver="r2"),
    }

    assert len(contents) == 5


def test_the_same_text_in_composed_and_decomposed_letters_is_the_same_content() -> None:
    assert canonical({"b": 1, "a": "Caf\u00e9"}) == canonical({"a": "Cafe\u0301", "b": 1}) == '{"a":"Café","b":1}'


def test_an_event_is_named_by_all_that_it_says() -> None:
    event = Event(kind=OFFER, content="c", by="mira-okafor")

    lists = {"seen": ("x",), "conditions": (Condition(text="x"),)}
    names = {event_id(event.replace(**{name: lists.get(name, "x")})) for name in Event.model_fields}

    assert len(names) == len(Event.model_fields)
    assert event_id(event) not in names


def test_the_heads_are_what_nobody_has_seen_yet() -> None:
    plan = offered()
    both = joined(plan, returned(plan), withdrawn(plan))

    assert len(heads(both.batons[BATON].events)) == 2
    assert len(heads(offered(both, at="2027-03-29T09:00+02:00").batons[BATON].events)) == 1


def test_the_head_of_the_history_is_another_after_each_event_and_without_any() -> None:
    plan = offered()

    witnesses = {history_head(step.batons) for step in (a_plan(), plan, read_back(plan), returned(plan))}

    assert len(witnesses) == 3


def test_a_role_is_asked_on_the_planned_day_of_the_baton() -> None:
    plan = a_plan(a_person("Jonas Reyes", key="jonas-reyes"), a_person("Ada Obi", key="ada"))
    plan = BindRole("pmm", "jonas-reyes", end=plan.launch_day.replace(month=3, day=20)).apply(plan)
    plan = BindRole("pmm", "ada", start=plan.launch_day.replace(month=3, day=21), alone=False).apply(plan)

    assert Pass.of(plan, BATON).receiver == "ada"
    assert Pass.of(Change(BATON_KIND, BATON, {"day": -25}).apply(plan), BATON).receiver == "jonas-reyes"
