"""Rows to and from spreadsheets, as text with tabs and as a table of HTML; no Qt here.

What people wrote never becomes a formula in the spreadsheet that it is pasted into.
"""

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Final

from launchplanner.app.analysis import Snapshot
from launchplanner.formats.safety import csv_cell, hypertext, looks_like_formula, one_line
from launchplanner.reports.task_table import TaskTable
from launchplanner.ui.tasks.cells import Outcome, Wish, outcome, text_of
from launchplanner.ui.tasks.columns import CHECK, DAYS, DUE, FLOAT, HELPS, START
from launchplanner.words import ngettext

_LARGEST: Final = 2_000_000
"""Characters that are looked at: a clipboard can hold anything."""


def copied(snapshot: Snapshot, table: TaskTable, keys: Sequence[str], columns: Sequence[int]) -> tuple[str, str]:
    """Return rows as text with tabs, and as a table of HTML. Days are ISO dates, which every spreadsheet reads."""
    shown = [column for column in columns if column != CHECK]
    grid = [[_cell(snapshot, table, key, column) for column in shown] for key in keys]
    text = "\n".join("\t".join(row) for row in grid)
    lines = "".join(f"<tr>{''.join(f'<td>{hypertext(cell)}</td>' for cell in row)}</tr>" for row in grid)
    return text, f'<meta charset="utf-8"><table>{lines}</table>'


def grid_of(text: str) -> list[list[str]]:
    """Return the cells of a text with tabs, as spreadsheets put it on the clipboard: quoted where lines break."""
    plain = text[:_LARGEST].replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").replace("\0", "")
    if not plain:
        return []
    rows = (
        csv.reader(StringIO(plain), delimiter="\t")
        if '"' in plain
        else (line.split("\t") for line in plain.split("\n"))
    )
    return [[_unguarded(cell) for cell in row] or [""] for row in rows]


def pasted(
    snapshot: Snapshot, grid: Sequence[Sequence[str]], keys: Sequence[str], columns: Sequence[int], selected: int
) -> Outcome:
    """Return what it comes to when a grid is put into cells.

    Args:
        snapshot: the plan with its schedule.
        grid: the rows of cells.
        keys: the tasks from the first row down, as they are shown.
        columns: the columns from the first cell to the right, as they are shown.
        selected: how many rows are selected; one single cell fills the same column of all of them.
    """
    if len(grid) == 1 and len(grid[0]) == 1:
        grid = [grid[0]] * max(selected, 1)
    wishes: list[Wish] = []
    for key, row in zip(keys, grid, strict=False):
        wishes += [
            Wish(key, column, text)
            for column, text in zip(columns, row, strict=False)
            if text != text_of(snapshot, key, column)
        ]
    count = len(wishes)
    found = outcome(snapshot, wishes, ngettext("Paste {n} cell", "Paste {n} cells", count).format(n=count))
    return Outcome(found.edit, found.changed, found.followers, (*found.refusals, *_beyond(grid, keys, columns)))


def _cell(snapshot: Snapshot, table: TaskTable, key: str, column: int) -> str:
    row = table.row(key)
    if column in {START, DUE}:
        return (row.start if column == START else row.due).isoformat()
    if column in {DAYS, FLOAT}:
        number = row.days if column == DAYS else row.slack
        return "" if number is None else str(number)
    return csv_cell(one_line(row.helps if column == HELPS else text_of(snapshot, key, column)))


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and looks_like_formula(cell[1:]) else cell


def _beyond(grid: Sequence[Sequence[str]], keys: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
    found: list[str] = []
    rows = len(grid) - len(keys)
    if rows > 0:
        found.append(
            ngettext("{n} row had no task below to go to.", "{n} rows had no task below to go to.", rows).format(n=rows)
        )
    wide = max((len(row) for row in grid), default=0) - len(columns)
    if wide > 0:
        found.append(
            ngettext("{n} column had no place at the right.", "{n} columns had no place at the right.", wide).format(
                n=wide
            )
        )
    return tuple(found)
