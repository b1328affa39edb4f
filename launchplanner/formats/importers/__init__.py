"""Foreign files as plans: each kind of file is one importer in this list."""

from datetime import date
from typing import Final

from launchplanner.formats.importers import (
    csv_files,
    gan,
    html_files,
    icalendars,
    json_files,
    markdown,
    mermaid,
    mspdi,
    opml,
    other_files,
    workbooks,
)
from launchplanner.formats.importers.importer import Importer, imported_by
from launchplanner.formats.importers.results import (
    CHANGED,
    DROPPED,
    UNDERSTOOD,
    ColumnReading,
    Imported,
    Note,
    Options,
    TableReading,
    Understood,
)
from launchplanner.formats.importers.vocabulary import MEANINGS
from launchplanner.words import _

IMPORTERS: Final = (
    Importer("xlsx", _("Excel workbook"), (".xlsx", ".xlsm"), workbooks.sniff, workbooks.read, is_text=False),
    Importer("ods", _("OpenDocument spreadsheet"), (".ods",), workbooks.sniff_ods, workbooks.read, is_text=False),
    Importer(
        "ole",
        _("old or protected Office file"),
        (".xls", ".mpp", ".doc"),
        workbooks.sniff_ole,
        workbooks.refuse_ole,
        is_read=False,
    ),
    Importer("gan", _("GanttProject"), (".gan",), gan.sniff, gan.read, is_text=False),
    Importer("mspdi", _("Microsoft Project XML"), (".xml",), mspdi.sniff, mspdi.read, is_text=False),
    Importer("opml", _("OPML outline"), (".opml",), opml.sniff, opml.read, is_text=False),
    Importer(
        "xml", _("other XML"), (".xml",), other_files.sniff_xml, other_files.refuse_xml, is_text=False, is_read=False
    ),
    Importer("icalendar", _("iCalendar"), (".ics", ".ical"), icalendars.sniff, icalendars.read, is_text=False),
    Importer(
        "project",
        _("Primavera or TaskJuggler file"),
        (".xer", ".tjp"),
        other_files.sniff_text,
        other_files.refuse_text,
        is_text=False,
        is_read=False,
    ),
    Importer("mermaid", _("Mermaid gantt chart"), (".mmd", ".mermaid"), mermaid.sniff, mermaid.read, is_text=False),
    Importer("json", _("JSON of a tracker"), (".json",), json_files.sniff, json_files.read, is_text=False),
    Importer("html", _("HTML page"), (".html", ".htm", ".xhtml"), html_files.sniff, html_files.read),
    Importer("markdown", _("Markdown"), (".md", ".markdown", ".mdown", ".txt"), markdown.sniff, markdown.read),
    Importer("csv", _("CSV or TSV"), (".csv", ".tsv", ".tab", ".txt"), csv_files.sniff, csv_files.read),
)
"""Every kind of file that can be read, those that can be told for certain first."""


def imported(data: bytes, file: str, launch_day: date | None = None, options: Options | None = None) -> Imported:
    """Return the plan in a foreign file, with a full account of how it was read.

    Args:
        data: the whole file.
        file: its name; the content decides first.
        launch_day: the launch day, when the one who imports knows it.
        options: whatever else is known better than by the file.

    Raises:
        Refusal: it cannot be read, or holds no tasks; says where, why, and the way out.
    """
    return imported_by(IMPORTERS, data, file, launch_day, options or Options())


__all__ = [
    "CHANGED",
    "DROPPED",
    "IMPORTERS",
    "MEANINGS",
    "UNDERSTOOD",
    "ColumnReading",
    "Imported",
    "Importer",
    "Note",
    "Options",
    "TableReading",
    "Understood",
    "imported",
]
