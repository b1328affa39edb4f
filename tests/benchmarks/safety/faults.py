"""A session on a disk that fails at one call: each call in turn, for each of eight reasons and as a short write.

    python tests/benchmarks/safety/faults.py [--sessions 2] [--seed 1]

Each fault must cost nothing that was acknowledged, and must be told, unless what failed was only tidying up or the
call goes on by itself: a short write is carried on, a folder that cannot be locked or a mode that cannot be set stops
nothing. Those are counted by the name of the call.
"""

import argparse
import errno
import logging
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from launchplanner.formats.refusal import Refusal
from tests.benchmarks.safety.disk import REASONS, SHORT, watched
from tests.benchmarks.safety.session import broken, found, prepared, states, work


def failed(folder: Path, seed: str, at: int, reason: int) -> tuple[list[str], bool, str]:
    """Run a session on a disk that fails once, in a process of its own.

    Returns:
        The promises it broke, whether anything was told, and the call that failed; "" when the session was over.
    """
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    plans = states(seed)
    path = prepared(folder, plans)
    journals = folder / "state" / "journals"
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        tell = os.write
        logging.disable()
        try:
            with watched(at, reason) as disk:
                try:
                    work(path, journals, plans, lambda line: tell(writing, f"{line}\n".encode()))
                except Refusal as refusal:
                    tell(writing, f"told {refusal}\n".encode())
                except BaseException as error:
                    tell(writing, f"crash {type(error).__name__}: {error}\n".encode())
            name = disk.called[at][0] if at < len(disk.called) else ""
            tell(writing, f"at {name}\n".encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        lines = pipe.read().decode().split("\n")[:-1]
    os.waitpid(child, 0)
    faults = broken(lines, found(path, journals, plans))
    faults += [line for line in lines if line.startswith("crash")]
    return faults, any(line.startswith("told") for line in lines), lines[-1].removeprefix("at ")


def run(
    sessions: int, seed: int, reasons: tuple[int, ...] = (*REASONS, SHORT), step: int = 1
) -> tuple[Counter[str], list[str]]:
    """Return the counts, and every broken promise with its seed; `step` leaves out calls between."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    kept = os.environ.get("XDG_STATE_HOME")
    for session in range(sessions):
        for reason in reasons:
            at, name = 0, "?"
            while name:
                folder = Path(tempfile.mkdtemp(prefix="faults-"))
                broke, told, name = failed(folder, f"{seed}/{session}", at, reason)
                shutil.rmtree(folder)
                if name and (reason != SHORT or name == "write"):
                    counts["faults"] += 1
                    counts["told" if told else f"went on after {name}"] += 1
                code = errno.errorcode.get(reason, "short write")
                faults += [f"seed {seed}/{session}, call {at} ({name}), {code}: {fault}" for fault in broke]
                at += step
    if kept is not None:
        os.environ["XDG_STATE_HOME"] = kept
    return counts, faults


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.perf_counter()
    counts, faults = run(given.sessions, given.seed)
    for line in faults[:20]:
        sys.stdout.write(line + "\n")
    told = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    took = time.perf_counter() - began
    sys.stdout.write(f"faults: {told}, {len(faults)} broken; seed {given.seed}, {took:.0f} s\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
