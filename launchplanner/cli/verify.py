"""`launchplanner verify`: whether the record of a plan's passes is whole, and how far it can be trusted.

`--format json` prints, and keeps printing in later versions:

    {"file", "head", "steps": n, "signed": n, "sound": true, "lines": [{"kind": "fault" or "remark", "baton", "text"}]}
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from launchplanner.app.verifying import FAULT, verified_file
from launchplanner.cli.arguments import Subparsers
from launchplanner.plan.witness import shown_head
from launchplanner.words import _


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "verify",
        help=_("check the record of all passes"),
        description=_("Check hashes, signatures and order of all that was said about the batons of a plan."),
        epilog=_("Exit status: 0 nothing speaks against the record, 1 something does, 2 the file was refused."),
    )
    parser.add_argument("plan", metavar="FILE", type=Path, help=_("a .launchplan or a .baton file"))
    parser.add_argument(
        "--witness", metavar="HEAD", default="", help=_("a head of the history as printed on a checklist or e-mail")
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print (default: text)"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what was found and return 1 when something speaks against the record.

    Raises:
        Refusal: the file cannot be read, or is damaged.
    """
    verdict = verified_file(arguments.plan, arguments.witness)
    if arguments.format == "json":
        content = {
            "file": str(arguments.plan),
            "head": verdict.head,
            "steps": verdict.steps,
            "signed": verdict.signed,
            "sound": verdict.is_sound,
            "lines": [asdict(line) for line in verdict.lines],
        }
        print(json.dumps(content, indent=2, ensure_ascii=False))
    else:
        for line in verdict.lines:
            print(f"{_('FAULT') if line.kind == FAULT else _('note'):<8}{line.text}")
        print(_("Head of the history: {head}").format(head=shown_head(verdict.head)))
    return 0 if verdict.is_sound else 1
