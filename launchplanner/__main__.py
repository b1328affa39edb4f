"""The program's door: a command runs without Qt; anything else opens the window."""

import sys
from pathlib import Path

from launchplanner.app.preflight import problems
from launchplanner.cli.main import COMMANDS
from launchplanner.cli.main import main as run_command


def main() -> int:
    """Run the program with the arguments it was started with, and return its exit status."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        return run_command(arguments)
    return _open_window([Path(argument) for argument in arguments])


def _open_window(plans: list[Path]) -> int:
    missing = [problem for problem in problems() if problem.stops]
    if missing:
        for problem in missing:
            sys.stderr.write(f"{problem.sentence}\n{problem.command}\n")
        return 2
    # Qt is loaded only here, so that commands stay quick and run where Qt cannot.
    from launchplanner.ui.program import run  # noqa: PLC0415

    return run(plans)


if __name__ == "__main__":
    sys.exit(main())
