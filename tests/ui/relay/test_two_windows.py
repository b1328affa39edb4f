"""A relay between two people with a copy of the plan each: two windows, files between them, no server.

Offered, read back and corrected, returned, offered again, accepted with a condition, the condition met.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget

from launchplanner.app.exchange import BATON_SUFFIX
from launchplanner.app.recording import recorded
from launchplanner.plan.batons import CORRECTED
from launchplanner.plan.edits import Record, open_conditions, set_conditions
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import (
    ACCEPTED_WITH_CONDITIONS,
    OFFERED,
    READ_BACK,
    READING,
    RETURNED,
    history_head,
)
from launchplanner.ui import workspace as workspace_module
from launchplanner.ui.dialogs.hand_over import HandOverDialog
from launchplanner.ui.dialogs.open_baton import OpenBatonDialog
from tests.ui.inspector.launches import JONAS, MAIN_BATON, MIRA, clock, ready
from tests.ui.relay.conftest import Sit
from tests.ui.relay.seat import Seat

InDialog = Callable[[Callable[[], object], Callable[[QDialog], None]], None]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
DEVICES = {MIRA: "mira-tp14", JONAS: "jonas-mbp"}


@pytest.fixture
def two_devices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let each person record under the name of a device of their own, a minute after the step before."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    minutes = iter(range(60))

    def at_own_desk(by: str) -> Record:
        made = recorded(by, f"2027-02-26T10:{next(minutes):02d}:00+01:00")
        return Record(made.by, DEVICES[by], made.at)

    monkeypatch.setattr(workspace_module, "recorded", at_own_desk)


@pytest.fixture
def carry(in_dialog: InDialog, chosen_file: Callable[[Path], None], tmp_path: Path) -> Callable[[Seat, Seat], str]:
    """Return what sends the baton from one window to the other by file; it returns what the preview said of it."""

    def by_file(sender: Seat, receiver: Seat) -> str:
        path = tmp_path / f"on-the-way{BATON_SUFFIX}"
        chosen_file(path)
        said: list[str] = []

        def save(dialog: QDialog) -> None:
            assert isinstance(dialog, HandOverDialog)
            dialog.copy.click()
            assert QApplication.clipboard().text() == dialog.words.toPlainText()
            dialog.verb.click()

        def take(dialog: QDialog) -> None:
            assert isinstance(dialog, OpenBatonDialog)
            said.append(dialog.holder.text())
            said.extend(label.text() for label in dialog.findChildren(QLabel))
            dialog.verb.click()

        sender.come_forward()
        in_dialog(lambda: sender.press(sender.window, Qt.Key.Key_H, CTRL_SHIFT), save)
        receiver.come_forward()
        in_dialog(lambda: receiver.press(receiver.window, Qt.Key.Key_O, CTRL_SHIFT), take)
        return "\n".join(said)

    return by_file


def questions(plan: Plan) -> list[str]:
    prompts = plan.batons[MAIN_BATON].prompts
    return sorted(prompts, key=lambda key: (prompts[key].order, key))


def answer_all(seat: Seat, words: str) -> None:
    seat.come_forward()
    for key in questions(seat.document.plan):
        field = seat.find(QPlainTextEdit, f"card-{key}-answer")
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        seat.write(f"card-{key}-answer", words)


def mark_all(seat: Seat, *, correct: str = "") -> None:
    seat.come_forward()
    seat.room.setFocus()
    if correct:
        seat.press(seat.room, Qt.Key.Key_C)
        field = seat.find(QPlainTextEdit, f"card-{seat.room.notes.current}-correction")
        QTest.keyClicks(field, correct)
        seat.press(field, Qt.Key.Key_Return)
        seat.room.setFocus()
    for _key in questions(seat.document.plan):
        seat.press(seat.room, Qt.Key.Key_R)


def steps(seat: Seat) -> set[tuple[str, str]]:
    """Return what was recorded, and on which device."""
    return {(event.kind, event.device) for event in seat.baton.events.values()}


def give_answer(seat: Seat, step: str, words: str, code: str = "") -> None:
    seat.come_forward()
    seat.click(f"pass-{step}")
    if code:
        codes = seat.find(QComboBox, "answer-code")
        codes.setCurrentIndex(codes.findData(code))
    note = seat.find(QPlainTextEdit, "answer-note")
    QTest.keyClicks(note, words)
    seat.find(QPushButton, "answer-take").click()


@pytest.mark.usefixtures("two_devices")
def test_a_relay_between_two_machines(sit: Sit, carry: Callable[[Seat, Seat], str]) -> None:
    jonas, mira = sit(ready(clock()), "Jonas Reyes"), sit(ready(clock()), "Mira Okafor")
    jonas.come_forward()
    jonas.enter_room()
    mira.come_forward()
    mira.enter_room()

    mira.press(mira.room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert mira.passing.standing.state == OFFERED
    said = carry(mira, jonas)
    assert said.startswith("Mira Okafor")
    assert jonas.passing.standing.state == OFFERED
    assert jonas.room.steps.kicker.text() == "Next action, yours"

    answer_all(jonas, "Bids are honest")
    assert jonas.passing.standing.state == READING
    carry(jonas, mira)
    mark_all(mira, correct="Bids of the 9 of 12")
    assert mira.passing.standing.state == READ_BACK
    carry(mira, jonas)
    first = questions(jonas.document.plan)[0]
    assert jonas.baton.prompts[first].mark == CORRECTED
    give_answer(jonas, "return", "Cohort of the error rate", "number without definition")
    assert jonas.passing.standing.state == RETURNED
    carry(jonas, mira)
    assert mira.passing.standing.state == RETURNED
    assert mira.passing.standing.holder == MIRA

    mira.come_forward()
    mira.write("room-bearing", "Cohort 16 to 23 Feb. ")
    mira.room.setFocus()
    mira.press(mira.room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    carry(mira, jonas)
    assert jonas.baton.bearing == mira.baton.bearing
    answer_all(jonas, "Bids of the cohort are honest")
    carry(jonas, mira)
    mark_all(mira)
    carry(mira, jonas)
    give_answer(jonas, "accept-with-conditions", "Consent for two quotes is on file")
    assert jonas.passing.standing.state == ACCEPTED_WITH_CONDITIONS
    assert mira.passing.standing.holder == MIRA
    said = carry(jonas, mira)

    assert said.startswith("Jonas Reyes")
    assert mira.passing.standing.state == ACCEPTED_WITH_CONDITIONS
    assert mira.passing.standing.holder == jonas.passing.standing.holder == JONAS
    (condition,) = set_conditions(mira.document.plan)
    assert open_conditions(mira.document.plan, condition.condition.blocks) == [condition]
    mira.come_forward()
    mira.click(f"condition-{condition.task}-met")
    carry(mira, jonas)
    for seat in (mira, jonas):
        assert not open_conditions(seat.document.plan, condition.condition.blocks)
    assert history_head(mira.document.plan.batons) == history_head(jonas.document.plan.batons)
    assert steps(mira) == {("offer", "mira-tp14"), ("return", "jonas-mbp"), ("accept with conditions", "jonas-mbp")}
    assert "Both sides on one device." not in mira.room.steps.history.note.text()


@pytest.mark.usefixtures("two_devices")
def test_a_receiver_without_the_plan_opens_the_baton_alone(
    sit: Sit, in_dialog: InDialog, chosen_file: Callable[[Path], None], tmp_path: Path
) -> None:
    mira = sit(ready(clock()), "Mira Okafor")
    mira.enter_room()
    mira.press(mira.room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    path = tmp_path / f"out{BATON_SUFFIX}"
    chosen_file(path)
    in_dialog(lambda: mira.press(mira.window, Qt.Key.Key_H, CTRL_SHIFT), lambda dialog: click(dialog, "dialog-accept"))
    mira.window.leave_document()

    in_dialog(lambda: mira.window.commands.files.open_path(path), lambda dialog: click(dialog, "dialog-accept"))

    assert list(mira.document.plan.batons) == [MAIN_BATON]
    assert mira.passing.standing.state == OFFERED
    assert mira.is_in_room


@pytest.mark.usefixtures("two_devices")
def test_a_damaged_file_is_refused_with_a_sentence(
    sit: Sit, in_dialog: InDialog, chosen_file: Callable[[Path], None], tmp_path: Path
) -> None:
    mira = sit(ready(clock()), "Mira Okafor")
    mira.enter_room()
    mira.press(mira.room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    path = tmp_path / f"out{BATON_SUFFIX}"
    chosen_file(path)
    in_dialog(lambda: mira.press(mira.window, Qt.Key.Key_H, CTRL_SHIFT), lambda dialog: click(dialog, "dialog-accept"))
    before = mira.document.plan
    mira.window.commands.exchange.open_path(path)
    assert "known here already" in mira.window.notice.message()

    path.write_bytes(path.read_bytes().replace(b"mira-tp14", b"mira-tp15"))
    mira.window.commands.exchange.open_path(path)

    assert "changed or damaged on its way" in mira.window.notice.message()
    assert mira.document.plan is before


def click(dialog: QWidget, name: str) -> None:
    made = dialog.findChild(QPushButton, name)
    assert isinstance(made, QPushButton)
    made.click()
