"""Days to pixels and back."""

import pytest

from launchplanner.reports.timeline_head import Extent
from launchplanner.ui.timeline.axis import ROOM_AT_END, WIDEST_DAY, Axis

CLOCK = Extent(-51, 9)


def fitted(width: float = 622, whole: Extent = CLOCK) -> Axis:
    return Axis.fitted(whole, CLOCK, 300, width)


def test_the_clock_fills_the_chart_but_for_the_room_of_a_baton_at_its_end() -> None:
    axis = fitted()

    assert (axis.x(-51), axis.x(9), axis.right) == (300, 900, 900 + ROOM_AT_END)
    assert axis.furthest == 0


@pytest.mark.parametrize("place", [-51.0, -7.25, 8.9])
def test_a_pixel_and_its_day_belong_together(place: float) -> None:
    axis = fitted().zoomed(3, 500)

    assert axis.day(axis.x(place)) == pytest.approx(place)


def test_zooming_keeps_the_day_under_the_pointer() -> None:
    axis = fitted()

    assert axis.zoomed(2, 550).day(550) == pytest.approx(axis.day(550))
    assert axis.zoomed(1.5, 550).zoomed(1.5, 420).day(420) == pytest.approx(axis.zoomed(1.5, 550).day(420))


def test_days_grow_no_wider_than_can_be_used() -> None:
    assert fitted().zoomed(1000, 500).day_width == WIDEST_DAY


def test_zooming_out_stops_at_the_whole_clock_and_fits_it_again() -> None:
    axis = fitted().zoomed(4, 500).zoomed(0.01, 500)

    assert axis.is_fitted
    assert axis == fitted()


def test_a_plan_longer_than_its_clock_can_be_zoomed_out_further() -> None:
    axis = fitted(whole=Extent(-51, 200)).zoomed(0.5, 500).zoomed(0.001, 500)

    assert not axis.is_fitted
    assert axis.x(200) <= axis.right


def test_a_wider_view_fits_again_and_a_zoomed_one_keeps_its_left_edge() -> None:
    zoomed = fitted().zoomed(4, 500)

    assert fitted().laid_out(CLOCK, CLOCK, 300, 1222).x(9) == 1500
    assert zoomed.laid_out(CLOCK, CLOCK, 320, 700).first_day == pytest.approx(zoomed.first_day)


def test_work_added_before_the_clock_moves_nothing_on_screen() -> None:
    zoomed = fitted().zoomed(4, 500)
    longer = zoomed.laid_out(Extent(-80, 9), CLOCK, 300, 622)

    assert longer.x(0) == pytest.approx(zoomed.x(0))


def test_scrolling_ends_at_both_ends() -> None:
    axis = fitted().zoomed(4, 500)

    assert axis.scrolled_to(-10).offset == 0
    assert axis.scrolled_to(1e9).offset == axis.furthest
