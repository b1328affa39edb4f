"""Sort positions: always room between two, and always in order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from launchplanner.plan.order import last_position, position_between, positions


@given(st.lists(st.integers(min_value=0, max_value=1000), min_size=1, max_size=60))
def test_inserting_anywhere_again_and_again_keeps_the_order(places: list[int]) -> None:
    rows: list[str] = []
    for place in places:
        at = place % (len(rows) + 1)
        before = rows[at - 1] if at else ""
        after = rows[at] if at < len(rows) else ""
        rows.insert(at, position_between(before, after))

    assert rows == sorted(set(rows))
    assert not any(row.endswith("0") for row in rows), "nothing fits below a position that ends in 0"


@given(st.integers(min_value=0, max_value=400))
def test_many_positions_rise_and_leave_room_around_each(count: int) -> None:
    rows = positions(count)

    assert len(rows) == count
    ends = ["", *rows, ""]
    for before, after in pairwise(ends):
        between = position_between(before, after)
        assert between > before
        assert not after or between < after


def test_the_last_position_lies_after_all_that_are_taken() -> None:
    taken = positions(12)

    assert last_position(taken) > max(taken)
    assert last_position([]) != ""


def test_equal_or_crossed_positions_of_a_merge_give_one_after_the_first() -> None:
    assert position_between("V", "V") > "V"
    assert position_between("k", "c") > "k"


def test_always_appending_makes_positions_longer_only_slowly() -> None:
    position = ""
    for _row in range(500):
        position = position_between(position, "")

    assert len(position) < 100
