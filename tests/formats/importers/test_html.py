"""HTML pages, and several tables in one file."""

import pytest

from launchplanner.formats.importers import DROPPED, Imported, imported
from launchplanner.formats.refusal import Refusal
from tests.formats.importers.reading import LAUNCH, days, from_text, links, notes, owners, phases, tasks, titles


def page(body: str, head: str = "<title>Spring launch</title>") -> Imported:
    return from_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", "plan.html")


def test_the_tables_of_a_page_are_read() -> None:
    found = page(
        """<style>td { color: red }</style><h2>Make</h2><table><thead><tr><th>Task</th><th>Owner</th><th>Due</th></tr>
        </thead><tr><td>Write &amp; draft</td><td>Ana<br>Bo</td><td>2027-03-01</td></tr></table>
        <table><caption>Tell</caption><tr><th>Task</th><th>Owner</th></tr><tr><td>Post</td><td>Cy</td></tr></table>"""
    )

    assert (found.understood.reader, found.plan.title) == ("html", "Spring launch")
    assert titles(found) == ["Write & draft", "Post"]
    assert owners(found) == ["Ana\nBo", "Cy"]
    assert [table.name for table in found.understood.tables] == ["Make", "Tell"]


def test_cells_that_span_rows_and_columns_keep_the_others_in_their_columns() -> None:
    found = page(
        """<table><tr><th>Phase</th><th>Task</th><th>Owner</th><th>Due</th></tr>
        <tr><td rowspan="2">Make</td><td>Write</td><td>Ana</td><td>2027-03-01</td></tr>
        <tr><td>Check</td><td rowspan="2">Bo</td><td>2027-03-02</td></tr>
        <tr><td rowspan="x">Tell</td><td>Post</td><td>2027-03-03</td></tr></table>"""
    )

    assert phases(found) == ["Make", "Tell"]
    assert titles(found) == ["Write", "Check", "Post"]
    assert [first for first, _last in days(found)] == ["2027-03-01", "2027-03-02", "2027-03-03"]


def test_boxes_in_cells_are_states() -> None:
    found = page(
        """<table><tr><th>Done</th><th>Task</th></tr><tr><td><input type="checkbox" checked></td><td>Write</td></tr>
        <tr><td><input type="checkbox"></td><td>Post</td></tr></table>"""
    )

    assert [task.status for task in tasks(found)] == ["done", "planned"]


@pytest.mark.parametrize("text", ["<html><p>Nothing</p></html>", "<table></table>"])
def test_a_page_without_a_table_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        imported(text.encode(), "plan.html", LAUNCH)


def test_a_page_of_more_than_5_mb_is_refused() -> None:
    with pytest.raises(Refusal, match="larger than 5 MB"):
        imported(b"<html>" + b"x" * 5_000_001, "plan.html", LAUNCH)


@pytest.mark.parametrize(
    "part", ["<table><tr><td>", "<a b=", "<!--", "<td rowspan=99999 colspan=99999>", "</", "<![CDATA["]
)
def test_hostile_pages_end_in_time(part: str) -> None:
    with pytest.raises(Refusal):
        imported(b"<html><table><tr>" + part.encode() * (100_000 // len(part)), "plan.html", LAUNCH)


def test_a_table_that_opens_anew_after_a_blank_line_is_another_one() -> None:
    found = from_text(
        """ID,Name,Begin date,End date,Duration,Completion,Cost,Coordinator,Predecessors,Outline number,Resources,Notes
        0,Make,2027-03-01,2027-03-03,3,50,0,,,1,,
        1,  Write,2027-03-01,2027-03-02,2,100,0,Ana Lund,,1.1,Bo Sato,Ask
        2,  Check,2027-03-03,2027-03-03,1,0,0,Bo Sato,1-FS=P0D,1.2,,
        3,Post,2027-03-08,2027-03-08,1,0,0,,2-FS>P2D;1-SS=P1D,2,,

        ID,Name,Default role,e-mail,Phone,Standard rate
        0,Ana Lund,1,ana@example.com,,0
        1,Bo Sato,0,,,0
        """
    )

    assert found.understood.reader == "ganttproject"
    assert titles(found) == ["Write", "Check", "Post"]
    assert owners(found) == ["Ana Lund", "Bo Sato", ""]
    assert links(found) == [("Check", "Post", "FS", 2), ("Write", "Check", "FS", 0), ("Write", "Post", "SS", 1)]
    assert tasks(found)[0].contributors == ("Bo Sato",)
    assert any("is not read: it lists no work to do" in note for note in notes(found, DROPPED))


def test_two_plans_in_one_file_are_both_read() -> None:
    found = from_text(
        "Task,Owner,Due\nWrite,Ana,2027-03-01\nCheck,Bo,2027-03-02\n\nTask,Owner,Deadline,Status\n"
        "Post,Cy,2027-03-03,Done\nCall,Ana,2027-03-04,Open\n"
    )

    assert titles(found) == ["Write", "Check", "Post", "Call"]
    assert [task.status for task in tasks(found)] == ["planned", "planned", "done", "planned"]
