"""Tables written in HTML, as they stand in Markdown documents and on the clipboard."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from launchplanner.formats.importers.grids import DOCUMENT, Cell, Grid
from launchplanner.formats.importers.numbers import whole_number
from launchplanner.formats.limits import MOST_COLUMNS, MOST_ROWS
from launchplanner.words import _

_CELLS: Final = frozenset({"td", "th"})
_LONGEST_HEADING: Final = 200


_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "title"})
_UNSEEN: Final = frozenset({"script", "style", "template"})


@dataclass(slots=True)
class FoundTable:
    """A table: what stands above it, its rows, and the line on which each begins."""

    name: str
    rows: list[list[str]] = field(default_factory=list[list[str]])
    lines: list[int] = field(default_factory=list[int])


class TableParser(HTMLParser):
    """Collects the rows of tables; a table inside a cell counts as that cell's text.

    A cell that spans rows leaves blank cells below it, one that spans columns beside it.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[FoundTable] = []
        self.title = ""
        self._depth = 0
        self._in_cell = False
        self._spare = 0
        self._below: dict[int, int] = {}
        self._heading = ""
        self._in_heading = ""
        self._in_unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what a tag opens."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.found.append(FoundTable(self._heading))
                self._below = {}
        elif self._depth == 1 and tag == "tr" and len(self.found[-1].rows) < MOST_ROWS:
            self._close_row()
            self.found[-1].rows.append([])
            self.found[-1].lines.append(self.getpos()[0])
            self._in_cell = False
        elif self._depth == 1 and tag in _CELLS and self.found[-1].rows:
            self._open_cell(dict(attrs))
        elif tag in _UNSEEN:
            self._in_unseen += 1
        elif tag in _HEADINGS:
            self._in_heading, self._heading = tag, ""
        elif self._in_cell and tag == "input" and ("type", "checkbox") in attrs:
            self.handle_data("☑ " if "checked" in dict(attrs) else "☐ ")
        elif self._in_cell and tag in {"br", "p", "div", "li"}:
            self.handle_data("\n")

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        row = self.found[-1].rows[-1]
        self._skip_spanned(row)
        self._in_cell = len(row) < MOST_COLUMNS
        self._spare = _span(attributes.get("colspan"), MOST_COLUMNS) - 1
        rows = _span(attributes.get("rowspan"), MOST_ROWS)
        if self._in_cell:
            if rows > 1:
                self._below.update((len(row) + beside, rows) for beside in range(self._spare + 1))
            row.append("")

    def _skip_spanned(self, row: list[str]) -> None:
        while len(row) < MOST_COLUMNS and self._below.get(len(row), 0) > 0:
            row.append("")

    def _close_row(self) -> None:
        """Count down the cells that reach into the next row."""
        if self.found[-1].rows:
            self._below = {place: left - 1 for place, left in self._below.items() if left > 1}

    def handle_endtag(self, tag: str) -> None:
        """Close what a tag closes."""
        if tag == "table":
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in _CELLS and self._in_cell:
            self._in_cell = False
            self.found[-1].rows[-1].extend([""] * self._spare)
        elif tag in _UNSEEN:
            self._in_unseen = max(0, self._in_unseen - 1)
        elif tag == self._in_heading:
            self._close_heading()

    def _close_heading(self) -> None:
        self._heading = " ".join(self._heading.split())
        if self._in_heading == "caption" and self.found and self._heading:
            self.found[-1].name = self._heading
        if self._in_heading in {"title", "h1"}:
            self.title = self.title or self._heading
        self._in_heading = ""

    def handle_data(self, data: str) -> None:
        """Add words to the cell or heading that is open."""
        if self._in_unseen:
            return
        if self._in_heading:
            self._heading = (self._heading + data)[:_LONGEST_HEADING]
        elif self._in_cell and self._depth:
            self.found[-1].rows[-1][-1] += data


def _span(text: str | None, most: int) -> int:
    """Return how many rows or columns a cell spans; 1 for what is no number."""
    number = whole_number(text, 1, most)
    return number if number is not None else 1


def grids_of(parser: TableParser) -> tuple[Grid, ...]:
    """Return the tables that have cells as grids."""
    grids: list[Grid] = []
    for table in parser.found:
        rows: list[tuple[Cell, ...]] = [tuple(_tidy(cell) for cell in row) for row in table.rows]
        if any(rows):
            grids.append(Grid(table.name or _("Table"), tuple(rows), tuple(table.lines), DOCUMENT))
    return tuple(grids)


def _tidy(cell: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in cell.split("\n"))))


def without_html_tables(text: str) -> tuple[str, tuple[Grid, ...]]:
    """Return the text with its HTML tables blanked, and those tables as grids."""
    if "<table" not in text.casefold():
        return text, ()
    parser = TableParser()
    parser.feed(text)
    return _blanked(text), grids_of(parser)


def _blanked(text: str) -> str:
    kept: list[str] = []
    depth = 0
    for line in text.split("\n"):
        low = line.casefold()
        inside = depth > 0 or "<table" in low
        depth = max(0, depth + low.count("<table") - low.count("</table"))
        kept.append("" if inside else line)
    return "\n".join(kept)
