"""The live handover on the run sheet, by keys alone: what is said is kept, what is not marked does not pass."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from launchplanner.app.analysis import analyse
from launchplanner.plan.batons import CORRECTED, DRAFT, RIGHT, Baton
from launchplanner.plan.edits import ITEMS, ChangeInPack, Edit, EditError, Pass
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPTED, OFFERED, READING
from launchplanner.reports.runsheet import BRIEFING, PREVIEW, READ_BACK, REVIEW, TAKING_OVER
from launchplanner.ui.relay.run_sheet import RunSheet
from launchplanner.ui.relay.sheet_state import SheetState, clock_text
from launchplanner.ui.theme import DARK, LIGHT, tokens_of
from tests.ui.inspector.launches import JONAS, MAIN_BATON, busy, clock, offered, read_back, ready, recorded
from tests.ui.relay.conftest import Sit

TODAY = date(2027, 2, 24)
NOON = datetime(2027, 2, 24, 12, 0)  # noqa: DTZ001 - the sheet counts what passes, not what time it is


class Room:
    """A run sheet before a plan that takes its edits, and somebody at its keyboard."""

    def __init__(self, plan: Plan, state: SheetState, today: date) -> None:
        self.plan = plan
        self.today = today
        self.now = NOON
        self.sheet = RunSheet(recorded, state, lambda: self.now)
        self.sheet.edit_asked.connect(self.do)

    def do(self, edit: Edit) -> None:
        try:
            self.plan = edit.apply(self.plan)
            self.sheet.show_snapshot(analyse(self.plan, self.today, ()))
        except EditError as error:
            self.sheet.show_trouble(str(error))

    @property
    def baton(self) -> Baton:
        return self.plan.batons[MAIN_BATON]

    @property
    def state(self) -> str:
        return Pass.of(self.plan, MAIN_BATON).standing.state

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is, as a person does."""
        for key in keys:
            QTest.keyClick(self._focus(), key)

    def say(self, words: str) -> None:
        """Type words where the focus is, and Enter."""
        QTest.keyClicks(self._focus(), words)
        self.press(Qt.Key.Key_Return)

    def _focus(self) -> QWidget:
        return self.sheet.focusWidget() or self.sheet


Enter = Callable[..., Room]


@pytest.fixture
def enter(qtbot: QtBot) -> Enter:
    def open_sheet(plan: Plan, state: SheetState | None = None, *, today: date = TODAY) -> Room:
        room = Room(plan, state or SheetState(), today)
        qtbot.addWidget(room.sheet)
        room.sheet.resize(1440, 900)
        room.sheet.open_on(analyse(plan, today, ()), MAIN_BATON)
        room.sheet.show()
        room.sheet.activateWindow()
        qtbot.waitUntil(room.sheet.isActiveWindow)
        return room

    return open_sheet


def test_a_whole_handover_by_keys(enter: Enter) -> None:
    room = enter(ready(clock()))
    key = Qt.Key

    room.press(key.Key_Return)
    assert (room.sheet.state.step, room.sheet.briefing.title.text()) == (BRIEFING, "Bearing")
    room.press(key.Key_Right, key.Key_Right, key.Key_Right)
    assert room.sheet.briefing.title.text() == "Outlook"
    room.press(key.Key_Right)
    assert room.sheet.page() is room.sheet.offer
    room.press(key.Key_Return)
    assert room.state == OFFERED
    for number in range(len(room.baton.prompts)):
        room.say(f"In own words {number}")
        if number == 1:
            room.press(key.Key_C)
            room.say("The 9 of 12")
        else:
            room.press(key.Key_R)
    assert room.sheet.state.step == TAKING_OVER
    assert room.sheet.taking.title.text() == "“I have the baton: Product to market.”"
    room.press(key.Key_Return)

    assert room.state == ACCEPTED
    assert room.sheet.taking.title.text() == "Jonas Reyes holds the baton."
    assert room.sheet.head.receiver.what.text() == "holds it"
    marks = sorted(prompt.mark for prompt in room.baton.prompts.values())
    assert marks == [CORRECTED, *[RIGHT] * 5]
    (answer,) = [event for event in room.baton.events.values() if event.kind == "accept"]
    assert (answer.by, answer.strength) == (JONAS, "read and corrected")


def test_the_pack_is_covered_until_the_mark_and_looking_it_up_is_noted(enter: Enter) -> None:
    room = enter(read_back(clock(), marked=False))
    room.press(Qt.Key.Key_3)
    first = room.sheet.state.prompt
    assert room.sheet.reading.cover.is_covered
    assert room.sheet.reading.cover.text() == ""

    room.press(Qt.Key.Key_Space)
    assert not room.sheet.reading.cover.is_covered
    room.press(*[Qt.Key.Key_R] * 6)
    room.press(Qt.Key.Key_Return)

    assert first in room.sheet.state.uncovered
    (answer,) = [event for event in room.baton.events.values() if event.kind == "accept"]
    assert answer.note == "The pack was uncovered before the mark of question 1."


