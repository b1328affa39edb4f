"""What is typed into cells: the edit that it comes to, and what is refused."""

from collections.abc import Sequence
from datetime import date

import pytest

from launchplanner.app.analysis import Snapshot, analyse
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import Start, Task
from launchplanner.ui.tasks.cells import Wish, followers_note, outcome, refusal_note, text_of
from launchplanner.ui.tasks.columns import DAYS, DELIVERABLE, DUE, EDITABLE, FLOAT, ID, OWNER, START, STATUS, TITLE
from launchplanner.ui.tasks.hint import meaning
from tests.reports.timeline_plans import a_plan, a_task, day, links

TODAY = date(2027, 2, 18)


def a_snapshot(**fields: object) -> Snapshot:
    return analyse(a_plan({"a": a_task("Beta", 23, 4, **fields)}), TODAY)


def made(snapshot: Snapshot, *wishes: tuple[str, int, str]) -> Plan:
    found = outcome(snapshot, [Wish(*wish) for wish in wishes])
    assert not found.refusals
    return found.edit.apply(snapshot.plan) if found.edit is not None else snapshot.plan


def task(snapshot: Snapshot, column: int, text: str) -> Task:
    return made(snapshot, ("a", column, text)).tasks["a"]


def refusals(snapshot: Snapshot, column: int, text: str) -> Sequence[str]:
    found = outcome(snapshot, [Wish("a", column, text)])
    assert found.edit is None
    return found.refusals


@pytest.mark.parametrize("column", sorted(EDITABLE))
def test_typing_what_stands_there_changes_nothing(column: int) -> None:
    snapshot = a_snapshot(status="active", progress=40, deliverable="Notes", owner="pm")

    assert outcome(snapshot, [Wish("a", column, text_of(snapshot, "a", column))]).edit is None


def test_title_and_deliverable_are_taken_without_spaces_round_them() -> None:
    assert task(a_snapshot(), TITLE, "  Closed   beta ").title == "Closed beta"
    assert task(a_snapshot(), DELIVERABLE, " Notes ").deliverable == "Notes"


def test_a_task_keeps_its_title_rather_than_lose_it() -> None:
    assert refusals(a_snapshot(), TITLE, "  ") == ("A task needs a title.",)


@pytest.mark.parametrize(
    ("text", "on"),
    [("2027-02-24", date(2027, 2, 24)), ("thu next week", date(2027, 2, 25)), ("W7 Mon", date(2027, 3, 1)),
     ("T-14", date(2027, 3, 10)), ("+2", date(2027, 2, 22)), ("sat", date(2027, 2, 22))],
)  # fmt: skip
def test_a_start_is_read_in_many_ways_and_keeps_the_length(text: str, on: date) -> None:
    snapshot = a_snapshot()
    plan = made(snapshot, ("a", START, text))
    after = analyse(plan, TODAY).schedule

    assert after.first_date("a") == on
    assert plan.tasks["a"].duration == 4


def test_a_due_day_changes_the_length() -> None:
    assert task(a_snapshot(), DUE, "2027-02-24").duration == 5
    assert task(a_snapshot(), DUE, "2027-02-28").duration == 7, "a Sunday counts as the Friday before"


def test_a_task_cannot_be_due_before_it_starts() -> None:
    assert refusals(a_snapshot(), DUE, "2027-02-10") == ("“Beta” starts on Thu 18 Feb: it cannot be due before that.",)


def test_start_and_due_together_are_read_against_each_other() -> None:
    plan = made(a_snapshot(), ("a", START, "2027-02-01"), ("a", DUE, "2027-02-03"))

    assert (plan.tasks["a"].start.days, plan.tasks["a"].duration) == (day(10), 3)


def test_a_milestone_stays_one_when_its_own_day_is_typed() -> None:
    snapshot = analyse(a_plan({"a": a_task("Go", 23, 0)}), TODAY)

    assert outcome(snapshot, [Wish("a", DUE, "2027-02-18")]).edit is None


def test_a_task_pinned_to_a_date_stays_pinned() -> None:
    snapshot = a_snapshot(start=Start(rule="date", on=date(2027, 2, 18)))

    assert task(snapshot, START, "2027-02-22").start == Start(rule="date", on=date(2027, 2, 22))


