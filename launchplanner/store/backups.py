"""Backups: the last versions of each plan, kept in the user's state folder."""

import os
import shutil
from pathlib import Path
from typing import Final

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
    place = folder / plan_id
    place.mkdir(parents=True, exist_ok=True)
    known = backups(folder, plan_id)
    content = path.read_bytes()
    if known and digest(known[0].read_bytes()) == digest(content):
        return
    copy = place / f"{moment}.launchplan"
    number = 2
    while copy.exists():
        copy, number = place / f"{moment}-{number}.launchplan", number + 1
    shutil.copyfile(path, copy)
    descriptor = os.open(copy, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    for old in known[KEPT - 1 :]:
        old.unlink(missing_ok=True)


def backups(folder: Path, plan_id: str) -> list[Path]:
    """Return the backups of a plan, newest first."""
    place = folder / plan_id
    return sorted(place.glob("*.launchplan"), reverse=True) if place.is_dir() else []
