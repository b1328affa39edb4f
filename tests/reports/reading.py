"""Finding one's way in the blocks of a report."""

from collections.abc import Iterator
from typing import TypeVar

from launchplanner.reports.blocks import Block, Cell, Document, Grid, Heading, Owner, Text, Ticks, text_of

AnyBlock = TypeVar("AnyBlock", bound=Block)


def part(document: Document, title: str, section: int = -1) -> list[Block]:
    """Return a heading with the blocks below it, up to the next heading."""
    blocks = document.sections[section].blocks
    start = next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.title == title)
    rest = blocks[start + 1 :]
    end = next((place for place, block in enumerate(rest) if isinstance(block, Heading)), len(rest))
    return [blocks[start], *rest[:end]]


def note(document: Document, title: str) -> str:
    """Return what stands beside a heading."""
    head = part(document, title)[0]
    assert isinstance(head, Heading)
    return head.note


def rows(document: Document, title: str, section: int = -1) -> list[tuple[str, ...]]:
    """Return the rows of the tables below a heading, as texts."""
    grids = [block for block in part(document, title, section) if isinstance(block, Grid)]
    return [tuple(map(shown, row)) for grid in grids for row in grid.rows]


def shown(cell: Cell) -> str:
    """Return the text of a cell; boxes as "[x]" and "[ ]"."""
    if isinstance(cell, Ticks):
        return " ".join("[x]" if box.ticked else "[ ]" for box in cell.boxes)
    if isinstance(cell, Text | Owner):
        return " / ".join(text_of(line) for line in cell.lines)
    return cell.severity


def of_kind(document: Document, kind: type[AnyBlock]) -> Iterator[AnyBlock]:
    """Return all blocks of a kind."""
    return (block for section in document.sections for block in section.blocks if isinstance(block, kind))
