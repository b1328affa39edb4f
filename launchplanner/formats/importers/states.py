"""What a status cell says: words in several languages, marks and ticked boxes."""

import re
import tomllib
from dataclasses import dataclass
from typing import Final

from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.importers.text import key_of, words_of
from launchplanner.plan.work import DONE, PLANNED
from launchplanner.words.resources import resource_text

_WORDS: Final = tomllib.loads(resource_text("importing/states.toml"))
_PLAIN_WORDS: Final = frozenset(str(word) for word in _WORDS["plain"])
_STATES: Final = {str(word): str(state) for state, words in _WORDS["states"].items() for word in words}
_LEADING_MARKS: Final = {str(mark): str(state) for state, marks in _WORDS["leading"].items() for mark in marks}
_MARKS: Final = re.compile("[\ufe0e\ufe0f]")


@dataclass(frozen=True, slots=True)
class State:
    """A task's status, and the words that say more than the status can hold ("on hold")."""

    status: str
    more: str = ""


def read_state(cell: Cell) -> State | None:
    """Return the state that a cell names, or None when its words are not known."""
    if isinstance(cell, bool):
        return State(DONE if cell else PLANNED)
    if isinstance(cell, str) and not cell.strip("-–— "):
        return State(PLANNED)
    text = _MARKS.sub("", words_of(cell))
    key = key_of(text) or text.strip()
    known = _STATES.get(key) or _STATES.get(key.replace("_", " "))
    if known is None:
        known = _by_first_mark(text) or _by_words(key)
    if known is None:
        return None
    bare = re.sub(r"^[^\w]+|[^\w]+$", "", key)
    return State(known, "" if key in _PLAIN_WORDS or bare in _PLAIN_WORDS or not bare else text)


def _by_first_mark(text: str) -> str | None:
    first = text.strip()[:1]
    return _STATES.get(first) if first and not first.isalnum() and first not in "-–" else None


def _by_words(key: str) -> str | None:
    # "Done (12 Mar)", "Complete - see wiki": the words before the first punctuation decide.
    head = re.split(r"\s*[(:,;–—]|\s-\s", key, maxsplit=1)[0].strip()
    return _STATES.get(head) if len(head) > 1 else None


def mark_of(text: str) -> tuple[str | None, str]:
    """Return the state that a leading mark such as "✅" gives a line of a list, and the rest of the line."""
    clean = _MARKS.sub("", text).lstrip()
    first = clean[:1]
    if first in _LEADING_MARKS:
        return _LEADING_MARKS[first], clean[1:].lstrip(" :-–—")
    return None, text
