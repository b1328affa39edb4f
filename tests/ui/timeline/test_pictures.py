"""A few points of the picture."""

from PySide6.QtCore import QPoint, Qt

from launchplanner.ui import theme
from launchplanner.ui.theme import DARK, LIGHT
from launchplanner.ui.theme.colour import channels
from tests.reports.timeline_plans import day
from tests.ui.timeline.hand import Hand


def x_of(hand: Hand, place: float) -> int:
    return round(hand.view.scene.axis.x(place))


def is_near(colour: str, other: str) -> bool:
    return all(abs(one - two) <= 12 for one, two in zip(channels(colour), channels(other), strict=True))


def test_bands_wear_the_colours_of_who_leads(hand: Hand) -> None:
    assert hand.colour(QPoint(x_of(hand, day(29)), 4)) == LIGHT.pm.tint
    assert hand.colour(QPoint(x_of(hand, day(39)), 4)) == LIGHT.pmm.tint


def test_running_work_is_filled_to_its_progress(hand: Hand) -> None:
    assert hand.colour(hand.on("beta", 0.3)) == LIGHT.pm.fill
    assert hand.colour(hand.on("beta", 0.8)) == LIGHT.pm.tint


def test_planned_work_is_outlined_in_the_colour_of_its_lead(hand: Hand) -> None:
    assert hand.colour(hand.on("message")) == LIGHT.pmm.tint
    assert is_near(hand.colour(hand.on("message") - QPoint(0, 8)), LIGHT.pmm.fill)


def test_a_baton_is_the_giver_on_the_left_and_the_receiver_on_the_right(hand: Hand) -> None:
    assert hand.colour(hand.on("main", 0.25)) == LIGHT.pm.fill
    assert hand.colour(hand.on("main", 0.75)) == LIGHT.pmm.fill


def test_today_is_one_line(hand: Hand) -> None:
    at = QPoint(x_of(hand, hand.view.scene.timeline.head.today.at), hand.title("story").y())

    assert [hand.colour(at + QPoint(offset, 0)) for offset in (-1, 0)] == [LIGHT.error.text] * 2


def test_the_selected_row_is_tinted_from_edge_to_edge(hand: Hand) -> None:
    hand.choose("task", "message")
    top = hand.title("message").y() - 14

    assert hand.colour(QPoint(4, top)) == LIGHT.selection
    assert hand.colour(QPoint(x_of(hand, day(55)), top)) == LIGHT.selection


def test_the_dark_look_is_painted_at_once(hand: Hand, look: theme.Theme) -> None:
    look.choose("dark")

    assert hand.colour(QPoint(4, hand.title("beta").y() - 14)) == DARK.panel
    assert hand.colour(hand.on("beta", 0.3)) == DARK.pm.fill


def test_rows_are_scrolled_under_the_head(hand: Hand) -> None:
    hand.view.resize(1200, 160)
    hand.view.verticalScrollBar().setValue(40)

    assert hand.colour(QPoint(x_of(hand, day(29)), 4)) == LIGHT.pm.tint
    assert hand.view.scene.row_top(0) < 0 + hand.view.scene.head


def test_a_dragged_bar_is_drawn_where_it_would_be_and_its_old_place_dashed(hand: Hand) -> None:
    start, old = hand.on("message"), hand.on("message", 0.1)
    hand.press(start)
    hand.drag(start + hand.days(8))

    assert hand.colour(hand.on("message")) == LIGHT.pmm.tint
    assert hand.colour(old) == LIGHT.selection
    hand.key(Qt.Key.Key_Escape)
