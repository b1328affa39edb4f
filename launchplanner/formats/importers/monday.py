"""Boards of monday as they are exported: a title and a header above each group, subitems with headers of their own."""

from dataclasses import replace
from typing import Final

from launchplanner.formats.importers.grids import Cell, Grid
from launchplanner.formats.importers.text import key_of, words_of

_NAME: Final = "name"
_SUBITEMS: Final = "subitems"


def flattened(grid: Grid, header: int) -> Grid:
    """Return the board as one table with columns for group and parent; `header` is the index of the first header."""
    names = [words_of(cell) for cell in grid.rows[header]]
    if _NAME not in map(key_of, names):
        return grid
    board = _Board(grid, names)
    for index in range(len(grid.rows)):
        board.read(index)
    above = grid.rows[: max(header - 1, 0)]
    rows = (*above, (*names, "Group", "Parent"), *(tuple(row) for _line, row in board.rows))
    lines = (*grid.lines[: len(above)], grid.lines[header], *(line for line, _row in board.rows))
    return replace(grid, rows=rows, lines=lines, merges=())


class _Board:
    def __init__(self, grid: Grid, names: list[str]) -> None:
        self._grid = grid
        self._names = list(map(key_of, names))
        self._title = self._names.index(_NAME)
        self._group = ""
        self._item = ""
        self._is_begun = False
        self._sub: list[str] = []
        self.rows: list[tuple[int, list[Cell]]] = []

    def read(self, index: int) -> None:
        """Read one row of the sheet."""
        row = self._grid.rows[index]
        keys = [key_of(words_of(cell)) for cell in row]
        if not any(keys):
            self._sub = []
        elif self._is_header(keys):
            self._group, self._sub, self._is_begun = self._title_above(index), [], True
        elif keys[0] == _SUBITEMS and _NAME in keys:
            self._sub = keys
        elif self._is_begun:
            self._add(row, keys, self._grid.lines[index])

    def _is_header(self, keys: list[str]) -> bool:
        return keys[: len(self._names)] == self._names

    def _title_above(self, index: int) -> str:
        above = [words_of(cell) for cell in self._grid.rows[index - 1]] if index else []
        filled = [text for text in above if text]
        if len(filled) != 1:
            return ""
        if self.rows and self.rows[-1][0] == self._grid.lines[index - 1]:
            self.rows.pop()
        return filled[0]

    def _add(self, row: tuple[Cell, ...], keys: list[str], line: int) -> None:
        width = len(self._names)
        if self._sub and not keys[0]:
            known = {name: row[place] for place, name in enumerate(self._sub) if place < len(row) and name}
            cells = [known.get(name) for name in self._names]
            self.rows.append((line, [*cells, self._group, self._item]))
            return
        self._sub = []
        self._item = words_of(row[self._title]) if self._title < len(row) else ""
        self.rows.append((line, [*row[:width], *[None] * (width - len(row[:width])), self._group, None]))
