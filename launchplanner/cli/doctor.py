"""`launchplanner doctor`: what this machine has and lacks for the program, and the command that mends it."""

import argparse
import json
import os
import platform
import shlex
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from launchplanner import __version__
from launchplanner.app import paths, preflight
from launchplanner.words import _

# As the packages call themselves; Qt's is looked after by the preflight.
_PACKAGES = (
    "pydantic",
    "rpds-py",
    "platformdirs",
    "defusedxml",
    "python-docx",
    "xlsxwriter",
    "python-calamine",
    "fontpkg-inter",
    "holidays",
    "cryptography",
    "pyside6-essentials",
)


@dataclass(frozen=True)
class Check:
    """One thing looked at: what was found or is missing, and the command that mends it, "" where none does."""

    id: str
    title: str
    ok: bool
    detail: str
    command: str = ""


def add_parser(
    subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]",  # pyright: ignore[reportPrivateUsage] - no other
) -> None:
    """Add the command `doctor`."""
    summary = _("say what is missing on this machine, and the command that mends it")
    parser = subparsers.add_parser("doctor", help=summary, description=summary)
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print all checks and return 0 when nothing is missing, else 1."""
    checks = tuple(examination())
    print(as_json(checks) if arguments.format == "json" else as_text(checks))
    return 0 if all(check.ok for check in checks) else 1


def examination() -> Iterator[Check]:
    """Look at everything the program needs of this machine, in the order in which it needs it."""
    yield Check("launchplanner", "launchplanner", ok=True, detail=__version__)
    yield Check("python", "Python", ok=True, detail=f"{platform.python_version()} ({sys.executable})")
    yield Check("system", _("System"), ok=True, detail=platform.platform())
    yield from map(_package, _PACKAGES)
    yield from _screen_side()
    yield _folder("settings", _("Settings folder"), paths.settings_file().parent)
    yield _folder("state", _("State folder"), paths.state_folder())


def as_text(checks: tuple[Check, ...]) -> str:
    """Return one line for each check, with the mending command below what is missing."""
    words = {True: _("ok"), False: _("missing")}
    width = max(map(len, words.values()))
    lines: list[str] = []
    for check in checks:
        lines.append(f"{words[check.ok]:{width}}  {check.title}: {check.detail}")
        if check.command:
            lines.append(f"{'':{width}}  {check.command}")
    return "\n".join(lines)


def as_json(checks: tuple[Check, ...]) -> str:
    """Return the checks as a JSON text with the keys "ok" and "checks"."""
    answer = {"ok": all(check.ok for check in checks), "checks": [asdict(check) for check in checks]}
    return json.dumps(answer, indent=2, ensure_ascii=False)


def _package(name: str) -> Check:
    try:
        return Check(f"package:{name}", name, ok=True, detail=metadata.version(name))
    except metadata.PackageNotFoundError:
        command = f"{sys.executable} -m pip install {name}"
        return Check(f"package:{name}", name, ok=False, detail=_("not installed"), command=command)


def _screen_side() -> Iterator[Check]:
    titles = {"qt": "Qt", "libraries": _("Qt's libraries"), "screen": _("Screen"), "fonts": _("Fonts")}
    found: dict[str, preflight.Problem] = {problem.kind: problem for problem in preflight.problems()}
    for kind, title in titles.items():
        problem = found.get(kind)
        if problem:
            yield Check(kind, title, ok=False, detail=problem.sentence, command=problem.command)
        elif "qt" not in found:
            yield Check(kind, title, ok=True, detail=_("in order"))


def _folder(identity: str, title: str, folder: Path) -> Check:
    """Check that the folder can be written, or made: it is first made when there is something to keep."""
    nearest = next(place for place in (folder, *folder.parents) if os.access(place, os.F_OK))
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return Check(identity, title, ok=True, detail=str(folder))
    sentence = _("{folder} cannot be written, so nothing is remembered from one day to the next.")
    command = "" if os.name == "nt" else f'sudo install -d -o "$USER" {shlex.quote(str(folder))}'
    return Check(identity, title, ok=False, detail=sentence.format(folder=folder), command=command)
