"""What the cells of a column look like, and which meanings that suits."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.dates import is_placeholder, read_when
from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.importers.lengths import read_length
from launchplanner.formats.importers.states import read_state
from launchplanner.formats.importers.text import words_of

_SAMPLE: Final = 400
_LETTERS: Final = re.compile(r"[RASCIVDO](?:\s*[/,&+ ]\s*[RASCIVDO])*|[-–—]", re.IGNORECASE)
_URL: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DAY_OF_MONTH: Final = re.compile(r"(?:[^\W\d]+\.?,?\s+)?\d{1,2}(?:st|nd|rd|th)?\??")
_NUMBER: Final = re.compile(r"-?\d+(?:[.,]\d+)?")
_LONGEST_OWNER: Final = 7
_LONGEST_STATUS: Final = 5
_LONGEST_ID: Final = 1.5
_LONGEST_FLAG: Final = 2
_LONGEST_PERCENT: Final = 3
_FEW: Final = 0.3
_HALF: Final = 0.5
_MOST: Final = 0.8
_ALL: Final = 0.9
_FEW_CELLS: Final = 4
_OFTEN_BLANK: Final = frozenset({v.OWNER, v.START, v.DUE, v.STATUS, v.WHEN, v.AFTER, v.DURATION})


@dataclass(frozen=True, slots=True)
class Profile:
    """What the cells of a column look like.

    `filled` counts cells and `words` the words of a cell on average; all others are shares of the filled cells, but
    `share_filled`, which is one of all.
    """

    filled: int
    share_filled: float
    dates: float
    numbers: float
    lengths: float
    states: float
    letters: float
    links: float
    boxes: float
    distinct: float
    words: float
    placed_days: float


def profile(cells: Sequence[Cell]) -> Profile:
    """Return what the cells of a column look like; of a long column its beginning."""
    sample = cells[:_SAMPLE]
    some = [cell for cell in sample if not (cell is None or (isinstance(cell, str) and not cell.strip()))]
    texts = [words_of(cell) for cell in some]
    count = len(some) or 1

    def share(test: Callable[[Cell, str], bool]) -> float:
        return sum(1 for cell, text in zip(some, texts, strict=True) if test(cell, text)) / count

    return Profile(
        filled=len(some),
        share_filled=len(some) / (len(sample) or 1),
        dates=share(is_date),
        numbers=share(_is_number),
        lengths=share(lambda cell, _text: read_length(cell) is not None),
        states=share(lambda cell, _text: read_state(cell) is not None),
        letters=share(lambda _cell, text: bool(_LETTERS.fullmatch(text))),
        links=share(lambda _cell, text: bool(_URL.fullmatch(text))),
        boxes=share(lambda cell, text: isinstance(cell, bool) or text.casefold() in {"true", "false"}),
        distinct=len(set(texts)) / count,
        words=sum(len(text.split()) for text in texts) / count,
        placed_days=share(lambda _cell, text: bool(_DAY_OF_MONTH.fullmatch(text))),
    )


def is_date(cell: Cell, text: str) -> bool:
    """Say whether a cell holds a date, or says that there is none yet."""
    return isinstance(cell, date) or is_placeholder(text) or read_when(text) is not None


def _is_number(cell: Cell, text: str) -> bool:
    return not isinstance(cell, bool) and (isinstance(cell, int | float) or bool(_NUMBER.fullmatch(text)))


def fit(meaning: str, look: Profile) -> float:
    """Return from 0 to 1 how well the cells of a column suit a meaning."""
    if not look.filled:
        return 0.85 if meaning in _OFTEN_BLANK else 0.6
    suits = _SUITS.get(meaning)
    return 1.0 if suits is None else suits(look)


def _task(look: Profile) -> float:
    odd = max(look.dates if look.dates > _MOST else 0, look.numbers, look.boxes, look.letters, 0.6 * look.links)
    return max(0.0, 1 - odd) * (1 if look.distinct > _HALF or look.filled < _FEW_CELLS else 0.8)


def _owner(look: Profile) -> float:
    dates = look.dates if look.numbers + look.dates > 1 else 0
    odd = max(dates, look.numbers, look.links, look.boxes, look.letters)
    return max(0.0, 1 - odd) * (0.3 if look.words > _LONGEST_OWNER else 1)


def _time(look: Profile) -> float:
    return 0.35 + 0.65 * max(look.dates, look.numbers)


def _done_on(look: Profile) -> float:
    return 0.35 + 0.65 * look.dates


def _status(look: Profile) -> float:
    return 0.45 + 0.55 * look.states if look.words < _LONGEST_STATUS else 0.3


def _phase(look: Profile) -> float:
    numbered = look.numbers > _HALF and look.distinct > _HALF
    all_differ = look.distinct > _ALL and look.share_filled > _ALL
    return (0.2 if numbered else 1) * (0.6 if all_differ else 1)


_SUITS: Final[dict[str, Callable[[Profile], float]]] = {
    v.TASK: _task,
    v.OWNER: _owner,
    v.START: _time,
    v.DUE: _time,
    v.WHEN: _time,
    v.DONE_ON: _done_on,
    v.STATUS: _status,
    v.PHASE: _phase,
    v.DURATION: lambda look: 0.3 + 0.7 * look.lengths,
    v.ID: lambda look: 1.0 if look.words < _LONGEST_ID and look.distinct > _HALF else 0.4,
    v.PROGRESS: lambda look: 0.3 if look.words > _LONGEST_PERCENT else 1.0,
    v.MILESTONE: lambda look: 1.0 if look.boxes or look.words < _LONGEST_FLAG else 0.3,
    v.LINK: lambda look: 1.0 if look.links > _FEW else 0.6,
}
"""How well the cells suit a meaning, for those meanings whose cells have a look."""
