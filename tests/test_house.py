"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject

from launchplanner.cli import doctor

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "launchplanner"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 600
TOP_LEVEL = {
    "launchplanner",
    "resources",
    "tests",
    "dev.py",
    "pyproject.toml",
    "requirements.lock",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
}


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lock() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def locked() -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", lock(), flags=re.MULTILINE))


def places(modules: list[Path]) -> list[str]:
    return [str(module.relative_to(ROOT)) for module in modules]


def test_qt_keeps_its_references_to_none() -> None:
    # PySide6 6.12.0 lost one at each call on Python 3.10 and 3.11, and the process died after a few thousand.
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(500):
        thing.setObjectName("a")

    assert sys.getrefcount(None) > before - 100


@pytest.mark.parametrize("layer", ["app", "cli"])
def test_the_engine_runs_without_qt(layer: str) -> None:
    code = f"""
import pkgutil, sys, launchplanner.{layer} as layer
for module in pkgutil.walk_packages(layer.__path__, layer.__name__ + "."):
    __import__(module.name)
print([name for name in sys.modules if name.startswith("PySide6")])
"""

    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"


def test_imports_stand_at_the_top_below_the_screen_and_the_command_line() -> None:
    hidden = [
        f"{module.relative_to(ROOT)}:{inner.lineno}"
        for module in MODULES
        if module.relative_to(PACKAGE).parts[0] not in {"ui", "cli", "__main__.py"}
        for function in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert hidden == []


def test_every_value_says_itself_that_it_is_frozen() -> None:
    # Only then does the type checker refuse to write to its fields; said by the base class alone, it does not.
    silent = [
        f"{module.relative_to(ROOT)}: {part.name}"
        for module in MODULES
        for part in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(part, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id in {"Value", "BaseModel"} for base in part.bases)
        and "frozen" not in {keyword.arg for keyword in part.keywords}
    ]

    assert silent == []


def test_no_module_is_too_long_to_read() -> None:
    long = [module for module in MODULES if module.read_text(encoding="utf-8").count("\n") > MOST_LINES]

    assert places(long) == []


def test_every_module_says_what_is_inside() -> None:
    silent = [module for module in MODULES if not ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))]

    assert places(silent) == []


def test_only_what_every_project_has_stands_at_the_top() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    entries = {line.partition("/")[0] for line in tracked.splitlines()}

    assert {entry for entry in entries if not entry.startswith(".")} <= TOP_LEVEL


def test_the_lock_names_no_host() -> None:
    assert re.findall(r".*(?:://|--(?:extra-)?index|--find-links).*", lock()) == []


def test_the_lock_holds_what_the_project_asks_for() -> None:
    table = pyproject()
    asked = [Requirement(text) for text in table["project"]["dependencies"] + table["dependency-groups"]["dev"]]
    pins = locked()

    stale = [str(one) for one in asked if one.name not in pins or not one.specifier.contains(pins[one.name])]

    assert stale == [], "run: python3 dev.py lock"


def test_the_doctor_looks_at_every_package_the_program_needs() -> None:
    asked = {Requirement(text).name for text in pyproject()["project"]["dependencies"]}

    looked_at = {check.title for check in doctor.examination() if check.id.startswith("package:")}

    assert looked_at == asked
