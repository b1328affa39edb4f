"""Typing, selecting, filtering and folding in the task table."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from launchplanner.app.analysis import analyse
from launchplanner.plan.edits import Remove
from launchplanner.plan.plan import Plan
from launchplanner.ui import theme
from launchplanner.ui.tasks.columns import CHECK, DAYS, DUE, FLOAT, HELPS, ID, OWNER, START, STATUS, TITLE
from launchplanner.ui.tasks.hint import DayHint
from launchplanner.ui.tasks.view import TasksView
from tests.reports.timeline_plans import a_plan, a_task
from tests.ui.tasks.conftest import TODAY
from tests.ui.tasks.hand import CTRL, SHIFT, Hand

KEY = Qt.Key
LINES = ["test", "beta", "readout", "pack", "main", "pos", "message", "story"]


def test_typing_into_a_title_asks_for_one_edit_and_goes_down(hand: Hand) -> None:
    hand.enter("beta", TITLE, "Closed beta")

    assert hand.plan.tasks["beta"].title == "Closed beta"
    assert len(hand.edits) == 1
    assert hand.at == ("readout", TITLE)


def test_enter_opens_what_is_there_and_tab_takes_it_to_the_right(hand: Hand) -> None:
    hand.click("beta")
    hand.key(KEY.Key_Return)
    assert hand.editor.text() == "Beta"

    hand.key(KEY.Key_End)
    hand.type(" two")
    hand.key(KEY.Key_Tab)
    assert hand.plan.tasks["beta"].title == "Beta two"
    assert hand.at == ("beta", OWNER)


def test_f2_is_the_cells_and_not_the_windows(hand: Hand) -> None:
    hand.click("beta", DAYS)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, KEY.Key_F2, Qt.KeyboardModifier.NoModifier)
    override.ignore()
    QApplication.sendEvent(hand.view.table, override)
    assert override.isAccepted()

    hand.key(KEY.Key_F2)
    assert hand.editor.text() == "4"


def test_esc_leaves_a_cell_as_it_was(hand: Hand) -> None:
    hand.click("beta")
    hand.type("x")
    hand.key(KEY.Key_Escape)

    assert hand.view.table.editor is None
    assert hand.edits == []
    assert hand.at == ("beta", TITLE)


def test_an_owner_is_picked_from_a_list_while_typing(hand: Hand) -> None:
    hand.enter("pack", OWNER, "tess")

    assert hand.plan.tasks["pack"].owner == "tessa"
    assert hand.says("pack", OWNER) == "Tessa Brandt"


def test_a_date_is_typed_in_words_with_a_hint_of_what_follows(hand: Hand) -> None:
    hand.click("beta", DUE)
    hand.type("w6 fri")
    hint = hand.view.table.viewport().findChild(DayHint, "day-hint")
    assert hint is not None
    assert hint.text().startswith("Fri 26 Feb 2027")
    assert "“Pack” waits for it" in hint.text()

    hand.key(KEY.Key_Return)
    assert hand.says("beta", DUE) == "Fri 26 Feb"
    assert hand.says("pack", START) == "Mon 1 Mar"
    assert len(hand.edits) == 1


def test_what_is_no_date_stays_in_its_field_and_is_told_below(hand: Hand) -> None:
    hand.click("beta", START)
    hand.type("soonish")
    hand.key(KEY.Key_Return)

    assert hand.editor.property("wrong") is True
    assert hand.view.note.text().startswith("“soonish” is no day")
    assert hand.edits == []

    hand.key(KEY.Key_Escape)
    assert hand.says("beta", START) == "Mon 15 Feb"


def test_ctrl_enter_puts_the_value_into_all_selected_rows(hand: Hand) -> None:
    hand.click("beta", DAYS)
    hand.click("pack", DAYS, CTRL)
    hand.click("message", DAYS, CTRL)
    hand.type("5")
    hand.key(KEY.Key_Return, CTRL)

    assert [hand.plan.tasks[key].duration for key in ("beta", "readout", "pack", "message")] == [5, 2, 5, 5]
    assert len(hand.edits) == 1
    assert hand.selected == ["beta", "pack", "message"]


def test_a_status_is_typed_as_a_percentage(hand: Hand) -> None:
    hand.enter("readout", STATUS, "30")

    assert (hand.plan.tasks["readout"].status, hand.plan.tasks["readout"].progress) == ("active", 30)


def test_space_marks_done_and_not_done(hand: Hand) -> None:
    hand.click("beta")
    hand.click("readout", TITLE, SHIFT)
    hand.key(KEY.Key_Space)
    assert [hand.plan.tasks[key].status for key in ("beta", "readout")] == ["done", "done"]

    hand.key(KEY.Key_Space)
    assert [hand.plan.tasks[key].status for key in ("beta", "readout")] == ["planned", "planned"]
    assert [edit.label for edit in hand.edits] == ["Mark done", "Mark not done"]


def test_a_cell_that_cannot_be_typed_opens_its_task(hand: Hand) -> None:
    hand.double_click("beta", FLOAT)
    hand.click("main", TITLE)
    hand.key(KEY.Key_Return)
    hand.type("x")

    assert hand.opened == [("task", "beta"), ("baton", "main")]
    assert hand.view.table.editor is None


def test_leaving_by_mouse_takes_what_was_typed(hand: Hand) -> None:
    hand.click("beta")
    hand.type("Gamma")
    hand.click("message")

    assert hand.plan.tasks["beta"].title == "Gamma"


def test_tab_goes_from_cell_to_cell_and_ctrl_tab_leaves(hand: Hand) -> None:
    hand.click("beta", ID)
    hand.key(KEY.Key_Tab)
    assert hand.at == ("beta", TITLE)
    hand.key(KEY.Key_Backtab, SHIFT)
    hand.key(KEY.Key_Backtab, SHIFT)
    assert hand.at[0] == "test"

    hand.key(KEY.Key_Tab, CTRL)
    assert not hand.view.table.hasFocus()


def test_arrows_never_stop_at_the_boxes(hand: Hand) -> None:
    hand.click("beta", ID)
    hand.key(KEY.Key_Left)

    assert hand.at == ("beta", ID)


def test_shift_selects_a_range_and_tells_it(hand: Hand) -> None:
    hand.click("beta")
    hand.key(KEY.Key_Down, SHIFT)
    hand.key(KEY.Key_Down, SHIFT)

    assert hand.selections[-1] == (("task", "beta"), ("task", "readout"), ("task", "pack"))
    assert hand.view.selection_bar.text() == "3 tasks 8 days of work, 1 owner"
    assert hand.view.selection_bar.isVisible()


def test_a_range_begins_where_the_keyboard_was_put(hand: Hand) -> None:
    hand.enter("beta", TITLE, "Beta two")
    hand.key(KEY.Key_Down, SHIFT)
    assert hand.selected == ["readout", "pack"]

    hand.view.select((("task", "message"),))
    hand.key(KEY.Key_Down, SHIFT)
    assert hand.selected == ["message", "story"]


def test_leaving_a_cell_backwards_selects_one_row(hand: Hand) -> None:
    hand.click("readout", ID)
    hand.key(KEY.Key_Tab)
    hand.type("New")
    hand.key(KEY.Key_Backtab, SHIFT)

    assert (hand.at, hand.selected) == (("readout", ID), ["readout"])


def test_the_box_of_a_row_adds_it_and_the_order_of_choosing_is_kept(hand: Hand) -> None:
    hand.click("pack", CHECK)
    hand.click("beta", CHECK)
    assert hand.selections[-1] == (("task", "pack"), ("task", "beta"))

    hand.click("pack", CHECK)
    assert hand.selections[-1] == (("task", "beta"),)
    assert not hand.view.selection_bar.isVisible()


def test_esc_lets_go_of_the_selection(hand: Hand) -> None:
    hand.click("beta")
    hand.key(KEY.Key_Escape)

    assert hand.selections[-1] == ()
    assert hand.selected == []


def test_the_box_in_the_head_selects_all_tasks_and_lets_go(hand: Hand) -> None:
    header = hand.view.table.head
    at = QPoint(header.sectionViewportPosition(CHECK) + 10, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert hand.selected == ["beta", "readout", "pack", "message", "story"]

    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert hand.selected == []


def test_a_press_on_a_title_sorts_turns_and_goes_back(hand: Hand) -> None:
    header = hand.view.table.head
    at = QPoint(header.sectionViewportPosition(TITLE) + 30, 10)
    orders: list[list[str]] = []
    for _press in range(3):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        orders.append(hand.lines)

    assert orders == [
        ["test", "beta", "pack", "readout", "pos", "message", "story"],
        ["test", "readout", "pack", "beta", "pos", "story", "message"],
        LINES,
    ]


def test_groups_fold_by_sign_key_and_double_click(hand: Hand) -> None:
    hand.click("test", CHECK)
    assert hand.lines == ["test", "pos", "message", "story"]

    hand.click("test", OWNER)
    hand.key(KEY.Key_Right)
    assert hand.lines == LINES
    hand.key(KEY.Key_Left)
    hand.key(KEY.Key_Space)
    assert hand.lines == LINES

    hand.double_click("pos", TITLE)
    assert hand.lines == LINES[:6]


def test_a_phase_is_selected_by_its_head(hand: Hand) -> None:
    hand.click("pos", OWNER)

    assert hand.selections[-1] == (("phase", "pos"),)


def test_what_is_selected_elsewhere_is_marked_and_its_group_opened(hand: Hand) -> None:
    hand.click("pos", CHECK)
    hand.view.select((("task", "story"),))

    assert hand.selected == ["story"]
    assert hand.at[0] == "story"
    assert hand.selections == []


def test_chips_add_up_and_all_takes_them_off(hand: Hand) -> None:
    for name in ("nobody", "several"):
        hand.view.bar.chips[name].click()
    assert hand.lines == ["test", "pack", "pos", "story"]

    hand.view.bar.chips["all"].click()
    assert hand.lines == LINES
    assert hand.view.bar.chips["nobody"].accessibleName() == "No owner 1"


def test_ctrl_f_finds_by_words_and_enter_goes_back(hand: Hand) -> None:
    hand.click("beta")
    hand.key(KEY.Key_F, CTRL)
    hand.type("jonas")
    assert hand.lines == ["pos", "message", "story"]

    hand.key(KEY.Key_Return)
    assert hand.view.table.hasFocus()


def test_what_a_filter_hides_is_no_longer_selected(hand: Hand) -> None:
    hand.click("beta")
    hand.view.bar.chips["several"].click()

    assert hand.selections[-1] == ()


def test_no_match_says_which_filter_hides_all_and_shows_all_again(hand: Hand) -> None:
    hand.view.bar.chips["late"].click()
    hand.key(KEY.Key_F, CTRL)
    hand.type("zzz")
    assert hand.view.empty.isVisible()
    assert hand.view.empty.text() == "No task matches. The filter “Late” leaves no task with the words “zzz”."

    button = hand.view.empty.findChild(QPushButton, "tasks-show-all")
    assert button is not None
    assert button.text() == "Show all 5"
    button.click()
    assert hand.lines == LINES
    assert hand.view.bar.find_field.text() == ""


def test_a_plan_without_tasks_offers_the_first(qtbot: QtBot) -> None:
    view = TasksView()
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show_snapshot(analyse(a_plan(phases={}), TODAY))
    view.show()
    button = view.empty.findChild(QPushButton, "tasks-add")
    assert button is not None

    with qtbot.waitSignal(view.task_asked):
        button.click()
    assert view.empty.text().startswith("No tasks yet")


def test_rows_are_copied_and_pasted(hand: Hand) -> None:
    hand.click("beta")
    hand.key(KEY.Key_Down, SHIFT)
    hand.key(KEY.Key_C, CTRL)
    text = QApplication.clipboard().text()
    assert [line.split("\t")[:2] for line in text.split("\n")] == [["beta", "Beta"], ["readout", "Readout"]]
    assert "<td>Beta</td>" in QApplication.clipboard().mimeData().html()

    hand.click("pack", TITLE)
    hand.paste("One\nTwo\nThree\tJonas Reyes")
    assert [hand.plan.tasks[key].title for key in ("pack", "message", "story")] == ["One", "Two", "Three"]
    assert hand.plan.tasks["story"].owner == "jonas"
    assert len(hand.edits) == 1
    assert hand.view.note.text() == ""


def test_an_unclear_cell_that_is_pasted_is_told(hand: Hand) -> None:
    hand.click("beta", DAYS)
    hand.paste("3\nmany")

    assert [hand.plan.tasks[key].duration for key in ("beta", "readout")] == [3, 2]
    assert hand.view.note.text() == "“many” is no number of days from 0 to 3650. 1 other cell was changed."


def test_the_bar_acts_on_all_that_is_selected(hand: Hand) -> None:
    hand.click("beta")
    hand.click("pack", TITLE, CTRL)
    hand.view.selection_bar.status_asked.emit("dropped")
    assert [hand.plan.tasks[key].status for key in ("beta", "pack")] == ["dropped", "dropped"]

    remove = hand.view.selection_bar.findChild(QPushButton, "tasks-remove")
    assert remove is not None
    remove.click()
    assert hand.edits[-1] == Remove("task", ("beta", "pack"))
    assert hand.lines == ["test", "readout", "main", "pos", "message", "story"]


def test_selection_and_place_outlive_an_edit_that_moves_rows(hand: Hand) -> None:
    header = hand.view.table.head
    header.sort_asked.emit("title", False)
    hand.click("beta", TITLE)
    hand.type("Zeta")
    hand.key(KEY.Key_Return, CTRL)

    assert hand.lines[:4] == ["test", "pack", "readout", "beta"]
    assert hand.selected == ["beta"]
    assert hand.at == ("beta", TITLE)


def test_a_hidden_view_catches_up_when_it_is_shown(qtbot: QtBot, plan: Plan) -> None:
    view = TasksView()
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show_snapshot(analyse(plan, TODAY))
    view.select((("task", "pack"),))
    assert view.table.model().rowCount() == 0

    view.show()
    assert view.table.model().rowCount() == len(LINES)
    assert [ref.id for ref in view.table.chosen_refs()] == ["pack"]


def test_phases_that_are_done_begin_folded(qtbot: QtBot) -> None:
    view = TasksView()
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show_snapshot(analyse(a_plan({"a": a_task("A", 20, status="done", progress=100)}), TODAY))
    view.show()

    assert view.table.model().rowCount() == 2


@pytest.mark.parametrize(("width", "hidden"), [(1440, set[int]()), (1085, {HELPS}), (860, {HELPS})])
def test_a_narrow_window_leaves_out_what_is_least_needed(hand: Hand, width: int, hidden: set[int]) -> None:
    hand.view.resize(width, 600)
    QApplication.processEvents()
    gone = {column for column in range(11) if hand.view.table.isColumnHidden(column)}

    assert hidden <= gone
    assert TITLE not in gone
    assert sum(hand.view.table.columnWidth(column) for column in range(11)) <= width


def test_screen_readers_are_told_rows_and_groups(hand: Hand) -> None:
    root = QAccessible.queryAccessibleInterface(hand.view.table)
    assert root is not None
    assert root.role() == QAccessible.Role.Table
    assert root.text(QAccessible.Text.Name) == "Tasks"
    model = hand.view.table.model()
    role = Qt.ItemDataRole.AccessibleTextRole

    assert model.index(0, ID).data(role).startswith("Test. PM leads. Weeks 5–6 · 0 of 3 done")
    assert model.index(LINES.index("story"), OWNER).data(role).endswith("2 owners")


def test_tooltips_show_text_as_it_stands(hand: Hand) -> None:
    hand.enter("beta", TITLE, "<img src=x>")

    shown = hand.view.table.model().index(LINES.index("beta"), TITLE).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt;" in shown


def test_light_and_dark_paint_the_selection_and_the_late_day(hand: Hand, qapp: QApplication) -> None:
    for mode in ("light", "dark"):
        theme.apply(qapp, mode)
        hand.view.select((("task", "beta"),))
        at = hand.point("beta", HELPS)
        colour = hand.view.table.viewport().grab().toImage().pixelColor(at).name().upper()
        assert colour == theme.of(hand.view).tokens.selection


def test_today_is_told_by_status(hand: Hand) -> None:
    hand.view.show_snapshot(analyse(hand.plan, date(2027, 2, 26)))

    assert hand.says("readout", STATUS) == "7 days late"
