"""The read-back: answers in own words, marks for one offer only, and yes or no to each criterion."""

import json

import pytest

from launchplanner.plan.batons import Event
from launchplanner.plan.edits import (
    ITEMS,
    Answer,
    AnswerItem,
    AnswerQuestion,
    Ask,
    ChangeInPack,
    EditError,
    Mark,
    Offer,
    Pass,
    ReadBack,
    TakeBackQuestion,
)
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import (
    ACCEPT,
    ACCEPT_WITH_CONDITIONS,
    ACCEPTED,
    OFFER,
    canonical,
    event_id,
    fingerprint,
)
from tests.builders import a_baton, a_plan, an_item
from tests.plan.relay import BATON, JONAS, MIRA, answered, joined, offered, read_back, record, returned, state

TESSA = "tessa-brandt"
LATER = {"conditions", "key", "signature"}


def again(plan: Plan) -> Plan:
    """Return the plan after a return, with the pack mended and handed over once more."""
    mended = ChangeInPack(BATON, ITEMS, "frozen-spec", {"evidence": "v2"}).apply(returned(plan))
    return Offer(BATON, record(MIRA, "2027-03-29T09:00+02:00")).apply(mended)


def test_the_receiver_reads_back_and_the_giver_marks() -> None:
    plan = ReadBack(BATON, "q1", " People bid once. ", JONAS).apply(offered())
    assert state(plan)[0] == "reading"

    plan = Mark(BATON, "q1", MIRA, "They bid once, sealed.").apply(plan)

    prompt = plan.batons[BATON].prompts["q1"]
    assert (prompt.answer, prompt.mark, prompt.correction) == (
        "People bid once.",
        "corrected",
        "They bid once, sealed.",
    )
    assert state(plan)[0] == "read back"


def test_a_new_offer_asks_for_the_marks_anew_and_keeps_the_answers_as_drafts() -> None:
    plan = again(read_back(offered()))

    prompt = plan.batons[BATON].prompts["q1"]
    assert (prompt.answer, prompt.mark, prompt.offer) == ("It lets people bid.", "", "")
    assert state(plan)[0] == "offered"
    with pytest.raises(EditError, match="no mark, no pass"):
        answered(plan)


def test_a_mark_of_an_earlier_offer_never_counts() -> None:
    plan = again(read_back(offered()))
    old = read_back(offered()).batons[BATON].prompts["q1"]
    baton = plan.batons[BATON]
    smuggled = plan.replace(batons=plan.batons.with_(BATON, baton.replace(prompts=baton.prompts.with_("q1", old))))

    assert smuggled.batons[BATON].prompts["q1"].is_heard
    assert state(smuggled)[0] == "offered"
    with pytest.raises(EditError, match="no mark, no pass"):
        answered(smuggled)


def test_the_same_words_said_to_another_offer_are_not_marked_yet() -> None:
    marked = read_back(offered(at="2027-03-26T11:00+02:00"))
    plan = returned(joined(marked, offered(at="2027-03-26T10:00+02:00")))
    assert state(plan)[0] == "offered"

    again = ReadBack(BATON, "q1", marked.batons[BATON].prompts["q1"].answer, JONAS).apply(plan)

    assert again.batons[BATON].prompts["q1"].mark == ""
    assert state(again)[0] == "reading"


def test_an_answer_keeps_the_read_back_as_it_stood() -> None:
    plan = answered(read_back(offered()))

    answer = plan.batons[BATON].events[Pass.of(plan, BATON).standing.answer]
    assert json.loads(answer.body)["prompts"]["q1"] == {
        "question": "What does it do, in two sentences?",
        "answer": "It lets people bid.",
        "mark": "right",
        "correction": "",
    }


def test_only_the_sides_read_back_and_mark_and_only_an_offer() -> None:
    plan = offered()
    with pytest.raises(EditError, match="Only Jonas Reyes can read back here, and this is Mira Okafor"):
        ReadBack(BATON, "q1", "x", MIRA).apply(plan)
    with pytest.raises(EditError, match="Only Mira Okafor can mark the read-back here, and this is Jonas Reyes"):
        Mark(BATON, "q1", JONAS).apply(plan)
    with pytest.raises(EditError, match="has no answer to mark yet"):
        Mark(BATON, "q1", MIRA).apply(plan)
    with pytest.raises(EditError, match="is not on offer"):
        ReadBack(BATON, "q1", "x", JONAS).apply(a_plan())


