"""Pieces of a report put on pages: none is cut, a table's head comes again, and no heading stands alone at the foot."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtGui import QPainter

Draw = Callable[[QPainter, float], None]

FOOT: Final = 60.0
"""Height kept free for the footer, from the lower edge of the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a height that is drawn whole at the top it is given.

    `space` is kept free above it, unless it opens a page. `stays` keeps it on the page of the next piece. `head` is
    drawn again above it where it opens a page.
    """

    height: float
    draw: Draw
    space: float = 0.0
    stays: bool = False
    head: "Piece | None" = None


@dataclass(slots=True)
class Page:
    """Pieces with their tops."""

    section: int
    is_first: bool
    placed: list[tuple[float, Piece]] = field(default_factory=list[tuple[float, Piece]])


@dataclass(frozen=True, slots=True)
class Room:
    """Where the pieces of a page may stand; `later` is the top of pages that have a running head."""

    top: float
    later: float
    bottom: float


def paged(sections: Iterable[list[Piece]], room: Room) -> list[Page]:
    """Return the pages of sections, each of which begins on a new one."""
    pages: list[Page] = []
    for number, pieces in enumerate(sections):
        pages += _pages_of(number, pieces, room)
    return pages


def _pages_of(section: int, pieces: list[Piece], room: Room) -> list[Page]:
    page = Page(section, is_first=True)
    pages = [page]
    y = room.top
    for group in _groups(pieces):
        needed = sum(piece.space + piece.height for piece in group)
        if page.placed and y + needed > room.bottom:
            page = Page(section, is_first=False)
            pages.append(page)
            y = _continue(page, group[0], room.later)
        for piece in group:
            y += piece.space if page.placed else 0
            page.placed.append((y, piece))
            y += piece.height
    return pages


def _continue(page: Page, first: Piece, y: float) -> float:
    if first.head is None:
        return y
    page.placed.append((y, first.head))
    return y + first.head.height


def _groups(pieces: list[Piece]) -> Iterable[list[Piece]]:
    """Return pieces that must share a page: each that stays, with the one it stays with."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.stays:
            yield group
            group = []
    if group:
        yield group
