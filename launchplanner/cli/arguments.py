"""Arguments that several commands share, and how they are read."""

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from launchplanner.plan.values import EARLIEST, LATEST
from launchplanner.words import _


class Subparsers(Protocol):
    """Where a command adds its parser; argparse keeps the name of its own class to itself."""

    def add_parser(self, name: str, **texts: Any) -> argparse.ArgumentParser:  # noqa: ANN401 - as in argparse
        """Return a new parser for a command."""
        ...


def day(text: str) -> date:
    """Read a date as year-month-day.

    Raises:
        argparse.ArgumentTypeError: it is no such date, or outside 1970 to 2200.
    """
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("“{text}” is not a date like 2027-03-30").format(text=text)) from error
    if not EARLIEST <= found <= LATEST:
        raise argparse.ArgumentTypeError(_("{text} is outside 1970 to 2200").format(text=text))
    return found


def add_plan(parser: argparse.ArgumentParser) -> None:
    """Let the command take the plan file."""
    parser.add_argument("plan", metavar="PLAN", type=Path, help=_("the plan, a .launchplan file"))


def add_today(parser: argparse.ArgumentParser) -> None:
    """Let the command be told which day it is, so that it can be repeated."""
    parser.add_argument(
        "--today", metavar="DATE", type=day, default=None, help=_("the day to look from (default: today)")
    )


def today_of(arguments: argparse.Namespace) -> date:
    """Return the day to look from."""
    chosen: date | None = arguments.today
    return chosen or datetime.now().astimezone().date()