def test_the_second_reader_of_a_pass_to_oneself_reads_back_and_marks() -> None:
    plan = offered(a_plan(a_baton("Product to market", "pm", "pm", second_reader=TESSA)))

    plan = Mark(BATON, "q1", TESSA).apply(ReadBack(BATON, "q1", "It bids.", TESSA).apply(plan))

    assert state(Answer(BATON, ACCEPT, record(TESSA)).apply(plan)) == (ACCEPTED, MIRA)


def test_a_no_goes_back_with_its_reason_and_stops_a_plain_acceptance() -> None:
    plan = read_back(offered())
    with pytest.raises(EditError, match="A no goes back with its reason"):
        AnswerItem(BATON, "frozen-spec", "no", JONAS).apply(plan)
    with pytest.raises(EditError, match="answered yes or no"):
        AnswerItem(BATON, "frozen-spec", "perhaps", JONAS).apply(plan)

    plan = AnswerItem(BATON, "frozen-spec", "no", JONAS, "No limits in it.").apply(plan)

    with pytest.raises(EditError, match="“Frozen spec” was answered no"):
        answered(plan)
    assert state(answered(plan, ACCEPT_WITH_CONDITIONS, note="The limits follow."))[0] == "accepted with conditions"
    assert not again(plan).batons[BATON].items["frozen-spec"].answer


def test_what_must_travel_cannot_be_let_go_without_a_reason() -> None:
    plan = a_plan(a_baton("Product to market", "pm", "pmm", items=[an_item("Usage data", required=True)]))

    with pytest.raises(EditError, match="must travel with this baton"):
        ChangeInPack(BATON, ITEMS, "usage-data", {"required": False}).apply(plan)
    freed = ChangeInPack(BATON, ITEMS, "usage-data", {"required": False, "reason": "Nothing runs yet"}).apply(plan)
    assert not freed.batons[BATON].items["usage-data"].required


def test_a_question_of_the_pull_list_is_answered_or_dated_with_one_owner() -> None:
    plan = Ask(BATON, "k1", " Which regions? ", JONAS).apply(a_plan())
    question = plan.batons[BATON].questions["k1"]
    assert (question.text, question.asked_by, question.is_answered) == ("Which regions?", JONAS, False)
    with pytest.raises(EditError, match="Answer it, or name one owner and a day"):
        AnswerQuestion(BATON, "k1", owner=MIRA).apply(plan)

    dated = AnswerQuestion(BATON, "k1", owner=MIRA, due=-13).apply(plan)
    known = AnswerQuestion(BATON, "k1", "All four").apply(dated)

    assert dated.batons[BATON].questions["k1"].is_dated
    assert known.batons[BATON].questions["k1"].answer == "All four"
    assert not TakeBackQuestion(BATON, "k1").apply(known).batons[BATON].questions
    assert state(known) == state(a_plan())


def test_questions_without_words_or_with_a_taken_id_are_refused() -> None:
    plan = Ask(BATON, "k1", "Which regions?").apply(a_plan())
    with pytest.raises(EditError, match="Write the question"):
        Ask(BATON, "k2", " ").apply(plan)
    with pytest.raises(EditError, match="already a part with the id “k1”"):
        Ask(BATON, "k1", "Why?").apply(plan)
    with pytest.raises(EditError, match="not in “Product to market” any more"):
        TakeBackQuestion(BATON, "k9").apply(plan)


def test_an_event_from_before_there_were_conditions_and_keys_keeps_its_id() -> None:
    event = Event(kind=OFFER, content="c", by=MIRA, at="2027-03-26T10:00+02:00")
    as_it_was = {name: value for name, value in event.model_dump(mode="json").items() if value or name not in LATER}

    assert set(Event.model_fields) >= LATER
    assert event_id(event) == fingerprint(canonical(as_it_was))
    assert set(as_it_was) == set(Event.model_fields) - LATER
