"""Which importer reads a file, and that each of them gives a plan or says why not, whatever it is given."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.formats.importers import IMPORTERS, Options, imported
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import Plan
from launchplanner.schedule.schedule import scheduled

LAUNCH = date(2027, 4, 13)
CHECKLIST = b"# Launch\n\n- [ ] Write @ana\n- [x] Draft @bo\n"
TABLE = b"Task,Owner,Due\nWrite,Ana,2027-03-01\nDraft,Bo,2027-03-02\n"


@pytest.mark.parametrize(
    ("data", "file", "reader"),
    [
        (TABLE, "plan.csv", "csv"),
        (TABLE, "plan.txt", "csv"),
        (TABLE, "plan", "csv"),
        (TABLE, "plan.xlsx", "csv"),
        (CHECKLIST, "plan.md", "markdown"),
        (CHECKLIST, "plan.txt", "markdown"),
        (CHECKLIST, "plan", "markdown"),
        (b"<table><tr><th>Task<th>Owner</tr><tr><td>Write<td>Ana</tr></table>\n\n- [ ] Draft\n", "plan.md", "markdown"),
        (b"<table><tr><th>Task<th>Owner</tr><tr><td>Write<td>Ana</tr></table>", "plan.html", "html"),
        (b"<table><tr><th>Task<th>Owner</tr><tr><td>Write<td>Ana</tr></table>", "plan", "html"),
        (b"project name,task,owner\nA,Write,Ana\nA,Draft,Bo\n", "plan.csv", "csv"),
        (b"| Task | Owner |\n|---|---|\n| Write | Ana |\n| Draft | Bo |\n", "plan.md", "markdown"),
    ],
)
def test_the_content_chooses_first_and_the_name_second(data: bytes, file: str, reader: str) -> None:
    assert imported(data, file, LAUNCH).understood.reader == reader


@pytest.mark.parametrize(
    ("data", "file"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "plan.png"),
        (b"%PDF-1.7\n\x00\x01\x02", "plan.pdf"),
        (b"\x00" * 64, "plan.csv"),
    ],
)
def test_a_file_of_another_kind_is_refused(data: bytes, file: str) -> None:
    with pytest.raises(Refusal, match="Export the plan as CSV or XLSX"):
        imported(data, file, LAUNCH)


def test_a_file_of_more_than_20_mb_is_refused() -> None:
    with pytest.raises(Refusal, match="larger than 20 MB"):
        imported(b"x" * 20_000_001, "plan.csv", LAUNCH)


def test_every_importer_has_an_id_of_its_own_and_suffixes_with_a_dot() -> None:
    assert len({importer.id for importer in IMPORTERS}) == len(IMPORTERS)
    assert all(
        suffix.startswith(".") and suffix == suffix.casefold() for importer in IMPORTERS for suffix in importer.suffixes
    )


WORDS = st.sampled_from([
    "Task", "Owner", "Due", "Start", "Status", "Phase", "Name", "Depends on", "Duration", "Write", "Draft",
    "Launch", "Ana", "Bo & Cy", "", "2027-03-01", "3/4/27", "T-30", "Week 7", "Tue September 15", "TBD", "1",
    "2fs+3d", "- [ ] Write @ana", "## Ship", "| a | b |", "---", "A/R", "C", "50%", "TRUE", "=1+1", "~~x~~",
    "**Phase 2**", "Total", "\"", "'", "May 3-7", "Q2 2027", "1e999", "nan", "31/02/2027", "[x](y)", "<table>",
    "<tr><td>Task", "```", "<!--", "9999-12-31", "Day 1-2", "-99999999999", "0,5 h", "P3D", "١٢", "\u202e",
    "KW 60", "Month 99", "Week 999", "W5-W2", "2-3", "Owner: Ana", "(due",
])  # fmt: skip


def plan_or_refusal(data: bytes, file: str, launch: date | None = LAUNCH) -> Plan | Refusal:
    try:
        return imported(data, file, launch, Options(launch_day_else=LAUNCH)).plan
    except Refusal as refusal:
        return refusal


@given(
    st.lists(st.lists(WORDS, max_size=6), max_size=12),
    st.sampled_from([",", ";", "\t", "|", " "]),
    st.sampled_from(["p.csv", "p.md", "p.txt", "p"]),
)
def test_any_table_of_words_gives_a_sound_plan_or_a_refusal(rows: list[list[str]], delimiter: str, file: str) -> None:
    found = plan_or_refusal("\n".join(delimiter.join(row) for row in rows).encode(), file, None)

    if isinstance(found, Refusal):
        assert found.reason
    else:
        assert found.tasks
        assert read_plan(write_plan(found), "p") == found
        assert set(scheduled(found).spans) == set(found.tasks)
        assert {task.phase for task in found.tasks.values()} <= set(found.phases)


@given(st.binary(max_size=400), st.sampled_from(["p.csv", "p.md", "p.xlsx", "p.mpp"]))
def test_any_bytes_give_a_plan_or_a_refusal(data: bytes, file: str) -> None:
    found = plan_or_refusal(data, file)

    assert found.reason if isinstance(found, Refusal) else found.tasks


HEADS = st.sampled_from([
    b"<project><tasks><task ", b"<Project><Tasks><Task>", b"<opml><body>", b"BEGIN:VCALENDAR\nBEGIN:VTODO\n",
    b'[{"title": ',
    b'{"cards": [], "lists": ', b"gantt\nsection A\n", b"<html><table><tr><td>", b"<?xml version='1.0'?><", b"ERMHDR",
])  # fmt: skip


@given(HEADS, st.binary(max_size=200))
def test_any_bytes_after_the_beginning_of_a_kind_give_a_plan_or_a_refusal(head: bytes, rest: bytes) -> None:
    found = plan_or_refusal(head + rest, "plan")

    assert found.reason if isinstance(found, Refusal) else found.tasks


@given(st.text(max_size=200))
def test_any_text_below_a_header_gives_a_plan_or_a_refusal(text: str) -> None:
    table = "Task,Owner,Start,Due,Duration,Status,Depends on\n" + text + "\nWrite,Ana,,,,,\n"

    found = plan_or_refusal(table.encode("utf-8", "replace"), "p.csv")

    assert isinstance(found, Refusal) or read_plan(write_plan(found), "p") == found


@pytest.mark.parametrize(
    "bomb",
    ["one member", "many members", "much in all", "outside", "absolute", "drive"],
)
def test_an_archive_beyond_reason_is_refused_before_it_is_opened(bomb: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        if bomb == "one member":
            archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
        elif bomb == "many members":
            for number in range(501):
                archive.writestr(f"xl/{number}.xml", "x")
        elif bomb == "much in all":
            noise = bytes(range(256)) * 40
            for number in range(52):
                archive.writestr(f"xl/{number}.bin", noise * 100, zipfile.ZIP_STORED)
        else:
            name = {"outside": "../x.xml", "absolute": "/etc/x.xml", "drive": "C:\\x.xml"}[bomb]
            archive.writestr(name, "x")

    with pytest.raises(Refusal) as refusal:
        imported(file.getvalue(), "plan.xlsx", LAUNCH)

    assert any(word in refusal.value.reason for word in ("swells", "at most 500", "20 MB", "outside the file"))


def test_a_member_that_lies_about_its_size_is_counted_while_it_inflates() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 60_000_000)
    data = file.getvalue().replace((60_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))

    with pytest.raises(Refusal, match=r"swells|damaged"):
        imported(data, "plan.xlsx", LAUNCH)
