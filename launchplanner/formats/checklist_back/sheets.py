"""A checklist as CSV or Excel that was filled in: every row carries its ids, so cells are set beside the plan's."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from launchplanner.formats.checklist_back.filled import Filled, Form
from launchplanner.formats.limits import LONGEST_CELL, MOST_ROWS
from launchplanner.formats.refusal import Refusal
from launchplanner.formats.safety import looks_like_formula
from launchplanner.reports import markers
from launchplanner.words import _

Rows = Sequence[Sequence[str]]

_ITEM_FIELDS: Final = {
    "State": "state",
    "Evidence": "evidence",
    "Link": "link",
    "Reason": "reason",
    "Receiver's answer": "answer",
    "Why not": "remark",
}
_DONE: Final = "done"


def read_csv(text: str, file: str) -> Form:
    """Return what was filled in on the one sheet of a CSV file, that of the items.

    Raises:
        Refusal: it is not a checklist of this program.
    """
    sample = text[: text.find("\n") + 1]
    separator = max(",;\t", key=sample.count)
    try:
        rows = [[_told(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]
    except csv.Error as error:
        raise Refusal(file, "", _("It is not CSV: {reason}.").format(reason=error)) from error
    _refuse_other(rows, file)
    return Form(tuple(_items(rows)))


def read_workbook(data: bytes, file: str) -> Form:
    """Return what was filled in on the sheets of an Excel file.

    Raises:
        Refusal: it cannot be read, or is not a checklist of this program.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = {name: _rows(workbook, name) for name in workbook.sheet_names}
    except (CalamineError, OSError, ValueError) as error:
        raise Refusal(file, "", _("The file is damaged. Open it where it was made and save it again.")) from error
    items = _sheet(names, "Items")
    _refuse_other(items, file)
    lines = (*_items(items), *_prompts(_sheet(names, "Prompts")), *_tasks(_sheet(names, "Tasks left")))
    signed = any(_cell(row, "Handed over or answer") for row in _records(_sheet(names, "Sign-off")))
    return Form(lines, signed)


def _rows(workbook: CalamineWorkbook, name: str) -> Rows:
    rows = workbook.get_sheet_by_name(name).to_python(nrows=MOST_ROWS)
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    return str(cell)[:LONGEST_CELL] if cell is not None else ""


def _told(cell: str) -> str:
    """Return a cell without the apostrophe that kept it from being taken for a formula."""
    return cell[1:] if cell.startswith("'") and looks_like_formula(cell[1:]) else cell


def _sheet(names: Mapping[str, Rows], name: str) -> Rows:
    return names.get(_(name)) or names.get(name) or []


def _refuse_other(rows: Rows, file: str) -> None:
    head: Sequence[str] = rows[0] if rows else ()
    if not {"Baton id", _("Baton id")} & set(head) or not {"Item id", _("Item id")} & set(head):
        raise Refusal(file, "", _("This is no handoff checklist of launchplanner: it has no ids of batons and items."))


def _records(rows: Rows) -> Iterator[dict[str, str]]:
    if not rows:
        return
    head = rows[0]
    for row in rows[1:]:
        yield dict(zip(head, row, strict=False))


def _cell(record: Mapping[str, str], title: str) -> str:
    return record.get(_(title), record.get(title, "")).strip()


def _has(record: Mapping[str, str], title: str) -> bool:
    return _(title) in record or title in record


def _items(rows: Rows) -> Iterator[Filled]:
    for record in _records(rows):
        texts = {field: _cell(record, title) for title, field in _ITEM_FIELDS.items() if _has(record, title)}
        texts["answer"] = {_("yes"): "yes", _("no"): "no"}.get(texts.get("answer", ""), texts.get("answer", ""))
        yield Filled(markers.ITEM, _cell(record, "Baton id"), _cell(record, "Item id"), texts=texts)


def _prompts(rows: Rows) -> Iterator[Filled]:
    for record in _records(rows):
        answer = _cell(record, "Answer, in the receiver's words")
        if answer:
            place = _cell(record, "Baton id"), _cell(record, "Prompt id")
            yield Filled(markers.PROMPT, *place, texts={"answer": answer})


def _tasks(rows: Rows) -> Iterator[Filled]:
    for record in _records(rows):
        if _cell(record, "Status").casefold() in {_DONE, _(_DONE)}:
            place = _cell(record, "Baton id"), _cell(record, "Task id")
            yield Filled(markers.TASK, *place, ticks={markers.DONE: True})
