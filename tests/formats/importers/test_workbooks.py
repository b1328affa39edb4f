"""Workbooks: sheets, real dates, and files that cannot be read as they are."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from launchplanner.formats.importers import DROPPED, Options, imported
from launchplanner.formats.refusal import Refusal
from tests.formats.importers.reading import LAUNCH, days, from_rows, notes, owners, phase_of, tasks, titles, workbook

PLAN = [["Task", "Owner", "Due"], ["Write", "Ana", date(2027, 3, 1)], ["Draft", "Bo", date(2027, 3, 2)]]


def test_real_dates_and_numbers_are_read() -> None:
    found = from_rows(
        [
            ["ID", "Task", "Owner", "Start", "Duration", "Progress"],
            [1, "Write", "Ana", date(2027, 3, 1), 5, 0.5],
            [2, "Draft", "Bo", date(2027, 3, 8), 2, 1],
        ]
    )

    assert days(found) == [("2027-03-01", "2027-03-05"), ("2027-03-08", "2027-03-09")]
    assert [(task.progress, task.status) for task in tasks(found)] == [(50, "planned"), (100, "done")]


def test_places_are_cells_even_when_the_table_begins_further_in() -> None:
    rows = [
        [],
        [],
        [None, None, "Task", "Owner", "Due"],
        [None, None, "Write", "Ana", "soonish"],
        [None, None, None, "Bo", "x"],
    ]

    found = from_rows(rows)

    assert notes(found, "changed")[0].startswith("Plan!E4: “soonish” is no date")
    assert notes(found, DROPPED) == ["Plan!C5: A row without a task: “Bo; x”."]


def test_ticked_boxes_are_states_and_template_rows_are_no_tasks() -> None:
    found = from_rows(
        [["Done", "Task", "Owner"], [True, "Write", "Ana"], [False, "Draft", "Bo"], *[[False, None, None]] * 50]
    )

    assert [(task.title, task.status) for task in tasks(found)] == [("Write", "done"), ("Draft", "planned")]


def test_an_inflated_range_costs_nothing() -> None:
    found = from_rows([*PLAN, *[[""] * 60] * 900])

    assert titles(found) == ["Write", "Draft"]
    assert notes(found, DROPPED) == []


def test_all_sheets_of_work_are_read_and_the_others_named() -> None:
    data = workbook(
        {
            "Brief": [["Field", "Your input"], ["Goal", "x"]],
            "Tasks": PLAN,
            "Runbook": [["Timing", "Step", "Owner", "Status"], ["T-1", "Check", "Cy", "Not started"]],
            "RACI": [["Deliverable", "Responsible", "Accountable"], ["Price", "Ana", "Zoe"]],
        }
    )

    found = imported(data, "plan.xlsx", LAUNCH)

    assert titles(found) == ["Write", "Draft", "Check"]
    assert phase_of(found) == ["Tasks", "Tasks", "Runbook"]
    assert notes(found, DROPPED) == ["RACI!A1: The table “RACI” is not read: it lists no work to do."]


def test_snapshots_of_one_plan_are_read_once() -> None:
    later = [*PLAN, ["Ship", "Cy", date(2027, 3, 9)]]
    data = workbook({"1 Feb": PLAN, "8 Feb": PLAN, "15 Feb": later})

    found = imported(data, "plan.xlsx", LAUNCH)

    assert titles(found) == ["Write", "Draft", "Ship"]
    assert "The table “1 Feb” is not read: its tasks stand in another table too." in notes(found, DROPPED)[0]


def test_a_sheet_may_be_asked_for() -> None:
    data = workbook(
        {"A": PLAN, "B": [["Task", "Owner", "Due"], ["Tell", "Cy", "2027-03-09"], ["Sell", "Di", "2027-03-10"]]}
    )

    assert titles(imported(data, "plan.xlsx", LAUNCH, Options(sheet="b"))) == ["Tell", "Sell"]
    with pytest.raises(Refusal, match=r"There is no such sheet\. It has “A” and “B”\."):
        imported(data, "plan.xlsx", LAUNCH, Options(sheet="C"))


def test_error_cells_are_blank() -> None:
    found = from_rows([["Task", "Owner", "Due"], ["Write", "#REF!", "2027-03-01"], ["Draft", "Bo", "#N/A"]])

    assert owners(found) == ["", "Bo"]


def test_an_opendocument_sheet_is_read() -> None:
    assert owners(
        imported(
            ods([["Task", "Owner", "Due"], ["Write", "Ana", "2027-03-01"], ["Draft", "Bo", "2027-03-02"]]),
            "plan.ods",
            LAUNCH,
        )
    ) == [
        "Ana",
        "Bo",
    ]


def test_repeated_cells_of_opendocument_are_read() -> None:
    row = (
        "<table:table-row><table:table-cell "
        'office:value-type="string"><text:p>{}</text:p></table:table-cell>{}</table:table-row>'
    )
    body = (
        row.format("Task", text_cell("Owner"))
        + row.format("Write", text_cell("Ana"))
        + row.format("Draft", text_cell("Bo"))
    )
    body += (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )

    assert owners(imported(ods_of(body), "plan.ods", LAUNCH)) == ["Ana", "Bo"]


def test_a_workbook_is_known_by_its_content() -> None:
    assert titles(imported(workbook({"Plan": PLAN}), "plan.csv", LAUNCH)) == ["Write", "Draft"]


def test_strict_open_xml_is_refused_with_the_way_out() -> None:
    data = rewritten(
        workbook({"Plan": PLAN}),
        "xl/workbook.xml",
        lambda content: content.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
    )

    with pytest.raises(Refusal, match=r"Save it as \.xlsx, “Excel Workbook”, not Strict Open XML"):
        imported(data, "plan.xlsx", LAUNCH)


@pytest.mark.parametrize(
    ("content", "file", "reason"),
    [
        ("EncryptedPackage".encode("utf-16-le"), "plan.xlsx", "protected by a password"),
        ("MSProject.MPP".encode("utf-16-le"), "plan.mpp", "In Project choose File, Save As"),
        (b"", "plan.mpp", "In Project choose File, Save As"),
        (b"Workbook", "plan.xls", "old binary format of Office. Save it as .xlsx"),
    ],
)
def test_old_and_protected_files_are_refused_with_the_way_out(content: bytes, file: str, reason: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + content

    with pytest.raises(Refusal, match=reason):
        imported(data, file, LAUNCH)


def test_a_damaged_workbook_is_refused() -> None:
    data = workbook({"Plan": PLAN})

    for broken in (data[: len(data) // 2], data[:200] + b"\xff" * 40 + data[240:]):
        with pytest.raises(Refusal, match="damaged"):
            imported(broken, "plan.xlsx", LAUNCH)


def test_cells_that_lie_millions_apart_are_refused() -> None:
    data = rewritten(
        workbook({"Plan": PLAN}),
        "xl/worksheets/sheet1.xml",
        lambda content: content.replace(
            b"</sheetData>",
            b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>',
        ),
    )

    with pytest.raises(Refusal, match="millions of rows or columns apart"):
        imported(data, "plan.xlsx", LAUNCH)


def text_cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def ods(rows: list[list[str]]) -> bytes:
    return ods_of("".join(f"<table:table-row>{''.join(map(text_cell, row))}</table:table-row>" for row in rows))


def ods_of(body: str) -> bytes:
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body><office:spreadsheet>'
        f'<table:table table:name="Plan">{body}</table:table></office:spreadsheet></office:body></office:document-'
        f"content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return file.getvalue()


def rewritten(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
    return file.getvalue()
