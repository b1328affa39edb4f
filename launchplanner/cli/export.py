"""`launchplanner export`: the handoff checklist or the plan, as a file to carry away."""

import argparse
from datetime import datetime
from pathlib import Path

from launchplanner.app.analysis import analyse
from launchplanner.app.exporting import CHECKLIST, REPORTS, exported
from launchplanner.app.files import opened
from launchplanner.cli.arguments import Subparsers, add_plan, add_today, today_of
from launchplanner.formats.exporters import EXPORTERS, PAPERS
from launchplanner.words import _


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    suffixes = ",".join(exporter.suffix.lstrip(".") for exporter in EXPORTERS)
    parser = subparsers.add_parser(
        "export",
        help=_("write the handoff checklist or the plan"),
        description=_("Write the handoff checklist or the plan to a file."),
        epilog=_("With --today no hour is printed, so that the same plan gives the same file."),
    )
    add_plan(parser)
    parser.add_argument(
        "-o", "--output", metavar=f"FILE.{{{suffixes}}}", type=Path, required=True, help=_("the file to write")
    )
    parser.add_argument("--report", choices=REPORTS, default=CHECKLIST, help=_("what to write (default: %(default)s)"))
    parser.add_argument(
        "--baton", metavar="ID", action="append", default=[], help=_("only this baton; may be repeated (default: all)")
    )
    parser.add_argument("--paper", choices=PAPERS, default="a4", help=_("size of pages (default: %(default)s)"))
    add_today(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say so.

    Raises:
        Refusal: the plan cannot be read, the format is unknown, or there is no such baton.
        SaveError: the file could not be written.
    """
    plan, _file = opened(arguments.plan)
    exported(
        analyse(plan, today_of(arguments)),
        arguments.output,
        report=arguments.report,
        batons=arguments.baton,
        paper=arguments.paper,
        at=None if arguments.today else datetime.now().astimezone(),
    )
    print(_("{file} is written.").format(file=arguments.output))
    return 0
