"""Who has a plan open: a small file beside it, as a courtesy to the others who work on it.

It keeps nobody out: that two people save one plan is settled by comparing and joining. A note that was left by a
program of this machine that no longer runs, or is older than a day, counts for nothing.
"""

import json
import os
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from launchplanner.store.journal import runs

_OLD: Final = 24 * 3600
_LARGEST: Final = 4096
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else who has the plan open: the name and machine that they gave, and since when, in seconds."""

    name: str
    host: str
    since: float


class Presence:
    """Our note beside a plan, for as long as it is open here."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self._note = note_of(path)
        self._name = name
        self._is_ours = False

    def enter(self) -> Other | None:
        """Put the note down, where the place takes one, and return who else has the plan open, if anybody."""
        if self._written():
            return None
        other = _other_in(self._note)
        if other is not None:
            return other
        try:
            self._note.unlink(missing_ok=True)
        except OSError:
            return None
        # Of two who find an old note one writes first, and the other then finds that one.
        return None if self._written() else _other_in(self._note)

    def leave(self) -> None:
        """Take our note away, and nobody else's."""
        if self._is_ours:
            self._is_ours = False
            try:
                self._note.unlink(missing_ok=True)
            except OSError:
                return

    def _written(self) -> bool:
        content = {"name": self._name, "host": socket.gethostname(), "process": os.getpid(), "since": time.time()}
        try:
            descriptor = os.open(self._note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            return False
        except OSError:
            return True
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            self._is_ours = True
            json.dump(content, file)
        return True


def note_of(path: Path) -> Path:
    """Return the file of the note beside a plan."""
    return path.with_name(f".~{path.name[:60]}.open")


def _other_in(note: Path) -> Other | None:
    """Return who left a note, unless it counts for nothing any more or is our own from another window."""
    try:
        if time.time() - note.stat().st_mtime > _OLD or note.stat().st_size > _LARGEST:
            return None
        content: object = json.loads(note.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict):
        return None
    said = cast("dict[str, Any]", content)
    process, since = said.get("process"), said.get("since")
    here = isinstance(process, int) and said.get("host") == socket.gethostname()
    if here and (process == os.getpid() or not runs(cast("int", process))):
        return None
    known = since if isinstance(since, float) and 0 < since <= time.time() + _OLD else 0.0
    return Other(str(said.get("name", ""))[:_LONGEST], str(said.get("host", ""))[:_LONGEST], known)
