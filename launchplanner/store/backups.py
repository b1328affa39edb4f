"""Backups: the last versions of each plan, kept in the user's state folder."""

import os
from pathlib import Path
from typing import Final

from launchplanner.store.names import name_of
from launchplanner.store.saving import digest

KEPT: Final = 20


def keep_copy(folder: Path, plan_id: str, path: Path, moment: str) -> None:
    """Put a copy of a plan file among its backups, unless the newest one is the same.

    Args:
        folder: the folder of all backups.
        plan_id: the plan's id.
        path: the file to copy.
        moment: when, as text that sorts, such as "20270218-120400".

    Raises:
        OSError: the copy could not be made.
    """
    place = folder / name_of(plan_id)
    place.mkdir(parents=True, exist_ok=True)
    known = backups(folder, plan_id)
    content = path.read_bytes()
    if known and digest(known[0].read_bytes()) == digest(content):
        return
    copy = place / f"{moment}.launchplan"
    number = 2
    while copy.exists():
        copy, number = place / f"{moment}-{number:03}.launchplan", number + 1
    try:
        _write(copy, content)
    except OSError:
        copy.unlink(missing_ok=True)  # half a backup would be offered as the newest
        raise
    for old in known[KEPT - 1 :]:
        old.unlink(missing_ok=True)


def _write(copy: Path, content: bytes) -> None:
    with copy.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def backups(folder: Path, plan_id: str) -> list[Path]:
    """Return the backups of a plan, newest first."""
    place = folder / name_of(plan_id)
    return sorted(place.glob("*.launchplan"), key=lambda copy: copy.stem, reverse=True) if place.is_dir() else []
