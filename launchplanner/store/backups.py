"""Backups: earlier versions of each plan by their age, kept in the user's state folder and never beside the plan.

Kept are the last 10, the last of each hour for a day, of each day for two weeks, of each week for twelve weeks, and
those that are pinned, from before a merge. Age counts from the newest of them, so that a clock which was wrong once
cannot take them all away. Beyond 200 MB the oldest go; the newest never does.
"""

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from launchplanner.store.names import name_of
from launchplanner.store.saving import digest

KEPT: Final = 10
"""So many of the last versions are kept whatever their age."""
LARGEST: Final = 200_000_000
"""Bytes of all backups of one plan."""
_PINNED: Final = "-pinned"
_MOMENT: Final = "%Y%m%d-%H%M%S"
_AGES: Final = (
    (timedelta(hours=24), "%Y%m%d-%H"),
    (timedelta(days=14), "%Y%m%d"),
    (timedelta(weeks=12), "%G-%V"),
)
"""Up to which age one version is kept for each stretch of time, and how the stretch is told from the next."""


def keep_copy(folder: Path, plan_id: str, path: Path, moment: str, *, pinned: bool = False) -> None:
    """Put a copy of a plan file among its backups, unless the newest one is the same.

    Args:
        folder: the folder of all backups.
        plan_id: the plan's id.
        path: the file to copy.
        moment: when, as text that sorts, such as "20270218-120400".
        pinned: keep it whatever its age.

    Raises:
        OSError: the copy could not be made.
    """
    place = folder / name_of(plan_id)
    place.mkdir(parents=True, exist_ok=True)
    known = backups(folder, plan_id)
    content = path.read_bytes()
    if known and digest(known[0].read_bytes()) == digest(content):
        if pinned and not known[0].stem.endswith(_PINNED):
            known[0].rename(known[0].with_stem(known[0].stem + _PINNED))
        return
    copy = _free(place, moment, _PINNED if pinned else "")
    try:
        _write(copy, content)
    except OSError:
        copy.unlink(missing_ok=True)  # half a backup would be offered as the newest
        raise
    for old in superfluous([copy, *known]):
        old.unlink(missing_ok=True)


def _free(place: Path, moment: str, suffix: str) -> Path:
    """Return a name after all others of the moment: a number that became free again would sort before them."""
    stems = [copy.stem.removesuffix(_PINNED) for copy in place.glob(f"{moment}*.launchplan")]
    numbers = [stem.removeprefix(moment).removeprefix("-") or "1" for stem in stems]
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    name = f"{moment}-{last + 1:03}" if last else moment
    return place / f"{name}{suffix}.launchplan"


def _write(copy: Path, content: bytes) -> None:
    with copy.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def backups(folder: Path, plan_id: str) -> list[Path]:
    """Return the backups of a plan, newest first."""
    place = folder / name_of(plan_id)
    found = place.glob("*.launchplan") if place.is_dir() else ()
    return sorted(found, key=lambda copy: copy.stem.removesuffix(_PINNED), reverse=True)


def moment_of(copy: Path) -> datetime | None:
    """Return when a backup was made, in local time; None where the name does not say."""
    try:
        return datetime.strptime(copy.stem[: len("20270218-120400")], _MOMENT).astimezone()
    except (ValueError, OverflowError):
        return None


def superfluous(copies: list[Path]) -> list[Path]:
    """Return those of the copies, newest first, that need not be kept."""
    needed = {copy for copy in copies if copy.stem.endswith(_PINNED)} | set(copies[:KEPT]) | _by_age(copies)
    room = LARGEST
    left: list[Path] = []
    for place, copy in enumerate(copies):
        room -= copy.stat().st_size
        if place and (copy not in needed or room < 0):
            left.append(copy)
            room += copy.stat().st_size
    return left


def _by_age(copies: list[Path]) -> set[Path]:
    """Return the newest of each hour, day and week, as far back as each is kept."""
    moments = {copy: moment for copy in copies if (moment := moment_of(copy)) is not None}
    newest = max(moments.values(), default=None)
    kept: dict[str, Path] = {}
    for copy, moment in moments.items():
        for oldest, stretch in _AGES:
            if newest is not None and newest - moment <= oldest:
                kept.setdefault(moment.strftime(stretch), copy)
    return set(kept.values())
