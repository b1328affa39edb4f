"""Tables written in HTML, as they stand in Markdown documents and on the clipboard."""

from html.parser import HTMLParser
from typing import Final

from launchplanner.formats.importers.grids import DOCUMENT, Cell, Grid
from launchplanner.formats.limits import MOST_COLUMNS, MOST_ROWS
from launchplanner.words import _

_CELLS: Final = frozenset({"td", "th"})


class _Tables(HTMLParser):
    """Collects the rows of tables; a table inside a cell counts as that cell's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, list[list[str]], list[int]]] = []
        self._depth = 0
        self._in_cell = False
        self._spare = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.found.append((self.getpos()[0], [], []))
        elif self._depth == 1 and tag == "tr" and len(self.found[-1][1]) < MOST_ROWS:
            self.found[-1][1].append([])
            self.found[-1][2].append(self.getpos()[0])
            self._in_cell = False
        elif self._depth == 1 and tag in _CELLS and self.found[-1][1]:
            row = self.found[-1][1][-1]
            self._in_cell = len(row) < MOST_COLUMNS
            if self._in_cell:
                row.append("")
            span = next((value for name, value in attrs if name == "colspan"), None) or "1"
            self._spare = int(span) - 1 if span.isdigit() and int(span) <= MOST_COLUMNS else 0
        elif tag == "br" and self._in_cell:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in _CELLS and self._in_cell:
            self._in_cell = False
            self.found[-1][1][-1].extend([""] * self._spare)

    def handle_data(self, data: str) -> None:
        if self._in_cell and self._depth:
            self.found[-1][1][-1][-1] += data


def without_html_tables(text: str) -> tuple[str, tuple[Grid, ...]]:
    """Return the text with its HTML tables blanked, and those tables as grids."""
    if "<table" not in text.casefold():
        return text, ()
    parser = _Tables()
    parser.feed(text)
    grids: list[Grid] = []
    for _line, rows, lines in parser.found:
        cells: list[tuple[Cell, ...]] = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
        if cells:
            grids.append(Grid(_("Table"), tuple(cells), tuple(lines), DOCUMENT))
    return _blanked(text), tuple(grids)


def _blanked(text: str) -> str:
    kept: list[str] = []
    depth = 0
    for line in text.split("\n"):
        low = line.casefold()
        inside = depth > 0 or "<table" in low
        depth = max(0, depth + low.count("<table") - low.count("</table"))
        kept.append("" if inside else line)
    return "\n".join(kept)
