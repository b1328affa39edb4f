"""Rows to and from spreadsheets."""

from datetime import date

from launchplanner.app.analysis import Snapshot, analyse
from launchplanner.plan.plan import Plan
from launchplanner.reports.task_table import TaskTable
from launchplanner.ui.tasks.columns import DAYS, DELIVERABLE, DUE, FLOAT, ID, OWNER, START, STATUS, TITLE
from launchplanner.ui.tasks.sheets import copied, grid_of, pasted
from tests.reports.timeline_plans import a_plan, a_task

TODAY = date(2027, 2, 18)
COLUMNS = [ID, TITLE, OWNER, START, DUE, DAYS, STATUS, DELIVERABLE]
KEYS = ["a", "b", "c"]


def a_snapshot(**fields: object) -> Snapshot:
    tasks = {key: a_task(f"Task {key}", 23, 2, **fields) for key in KEYS}
    return analyse(a_plan(tasks), TODAY)


def copy(snapshot: Snapshot, *columns: int) -> tuple[str, str]:
    return copied(snapshot, TaskTable(snapshot.context, snapshot.findings), ["a"], columns or COLUMNS)


def paste(snapshot: Snapshot, text: str, *columns: int, selected: int = 1) -> tuple[Plan, tuple[str, ...]]:
    found = pasted(snapshot, grid_of(text), KEYS, columns, selected)
    return (found.edit.apply(snapshot.plan) if found.edit is not None else snapshot.plan), found.refusals


def test_rows_are_copied_with_iso_dates() -> None:
    text, html = copy(a_snapshot(owner="mira", status="active", progress=40))

    assert text == "a\tTask a\tMira Okafor\t2027-02-18\t2027-02-19\t2\t40 %\t"
    assert "<td>Task a</td><td>Mira Okafor</td><td>2027-02-18</td>" in html


def test_what_people_wrote_is_never_a_formula() -> None:
    for sign in "=+-@":
        text, html = copy(a_snapshot(deliverable=f"{sign}HYPERLINK(1)"), DELIVERABLE)
        assert text == f"'{sign}HYPERLINK(1)"
        assert f"<td>&#x27;{sign}HYPERLINK(1)</td>" in html


def test_a_float_below_zero_is_a_number() -> None:
    snapshot = a_snapshot()
    slack = snapshot.schedule.total_float["a"]

    assert copy(snapshot, FLOAT)[0] == str(slack)


def test_markup_and_tabs_in_titles_stay_text() -> None:
    snapshot = a_snapshot(deliverable="<b>x</b>\ty\nz")

    assert copy(snapshot, DELIVERABLE) == (
        "<b>x</b> y z",
        '<meta charset="utf-8"><table><tr><td>&lt;b&gt;x&lt;/b&gt; y z</td></tr></table>',
    )


def test_what_was_copied_can_be_pasted_back_and_changes_nothing() -> None:
    snapshot = a_snapshot(owner="pm", deliverable="=1+1", status="active", progress=40)
    text, _html = copy(snapshot)

    assert paste(snapshot, text, *COLUMNS) == (snapshot.plan, ())


def test_a_grid_goes_into_the_cells_from_the_first_down_and_to_the_right() -> None:
    plan, refused = paste(a_snapshot(), "One\tjonas\nTwo\tTessa Brandt\n", TITLE, OWNER)

    assert [(plan.tasks[key].title, plan.tasks[key].owner) for key in KEYS] == [
        ("One", "jonas"),
        ("Two", "tessa"),
        ("Task c", "mira"),
    ]
    assert not refused


def test_one_cell_fills_the_column_of_all_selected_rows() -> None:
    plan, _refused = paste(a_snapshot(), "Tessa Brandt", OWNER, selected=3)

    assert [plan.tasks[key].owner for key in KEYS] == ["tessa"] * 3


def test_unclear_cells_are_told_and_the_others_taken() -> None:
    plan, refused = paste(a_snapshot(), "2027-02-22\nsoonish\n2027-02-23", START)

    assert refused == ("“soonish” is no day. Try 26 Feb, W6 Fri, T-14 or +2.",)
    assert [analyse(plan, TODAY).schedule.first_date(key).day for key in KEYS] == [22, 18, 23]


def test_what_has_no_place_is_told() -> None:
    _plan, refused = paste(a_snapshot(), "1\t2\n1\t2\n1\t2\n1\t2", DAYS)

    assert refused == ("1 row had no task below to go to.", "1 column had no place at the right.")


def test_quoted_cells_with_line_breaks_are_one_cell() -> None:
    assert grid_of('"One\nline"\tB\r\nC\tD\r\n') == [["One\nline", "B"], ["C", "D"]]


def test_a_lone_quotation_mark_and_nothing_at_all_are_read() -> None:
    assert grid_of('5" screen\tB') == [['5" screen', "B"]]
    assert grid_of("\n") == []
