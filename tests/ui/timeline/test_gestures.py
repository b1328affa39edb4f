"""Drags on the timeline end in one edit, or in none."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from launchplanner.ui.timeline.hits import hit
from launchplanner.ui.timeline.paint_bars import handle_centre
from tests.reports.timeline_plans import FIRST, day
from tests.ui.timeline.hand import LEFT, NONE, Hand


def starts(hand: Hand) -> dict[str, int]:
    return {key: task.start.days - FIRST for key, task in hand.plan.tasks.items()}


def handle(hand: Hand, key: str) -> QPoint:
    hand.hover(hand.on(key))
    centre = handle_centre(hand.view.scene, hand.rows.index(key))
    assert centre is not None
    return centre.toPoint()


def test_a_bar_dragged_by_two_days_moves_the_task_with_what_follows(hand: Hand) -> None:
    hand.pull(hand.on("beta"), hand.days(2))

    assert [edit.label for edit in hand.edits] == ["Move “Beta”"]
    assert (starts(hand)["beta"], starts(hand)["readout"]) == (25, 29)


@pytest.mark.parametrize("key", [Qt.Key.Key_Alt, Qt.Key.Key_Shift])
def test_nothing_follows_while_alt_or_shift_is_held(hand: Hand, key: Qt.Key) -> None:
    start = hand.on("beta")
    hand.press(start)
    hand.drag(start + hand.days(2))
    QTest.keyPress(hand.view, key)
    preview = hand.view.scene.preview

    assert preview is not None
    assert (preview.note, set(preview.spans)) == ("nothing follows", {"beta"})
    hand.release(start + hand.days(2))
    assert (starts(hand)["beta"], starts(hand)["readout"]) == (25, 27)


def test_the_label_names_the_new_dates_and_the_followers_while_dragging(hand: Hand) -> None:
    start = hand.on("beta")
    hand.press(start)
    hand.drag(start + hand.days(1.2))
    preview = hand.view.scene.preview

    assert preview is not None
    assert (preview.text, preview.note) == ("Fri 19 Feb → Wed 24 Feb, 4 days, W5", "1 task follows")
    hand.key(Qt.Key.Key_Escape)


def test_escape_gives_a_drag_up(hand: Hand) -> None:
    start = hand.on("beta")
    hand.press(start)
    hand.drag(start + hand.days(3))
    hand.key(Qt.Key.Key_Escape)
    hand.release(start + hand.days(3))

    assert hand.edits == []
    assert hand.view.scene.preview is None
    assert hand.selected == ["beta"]


def test_a_drag_that_ends_where_it_began_is_no_edit(hand: Hand) -> None:
    start = hand.on("beta")
    hand.press(start)
    hand.drag(start + hand.days(3))
    hand.drag(start)
    hand.release(start)

    assert hand.edits == []


def test_a_hand_that_trembles_moves_nothing(hand: Hand) -> None:
    hand.pull(hand.on("beta"), QPoint(QApplication.startDragDistance() - 2, 0))

    assert hand.edits == []
    assert hand.selected == ["beta"]


def test_pulling_the_right_end_makes_a_task_longer(hand: Hand) -> None:
    hand.pull(hand.on("beta", 1) - QPoint(2, 0), hand.days(2))

    assert (starts(hand)["beta"], hand.plan.tasks["beta"].duration, starts(hand)["readout"]) == (23, 6, 29)


def test_pulling_the_left_end_moves_the_start_and_keeps_the_end(hand: Hand) -> None:
    hand.pull(hand.on("beta", 0) + QPoint(2, 0), hand.days(-2))

    assert (starts(hand)["beta"], hand.plan.tasks["beta"].duration) == (21, 6)


def test_an_end_cannot_be_pulled_past_the_other(hand: Hand) -> None:
    hand.pull(hand.on("beta", 1) - QPoint(2, 0), hand.days(-20))

    assert hand.plan.tasks["beta"].duration == 1


def test_a_baton_is_dragged_along_the_days(hand: Hand) -> None:
    hand.pull(hand.on("main"), hand.days(-3))

    assert hand.plan.batons["main"].day == day(26)


def test_all_that_is_selected_moves_together(hand: Hand) -> None:
    hand.click(hand.title("beta"))
    hand.click(hand.title("main"), Qt.KeyboardModifier.ControlModifier)
    hand.pull(hand.on("main"), hand.days(1))

    assert (starts(hand)["beta"], hand.plan.batons["main"].day) == (24, day(30))
    assert hand.selected == ["beta", "main"]


def test_a_phase_cannot_be_dragged(hand: Hand) -> None:
    start = QPoint(round(hand.view.scene.axis.x(day(25))), hand.title("test").y())
    hand.pull(start, hand.days(2))

    assert hand.edits == []


def test_a_line_from_the_handle_to_another_row_links_the_two(hand: Hand) -> None:
    start = handle(hand, "readout")
    hand.pull(start, hand.on("pack") - start)

    assert [edit.label for edit in hand.edits] == ["Link “Readout” to “Pack”"]
    assert "readout>pack" in hand.plan.dependencies


def test_a_link_that_would_close_a_ring_says_so_before_the_release(hand: Hand) -> None:
    start = handle(hand, "readout")
    hand.press(start)
    hand.drag(start + QPoint(20, 0))
    hand.drag(hand.on("beta"))
    preview = hand.view.scene.preview

    assert preview is not None
    assert "already waits for" in preview.refusal
    hand.release(hand.on("beta"))
    assert "already waits for" in hand.refusal
    assert "readout>beta" not in hand.plan.dependencies


def test_a_line_let_go_over_no_row_links_nothing(hand: Hand) -> None:
    start = handle(hand, "readout")
    hand.pull(start, QPoint(40, 400))

    assert hand.edits == []


def test_the_column_of_titles_is_widened_at_its_edge(hand: Hand) -> None:
    edge = QPoint(round(hand.view.scene.column), 200)
    hand.pull(edge, QPoint(60, 0))

    assert hand.view.scene.column == edge.x() + 60
    hand.pull(QPoint(edge.x() + 60, 200), QPoint(5000, 0))
    assert hand.view.scene.axis.width >= 160


@pytest.mark.parametrize(
    ("where", "cursor"),
    [
        ("middle", Qt.CursorShape.OpenHandCursor),
        ("start", Qt.CursorShape.SizeHorCursor),
        ("finish", Qt.CursorShape.SizeHorCursor),
        ("title", Qt.CursorShape.ArrowCursor),
        ("sign", Qt.CursorShape.PointingHandCursor),
        ("edge", Qt.CursorShape.SplitHCursor),
    ],
)
def test_the_pointer_says_what_can_be_done(hand: Hand, where: str, cursor: Qt.CursorShape) -> None:
    places = {
        "middle": hand.on("beta"),
        "start": hand.on("beta", 0) + QPoint(2, 0),
        "finish": hand.on("beta", 1) - QPoint(2, 0),
        "title": hand.title("beta"),
        "sign": hand.sign("test"),
        "edge": QPoint(round(hand.view.scene.column), 200),
    }
    hand.hover(places[where])

    assert hand.view.viewport().cursor().shape() is cursor


def test_the_handle_shows_itself_near_a_bar_and_only_there(hand: Hand) -> None:
    centre = handle(hand, "readout")
    assert hit(hand.view.scene, centre.toPointF()).what == "handle"

    hand.hover(hand.title("readout"))
    assert hit(hand.view.scene, centre.toPointF()).what == "row"


def test_a_plan_that_changes_during_a_drag_ends_the_drag(hand: Hand) -> None:
    start = hand.on("beta")
    hand.press(start)
    hand.drag(start + hand.days(3))
    hand.view.edit_asked.emit(_Nothing())
    QTest.mouseRelease(hand.view.viewport(), LEFT, NONE, start + hand.days(3))

    assert starts(hand)["beta"] == 23


class _Nothing:
    label = "Nothing"

    def apply(self, plan: object) -> object:
        return plan
