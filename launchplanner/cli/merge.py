"""`launchplanner merge`: two copies of a plan joined by their parts, also as a merge driver of git.

`--format json` prints, and keeps printing in later versions:

    {"clean": true, "written": "plan.launchplan", "clashes": [{"kind", "place": ["tasks", "PO3", "owner"], "where",
     "ours", "theirs", "holds": "ours" or "theirs"}]}
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from launchplanner.app.files import opened
from launchplanner.app.merging import Question, question, taken_over
from launchplanner.cli.arguments import Subparsers
from launchplanner.formats.native import write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.store.merging import MergeError, merged
from launchplanner.store.saving import digest, save
from launchplanner.words import _, ngettext

CLEAN: Final = 0
CLASHES: Final = 1
DRIVER: Final = "launchplanner"
ATTRIBUTES: Final = f"*.launchplan merge={DRIVER}"


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "merge",
        help=_("join two copies of a plan"),
        description=_("Join two copies of a plan, OURS and THEIRS, that were both made from BASE."),
        epilog=_(
            "Exit status: 0 all is joined, 1 there are clashes: what is written holds our side of each, 2 the merge "
            "was refused and nothing is written. /dev/null or an empty file as BASE stands for an unknown one."
        ),
    )
    for name, told in (
        ("base", _("what both copies were made from")),
        ("ours", _("one copy; the result goes here without -o")),
        ("theirs", _("the other copy")),
    ):
        parser.add_argument(name, metavar=name.upper(), type=Path, nargs="?", help=told)
    parser.add_argument("-o", "--out", metavar="OUT", type=Path, default=None, help=_("the file to write"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print (default: text)"))
    parser.add_argument(
        "--install-git-driver",
        action="store_true",
        help=_("let git join plans in the repository of this folder in the same way"),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Join the copies, write the result, and print what they do not agree on.

    Raises:
        Refusal: a copy cannot be read, or they are different launches.
        SaveError: the result could not be written.
    """
    if arguments.install_git_driver:
        return install(Path.cwd())
    if arguments.theirs is None:
        raise Refusal("launchplanner merge", "", _("It needs three files: BASE OURS THEIRS."))
    (ours, file), (theirs, _their_file) = opened(arguments.ours), opened(arguments.theirs)
    base = None if _is_empty(arguments.base) else opened(arguments.base)[0]
    try:
        merge = merged(base, ours, theirs)
    except MergeError as error:
        raise Refusal(arguments.theirs.name, "", str(error)) from error
    out: Path = arguments.out or file.path
    data = write_plan(merge.plan)
    if arguments.out is not None or digest(data) != file.digest:
        save(out, data, known=None if arguments.out else file.digest)
    asked = [question(clash, merge, ours, theirs) for clash in merge.clashes]
    if arguments.format == "json":
        print(json.dumps(_as_json(asked, out), indent=2, ensure_ascii=False))
    else:
        _tell(asked, taken_over(ours, merge.plan))
    return CLASHES if asked else CLEAN


def _is_empty(path: Path) -> bool:
    try:
        return not path.is_file() or path.stat().st_size == 0
    except OSError:
        return True


def _tell(asked: list[Question], account: str) -> None:
    print(account)
    if not asked:
        return
    told = ngettext(
        "{n} clash; the plan holds one side of it:", "{n} clashes; the plan holds one side of each:", len(asked)
    )
    print(told.format(n=len(asked)))
    for one in asked:
        print(f"  {one.place}")
        for side, text in (("ours", one.ours), ("theirs", one.theirs)):
            print(f"  {'→' if one.holds == side else ' '} {_(side)}: {text}")


def _as_json(asked: list[Question], out: Path) -> dict[str, object]:
    return {
        "clean": not asked,
        "written": str(out),
        "clashes": [
            {
                "kind": one.clash.kind,
                "place": list(one.clash.place),
                "where": one.place,
                "ours": one.ours,
                "theirs": one.theirs,
                "holds": one.holds,
            }
            for one in asked
        ],
    }


def install(folder: Path) -> int:
    """Name this command as the merge driver of the repository that a folder is in, and print what was done.

    Raises:
        Refusal: git is not there, or the folder is in no repository.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel"))
    command = f'"{sys.executable}" -m launchplanner merge %O %A %B'
    _git(folder, "config", f"merge.{DRIVER}.name", "launchplanner: plans joined by their parts")
    _git(folder, "config", f"merge.{DRIVER}.driver", command)
    attributes = top / ".gitattributes"
    known = attributes.read_bytes() if attributes.exists() else b""
    if ATTRIBUTES.encode() not in known.splitlines():
        start = known if not known or known.endswith(b"\n") else known + b"\n"
        save(attributes, start + ATTRIBUTES.encode() + b"\n", known=digest(known) if attributes.exists() else None)
        print(_("{line} is added to {file}; commit it.").format(line=ATTRIBUTES, file=attributes))
    print(
        _("git now joins plans in {folder} by their parts. Everybody who works in it runs this once.").format(
            folder=top
        )
    )
    return CLEAN


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise Refusal("git", "", _("git is not on this machine. Install it, then run this again.")) from error
    except subprocess.CalledProcessError as error:
        reason = error.stderr.strip() or str(error)
        raise Refusal(str(folder), "", _("git does not take it: {reason}").format(reason=reason)) from error
    return done.stdout.strip()
