"""Tables in grids: where the header is, where one table ends and the next begins, and whether it is a plan at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.calendar_words import MONTHS
from launchplanner.formats.importers.columns import Column, headerless, meanings
from launchplanner.formats.importers.dates import read_when
from launchplanner.formats.importers.grids import Cell, Grid
from launchplanner.formats.importers.text import key_of, plain, words_of

_DEEPEST_HEADER: Final = 60
_LONGEST_HEADER: Final = 48
_FEWEST_KNOWN: Final = 0.34
_SECOND_HEADER: Final = 2.5
_FEWEST_NAMES: Final = 2
_MOST_NAMES: Final = 0.6
_AS_GOOD: Final = 0.8
_WEIGHT: Final = {
    v.OWNER: 0.8, v.RACI: 0.6, v.START: 0.5, v.DUE: 0.6, v.WHEN: 0.7, v.MONTH: 0.7, v.STATUS: 0.5, v.DURATION: 0.4,
    v.AFTER: 0.4, v.PHASE: 0.3, v.WEEK: 0.3, v.PROGRESS: 0.3, v.DELIVERABLE: 0.2, v.ID: 0.1,
}  # fmt: skip
_PLANNING: Final = frozenset(
    {v.OWNER, v.START, v.DUE, v.WHEN, v.MONTH, v.STATUS, v.DURATION, v.AFTER, v.PROGRESS, v.WEEK}
)
_SURE_TASK: Final = 0.75


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a grid: rows `first` to `last` (not included), by index; `header` are the rows with the names."""

    grid: Grid
    header: tuple[int, ...]
    first: int
    last: int
    columns: tuple[Column, ...]

    def column(self, meaning: str) -> int | None:
        """Return the index of the column with a meaning."""
        return next((column.index for column in self.columns if column.meaning == meaning), None)

    def all_columns(self, meaning: str) -> list[Column]:
        """Return the columns with a meaning."""
        return [column for column in self.columns if column.meaning == meaning]

    def confidence(self, meaning: str) -> float:
        """Return how sure it is that the table has a column with a meaning."""
        return max((column.confidence for column in self.columns if column.meaning == meaning), default=0.0)

    @property
    def score(self) -> float:
        """How much of a plan the table is; 0 for one without tasks."""
        task = self.confidence(v.TASK)
        if not task or self.first >= self.last:
            return 0.0
        return task + sum(weight for meaning, weight in _WEIGHT.items() if self.confidence(meaning))

    @property
    def is_plan(self) -> bool:
        """Whether its rows are work to do: a task column, and beside it what plans have and lists of facts lack."""
        task = self.confidence(v.TASK)
        if not task or self.first >= self.last:
            return False
        first = next((column.header for column in self.columns if column.header), "")
        if task < _SURE_TASK and v.is_elsewhere(first):
            return False
        named = {column.meaning for column in self.columns}
        beside = named & _PLANNING
        if task >= _SURE_TASK:
            return bool(beside) or bool(named & {v.PHASE, v.DELIVERABLE}) or len(self.columns) == 1
        return len(beside) >= 2 or bool(beside & {v.START, v.DUE, v.WHEN, v.MONTH})  # noqa: PLR2004

    @property
    def is_matrix(self) -> bool:
        """Whether it says who is responsible for what, by letters or by columns of names, and nothing about time."""
        has_letters = v.RACI in {column.meaning for column in self.columns}
        names = {key_of(column.header) for column in self.columns}
        named = {"accountable", "responsible"} <= names
        return bool(self.confidence(v.TASK)) and (has_letters or named) and self.first < self.last


def tables(grid: Grid, told: Mapping[str, str]) -> list[Table]:
    """Return the tables of a grid that have a header; a grid may hold several below each other."""
    starts = list(_headers(grid))
    found: list[Table] = []
    for number, header in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(grid.rows)
        found.append(_table(grid, header, end, told))
    return found


def table_without_header(grid: Grid) -> Table | None:
    """Return the whole grid as one table whose columns are told by what they hold, or None."""
    first = next((index for index, row in enumerate(grid.rows) if any(words_of(cell) for cell in row)), None)
    if first is None:
        return None
    columns = headerless(_columns(grid, first, len(grid.rows)))
    return Table(grid, (), first, len(grid.rows), columns) if columns else None


def _table(grid: Grid, header: tuple[int, ...], end: int, told: Mapping[str, str]) -> Table:
    first = header[-1] + 1
    names = _names(grid, header)
    return Table(grid, header, first, end, meanings(names, _columns(grid, first, end), {**grid.told, **told}))


def _columns(grid: Grid, first: int, end: int) -> list[list[Cell]]:
    width = max((len(row) for row in grid.rows), default=0)
    return [[row[index] if index < len(row) else None for row in grid.rows[first:end]] for index in range(width)]


