"""CSV: the first sheet of a report as one flat table, for spreadsheets that would rather calculate than show.

UTF-8 with the mark by which Excel knows it, every cell in quotation marks, and an apostrophe ahead of what looks like
a formula.
"""

import csv
import io

from launchplanner.formats.exporters.exporter import Options
from launchplanner.formats.safety import csv_cell
from launchplanner.reports.blocks import Document, SheetValue


def render(document: Document, options: Options) -> bytes:
    """Return a report's first sheet as CSV."""
    sheet = document.sheets[0]
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow([column.title for column in sheet.columns])
    writer.writerows([_cell(value) for value in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: SheetValue) -> str:
    if value is None:
        return ""
    return csv_cell(value) if isinstance(value, str) else str(value)
