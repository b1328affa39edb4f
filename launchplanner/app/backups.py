"""Earlier versions of a plan, as people choose among them: when, and how it differs from the plan as it is."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from launchplanner.app.files import PLACE, backup_folder, read_bytes
from launchplanner.formats.native import read_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import Plan
from launchplanner.store.backups import backups, moment_of
from launchplanner.words import _, joined, long_day, ngettext


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version in its file. `plan` is None when the copy cannot be read any more."""

    path: Path
    made: datetime | None
    plan: Plan | None

    def told(self, now: Plan) -> str:
        """Return a line on it: "Thu 18 Feb 2027, 14:05: 3 tasks fewer, another launch day"."""
        when = self.path.stem if self.made is None else f"{long_day(self.made.date())}, {self.made:%H:%M}"
        if self.plan is None:
            return _("{when}: it cannot be read").format(when=when)
        return _("{when}: {difference}").format(when=when, difference=difference(now, self.plan))


def versions(plan_id: str) -> Iterator[Version]:
    """Yield the earlier versions of a plan, newest first, each read when it is asked for."""
    yield from map(_version, backups(backup_folder(), plan_id))


def _version(path: Path) -> Version:
    try:
        plan = read_plan(read_bytes(path), path.name)
    except Refusal:
        plan = None
    return Version(path, moment_of(path), plan)


def newest_good(plan_id: str) -> Version | None:
    """Return the newest version that can be read, or None."""
    return next((version for version in versions(plan_id) if version.plan is not None), None)


def rescue(path: Path) -> Version | None:
    """Return the newest good version of the plan whose damaged file this is, or None where none is known."""
    place = str(path.resolve())
    for note in sorted(backup_folder().glob(f"*/{PLACE}")):
        try:
            if note.read_text(encoding="utf-8") != place:
                continue
        except (OSError, UnicodeDecodeError):
            continue
        for copy in sorted(note.parent.glob("*.launchplan"), reverse=True):
            version = _version(copy)
            if version.plan is not None:
                return newest_good(version.plan.id)
    return None


def set_aside(path: Path) -> Path:
    """Keep a damaged file under a name of its own beside itself, and return that.

    Raises:
        OSError: it could not be copied.
    """
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    kept = path.with_name(f"{path.name}.damaged-{moment}")
    shutil.copy2(path, kept)
    return kept


def difference(now: Plan, then: Plan) -> str:
    """Return how a plan differed from the present one, in a few words: "3 tasks fewer, 1 baton changed"."""
    if then == now:
        return _("as it is now")
    told = [*_counted(now, then, "tasks"), *_counted(now, then, "batons"), *_counted(now, then, "people")]
    if now.launch_day != then.launch_day:
        told.append(_("launch on {day}").format(day=long_day(then.launch_day)))
    if now.title != then.title:
        told.append(_("called “{title}”").format(title=then.title))
    return joined(told) or _("other details")


def _counted(now: Plan, then: Plan, table: str) -> Iterator[str]:
    before, after = getattr(then, table), getattr(now, table)
    fewer, more = len(after.keys() - before.keys()), len(before.keys() - after.keys())
    changed = sum(1 for key in before.keys() & after.keys() if before[key] != after[key])
    if fewer:
        yield _words(table, fewer)[0].format(n=fewer)
    if more:
        yield _words(table, more)[1].format(n=more)
    if changed:
        yield _words(table, changed)[2].format(n=changed)


def _words(table: str, n: int) -> tuple[str, str, str]:
    return {
        "tasks": (
            ngettext("{n} task fewer", "{n} tasks fewer", n),
            ngettext("{n} task more", "{n} tasks more", n),
            ngettext("{n} task changed", "{n} tasks changed", n),
        ),
        "batons": (
            ngettext("{n} baton fewer", "{n} batons fewer", n),
            ngettext("{n} baton more", "{n} batons more", n),
            ngettext("{n} baton changed", "{n} batons changed", n),
        ),
        "people": (
            ngettext("{n} person fewer", "{n} people fewer", n),
            ngettext("{n} person more", "{n} people more", n),
            ngettext("{n} person changed", "{n} people changed", n),
        ),
    }[table]
