"""Selecting, folding, walking, zooming and reading the timeline."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from launchplanner.app.analysis import analyse
from launchplanner.plan.edits import Remove
from launchplanner.ui import theme
from launchplanner.ui.timeline import view as view_module
from launchplanner.ui.timeline.scene import BAND, DAYS, WEEKS
from launchplanner.ui.timeline.view import TimelineView
from tests.reports.timeline_plans import a_plan, a_task, day
from tests.ui.timeline.conftest import TODAY
from tests.ui.timeline.hand import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key
ROWS = ["test", "beta", "readout", "pack", "main", "pos", "message", "story"]


def test_a_click_selects_and_tells(hand: Hand) -> None:
    hand.click(hand.title("beta"))
    hand.click(hand.on("main"))

    assert hand.selections == [(("task", "beta"),), (("baton", "main"),)]


def test_shift_selects_a_range_and_ctrl_one_more(hand: Hand) -> None:
    hand.click(hand.title("beta"))
    hand.click(hand.title("main"), SHIFT)
    assert hand.selected == ["beta", "readout", "pack", "main"]

    hand.click(hand.title("readout"), CTRL)
    hand.click(hand.title("story"), CTRL)
    assert hand.selected == ["beta", "pack", "main", "story"]


def test_a_click_into_the_selection_leaves_one(hand: Hand) -> None:
    hand.click(hand.title("beta"))
    hand.click(hand.title("pack"), SHIFT)
    hand.click(hand.title("readout"))

    assert hand.selected == ["readout"]


def test_a_click_beside_all_rows_selects_nothing(hand: Hand) -> None:
    hand.click(hand.title("beta"))
    hand.click(QPoint(60, 590))

    assert hand.selections[-1] == ()


def test_arrows_walk_the_rows(hand: Hand) -> None:
    hand.key(KEY.Key_Home)
    hand.key(KEY.Key_Down)
    hand.key(KEY.Key_Down)
    assert hand.selected == ["readout"]

    hand.key(KEY.Key_End)
    assert hand.selected == ["story"]
    hand.key(KEY.Key_Down)
    assert hand.selected == ["story"]
    hand.key(KEY.Key_PageUp)
    assert hand.selected == ["test"]


def test_shift_and_arrows_select_a_range_and_back(hand: Hand) -> None:
    hand.choose("task", "beta")
    hand.key(KEY.Key_Down, SHIFT)
    hand.key(KEY.Key_Down, SHIFT)
    assert hand.selected == ["beta", "readout", "pack"]

    hand.key(KEY.Key_Up, SHIFT)
    assert hand.selected == ["beta", "readout"]


def test_ctrl_and_arrows_walk_without_selecting(hand: Hand) -> None:
    hand.choose("task", "beta")
    hand.key(KEY.Key_Down, CTRL)
    hand.key(KEY.Key_Down, CTRL)
    assert (hand.selected, hand.current) == (["beta"], "pack")

    hand.key(KEY.Key_Space, CTRL)
    assert hand.selected == ["beta", "pack"]


def test_everything_can_be_selected_and_let_go(hand: Hand) -> None:
    hand.key(KEY.Key_A, CTRL)
    assert hand.selected == ROWS

    hand.key(KEY.Key_Escape)
    assert hand.selected == []


def test_left_goes_to_the_phase_and_folds_it_and_right_opens_it(hand: Hand) -> None:
    hand.choose("task", "readout")
    hand.key(KEY.Key_Left)
    assert hand.selected == ["test"]

    hand.key(KEY.Key_Left)
    assert hand.rows == ["test", "pos", "message", "story"]
    hand.key(KEY.Key_Right)
    assert hand.rows == ROWS
    hand.key(KEY.Key_Right)
    assert hand.selected == ["beta"]


def test_a_click_on_its_sign_folds_a_phase(hand: Hand) -> None:
    hand.click(hand.sign("test"))
    assert hand.rows == ["test", "pos", "message", "story"]

    hand.click(hand.sign("test"))
    assert hand.rows == ROWS


def test_all_phases_fold_and_open(hand: Hand) -> None:
    hand.view.set_all_open(open_=False)
    assert hand.rows == ["test", "pos"]

    hand.view.set_all_open(open_=True)
    assert hand.rows == ROWS


def test_folding_the_row_under_the_keyboard_moves_it_to_the_phase(hand: Hand) -> None:
    hand.choose("task", "readout")
    hand.view.fold("test", folded=True)

    assert hand.current == "test"


def test_enter_f2_and_a_double_click_ask_to_edit(hand: Hand) -> None:
    hand.choose("task", "beta")
    hand.key(KEY.Key_Return)
    hand.key(KEY.Key_F2)
    hand.double_click(hand.title("main"))

    assert hand.opened == [("task", "beta"), ("task", "beta"), ("baton", "main")]


def test_delete_asks_for_removal_and_the_keyboard_goes_on_from_there(hand: Hand) -> None:
    hand.choose("task", "readout")
    hand.key(KEY.Key_Delete)

    assert [edit.label for edit in hand.edits] == ["Remove “Readout”"]
    assert "readout" not in hand.plan.tasks
    assert (hand.selected, hand.current) == ([], "pack")


def test_alt_and_arrows_move_the_selection_by_a_working_day(hand: Hand) -> None:
    hand.choose("task", "beta")
    hand.key(KEY.Key_Right, ALT)
    hand.key(KEY.Key_Right, ALT)
    hand.key(KEY.Key_Left, ALT)

    assert hand.plan.tasks["beta"].start.days == day(24)
    assert hand.plan.tasks["readout"].start.days == day(29)
    assert hand.selected == ["beta"]


def test_alt_shift_and_arrows_change_the_duration(hand: Hand) -> None:
    hand.choose("task", "beta")
    hand.key(KEY.Key_Right, ALT | SHIFT)
    assert hand.plan.tasks["beta"].duration == 5

    for _ in range(9):
        hand.key(KEY.Key_Left, ALT | SHIFT)
    assert hand.plan.tasks["beta"].duration == 1


def test_keys_that_qt_has_no_name_for_do_nothing(hand: Hand) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0x0431, Qt.KeyboardModifier.NoModifier, "б")
    QApplication.sendEvent(hand.view, event)

    assert hand.edits == []
    assert hand.selected == []


def test_what_is_selected_elsewhere_is_shown_without_telling(hand: Hand) -> None:
    hand.view.fold("pos", folded=True)
    hand.view.select([("task", "story"), ("person", "mira")])

    assert hand.selected == ["story"]
    assert hand.selections == []
    assert "story" in hand.rows


def test_selecting_a_part_below_the_window_scrolls_to_it(hand: Hand) -> None:
    tasks = {f"t{n}": a_task(f"Task {n}", 20, order=f"{n:03}") for n in range(100)}
    hand.view.show_snapshot(analyse(a_plan(tasks), TODAY))
    hand.view.select([("task", "t90")])
    place = hand.rows.index("t90")

    assert place in hand.view.scene.visible()
    assert hand.view.scene.row_top(place) + 32 <= hand.view.viewport().height()


def test_the_current_row_stays_in_sight_when_the_view_gets_lower(hand: Hand) -> None:
    hand.choose("task", "story")
    hand.view.resize(1200, 200)

    assert hand.rows.index("story") in hand.view.scene.visible()
    assert hand.title("story").y() + 16 <= hand.view.viewport().height()


def test_selection_and_folds_outlive_an_edit_and_end_with_their_part(hand: Hand) -> None:
    hand.view.fold("pos", folded=True)
    hand.choose("task", "beta")
    hand.view.edit_asked.emit(Remove("task", ("readout",)))
    assert (hand.selected, hand.rows) == (["beta"], ["test", "beta", "pack", "main", "pos"])

    hand.view.edit_asked.emit(Remove("task", ("beta",)))
    assert hand.selected == []


def test_the_whole_clock_fits_every_width(hand: Hand) -> None:
    for width in (1024, 1440, 2560):
        hand.view.resize(width, 600)
        axis = hand.view.scene.axis
        assert axis.x(day(0)) == axis.left
        assert axis.right - 30 < axis.x(day(60)) < axis.right
        assert hand.view.horizontalScrollBar().maximum() == 0


def test_ctrl_and_the_wheel_zoom_at_the_pointer(hand: Hand) -> None:
    at = hand.on("beta")
    before = hand.view.scene.axis.day(at.x())
    hand.turn(at, 3, CTRL)
    axis = hand.view.scene.axis

    assert not axis.is_fitted
    assert abs(axis.day(at.x()) - before) < 0.1
    assert hand.view.horizontalScrollBar().maximum() > 0
    hand.turn(at, -9, CTRL)
    assert hand.view.scene.axis.is_fitted


def test_zoom_by_keys_and_back_to_the_whole_clock(hand: Hand) -> None:
    told: list[float] = []
    hand.view.zoom_changed.connect(told.append)
    fitted = hand.view.scene.axis.day_width
    hand.key(KEY.Key_Plus, CTRL)
    hand.key(KEY.Key_Equal, CTRL)
    hand.key(KEY.Key_Minus, CTRL)
    assert hand.view.scene.axis.day_width > fitted

    hand.key(KEY.Key_0, CTRL)
    assert (hand.view.scene.axis.day_width, told[-1]) == (fitted, fitted)


def test_wide_days_are_named_in_the_head(hand: Hand) -> None:
    assert hand.view.scene.head == BAND + WEEKS

    hand.view.zoom(6)
    assert hand.view.scene.head == BAND + WEEKS + DAYS


def test_zoom_stays_when_the_plan_changes(hand: Hand) -> None:
    hand.view.zoom(4)
    hand.view.horizontalScrollBar().setValue(300)
    before = hand.view.scene.axis
    hand.view.edit_asked.emit(Remove("task", ("readout",)))

    assert hand.view.scene.axis == before


def test_shift_and_the_wheel_scroll_along_the_clock(hand: Hand) -> None:
    hand.view.zoom(6)
    bar = hand.view.horizontalScrollBar()
    bar.setValue(200)
    hand.turn(hand.on("main"), -1, SHIFT)

    assert bar.value() == 320


def test_today_can_be_gone_to(hand: Hand) -> None:
    hand.view.zoom(10)
    hand.view.horizontalScrollBar().setValue(0)
    hand.view.go_to_today()
    axis = hand.view.scene.axis

    assert axis.left < axis.x(hand.view.scene.timeline.head.today.at) < axis.right


def test_only_some_parts_are_shown_when_asked(hand: Hand) -> None:
    hand.view.show_only(frozenset({"pack"}))
    assert hand.rows == ["test", "pack"]

    hand.view.show_only(None)
    assert hand.rows == ROWS


def test_a_screen_reader_is_told_what_the_current_row_says(hand: Hand) -> None:
    hand.choose("task", "message")

    assert hand.view.accessibleName() == "Timeline"
    assert hand.view.accessibleDescription().startswith("“Message”: Jonas Reyes, Mon 1 Mar → Thu 4 Mar, 4 days, W7.")


def test_the_row_under_the_pointer_and_the_head_say_what_they_are(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(view_module, "QToolTip", _Tips(told))
    axis = hand.view.scene.axis
    hand.ask(hand.on("message"))
    hand.ask(QPoint(round(axis.x(0)), 30))
    hand.ask(QPoint(round(axis.x(day(25))), 8))
    hand.ask(QPoint(300, 590))

    assert [text[:61] for text in told] == [
        "<qt>“Message”: Jonas Reyes, Mon 1 Mar → Thu 4 Mar, 4 days, W7",
        "<qt>Launch Tue 30 Mar</qt>",
        "<qt>PM leads · Mira Okafor</qt>",
        "",
    ]


def test_the_keyboard_is_seen_where_it_is(hand: Hand) -> None:
    hand.key(KEY.Key_Home)
    assert hand.view.scene.has_ring

    hand.click(hand.title("beta"))
    assert not hand.view.scene.has_ring


def test_a_plan_without_anything_says_what_comes_next(hand: Hand) -> None:
    hand.view.show_snapshot(analyse(a_plan(phases={}), TODAY))

    assert hand.rows == []
    assert hand.picture().width() > 0
    hand.key(KEY.Key_Down)
    hand.click(QPoint(300, 300))
    assert hand.selected == []


def test_a_view_without_a_plan_can_be_shown(qtbot: object) -> None:
    view = TimelineView()
    view.resize(600, 300)
    image = view.grab().toImage()
    view.zoom(1)
    view.fit()
    view.go_to_today()
    view.select([("task", "a")])

    assert image.pixelColor(300, 150).name().upper() == theme.LIGHT.panel
    assert qtbot is not None
    view.deleteLater()


class _Tips:
    """Stands in for the tooltip window, which the offscreen screen cannot raise."""

    def __init__(self, told: list[str]) -> None:
        self._told = told

    def showText(self, *args: object) -> None:  # noqa: N802
        self._told.append(str(args[1]))

    def hideText(self) -> None:  # noqa: N802
        self._told.append("")
