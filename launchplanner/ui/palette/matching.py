"""Finding names by a few of their letters, in order: the best fit first."""

from dataclasses import dataclass

_WORD_START = 8
_NEXT_TO_LAST = 5
_ANY = 1
_WHOLE_WORD_BONUS = 12


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text fits what was typed, and which of its letters were met."""

    score: int
    places: tuple[int, ...]


def match(typed: str, text: str) -> Match | None:
    """Return how `text` fits `typed`, whose letters must occur in order; None when they do not.

    Letters at the start of a word and next to each other count more. Words typed are looked for as a whole first.
    """
    wanted, lowered = typed.casefold().replace(" ", ""), text.casefold()
    if len(lowered) != len(text):
        lowered = text.lower() if len(text.lower()) == len(text) else text
    start = lowered.find(typed.casefold().strip())
    if typed.strip() and start >= 0:
        at_word = start == 0 or not lowered[start - 1].isalnum()
        length = len(typed.strip())
        score = length * _NEXT_TO_LAST + (_WHOLE_WORD_BONUS if at_word else _ANY)
        return Match(score * 2 - len(text) // 8, tuple(range(start, start + length)))
    places: list[int] = []
    score, place = 0, 0
    for letter in wanted:
        found = _best(lowered, letter, place, places)
        if found < 0:
            return None
        follows = bool(places) and found == places[-1] + 1
        at_word = found == 0 or not lowered[found - 1].isalnum()
        score += _NEXT_TO_LAST if follows else _WORD_START if at_word else _ANY
        places.append(found)
        place = found + 1
    return Match(score - len(text) // 8, tuple(places))


def _best(text: str, letter: str, start: int, places: list[int]) -> int:
    """Return where to take the letter: right after the last one, else at the start of a word, else anywhere."""
    if places and start < len(text) and text[start] == letter:
        return start
    place = text.find(letter, start)
    first = place
    while place >= 0:
        if place == 0 or not text[place - 1].isalnum():
            return place
        place = text.find(letter, place + 1)
    return first
