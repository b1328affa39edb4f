"""The baton's page in the real window: opened from where one is, worked by keyboard, honest about what is lacking."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from launchplanner.plan.batons import CORRECTED, DRAFT, RIGHT
from launchplanner.plan.edits import ITEMS, Answer, Ask, Change, ChangeInPack, Mark, MeetCondition, Record
from launchplanner.plan.plan import BATON, TASK, Plan
from launchplanner.plan.protocol import ACCEPT_WITH_CONDITIONS, ACCEPTED, OFFERED, READ_BACK, READING
from launchplanner.reports.runsheet import corrected_answer
from launchplanner.ui.relay.room import BatonRoom
from tests.ui.inspector.launches import JONAS, MAIN_BATON, MIRA, accepted, clock, offered, read_back, ready, returned
from tests.ui.relay.conftest import Sit

CTRL = Qt.KeyboardModifier.ControlModifier


def prompts(plan: Plan) -> list[str]:
    return [key for key, _one in sorted(plan.batons[MAIN_BATON].prompts.items(), key=lambda e: (e[1].order, e[0]))]


def buttons(room: BatonRoom) -> dict[str, bool]:
    return {kind: made.isEnabled() for kind, made in room.steps.foot.buttons().items()}


def test_the_page_opens_by_key_and_esc_goes_back_to_the_view(sit: Sit) -> None:
    seat = sit(ready(clock()))
    assert seat.window.workspace is not None
    seat.window.workspace.show_view("people")

    room = seat.enter_room()
    assert room.head.title.text() == "Product to market"
    seat.press(room, Qt.Key.Key_Escape)

    assert not seat.is_in_room
    assert seat.window.workspace.view_area().isVisible()
    assert seat.window.workspace.selection == ((BATON, MAIN_BATON),)


def test_enter_on_a_baton_of_a_view_opens_it(sit: Sit) -> None:
    seat = sit(ready(clock()))
    assert seat.window.workspace is not None

    seat.window.workspace.timeline.open_asked.emit(BATON, MAIN_BATON)

    assert seat.is_in_room


def test_ctrl_enter_hands_over_and_later_accepts(sit: Sit) -> None:
    seat = sit(ready(clock()))
    room = seat.enter_room()
    assert room.steps.heading.text() == "Hand it over"

    seat.press(room, Qt.Key.Key_Return, CTRL)
    assert seat.passing.standing.state == OFFERED
    for key in prompts(seat.document.plan):
        seat.write(f"card-{key}-answer", "One sealed round.")
    assert seat.passing.standing.state == READING
    room.setFocus()
    for _prompt in prompts(seat.document.plan):
        seat.press(room, Qt.Key.Key_R)
    assert seat.passing.standing.state == READ_BACK
    seat.press(room, Qt.Key.Key_Return, CTRL)

    assert seat.passing.standing.state == ACCEPTED
    assert seat.passing.standing.holder == JONAS
    assert room.head.receiver.what.text() == "PMM receives, holds it now"


def test_r_and_c_work_on_the_question_in_turn(sit: Sit) -> None:
    seat = sit(read_back(clock(), marked=False))
    room = seat.enter_room()
    first, second, third = prompts(seat.document.plan)[:3]
    assert room.notes.current == first

    seat.press(room, Qt.Key.Key_J)
    assert room.notes.current == second
    seat.press(room, Qt.Key.Key_K)
    seat.press(room, Qt.Key.Key_R)
    assert seat.baton.prompts[first].mark == RIGHT
    assert room.notes.current == second
    seat.press(room, Qt.Key.Key_C)
    correction = seat.find(QPlainTextEdit, f"card-{second}-correction")
    assert correction.hasFocus()
    QTest.keyClicks(correction, "Only for pilots")
    seat.press(correction, Qt.Key.Key_Return)

    assert (seat.baton.prompts[second].mark, seat.baton.prompts[second].correction) == (CORRECTED, "Only for pilots")
    assert room.notes.current == third


def test_selected_words_are_struck_and_the_right_ones_stand_below(sit: Sit) -> None:
    seat = sit(read_back(clock(), marked=False))
    room = seat.enter_room()
    first = prompts(seat.document.plan)[0]
    answer = seat.find(QPlainTextEdit, f"card-{first}-answer")
    answer.find("one sealed round")

    seat.press(room, Qt.Key.Key_C)
    correction = seat.find(QPlainTextEdit, f"card-{first}-correction")
    QTest.keyClicks(correction, "two rounds")
    seat.press(correction, Qt.Key.Key_Return)

    prompt = seat.baton.prompts[first]
    pieces, right = corrected_answer(prompt)
    assert [text for text, struck in pieces if struck] == ["one sealed round"]
    assert right == "two rounds"
    assert room.notes.stack.row(first).right_words.text() == "Mira: two rounds"
    assert "one sealed round" in prompt.answer


def test_letters_are_text_while_one_types(sit: Sit) -> None:
    seat = sit(offered(clock()))
    seat.enter_room()
    first = prompts(seat.document.plan)[0]

    seat.write(f"card-{first}-answer", "RCJK")

    assert seat.baton.prompts[first].answer == "RCJK"
    assert seat.baton.prompts[first].mark == ""


def test_esc_takes_back_typing_before_it_leaves(sit: Sit) -> None:
    seat = sit(offered(clock()))
    room = seat.enter_room()
    first = prompts(seat.document.plan)[0]
    answer = seat.find(QPlainTextEdit, f"card-{first}-answer")
    answer.setFocus()
    QTest.keyClicks(answer, "half a")

    seat.press(answer, Qt.Key.Key_Escape)
    assert (answer.toPlainText(), seat.is_in_room) == ("", True)
    seat.press(answer, Qt.Key.Key_Escape)
    assert room.hasFocus()
    seat.press(room, Qt.Key.Key_Escape)

    assert not seat.is_in_room


def test_what_is_typed_is_kept_on_leaving(sit: Sit) -> None:
    seat = sit(offered(clock()))
    seat.enter_room()
    first = prompts(seat.document.plan)[0]
    answer = seat.find(QPlainTextEdit, f"card-{first}-answer")
    answer.setFocus()
    QTest.keyClicks(answer, "Sealed bids")

    assert seat.window.workspace is not None
    seat.window.workspace.show_view("timeline")

    assert seat.baton.prompts[first].answer == "Sealed bids"


def test_what_cannot_be_done_yet_says_why(sit: Sit) -> None:
    seat = sit(ready(clock(), less=1))
    room = seat.enter_room()

    assert buttons(room) == {"offer": False}
    assert room.steps.foot.reason.text().endswith("is not ready.")
    assert room.steps.heading.text() == "Make the pack ready"
    assert room.steps.steps.texts()[0] == "Pack ready, 11 of 12 items now now"


@pytest.mark.parametrize(
    ("me", "can", "says"),
    [
        (MIRA, {"accept": False, "return": False, "accept with conditions": False, "withdraw": True}, "Only Jonas"),
        (JONAS, {"accept": True, "return": True, "accept with conditions": True, "withdraw": False}, "Only Mira"),
        ("", {"accept": True, "return": True, "accept with conditions": True, "withdraw": True}, ""),
    ],
)
def test_only_the_receivers_own_copy_offers_to_accept(sit: Sit, me: str, can: dict[str, bool], says: str) -> None:
    seat = sit(read_back(clock()))
    room = seat.enter_room()

    room.show_me(me)

    assert buttons(room) == can
    assert room.steps.foot.reason.text().startswith(says)


def test_the_receiver_cannot_mark_their_own_answer(sit: Sit) -> None:
    seat = sit(read_back(clock(), marked=False))
    room = seat.enter_room()
    room.show_me(JONAS)

    seat.press(room, Qt.Key.Key_R)

    first = prompts(seat.document.plan)[0]
    assert seat.baton.prompts[first].mark == ""
    assert room.notes.stack.row(first).waits.text() == "waits for Mira"


def test_a_return_shows_its_reason_and_what_to_do(sit: Sit) -> None:
    seat = sit(returned(clock()))
    room = seat.enter_room()

    assert room.head.state.text() == "Returned"
    assert room.steps.heading.text() == "Mend it, and hand it over again"
    assert any("number without definition" in said for said in room.steps.said())
    assert "Returned once" in room.facts.texts()


def test_a_change_after_acceptance_shows_the_difference(sit: Sit) -> None:
    plan = Change(BATON, MAIN_BATON, {"bearing": "Ten advertisers."}).apply(accepted(clock()))
    item = min(plan.batons[MAIN_BATON].items)
    plan = ChangeInPack(MAIN_BATON, ITEMS, item, {"state": DRAFT}).apply(plan)
    seat = sit(plan)
    room = seat.enter_room()

    assert room.head.state.text() == "Changed since it was accepted"
    said = " ".join(room.steps.said())
    assert "Ten advertisers." in said
    assert "was ready and is draft" in said


def test_a_condition_is_met_on_the_page(sit: Sit) -> None:
    record = Record(JONAS, "jonas-mbp", "2027-03-01T11:20:00+01:00")
    plan = Answer(MAIN_BATON, ACCEPT_WITH_CONDITIONS, record, note="Consent is on file").apply(read_back(clock()))
    seat = sit(plan)
    room = seat.enter_room()
    (task,) = room.steps.conditions.stack.rows()

    seat.click(f"condition-{task}-met")

    assert seat.document.plan == MeetCondition(task).apply(plan)
    assert room.steps.conditions.stack.row(task).head.caption() == "met"


def test_an_item_is_opened_and_changed_in_place(sit: Sit) -> None:
    seat = sit(ready(clock()))
    room = seat.enter_room()
    key = min(seat.baton.items)
    line = room.pack.stacks["artefact"].row(key)

    seat.press(line.head, Qt.Key.Key_Return)
    seat.write(f"item-{key}-evidence", "Signed: ")

    assert seat.baton.items[key].evidence == "Signed: Fingerprint and change list"
    menu = line.row.state.menu
    next(action for action in menu.actions() if action.text() == "Draft").trigger()
    assert seat.baton.items[key].state == DRAFT


def test_a_question_of_the_pull_list_is_asked_and_answered(sit: Sit) -> None:
    seat = sit(Ask(MAIN_BATON, "k1", "Who signs the price?", JONAS, date(2027, 2, 10)).apply(ready(clock())))
    room = seat.enter_room()
    assert room.pack.asked.text() == "0 of 1 answered"

    seat.write("question-k1-answer", "Ines does")

    assert seat.baton.questions["k1"].answer == "Ines does"
    assert room.pack.asked.text() == "1 of 1 answered"


def test_a_task_that_is_left_leads_to_it(sit: Sit) -> None:
    seat = sit(ready(clock()))
    room = seat.enter_room()
    key, row = next(iter(room.pack.tasks.rows().items()))

    row.click()

    assert not seat.is_in_room
    assert seat.window.workspace is not None
    assert seat.window.workspace.selection == ((TASK, key),)


def test_the_page_of_a_removed_baton_closes(sit: Sit) -> None:
    seat = sit(clock())
    seat.enter_room()

    seat.document.take_over(seat.document.plan.replace(batons=seat.document.plan.batons.without(MAIN_BATON)), "gone")

    assert not seat.is_in_room


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (860, 560)])
def test_nothing_is_wider_than_the_window(sit: Sit, size: tuple[int, int]) -> None:
    seat = sit(
        Mark(MAIN_BATON, min(clock().batons[MAIN_BATON].prompts), MIRA, "So").apply(read_back(clock())), size=size
    )
    room = seat.enter_room()

    assert seat.window.width() == size[0]
    for pane in (room.pack, room.notes, room.steps):
        area = pane.parentWidget()
        assert area is not None
        assert pane.width() <= area.width()
        assert pane.minimumSizeHint().width() <= area.width()
