"""`launchplanner import`."""

import json
from pathlib import Path

import pytest

from launchplanner.cli.main import main
from launchplanner.formats.native import read_plan

TABLE = (
    "Task,Owner,Due,Depends on,Mood\nWrite,Ana Silva,2027-03-01,,\nDraft,Ana & Bo,sometime,Write,\n"
    "Launch,,2027-04-13,Draft,\n,Cy,,,\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "plan.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_it_makes_a_plan_and_prints_what_was_understood_changed_and_dropped(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "made.launchplan"

    status = main(["import", str(table), "-o", str(out)])

    printed = capsys.readouterr().out
    plan = read_plan(out.read_bytes(), out.name)
    assert status == 0
    assert [task.owner for task in sorted(plan.tasks.values(), key=lambda task: task.order)] == [
        "Ana Silva",
        "Ana & Bo",
        "",
    ]
    assert "3 tasks in 1 phase; 2 with an owner, 2 with a date; 2 links. Launch day Tue 13 Apr 2027." in printed
    assert "B  Owner: owner" in printed
    assert "Understood:\n  Launch day is Tue 13 Apr 2027: “Launch”." in printed
    assert "Changed:\n  line 3, column 3: “sometime” is no date" in printed
    assert "Dropped:\n  line 5, column 1: A row without a task: “Cy”." in printed


def test_the_account_comes_as_json(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(table), "-o", str(tmp_path / "made"), "--format", "json", "--launch-day", "2027-05-04"])

    account = json.loads(capsys.readouterr().out)
    assert account["plan"] == str(tmp_path / "made.launchplan")
    assert account["understood"]["launch_day"] == "2027-05-04"
    assert account["understood"]["tasks"] == 3
    assert account["understood"]["tables"][0]["columns"][1] == {
        "column": "B",
        "header": "Owner",
        "meaning": "owner",
        "confidence": 1.0,
        "others": [],
    }
    assert {"kind": "dropped", "place": "line 5, column 1", "text": "A row without a task: “Cy”."} in account["notes"]


def test_a_plan_that_is_there_is_replaced_only_when_told(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "made.launchplan"
    out.write_text("mine", encoding="utf-8")

    assert main(["import", str(table), "-o", str(out)]) == 2
    assert out.read_text(encoding="utf-8") == "mine"
    assert "--force to replace it" in capsys.readouterr().err
    assert main(["import", str(table), "-o", str(out), "--force"]) == 0
    assert read_plan(out.read_bytes(), out.name).tasks


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("notes.md", "# Notes\n\nProse.\n", "no table with tasks and no checklist"),
        ("sums.csv", "Name,Amount\nRent,100\nFood,200\n", "line 1: No column holds tasks"),
        ("plan.mpp", "\x00\x01\x02", "no kind of file that can be read"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_made(
    name: str, content: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert main(["import", str(tmp_path / name), "-o", str(tmp_path / "made.launchplan")]) == 2
    assert reason in capsys.readouterr().err
    assert not (tmp_path / "made.launchplan").exists()


def test_without_any_date_launch_is_twelve_weeks_away(tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text("- [ ] Write\n- [ ] Draft\n", encoding="utf-8")

    main(["import", str(tmp_path / "list.md"), "-o", str(tmp_path / "made.launchplan"), "--today", "2027-01-19"])

    plan = read_plan((tmp_path / "made.launchplan").read_bytes(), "made")
    assert plan.launch_day.isoformat() == "2027-04-13"


def test_columns_may_be_mapped(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "made.launchplan")

    assert main(["import", str(table), "-o", out, "--map", "Owner=contributors"]) == 0
    plan = read_plan(Path(out).read_bytes(), "made")
    assert {task.owner for task in plan.tasks.values()} == {""}
    assert main(["import", str(table), "-o", out, "--force", "--map", "Owner=boss"]) == 2
    assert "A column can mean task, id, owner" in capsys.readouterr().err
    assert main(["import", str(table), "-o", out, "--force", "--map", "Owner"]) == 2
