"""What waits for somebody: each thing once, with the one action, until it is done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from launchplanner.checks import Context, checked
from launchplanner.plan.edits import Answer, Ask, MeetCondition, Record
from launchplanner.plan.plan import BATON, TASK, Plan
from launchplanner.plan.protocol import ACCEPT_WITH_CONDITIONS
from launchplanner.reports import waiting as w
from launchplanner.reports.source import Source
from launchplanner.ui.dialogs.waiting import WaitingDialog
from tests.ui.inspector.launches import JONAS, MAIN_BATON, MIRA, clock, offered, read_back, ready
from tests.ui.relay.conftest import Sit

EARLY = date(2027, 1, 4)


def kinds(plan: Plan, person: str, today: date = EARLY) -> list[str]:
    context = Context(plan, today)
    found = w.waiting(Source(context, checked(context, ())), person)
    return [one.kind for one in found if one.part[1] == MAIN_BATON or one.part[0] == TASK]


def test_each_step_of_a_pass_waits_for_one_person() -> None:
    plan = clock()

    assert [(kinds(state, MIRA), kinds(state, JONAS)) for state in (plan, ready(plan), offered(plan))] == [
        ([], []),
        ([w.TO_OFFER], []),
        ([], [w.TO_READ_BACK]),
    ]
    assert (kinds(read_back(plan, marked=False), MIRA), kinds(read_back(plan, marked=False), JONAS)) == (
        [w.TO_MARK],
        [],
    )
    assert (kinds(read_back(plan), MIRA), kinds(read_back(plan), JONAS)) == ([], [w.TO_ACCEPT])


def test_a_question_waits_for_the_giver_until_it_is_answered() -> None:
    plan = Ask(MAIN_BATON, "k1", "Who signs?", JONAS, EARLY).apply(clock())

    assert kinds(plan, MIRA) == [w.TO_ANSWER]
    assert kinds(plan, JONAS) == []


def test_a_condition_waits_for_its_owner_until_it_is_met() -> None:
    record = Record(JONAS, "jonas-mbp", "2027-02-25T11:20:00+01:00")
    plan = Answer(MAIN_BATON, ACCEPT_WITH_CONDITIONS, record, note="Consent on file").apply(read_back(clock()))
    context = Context(plan, EARLY)
    (one,) = [e for e in w.waiting(Source(context, checked(context, ())), MIRA) if e.kind == w.TO_MEET]

    assert one.text == "Condition: Consent on file"
    assert w.TO_MEET not in kinds(MeetCondition(one.part[1]).apply(plan), MIRA)


def test_a_late_task_waits_for_its_owner_and_stands_after_the_passes() -> None:
    found = kinds(ready(clock()), MIRA, date(2027, 2, 10))

    assert found[0] == w.TO_OFFER
    assert set(found[1:]) == {w.TO_FINISH}


def test_one_says_who_one_is_and_goes_to_what_waits(
    sit: Sit, in_dialog: Callable[[Callable[[], object], Callable[[QDialog], None]], None]
) -> None:
    seat = sit(read_back(clock(), marked=False))
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, WaitingDialog)
        says = dialog.findChild(QLabel, "waiting-says")
        assert isinstance(says, QLabel)
        assert says.text() == "Say who you are, and this list is yours."
        dialog.who.setCurrentIndex(dialog.who.findData(MIRA))
        dialog.who.activated.emit(dialog.who.currentIndex())
        do = next(made for made in dialog.findChildren(QPushButton) if made.text() == "Mark")
        do.click()

    in_dialog(lambda: seat.press(seat.window, Qt.Key.Key_W, held), choose)

    assert seat.window.desk.settings.settings.me == "Mira Okafor"
    assert seat.is_in_room
    assert seat.window.workspace is not None
    assert seat.window.workspace.selection == ((BATON, MAIN_BATON),)
    assert seat.room.steps.kicker.text() == "Next action, yours"
