"""How long work takes, and how far it is, as people write it."""

import re
from dataclasses import dataclass
from math import ceil, isfinite
from typing import Final

from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.importers.text import words_of
from launchplanner.plan.work import LONGEST_DURATION

DAYS: Final = "days"
WEEKS: Final = "weeks"
HOURS: Final = "hours"
MONTHS: Final = "months"

_UNITS: Final = {
    DAYS: 1.0, WEEKS: 5.0, HOURS: 1 / 8, MONTHS: 20.0, "minutes": 1 / 480,
}  # fmt: skip
_DAYS: Final = (
    r"(?:business |working |work|man-?|person[- ]?)?days?|d|edays?|ed|tage?|t|jours?|j|días?|dias?|giorni|giorno|dagen"
    r"|dag|pd|md|日間?|天|일"
)
_UNIT_WORDS: Final = (
    (_DAYS, DAYS),
    (r"weeks?|wks?|w|wochen?|semaines?|sem|semanas?|settiman[ae]|weken|week|ew|週間?|周|주", WEEKS),
    (r"hours?|hrs?|h|eh|stunden?|std|heures?|horas?|ore|uur|時間|小时|시간", HOURS),
    (r"months?|mons?|mos?|monate?|mois|mes(?:es)?|m[êe]s|mesi|maanden|ヶ月|个月|개월", MONTHS),
    (r"minutes?|mins?|m", "minutes"),
)
_AMOUNT: Final = re.compile(
    r"(?P<n>\d+(?:[.,]\d+)?)(?:\s*(?:-|–|to)\s*(?P<m>\d+(?:[.,]\d+)?))?\s*(?P<unit>[^\W\d][^\d]*)?\??", re.I
)
_ISO: Final = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?")


@dataclass(frozen=True, slots=True)
class Length:
    """Working days, and whether that is more than was written because half a day still takes its day."""

    days: int
    rounded: bool = False


def unit_in(header: str) -> str:
    """Return the unit that a column's header names, days when it names none."""
    words = re.findall(r"[^\W\d_]+", header.casefold())
    for pattern, unit in _UNIT_WORDS[:4]:
        if any(
            re.fullmatch(pattern, word) for word in words if len(word) > 1 or header.casefold().endswith(f"({word})")
        ):
            return unit
    return DAYS


def read_length(cell: Cell, unit: str = DAYS) -> Length | None:
    """Return how long a cell says, in working days; None when it says nothing of the kind.

    Args:
        cell: a number or text.
        unit: what a number without a unit counts.
    """
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return _length(float(cell), unit)
    text = words_of(cell).casefold().strip(" ~≈<>")
    iso = _ISO.fullmatch(text.upper())
    if iso is not None and any(iso.groups()):
        weeks, days, hours, minutes = (int(part or 0) for part in iso.groups())
        return _length(weeks * 5.0 + days + hours / 8 + minutes / 480, DAYS)
    total, end, found = 0.0, 0, False
    for match in _AMOUNT.finditer(text):
        if text[end : match.start()].strip(" ,"):
            return None
        named = (match["unit"] or "").strip(" .?)(")
        known = _unit(named) if named else unit
        if known is None:
            return None
        total += float((match["m"] or match["n"]).replace(",", ".")) * _UNITS[known]
        end, found = match.end(), True
    return _length(total, DAYS) if found and not text[end:].strip(" .?") else None


def _unit(word: str) -> str | None:
    return next((unit for pattern, unit in _UNIT_WORDS if re.fullmatch(pattern, word)), None)


def _length(amount: float, unit: str) -> Length | None:
    days = amount * _UNITS[unit]
    if not isfinite(days) or not 0 <= days <= LONGEST_DURATION:
        return None
    return Length(ceil(round(days, 6)), rounded=not float(round(days, 6)).is_integer())


_PERCENT: Final = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")


def read_percent(cell: Cell, *, whole: bool) -> int | None:
    """Return progress in percent.

    Args:
        cell: a number, "40 %", or a ticked box.
        whole: whether plain numbers count from 0 to 100 and not from 0 to 1.
    """
    if isinstance(cell, bool):
        return 100 if cell else 0
    if isinstance(cell, int | float):
        share = float(cell) if whole else float(cell) * 100
        return round(share) if isfinite(share) and 0 <= share <= 100 else None  # noqa: PLR2004
    match = _PERCENT.search(words_of(cell))
    if match is not None:
        return min(100, round(float(match[1].replace(",", "."))))
    try:
        return read_percent(float(words_of(cell).replace(",", ".")), whole=whole)
    except ValueError:
        return None
