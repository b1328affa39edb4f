"""What the cells of a row give to its task."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.calendar_words import MONTHS, WEEKDAYS
from launchplanner.formats.importers.columns import Column
from launchplanner.formats.importers.date_order import Order, order_of
from launchplanner.formats.importers.dates import is_placeholder, read_when
from launchplanner.formats.importers.drafts import Draft
from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.importers.lengths import read_length, read_percent, unit_in
from launchplanner.formats.importers.moments import (
    DAY,
    DAY_FIRST,
    DAY_NUMBER,
    MONTH_FIRST,
    MONTH_NUMBER,
    WEEK,
    YEARLESS,
    Moment,
    When,
)
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.states import mark_of, read_state
from launchplanner.formats.importers.tables import Table
from launchplanner.formats.importers.text import as_text, key_of, plain, words_of
from launchplanner.plan.work import DONE, DROPPED
from launchplanner.words import _

_DATES: Final = (v.START, v.DUE, v.WHEN, v.DONE_ON)
_DITTO: Final = frozenset({
    '"', "''", "”", "„", "〃", "ditto", "do", "same", "same as above", "as above", "see above", "s.o", "siehe oben",
    "idem", '-"-',
})  # fmt: skip
_SPLIT: Final = re.compile(r"\s*[,;\n]\s*")
_TRUE: Final = frozenset({"yes", "y", "true", "x", "1", "ja", "oui", "sí", "sim", "✓", "✔", "✅", "◆", "milestone"})
_MILESTONE: Final = re.compile(r"(?:milestones?|meilenstein|jalon|hito|marco)\s*\d*\s*[:–—-]\s*(?=\S)|[◆♦⬥]\s*", re.I)
_LAST_NUMBER: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\b")
_DAY_ALONE: Final = re.compile(r"(?:[^\W\d]+\.?,?\s+)?\d{1,2}(?:st|nd|rd|th)?")
_CHECKED: Final = re.compile(r"^\s*\[([ xX]?)\]\s+")


_USUAL_KINDS: Final = frozenset({"task", "story", "sub-task", "subtask", "issue", "epic", "card", "milestone"})
_Give = Callable[[Draft, int, Column, Cell], None]


class Cells:
    """The cells of a table by their meaning."""

    def __init__(self, table: Table, notes: Notebook) -> None:
        self._table = table
        self._notes = notes
        self._give_by = self._givers()
        self._columns = [column for column in table.columns if column.meaning != v.NOTHING]
        self._owner_above = ""
        self._rounded: tuple[str, str] | None = None
        self._one_letter_column = len(table.all_columns(v.RACI)) == 1
        self._merged = {
            (row, merge.left): merge.top
            for merge in table.grid.merges
            for row in range(merge.top + 1, merge.bottom + 1)
        }
        texts = [
            words_of(cell)
            for column in table.columns
            if column.meaning in _DATES
            for cell in self._down(column.index)
            if isinstance(cell, str)
        ]
        self.order: Order = order_of(texts)
        self.ambiguous = next((text for text in texts if re.search(r"\d{1,2}/\d{1,2}(?:/\d+)?", text)), "")
        self._bare = {column.index: self._bare_numbers(column) for column in table.columns if column.meaning in _DATES}
        self._whole_percent = self._percents_are_whole()
        self._units = {column.index: unit_in(column.header) for column in table.columns if column.meaning == v.DURATION}
        title = table.column(v.TASK)
        header = table.columns[title].header if title is not None else ""
        self._all_milestones = key_of(header) in {
            "milestone",
            "milestones",
            "meilenstein",
            "meilensteine",
            "jalon",
            "hito",
            "hitos",
        }

    def key(self, row: int) -> str:
        """Return the id of a row, "" for one without."""
        column = self._table.column(v.ID)
        cells = self._table.grid.rows[row]
        return words_of(cells[column]) if column is not None and column < len(cells) else ""

    def _givers(self) -> dict[str, _Give]:
        return {
            v.ID: self._id,
            v.OWNER: self._owner,
            v.CONTRIBUTORS: self._contributors,
            v.REVIEWER: self._contributors,
            v.BACKUP: self._backup,
            v.RACI: self._letters,
            v.PHASE: self._section,
            v.WEEK: self._week,
            v.START: self._when,
            v.DUE: self._when,
            v.WHEN: self._when,
            v.MONTH: self._month,
            v.DONE_ON: self._done_on,
            v.DURATION: self._length,
            v.STATUS: self._status,
            v.PROGRESS: self._progress,
            v.DELIVERABLE: self._deliverable,
            v.NOTES: self._note,
            v.OTHER: self._note,
            v.INFORMED: self._note,
            v.PARENT: self._parent,
            v.KIND: self._kind,
            v.EMAIL: self._email,
            v.SECOND_ID: self._second_id,
            v.LINK: self._link,
            v.AFTER: self._after,
            v.BEFORE: self._before,
            v.MILESTONE: self._flag,
        }

    def _down(self, column: int) -> list[Cell]:
        return [
            row[column] if column < len(row) else None
            for row in self._table.grid.rows[self._table.first : self._table.last]
        ]

    def _bare_numbers(self, column: Column) -> str:
        numbers = [
            cell for cell in self._down(column.index) if isinstance(cell, int | float) and not isinstance(cell, bool)
        ]
        numbers += [
            float(cell)
            for cell in self._down(column.index)
            if isinstance(cell, str) and re.fullmatch(r"\s*-?\d{1,4}\s*", cell)
        ]
        if not numbers or max(numbers) > 2000:  # noqa: PLR2004
            return ""
        name = key_of(column.header)
        if re.search(r"week|wk|woche|semaine|semana", name):
            return WEEK
        return MONTH_NUMBER if re.search(r"month|monat|mois|mes\b", name) else DAY_NUMBER

    def _percents_are_whole(self) -> bool:
        column = self._table.column(v.PROGRESS)
        if column is None:
            return True
        numbers = [
            float(cell) for cell in self._down(column) if isinstance(cell, int | float) and not isinstance(cell, bool)
        ]
        return any(number > 1 for number in numbers)

    def draft(self, row: int, raw_title: str) -> Draft:
        """Return the task of a row."""
        title = plain(raw_title)
        state, words = mark_of(title.line)
        ticked = _CHECKED.match(words)
        words = words[ticked.end() :] if ticked else words
        draft = Draft(
            words or title.line, self._table.grid.place(row, self._table.column(v.TASK)), links=list(title.links)
        )
        if ticked and ticked[1].strip():
            state = DONE
        if state is not None:
            draft.status, draft.has_status = state, True
        milestone = _MILESTONE.match(draft.title)
        draft.milestone = bool(milestone) or self._all_milestones
        if title.struck:
            draft.status, draft.has_status = DROPPED, True
            self._notes.changed(
                _("“{title}” is struck through, so it was read as dropped.").format(title=draft.title), draft.place
            )
        for column in self._columns:
            cell = self._cell(row, column)
            if cell is None or (isinstance(cell, str) and not cell.strip()):
                continue
            self._give(draft, row, column, cell)
        self._owner_above = draft.owner
        self._say_rounded(draft)
        if draft.milestone and draft.days is None:
            draft.days = 0
        return draft

    def _say_rounded(self, draft: Draft) -> None:
        if self._rounded is not None and not (draft.start and draft.finish):
            text, place = self._rounded
            self._notes.changed(_("“{text}” was rounded up to whole days: {n}.").format(text=text, n=draft.days), place)
        self._rounded = None

    def _cell(self, row: int, column: Column) -> Cell:
        cells = self._table.grid.rows[row]
        cell = cells[column.index] if column.index < len(cells) else None
        if cell in {None, ""} and (row, column.index) in self._merged:
            above = self._table.grid.rows[self._merged[row, column.index]]
            return above[column.index] if column.index < len(above) else None
        return cell

    def _give(self, draft: Draft, row: int, column: Column, cell: Cell) -> None:
        give = self._give_by.get(column.meaning)
        if give is not None:
            give(draft, row, column, cell)

    def _place(self, row: int, column: Column) -> str:
        return self._table.grid.place(row, column.index)

    def _keep(self, draft: Draft, column: Column, text: str) -> None:
        draft.notes.append(f"{column.header}: {text}" if column.header else text)

    def _id(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        draft.key = words_of(cell)

    def _owner(self, draft: Draft, row: int, column: Column, cell: Cell) -> None:
        text = plain(as_text(cell))
        if key_of(text.line) in _DITTO or text.line in _DITTO:
            draft.owner = self._owner_above
            self._notes.changed(
                _("“{text}” was read as the owner above, “{owner}”.").format(text=text.line, owner=draft.owner),
                self._place(row, column),
            )
            return
        draft.owner = text.text
        draft.links.extend(link for link in text.links if link.startswith("mailto:"))

    def _contributors(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        names = [name for name in _SPLIT.split(plain(as_text(cell)).text) if name and name.strip("-–—")]
        draft.contributors.extend(name for name in names if name not in draft.contributors)

    def _backup(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        draft.backup = words_of(cell)

    def _letters(self, draft: Draft, _row: int, column: Column, cell: Cell) -> None:
        if self._one_letter_column:
            # It says how far one role takes part, not who owns the work.
            self._keep(draft, column, words_of(cell))
            return
        letters = set(re.findall(r"[A-Z]", words_of(cell).upper()))
        if "A" in letters:
            draft.owner = f"{draft.owner}, {column.header}" if draft.owner else column.header
        elif "R" in letters or "S" in letters:
            draft.contributors.append(column.header)
        for letter, word in (("C", _("Consulted")), ("I", _("Informed"))):
            if letter in letters:
                self._join_note(draft, word, column.header)

    def _join_note(self, draft: Draft, word: str, name: str) -> None:
        for place, note in enumerate(draft.notes):
            if note.startswith(f"{word}: "):
                draft.notes[place] = f"{note}, {name}"
                return
        draft.notes.append(f"{word}: {name}")

    def _section(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        draft.section = words_of(cell)

    def _week(self, draft: Draft, row: int, column: Column, cell: Cell) -> None:
        text = words_of(cell)
        draft.week = read_when(text, bare_numbers=WEEK)
        if draft.week is None and not is_placeholder(text):
            self._keep(draft, column, text)

    def _when(self, draft: Draft, row: int, column: Column, cell: Cell) -> None:
        value = cell if isinstance(cell, date | int | float) else plain(str(cell)).line
        order = MONTH_FIRST if self.order.order == MONTH_FIRST else DAY_FIRST
        when = read_when(value, order, bare_numbers=self._bare[column.index])
        text = words_of(cell)
        if when is None:
            if not is_placeholder(text):
                self._keep(draft, column, text)
                self._notes.changed(
                    _("“{text}” is no date, so it was kept in the task's notes.").format(text=text),
                    self._place(row, column),
                )
            return
        if when.rest:
            self._keep(draft, column, text)
        if when.two_days:
            self._notes.changed(
                _("“{text}” names two days; the first was taken.").format(text=text), self._place(row, column)
            )
        self._set_when(draft, column, when)

    def _set_when(self, draft: Draft, column: Column, when: When) -> None:
        if column.meaning == v.START:
            draft.start = when
        elif column.meaning == v.DUE:
            draft.finish = when
        elif draft.at is None:
            draft.at = when

    def _month(self, draft: Draft, row: int, column: Column, cell: Cell) -> None:
        text = words_of(cell)
        found = _LAST_NUMBER.findall(text)
        if not found:
            self._keep(draft, column, text)
            return
        month = MONTHS[key_of(column.header)]
        weekday = next((WEEKDAYS[word] for word in re.findall(r"[^\W\d]+", text.casefold()) if word in WEEKDAYS), None)
        moment = Moment(YEARLESS, month=month, day_of_month=int(found[-1]), weekday=weekday)
        draft.at = When(moment, text=f"{column.header} {text}")
        if not _DAY_ALONE.fullmatch(as_text(cell).strip("*_ ")):
            self._notes.changed(
                _("“{text}” was read as {month} {day}.").format(text=as_text(cell), month=column.header, day=found[-1]),
                self._place(row, column),
            )

    def _done_on(self, draft: Draft, row: int, column: Column, cell: Cell) -> None:
        if isinstance(cell, bool) or read_state(cell) is not None:
            self._status(draft, row, column, cell)
            return
        self._keep(draft, column, words_of(cell))
        when = read_when(cell if isinstance(cell, date) else words_of(cell), bare_numbers="")
        if when is not None and when.first.kind == DAY and not self._table.all_columns(v.STATUS):
            draft.status, draft.has_status = DONE, True

    def _length(self, draft: Draft, row: int, column: Column, cell: Cell) -> None:
        length = read_length(cell, self._units[column.index])
        if length is None:
            if not is_placeholder(words_of(cell)):
                self._keep(draft, column, words_of(cell))
            return
        draft.days = length.days
        self._rounded = (words_of(cell), self._place(row, column)) if length.rounded else None

    def _status(self, draft: Draft, row: int, column: Column, cell: Cell) -> None:
        state = read_state(cell)
        text = words_of(cell)
        if state is None:
            percent = read_percent(cell, whole=self._whole_percent) if "%" in text else None
            if percent is not None:
                draft.progress = percent
                return
            self._keep(draft, column, text)
            self._notes.changed(
                _(
                    "“{text}” is no known status, so the task was read as planned and the word kept in its notes."
                ).format(text=text),
                self._place(row, column),
            )
            return
        draft.status, draft.has_status = state.status, True
        if state.more:
            self._keep(draft, column, state.more)

    def _progress(self, draft: Draft, _row: int, column: Column, cell: Cell) -> None:
        percent = read_percent(cell, whole=self._whole_percent)
        if percent is not None:
            draft.progress = percent
            return
        state = read_state(cell)
        if state is not None and not draft.has_status:
            draft.status, draft.has_status = state.status, True
            if not state.more:
                return
        self._keep(draft, column, words_of(cell))

    def _deliverable(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        look = plain(as_text(cell))
        draft.deliverable = look.line
        draft.links.extend(look.links)

    def _note(self, draft: Draft, _row: int, column: Column, cell: Cell) -> None:
        look = plain(as_text(cell))
        draft.links.extend(look.links)
        if look.text and look.text.strip("-–—"):
            outright = not column.header or (column.meaning == v.NOTES and column.confidence > 0.7)  # noqa: PLR2004
            draft.notes.append(look.text if outright else f"{column.header}: {look.text}")

    def _link(self, draft: Draft, _row: int, column: Column, cell: Cell) -> None:
        look = plain(as_text(cell))
        draft.links.extend(look.links)
        if look.line and look.line not in look.links:
            self._keep(draft, column, look.line)

    def _after(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        draft.after.append(plain(as_text(cell)).text)

    def _before(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        draft.before.append(plain(as_text(cell)).text)

    def _parent(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        draft.parents.append(words_of(cell))

    def _kind(self, draft: Draft, _row: int, column: Column, cell: Cell) -> None:
        draft.kind = key_of(words_of(cell))
        draft.milestone = draft.milestone or draft.kind == "milestone"
        if draft.kind not in _USUAL_KINDS:
            self._keep(draft, column, words_of(cell))

    def _email(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        draft.email = words_of(cell)

    def _second_id(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        draft.second_key = words_of(cell)

    def _flag(self, draft: Draft, _row: int, _column: Column, cell: Cell) -> None:
        draft.milestone = draft.milestone or key_of(words_of(cell)) in _TRUE
