"""The rows of a table as tasks: what is a task, what is a heading, what is neither, and what each cell gives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.cells import Cells
from launchplanner.formats.importers.drafts import Draft, Reading, Summary
from launchplanner.formats.importers.grids import column_letters
from launchplanner.formats.importers.outline import levels_of, people_below
from launchplanner.formats.importers.parents import put_below_parents
from launchplanner.formats.importers.results import ColumnReading, Notebook, TableReading
from launchplanner.formats.importers.tables import Table
from launchplanner.formats.importers.text import as_text, key_of, plain, words_of
from launchplanner.words import _, joined, ngettext, quoted

_DETAILS: Final = (
    v.OWNER, v.CONTRIBUTORS, v.START, v.DUE, v.WHEN, v.MONTH, v.DURATION, v.STATUS, v.AFTER, v.DELIVERABLE, v.PROGRESS,
    v.RACI, v.DONE_ON, v.BACKUP, v.REVIEWER,
)  # fmt: skip
_TOTALS: Final = re.compile(
    r"(?:grand |sub[- ]?)?totals?|sum|summe|gesamt|total général|totale|合計|合计"
    r"|total (?:hours|days|effort|duration|tasks)\b.*",
    re.I,
)
_HEADING: Final = re.compile(
    r"(?:phase|stage|week|sprint|part|section|milestone group|workstream|track|step|étape|etapa|fase|schritt|woche)"
    r"\s*[#\d ivx]+\b.*|.*\bphase|.*:",
    re.IGNORECASE,
)
_FEWEST_SHOUTED: Final = 4
_FEWEST_DETAILED: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Row:
    index: int
    title: str
    raw: str
    detailed: bool
    filled: tuple[int, ...]


def read_table(table: Table, number: int, reading: Reading, notes: Notebook) -> TableReading:
    """Add the tasks of a table to the reading, and return how it was understood."""
    cells = Cells(table, notes)
    title = table.column(v.TASK)
    assert title is not None  # noqa: S101 - a table without tasks is not read
    rows = list(_titled_rows(table, cells, title, notes))
    levels = levels_of(table, [row.index for row in rows if title in row.filled])
    # Where an outline tells what sums up what, no row needs to be guessed at.
    headings = _rows_of_groups(table, rows) if levels else _heading_rows(table, rows)
    people = people_below(table, [row.index for row in rows if row.index in levels], levels)
    workers = _workers(rows, people)
    rows = [row for row in rows if row.index not in people]
    before = len(reading.drafts)
    _add_tasks(_Added(table, number, cells, reading, workers), rows, headings, levels)
    made = len(reading.drafts) - before
    put_below_parents(reading.drafts[before:], reading)
    total = sum(1 for index in range(table.first, table.last) if any(words_of(cell) for cell in table.grid.rows[index]))
    _say_order(cells, table, notes)
    _say_unread(table, notes)
    return TableReading(
        name=table.grid.name,
        header=tuple(table.grid.lines[row] for row in table.header),
        first=table.grid.lines[table.first],
        last=table.grid.lines[table.last - 1],
        columns=tuple(
            ColumnReading(column_letters(each.index), each.header, each.meaning, round(each.confidence, 2), each.others)
            for each in table.columns
            if each.header or each.meaning not in {v.NOTHING, v.OTHER}
        ),
        date_order=cells.order.order,
        tasks=made,
        left_out=total - made,
    )


def _say_unread(table: Table, notes: Notebook) -> None:
    filled = [
        column.header
        for column in table.columns
        if column.meaning == v.NOTHING
        and column.header
        and any(
            column.index < len(row) and _says_something(row[column.index])
            for row in table.grid.rows[table.first : table.last]
        )
    ]
    if filled:
        names = joined([quoted(name) for name in filled[:6]]) + (" …" if len(filled) > 6 else "")  # noqa: PLR2004
        text = ngettext("The column {names} is not read.", "The columns {names} are not read.", len(filled))
        notes.dropped(text.format(names=names), table.grid.place(table.header[-1] if table.header else table.first))


def _say_order(cells: Cells, table: Table, notes: Notebook) -> None:
    if cells.order.mixed:
        notes.changed(
            _(
                "Some dates have the day first and some the month first. Those that fit both ways were read {order}."
            ).format(order=_(cells.order.order)),
            table.grid.place(table.first),
        )
    elif not cells.order.sure and cells.ambiguous:
        notes.understood(
            _("Dates such as “{text}” were read {order}; no date in the column proves it.").format(
                text=cells.ambiguous, order=_(cells.order.order)
            ),
            table.grid.place(table.first),
        )


def _titled_rows(table: Table, cells: Cells, title: int, notes: Notebook) -> Iterable[_Row]:
    header = {tuple(key_of(words_of(cell)) for cell in table.grid.rows[row]) for row in table.header}
    read = [column.index for column in table.columns if column.meaning != v.NOTHING]
    details = [column.index for column in table.columns if column.meaning in _DETAILS]
    group = {column.index for column in table.columns if column.meaning in {v.PHASE, v.WEEK, v.ID}}
    blank = 0
    for index in range(table.first, table.last):
        row = table.grid.rows[index]
        filled = tuple(place for place in read if place < len(row) and _says_something(row[place]))
        if not filled:
            blank += 1
            continue
        if tuple(key_of(words_of(cell)) for cell in row) in header:
            notes.dropped(_("The header stands here again."), table.grid.place(index))
            continue
        raw = as_text(row[title]) if title < len(row) else ""
        words = plain(raw).line
        if _TOTALS.fullmatch(words) or (not words and any(_TOTALS.fullmatch(words_of(row[place])) for place in filled)):
            notes.dropped(
                _("A row of totals: “{text}”.").format(text=words or words_of(row[filled[0]])), table.grid.place(index)
            )
            continue
        if not words:
            only = filled[0]
            if len(filled) == 1 and (only in group or only < title) and isinstance(row[only], str):
                yield _Row(index, words_of(row[only]), as_text(row[only]), detailed=False, filled=filled)
            else:
                text = "; ".join(words_of(row[place]) for place in filled)
                notes.dropped(
                    _("A row without a task: “{text}”.").format(text=text[:120]), table.grid.place(index, title)
                )
            continue
        yield _Row(index, words, raw, any(place in filled for place in details), filled)
    _say_blank(blank, table, notes)


def _say_blank(blank: int, table: Table, notes: Notebook) -> None:
    if blank:
        text = ngettext("{n} blank row was left out.", "{n} blank rows were left out.", blank).format(n=blank)
        notes.dropped(text, table.grid.name)


def _says_something(cell: object) -> bool:
    if isinstance(cell, bool):
        return cell
    return cell is not None and str(cell).strip() not in {"", "FALSE"}


def _rows_of_groups(table: Table, rows: list[_Row]) -> set[int]:
    title = table.column(v.TASK)
    return {row.index for row in rows if title not in row.filled}


def _heading_rows(table: Table, rows: list[_Row]) -> set[int]:
    """Return the rows that name a phase for the rows below and are no task themselves."""
    alone = _rows_of_groups(table, rows)
    if any(column.meaning == v.PHASE for column in table.columns) or not rows:
        return alone
    bare = [row for row in rows if not row.detailed and row.index not in alone]
    detailed = len(rows) - len(bare) - len(alone)
    if not bare or detailed < _FEWEST_DETAILED * len(rows):
        return alone
    place = {row.index: number for number, row in enumerate(rows)}
    leading = [row for row in bare if place[row.index] + 1 < len(rows) and rows[place[row.index] + 1].detailed]
    regular = len(bare) > 1 and not rows[0].detailed and len(leading) == len(bare)
    return alone | {row.index for row in bare if (regular and row in leading) or _looks_like_heading(row)}


def _looks_like_heading(row: _Row) -> bool:
    look = plain(row.raw)
    letters = [letter for letter in row.title if letter.isalpha()]
    shouted = (
        len(letters) >= _FEWEST_SHOUTED
        and all(letter.isupper() for letter in letters)
        and row.title.upper() != row.title.lower()
    )
    return look.bold or shouted or bool(_HEADING.fullmatch(row.title))


@dataclass(frozen=True, slots=True)
class _Added:
    table: Table
    number: int
    cells: Cells
    reading: Reading
    workers: dict[int, list[str]]


def _workers(rows: list[_Row], people: dict[int, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in rows:
        if row.index in people:
            found.setdefault(people[row.index], []).append(row.title)
    return found


def _add_tasks(to: _Added, rows: list[_Row], headings: set[int], levels: dict[int, int]) -> None:
    heading, phase = "", ""
    above: list[tuple[int, str]] = []
    tasks = [row for row in rows if row.index not in headings]
    following = {row.index: after.index for row, after in pairwise(tasks)}
    number = 0
    for row in rows:
        if row.index in headings:
            heading = row.title.rstrip(":").strip()
            phase = ""
            to.reading.summaries.append(Summary(heading, to.cells.key(row.index), 0, to.number))
            continue
        number += 1
        level = levels.get(row.index, 0)
        above = [(depth, title) for depth, title in above if depth < level]
        draft = to.cells.draft(row.index, row.raw)
        draft.table, draft.row = to.number, number
        # Tables made by programs fill each row; people write a phase once, for all the rows down to the next.
        phase = draft.section if to.table.grid.told else draft.section or phase
        after = following.get(row.index)
        if after is not None and levels.get(after, 0) > level:
            above.append((level, draft.title))
            to.reading.summaries.append(Summary(draft.title, draft.key, number, to.number, draft.owner))
            continue
        draft.owner = draft.owner or ", ".join(to.workers.get(row.index, ()))
        draft.path = tuple(title for _depth, title in above)
        draft.section = phase or heading
        draft.headings = to.table.grid.headings
        to.reading.drafts.append(draft)


def describe(draft: Draft) -> str:
    """Return a task's title cut to a length that fits into a sentence."""
    return draft.title if len(draft.title) <= 60 else draft.title[:59] + "…"  # noqa: PLR2004
