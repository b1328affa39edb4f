"""JSON exports of trackers: lists of records as a table; the boards of Trello in their own form."""

import json
from collections.abc import Iterable
from typing import Any, Final, NoReturn, cast

from launchplanner.formats.importers.decoding import decoded
from launchplanner.formats.importers.grids import RECORDS, Cell, Document, Grid
from launchplanner.formats.importers.json_records import flat, is_record, records_in, title_in
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.trello_boards import board_grid, is_board
from launchplanner.formats.importers.vendors import recognised
from launchplanner.formats.limits import MOST_COLUMNS, MOST_ROWS
from launchplanner.formats.refusal import Refusal
from launchplanner.words import _

_DEEPEST: Final = 100


class _TwiceError(Exception):
    pass


def sniff(data: bytes) -> bool:
    """Say whether bytes begin as an object, or a list of objects, does in JSON."""
    head = data[:400].removeprefix(b"\xef\xbb\xbf").lstrip()
    inside = head[1:].lstrip()[:1]
    return (head[:1], inside) in {(b"{", b'"'), (b"[", b"{")}


def read(data: bytes, file: str, _options: Options, notes: Notebook) -> Document:
    """Return the records of a JSON file as a table.

    Raises:
        Refusal: it is no JSON, names a field twice, is too deep, or is a plan of this program itself.
    """
    text, encoding = decoded(data, file)
    content = _loaded(text, file)
    if is_record(content) and content.get("format") == "launchplanner":
        raise Refusal(file, "", _("This is a plan of launchplanner itself. Open it instead of importing it."))
    if is_board(content):
        grid, title, reader = *board_grid(content, notes), "trello"
        grids = (grid,)
    else:
        title = title_in(content)
        grids, reader = recognised(_grids(content, notes), notes)
    return Document(title=title, grids=grids, details=(encoding,), reader=reader)


def _loaded(text: str, file: str) -> object:
    try:
        return cast("object", json.loads(text, object_pairs_hook=_once, parse_constant=_no_number))
    except json.JSONDecodeError as error:
        place = _("line {n}").format(n=error.lineno)
        raise Refusal(
            file, place, _("The JSON breaks off or is damaged there. Export it again where it was made.")
        ) from error
    except _TwiceError as error:
        raise Refusal(file, str(error), _("A field is there twice, and nothing says which one counts.")) from error
    except RecursionError as error:
        raise Refusal(
            file, "", _("Its parts lie more than {n} deep, which no plan does.").format(n=_DEEPEST)
        ) from error
    except ValueError as error:
        raise Refusal(file, "", _("It holds a number that nothing in a plan can be.")) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return found


def _no_number(_word: str) -> NoReturn:
    raise ValueError


def _grids(content: object, notes: Notebook) -> Iterable[Grid]:
    records = records_in(content)
    if len(records) > MOST_ROWS:
        notes.dropped(_("Records after the first {n}: the limit of an import.").format(n=MOST_ROWS))
    rows = [flat(record) for record in records[:MOST_ROWS]]
    names = list(dict.fromkeys(name for row in rows for name in row))
    if len(names) > MOST_COLUMNS:
        notes.dropped(_("Columns after the first {n}: the limit of an import.").format(n=MOST_COLUMNS))
    names = names[:MOST_COLUMNS]
    if not names:
        return ()
    cells: list[tuple[Cell, ...]] = [tuple(names)]
    cells.extend(tuple(row.get(name) for name in names) for row in rows)
    return (Grid(_("Records"), tuple(cells), tuple(range(len(cells))), RECORDS, header=0),)
