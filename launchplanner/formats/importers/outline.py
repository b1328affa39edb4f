"""How deep each row of a table stands: by a level column, by leading blanks, or by numbers such as 1.2.3."""

import re
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.tables import Table
from launchplanner.formats.importers.text import as_text, plain, words_of

_FEWEST_PEOPLE: Final = 4
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)*\.?")


def levels_of(table: Table, rows: list[int]) -> dict[int, int]:
    """Return the depth of rows, from 0; empty when the table is flat."""
    for levels in (_from_column(table, rows), _from_indent(table, rows), _from_numbers(table, rows)):
        if levels and len(set(levels.values())) > 1:
            low = min(levels.values())
            return {row: level - low for row, level in levels.items()}
    return {}


def _cells(table: Table, rows: list[int], meaning: str) -> dict[int, str]:
    column = table.column(meaning)
    if column is None:
        return {}
    return {row: as_text(table.grid.rows[row][column]) for row in rows if column < len(table.grid.rows[row])}


def _from_column(table: Table, rows: list[int]) -> dict[int, int]:
    levels = {row: words_of(text) for row, text in _cells(table, rows, v.LEVEL).items()}
    if not levels or not all(text.isdigit() for text in levels.values()):
        return {}
    return {row: int(text) for row, text in levels.items()}


def _from_indent(table: Table, rows: list[int]) -> dict[int, int]:
    indents = {row: plain(text).indent for row, text in _cells(table, rows, v.TASK).items()}
    steps = sorted(set(indents.values()))
    # A single blank before a title is a slip of the hand, not a level.
    if len(steps) < 2 or steps[1] < 2:  # noqa: PLR2004
        return {}
    return {row: steps.index(indent) for row, indent in indents.items()}


def _from_numbers(table: Table, rows: list[int]) -> dict[int, int]:
    numbers = {row: words_of(text).rstrip(".") for row, text in _cells(table, rows, v.ID).items()}
    if not numbers or not all(_NUMBER.fullmatch(text) for text in numbers.values()):
        return {}
    known = set(numbers.values())
    children = [text for text in known if "." in text]
    if not children or not all(text.rpartition(".")[0] in known for text in children):
        return {}
    return {row: text.count(".") for row, text in numbers.items()}


def people_below(table: Table, rows: list[int], levels: dict[int, int]) -> dict[int, int]:
    """Return the rows that name who works on the task above them, each with the row of that task.

    Reports of work per task put people one level below each task: rows without a date, the same few names again and
    again, where the tasks above have dates.
    """
    columns = [place for meaning in (v.START, v.DUE) if (place := table.column(meaning)) is not None]
    title = table.column(v.TASK)
    if not columns or not levels or title is None:
        return {}

    def is_dated(row: int) -> bool:
        cells = table.grid.rows[row]
        return any(place < len(cells) and words_of(cells[place]) for place in columns)

    found: dict[int, int] = {}
    above: list[int] = []
    for row in rows:
        above = [each for each in above if levels[each] < levels[row]]
        if above and not is_dated(row) and is_dated(above[-1]):
            found[row] = above[-1]
        above.append(row)
    names = [words_of(table.grid.rows[row][title]) for row in found]
    undated = sum(1 for row in rows if not is_dated(row))
    if len(names) < _FEWEST_PEOPLE or undated > len(names) or len(set(names)) > len(names) / 2:
        return {}
    return found
