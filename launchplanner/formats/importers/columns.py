"""What each column of a table means, from its header and from what its cells hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.calendar_words import MONTHS
from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.importers.profile import Profile, fit, is_date, profile
from launchplanner.formats.importers.text import key_of, plain

_ONCE: Final = (
    v.ID, v.START, v.DUE, v.WHEN, v.DONE_ON, v.DURATION, v.STATUS, v.PROGRESS, v.PHASE, v.WEEK, v.PARENT, v.LEVEL,
    v.DELIVERABLE, v.MILESTONE,
)  # fmt: skip
_LEAST: Final = 0.25
"""A meaning less likely than this is not taken."""
_CLOSE: Final = 0.3
_OUTRIGHT: Final = 0.7
_BY_CONTENT: Final = 0.4
_FEW: Final = 0.3
_HALF: Final = 0.5
_MOST: Final = 0.7
_NEARLY_ALL: Final = 0.8
_ALL: Final = 0.9
_SEVERAL: Final = 2
_SPARSE: Final = 1.3
"""Month columns together hold about one day a row."""
_LONGEST_NAME: Final = 3
_TITLE_WORDS: Final = (1.3, 25)
_MOST_OTHERS: Final = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its meaning; `others` are meanings that were close."""

    index: int
    header: str
    meaning: str
    confidence: float
    others: tuple[str, ...] = ()


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
                if score > _CLOSE and meaning != chosen.get(index, ("",))[0]
            )[:_MOST_OTHERS],
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
        pairs = [(each.meaning, each.confidence * fit(each.meaning, looks[index])) for each in v.meanings_of(header)]
        found[index] = sorted(pairs, key=lambda pair: -pair[1])
    return found


def _choose_months(headers: Sequence[str], looks: Sequence[Profile], chosen: Chosen) -> None:
    # A column named after a month that holds days of that month: "| Task | JUL | AUG |" with "17" below AUG.
    named = [
        index for index, header in enumerate(headers) if key_of(plain(header).line) in MONTHS and index not in chosen
    ]
    filled = [index for index in named if looks[index].filled]
    if len(named) < _SEVERAL or not filled:
        return
    sparse = sum(looks[index].share_filled for index in filled) <= _SPARSE
    if sparse and all(looks[index].placed_days > _HALF or looks[index].filled < _SEVERAL for index in filled):
        chosen.update((index, (v.MONTH, 0.9)) for index in named)


def _choose_letters(headers: Sequence[str], looks: Sequence[Profile], chosen: Chosen) -> None:
    found = [
        index
        for index, look in enumerate(looks)
        if index not in chosen
        and headers[index]
        and look.filled >= _SEVERAL
        and look.letters > _NEARLY_ALL
        and look.boxes == 0
    ]
    named = any("raci" in key_of(headers[index]) or key_of(headers[index]) == "role" for index in found)
    if len(found) >= _SEVERAL or named:
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
    if best is not None and best[1] > _LEAST:
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
    if best is not None and best[1] > _LEAST:
        chosen[best[0]] = (v.OWNER, best[1])


def _choose_rest(scored: Scored, chosen: Chosen) -> None:
    taken = {meaning for meaning, _score in chosen.values()}
    ranked = sorted(
        ((score, -index, meaning) for index, each in scored.items() if index not in chosen for meaning, score in each),
        reverse=True,
    )
    for score, negative, meaning in ranked:
        index = -negative
        if index in chosen or score < _LEAST or meaning == v.TASK:
            continue
        if meaning == v.OWNER:
            # A second column of people stands beside the owner and is never joined into it.
            chosen[index] = (v.CONTRIBUTORS if score > _OUTRIGHT else v.OTHER, score)
        elif meaning in _ONCE and meaning in taken:
            continue
        else:
            chosen[index] = (meaning, score)
            taken.add(meaning)


def _choose_dates_by_content(headers: Sequence[str], looks: Sequence[Profile], chosen: Chosen) -> None:
    if any(meaning in {v.START, v.DUE, v.WHEN, v.MONTH} for meaning, _score in chosen.values()):
        return
    for index, look in enumerate(looks):
        dated = look.dates > _MOST and look.numbers < _FEW and look.filled >= _SEVERAL
        if index not in chosen and dated and headers[index] and look.share_filled > _FEW:
            chosen[index] = (v.WHEN, _BY_CONTENT)
            return


def _leftover(header: str, look: Profile) -> str:
    name = plain(header).line
    is_bar = not name or key_of(name) in MONTHS or name.isdigit() or is_date(None, name)
    if not look.filled or (is_bar and (bool(name) or look.numbers > _ALL)):
        return v.NOTHING
    return v.OTHER


def headerless(cells: Sequence[Sequence[Cell]]) -> tuple[Column, ...] | None:
    """Return what the columns of a table without a header mean, or None when none of them can be a task's title."""
    looks = [profile(column) for column in cells]
    titles = [
        (min(look.words, 8) * look.distinct, -index) for index, look in enumerate(looks) if _could_be_titles(look)
    ]
    if not titles:
        return None
    chosen: dict[int, str] = {-max(titles)[1]: v.TASK}
    dated = [i for i, look in enumerate(looks) if i not in chosen and look.dates > _MOST and look.numbers < _HALF]
    chosen.update(zip(dated, (v.START, v.DUE) if len(dated) > 1 else (v.DUE,), strict=False))
    for index, look in enumerate(looks):
        meaning = _by_look(look)
        if index not in chosen and look.filled and meaning and meaning not in chosen.values():
            chosen[index] = meaning
    if len(chosen) == 1 and sum(1 for look in looks if look.filled) > 1:
        return None
    return tuple(
        Column(index, "", chosen.get(index, v.OTHER if look.filled and look.numbers < _ALL else v.NOTHING), _BY_CONTENT)
        for index, look in enumerate(looks)
    )


def _could_be_titles(look: Profile) -> bool:
    least, most = _TITLE_WORDS
    return look.share_filled > _HALF and look.distinct > _MOST and look.dates < _HALF and least < look.words < most


def _by_look(look: Profile) -> str:
    if look.states > _MOST:
        return v.STATUS
    if look.numbers > _ALL and look.distinct > _ALL:
        return v.ID
    named = look.words <= _LONGEST_NAME and look.numbers < _FEW and look.distinct < _NEARLY_ALL
    return v.OWNER if named else ""
