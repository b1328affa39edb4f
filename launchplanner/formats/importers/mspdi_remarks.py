"""What a Microsoft Project XML file says of a task beside days and people: kept as lines of its notes."""

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from launchplanner.formats.importers.numbers import iso_day
from launchplanner.formats.importers.text import plain
from launchplanner.formats.importers.xml_trees import text_of
from launchplanner.formats.limits import LONGEST_CELL
from launchplanner.words import _, joined

_USUAL_PRIORITY: Final = "500"
_EMPTY: Final = frozenset({"", "0", "0.00", "NA", "PT0H0M0S", "1984-01-01T00:00:00"})


def columns_in(root: Element) -> dict[str, str]:
    """Return the names of the columns that the file adds to tasks, by key."""
    return {
        text_of(each, "FieldID"): text_of(each, "Alias") or text_of(each, "FieldName")
        for each in root.iterfind("ExtendedAttributes/ExtendedAttribute")
    }


def remarks_of(element: Element, columns: dict[str, str], materials: Sequence[str]) -> Iterator[str]:
    """Yield the notes of a task: its own, then one line for each thing that the plan has no field for."""
    if note := plain(text_of(element, "Notes")[:LONGEST_CELL]).text:
        yield note
    if (deadline := iso_day(text_of(element, "Deadline"))) is not None:
        yield _("Deadline: {day}").format(day=deadline.isoformat())
    if (priority := text_of(element, "Priority") or _USUAL_PRIORITY) != _USUAL_PRIORITY:
        yield _("Priority: {priority}").format(priority=priority)
    if materials:
        yield _("Needs: {materials}").format(materials=joined(materials))
    if text_of(element, "IsSubproject") == "1":
        yield _("Stands for the project {name}").format(name=text_of(element, "SubprojectName"))
    for each in element.findall("ExtendedAttribute"):
        value = text_of(each, "Value")
        name = columns.get(text_of(each, "FieldID"), "")
        if value not in _EMPTY and name:
            yield f"{name}: {value}"


def links_of(element: Element) -> list[str]:
    """Return the address that a task links to."""
    address, place = text_of(element, "HyperlinkAddress"), text_of(element, "HyperlinkSubAddress")
    return [f"{address}#{place}" if place else address] if address else []
