"""From a document to drafts: which of its tables and lists are the plan, and what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.checklists import read_items
from launchplanner.formats.importers.drafts import Reading
from launchplanner.formats.importers.grids import DOCUMENT, SHEET, Document
from launchplanner.formats.importers.people import can_own
from launchplanner.formats.importers.results import Notebook, Options, TableReading
from launchplanner.formats.importers.rows import read_table
from launchplanner.formats.importers.tables import Table, table_without_header, tables
from launchplanner.formats.importers.text import as_text, key_of, words_of
from launchplanner.words import _, quoted

_REPEATED: Final = 0.5
_ROWS_THAT_COUNT: Final = 100
_LONGEST_TITLE: Final = 100


@dataclass(slots=True)
class DocumentReading:
    """The drafts of a document, how its tables were read, and which were passed over."""

    reading: Reading
    tables: list[TableReading]
    passed_over: list[str]
    lists: str = ""
    without_rows: list[str] = field(default_factory=list[str])


def read_document(document: Document, options: Options, notes: Notebook) -> DocumentReading:
    """Return what a document says about tasks; no drafts when it says nothing."""
    reading = Reading(title=document.title, facts=list(document.facts), text=document.text)
    reading.calendar = document.calendar
    result = DocumentReading(reading, [], [])
    found = [table for grid in document.grids for table in tables(grid, options.columns)]
    result.without_rows = [table.grid.name for table in found if table.confidence(v.TASK) and table.first >= table.last]
    chosen, passed = _chosen(found)
    if not chosen and not any(item.box is not None for item in document.items):
        chosen = _without_header(document, options.columns)
    several = len(chosen) > 1
    for number, table in enumerate(chosen):
        _read_lead(table, reading)
        before = len(reading.drafts)
        understood = read_table(table, number, reading, notes)
        result.tables.append(understood)
        if several and table.grid.kind == SHEET and table.column(v.PHASE) is None:
            for draft in reading.drafts[before:]:
                draft.section = draft.section or table.grid.name
    if len(chosen) == 1 and chosen[0].grid.kind in {SHEET, DOCUMENT}:
        reading.table_name = chosen[0].grid.name
    result.passed_over = [_name(table) for table in passed]
    for table in passed:
        notes.dropped(
            _("The table {name} is not read: {why}.").format(name=_name(table), why=_why(table)),
            table.grid.place(table.first - 1),
        )
    result.lists = read_items(document.items, reading, notes, beside_table=bool(result.tables), is_owner=can_own)
    return result


def _without_header(document: Document, told: Mapping[str, str]) -> list[Table]:
    bare = [grid for grid in document.grids if grid.kind != DOCUMENT and not tables(grid, told)]
    return [table for grid in bare if (table := table_without_header(grid)) is not None]


def _name(table: Table) -> str:
    return quoted(table.grid.name)


def _why(table: Table) -> str:
    if not table.is_plan:
        return _("it lists no work to do")
    if not _has_people_or_time(table):
        return _("it names neither people nor days, and another table does")
    return _("its tasks stand in another table too")


def _rank(table: Table) -> float:
    return table.score + min(table.last - table.first, _ROWS_THAT_COUNT) / 20


def _chosen(found: Sequence[Table]) -> tuple[list[Table], list[Table]]:
    """Return the tables to read, in the order of the file, and those with tasks that are passed over."""
    plans = [table for table in found if table.is_plan]
    if not plans:
        matrices = [table for table in found if table.is_matrix]
        return matrices[:1], matrices[1:]
    taken: list[Table] = []
    titles: set[str] = set()
    for table in sorted(plans, key=_rank, reverse=True):
        own = _titles(table)
        if taken and (not _has_people_or_time(table) or not own or len(own & titles) > _REPEATED * len(own)):
            continue
        taken.append(table)
        titles |= own
    kept = [table for table in found if table in taken]
    return kept, [
        table for table in found if table not in taken and table.confidence(v.TASK) and table.first < table.last
    ]


def _has_people_or_time(table: Table) -> bool:
    return any(table.confidence(meaning) for meaning in (v.OWNER, v.START, v.DUE, v.WHEN, v.MONTH, v.STATUS))


def _titles(table: Table) -> set[str]:
    column = table.column(v.TASK)
    rows = table.grid.rows[table.first : table.last]
    return {key_of(words_of(row[column])) for row in rows if column is not None and column < len(row)} - {""}


def _read_lead(table: Table, reading: Reading) -> None:
    """Read the lines above a table: the title, and facts such as the launch date."""
    top = table.header[0] if table.header else table.first
    for row in table.grid.rows[:top]:
        cells = [(as_text(cell), words_of(cell)) for cell in row if words_of(cell)]
        if len(cells) == 1 and not reading.title and 3 < len(cells[0][1]) <= _LONGEST_TITLE:  # noqa: PLR2004
            reading.title = cells[0][1]
        for (_raw, name), (_value, value) in pairwise(cells):
            reading.facts.append((name.rstrip(":"), value))
        for _raw, words in cells:
            name, colon, value = words.partition(":")
            if colon and value.strip():
                reading.facts.append((name, value.strip()))
