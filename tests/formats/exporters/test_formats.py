"""What is particular to each format."""

import csv
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from launchplanner.formats.exporters import Options, exporter_for
from launchplanner.reports.blocks import Document
from launchplanner.reports.checklist import handoff_checklist
from launchplanner.reports.plan_report import plan_report
from tests.reports.samples import launch, passed, put, source, tiny_source

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
GOLDEN = HERE / "tiny-checklist.md"


def rendered(suffix: str, document: Document, paper: Any = "a4") -> bytes:
    exporter = exporter_for(suffix)
    assert exporter is not None
    return exporter.render(document, Options(paper=paper))


def checklist() -> Document:
    return handoff_checklist(source(launch()), ["B4"])


def pdf(document: Document, paper: str = "a4") -> PdfReader:
    return PdfReader(io.BytesIO(rendered(".pdf", document, paper)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_markdown_is_as_agreed() -> None:
    # After a change that is meant: python tests/look_at_exports.py --golden
    assert rendered(".md", handoff_checklist(tiny_source())).decode("utf-8") == GOLDEN.read_text(encoding="utf-8")


def test_a_pdf_can_be_searched_for_words_with_ligatures() -> None:
    shown = text_of(pdf(handoff_checklist(tiny_source())))

    for word in ("Finish the change list", "first", "Spec, frozen", "What does it do?", "history head"):
        assert word in shown


def test_a_pdf_says_on_each_page_which_it_is_and_of_what() -> None:
    document = checklist()
    pages = [" ".join(page.extract_text().split()) for page in pdf(document).pages]

    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert f"exported Thu 25 Feb 2027, 17:05 · history head {document.head}" in page
    assert "Product to market · Mira Okafor to Jonas Reyes" not in pages[0]
    assert all("Product to market · Mira Okafor to Jonas Reyes" in page for page in pages[1:])


def test_a_pdf_holds_every_item() -> None:
    shown = re.sub(r"\s+", "", text_of(pdf(checklist())))

    for item in launch().batons["B4"].items.values():
        assert re.sub(r"\s+", "", item.title + item.criterion) in shown


def test_a_table_that_runs_on_repeats_its_head() -> None:
    pages = pdf(plan_report(source(launch()))).pages

    # The table of ownership debt names tasks of the phase, too, one or two.
    with_rows = [page.extract_text() for page in pages if len(re.findall(r"\bTE\d", page.extract_text())) > 2]
    assert len(with_rows) > 1
    assert all("what it delivers" in " ".join(page.split()) for page in with_rows)


def test_a_row_longer_than_a_page_loses_nothing() -> None:
    words = [f"word{number}" for number in range(4000)]
    item = launch().batons["B4"].items["B4-1"].replace(criterion=" ".join(words))
    items = launch().batons["B4"].items.with_("B4-1", item)

    reader = pdf(handoff_checklist(source(put(launch(), "batons", "B4", items=items)), ["B4"]))

    shown = re.sub(r"\s+", "", text_of(reader))
    assert all(word in shown for word in words)
    assert shown.count("word2000word2001") == 1
    assert len(reader.pages) > 4


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_a_pdf_has_the_size_of_the_paper(paper: str, size: tuple[int, int]) -> None:
    box = pdf(checklist(), paper).pages[0].mediabox

    assert (round(box.width), round(box.height)) == size


def test_a_pdf_says_what_it_is_and_when_it_was_exported() -> None:
    about = pdf(checklist()).metadata

    assert about is not None
    assert about.title == "Handoff checklist: New auction model"
    assert about.get("/CreationDate") == "D:20270225170500Z"


def test_a_pdf_is_written_where_there_is_no_screen() -> None:
    code = (
        "from tests.reports.samples import tiny_source\n"
        "from launchplanner.reports.checklist import handoff_checklist\n"
        "from launchplanner.formats.exporters import exporter_for\n"
        "print(exporter_for('.pdf').render(handoff_checklist(tiny_source()))[:5])"
    )
    bare = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "DISPLAY"}}

    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=bare, capture_output=True, text=True, check=True
    )

    assert (answer.stdout.strip(), answer.stderr) == ("b'%PDF-'", "")


def test_a_web_page_fetches_nothing_and_says_so() -> None:
    page = rendered(".html", checklist()).decode("utf-8")

    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not re.findall(r"(?:src|href)=|url\(|@import|<script", page)


def test_a_web_page_reads_well_by_ear() -> None:
    page = rendered(".html", checklist()).decode("utf-8")

    assert '<html lang="en">' in page
    assert page.count("<h1") == 1
    assert '<th scope="row" class="left"><b>Usage data</b></th>' in page
    assert 'aria-label="Usage data: Ready" checked' in page
    assert 'aria-label="Usage data: Yes">' in page
    assert page.count("<table") == page.count("<caption")
    assert all(re.search(r'scope="(?:col|row)"', head) for head in re.findall(r"<th[^e>]*>", page))


def test_word_has_real_styles_and_boxes_that_tick() -> None:
    data = rendered(".docx", checklist())
    word = docx.Document(io.BytesIO(data))
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")

    headings = [
        paragraph.text for paragraph in word.paragraphs if paragraph.style and paragraph.style.name == "Heading 1"
    ]
    assert [text.split()[-1] for text in headings][:3] == ["Artefacts", "left", "Outlook"]
    assert body.count("<w14:checkbox>") == 12 * 3 + 4 + 6 * 2 + 2 + 3 + 3
    assert body.count('<w14:checked w14:val="1"/>') == 10
    assert body.count("<w:tr>") == body.count("<w:cantSplit/>")


def test_word_repeats_heads_and_numbers_its_pages() -> None:
    data = rendered(".docx", handoff_checklist(source(passed(launch()))))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        feet = [file.read(name).decode("utf-8") for name in file.namelist() if name.startswith("word/footer")]
        body = file.read("word/document.xml").decode("utf-8")

    assert len(docx.Document(io.BytesIO(data)).sections) == 12
    assert len(feet) == 24  # each section has one for its first page and one for the others
    assert all(" PAGE " in foot and " NUMPAGES " in foot for foot in feet)
    head = re.search(r"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>.*?</w:tr>", body, re.DOTALL)
    assert head is not None
    assert "Baton" in head[0]


def test_excel_is_ready_to_filter_fill_in_and_print() -> None:
    book = load_workbook(io.BytesIO(rendered(".xlsx", checklist())))
    items = book["Items"]

    assert book.sheetnames[:3] == ["Items", "Batons", "Tasks left"]
    assert (items.freeze_panes, items.auto_filter.ref) == ("A2", "A1:Q13")
    assert items.print_title_rows == "$1:$1"
    assert items.sheet_properties.pageSetUpPr is not None
    assert items.sheet_properties.pageSetUpPr.fitToPage
    offered = {str(rule.sqref): rule.formula1 for rule in items.data_validations.dataValidation}
    assert offered["L2:L13"] == '"missing,draft,ready,not applicable"'
    assert [items["A2"].value, items["F2"].value] == ["B4", "B4-1"]
    assert items["E2"].value.date().isoformat() == "2027-02-26"


def test_csv_is_one_flat_table_that_excel_reads() -> None:
    data = rendered(".csv", checklist())

    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert data.startswith(b"\xef\xbb\xbf")
    assert [row["Item id"] for row in rows] == [f"B4-{number}" for number in range(1, 13)]
    assert {row["Receiver"] for row in rows} == {"Jonas Reyes"}
    assert rows[0]["Planned"] == "2027-02-26"
