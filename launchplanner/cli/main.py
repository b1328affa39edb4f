"""The parser of all commands, and how a refusal becomes an exit status."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from launchplanner import __version__
from launchplanner.cli import (
    baton,
    check,
    doctor,
    export,
    importing,
    merge,
    new,
    owners,
    rules,
    schedule,
    templates,
    verify,
)
from launchplanner.cli.arguments import add_today
from launchplanner.formats.refusal import Refusal
from launchplanner.store.saving import SaveError
from launchplanner.words import _

_MODULES: Final = (templates, new, check, schedule, export, importing, merge, baton, verify, owners, rules, doctor)
COMMANDS: Final = (
    "templates",
    "new",
    "check",
    "schedule",
    "export",
    "import",
    "merge",
    "baton",
    "verify",
    "owners",
    "rules",
    "doctor",
)
REFUSED: Final = 2


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="launchplanner",
        description=_("Plan a launch as a relay. Without a command, opens the window."),
        epilog=_("launchplanner [PLAN ...] [--today DATE] opens the window; with --sample, on the sample."),
    )
    top.add_argument("--version", action="version", version=f"launchplanner {__version__}")
    subparsers = top.add_subparsers(dest="command", metavar=_("COMMAND"))
    for module in _MODULES:
        module.add_parser(subparsers)
    return top


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of what stands on the command line when the window is to open."""
    parser = argparse.ArgumentParser(prog="launchplanner", description=_("Open the window."))
    parser.add_argument("plans", metavar="PLAN", type=Path, nargs="*", help=_("a plan, or a file to import"))
    parser.add_argument("--sample", action="store_true", help=_("look around in the sample launch"))
    add_today(parser)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    chosen = parser().parse_args(arguments)
    try:
        return chosen.run(chosen)
    except (Refusal, SaveError) as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader, such as head, has gone: nothing more is wanted, and nothing went wrong.
        sys.stderr.close()
        return 0
