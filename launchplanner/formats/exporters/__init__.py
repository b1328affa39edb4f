"""The formats that reports are written in. To add one: a module with `render(document, options)`, and a line here."""

from typing import Final

from launchplanner.formats.exporters.exporter import PAPERS, Exporter, Options, Paper
from launchplanner.words import _

EXPORTERS: Final = (
    Exporter("pdf", _("PDF document"), ".pdf", f"{__name__}.pdf.document"),
    Exporter("html", _("Web page"), ".html", f"{__name__}.html.document"),
    Exporter("docx", _("Word document"), ".docx", f"{__name__}.docx.document"),
    Exporter("xlsx", _("Excel workbook"), ".xlsx", f"{__name__}.xlsx"),
    Exporter("md", _("Markdown"), ".md", f"{__name__}.markdown"),
    Exporter("csv", _("CSV table"), ".csv", f"{__name__}.csv"),
)


def exporter_for(suffix: str) -> Exporter | None:
    """Return the exporter that writes files with this suffix (".pdf", "pdf"), or None."""
    wanted = suffix.casefold().lstrip(".")
    return next((exporter for exporter in EXPORTERS if exporter.suffix.lstrip(".") == wanted), None)


__all__ = ["EXPORTERS", "PAPERS", "Exporter", "Options", "Paper", "exporter_for"]
