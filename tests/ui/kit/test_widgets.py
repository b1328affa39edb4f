"""Pressing, choosing, answering, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QMenu,
    QPushButton,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from launchplanner.ui import kit
from launchplanner.ui.theme import LIGHT

# The offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

VIEWS = [("timeline", "Timeline"), ("tasks", "Tasks"), ("people", "R&D people")]


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def child(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_a_button_does_one_thing_when_pressed(qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = kit.button("Jonas owns it", on_click=lambda: pressed.append("yes"))
    qtbot.addWidget(made)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    QTest.keyClick(made, Qt.Key.Key_Space)

    assert pressed == ["yes", "yes"]


def test_a_filled_button_is_ink_and_one_switched_off_is_not(qtbot: QtBot) -> None:
    made = kit.button("Hand over", "filled")
    qtbot.addWidget(made)
    assert made.grab().toImage().pixelColor(6, 16).name().upper() == LIGHT.ink

    made.setEnabled(False)

    assert LIGHT.ink not in colours(made)


def test_the_focus_ring_is_for_the_keyboard(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = kit.columns(window)
    made = kit.button("Open baton")
    row.addWidget(kit.line_edit("Title"))
    row.addWidget(made)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def ring() -> bool:
        return made.grab().toImage().pixelColor(1, 16).name().upper() == LIGHT.ink

    made.setFocus(Qt.FocusReason.MouseFocusReason)
    by_mouse = ring()
    made.clearFocus()
    made.setFocus(Qt.FocusReason.TabFocusReason)

    assert (by_mouse, ring()) == (False, True)


def test_an_icon_button_has_a_name_and_is_square(qtbot: QtBot) -> None:
    made = kit.icon_button("close", "Close <this>")
    qtbot.addWidget(made)

    assert made.accessibleName() == "Close <this>"
    assert made.toolTip() == kit.tooltip("Close <this>")
    assert made.sizeHint().width() == made.sizeHint().height()


def test_a_button_keeps_its_menu(qtbot: QtBot) -> None:
    made = kit.button("Group: phase", menu=QMenu())
    qtbot.addWidget(made)

    assert made.menu() is not None
    assert made.sizeHint().width() > kit.button("Group: phase").sizeHint().width()


def test_a_shortcut_works_and_is_told(qtbot: QtBot) -> None:
    made = kit.button("Right", shortcut="Ctrl+Shift+R")
    qtbot.addWidget(made)

    assert made.shortcut().toString() == "Ctrl+Shift+R"
    assert "Ctrl Shift R" in made.toolTip()


def test_a_taller_button_is_not_bound_by_the_style_sheet(qtbot: QtBot) -> None:
    made = kit.button("Right", size="huge")
    qtbot.addWidget(made)
    made.show()

    assert made.height() == 52


def test_the_switcher_tells_only_what_people_choose(qtbot: QtBot) -> None:
    made = kit.Switcher(VIEWS, says="View")
    qtbot.addWidget(made)
    heard: list[str] = []
    made.chosen.connect(heard.append)
    made.set_current("tasks")
    shown_first = made.current()
    segment = made.findChild(QAbstractButton, "switch-people")
    assert segment is not None
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)

    assert (shown_first, heard, made.current()) == ("tasks", ["people"], "people")


def test_arrow_keys_move_along_the_switcher(qtbot: QtBot) -> None:
    made = kit.Switcher(VIEWS)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    heard: list[str] = []
    made.chosen.connect(heard.append)
    first = made.findChild(QAbstractButton, "switch-timeline")
    assert first is not None
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Right)

    assert (heard, made.current()) == (["tasks"], "tasks")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "switch-tasks"


def test_a_chip_is_put_on_and_taken_off(qtbot: QtBot) -> None:
    made = kit.Chip("No owner", 1, "error")
    qtbot.addWidget(made)
    before = made.grab().toImage().pixelColor(8, 13).name().upper()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)

    assert made.isChecked()
    assert (before, made.grab().toImage().pixelColor(8, 13).name().upper()) == (LIGHT.panel, LIGHT.ink)
    assert made.accessibleName() == "No owner 1"


def test_a_removable_chip_goes_by_its_cross_and_by_key(qtbot: QtBot) -> None:
    made = kit.Chip("Late", removable=True)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    heard: list[str] = []
    made.removed.connect(lambda: heard.append("removed"))
    made.clicked.connect(lambda: heard.append("clicked"))
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(made.width() - 14, 13))
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(14, 13))
    QTest.keyClick(made, Qt.Key.Key_Delete)

    assert heard == ["removed", "clicked", "removed"]


def test_a_notice_offers_one_action_and_goes(qtbot: QtBot) -> None:
    done: list[str] = []
    made = kit.NoticeBar()
    qtbot.addWidget(made)
    made.say("“Sales training” now belongs to Jonas.", "good", action="Undo", do=lambda: done.append("undone"))
    said = made.message()
    QTest.mouseClick(child(made, "notice-action"), Qt.MouseButton.LeftButton)

    assert said == "“Sales training” now belongs to Jonas."
    assert done == ["undone"]
    assert made.message() == ""


def test_a_later_notice_takes_the_place_of_the_earlier(qtbot: QtBot) -> None:
    made = kit.NoticeBar()
    qtbot.addWidget(made)
    made.say("First.", "warning", action="Repair")
    made.say("Second.")

    assert made.message() == "Second."
    assert child(made, "notice-action").isHidden()
    made.hide()


def test_a_question_is_answered_by_verbs(qtbot: QtBot) -> None:
    question = kit.Question(None, "Leave without saving?", "", [kit.Verb("discard", "Discard", "danger")])
    qtbot.addWidget(question)
    question.open()
    with qtbot.waitSignal(question.finished):
        QTest.mouseClick(child(question, "answer-discard"), Qt.MouseButton.LeftButton)

    assert (question.answer, question.result()) == ("discard", QDialog.DialogCode.Accepted)


def test_escape_leaves_all_as_it_was(qtbot: QtBot) -> None:
    question = kit.Question(None, "Leave?", "", [kit.Verb("leave", "Leave", "filled")])
    qtbot.addWidget(question)
    question.open()
    with qtbot.waitSignal(question.finished):
        QTest.keyClick(question, Qt.Key.Key_Escape)

    assert question.answer == kit.CANCEL


def test_enter_takes_the_filled_verb(qtbot: QtBot) -> None:
    question = kit.Question(None, "Leave?", "", [kit.Verb("no", "Stay longer"), kit.Verb("leave", "Save", "filled")])
    qtbot.addWidget(question)
    question.open()
    with qtbot.waitSignal(question.finished):
        QTest.keyClick(question, Qt.Key.Key_Return)

    assert question.answer == "leave"


def test_a_dangerous_verb_is_never_the_default(qtbot: QtBot) -> None:
    question = kit.Question(None, "Remove “Mira”?", "", [kit.Verb("do", "Remove", "danger_filled")])
    qtbot.addWidget(question)

    assert child(question, "answer-cancel").isDefault()


def test_pictures_have_names_for_those_who_do_not_see_them(qtbot: QtBot) -> None:
    mira, jonas = kit.Face.of("Mira Okafor", "pm"), kit.Face.of("Jonas Reyes", "pmm")
    said = {
        kit.AvatarWidget([mira]): "Mira Okafor",
        kit.AvatarWidget([mira, jonas]): "Mira Okafor and Jonas Reyes",
        kit.AvatarWidget([]): "Nobody",
        kit.PairWidget(mira, None): "Mira Okafor gives, Nobody receives",
        kit.ClockWidget(kit.ClockFace(("pm",)), says="Week 1 of 1"): "Week 1 of 1",
        kit.Pill("2 errors", "error"): "2 errors",
        kit.SegmentStrip(["full"], "1 of 1 item ready"): "1 of 1 item ready",
        kit.KeyCaps("Ctrl", "E"): "Ctrl E",
    }
    for widget in said:
        qtbot.addWidget(widget)

    assert {widget.accessibleName(): None for widget in said} == dict.fromkeys(said.values())


def test_a_search_field_shows_its_key_only_while_empty(qtbot: QtBot) -> None:
    made = kit.SearchField("Find in tasks", "Ctrl F")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    empty = made.grab().toImage()
    made.setText("a")
    typed = made.grab().toImage()
    right = [(x, made.height() // 2) for x in range(made.width() - 60, made.width() - 10)]

    assert any(empty.pixelColor(*at) != typed.pixelColor(*at) for at in right)


def test_a_wrong_field_is_outlined_in_red_until_it_is_right(qtbot: QtBot) -> None:
    made = kit.line_edit("Due", text="thu next weak")
    qtbot.addWidget(made)
    kit.mark_wrong(made, wrong=True)
    outlined = LIGHT.error.text in colours(made)
    kit.mark_wrong(made, wrong=False)

    assert (outlined, LIGHT.error.text in colours(made)) == (True, False)


def test_tab_leaves_a_text_of_several_lines(qtbot: QtBot) -> None:
    made = kit.text_edit("Read-back")
    qtbot.addWidget(made)

    assert made.tabChangesFocus()
    assert made.accessibleName() == "Read-back"


def test_a_table_has_rows_of_one_height_and_tab_leaves_it(qtbot: QtBot) -> None:
    made = QTableWidget(3, 2)
    qtbot.addWidget(made)
    kit.dress_table(made, "Tasks")

    assert [made.rowHeight(row) for row in range(3)] == [32, 32, 32]
    assert not made.tabKeyNavigation()
    assert made.accessibleName() == "Tasks"


def test_a_calendar_has_no_red_of_its_own(qtbot: QtBot) -> None:
    made = kit.date_edit("Day")
    qtbot.addWidget(made)
    calendar = made.calendarWidget()
    arrow = calendar.findChild(QToolButton, "qt_calendar_nextmonth")

    assert calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name().upper() == LIGHT.muted
    assert arrow is not None
    assert not arrow.icon().isNull()


def test_a_list_to_choose_from_has_a_name(qtbot: QtBot) -> None:
    made = kit.combo_box("Baton", name="baton")
    qtbot.addWidget(made)

    assert (made.accessibleName(), made.objectName()) == ("Baton", "baton")


def test_the_empty_view_offers_its_next_step(qtbot: QtBot) -> None:
    step = kit.button("Add a baton", "filled")
    made = kit.EmptyState("baton", "No batons yet", "", step)
    qtbot.addWidget(made)

    assert step.window() is made
    assert made.text.isHidden()
