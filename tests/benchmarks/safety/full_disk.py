"""Saving to a disk that is really full: 64 kB of memory, mounted as a file system.

    sudo python tests/benchmarks/safety/full_disk.py [--saves 500]

Each save is larger than what is free. The old plan must stay byte for byte, nothing may be left beside it, and the
message must name the bytes that are needed.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from launchplanner.store.saving import SaveError, digest, save

ROOM = 65_536


@contextmanager
def small_disk() -> Generator[Path | None]:
    """Give a folder on a disk of its own with room for 64 kB, or None where none can be mounted."""
    with tempfile.TemporaryDirectory() as folder:
        mount, unmount = which("mount"), which("umount")
        if mount is None or unmount is None:
            yield None
            return
        words = [mount, "-t", "tmpfs", "-o", f"size={ROOM}", "launchplanner-test", folder]
        if subprocess.run(words, capture_output=True, check=False).returncode:
            yield None
            return
        try:
            yield Path(folder)
        finally:
            subprocess.run([unmount, folder], check=True)


def run(saves: int) -> tuple[int, list[str]] | None:
    """Return how many saves were refused and what went wrong; None where no disk can be mounted."""
    with small_disk() as folder:
        if folder is None:
            return None
        path = folder / "launch.launchplan"
        old = b"the old plan\n" * 2000
        path.write_bytes(old)
        faults: list[str] = []
        refused = 0
        for number in range(saves):
            data = b"x" * (ROOM - len(old) + 1 + 997 * number)
            try:
                save(path, data, known=digest(old))
                faults.append(f"{len(data)} bytes were said to be saved")
            except SaveError as error:
                refused += 1
                if f"{len(data)} bytes" not in str(error):
                    faults.append(f"the bytes are not named: {error}")
            if path.read_bytes() != old:
                faults.append(f"the old plan is not what it was after {len(data)} bytes")
            if len(list(folder.iterdir())) > 1:
                faults.append("something is left beside the plan")
        return refused, faults


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=500)
    found = run(parser.parse_args().saves)
    if found is None:
        sys.stdout.write("full disk: not tested, no disk can be mounted here\n")
        return 0
    refused, faults = found
    for line in faults[:20]:
        sys.stdout.write(line + "\n")
    sys.stdout.write(f"full disk: {refused} saves refused, {len(faults)} broken\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
