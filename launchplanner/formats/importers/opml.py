"""OPML outlines: what has nothing below it is a task, what stands above it its phase.

OmniOutliner and others keep a ticked box in `_status` and a remark in `_note`; further attributes are columns.
"""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.grids import DOCUMENT, Cell, Document, Grid
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.text import plain
from launchplanner.formats.importers.xml_trees import root_of, text_of, tree_of
from launchplanner.formats.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from launchplanner.words import _

_DONE: Final = {"checked": "done", "unchecked": "", "true": "done", "false": "", "indeterminate": "active"}
_KNOWN: Final = {"_status": "Status", "_complete": "Status", "checked": "Status", "_note": "Notes", "note": "Notes"}
_TASK: Final = "Task"
_LEVEL: Final = "Level"
_UNREAD: Final = frozenset({"text", "title", "type", "iscomment", "isbreakpoint", "expanded", "_expanded"})


def sniff(data: bytes) -> bool:
    """Say whether bytes are an outline in OPML."""
    return root_of(data)[0] == "opml"


def read(data: bytes, file: str, _options: Options, notes: Notebook) -> Document:
    """Return the outline as a table with a column for levels.

    Raises:
        Refusal: the XML is damaged, dangerous or too deep.
    """
    lines: dict[Element, int] = {}
    root = tree_of(data, file, lines)
    entries = list(_entries(root.find("body"), notes))
    names: dict[str, str] = {}
    for _level, element in entries:
        for name in element.attrib:
            if name.casefold() not in _UNREAD:
                names.setdefault(name, _KNOWN.get(name.casefold(), name.lstrip("_")))
    columns = list(dict.fromkeys(names.values()))[: MOST_COLUMNS - 2]
    rows: list[tuple[Cell, ...]] = [(_LEVEL, _TASK, *columns)]
    rows.extend(_row(level, element, names, columns) for level, element in entries)
    # An outline without any column of its own is all tasks; a status column says that they are.
    if not columns:
        rows = [(*row, "" if number else "Status") for number, row in enumerate(rows)]
    title = text_of(root, "head/title")
    told = {_LEVEL: v.LEVEL, _TASK: v.TASK, "Status": v.STATUS, "Notes": v.NOTES}
    places = (1, *(lines[element] for _level, element in entries))
    grid = Grid(title or _("Outline"), tuple(rows), places, DOCUMENT, header=0, told=told)
    return Document(title=title, grids=(grid,) if entries else ())


def _entries(body: Element | None, notes: Notebook) -> Iterator[tuple[int, Element]]:
    stack = [(1, each) for each in reversed(body.findall("outline"))] if body is not None else []
    count = 0
    while stack:
        level, element = stack.pop()
        if count >= MOST_ROWS:
            notes.dropped(_("Rows after the first {n}: the limit of an import.").format(n=MOST_ROWS))
            return
        stack.extend((level + 1, each) for each in reversed(element.findall("outline")))
        if _title(element):
            count += 1
            yield level, element


def _title(element: Element) -> str:
    return plain((element.get("text") or element.get("title") or "")[:LONGEST_CELL]).line


def _row(level: int, element: Element, names: dict[str, str], columns: list[str]) -> tuple[Cell, ...]:
    cells: dict[str, str] = {}
    for name, value in element.attrib.items():
        column = names.get(name)
        if column is not None and value.strip():
            text = _DONE.get(value.casefold(), value) if column == "Status" else value[:LONGEST_CELL]
            cells[column] = f"{cells[column]}\n{text}" if column in cells else text
    return (str(level), _title(element), *(cells.get(column, "") for column in columns))
