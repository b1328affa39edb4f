import subprocess
import sys
from pathlib import Path

import pytest

from launchplanner.formats.exporters import EXPORTERS, PAPERS, Exporter, Options, exporter_for
from launchplanner.reports.checklist import handoff_checklist
from launchplanner.reports.plan_report import plan_report
from tests.reports.samples import launch, passed, source, tiny_source

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("suffix", [".pdf", "PDF", ".html", "docx", ".xlsx", ".md", ".CSV"])
def test_an_exporter_is_found_by_suffix(suffix: str) -> None:
    found = exporter_for(suffix)

    assert found is not None
    assert found.suffix.lstrip(".") == suffix.casefold().lstrip(".")


def test_there_is_none_for_another_suffix() -> None:
    assert exporter_for(".exe") is None


def test_ids_and_suffixes_come_once() -> None:
    assert len({exporter.id for exporter in EXPORTERS}) == len({exporter.suffix for exporter in EXPORTERS}) == 6


def test_the_list_loads_no_library() -> None:
    code = (
        "import sys, launchplanner.formats.exporters\n"
        "print([name for name in ('PySide6', 'docx', 'xlsxwriter', 'lxml') if name in sys.modules])"
    )

    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"


@pytest.mark.parametrize("exporter", [one for one in EXPORTERS if one.id != "pdf"], ids=lambda one: one.id)
def test_only_the_pdf_needs_qt(exporter: Exporter) -> None:
    code = (
        "import sys\n"
        "from tests.reports.samples import tiny_source\n"
        "from launchplanner.reports.checklist import handoff_checklist\n"
        "from launchplanner.formats.exporters import exporter_for\n"
        f"exporter_for({exporter.suffix!r}).render(handoff_checklist(tiny_source()))\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )

    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.id)
def test_equal_reports_are_equal_files(exporter: Exporter) -> None:
    first, second = (exporter.render(handoff_checklist(tiny_source())) for _time in range(2))

    assert first == second


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.id)
def test_both_reports_are_written_on_both_papers(exporter: Exporter, paper: str) -> None:
    options = Options(paper="letter" if paper == "letter" else "a4")
    made = source(passed(launch()))

    assert exporter.render(handoff_checklist(made), options)
    assert exporter.render(plan_report(made), options)
