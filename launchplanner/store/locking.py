"""One save at a time in a folder, among the programs of one machine.

Between looking at a file and replacing it lie some milliseconds in which another program could save. A lock on the
folder itself closes them and leaves nothing behind. Where a file system or a system knows no such lock, saving goes on
without it: comparing before replacing is the protection.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None


@contextmanager
def alone_in(folder: Path) -> Generator[None]:
    """Wait until no other program saves in a folder, and keep others waiting meanwhile."""
    descriptor = _locked(folder)
    try:
        yield
    finally:
        if descriptor is not None:
            with suppress(OSError):
                os.close(descriptor)


def _locked(folder: Path) -> int | None:
    if fcntl is None:
        return None
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
