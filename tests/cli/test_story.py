"""The main job on the command line: make a launch, move its day, break it, repair it, take the checklist away."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from launchplanner.cli.main import main

FOUR = ("Mira Okafor=PM", "Jonas Reyes=PMM", "Dev Lindqvist=Engineering lead", "Tessa Brandt=Sales lead")
TODAY = ("--today", "2027-01-04")


@pytest.fixture
def plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    out = tmp_path / "auction.launchplan"
    people = [word for person in FOUR for word in ("--person", person)]
    assert main(["new", str(out), "--template", "twelve-week-clock", "--launch-day", "2027-04-13", *people]) == 0
    capsys.readouterr()
    return out


def rewritten(plan: Path, **changes: str) -> None:
    """Change the file as a person with a text editor would."""
    content = json.loads(plan.read_text(encoding="utf-8"))
    if "launch_day" in changes:
        content["launch_day"] = changes["launch_day"]
    if "owner" in changes:
        content["tasks"]["PO3"]["owner"] = changes["owner"]
    plan.write_text(json.dumps(content), encoding="utf-8")


def checked(plan: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, Any]]:
    status = main(["check", str(plan), "--format", "json", *TODAY, *more])
    return status, json.loads(capsys.readouterr().out)


def test_a_new_launch_for_four_people_has_no_errors(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = checked(plan, capsys)

    assert status == 0
    assert found["counts"]["error"] == 0
    assert set(found) == {"plan", "today", "findings", "waived", "counts", "ownership_debt"}


def test_roles_that_nobody_holds_are_warnings_with_a_repair(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = checked(plan, capsys, "--fail-on", "warning")

    held_by_nobody = [finding for finding in found["findings"] if finding["rule"] == "OWN007"]
    assert status == 1
    assert held_by_nobody
    assert all(set(finding) == {"rule", "severity", "code", "part", "message", "fixes"} for finding in held_by_nobody)
    assert all(finding["fixes"] for finding in held_by_nobody)


def test_moving_launch_day_moves_every_date(plan: Path, tmp_path: Path) -> None:
    main(["export", str(plan), "-o", str(tmp_path / "before.md"), "--report", "plan", *TODAY])
    rewritten(plan, launch_day="2027-04-20")
    main(["export", str(plan), "-o", str(tmp_path / "after.md"), "--report", "plan", *TODAY])

    before, after = (tmp_path / "before.md").read_text("utf-8"), (tmp_path / "after.md").read_text("utf-8")
    assert "Tue 13 Apr 2027" in before
    assert "Tue 20 Apr 2027" in after
    assert "Tue 13 Apr 2027" not in after


def test_two_owners_are_an_error_that_names_both(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewritten(plan, owner="Jonas Reyes & Mira Okafor")

    status, found = checked(plan, capsys)

    plural = [finding for finding in found["findings"] if finding["rule"] == "OWN002"]
    assert status == 1
    assert [finding["part"] for finding in plural] == [{"kind": "task", "id": "PO3", "title": "Message framework"}]
    assert "Jonas Reyes" in plural[0]["message"]
    assert "Mira Okafor" in plural[0]["message"]
    assert any("Jonas Reyes" in fix["title"] for fix in plural[0]["fixes"])


@pytest.mark.usefixtures("qapp")
def test_the_checklist_is_taken_away_as_pdf_and_workbook(plan: Path, tmp_path: Path) -> None:
    pdf, book = tmp_path / "b4.pdf", tmp_path / "b4.xlsx"

    assert main(["export", str(plan), "-o", str(pdf), "--baton", "B4", *TODAY]) == 0
    assert main(["export", str(plan), "-o", str(book), "--baton", "B4", *TODAY]) == 0

    text = " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())
    cells = {str(cell.value) for sheet in load_workbook(book) for row in sheet.iter_rows() for cell in row}
    for wanted in ("Product to market", "Usage data", "Mira Okafor", "Jonas Reyes"):
        assert wanted in text
        assert wanted in cells


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("suffix", ["md", "html", "docx", "xlsx", "csv", "pdf"])
@pytest.mark.parametrize("report", ["handoff-checklist", "plan"])
def test_the_same_day_gives_the_same_file(plan: Path, tmp_path: Path, suffix: str, report: str) -> None:
    one, two = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
    for out in (one, two):
        assert main(["export", str(plan), "-o", str(out), "--report", report, *TODAY]) == 0

    assert one.read_bytes() == two.read_bytes()


def test_sarif_names_the_rules_and_the_parts(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewritten(plan, owner="")
    main(["check", str(plan), "--format", "sarif", *TODAY])

    run = json.loads(capsys.readouterr().out)["runs"][0]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} <= rules
    assert "OWN001" in {result["ruleId"] for result in run["results"]}


def test_what_is_refused_names_the_file_and_the_way_out(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.launchplan"
    broken.write_text('{"format": "launchplanner", "format": "other"}', encoding="utf-8")

    assert main(["check", str(broken)]) == 2
    assert "broken.launchplan" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "none.launchplan")]) == 2
    assert "no such file" in capsys.readouterr().err.lower()
    assert main(["export", str(plan), "-o", str(tmp_path / "x.odt")]) == 2
    assert ".pdf" in capsys.readouterr().err
    assert main(["export", str(plan), "-o", str(tmp_path / "x.md"), "--baton", "B99"]) == 2
    assert "B4" in capsys.readouterr().err


def test_a_plan_is_never_replaced_unasked(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = plan.read_bytes()

    assert main(["new", str(plan), "--template", "fast-launch", "--launch-day", "2027-04-13"]) == 2
    assert plan.read_bytes() == before
    assert "--force" in capsys.readouterr().err


def test_an_unknown_role_or_template_lists_those_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "x.launchplan")

    assert main(["new", out, "--template", "none", "--launch-day", "2027-04-13"]) == 2
    assert "twelve-week-clock" in capsys.readouterr().err
    assert main(["new", out, "--template", "fast-launch", "--launch-day", "2027-04-13", "--person", "Ana=Boss"]) == 2
    assert "pmm" in capsys.readouterr().err


def test_a_table_becomes_a_plan_with_its_real_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "gtm.csv"
    table.write_text(
        "Phase,Task,Owner,Start date,End date\n"
        "Prepare,Pricing page,Ana Silva,2027-03-01,2027-03-05\n"
        "Prepare,Sales deck,Ana Silva & Bo Lee,2027-03-01,2027-03-09\n"
        "Launch,Press note,Marketing,2027-03-10,2027-03-11\n"
        "Launch,Launch,,2027-03-16,2027-03-16\n",
        encoding="utf-8",
    )
    out = tmp_path / "gtm.launchplan"

    assert main(["import", str(table), "-o", str(out)]) == 0
    said = capsys.readouterr().out
    _status, found = checked(out, capsys)

    assert "4" in said
    rules = {finding["rule"] for finding in found["findings"]}
    assert {"OWN001", "OWN002", "OWN003"} <= rules
    assert main(["export", str(out), "-o", str(tmp_path / "gtm.md"), *TODAY]) == 0
