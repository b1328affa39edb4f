"""Undo and redo: the same objects again, under the names of their edits."""

from hypothesis import given
from hypothesis import strategies as st

from launchplanner.app.history import History
from launchplanner.plan.plan import Plan
from tests.builders import a_plan

PLANS = [a_plan(title=f"Launch {number}") for number in range(8)]


def a_history(steps: int) -> History:
    history = History(PLANS[0])
    for number in range(1, steps + 1):
        history.push(PLANS[number], f"Edit {number}")
    return history


def test_undo_after_do_gives_the_same_object() -> None:
    history = a_history(1)

    assert history.move(-1) is PLANS[0]
    assert history.move(1) is PLANS[1]


def test_labels_say_what_undo_and_redo_would_do() -> None:
    history = a_history(2)
    assert (history.undo_label, history.redo_label) == ("Edit 2", None)

    history.move(-1)
    assert (history.undo_label, history.redo_label) == ("Edit 1", "Edit 2")

    history.move(-1)
    assert (history.undo_label, history.redo_label) == (None, "Edit 1")


def test_what_was_undone_is_forgotten_with_the_next_edit() -> None:
    history = a_history(3)
    history.move(-2)

    history.push(PLANS[7], "Other")

    assert history.steps() == ("Edit 1", "Other")
    assert history.redo_label is None
    assert history.move(5) is PLANS[7]


def test_a_gesture_can_let_its_step_end_elsewhere() -> None:
    history = a_history(2)

    history.replace_last(PLANS[7])

    assert history.plan is PLANS[7]
    assert history.undo_label == "Edit 2"
    assert history.move(-1) is PLANS[1]


@given(st.lists(st.one_of(st.integers(-4, 4), st.sampled_from(PLANS)), max_size=25))
def test_a_history_is_a_list_with_a_place_in_it(moves: list[int | Plan]) -> None:
    history, states, place = History(PLANS[0]), [PLANS[0]], 0
    for move in moves:
        if isinstance(move, int):
            place = max(0, min(len(states) - 1, place + move))
            history.move(move)
        else:
            states = [*states[: place + 1], move]
            place += 1
            history.push(move, move.title)

        assert history.plan is states[place]
        assert history.place == place
        assert history.steps() == tuple(state.title for state in states[1:])
