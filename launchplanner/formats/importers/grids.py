"""What every reader hands on: grids of cells, and checklists; neither knows what its parts mean yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from launchplanner.plan.calendar import WorkCalendar
from launchplanner.words import _

Cell = str | float | bool | date | None

SHEET: Final = "sheet"
LINES: Final = "lines"
DOCUMENT: Final = "document"
"""A table in a document, which always has a header."""
RECORDS: Final = "records"
"""A list of records, each with names of its own."""
_LETTERS: Final = 26


def column_letters(column: int) -> str:
    """Return the name that spreadsheets give a column, from 0: "A", "Z", "AA"."""
    name, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged block of cells, by index into the grid, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A rectangle of cells as the file holds it.

    `lines` gives the row or line of the file for each row; `headings` are those above it in a document, outermost
    first; `lead` is the prose between the last heading and the table. Where the format says so, `header` is the index
    of the row with the names, and `told` gives the meaning of columns by name.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...]
    kind: str = LINES
    headings: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    lead: str = ""
    header: int | None = None
    told: Mapping[str, str] = field(default_factory=dict[str, str])

    def place(self, row: int, column: int | None = None) -> str:
        """Return where a cell or row stands, as people find it: "Plan!B4", "line 12"."""
        line = self.lines[row]
        if self.kind == SHEET:
            return f"{self.name}!{column_letters(column or 0)}{line}"
        if self.kind == RECORDS:
            return _("record {n}").format(n=line)
        if column is None:
            return _("line {n}").format(n=line)
        return _("line {n}, column {c}").format(n=line, c=column + 1)


@dataclass(slots=True)
class Item:
    """One entry of a list: its text, what is written below it, and the state of its box (None without a box)."""

    text: str
    line: int
    indent: int
    box: bool | None = None
    numbered: bool = False
    headings: tuple[str, ...] = ()
    below: list[str] = field(default_factory=list[str])
    parent: "Item | None" = None


@dataclass(frozen=True, slots=True)
class Document:
    """All that was found in one file; `title` and `facts` ("Due": "2027-04-13") come from its head.

    `reader` names whose export it is, when that is known; `calendar` are working days that it states.
    """

    title: str = ""
    grids: tuple[Grid, ...] = ()
    items: tuple[Item, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    details: tuple[str, ...] = ()
    text: str = ""
    reader: str = ""
    calendar: WorkCalendar | None = None
