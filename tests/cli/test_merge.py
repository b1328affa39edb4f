"""`launchplanner merge`: two copies joined, what they do not agree on said, and git doing the same."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from launchplanner.app.files import opened
from launchplanner.cli.main import main
from launchplanner.formats.native import write_plan
from launchplanner.plan.edits import Change, ChangeLaunch, Edit, Remove
from launchplanner.plan.plan import TASK, Plan
from tests.builders import a_plan

BASE = a_plan(id="6f1c2b0a-8d0e-4b57-9d55-0a4f7a3f2c11")
SPEC = "product-spec"
NAMES = ("base", "ours", "theirs")


def owner(name: str) -> Edit:
    return Change(TASK, SPEC, {"owner": name})


def files(tmp_path: Path, ours: Edit, theirs: Edit, base: Plan | None = BASE) -> list[str]:
    paths = [tmp_path / f"{name}.launchplan" for name in NAMES]
    for path, plan in zip(paths, (base, ours.apply(BASE), theirs.apply(BASE)), strict=True):
        path.write_bytes(write_plan(plan) if plan is not None else b"")
    return [str(path) for path in paths]


def test_changes_that_do_not_touch_are_joined_into_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = files(tmp_path, ChangeLaunch({"title": "Ours"}), owner("jonas-reyes"))

    assert main(["merge", *paths]) == 0

    plan, _file = opened(tmp_path / "ours.launchplan")
    assert (plan.title, plan.tasks[SPEC].owner) == ("Ours", "jonas-reyes")
    assert capsys.readouterr().out == "Taken over from the file: 1 task.\n"


def test_a_clash_is_told_with_both_sides_and_holds_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = files(tmp_path, owner("tessa-brandt"), owner("jonas-reyes"))
    out = tmp_path / "out.launchplan"

    assert main(["merge", *paths, "-o", str(out)]) == 1

    assert opened(out)[0].tasks[SPEC].owner == "tessa-brandt"
    text = capsys.readouterr().out
    assert "1 clash" in text
    assert "Owner of “Product spec”" in text
    assert "→ ours: Tessa Brandt" in text
    assert "  theirs: Jonas Reyes" in text


def test_json_names_each_clash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = files(tmp_path, Remove(TASK, (SPEC,)), owner("jonas-reyes"))

    assert main(["merge", *paths, "--format", "json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["clean"], told["written"]) == (False, paths[1])
    assert [(one["kind"], one["place"], one["where"], one["holds"]) for one in told["clashes"]] == [
        ("removed", ["tasks", SPEC], "“Product spec”", "theirs")
    ]


@pytest.mark.parametrize("known", [True, False])
def test_an_unknown_base_asks_for_every_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], known: bool
) -> None:
    paths = files(tmp_path, ChangeLaunch({"title": "Ours"}), owner("jonas-reyes"), BASE if known else None)

    assert main(["merge", *paths, "--format", "json"]) == (0 if known else 1)

    assert len(json.loads(capsys.readouterr().out)["clashes"]) == (0 if known else 2)


def test_another_launch_is_refused_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = files(tmp_path, owner("jonas-reyes"), owner("jonas-reyes"))
    Path(paths[2]).write_bytes(write_plan(a_plan(title="Other")))
    before = Path(paths[1]).read_bytes()

    assert main(["merge", *paths]) == 2
    assert main(["merge", paths[0]]) == 2

    assert Path(paths[1]).read_bytes() == before
    told = capsys.readouterr().err
    assert "two launches" in told
    assert "BASE OURS THEIRS" in told


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository of git with the sound plan, in which this process stands."""
    if shutil.which("git") is None:
        pytest.skip("git is not on this machine")
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ada@example.org")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    git("init", "-q", "-b", "trunk")
    return folder


def git(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *words], capture_output=True, text=True, check=False)


def committed(plan: Plan, branch: str) -> None:
    git("checkout", "-q", "-B", branch)
    Path("launch.launchplan").write_bytes(write_plan(plan))
    git("add", ".")
    assert git("commit", "-q", "-m", "plan").returncode == 0


@pytest.mark.parametrize("clashes", [False, True])
def test_git_joins_plans_by_their_parts(repository: Path, clashes: bool) -> None:
    assert main(["merge", "--install-git-driver"]) == 0
    committed(BASE, "trunk")
    committed(owner("jonas-reyes").apply(BASE), "other")
    git("checkout", "-q", "trunk")
    # The fields stand in neighbouring lines, which git itself cannot join.
    ours = owner("tessa-brandt") if clashes else Change(TASK, SPEC, {"order": "zz", "notes": "ours", "phase": ""})
    committed(ours.apply(BASE), "trunk")

    done = git("merge", "other", "-m", "joined")

    plan, _file = opened(repository / "launch.launchplan")
    assert (done.returncode != 0) == clashes, done.stderr
    assert plan.tasks[SPEC].owner == ("tessa-brandt" if clashes else "jonas-reyes")
    assert plan.tasks[SPEC].notes == ("" if clashes else "ours")


def test_the_driver_is_installed_once_and_keeps_the_other_lines(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.png binary")

    for _time in range(2):
        assert main(["merge", "--install-git-driver"]) == 0

    assert (repository / ".gitattributes").read_text() == "*.png binary\n*.launchplan merge=launchplanner\n"
    assert git("config", "merge.launchplanner.driver").stdout.endswith("-m launchplanner merge %O %A %B\n")


def test_outside_a_repository_there_is_nothing_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert main(["merge", "--install-git-driver"]) == 2
    assert "git" in capsys.readouterr().err