def test_what_is_no_day_is_refused_with_examples() -> None:
    assert refusals(a_snapshot(), START, "soonish") == ("“soonish” is no day. Try 26 Feb, W6 Fri, T-14 or +2.",)


@pytest.mark.parametrize(("text", "days"), [("6", 6), ("6 days", 6), ("6d", 6), ("0", 0)])
def test_days_are_working_days(text: str, days: int) -> None:
    assert task(a_snapshot(), DAYS, text).duration == days


@pytest.mark.parametrize("text", ["", "-1", "two", "99999", "3651"])
def test_other_lengths_are_refused(text: str) -> None:
    assert len(refusals(a_snapshot(), DAYS, text)) == 1


@pytest.mark.parametrize(
    ("text", "status", "progress"),
    [("done", "done", 100), ("Done", "done", 100), ("100", "done", 100), ("not", "planned", 0), ("70 %", "active", 70),
     ("under way", "active", 40), ("dropped", "dropped", 40)],
)  # fmt: skip
def test_a_status_is_a_word_its_beginning_or_a_percentage(text: str, status: str, progress: int) -> None:
    after = task(a_snapshot(status="active", progress=40), STATUS, text)

    assert (after.status, after.progress) == (status, progress)


@pytest.mark.parametrize("text", ["d", "later", "", "140"])
def test_other_status_is_refused(text: str) -> None:
    assert "is no status" in refusals(a_snapshot(), STATUS, text)[0]


def test_an_owner_is_found_by_any_name_and_stops_helping() -> None:
    snapshot = a_snapshot(contributors=("jonas", "tessa"))
    after = task(snapshot, OWNER, "jonas reyes")

    assert (after.owner, after.contributors) == ("jonas", ("tessa",))
    assert task(snapshot, OWNER, "pmm").owner == "pmm"


def test_an_owner_that_nobody_knows_stays_as_it_was_written() -> None:
    assert task(a_snapshot(), OWNER, "Jonas & Tessa").owner == "Jonas & Tessa"
    assert task(a_snapshot(), OWNER, "").owner == ""


@pytest.mark.parametrize("column", [ID, FLOAT])
def test_what_is_worked_out_cannot_be_typed(column: int) -> None:
    assert "worked out" in refusals(a_snapshot(), column, "9")[0]


def chain() -> Snapshot:
    tasks = {"a": a_task("A", 23, 2), "b": a_task("B", 25, 2), "c": a_task("C", 27, 2)}
    return analyse(a_plan(tasks, dependencies=links(("a", "b"), ("b", "c"))), TODAY)


def test_what_waits_moves_along_as_it_does_on_the_timeline() -> None:
    found = outcome(chain(), [Wish("a", DAYS, "4")])
    assert found.edit is not None
    plan = found.edit.apply(chain().plan)

    assert [plan.tasks[key].start.days for key in "abc"] == [day(23), day(27), day(29)]
    assert followers_note(chain(), found.followers) == "“B” waits for it and moves to Wed 24 Feb. 1 more task follows."


def test_a_hint_says_the_day_its_place_and_what_follows() -> None:
    shown = meaning(chain(), Wish("a", START, "+2"))

    assert (shown.day, shown.place) == ("Mon 22 Feb 2027", "W6 Mon · T−26 · 2 working days later")
    assert "“B” waits for it" in shown.follows
    assert not meaning(chain(), Wish("a", START, "soo")).is_day


def test_undo_names_the_column_and_how_many_tasks() -> None:
    one = outcome(chain(), [Wish("a", DAYS, "4")]).edit
    all_ = outcome(chain(), [Wish(key, DAYS, "4") for key in "abc"]).edit
    assert one is not None
    assert all_ is not None

    assert (one.label, all_.label) == ("Change days of “A”", "Change days of 3 tasks")


def test_a_note_says_what_was_refused_and_that_the_rest_was_done() -> None:
    found = outcome(chain(), [Wish("a", DAYS, "4"), Wish("b", DAYS, "x"), Wish("c", DAYS, "y"), Wish("c", START, "z")])

    assert found.changed == 1
    assert refusal_note(found.refusals, found.changed) == (
        "“x” is no number of days from 0 to 3650. “y” is no number of days from 0 to 3650. "
        "1 more cell was not taken. 1 other cell was changed."
    )
