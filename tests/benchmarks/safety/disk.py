"""A disk that is watched: each call that reaches it is counted, and may end the process or fail."""

import errno
import io
import os
import signal
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

CALLS = ("open", "write", "fsync", "close", "replace", "unlink", "mkdir", "rename")
REASONS = (
    errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.ESTALE, errno.EBUSY, errno.EMFILE,
)  # fmt: skip
SHORT = 0
"""In place of a reason: half of a write is done, and the call says so."""


@dataclass
class Watched:
    """What happens at one call, counted from 0: death, or an error with a reason; and what was called so far."""

    at: int = -1
    reason: int | None = None
    called: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list[tuple[str, tuple[Any, ...]]])

    def call(self, name: str, real: Callable[..., Any], given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Count a call, and let it be, fail or be the last."""
        number = len(self.called)
        self.called.append((name, given))
        if number != self.at:
            return real(*given, **named)
        if name == "write":
            half = given[-1][: len(given[-1]) // 2]
            done = real(*given[:-1], half)
            if self.reason == SHORT:
                return done
        if self.reason is None:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.reason == SHORT:
            return real(*given, **named)
        if name == "close":
            real(*given, **named)
        raise OSError(self.reason, os.strerror(self.reason or 0))


class _Raw:
    """A file without a buffer, whose writes are counted."""

    def __init__(self, file: Any, watched: Watched) -> None:
        self._file, self._watched = file, watched

    def write(self, data: Any) -> int:
        return self._watched.call("write", self._file.write, (data,), {})

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_Raw":
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()


@contextmanager
def watched(at: int = -1, reason: int | None = None) -> Generator[Watched]:
    """Count the calls, and let the call `at` be the process's last, or fail for a reason."""
    disk = Watched(at, reason)
    real_open = io.open

    def opened(*given: Any, **named: Any) -> Any:
        file = disk.call("read" if _reads(given, named) else "open", real_open, given, named)
        return _Raw(file, disk) if not _reads(given, named) else file

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _wrapped(disk, name, getattr(os, name)))
        patch.setattr(io, "open", opened)
        yield disk


def _reads(given: tuple[Any, ...], named: dict[str, Any]) -> bool:
    mode = given[1] if len(given) > 1 else named.get("mode", "r")
    return "w" not in mode and "a" not in mode and "+" not in mode and "x" not in mode


def _wrapped(disk: Watched, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        return disk.call(name, real, given, named)

    return call
