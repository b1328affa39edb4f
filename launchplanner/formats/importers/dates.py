"""Reading what cells and lines say about time."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import isfinite
from typing import Final

from launchplanner.formats.importers.calendar_words import PLACEHOLDERS
from launchplanner.formats.importers.date_patterns import PATTERNS
from launchplanner.formats.importers.moments import (
    DAY,
    DAY_FIRST,
    FROM_LAUNCH,
    MONTH_NUMBER,
    WEEK,
    YEARLESS,
    Moment,
    When,
)
from launchplanner.plan.values import EARLIEST, LATEST

_SERIALS: Final = range(29_221, 73_051)
"""Serial numbers of spreadsheets that are dates from 1980 to 2099."""
_EPOCH: Final = date(1899, 12, 30)
_MOST_COUNTED: Final = 2000
_LONGEST_LEAD: Final = 120
_BARE_PAIR: Final = re.compile(r"(\d{1,3})\s*[-–]\s*(\d{1,3})")
_LAUNCH_ITSELF: Final = re.compile(
    r"(?:on\s+)?(?:the\s+)?(?:launch|release|go[- ]?live)(?:\s*(?:day|date))?|day of launch|t", re.I
)
_BETWEEN: Final = re.compile(r"^\s*(?:-|–|—|→|->|to|until|till|through|thru|bis|à|au|al|hasta|até|〜|~)\s*$", re.I)
_OR_ELSE: Final = re.compile(r"^[^/]*/[^/]*$|^\s*\([^)]*\)\s*/?\s*$|^\s*(?:or|=)\s*$")
_AFTER_DATE: Final = re.compile(r"[)\]]?(?:\s*(?P<mark>[:—–•|]|-(?=\s)|->|→)\s*|\s+|$)")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    when: When


def is_placeholder(text: str) -> bool:
    """Say whether a date cell says that there is no date yet."""
    return " ".join(text.casefold().split()).strip("()[]_*<>. ") in PLACEHOLDERS or not text.strip("()[]_*<>.-–— ")


def read_when(cell: object, order: str = DAY_FIRST, *, bare_numbers: str = "") -> When | None:
    """Return what a cell says about time, or None when it says nothing that can be placed.

    Args:
        cell: a date, a number or text.
        order: which comes first in "03/04/2027", the day or the month.
        bare_numbers: what a plain number counts, such as WEEK; "" takes only serial numbers of spreadsheets.
    """
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, date):
        return When(Moment(DAY, cell), text=cell.isoformat()) if EARLIEST <= cell <= LATEST else None
    if isinstance(cell, int | float):
        return _read_number(float(cell), bare_numbers)
    text = str(cell).strip()
    return _read_words(text, order, bare_numbers) if text and not is_placeholder(text) else None


def _read_words(text: str, order: str, bare_numbers: str) -> When | None:
    if re.fullmatch(r"-?\d{1,5}(?:\.0+)?", text):
        return _read_number(float(text), bare_numbers)
    pair = _BARE_PAIR.fullmatch(text) if bare_numbers else None
    if pair is not None:
        return When(Moment(bare_numbers, number=int(pair[1])), Moment(bare_numbers, number=int(pair[2])), text=text)
    return _read_text(text, order)


def _read_number(number: float, meaning: str) -> When | None:
    if not isfinite(number):
        return None
    whole = int(number)
    if not meaning:
        return When(Moment(DAY, _EPOCH + timedelta(days=whole)), text=str(whole)) if whole in _SERIALS else None
    if abs(whole) >= _MOST_COUNTED:
        return None
    moment = Moment(meaning, number=whole)
    return When(moment, moment if meaning in {WEEK, MONTH_NUMBER} else None, text=str(whole))


@lru_cache(maxsize=65_536)
def _read_text(text: str, order: str) -> When | None:
    found = sorted(_all_found(text, order), key=lambda each: (each.start, -each.end))
    kept: list[_Found] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    if not kept:
        return None
    first = kept[0]
    rest = text[: first.start] + " " + text[kept[-1].end :]
    if first.when.last is None and len(kept) > 1:
        second = kept[1]
        gap = text[first.end : second.start]
        if _BETWEEN.match(gap):
            last = second.when.last or second.when.first
            return When(first.when.first, last, _tidy(text[: first.start] + " " + text[second.end :]), text)
        if _OR_ELSE.match(gap) and second.when.first.kind in {DAY, YEARLESS}:
            days = {(each.when.first.day, each.when.first.month, each.when.first.day_of_month) for each in kept}
            return When(first.when.first, None, _tidy(rest), text, two_days=len(days) > 1)
    return When(first.when.first, first.when.last, _tidy(text[: first.start] + " " + text[first.end :]), text)


def leading_when(text: str, order: str = DAY_FIRST) -> tuple[When, str] | None:
    """Return the time that a line begins with and the words after it, or None.

    A week or day number counts only before a colon or dash: "Week 3: pricing", but not "Day 1-7 readout".
    """
    head = text[:_LONGEST_LEAD]
    lead = len(head) - len(head.lstrip(" (["))
    found = [each for each in _all_found(head, order) if each.start <= lead]
    if not found:
        return None
    first = max(found, key=lambda each: each.end)
    later = [each for each in _all_found(head, order) if each.start >= first.end]
    when, end = first.when, first.end
    if when.last is None and later:
        second = min(later, key=lambda each: (each.start, -each.end))
        if _BETWEEN.match(head[end : second.start]):
            when, end = When(when.first, second.when.last or second.when.first), second.end
        elif _OR_ELSE.match(head[end : second.start]) and "/" in head[end : second.start]:
            when, end = When(when.first, two_days=when.first.day != second.when.first.day), second.end
    match = _AFTER_DATE.match(text[end:])
    if match is None or (when.first.kind not in {DAY, YEARLESS, FROM_LAUNCH} and not match["mark"]):
        return None
    return When(when.first, when.last, text=text[:end], two_days=when.two_days), text[end + match.end() :]


def _tidy(text: str) -> str:
    words = " ".join(text.replace("[", " ").replace("]", " ").split()).strip(" ,;:-–—()/.")
    return (
        ""
        if re.fullmatch(
            r"(?i)(?:\d{1,2}:\d{2}\s*)?(?:utc|pdt|pst|gmt|cet|by|on|due|eod|cob|end of day|at|the|until|till)?", words
        )
        else words
    )


def _all_found(text: str, order: str) -> list[_Found]:
    found: list[_Found] = []
    for pattern, read in PATTERNS:
        for match in pattern.finditer(text):
            when = read(match, order)
            if when is not None:
                found.append(_Found(match.start(), match.end(), when))
    if not found and _LAUNCH_ITSELF.fullmatch(text.strip(" .:")):
        found.append(_Found(0, len(text), When(Moment(FROM_LAUNCH))))
    return found
