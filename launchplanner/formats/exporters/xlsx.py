"""Excel: one sheet for each part of a report, to filter and fill in; every text stays text and is never a formula."""

import io
from datetime import date
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from launchplanner.formats.exporters.exporter import Options
from launchplanner.formats.safety import one_line, visible
from launchplanner.reports.blocks import Document, Sheet, SheetColumn, SheetValue
from launchplanner.reports.palette import INK, LINE
from launchplanner.words import _

_MOST_CHARACTERS: Final = 32_767
"""In one cell; a spreadsheet takes no more."""
_PAPER: Final = {"a4": 9, "letter": 1}
_LONGEST_CHOICES: Final = 255
_NOT_IN_A_NAME: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_FONT: Final = {"font_name": "Arial", "font_size": 9, "font_color": INK, "valign": "top"}
_LINE: Final = {"bottom": 1, "bottom_color": LINE}


def render(document: Document, options: Options) -> bytes:
    """Return a report as an Excel workbook."""
    written = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook: Any = xlsxwriter.Workbook(written, settings)
    workbook.set_properties(
        {
            "title": one_line(f"{document.title}: {document.launch}")[:255],
            "author": "launchplanner",
            "created": document.exported_at,
        }
    )
    formats = {
        "head": workbook.add_format({**_FONT, "bold": True, "text_wrap": True, "bottom": 2, "bottom_color": INK}),
        "text": workbook.add_format({**_FONT, **_LINE, "text_wrap": True}),
        "date": workbook.add_format({**_FONT, **_LINE, "num_format": "ddd d mmm yyyy", "align": "left"}),
        "fill": workbook.add_format({**_FONT, **_LINE, "text_wrap": True, "bg_color": "#FBFBF3"}),
    }
    for sheet in document.sheets:
        _write(workbook.add_worksheet(_sheet_name(sheet.name)), sheet, document, options, formats)
    workbook.close()
    return written.getvalue()


def _sheet_name(name: str) -> str:
    return " ".join(name.translate(_NOT_IN_A_NAME).split())[:31]


def _write(page: Any, sheet: Sheet, document: Document, options: Options, formats: dict[str, Any]) -> None:  # noqa: ANN401 - untyped library
    _set_up(page, sheet, document, options)
    for number, column in enumerate(sheet.columns):
        page.write_string(0, number, column.title, formats["head"])
        page.set_column(number, number, max(column.width, 6))
        if column.choices:
            _offer(page, column, number, max(len(sheet.rows), 1))
    for row, values in enumerate(sheet.rows, start=1):
        for number, value in enumerate(values):
            _cell(page, (row, number), value, formats, can_be_filled=bool(sheet.columns[number].choices))


def _set_up(page: Any, sheet: Sheet, document: Document, options: Options) -> None:  # noqa: ANN401 - untyped library
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_PAPER[options.paper])
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    page.hide_gridlines(2)
    exported = _("exported {moment} · history head {head}").format(moment=document.exported, head=document.head)
    name = _for_footer(f"{document.launch[:60]} · {sheet.name}")
    page.set_footer(f"&L&8{name}&C&8{_for_footer(exported)}&R&8{_('Page {n} of {count}').format(n='&P', count='&N')}")


def _for_footer(text: str) -> str:
    """Return text for a footer, in which "&" begins a command."""
    return one_line(text).replace("&", "&&")


def _offer(page: Any, column: SheetColumn, number: int, rows: int) -> None:  # noqa: ANN401 - untyped library
    if len(",".join(column.choices)) > _LONGEST_CHOICES:
        return
    page.data_validation(
        1,
        number,
        rows,
        number,
        {
            "validate": "list",
            "source": list(column.choices),
            "error_type": "warning",
            "error_title": column.title[:32],
            "error_message": _("Known here: {choices}.").format(choices=", ".join(column.choices))[:255],
        },
    )


def _cell(
    page: Any,  # noqa: ANN401 - untyped library
    place: tuple[int, int],
    value: SheetValue,
    formats: dict[str, Any],
    *,
    can_be_filled: bool,
) -> None:
    text = formats["fill" if can_be_filled else "text"]
    if value is None or value == "":
        page.write_blank(*place, None, text)
    elif isinstance(value, str):
        page.write_string(*place, _fitting(visible(value)), text)
    elif isinstance(value, date):
        page.write_datetime(*place, value, formats["date"])
    else:
        page.write_number(*place, value, text)


def _fitting(text: str) -> str:
    """Return text that a cell can hold; what had to go is said at its end."""
    if len(text) <= _MOST_CHARACTERS:
        return text
    told = _("… ({n} more characters stand in the plan)")
    kept = _MOST_CHARACTERS - len(told) - 12
    return text[:kept] + told.format(n=len(text) - kept)
