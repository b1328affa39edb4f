"""Text that tries to be more than text, in every field that is printed: it stays text in every format."""

import csv
import io
import re
import zipfile
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

import docx
import pytest
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook
from pypdf import PdfReader

from launchplanner.formats.exporters import exporter_for
from launchplanner.formats.safety import csv_cell, looks_like_formula, visible
from launchplanner.reports.blocks import Document
from launchplanner.reports.checklist import handoff_checklist
from launchplanner.reports.plan_report import plan_report
from tests.reports.samples import tiny_source

HARMLESS = "Harmless words"
PAYLOADS = [
    "=cmd|'/c calc'!A1", "=1+1", "+1+1", "-2+3", "@SUM(A1)", " =1+1", "＝1+1", "=HYPERLINK(\"http://x.invalid\")",
    "#REF!", "{=1}", "<img src=x onerror=alert(1)>", "</title><script>alert(1)</script>", "\"><svg onload=alert(1)>",
    "' onfocus='x", "</style><b>x", "]]><x/>", "&lt;b&gt; &amp; &#60;", "[x](javascript:alert(1))",
    "![x](http://x.invalid/a.png)", "`code` **bold** _it_ ~~no~~", "a | b | c", "# Heading", "- [x] done", "1. one",
    "<https://x.invalid>", "$x$", "\\", "\\|", "\u202egnp.exe", "\u2066x\u2069", "a\x00b\x0bc\x1bd", "lone \ud800",
    "_x000B_", "{{7*7}} ${7*7} %s {0}", "\\000041", "مرحبا بالعالم", "👩\u200d🚀 rocket", "x" * 400,
]  # fmt: skip

TOGETHER = " ".join(PAYLOADS)
"""For formats in which it does not matter what a text begins with."""


@lru_cache(maxsize=4)
def reports(text: str) -> list[Document]:
    made = tiny_source(text, text)
    return [handoff_checklist(made), plan_report(made)]


@lru_cache(maxsize=16)
def rendered(suffix: str, document: Document) -> bytes:
    exporter = exporter_for(suffix)
    assert exporter is not None
    return exporter.render(document)


class Skeleton(HTMLParser):
    """The elements of a page with the names of their attributes, and the text between."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.text: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _value in attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_html_has_the_elements_of_a_harmless_plan(payload: str) -> None:
    for hostile, harmless in zip(reports(payload), reports(HARMLESS), strict=True):
        page = Skeleton(rendered(".html", hostile))

        assert page.tags == Skeleton(rendered(".html", harmless)).tags
        assert visible(payload) in "".join(page.text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markdown_has_the_lines_of_a_harmless_plan(payload: str) -> None:
    for hostile, harmless in zip(reports(payload), reports(HARMLESS), strict=True):
        assert _shape(rendered(".md", hostile)) == _shape(rendered(".md", harmless))


def _shape(page: bytes) -> list[str]:
    """Return the signs with a meaning in each line, those that are escaped left out."""
    bare = re.sub(r"\\[\\`*_\[\]<>#|~$=+.)-]|&amp;", "", page.decode("utf-8"))
    return ["".join(re.findall(r"[\\`*\[\]<>#|~$&]|^ *(?:[-+=]|\d+[.)])", line)) for line in bare.split("\n")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_excel_keeps_every_cell_as_text(payload: str) -> None:
    for document in reports(payload):
        data = rendered(".xlsx", document)
        book = load_workbook(io.BytesIO(data))
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]

        assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
        assert not any(cell.hyperlink for cell in cells)
        assert visible(payload) in {_as_told(cell.value) for cell in cells}
        assert not any(b"<f>" in part or b"<f " in part for part in _parts(data))


def _as_told(value: Any) -> Any:
    """Return a text without the guard by which Excel writes "_x000B_" itself; openpyxl leaves it in."""
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_of_csv_looks_like_a_formula(payload: str) -> None:
    for document in reports(payload):
        rows = list(csv.reader(io.StringIO(rendered(".csv", document).decode("utf-8-sig"), newline="")))

        assert {len(row) for row in rows} == {len(document.sheets[0].columns)}
        assert not any(looks_like_formula(cell) for row in rows for cell in row)
        assert csv_cell(payload) in {cell for row in rows for cell in row}


def test_word_has_the_elements_of_a_harmless_plan() -> None:
    for hostile, harmless in zip(reports(TOGETHER), reports(HARMLESS), strict=True):
        data = rendered(".docx", hostile)

        assert _elements(data) == _elements(rendered(".docx", harmless))
        tree = fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
        assert visible(TOGETHER) in {element.text for element in tree.iter() if element.text}
        assert docx.Document(io.BytesIO(data)).tables


def _elements(data: bytes) -> list[list[str]]:
    trees = [
        fromstring(part) for part in _parts(data, "word/document.xml", "word/header", "word/footer", "docProps/core")
    ]
    return [[element.tag for element in tree.iter()] for tree in trees]


def _parts(data: bytes, *begins: str) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return [file.read(name) for name in sorted(file.namelist()) if not begins or name.startswith(begins)]


def test_pdf_shows_the_text_and_does_nothing() -> None:
    for document in reports(TOGETHER):
        reader = PdfReader(io.BytesIO(rendered(".pdf", document)))

        assert not any(page.annotations for page in reader.pages)
        assert set(reader.root_object) <= {"/Type", "/Pages", "/Names", "/Metadata"}
        assert "/JavaScript" not in str(reader.root_object["/Names"].get_object())
        shown = re.sub(r"\s+", "", "".join(page.extract_text() for page in reader.pages))
        for payload in PAYLOADS:
            if payload.isascii() and payload.isprintable():
                assert re.sub(r"\s+", "", payload) in shown


def test_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    book = load_workbook(io.BytesIO(rendered(".xlsx", reports("word " * 8000)[0])))

    column = [row[8] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    cut = next(text for text in column if isinstance(text, str))
    assert len(cut) <= 32_767
    assert cut.endswith("more characters stand in the plan)")
