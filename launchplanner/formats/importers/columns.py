"""What each column of a table means, from its header and from what its cells hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.calendar_words import MONTHS
from launchplanner.formats.importers.dates import is_placeholder, read_when
from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.importers.lengths import read_length
from launchplanner.formats.importers.states import read_state
from launchplanner.formats.importers.text import key_of, plain, words_of

_SAMPLE: Final = 400
_LETTERS: Final = re.compile(r"[RASCIVDO](?:\s*[/,&+ ]\s*[RASCIVDO])*", re.IGNORECASE)
_URL: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DAY_OF_MONTH: Final = re.compile(r"(?:[^\W\d]+\.?,?\s+)?\d{1,2}(?:st|nd|rd|th)?\??")
_ONCE: Final = (
    v.ID, v.START, v.DUE, v.WHEN, v.DONE_ON, v.DURATION, v.STATUS, v.PROGRESS, v.PHASE, v.WEEK, v.PARENT, v.LEVEL,
    v.DELIVERABLE, v.MILESTONE,
)  # fmt: skip
_LONG_OWNER: Final = 7
_NUMBERED: Final = re.compile(r"[\w#.-]{1,20}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its meaning; `others` are meanings that were close."""

    index: int
    header: str
    meaning: str
    confidence: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What the cells of a column look like; all but `filled` and `words` are shares of the filled cells."""

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
    some = [cell for cell in cells[:_SAMPLE] if not (cell is None or (isinstance(cell, str) and not cell.strip()))]
    texts = [words_of(cell) for cell in some]
    count = len(some) or 1
    seen = len(cells[:_SAMPLE]) or 1

    def share(flags: Sequence[bool]) -> float:
        return sum(flags) / count

    return Profile(
        filled=len(some),
        share_filled=len(some) / seen,
        dates=share([_is_date(cell, text) for cell, text in zip(some, texts, strict=True)]),
        numbers=share([_is_number(cell, text) for cell, text in zip(some, texts, strict=True)]),
        lengths=share([read_length(cell) is not None for cell in some]),
        states=share([read_state(cell) is not None for cell in some]),
        letters=share([bool(_LETTERS.fullmatch(text)) or text in {"-", "–", "—"} for text in texts]),
        links=share([bool(_URL.fullmatch(text)) for text in texts]),
        boxes=share(
            [
                isinstance(cell, bool) or text.casefold() in {"true", "false"}
                for cell, text in zip(some, texts, strict=True)
            ]
        ),
        distinct=len(set(texts)) / count,
        words=sum(len(text.split()) for text in texts) / count,
        placed_days=share([bool(_DAY_OF_MONTH.fullmatch(text)) for text in texts]),
    )


def _is_date(cell: Cell, text: str) -> bool:
    return isinstance(cell, date) or is_placeholder(text) or read_when(text) is not None


def _is_number(cell: Cell, text: str) -> bool:
    if isinstance(cell, bool):
        return False
    return isinstance(cell, int | float) or bool(re.fullmatch(r"-?\d+(?:[.,]\d+)?", text))


def _fit(meaning: str, look: Profile) -> float:
    """Return from 0 to 1 how well the cells suit a meaning."""
    if not look.filled:
        return 0.85 if meaning in {v.OWNER, v.START, v.DUE, v.STATUS, v.WHEN, v.AFTER, v.DURATION} else 0.6
    if meaning == v.TASK:
        odd = max(look.dates if look.dates > 0.8 else 0, look.numbers, look.boxes, look.letters, 0.6 * look.links)
        return max(0.0, 1 - odd) * (1 if look.distinct > 0.5 or look.filled < 4 else 0.6)
    if meaning == v.OWNER:
        odd = max(
            look.dates if look.numbers + look.dates > 1 else 0, look.numbers, look.links, look.boxes, look.letters
        )
        return max(0.0, 1 - odd) * (0.3 if look.words > _LONG_OWNER else 1)
    if meaning in {v.START, v.DUE, v.WHEN, v.DONE_ON}:
        return 0.35 + 0.65 * max(look.dates, look.numbers if meaning != v.DONE_ON else 0)
    if meaning == v.STATUS:
        return 0.45 + 0.55 * look.states if look.words < 5 else 0.3
    if meaning == v.DURATION:
        return 0.3 + 0.7 * look.lengths
    if meaning == v.ID:
        return 1 if look.words < 1.5 and look.distinct > 0.6 else 0.4
    if meaning == v.PHASE:
        return (0.2 if look.numbers > 0.5 and look.distinct > 0.5 else 1) * (
            0.6 if look.distinct > 0.9 and look.share_filled > 0.9 else 1
        )
    if meaning == v.PROGRESS:
        return 0.3 if look.words > 3 else 1
    if meaning == v.MILESTONE:
        return 1 if look.boxes or look.words < 2 else 0.3
    if meaning == v.LINK:
        return 1 if look.links > 0.3 else 0.6
    return 1


def meanings(headers: Sequence[str], cells: Sequence[Sequence[Cell]], told: Mapping[str, str]) -> tuple[Column, ...]:
    """Return what each column means.

    Args:
        headers: the name of each column, "" for none.
        cells: the cells of each column.
        told: meanings that a person gave, by header.
    """
    looks = [profile(column) for column in cells]
    chosen: dict[int, tuple[str, float]] = {}
    by_hand = {key_of(header): meaning for header, meaning in told.items()}
    for index, header in enumerate(headers):
        if header and key_of(header) in by_hand:
            chosen[index] = (by_hand[key_of(header)], 1.0)
    _choose_months(headers, looks, chosen)
    _choose_letters(headers, looks, chosen)
    scored = _scored(headers, looks, chosen)
    _choose_task(scored, chosen)
    _choose_owner(headers, scored, chosen)
    _choose_rest(scored, chosen)
    _choose_dates_by_content(headers, looks, chosen)
    return tuple(
        Column(
            index,
            plain(header).line,
            *(chosen.get(index) or (_leftover(header, looks[index]), 0.5)),
            others=tuple(
                meaning
                for meaning, score in scored.get(index, [])
                if score > 0.3 and meaning != chosen.get(index, ("",))[0]
            )[:3],
        )
        for index, header in enumerate(headers)
    )


Scored = dict[int, list[tuple[str, float]]]
Chosen = dict[int, tuple[str, float]]


def _scored(headers: Sequence[str], looks: Sequence[Profile], chosen: Chosen) -> Scored:
    found: Scored = {}
    for index, header in enumerate(headers):
        if index in chosen:
            continue
        pairs = [(each.meaning, each.confidence * _fit(each.meaning, looks[index])) for each in v.meanings_of(header)]
        found[index] = sorted(pairs, key=lambda pair: -pair[1])
    return found


def _choose_months(headers: Sequence[str], looks: Sequence[Profile], chosen: Chosen) -> None:
    # A column named after a month that holds days of that month: "| Task | JUL | AUG |" with "17" below AUG.
    named = [
        index for index, header in enumerate(headers) if key_of(plain(header).line) in MONTHS and index not in chosen
    ]
    filled = [index for index in named if looks[index].filled]
    if len(named) < 2 or not filled:  # noqa: PLR2004
        return
    sparse = sum(looks[index].share_filled for index in filled) <= 1.3  # noqa: PLR2004
    if sparse and all(looks[index].placed_days > 0.5 or looks[index].filled < 2 for index in filled):  # noqa: PLR2004
        chosen.update((index, (v.MONTH, 0.9)) for index in named)


def _choose_letters(headers: Sequence[str], looks: Sequence[Profile], chosen: Chosen) -> None:
    found = [
        index
        for index, look in enumerate(looks)
        if index not in chosen and headers[index] and look.filled >= 2 and look.letters > 0.8 and look.boxes == 0
    ]
    named = any("raci" in key_of(headers[index]) or key_of(headers[index]) == "role" for index in found)
    if len(found) >= 2 or named:  # noqa: PLR2004
        chosen.update((index, (v.RACI, 0.95)) for index in found)


def _best(scored: Scored, chosen: Chosen, meaning: str) -> tuple[int, float] | None:
    pairs = [
        (score, -index)
        for index, each in scored.items()
        if index not in chosen
        for name, score in each
        if name == meaning
    ]
    if not pairs:
        return None
    score, index = max(pairs)
    return -index, score


def _choose_task(scored: Scored, chosen: Chosen) -> None:
    if any(meaning == v.TASK for meaning, _score in chosen.values()):
        return
    best = _best(scored, chosen, v.TASK)
    if best is not None and best[1] > 0.2:  # noqa: PLR2004
        chosen[best[0]] = (v.TASK, best[1])


def _choose_owner(headers: Sequence[str], scored: Scored, chosen: Chosen) -> None:
    names = {key_of(plain(header).line): index for index, header in enumerate(headers) if index not in chosen}
    # In a RACI with names in its cells the accountable one owns the work; those responsible do it.
    if "accountable" in names and "responsible" in names:
        chosen[names["accountable"]] = (v.OWNER, 1.0)
        chosen[names["responsible"]] = (v.CONTRIBUTORS, 1.0)
    if any(meaning in {v.OWNER, v.RACI} for meaning, _score in chosen.values()):
        return
    best = _best(scored, chosen, v.OWNER)
    if best is not None and best[1] > 0.25:  # noqa: PLR2004
        chosen[best[0]] = (v.OWNER, best[1])


def _choose_rest(scored: Scored, chosen: Chosen) -> None:
    taken = {meaning for meaning, _score in chosen.values()}
    ranked = sorted(
        ((score, -index, meaning) for index, each in scored.items() if index not in chosen for meaning, score in each),
        reverse=True,
    )
    for score, negative, meaning in ranked:
        index = -negative
        if index in chosen or score < 0.25 or meaning == v.TASK:  # noqa: PLR2004
            continue
        if meaning == v.OWNER:
            # A second column of people stands beside the owner and is never joined into it.
            chosen[index] = (v.CONTRIBUTORS if score > 0.7 else v.OTHER, score)  # noqa: PLR2004
        elif meaning in _ONCE and meaning in taken:
            continue
        else:
            chosen[index] = (meaning, score)
            taken.add(meaning)


def _choose_dates_by_content(headers: Sequence[str], looks: Sequence[Profile], chosen: Chosen) -> None:
    if any(meaning in {v.START, v.DUE, v.WHEN, v.MONTH} for meaning, _score in chosen.values()):
        return
    for index, look in enumerate(looks):
        dated = look.dates > 0.7 and look.numbers < 0.3 and look.filled >= 2  # noqa: PLR2004
        if index not in chosen and dated and headers[index] and look.share_filled > 0.3:  # noqa: PLR2004
            chosen[index] = (v.WHEN, 0.4)
            return


def _leftover(header: str, look: Profile) -> str:
    name = plain(header).line
    is_bar = not name or key_of(name) in MONTHS or name.isdigit() or _is_date(None, name)
    if not look.filled or (is_bar and (bool(name) or look.numbers > 0.9)):  # noqa: PLR2004
        return v.NOTHING
    return v.OTHER


def headerless(cells: Sequence[Sequence[Cell]]) -> tuple[Column, ...] | None:
    """Return what the columns of a table without a header mean, or None when none of them can be a task's title."""
    looks = [profile(column) for column in cells]
    texts = [
        (min(look.words, 8) * look.distinct, -index)
        for index, look in enumerate(looks)
        if look.share_filled > 0.6 and look.distinct > 0.7 and look.words > 1.3 and look.dates < 0.5 and look.words < 25  # noqa: PLR2004
    ]
    if not texts:
        return None
    title = -max(texts)[1]
    chosen: dict[int, str] = {title: v.TASK}
    dated = [
        i for i, look in enumerate(looks) if i not in chosen and look.dates > 0.7 and look.numbers < 0.5 and look.filled
    ]
    for index, meaning in zip(dated, (v.START, v.DUE) if len(dated) > 1 else (v.DUE,), strict=False):
        chosen[index] = meaning
    for index, look in enumerate(looks):
        if index in chosen or not look.filled:
            continue
        if look.states > 0.7 and v.STATUS not in chosen.values():  # noqa: PLR2004
            chosen[index] = v.STATUS
        elif look.numbers > 0.9 and look.distinct > 0.9 and v.ID not in chosen.values():  # noqa: PLR2004
            chosen[index] = v.ID
        elif look.words <= 3 and look.numbers < 0.3 and look.distinct < 0.8 and v.OWNER not in chosen.values():  # noqa: PLR2004
            chosen[index] = v.OWNER
    if len(chosen) == 1 and sum(1 for look in looks if look.filled) > 1:
        return None
    return tuple(
        Column(index, "", chosen.get(index, v.OTHER if look.filled and look.numbers < 0.9 else v.NOTHING), 0.4)  # noqa: PLR2004
        for index, look in enumerate(looks)
    )


def is_numbered(cells: Sequence[Cell]) -> bool:
    """Say whether the cells could be the ids of rows."""
    return all(bool(_NUMBERED.fullmatch(words_of(cell))) for cell in cells if words_of(cell))
