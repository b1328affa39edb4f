"""Lines between bars."""

from itertools import pairwise

import pytest

from launchplanner.reports.timeline_links import Point, Reach, route, ties_of
from launchplanner.schedule import Span
from tests.reports.timeline_plans import FIRST, a_plan, a_task, a_timeline, day, links


def test_the_links_of_a_part_run_between_the_ends_of_bars() -> None:
    tasks = {
        "a": a_task("A", 20, 2, order="1"),
        "b": a_task("B", 25, 2, order="2"),
        "c": a_task("C", 30, 2, phase="pos"),
    }
    timeline = a_timeline(a_plan(tasks, dependencies=links(("a", "b"), ("b", "c"))))
    ties = ties_of(timeline.context, ["b"], timeline.row_of_part)

    assert [(tie.from_day - FIRST, tie.from_row, tie.to_day - FIRST, tie.to_row) for tie in ties] == [
        (22, 1, 25, 2),
        (27, 2, 30, 4),
    ]
    assert all(tie.is_kept for tie in ties)


def test_a_link_that_the_dates_break_is_told_apart() -> None:
    tasks = {"a": a_task("A", 20, 5), "b": a_task("B", 22, 2)}
    timeline = a_timeline(a_plan(tasks, dependencies=links(("a", "b"))))

    assert [tie.is_kept for tie in ties_of(timeline.context, ["a"], timeline.row_of_part)] == [False]
    moved = {"b": Span(day(25), day(27))}
    assert [tie.is_kept for tie in ties_of(timeline.context, ["a"], timeline.row_of_part, moved)] == [True]


@pytest.mark.parametrize(("kind", "ends"), [("FS", (22, 25)), ("SS", (20, 25)), ("FF", (22, 27)), ("SF", (20, 27))])
def test_each_kind_of_link_touches_its_own_ends(kind: str, ends: tuple[int, int]) -> None:
    tasks = {"a": a_task("A", 20, 2), "b": a_task("B", 25, 2)}
    timeline = a_timeline(a_plan(tasks, dependencies=links(("a", "b"), type=kind)))
    (tie,) = ties_of(timeline.context, ["a"], timeline.row_of_part)

    assert (tie.from_day - FIRST, tie.to_day - FIRST) == ends


def test_a_part_folded_away_is_tied_in_the_row_of_its_phase() -> None:
    tasks = {"a": a_task("A", 20, 2), "c": a_task("C", 30, 2, phase="pos")}
    timeline = a_timeline(a_plan(tasks, dependencies=links(("a", "c"))), collapsed={"test"})
    (tie,) = ties_of(timeline.context, ["c"], timeline.row_of_part)

    assert (tie.from_row, tie.to_row) == (0, 2)


def test_links_within_a_folded_phase_are_not_drawn() -> None:
    tasks = {"a": a_task("A", 20, 2), "b": a_task("B", 25, 2)}
    timeline = a_timeline(a_plan(tasks, dependencies=links(("a", "b"))), collapsed={"test"})

    assert ties_of(timeline.context, ["a"], timeline.row_of_part) == []


REACH = Reach(stub=1, drop=0.5, half=0.25)


def test_a_line_to_a_near_bar_falls_on_it_or_rises_to_it() -> None:
    assert route((10, 0.5), (11, 2.5), REACH) == [(10, 0.5), (11.5, 0.5), (11.5, 2.25)]
    assert route((10, 2.5), (11, 0.5), REACH) == [(10, 2.5), (11.5, 2.5), (11.5, 0.75)]


def test_a_line_to_a_far_bar_goes_between_the_rows_past_the_words_beside_the_first() -> None:
    assert route((10, 0.5), (20, 2.5), REACH) == [(10, 0.5), (11, 0.5), (11, 1.0), (20.5, 1.0), (20.5, 2.25)]
    assert route((10, 2.5), (20, 0.5), REACH) == [(10, 2.5), (11, 2.5), (11, 2.0), (20.5, 2.0), (20.5, 0.75)]


def test_a_line_back_goes_between_the_rows() -> None:
    assert route((10, 0.5), (8, 2.5), REACH) == [(10, 0.5), (11, 0.5), (11, 2.0), (7, 2.0), (7, 2.5), (8, 2.5)]


@pytest.mark.parametrize("leaves_right", [True, False])
@pytest.mark.parametrize("enters_left", [True, False])
@pytest.mark.parametrize("finish", [(20.0, 3.5), (5.0, 3.5), (10.5, -2.5)])
def test_every_line_is_made_of_right_angles_and_leaves_on_its_side(
    *, leaves_right: bool, enters_left: bool, finish: Point
) -> None:
    points = route((10, 0.5), finish, REACH, leaves_right=leaves_right, enters_left=enters_left)

    assert points[0] == (10, 0.5)
    assert all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(points))
    assert (points[1][0] > points[0][0]) is leaves_right
    if points[-1][1] == finish[1]:
        assert (points[-2][0] < points[-1][0]) is enters_left
    else:
        assert points[-1][0] == finish[0] + REACH.drop
