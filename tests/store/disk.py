"""A disk that fails when it is told to: at the n-th call that reaches it, or the n-th of a kind, with a reason."""

import io
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

CALLS = ("open", "write", "fsync", "close", "replace")


@dataclass
class Disk:
    """Which call fails, counted from 0, and what was called so far."""

    at: int = -1
    reason: int = 0
    kind: str = ""
    short: bool = False
    called: list[str] = field(default_factory=list[str])

    def wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            number = self.called.count(name) if self.kind else len(self.called)
            self.called.append(name)
            if number != self.at or self.kind not in {"", name}:
                return real(*given, **named)
            if name == "close":
                real(*given, **named)
            if name == "write":
                real(given[0], given[1][: len(given[1]) // 2])
                if self.short:
                    return len(given[1]) // 2
            raise OSError(self.reason, os.strerror(self.reason))

        return call


@contextmanager
def failing(at: int = -1, reason: int = 0, kind: str = "", *, short: bool = False) -> Generator[Disk]:
    """Let the call `at` (of this kind, or of all) fail.

    With `short`, a write of half the bytes is no failure, but all that was done.
    """
    disk = Disk(at, reason, kind, short)
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, disk.wrapped(name, getattr(os, name)))
        patch.setattr(io, "open", disk.wrapped("read", io.open))
        yield disk
