"""Tables on paper: rows that are never cut, hairlines between them, and a head that is repeated on each page."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QPainter

from launchplanner.formats.exporters.pdf import signs
from launchplanner.formats.exporters.pdf.pages import Piece
from launchplanner.formats.exporters.pdf.type import MEDIUM, PITCH, Setting, Style
from launchplanner.reports.blocks import Cell, Column, Face, Grid, Owner, Run, Sign, Text, Ticks
from launchplanner.reports.palette import INK, LINE, MUTED

_GAP: Final = 10.0
_PADDING: Final = 7.5
_SMALLEST_ROW: Final = 29.0
_FACE: Final = 8.0
_FACE_ROOM: Final = 23.0
_TICK_STEP: Final = 23.0
_SIGN_ROOM: Final = 7.0
_SIZE: Final = 11.0
_SMALL: Final = 10.0
_HEAD: Final = Style(9.5, 12, MEDIUM, colour=MUTED)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column stands, without the gap to the next."""

    x: float
    width: float
    column: Column


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell ready to be drawn: its words, or nothing but signs."""

    place: _Place
    words: Setting | None = None
    face: Face | None = None
    ticks: Ticks | None = None
    severity: str = ""

    @property
    def height(self) -> float:
        return self.words.height if self.words else PITCH

    def draw(self, painter: QPainter, middle: float) -> None:
        """Draw it around a middle."""
        self._draw_signs(painter, middle)
        if self.words is not None:
            self.words.draw(painter, self._text_at, middle - self.words.height / 2)

    def draw_lines(self, painter: QPainter, top: float, lines: range) -> None:
        """Draw some of its lines from a top, and its signs beside the first."""
        if lines.start == 0:
            self._draw_signs(painter, top + PITCH / 2)
        if self.words is not None:
            self.words.draw(painter, self._text_at, top, lines)

    @property
    def _text_at(self) -> float:
        return self.place.x + (_FACE_ROOM if self.face is not None else 0.0)

    def _draw_signs(self, painter: QPainter, middle: float) -> None:
        if self.face is not None:
            signs.face(painter, self.face, self.place.x + _FACE, middle, _FACE)
        if self.ticks is not None:
            self._draw_ticks(painter, self.ticks, middle)
        if self.severity:
            signs.sign(painter, self.severity, self.place.x + _SIGN_ROOM, middle)

    def _draw_ticks(self, painter: QPainter, ticks: Ticks, middle: float) -> None:
        width = signs.BOX_SIZE + _TICK_STEP * (len(ticks.boxes) - 1)
        is_first = self.place.x == 0
        x = 0.0 if is_first else self.place.x + (self.place.width - width) / 2
        for number, box in enumerate(ticks.boxes):
            signs.box(painter, x + number * _TICK_STEP, middle - signs.BOX_SIZE / 2, ticked=box.ticked)


def table(grid: Grid, width: float, page: float) -> list[Piece]:
    """Return the pieces of a table in a width; `page` is the height beyond which no piece may be."""
    places = _places(grid.columns, width)
    head = _head(places, width) if grid.headed and any(column.title for column in grid.columns) else _rule(width)
    pieces = [head]
    for row in grid.rows:
        pieces += _row(row, places, width, head, page - head.height)
    return pieces


def _places(columns: tuple[Column, ...], width: float) -> list[_Place]:
    whole = sum(column.width for column in columns)
    places: list[_Place] = []
    x = 0.0
    for number, column in enumerate(columns):
        share = width * column.width / whole
        gap = 0.0 if number == len(columns) - 1 else _GAP
        places.append(_Place(x, share - gap, column))
        x += share
    return places


def _head(places: list[_Place], width: float) -> Piece:
    heads = [
        (place, Setting(((Run(place.column.title),),), place.width, _side(_HEAD, place.column))) for place in places
    ]
    height = max(setting.height for _place, setting in heads) + 7

    def draw(painter: QPainter, top: float) -> None:
        for place, setting in heads:
            setting.draw(painter, place.x, top + height - 6 - setting.height)
        signs.line(painter, (0, top + height), (width, top + height), INK, 1.2)

    return Piece(height, draw, space=5, stays=True)


def _rule(width: float) -> Piece:
    def draw(painter: QPainter, top: float) -> None:
        signs.line(painter, (0, top + 2), (width, top + 2), INK, 1.2)

    return Piece(2, draw, space=4, stays=True)


def _row(row: tuple[Cell, ...], places: list[_Place], width: float, head: Piece, page: float) -> list[Piece]:
    cells = [_cell(cell, place) for cell, place in zip(row, places, strict=True)]
    inside = max(cell.height for cell in cells)
    height = max(inside + 2 * _PADDING, _SMALLEST_ROW)
    if height > page:
        return _slices(cells, inside, width, head, page)

    def draw(painter: QPainter, top: float) -> None:
        for cell in cells:
            cell.draw(painter, top + height / 2)
        signs.line(painter, (0, top + height), (width, top + height), LINE, 1)

    return [Piece(height, draw, head=head)]


def _slices(cells: list[_Cell], inside: float, width: float, head: Piece, page: float) -> list[Piece]:
    """Return a row longer than a page as slices of whole lines."""
    lines = round(inside / PITCH)
    step = int((page - 2 * _PADDING) // PITCH)
    return [_slice(cells, range(start, min(start + step, lines)), width, head) for start in range(0, lines, step)]


def _slice(cells: list[_Cell], lines: range, width: float, head: Piece) -> Piece:
    height = len(lines) * PITCH + 2 * _PADDING

    def draw(painter: QPainter, top: float) -> None:
        for cell in cells:
            cell.draw_lines(painter, top + _PADDING, lines)
        signs.line(painter, (0, top + height), (width, top + height), LINE, 1)

    return Piece(height, draw, head=head)


def _cell(cell: Cell, place: _Place) -> _Cell:
    match cell:
        case Ticks():
            return _Cell(place, ticks=cell)
        case Sign():
            return _Cell(place, severity=cell.severity)
        case Owner():
            return _Cell(place, Setting(cell.lines, place.width - _FACE_ROOM, _style(cell, place.column)), cell.face)
        case Text():
            return _Cell(place, Setting(cell.lines, place.width, _style(cell, place.column)))


def _style(cell: Text | Owner, column: Column) -> Style:
    """Return a smaller size for what stands back as a whole, such as numbers and evidence."""
    tones = {run.tone for words in cell.lines for run in words}
    return _side(Style(_SMALL if tones == {"muted"} else _SIZE, PITCH), column)


def _side(style: Style, column: Column) -> Style:
    return Style(style.size, style.pitch, style.weight, style.strong, style.colour, column.align)