def test_a_parked_question_keeps_taking_over_closed(enter: Enter) -> None:
    room = enter(read_back(clock(), marked=False))
    room.press(Qt.Key.Key_3, Qt.Key.Key_P)
    parked = next(iter(room.sheet.state.parked))
    assert room.sheet.state.prompt != parked

    room.press(*[Qt.Key.Key_R] * 5)
    assert room.sheet.state.prompt == parked
    room.press(Qt.Key.Key_4, Qt.Key.Key_Return)

    assert room.state == READING
    assert room.sheet.taking.reason.text() == "Question 1 has no mark. 1 is parked. No mark, no pass."
    room.press(Qt.Key.Key_3, Qt.Key.Key_R)
    assert room.sheet.state.step == TAKING_OVER
    assert room.sheet.taking.verb.isEnabled()


def test_z_takes_back_the_last_mark(enter: Enter) -> None:
    room = enter(read_back(clock(), marked=False))
    room.press(Qt.Key.Key_3)
    first = room.sheet.state.prompt
    room.press(Qt.Key.Key_R)
    assert room.baton.prompts[first].mark == RIGHT

    room.press(Qt.Key.Key_Z)

    assert room.baton.prompts[first].mark == ""
    assert room.sheet.state.prompt == first


def test_nobody_takes_over_for_somebody_who_is_not_there(enter: Enter) -> None:
    room = enter(read_back(busy(clock())), today=date(2027, 2, 26))
    assert room.sheet.state.step == PREVIEW
    assert "is not here" in room.sheet.preview.title.text()

    room.press(Qt.Key.Key_4, Qt.Key.Key_Return)
    assert room.state != ACCEPTED
    assert room.sheet.taking.reason.text() == "Jonas is not here. Nobody takes over for somebody else."
    room.press(Qt.Key.Key_H, Qt.Key.Key_Return)

    assert room.state == ACCEPTED


def test_a_pack_that_is_not_ready_is_not_handed_over(enter: Enter) -> None:
    plan = ready(clock())
    item = min(plan.batons[MAIN_BATON].items)
    room = enter(ChangeInPack(MAIN_BATON, ITEMS, item, {"state": DRAFT}).apply(plan))

    room.press(Qt.Key.Key_3, Qt.Key.Key_Return)

    assert room.sheet.offer.reason.text() == "“Product spec, frozen v2” is not ready."
    assert not room.baton.events


def test_a_question_is_noted_on_the_pull_list(enter: Enter) -> None:
    room = enter(read_back(clock(), marked=False))
    room.press(Qt.Key.Key_3, Qt.Key.Key_N)
    room.say("Who signs the price?")

    (question,) = room.baton.questions.values()
    assert (question.text, question.asked_by) == ("Who signs the price?", JONAS)
    assert room.sheet.question.isHidden()


def test_esc_leaves_and_keeps_what_is_half_typed(enter: Enter) -> None:
    state = SheetState()
    room = enter(offered(clock()), state)
    room.press(Qt.Key.Key_3)
    asked = state.prompt
    QTest.keyClicks(room.sheet.reading.answer, "Sealed bids")
    room.now = NOON + timedelta(minutes=7)
    room.sheet.close()

    assert room.baton.prompts[asked].answer == "Sealed bids"
    assert state.elapsed(NOON + timedelta(hours=9)) == timedelta(minutes=7)
    again = enter(room.plan, state)
    assert again.sheet.page() is again.sheet.reading


def test_the_clock_changes_its_words_past_the_end() -> None:
    assert clock_text(timedelta(minutes=16, seconds=20)) == ("16:20", "of 30 minutes")
    assert clock_text(timedelta(minutes=30)) == ("30:00", "of 30 minutes")
    assert clock_text(timedelta(minutes=35, seconds=1)) == ("35:01", "5 minutes over")


def test_it_is_dark_by_default_and_light_by_choice(enter: Enter) -> None:
    room = enter(ready(clock()))
    assert tokens_of(room.sheet.reading.right) is DARK

    room.sheet.foot.look.click()

    assert tokens_of(room.sheet.reading.right) is LIGHT


@pytest.mark.parametrize("size", [(1024, 700), (860, 560), (2560, 1440)])
def test_every_step_fits(enter: Enter, size: tuple[int, int]) -> None:
    room = enter(read_back(clock(), marked=False))
    room.sheet.resize(*size)

    for step in (PREVIEW, BRIEFING, READ_BACK, TAKING_OVER, REVIEW):
        room.press(getattr(Qt.Key, f"Key_{step}"))
        assert (room.sheet.width(), room.sheet.height()) == size


def test_the_window_opens_it_and_takes_its_edits(sit: Sit) -> None:
    seat = sit(ready(clock()))
    seat.enter_room()
    seat.click("room-sheet")
    sheet = seat.window.commands.relay.sheet
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_3)
    QTest.keyClick(sheet, Qt.Key.Key_Return)

    assert seat.passing.standing.state == OFFERED
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    sheet.close()
    assert seat.window.commands.relay.sheet is None
    seat.come_forward()
