"""CSV and TSV: bytes to one grid, with encoding and delimiter found from the content."""

import csv
import io
from collections import Counter
from typing import Final

from launchplanner.formats.importers.decoding import bare_utf_16, decoded
from launchplanner.formats.importers.grids import Cell, Document, Grid
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.vendors import recognised
from launchplanner.formats.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from launchplanner.formats.refusal import Refusal
from launchplanner.words import _

_DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SAMPLE_LINES: Final = 200


def sniff(data: bytes) -> bool:
    """Say whether bytes could be a table as text: any text without control characters could."""
    return b"\x00" not in data[:4096] or data[:2] in {b"\xff\xfe", b"\xfe\xff"} or bool(bare_utf_16(data))


def read(data: bytes, file: str, options: Options, notes: Notebook) -> Document:
    """Return the one grid of a CSV file.

    Raises:
        Refusal: it is no text, or a quoted cell never ends.
    """
    text, encoding = decoded(data, file)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _newline, rest = text.partition("\n")
    told = ""
    if first.casefold().startswith("sep=") and len(first.strip()) <= 5:  # noqa: PLR2004
        told, text = first.strip()[4:], rest
    delimiter = told or delimiter_of(text)
    details = (
        _("{encoding}, separated by {name}").format(encoding=encoding, name=_(_DELIMITERS.get(delimiter, delimiter))),
    )
    grid = _grid(text, delimiter, file, notes, 2 if told else 1)
    grids, reader = recognised((grid,), notes)
    return Document(grids=grids, details=details, text=text[:200_000], reader=reader)


def _grid(text: str, delimiter: str, file: str, notes: Notebook, first_line: int) -> Grid:
    rows: list[tuple[Cell, ...]] = []
    lines: list[int] = []
    lone = not any(delimiter in line for line in text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES])
    csv.field_size_limit(10 * LONGEST_CELL)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=delimiter != "\t", strict=False
    )
    line, wide = first_line, 0
    try:
        for row in reader:
            if len(rows) >= MOST_ROWS:
                notes.dropped(
                    _("Rows after the first {n}: the limit of an import.").format(n=MOST_ROWS),
                    _("line {n}").format(n=line),
                )
                break
            wide = max(wide, len(row))
            rows.append(tuple(row[:MOST_COLUMNS]) if not lone else (delimiter.join(row),))
            lines.append(line)
            line = first_line + reader.line_num
    except csv.Error as error:
        place = _("line {n}").format(n=line)
        raise Refusal(
            file, place, _("A cell that opens with a quotation mark never ends. Close it and import again.")
        ) from error
    if wide > MOST_COLUMNS:
        notes.dropped(_("Columns after the first {n}: the limit of an import.").format(n=MOST_COLUMNS))
    return Grid(file, tuple(rows), tuple(lines))


def delimiter_of(text: str) -> str:
    """Return the delimiter that cuts most lines into the same number of cells; a comma when none cuts them."""
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        sample = text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES]
        try:
            widths = [
                len(row)
                for row in csv.reader(sample, delimiter=delimiter, skipinitialspace=delimiter != "\t")
                if any(row)
            ]
        except csv.Error:
            continue
        if not widths:
            continue
        counts = Counter(width for width in widths if width > 1)
        if not counts:
            continue
        width, often = max(counts.items(), key=lambda each: (each[1], each[0]))
        many = sum(counts.values()) / len(widths)
        score = often / len(widths) * many * (1 + 0.05 * min(width, 12)) + 0.2 * many
        if score > best_score + 1e-9:
            best, best_score = delimiter, score
    return best
