"""A whole pass by typing and clicking, what holds it up in words, and what is in the baton."""

import json
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from launchplanner.plan.batons import DRAFT, MISSING, NOT_APPLICABLE, READY, Baton
from launchplanner.plan.edits import Change, ChangeInPack, Pass
from launchplanner.plan.plan import BATON, Plan
from launchplanner.plan.protocol import ACCEPTED, ACCEPTED_WITH_CONDITIONS, CHANGED, OFFERED, READY_TO_OFFER, RETURNED
from launchplanner.ui.inspector.baton_history import HistoryList
from launchplanner.ui.inspector.baton_items import StateButton
from launchplanner.ui.inspector.baton_page import BatonPage
from launchplanner.ui.kit.buttons import Button
from tests.builders import a_baton, a_plan, an_item
from tests.ui.inspector.conftest import Open
from tests.ui.inspector.pane import Pane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
PASS = ((BATON, "b4"),)
ITEMS = (an_item("Spec"), an_item("Usage data"))


def a_launch(**fields: Any) -> Plan:
    given: dict[str, Any] = {"giver": "pm", "receiver": "pmm", "items": ITEMS, "prompts": ("Why?", "For whom?")}
    return a_plan(a_baton("Product to market", key="b4", **{**given, **fields}))


def baton(pane: Pane) -> Baton:
    return pane.plan.batons["b4"]


def state(pane: Pane) -> str:
    return Pass.of(pane.plan, "b4").standing.state


def page(pane: Pane) -> BatonPage:
    shown = pane.inspector.page()
    assert isinstance(shown, BatonPage)
    return shown


def press(pane: Pane, kind: str) -> None:
    pane.mouse(page(pane).foot.buttons()[kind])


def set_state(pane: Pane, item: str, value: str) -> None:
    button = pane.find(StateButton, f"item-{item}-state")
    texts = {MISSING: "Missing", DRAFT: "Draft", READY: "Ready", NOT_APPLICABLE: "Not applicable…"}
    next(action for action in button.menu.actions() if action.text() == texts[value]).trigger()


def read_back(pane: Pane) -> None:
    for key, answer in (("q1", "Bids are honest."), ("q2", "Mid-market sellers.")):
        pane.type(f"prompt-{key}-answer", answer, key=None)
        pane.find(QWidget, "baton-bearing").setFocus()


