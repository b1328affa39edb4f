"""What a user installs: the built wheel, alone in an environment of its own."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the installed command, in an environment that sees neither the checkout nor a package index."""
    pytest.importorskip("ensurepip", reason="some systems keep it in a package of its own, such as python3-venv")
    home = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    paths = {
        name: Path(sysconfig.get_path(name, "venv", {"base": str(home), "platbase": str(home)}))
        for name in ("scripts", "purelib")
    }
    install = [paths["scripts"] / "python", "-m", "pip", "install", "-qq", "--no-deps", "--no-index", wheel]
    subprocess.run(install, check=True)
    (paths["purelib"] / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return paths["scripts"] / "launchplanner"


def call(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command in the folder; today is always the same day."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [program, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_brings_every_shipped_file_along(wheel: Path) -> None:
    shipped = {
        f"launchplanner/{file.relative_to(ROOT).as_posix()}"
        for file in (ROOT / "resources").rglob("*")
        if file.is_file()
    }

    assert shipped <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_nothing_but_the_package_and_what_names_it(wheel: Path) -> None:
    tops = {name.partition("/")[0].partition("-")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert tops == {"launchplanner"}


def test_a_launch_is_planned_checked_and_handed_over(program: Path, tmp_path: Path) -> None:
    new = ("new", "spring.launchplan", "--template", "twelve-week-clock", "--launch-day", "2027-04-13")
    made = call(program, tmp_path, *new)
    checked = call(program, tmp_path, "check", "spring.launchplan", "--today", "2027-02-01", "--fail-on", "never")
    exported = call(program, tmp_path, "export", "spring.launchplan", "-o", "checklist.md")

    assert [made.stderr, checked.stderr, exported.stderr] == ["", "", ""]
    assert [made.returncode, checked.returncode, exported.returncode] == [0, 0, 0]
    assert "spring" in (tmp_path / "checklist.md").read_text(encoding="utf-8").lower()
