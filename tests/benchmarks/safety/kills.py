"""A session ended by SIGKILL: at each call that reaches the disk in turn, or at random times.

    python tests/benchmarks/safety/kills.py [--kills 10000] [--seed 1] [--at calls|times]

A write that is killed is half done. Lost: the plan's file holds neither a state that was saved nor the one being
saved; or an edit or save that the program acknowledged does not come back at the next start.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.benchmarks.safety.disk import watched
from tests.benchmarks.safety.session import broken, found, prepared, states, work


def killed(folder: Path, seed: str, at: int, after: float = 0.0) -> tuple[list[str], bool]:
    """Run a session in a process of its own that dies; return the promises it broke, and whether it did die.

    Args:
        folder: an empty folder for all of its files.
        seed: what it does.
        at: the call at which it dies; -1 for none.
        after: seconds after its first word at which it is killed from outside, if `at` is -1.
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
        try:
            tell(writing, b"begun\n")
            with watched(at):
                work(path, journals, plans, lambda line: tell(writing, f"{line}\n".encode()))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.readline()
        if at < 0:
            time.sleep(after)
            os.kill(child, signal.SIGKILL)
        said += pipe.read()
    _pid, status = os.waitpid(child, 0)
    lines = said.decode().split("\n")[1:-1]
    return broken(lines, found(path, journals, plans)), os.WIFSIGNALED(status)


def run(kills: int, seed: int, *, at_times: bool = False) -> tuple[Counter[str], list[str]]:
    """Return the counts, and every broken promise with its seed."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    random = Random(seed)
    session = call = 0
    kept = os.environ.get("XDG_STATE_HOME")
    while counts["kills"] < kills:
        name = f"{seed}/{session}"
        folder = Path(tempfile.mkdtemp(prefix="kills-"))
        after = random.random() * 0.06
        found_faults, died = killed(folder, name, -1 if at_times else call, after)
        shutil.rmtree(folder)
        counts["kills"] += died
        counts["ended before"] += not died
        faults += [f"seed {name}, call {call}: {fault}" for fault in found_faults]
        call += 1
        if at_times or not died:
            session, call = session + 1, 0
            counts["sessions"] = session
    if kept is not None:
        os.environ["XDG_STATE_HOME"] = kept
    return counts, faults


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at", choices=("calls", "times"), default="calls")
    given = parser.parse_args()
    began = time.perf_counter()
    counts, faults = run(given.kills, given.seed, at_times=given.at == "times")
    for line in faults[:20]:
        sys.stdout.write(line + "\n")
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    took = time.perf_counter() - began
    sys.stdout.write(f"killed at {given.at}: {told}, {len(faults)} broken; seed {given.seed}, {took:.0f} s\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
