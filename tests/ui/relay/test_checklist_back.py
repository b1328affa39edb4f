"""A checklist that was ticked outside: shown before it is taken in, one step of undo, and no pass by a tick."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from launchplanner.app.analysis import analyse
from launchplanner.app.exporting import CHECKLIST, exported
from launchplanner.plan.batons import MISSING, READY
from launchplanner.plan.edits import ITEMS, ChangeInPack
from launchplanner.ui.dialogs.checklist_back import ChecklistBackDialog
from tests.ui.inspector.launches import MAIN_BATON, clock, ready
from tests.ui.relay.conftest import Sit
from tests.ui.relay.seat import TODAY

InDialog = Callable[[Callable[[], object], Callable[[QDialog], None]], None]


ITEM = min(clock().batons[MAIN_BATON].items)
LACKING = ChangeInPack(MAIN_BATON, ITEMS, ITEM, {"state": MISSING}).apply(ready(clock()))


@pytest.fixture
def handed_out(tmp_path: Path) -> Path:
    """Return the checklist of a baton that lacks one item, as it was exported."""
    path = tmp_path / "checklist.md"
    moment = datetime(2027, 2, 26, 9, 0, tzinfo=UTC)
    exported(analyse(LACKING, TODAY), path, report=CHECKLIST, batons=(MAIN_BATON,), at=moment)
    return path


@pytest.fixture
def filled(handed_out: Path) -> Path:
    """Return the same checklist with the item ticked, as somebody with an editor of text would."""
    text = handed_out.read_text(encoding="utf-8")
    box = f"☐ Ready <!-- lp:item/{MAIN_BATON}/{ITEM}/ready"
    assert box in text
    handed_out.write_text(text.replace(box, box.replace("☐", "☑")), encoding="utf-8")
    return handed_out


def test_ticks_are_shown_and_taken_in_as_one_step(
    sit: Sit, filled: Path, in_dialog: InDialog, chosen_file: Callable[[Path], None]
) -> None:
    seat = sit(LACKING)
    before = seat.document.plan
    chosen_file(filled)

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, ChecklistBackDialog)
        assert dialog.verb.text() == "Take in 1 change"
        assert any("Product spec, frozen v2" in label.text() for label in dialog.findChildren(QLabel))
        dialog.verb.click()

    in_dialog(seat.window.commands.exchange.read_checklist, take)

    assert seat.baton.items[ITEM].state == READY
    assert not seat.baton.events
    seat.press(seat.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seat.document.plan is before


def test_a_checklist_that_says_nothing_new_cannot_be_taken(
    sit: Sit, handed_out: Path, in_dialog: InDialog, chosen_file: Callable[[Path], None]
) -> None:
    seat = sit(LACKING)
    before = seat.document.plan
    chosen_file(handed_out)

    def look(dialog: QDialog) -> None:
        verb = dialog.findChild(QPushButton, "dialog-accept")
        assert isinstance(verb, QPushButton)
        assert not verb.isEnabled()

    in_dialog(seat.window.commands.exchange.read_checklist, look)

    assert seat.document.plan is before


def test_a_file_that_is_no_checklist_is_refused(sit: Sit, chosen_file: Callable[[Path], None], tmp_path: Path) -> None:
    seat = sit(ready(clock()))
    path = tmp_path / "letter.csv"
    path.write_text("Dear Jonas", encoding="utf-8")
    chosen_file(path)

    seat.window.commands.exchange.read_checklist()

    assert "letter.csv" in seat.window.notice.message()
