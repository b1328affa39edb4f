"""The journal: every edit is on disk before it counts, so that a crash loses nothing.

One file for each open plan, in the user's own state folder and never beside the plan. Its first line names the plan
file and the digest it had; each further line holds the changes of one edit. A line that a crash cut short is left out.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from launchplanner.plan.changes import Changes, with_changes
from launchplanner.plan.plan import Plan


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
        self.path = folder / f"{plan.id}-{os.getpid()}.journal"
        self._file: IO[str] | None = None
        self.restart(plan, plan_file, base)

    def restart(self, plan: Plan, plan_file: Path | None, base: str) -> None:
        """Begin anew from a saved or opened plan; what was in the journal is no longer needed."""
        self.close()
        head = {
            "file": str(plan_file) if plan_file else "",
            "base": base,
            "start": plan.model_dump(mode="json", by_alias=True),
        }
        self._file = self.path.open("w", encoding="utf-8", errors="replace")
        self._append(head)

    def append(self, changes: Changes) -> None:
        """Write one edit down and flush it.

        Raises:
            OSError: it could not be written; the edit must then not count.
        """
        self._append(changes)

    def _append(self, entry: dict[str, Any]) -> None:
        if self._file is None:
            return
        self._file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Put the journal away: its edits are saved, or given up by the user."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self.path.unlink(missing_ok=True)


def leftovers(folder: Path) -> list[Leftover]:
    """Return the journals of programs that no longer run, newest first, those without an edit left out."""
    found: list[tuple[float, Leftover]] = []
    for path in folder.glob("*.journal"):
        process = path.stem.rpartition("-")[2]
        if process.isdigit() and int(process) != os.getpid() and _runs(int(process)):
            continue
        leftover = _read(path)
        if leftover is not None and leftover.steps:
            found.append((path.stat().st_mtime, leftover))
    return [leftover for _time, leftover in sorted(found, key=lambda entry: -entry[0])]


def _read(path: Path) -> Leftover | None:
    entries: list[dict[str, Any]] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            entries.append(json.loads(line))
        except json.JSONDecodeError:
            break
    if not entries or not isinstance(entries[0].get("start"), dict):
        return None
    head = entries[0]
    plan_file = Path(head["file"]) if head.get("file") else None
    return Leftover(path, plan_file, str(head.get("base", "")), head["start"], tuple(entries[1:]))


def _runs(process: int) -> bool:
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
