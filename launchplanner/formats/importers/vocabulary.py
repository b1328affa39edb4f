"""What columns are called, in the languages that plans come in.

Each meaning has names that say it outright and names that may mean something else too: `importing/columns.toml` of the
shipped files.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from launchplanner.formats.importers.text import plain
from launchplanner.words.resources import resource_text

TASK: Final = "task"
ID: Final = "id"
OWNER: Final = "owner"
CONTRIBUTORS: Final = "contributors"
BACKUP: Final = "backup"
REVIEWER: Final = "reviewer"
INFORMED: Final = "informed"
PHASE: Final = "phase"
WEEK: Final = "week"
START: Final = "start"
DUE: Final = "due"
WHEN: Final = "when"
DONE_ON: Final = "done on"
DURATION: Final = "duration"
STATUS: Final = "status"
PROGRESS: Final = "progress"
DELIVERABLE: Final = "deliverable"
NOTES: Final = "notes"
LINK: Final = "link"
AFTER: Final = "waits for"
BEFORE: Final = "is waited for by"
PARENT: Final = "parent"
KIND: Final = "kind of entry"
EMAIL: Final = "e-mail of the owner"
SECOND_ID: Final = "second id"
MILESTONE: Final = "milestone"
LEVEL: Final = "level"
RACI: Final = "raci letters"
MONTH: Final = "days of a month"
OTHER: Final = "kept in the notes"
NOTHING: Final = "not read"

MEANINGS: Final = (
    TASK, ID, OWNER, CONTRIBUTORS, BACKUP, REVIEWER, INFORMED, PHASE, WEEK, START, DUE, WHEN, DONE_ON, DURATION, STATUS,
    PROGRESS, DELIVERABLE, NOTES, LINK, AFTER, BEFORE, PARENT, MILESTONE, LEVEL, RACI, MONTH, KIND, EMAIL,
    SECOND_ID, OTHER, NOTHING,
)  # fmt: skip
"""All that a column can mean."""

_WORDS: Final = tomllib.loads(resource_text("importing/columns.toml"))
_ELSEWHERE: Final = frozenset(str(name) for name in _WORDS["elsewhere"])
_SURE: Final = 1.0
_MAYBE: Final = 0.6
_WITHOUT_BRACKETS: Final = 0.95
_LAST_WORD: Final = 0.5
_LONGEST_HEADER: Final = 40
_LONG_NAME: Final = 4
_FOUND_INSIDE: Final = frozenset({
    TASK, OWNER, START, DUE, STATUS, DURATION, AFTER, PHASE, DELIVERABLE, NOTES, REVIEWER, PROGRESS, CONTRIBUTORS,
    DONE_ON, BACKUP,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """What a header may mean, with a confidence from 0 to 1."""

    meaning: str
    confidence: float


def _normal(header: str) -> str:
    words = plain(header).line.casefold().replace("_", " ")
    return " ".join(words.split()).strip(" :*.-–—?!")


def _table(names: dict[str, list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meaning, words in names.items():
        for word in words:
            found.setdefault(_normal(word) or word, []).append(meaning)
    return found


_SURE_NAMES: Final = _table(_WORDS["sure"])
_MAYBE_NAMES: Final = _table(_WORDS["maybe"])
_LONG_NAMES: Final = {
    name: found
    for name, meanings in _SURE_NAMES.items()
    if len(name) >= _LONG_NAME and (found := [meaning for meaning in meanings if meaning in _FOUND_INSIDE])
}
_INSIDE: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(_LONG_NAMES, key=len, reverse=True))) + r")(?!\w)"
)


@lru_cache(maxsize=4096)
def meanings_of(header: str) -> tuple[NameEvidence, ...]:
    """Return what a header may mean, the surest first; empty for one that is not known."""
    name = _normal(header)
    if not name:
        return ()
    found = _named(name)
    without = _normal(re.sub(r"[(\[][^)\]]*[)\]]", " ", name))
    if not found and without and without != name:
        found = {meaning: share * _WITHOUT_BRACKETS for meaning, share in _named(without).items()}
    if not found and name.endswith("#"):
        found = {ID: _WITHOUT_BRACKETS}
    if not found:
        found = _contained(without or name)
    ranked = sorted(found.items(), key=lambda each: -each[1])
    return tuple(NameEvidence(meaning, confidence) for meaning, confidence in ranked)


def _named(name: str) -> dict[str, float]:
    found = dict.fromkeys(_MAYBE_NAMES.get(name, ()), _MAYBE)
    found.update((meaning, _SURE) for meaning in _SURE_NAMES.get(name, ()))
    return found


def is_name(header: str) -> bool:
    """Say whether a text is, as it stands, the name of a column."""
    name = header.casefold().strip(" :*_")
    return name in _SURE_NAMES or name in _MAYBE_NAMES


def _contained(name: str) -> dict[str, float]:
    if len(name) > _LONGEST_HEADER:
        return {}
    # The last words of an English header say what it holds: "launch start date", "content owner".
    matches = _INSIDE.findall(name)
    return dict.fromkeys(_LONG_NAMES[matches[-1]], _LAST_WORD) if matches else {}


def is_elsewhere(header: str) -> bool:
    """Say whether a table whose first column is called so is about something else than tasks."""
    name = _normal(header)
    return name in _ELSEWHERE or _normal(re.sub(r"\([^)]*\)", " ", name)) in _ELSEWHERE
