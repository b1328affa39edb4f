"""Tables in Word: fixed widths, a head that is repeated, rows that are never split."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from launchplanner.formats.exporters.docx.text import (
    NAMESPACES,
    Numbers,
    attribute,
    box_xml,
    paragraph_xml,
    run_xml,
    sign_xml,
    small_face_xml,
    words_xml,
)
from launchplanner.reports.blocks import Cell, Column, Grid, Owner, Run, Sign, Text, Ticks, text_of

TABLE_STYLE: Final = "LaunchTable"
_JUSTIFIED: Final = {"left": "", "right": '<w:jc w:val="right"/>', "center": '<w:jc w:val="center"/>'}
KEPT: Final = "<w:keepNext/>"


def grid_xml(grid: Grid, width: int, numbers: Numbers) -> str:
    """Return a table; `width` in twentieths of a point."""
    widths = shares([column.width for column in grid.columns], width)
    has_head = grid.headed and any(column.title for column in grid.columns)
    rows = [_head(grid.columns, widths)] if has_head else []
    rows += [_row(row, grid.columns, widths, numbers) for row in grid.rows]
    return table_xml(rows, widths, TABLE_STYLE, grid.name, has_head=has_head)


def table_xml(rows: Sequence[str], widths: Sequence[int], style: str, name: str, *, has_head: bool = False) -> str:
    """Return a table of ready rows; `name` is read to those who cannot see it."""
    columns = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    return (
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000" w:firstRow="{int(has_head)}" w:lastRow="0" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(name)}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row_xml(cells: Sequence[str], *, is_head: bool = False) -> str:
    """Return a row of ready cells, never split between pages."""
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def cell_xml(inner: str, width: int, look: str = "") -> str:
    """Return a cell; `look` is more of its properties, in the order that the schema asks for."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{inner}</w:tc>'


def shares(parts: Sequence[float], width: int) -> list[int]:
    """Return a width in whole steps shared out in proportion; they add up to it."""
    whole = sum(parts)
    edges = [round(width * sum(parts[:number]) / whole) for number in range(len(parts) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _head(columns: tuple[Column, ...], widths: list[int]) -> str:
    cells = [
        cell_xml(
            paragraph_xml(run_xml(Run(column.title)), "TableHead", KEPT + _JUSTIFIED[column.align]),
            wide,
            '<w:vAlign w:val="bottom"/>',
        )
        for column, wide in zip(columns, widths, strict=True)
    ]
    return row_xml(cells, is_head=True)


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...], widths: list[int], numbers: Numbers) -> str:
    name = next((text for text in map(_name, row) if text), "")
    return row_xml(
        [
            cell_xml("".join(_inner(cell, column, name, numbers)), wide, '<w:vAlign w:val="center"/>')
            for cell, column, wide in zip(row, columns, widths, strict=True)
        ]
    )


def _name(cell: Cell) -> str:
    if not isinstance(cell, Text | Owner) or not cell.lines or all(run.tone == "muted" for run in cell.lines[0]):
        return ""
    return text_of(cell.lines[0])


def _inner(cell: Cell, column: Column, name: str, numbers: Numbers) -> Iterator[str]:
    side = _JUSTIFIED[column.align]
    match cell:
        case Ticks():
            gap = run_xml(Run("  "))
            boxes = gap.join(box_xml(box, f"{box.label}: {name}", numbers) for box in cell.boxes)
            yield paragraph_xml(boxes, "TableText", side)
        case Sign():
            yield paragraph_xml(sign_xml(cell.severity), "TableText", side)
        case Owner():
            first, *others = cell.lines or ((),)
            yield paragraph_xml(small_face_xml(cell.face) + words_xml(first), "TableText", side)
            yield from (paragraph_xml(words_xml(line), "TableText", side) for line in others)
        case Text():
            yield from (paragraph_xml(words_xml(line), "TableText", side) for line in cell.lines or ((),))
