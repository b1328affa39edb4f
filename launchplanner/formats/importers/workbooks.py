"""XLSX and ODS workbooks: every visible sheet as a grid."""

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Final

import python_calamine as calamine

from launchplanner.formats.importers.grids import SHEET, Cell, Document, Grid, Merge
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.text import key_of
from launchplanner.formats.importers.vendors import recognised
from launchplanner.formats.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, refuse_swelling
from launchplanner.formats.refusal import Refusal
from launchplanner.words import _, joined, quoted

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT: Final = b"purl.oclc.org/ooxml/spreadsheetml"
_MOST_MERGES: Final = 10_000
_MOST_CELLS: Final = 20_000_000
_ERROR: Final = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!)")
_FILLED: Final = re.compile(rb'<(?:x:)?c r="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<')
_REPEATED: Final = re.compile(
    rb'<table:(?:table-cell|table-row)[^>]*number-(?:columns|rows)-repeated="(\d+)"[^>]*>(?=.{0,400}?office:value-type)|<table:table-cell[^>]*office:value-type[^>]*number-columns-repeated="(\d+)"',
    re.S,
)


def sniff(data: bytes) -> bool:
    """Say whether bytes are a packed Excel workbook."""
    return data.startswith(_ZIP) and b"xl/" in data


def sniff_ods(data: bytes) -> bool:
    """Say whether bytes are a packed OpenDocument spreadsheet."""
    return data.startswith(_ZIP) and b"opendocument.spreadsheet" in data[:400]


def sniff_ole(data: bytes) -> bool:
    """Say whether bytes are an old or protected Office file, or a Microsoft Project file."""
    return data.startswith(_OLE)


def refuse_ole(data: bytes, file: str, _options: Options, _notes: Notebook) -> Document:
    """Refuse an old, protected or Microsoft Project file, with the way out for each.

    Raises:
        Refusal: always.
    """
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Refusal(file, "", _("It is protected by a password. Save a copy without one and import that."))
    if file.casefold().endswith((".mpp", ".mpt")) or b"MSProject" in data or "MSProject".encode("utf-16-le") in data:
        raise Refusal(
            file,
            "",
            _(
                "Microsoft Project's own files cannot be read, its XML can. In Project choose File, Save As, and the "
                "type “XML Format”; import that."
            ),
        )
    raise Refusal(file, "", _("This is the old binary format of Office. Save it as .xlsx and import that."))


def read(data: bytes, file: str, options: Options, notes: Notebook) -> Document:
    """Return the sheets of a workbook.

    Raises:
        Refusal: it is damaged, protected, Strict Open XML, or has no sheet of the name that was asked for.
    """
    refuse_swelling(data, file)
    _refuse_strict(data, file)
    _refuse_scattered(data, file)
    try:
        with _opened(data) as book:
            sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
            names = _wanted(sheets, options, file, notes)
            grids = tuple(grid for name in names if (grid := _grid(book.get_sheet_by_name(name), name, notes)).rows)
    except calamine.PasswordError as error:
        raise Refusal(file, "", _("It is protected by a password. Save a copy without one and import that.")) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Refusal(file, "", _("The workbook is damaged. Open it where it was made and save it again.")) from error
    text = " ".join(cell for grid in grids for row in grid.rows[:40] for cell in row if isinstance(cell, str))
    grids, reader = recognised(grids, notes)
    return Document(
        grids=grids,
        reader=reader,
        details=(_("sheets: {names}").format(names=joined([quoted(name) for name in names])),),
        text=text[:200_000],
    )


def _opened(data: bytes) -> calamine.CalamineWorkbook:
    return calamine.CalamineWorkbook.from_object(io.BytesIO(data))  # pyright: ignore[reportUnknownMemberType]


def _wanted(sheets: "list[calamine.SheetMetadata]", options: Options, file: str, notes: Notebook) -> list[str]:
    names = [sheet.name for sheet in sheets]
    if options.sheet:
        found = [name for name in names if key_of(name) == key_of(options.sheet)]
        if not found:
            raise Refusal(
                file,
                options.sheet,
                _("There is no such sheet. It has {names}.").format(names=joined([quoted(name) for name in names])),
            )
        return found
    visible = [sheet.name for sheet in sheets if sheet.visible == calamine.SheetVisibleEnum.Visible]
    for name in names:
        if name not in visible and visible:
            notes.dropped(_("The hidden sheet “{name}”. Name it with --sheet to read it.").format(name=name), name)
    return visible or names


def _refuse_strict(data: bytes, file: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if "xl/workbook.xml" in names and _STRICT in archive.read("xl/workbook.xml"):
            raise Refusal(
                file,
                "xl/workbook.xml",
                _("It is Strict Open XML. Save it as .xlsx, “Excel Workbook”, not Strict Open XML."),
            )


def _refuse_scattered(data: bytes, file: str) -> None:
    """Refuse sheets whose cells lie so far apart that the rectangle around them fills the memory."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/") and name != "content.xml":
                continue
            content = archive.read(name)
            if name == "content.xml":
                far = max((int(match[1] or match[2]) for match in _REPEATED.finditer(content)), default=0) > MOST_ROWS
            else:
                spots = [(_column(match[1]), int(match[2])) for match in _FILLED.finditer(content)]
                rows = [row for _at, row in spots] or [0]
                columns = [at for at, _row in spots] or [0]
                far = (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) > _MOST_CELLS
            if far:
                raise Refusal(
                    file,
                    name,
                    _("Its cells lie millions of rows or columns apart. Copy the plan to a new sheet and import that."),
                )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _grid(sheet: "calamine.CalamineSheet", name: str, notes: Notebook) -> Grid:
    _top, left = sheet.start or (0, 0)
    margin: tuple[Cell, ...] = (None,) * min(left, MOST_COLUMNS)
    rows: list[tuple[Cell, ...]] = []
    lines: list[int] = []
    blank: list[tuple[int, tuple[Cell, ...]]] = []
    wide = 0
    for number, values in enumerate(sheet.iter_rows(), start=0):
        if len(rows) >= MOST_ROWS:
            notes.dropped(
                _("Rows after the first {n}: the limit of an import.").format(n=MOST_ROWS), f"{name}!A{number}"
            )
            break
        cells = (*margin, *(_cell(value) for value in values))[:MOST_COLUMNS]
        filled = next((place for place in range(len(cells), 0, -1) if cells[place - 1] not in {None, ""}), 0)
        wide = max(wide, len(values) if filled else 0)
        if not filled:
            # Used ranges are often inflated: blank rows count only when a filled one follows.
            blank.append((number, ()))
            continue
        for index, empty in blank:
            rows.append(empty)
            lines.append(index + 1)
        blank.clear()
        rows.append(cells[:filled])
        lines.append(number + 1)
    if wide + left > MOST_COLUMNS:
        notes.dropped(_("Columns after the first {n}: the limit of an import.").format(n=MOST_COLUMNS), name)
    return Grid(name, tuple(rows), tuple(lines), SHEET, merges=_merges(sheet))


def _merges(sheet: "calamine.CalamineSheet") -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or []
    return tuple(Merge(first[0], first[1], last[0], last[1]) for first, last in ranges[:_MOST_MERGES])


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value[:LONGEST_CELL] if value.strip() and not _ERROR.fullmatch(value) else None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool | date) or value is None:
        return value
    if isinstance(value, int | float):
        return float(value)
    return _clock(value)


def _clock(value: object) -> str:
    if isinstance(value, timedelta):
        return f"{value.total_seconds() / 3600:g} h"
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)
