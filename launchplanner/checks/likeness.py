"""Names that look alike: one or two letters apart, written with letters of another alphabet, or shortened.

To find pairs without comparing everybody with everybody, each name is filed under what is left of it when letters are
taken out; two names that are close meet under one such key. Source of the idea: Mor and Fraenkel, "A hash code method
for detecting and correcting spelling errors", 1982.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, zip_longest
from typing import Final

from launchplanner.checks.owners.folding import fold

# Letters of Cyrillic and Greek that look like Latin ones in most typefaces, after folding of case.
_TWINS: Final = str.maketrans("авеіјкмнорстухѕԁԛԝһαεικνορτυχ", "abeijkmhopctyxsdqwhaeikvoptux")
_LONG: Final = 9
_SHORT: Final = 5
_LONGEST: Final = 40


def look_alikes(names: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids whose names look alike, the fuller or earlier name first, each with the fullest before it."""
    filed: dict[str, list[int]] = {}
    shapes = [_shape(name) for _id, name in names]
    for place, shape in enumerate(shapes):
        keys = _keys(shape)
        met = {other for key in keys for other in filed.get(key, ())}
        for other in sorted(met, key=lambda one: (-shapes[one].count(" "), one)):
            if _is_alike(shapes[other], shape):
                fuller = (other, place) if shapes[other].count(" ") >= shape.count(" ") else (place, other)
                yield names[fuller[0]][0], names[fuller[1]][0]
                break
        for key in keys:
            filed.setdefault(key, []).append(place)


def like(name: str, names: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids of those among `names` that look like a name, in their order, each once."""
    shape = _shape(name)
    return list(dict.fromkeys(key for key, other in names if _is_alike(shape, _shape(other))))


@lru_cache(maxsize=2000)
def _shape(name: str) -> str:
    return " ".join(fold(name).translate(_TWINS).replace(".", " ").replace("-", " ").split())


@lru_cache(maxsize=2000)
def _keys(shape: str) -> frozenset[str]:
    """Return what is left of a name after taking out up to as many letters as it may be apart, and its short forms."""
    left = shape.replace(" ", "")
    reach = _reach(left)
    found = {left} if left else set[str]()
    for count in range(1, reach + 1):
        found.update(
            "".join(letter for place, letter in enumerate(left) if place not in out)
            for out in combinations(range(len(left)), count)
        )
    words = shape.split()
    if words:
        found.update({f"first:{words[0]}", f"last:{words[-1]}"})
    return frozenset(found)


def _reach(letters: str) -> int:
    """Return how many letters apart a name of this length may be and still look like a slip."""
    if not _SHORT <= len(letters) <= _LONGEST:
        return 0
    return 2 if len(letters) >= _LONG else 1


def _is_alike(one: str, other: str) -> bool:
    words, others = one.split(), other.split()
    if not words or not others:
        return False
    if len(words) != len(others) and min(len(words), len(others)) == 1:
        return _is_part(words, others)
    pairs = list(zip_longest(words, others, fillvalue=""))
    if any(len(word) <= 1 and len(more) <= 1 and word != more for word, more in pairs):
        return False  # "Person A" and "Person B": an initial is there to tell two apart
    if any(word != more and _digits(word) != _digits(more) for word, more in pairs):
        return False
    if len(words) == len(others) > 1 and words[1:] == others[1:] and 1 in {len(words[0]), len(others[0])}:
        return words[0][0] == others[0][0]  # "T. Brandt" and "Tessa Brandt"
    letters, more_letters = "".join(words), "".join(others)
    allowed = min(_reach(letters), _reach(more_letters))
    return _distance(letters, more_letters, allowed) <= allowed


def _is_part(words: list[str], others: list[str]) -> bool:
    """Say whether the one is only a given name or a surname of the other: "Tessa" and "Tessa Brandt"."""
    short, full = sorted((words, others), key=len)
    return len(short[0]) > 2 and short[0] in {full[0], full[-1]}  # noqa: PLR2004 - two letters are initials


def _digits(word: str) -> str:
    return "".join(letter for letter in word if letter.isdigit())


def _distance(one: str, other: str, enough: int) -> int:
    """Return how many letters must be put in, taken out, changed or swapped; more than `enough` is not told apart."""
    if abs(len(one) - len(other)) > enough:
        return enough + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        above, before, row = before, row, [place]
        for column, more in enumerate(other, start=1):
            cost = min(row[-1] + 1, before[column] + 1, before[column - 1] + (letter != more))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == more:
                cost = min(cost, above[column - 2] + 1)
            row.append(cost)
        if min(row) > enough:
            return enough + 1
    return row[-1]