def _names(grid: Grid, header: tuple[int, ...]) -> list[str]:
    width = max(len(row) for row in grid.rows)
    names: list[str] = []
    carried = ""
    for index in range(width):
        parts = [words_of(grid.rows[row][index]) if index < len(grid.rows[row]) else "" for row in header]
        if len(header) > 1:
            carried = parts[0] or carried
            parts[0] = parts[0] or (carried if parts[-1] else "")
        names.append(" ".join(part for part in parts if part))
    return names


def _headers(grid: Grid) -> Iterator[tuple[int, ...]]:
    if grid.header is not None:
        yield (grid.header,)
        yield from _later_headers(grid, grid.header)
        return
    early = [
        (index, score) for index, row in enumerate(grid.rows[:_DEEPEST_HEADER]) if (score := _header_score(row)) > 0
    ]
    if not early:
        return
    best = max(score for _index, score in early)
    first = next(index for index, score in early if score >= _AS_GOOD * best)
    yield _with_second_row(grid, first)
    yield from _later_headers(grid, first)


def _later_headers(grid: Grid, first: int) -> Iterator[tuple[int, ...]]:
    names = _row_key(grid.rows[first])
    told = grid.header is not None
    for index in range(first + 2, len(grid.rows)):
        row = grid.rows[index]
        # A later header needs to be as good, and to be another: a repeated one is left out as a row.
        as_good = not told and _names_columns(row) and _header_score(row) >= _SECOND_HEADER
        if (as_good or _begins_anew(grid, index, names)) and _row_key(row) != names:
            names = _row_key(row)
            yield _with_second_row(grid, index)


def _begins_anew(grid: Grid, index: int, names: tuple[str, ...]) -> bool:
    """Say whether a row after a blank one opens another table: it calls some columns what they are called above."""
    if any(words_of(cell) for cell in grid.rows[index - 1]):
        return False
    key = _row_key(grid.rows[index])
    same = sum(1 for name, above in zip(key, names, strict=False) if name and name == above)
    return same >= _FEWEST_NAMES and all(isinstance(cell, str) or cell is None for cell in grid.rows[index])


def _names_columns(row: tuple[Cell, ...]) -> bool:
    """Say whether most cells of a row are names of columns, as those of a second header are."""
    filled = [cell for cell in row if cell is not None and cell != ""]
    known = sum(1 for cell in filled if isinstance(cell, str) and len(cell) <= _LONGEST_HEADER and v.is_name(cell))
    return known >= _FEWEST_NAMES and known >= _MOST_NAMES * len(filled)


def _row_key(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(key_of(words_of(cell)) for cell in row)


def _header_score(row: tuple[Cell, ...]) -> float:
    texts = [plain(cell).line for cell in row if isinstance(cell, str) and cell.strip()]
    names = [text for text in texts if not _is_scale(text)]
    if not names or any(len(name) > _LONGEST_HEADER for name in names):
        return 0.0
    known = [each for each in (v.meanings_of(name) for name in names) if each]
    has_task = max((e.confidence for each in known for e in each if e.meaning == v.TASK), default=0.0)
    if not has_task or (has_task < 1 and len(known) < _FEWEST_KNOWN * len(names)):
        return 0.0
    if len(known) == 1:
        return 1.0 if has_task == 1.0 and len(texts) == 1 else (0.6 if has_task == 1.0 and len(names) > 1 else 0.0)
    return sum({each[0].meaning: each[0].confidence for each in known}.values()) + has_task


def _is_scale(text: str) -> bool:
    if key_of(text) in MONTHS or text.isdigit():
        return True
    when = read_when(text)
    return when is not None and not when.rest


def _with_second_row(grid: Grid, index: int) -> tuple[int, ...]:
    """Return the header with the row above or below that completes it, as "Planned" over "Start | End" does."""
    if index + 1 < len(grid.rows):
        below = grid.rows[index + 1]
        filled = [(place, words_of(cell)) for place, cell in enumerate(below) if words_of(cell)]
        known = [place for place, text in filled if v.meanings_of(text) and not isinstance(below[place], date)]
        title = _task_place(grid.rows[index])
        completes = [
            place for place in known if place >= len(grid.rows[index]) or not _is_task(grid.rows[index][place])
        ]
        if len(completes) >= 2 and len(known) >= 0.6 * len(filled) and title not in {place for place, _text in filled}:  # noqa: PLR2004
            return (index, index + 1)
    if index > 0:
        above = grid.rows[index - 1]
        filled = [words_of(cell) for cell in above if words_of(cell)]
        groups = {
            "planned",
            "plan",
            "actual",
            "actuals",
            "baseline",
            "forecast",
            "estimate",
            "estimated",
            "schedule",
            "dates",
            "timeline",
        }
        if filled and sum(1 for text in filled if key_of(text) in groups) >= 0.5 * len(filled):
            return (index - 1, index)
    return (index,)


def _task_place(row: tuple[Cell, ...]) -> int | None:
    return next((place for place, cell in enumerate(row) if _is_task(cell)), None)


def _is_task(cell: Cell) -> bool:
    return any(each.meaning == v.TASK for each in v.meanings_of(words_of(cell)))
