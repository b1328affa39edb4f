"""Typing and clicking on a task: the plan says afterwards what was asked, and refuses what cannot be."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QComboBox, QWidget

from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK, Plan
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, ON_DATE, Task
from launchplanner.ui.inspector.chips import ChipsField
from launchplanner.ui.inspector.fields import NumberField, TextField
from launchplanner.ui.inspector.pick_field import PickField
from tests.builders import a_link, a_plan, a_task
from tests.ui.inspector.conftest import Open
from tests.ui.inspector.pane import Pane

# Offscreen, a list or a calendar that opens can neither be raised nor take the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SPEC = ((TASK, "spec"),)


def a_launch(**fields: Any) -> Plan:
    return a_plan(
        a_task("Spec", duration=4, **fields),
        a_task("Review", start=-20),
        a_task("Pricing", start=-10, phase="positioning", owner="Jonas Reyes & Tessa Brandt"),
        a_link("spec", "review"),
    )


def spec(pane: Pane) -> Task:
    return pane.plan.tasks["spec"]


def choose(pane: Pane, name: str, value: str) -> None:
    """Choose from a list as a person does: open it, go to the row, press Enter."""
    box = pane.find(QComboBox, name)
    box.setFocus()
    box.showPopup()
    view = box.view()
    view.setCurrentIndex(box.model().index(box.findData(value), 0))
    pane.press(view, Qt.Key.Key_Return)


def test_a_title_is_typed_in_place(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    pane.inspector.edit_first()
    pane.words(pane.find(TextField, "task-title"), "Frozen spec")

    pane.press(pane.find(TextField, "task-title"), Qt.Key.Key_Return)

    assert spec(pane).title == "Frozen spec"


def test_a_refused_title_gives_way_to_the_one_in_the_plan(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)

    pane.type("task-title", "")

    assert (pane.refused, pane.text("task-title")) == (["A task needs a title."], "Spec")


def test_escape_takes_back_what_was_typed(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)

    pane.type("task-title", "Something else", Qt.Key.Key_Escape)

    assert (pane.text("task-title"), pane.edits) == ("Spec", [])


def test_leaving_a_field_asks_for_what_was_typed(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    pane.type("task-notes", "Ask legal.\nTwice.", key=None)

    pane.find(QWidget, "task-deliverable").setFocus()

    assert spec(pane).notes == "Ask legal.\nTwice."


def test_what_is_being_typed_outlives_a_change_elsewhere(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    pane.type("task-notes", "Half a sen", key=None)
    field = pane.find(TextField, "task-notes")

    pane.do(Change(TASK, "spec", {"duration": 9, "links": ("https://example.com",)}))

    assert (field.text(), field.hasFocus(), field.textCursor().position()) == ("Half a sen", True, 10)


def test_what_is_being_typed_is_kept_for_its_own_task(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    pane.type("task-notes", "About the spec", key=None)

    pane.select(((TASK, "review"),))

    assert (spec(pane).notes, pane.plan.tasks["review"].notes) == ("About the spec", "")
    assert (pane.text("task-title"), pane.text("task-notes")) == ("Review", "")


def test_an_owner_is_found_by_a_part_of_the_name(opened: Open) -> None:
    pane = opened(a_launch(owner=""), SPEC)

    pane.type("task-owner-field", "tess")

    assert (spec(pane).owner, pane.text("task-owner-field")) == ("tessa-brandt", "Tessa Brandt")


def test_a_role_named_in_full_is_taken_before_a_longer_one(opened: Open) -> None:
    pane = opened(a_launch(owner=""), SPEC)

    pane.type("task-owner-field", "PM")

    assert spec(pane).owner == "pm"


def test_the_list_of_owners_is_walked_with_arrows(opened: Open) -> None:
    pane = opened(a_launch(owner=""), SPEC)
    field = pane.find(PickField, "task-owner-field")
    field.setFocus()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        pane.press(field, key)

    assert (spec(pane).owner, field.is_open()) == ("jonas-reyes", False)


def test_words_that_name_nobody_are_kept_as_they_stand(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)

    pane.type("task-owner-field", "Mira & Jonas")

    assert spec(pane).owner == "Mira & Jonas"


def test_two_owners_are_told_with_their_repairs(opened: Open) -> None:
    pane = opened(a_launch(), ((TASK, "pricing"),))
    pane.check()

    pane.click("fix-OWN002-0")

    assert pane.plan.tasks["pricing"].owner == "jonas-reyes"


def test_helpers_come_and_go_as_chips(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    pane.type("task-helpers-add", "Tessa Brandt")
    pane.type("task-helpers-add", "PR agency")

    chip = pane.find(ChipsField, "task-helpers").chips()["tessa-brandt"]
    chip.setFocus()
    pane.press(chip, Qt.Key.Key_Delete)

    assert spec(pane).contributors == ("PR agency",)


def test_a_start_is_typed_as_people_write_it(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)

    pane.type("task-start", "W2 Wed")

    assert (spec(pane).start.days, pane.text("task-start")) == (-24, "Wed 10 Mar 2027")


def test_arrows_move_a_start_by_working_days(opened: Open) -> None:
    pane = opened(a_launch(start=-27), SPEC)
    field = pane.find(QWidget, "task-start")
    field.setFocus()

    pane.press(field, Qt.Key.Key_Up)

    assert (spec(pane).start.days, pane.text("task-start")) == (-26, "Mon 8 Mar 2027")


def test_what_is_no_day_is_marked_and_goes_at_leaving(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    pane.type("task-start", "soonish")
    field = pane.find(QWidget, "task-start")
    marked = field.property("wrong")

    pane.find(QWidget, "task-notes").setFocus()

    assert (marked, pane.text("task-start"), pane.edits) == (True, "Mon 1 Mar 2027", [])


def test_a_day_is_picked_in_the_calendar(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    field = pane.find(QWidget, "task-start")
    field.setFocus()
    pane.press(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)

    calendar.activated.emit(QDate(2027, 3, 4))

    assert spec(pane).start.days == -28


def test_a_later_finish_makes_the_task_longer(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)

    pane.type("task-finish", "+3")

    assert (spec(pane).duration, pane.text("task-finish")) == (7, "Tue 9 Mar 2027")


def test_a_finish_before_the_start_is_refused(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)

    pane.type("task-finish", "26 Feb")

    assert pane.refused == ["“Spec” starts on Mon 1 Mar: it cannot finish before that."]
    assert (spec(pane).duration, pane.text("task-finish")) == (4, "Thu 4 Mar 2027")


def test_a_task_can_stay_on_its_date(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    choose(pane, "task-rule", ON_DATE)

    pane.type("task-start", "2027-03-03")

    assert (spec(pane).start.rule, spec(pane).start.on) == (ON_DATE, date(2027, 3, 3))


def test_a_task_can_start_as_soon_as_it_can(opened: Open) -> None:
    pane = opened(a_launch(), ((TASK, "review"),))

    choose(pane, "task-rule", AS_SOON_AS_POSSIBLE)

    assert (pane.plan.tasks["review"].start.rule, pane.text("task-start")) == (AS_SOON_AS_POSSIBLE, "Fri 5 Mar 2027")


def test_each_step_of_the_length_is_an_edit(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    field = pane.find(NumberField, "task-days")
    field.setFocus()

    pane.press(field, Qt.Key.Key_Up)
    pane.press(field, Qt.Key.Key_Up)

    assert (spec(pane).duration, len(pane.edits)) == (6, 2)


def test_a_length_is_typed(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)

    pane.type("task-days", "12")

    assert spec(pane).duration == 12


def test_done_is_done_whole_and_progress_begins_the_work(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    pane.type("task-progress", "30")
    begun = spec(pane).status, spec(pane).progress

    choose(pane, "task-status", "done")

    assert (begun, (spec(pane).status, spec(pane).progress)) == (("active", 30), ("done", 100))


def test_a_link_is_drawn_changed_and_cut(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    pane.type("task-waits-add", "Pric")
    drawn = pane.plan.dependencies["pricing>spec"]
    pane.click("task-waits-pricing>spec-more")
    pane.type("task-waits-pricing>spec-lag", "2")
    choose(pane, "task-waits-pricing>spec-type", "SS")
    changed = pane.plan.dependencies["pricing>spec"]

    pane.click("task-waits-pricing>spec-cut")

    assert (drawn.type, changed.type, changed.lag) == ("FS", "SS", 2)
    assert "pricing>spec" not in pane.plan.dependencies


def test_a_ring_is_refused(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)

    pane.type("task-waits-add", "Review")

    assert (len(pane.refused), pane.text("task-waits-add")) == (1, "")


def test_the_other_end_of_a_link_is_shown_by_a_click(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)

    pane.click("task-blocks-spec>review-head")

    assert (pane.parts, pane.text("task-title")) == (((TASK, "review"),), "Review")


def test_the_focus_goes_on_when_its_row_goes(opened: Open) -> None:
    pane = opened(a_launch(), SPEC)
    cut = pane.find(QWidget, "task-blocks-spec>review-cut")
    cut.setFocus()

    pane.press(cut, Qt.Key.Key_Space)

    focused = pane.inspector.focusWidget()
    assert "spec>review" not in pane.plan.dependencies
    assert focused is not None
    assert focused.objectName() == "task-blocks-add"