def test_a_pass_from_the_offer_to_the_acceptance(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    told = [page(pane).foot.title.text()]

    press(pane, "offer")
    told.append(page(pane).foot.title.text())
    read_back(pane)
    told.append(page(pane).foot.title.text())
    pane.click("prompt-q1-right")
    pane.click("prompt-q2-correct")
    pane.type("prompt-q2-correction", "Enterprise sellers.")
    told.append(page(pane).foot.title.text())
    press(pane, "accept")

    assert told == [
        "Next: Mira hands over",
        "Next: Jonas reads back",
        "Next: Mira marks the answers",
        "Next: Jonas accepts or returns it",
    ]
    assert state(pane) == ACCEPTED
    assert Pass.of(pane.plan, "b4").standing.holder == "jonas-reyes"
    assert (
        page(pane).says.text().startswith("Jonas Reyes holds it. Accepted Thu 25 Feb 2027, 16:40, read and corrected")
    )


def test_each_step_is_recorded_under_the_name_of_its_side(opened: Open) -> None:
    pane = opened(a_launch(prompts=()), PASS)
    press(pane, "offer")
    press(pane, "accept")

    events = sorted(baton(pane).events.values(), key=lambda event: event.kind)

    assert [(event.kind, event.by, event.strength) for event in events] == [
        ("accept", "jonas-reyes", "saw the list"),
        ("offer", "mira-okafor", ""),
    ]
    told = pane.find(HistoryList, "history")
    assert "recorded under the name Jonas Reyes on device mira-tp14" in told.texts()[0]
    assert "Both sides on one device." in told.note.text()


def test_the_button_names_who_does_it_and_is_shut_with_a_reason(opened: Open) -> None:
    pane = opened(a_launch(items=(an_item("Spec", state=DRAFT), ITEMS[1])), PASS)
    offer = page(pane).foot.buttons()["offer"]

    assert (offer.label(), offer.isEnabled(), offer.kind) == ("Hand over as Mira Okafor", False, "filled")
    assert page(pane).foot.reason.text() == "“Spec” is not ready."


def test_an_unmarked_answer_keeps_acceptance_shut(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    press(pane, "offer")
    read_back(pane)
    pane.click("prompt-q1-right")

    foot = page(pane).foot

    assert (foot.buttons()["accept"].isEnabled(), foot.reason.text()) == (
        False,
        "1 answer is not marked. No mark, no pass.",
    )


def test_a_mark_is_taken_off_again(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    press(pane, "offer")
    read_back(pane)
    pane.click("prompt-q1-right")

    pane.click("prompt-q1-unmark")

    assert baton(pane).prompts["q1"].mark == ""


def test_a_return_says_why(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    press(pane, "offer")
    press(pane, "return")
    codes = pane.find(QComboBox, "answer-code")
    codes.setCurrentIndex(codes.findData("number without definition"))
    pane.words(pane.find(QPlainTextEdit, "answer-note"), "No baseline.")

    pane.click("answer-take")

    assert state(pane) == RETURNED
    assert "Returned Thu 25 Feb 2027, 16:40: number without definition. No baseline." in page(pane).says.text()
    assert page(pane).foot.buttons()["offer"].label() == "Hand over again as Mira Okafor"


def test_a_return_can_be_left(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    press(pane, "offer")
    press(pane, "return")

    pane.click("answer-leave")

    assert (state(pane), page(pane).foot.buttons()["return"].isVisible()) == (OFFERED, True)


def test_conditions_need_words(opened: Open) -> None:
    pane = opened(a_launch(prompts=()), PASS)
    press(pane, "offer")
    press(pane, "accept with conditions")
    before = pane.find(Button, "answer-take").isEnabled()
    pane.words(pane.find(QPlainTextEdit, "answer-note"), "Two quotes by Friday, Mira.")

    pane.click("answer-take")

    assert (before, state(pane)) == (False, ACCEPTED_WITH_CONDITIONS)
    assert "Condition: Two quotes by Friday, Mira." in page(pane).says.text()


def test_an_offer_is_withdrawn_by_its_giver(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    press(pane, "offer")

    press(pane, "withdraw")

    assert state(pane) == READY_TO_OFFER
    assert {event.by for event in baton(pane).events.values()} == {"mira-okafor"}


def test_what_changed_since_the_acceptance_is_said(opened: Open) -> None:
    pane = opened(a_launch(prompts=()), PASS)
    press(pane, "offer")
    press(pane, "accept")

    set_state(pane, "spec", DRAFT)

    assert state(pane) == CHANGED
    assert "It changed since Jonas accepted it: “Spec” was ready and is draft." in page(pane).says.text()


def test_nobody_to_give_it_is_told_and_the_fields_are_open(opened: Open) -> None:
    pane = opened(a_launch(giver="Mira & Jonas"), PASS)
    foot = page(pane).foot
    assert (foot.reason.text(), foot.buttons()["offer"].isEnabled()) == (
        "“Mira & Jonas” is not one person who gives it.",
        False,
    )

    pane.type("baton-giver-field", "Mira Okafor")

    assert (baton(pane).giver, foot.buttons()["offer"].isEnabled()) == ("mira-okafor", True)


def test_one_person_on_both_sides_needs_a_second_reader(opened: Open) -> None:
    pane = opened(a_launch(receiver="mira-okafor"), PASS)
    page(pane).more.setChecked(True)
    before = page(pane).foot.reason.text()

    pane.type("baton-second-field", "Tessa Brandt")

    assert before == "Mira Okafor gives and receives it. Name a second reader, who reads it back."
    assert page(pane).foot.buttons()["offer"].isEnabled()


def test_states_of_items_are_chosen_at_their_word(opened: Open) -> None:
    pane = opened(a_launch(), PASS)

    set_state(pane, "spec", DRAFT)

    assert (baton(pane).items["spec"].state, pane.text("item-spec-state")) == (DRAFT, "draft")


def test_what_does_not_apply_asks_why(opened: Open) -> None:
    pane = opened(a_launch(), PASS)

    set_state(pane, "spec", NOT_APPLICABLE)
    field = pane.inspector.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    pane.words(field, "No usage yet")
    pane.find(QWidget, "baton-bearing").setFocus()

    item = baton(pane).items["spec"]
    assert (item.state, item.reason, item.is_settled) == (NOT_APPLICABLE, "No usage yet", True)


def test_items_are_added_one_after_the_other(opened: Open) -> None:
    pane = opened(a_launch(), PASS)

    pane.type("item-add", "Demo account")
    pane.type("item-add", "Known limits")

    assert [item.title for item in sorted(baton(pane).items.values(), key=lambda one: one.order)][-2:] == [
        "Demo account",
        "Known limits",
    ]
    assert (pane.text("item-add"), pane.find(QWidget, "item-add").hasFocus()) == ("", True)


def test_an_item_is_edited_and_taken_out_where_it_stands(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    pane.click("item-spec-head")
    pane.type("item-spec-criterion", "Nothing changed since the freeze", key=None)
    pane.find(QWidget, "item-spec-evidence").setFocus()
    edited = baton(pane).items["spec"].criterion

    pane.click("item-spec-remove")

    assert (edited, list(baton(pane).items)) == ("Nothing changed since the freeze", ["usage-data"])


def test_what_must_travel_offers_no_way_out(opened: Open) -> None:
    pane = opened(a_launch(items=(an_item("Spec", required=True),)), PASS)

    pane.click("item-spec-head")

    assert not page(pane).items.rows()["spec"].editor.remove.isVisible()


def test_questions_are_added_and_taken_out_after_the_pencil(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    pane.click("baton-questions")

    pane.type("prompt-add", "What would stop you?")
    pane.click("prompt-q1-off")

    assert [prompt.question for prompt in baton(pane).prompts.values() if prompt.question != "For whom?"] == [
        "What would stop you?"
    ]


def test_the_planned_day_and_the_zone_are_changed(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    pane.click("baton-more")

    pane.type("baton-day", "T-10")
    pane.type("baton-opens", "4")

    assert (baton(pane).day, baton(pane).zone) == (-10, (-14, -8))


def test_the_checklist_of_this_baton_is_asked_for(opened: Open) -> None:
    pane = opened(a_launch(), PASS)

    pane.click("pass-checklist")

    assert pane.exported == ["b4"]


def test_an_answer_changed_after_its_mark_loses_it(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    press(pane, "offer")
    read_back(pane)
    pane.click("prompt-q1-right")

    pane.type("prompt-q1-answer", "Something else.", key=None)
    pane.find(QWidget, "baton-bearing").setFocus()

    assert (baton(pane).prompts["q1"].answer, baton(pane).prompts["q1"].mark) == ("Something else.", "")


def test_after_the_pass_the_answers_are_only_to_be_read(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    press(pane, "offer")
    read_back(pane)
    pane.click("prompt-q1-right")
    pane.click("prompt-q2-right")
    press(pane, "accept")

    assert page(pane).prompts.rows()["q1"].answer.isReadOnly()
    assert page(pane).foot.buttons() == {}


def test_a_damaged_offer_is_told_and_not_guessed_at(opened: Open) -> None:
    plan = a_launch(prompts=())
    pane = opened(plan, PASS)
    press(pane, "offer")
    press(pane, "accept")
    events = {
        key: event.replace(body=json.dumps(["not", "a", "baton"])) if event.kind == "offer" else event
        for key, event in baton(pane).events.items()
    }

    pane.do(Change(BATON, "b4", {"events": events, "bearing": "Changed since"}))

    assert "so the difference cannot be shown" in page(pane).says.text()


def test_the_same_pass_shown_again_keeps_what_is_open(opened: Open) -> None:
    pane = opened(a_launch(), PASS)
    pane.click("item-spec-head")
    press(pane, "offer")
    press(pane, "return")

    pane.do(ChangeInPack("b4", "prompts", "q1", {"answer": "From another copy"}))

    assert page(pane).items.rows()["spec"].editor.isVisible()
    assert page(pane).foot.panel.isVisible()
