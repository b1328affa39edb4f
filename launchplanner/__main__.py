"""The program's door: a command runs without Qt; anything else opens the window."""

import sys
from datetime import date
from pathlib import Path

from launchplanner.app.preflight import problems
from launchplanner.cli.main import COMMANDS, window_parser
from launchplanner.cli.main import main as run_command


def main() -> int:
    """Run the program with the arguments it was started with, and return its exit status."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0] in {"-h", "--help", "--version"}):
        return run_command(arguments)
    chosen = window_parser().parse_args(arguments)
    return _open_window(chosen.plans, chosen.today, sample=chosen.sample)


def _open_window(plans: list[Path], today: date | None, *, sample: bool) -> int:
    missing = [problem for problem in problems() if problem.stops]
    if missing:
        for problem in missing:
            sys.stderr.write(f"{problem.sentence}\n{problem.command}\n")
        return 2
    # Qt is loaded only here, so that commands stay quick and run where Qt cannot.
    from launchplanner.ui.program import run  # noqa: PLC0415

    return run(plans, today, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
