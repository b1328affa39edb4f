"""The journal: every edit is on disk before it counts, so that a crash loses nothing.

One file for each open plan, in the user's own state folder and never beside the plan. Its first line names the plan
file and the digest it had; each further line holds the changes of one edit. A line that a crash cut short is left out.
"""

import json
import os
import secrets
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from launchplanner.plan.changes import Changes, with_changes
from launchplanner.plan.plan import Plan
from launchplanner.store.names import name_of

_OURS: Final = f"-{secrets.token_hex(4)}-{os.getpid()}"
"""How the names of this run's journals end: an earlier one may have had the same process number."""
_MOST_PROCESSES: Final = 2**31
_numbers: Final = count(1)


@dataclass(frozen=True, slots=True)
class Leftover:
    """A journal that was not closed: the edits of a session that ended without saving."""

    journal: Path
    plan_file: Path | None
    base: str
    start: dict[str, Any]
    steps: tuple[Changes, ...]

    def replayed(self, plan: Plan) -> Plan:
        """Return `plan` with the steps made.

        Raises:
            pydantic.ValidationError: a step does not fit the plan.
        """
        for step in self.steps:
            plan = with_changes(plan, step)
        return plan

    def started(self) -> Plan:
        """Return the plan as it stood when the journal began.

        Raises:
            pydantic.ValidationError: the journal is damaged.
        """
        return Plan.model_validate(self.start)


class Journal:
    """The journal of one open plan."""

    def __init__(self, folder: Path, plan: Plan, plan_file: Path | None, base: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"{name_of(plan.id)}-{next(_numbers)}{_OURS}.journal"
        self._file: BinaryIO | None = None
        self._head = b""
        self._end = 0
        try:
            self.restart(plan, plan_file, base)
        except OSError:
            self.close()
            raise

    def restart(self, plan: Plan, plan_file: Path | None, base: str) -> None:
        """Begin anew from a saved or opened plan; what was in the journal is no longer needed.

        Raises:
            OSError: the beginning could not be written; it will be before the next edit.
        """
        self.close()
        head = {
            "file": str(plan_file) if plan_file else "",
            "base": base,
            "start": plan.model_dump(mode="json", by_alias=True),
        }
        self._head = _line(head)
        self._write(self._head)

    def append(self, changes: Changes) -> None:
        """Write one edit down and flush it.

        Raises:
            OSError: it could not be written, and is not in the journal.
        """
        self._write(_line(changes) if self._end else self._head + _line(changes))

    def _write(self, lines: bytes) -> None:
        if self._file is None:
            self._file = self.path.open("wb", buffering=0)
        # From the end of the last whole entry: what a full disk left of a line would spoil all lines after it.
        self._file.seek(self._end)
        self._file.truncate()
        rest = memoryview(lines)
        while rest:
            rest = rest[self._file.write(rest) :]
        os.fsync(self._file.fileno())
        self._end += len(lines)

    def close(self) -> None:
        """Put the journal away: its edits are saved, or given up by the user."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self.path.unlink(missing_ok=True)
        self._end = 0


def _line(entry: dict[str, Any]) -> bytes:
    return (json.dumps(entry, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def leftovers(folder: Path) -> list[Leftover]:
    """Return the journals of programs that no longer run, newest first.

    Those of a saved plan without an edit hold nothing that is not on disk, and are left out.
    """
    found: list[tuple[float, Leftover]] = []
    for path in folder.glob("*.journal"):
        process = path.stem.rpartition("-")[2]
        if path.stem.endswith(_OURS) or (process.isdigit() and int(process) != os.getpid() and runs(int(process))):
            continue
        leftover = _read(path)
        if leftover is not None and (leftover.steps or not leftover.base):
            found.append((path.stat().st_mtime, leftover))
    return [leftover for _time, leftover in sorted(found, key=lambda entry: -entry[0])]


def _read(path: Path) -> Leftover | None:
    entries: list[dict[str, Any]] = []
    try:
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")  # splitlines also cuts at U+2028 in a title
    except OSError:
        return None
    for line in lines:
        try:
            entry: object = json.loads(line)
        except (ValueError, RecursionError):
            break
        if not isinstance(entry, dict):
            break
        entries.append(cast("dict[str, Any]", entry))
    if not entries or not isinstance(entries[0].get("start"), dict):
        return None
    head = entries[0]
    plan_file = Path(head["file"]) if head.get("file") else None
    return Leftover(path, plan_file, str(head.get("base", "")), head["start"], tuple(entries[1:]))


def runs(process: int) -> bool:
    """Say whether a process of this machine is running; on Windows that is not known, and it is taken for ended."""
    if os.name == "nt" or not 0 < process < _MOST_PROCESSES:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
