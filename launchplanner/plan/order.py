"""Sort positions that leave room between any two: moving one row changes that row alone.

A position is a string of base-62 digits read as a fraction. Rows compare by (position, id), so two people who
insert at the same place in two copies of a plan still agree on one order after a merge.
Source: David Greenspan, "Implementing Fractional Indexing", 2020 (the idea; the code is our own).
"""

from collections.abc import Iterable

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def position_between(before: str, after: str) -> str:
    """Return a position after `before` and ahead of `after`; "" stands for the open end on either side.

    Positions that two merged copies left equal or crossed have nothing between them: the answer then follows `before`.
    """
    if after and before >= after:
        after = ""
    result = ""
    for place in range(max(len(before), len(after)) + 2):
        low = _digit(before, place, 0)
        high = _digit(after, place, 0) if after else _BASE
        if high - low > 1:
            return result + _DIGITS[(low + high) // 2]
        result += _DIGITS[low]
        if high != low:
            after = ""  # the answer is already below it: only `before` bounds the rest
    return result + _DIGITS[_BASE // 2]


def _digit(position: str, place: int, missing: int) -> int:
    return max(_DIGITS.find(position[place]), 0) if place < len(position) else missing


def positions(count: int) -> list[str]:
    """Return `count` rising positions of equal length with room around each."""
    width = 1
    while _BASE**width < 2 * count + 2:
        width += 1
    step = _BASE**width // (count + 1)
    return [_digits((index + 1) * step, width) for index in range(count)]


def _digits(number: int, width: int) -> str:
    text = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        text = _DIGITS[digit] + text
    return text.rstrip("0") or "0"


def last_position(taken: Iterable[str]) -> str:
    """Return a position after all that are taken."""
    return position_between(max(taken, default=""), "")
