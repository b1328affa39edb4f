"""Cells as trackers write them: days with a month between slashes, counts of milliseconds, names with addresses."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from launchplanner.formats.importers.calendar_words import MONTHS
from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.importers.text import as_text
from launchplanner.plan.values import EARLIEST, LATEST

_SLASHED: Final = re.compile(
    r"(\d{1,2})[/ -]([^\W\d]{3,9})\.?[/ -](\d{2}|\d{4})(?:\s+\d{1,2}:\d\d(?:\s*[AP]M)?)?", re.I
)
_THOUSANDTHS: Final = re.compile(r"\d{12,13}(?:\.0+)?")
_CLOCK: Final = re.compile(r"\s+\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]M)?(?:\s*\((?:GMT|UTC)[^)]*\))?", re.I)
_ADDRESS: Final = re.compile(r"\s*\((?:https?://|[\w%./-]+\.(?:md|csv)\b)[^)]*\)")
_BRACKETS: Final = re.compile(r"^\[(.*)\]$", re.DOTALL)
_QUOTES: Final = re.compile(r"^[\"'](.*)[\"']$", re.DOTALL)
_LINK: Final = re.compile(r"(\d+)-(FS|SS|FF|SF)[=>]P(-?\d{1,5})D")
_MOST_HOURS: Final = 100_000
_MILLISECONDS: Final = 1000
_CENTURY: Final = 100


def day_text(cell: Cell) -> Cell:
    """Return a day in ISO form where a tracker writes it in its own way, and any other cell less its times of day."""
    text = as_text(cell).strip()
    if _THOUSANDTHS.fullmatch(text):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(float(text)))
        return moment.date() if EARLIEST < moment.date() < LATEST else cell
    match = _SLASHED.fullmatch(text)
    if match is not None and match[2].casefold() in MONTHS:
        year = int(match[3]) + (2000 if int(match[3]) < _CENTURY else 0)
        try:
            day = date(year, MONTHS[match[2].casefold()], int(match[1]))
        except ValueError:
            return cell
        return day if EARLIEST <= day <= LATEST else cell
    return _CLOCK.sub("", text) if isinstance(cell, str) else cell


def hours_text(cell: Cell, thousandths: int) -> Cell:
    """Return a length that is counted in seconds, or in milliseconds with 1000, as hours."""
    try:
        hours = float(as_text(cell)) / thousandths / 3600
    except (ValueError, OverflowError):
        return cell
    return f"{hours:.4g} h" if 0 < hours < _MOST_HOURS else None


def bare_names(cell: Cell) -> Cell:
    """Return names without the addresses of their pages and the brackets around the list."""
    if not isinstance(cell, str):
        return cell
    text = _ADDRESS.sub("", cell).strip()
    inside = _BRACKETS.match(text)
    if inside is None:
        return text
    return ", ".join(_QUOTES.sub(r"\1", part.strip()) for part in inside[1].split(",") if part.strip())


def level_text(cell: Cell) -> Cell:
    """Return how deep a number such as "1.2.3" stands; "1.20" that was read as 1.2 stands as deep."""
    text = as_text(cell).strip().rstrip(".")
    return str(text.count(".") + 1) if text else None


def link_text(cell: Cell) -> Cell:
    """Return references such as "4-FS=P1D" as "4FS+1d"."""
    if not isinstance(cell, str):
        return cell
    return _LINK.sub(lambda match: f"{match[1]}{match[2]}{int(match[3]):+d}d", cell)
