"""Noticing that a plan's file is no longer what was last read or written here, whoever changed it and however."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from launchplanner.app.files import PlanFile
from launchplanner.store.saving import digest

SAME: Final = "same"
CHANGED: Final = "changed"
GONE: Final = "gone"
EMPTIED: Final = "emptied"
UNREADABLE: Final = "unreadable"

_Signs = tuple[int, int, int, int]


@dataclass(slots=True)
class FileWatch:
    """What was last seen of a file; each state of the file is told once.

    Times and size are looked at each time, the content only when those differ or when the look is `thorough`: some
    shares keep times so coarse that a change within the same second cannot be told by them.
    """

    _seen: tuple[Path, str, _Signs | None] | None = None
    _told: tuple[str, str] = (SAME, "")

    def look(self, file: PlanFile, *, thorough: bool = False) -> str:
        """Return what became of a file since it was last read, written or told about; `SAME` for nothing new."""
        signs = _signs(file.path)
        seen = (file.path, file.digest, signs)
        if seen == self._seen and not thorough:
            return SAME
        self._seen = seen
        found = _state(file, signs)
        if found == self._told:
            return SAME
        self._told = found
        return found[0]


def _signs(path: Path) -> _Signs | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _state(file: PlanFile, signs: _Signs | None) -> tuple[str, str]:
    if signs is None:
        return GONE, ""
    try:
        data = file.path.read_bytes()
    except FileNotFoundError:
        return GONE, ""
    except OSError:
        return UNREADABLE, ""
    if not data.strip():
        return EMPTIED, ""
    present = digest(data)
    return (SAME, "") if present == file.digest else (CHANGED, present)
