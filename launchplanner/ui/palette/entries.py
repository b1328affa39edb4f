"""What the palette can find in a launch and in the program."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from launchplanner.app.analysis import Snapshot
from launchplanner.reports.sentences import about_part
from launchplanner.ui.actions import Action
from launchplanner.ui.commands import Commands
from launchplanner.ui.kit.labels import without_mnemonic
from launchplanner.ui.palette.matching import match
from launchplanner.ui.views import PartKey

ICONS: Final = {"task": "task", "baton": "baton", "phase": "phase", "person": "person", "role": "people"}
MOST: Final = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be chosen: a part, or an action. `reason` says why it cannot be chosen now."""

    title: str
    detail: str
    icon: str
    hint: str = ""
    part: PartKey | None = None
    action: Action | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that fits, with the letters that were met."""

    entry: Entry
    places: tuple[int, ...]


def entries_of(snapshot: Snapshot | None, actions: Iterable[Action], commands: Commands) -> list[Entry]:
    """Return all there is to find: batons, tasks, phases, people and roles, then actions."""
    found: list[Entry] = []
    if snapshot is not None:
        look = snapshot.lookup
        parts = [
            *(("baton", key) for key, _baton in look.batons),
            *(("task", key) for key, _task in look.tasks),
            *(("phase", key) for key, _phase in look.phases),
            *(("person", key) for key, _person in look.people),
            *(("role", key) for key, _role in look.roles),
        ]
        for kind, key in parts:
            title, detail = about_part(look, snapshot.schedule, kind, key)
            found.append(Entry(title, detail, ICONS[kind], part=(kind, key)))
    for action in actions:
        reason = action.why_not(commands)
        found.append(
            Entry(without_mnemonic(action.text), reason, action.icon or "list", action.shortcut, None, action, reason)
        )
    return found


def hits(entries: list[Entry], typed: str) -> list[Hit]:
    """Return the entries that fit what was typed, best first; with nothing typed, the first of them."""
    if not typed.strip():
        return [Hit(entry, ()) for entry in _at_rest(entries)]
    scored: list[tuple[int, int, Hit]] = []
    for place, entry in enumerate(entries):
        found = match(typed, entry.title)
        if found is not None:
            scored.append((-found.score + (_SET_BACK if entry.reason else 0), place, Hit(entry, found.places)))
    scored.sort(key=lambda one: one[:2])
    return [hit for _score, _place, hit in scored[:MOST]]


_SET_BACK: Final = 6
_PARTS_AT_REST: Final = 4


def _at_rest(entries: list[Entry]) -> list[Entry]:
    batons = [entry for entry in entries if entry.part is not None][:_PARTS_AT_REST]
    usable = [entry for entry in entries if entry.action is not None and not entry.reason]
    return [*batons, *usable]
