"""PDF, drawn with Qt's painter and without a screen: A4 or Letter, page x of y, the head of the history on each page.

Lengths are CSS pixels, 96 to the inch. All pages are worked out before the first is drawn, since each says how many
there are.
"""

import re
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QUuid
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from launchplanner.formats.exporters.exporter import Options
from launchplanner.formats.exporters.pdf import signs
from launchplanner.formats.exporters.pdf.blocks import pieces_of
from launchplanner.formats.exporters.pdf.pages import FOOT, Page, Piece, Room, paged
from launchplanner.formats.exporters.pdf.type import SEMIBOLD, Setting, Style, load_inter, text
from launchplanner.formats.safety import one_line, visible
from launchplanner.reports.blocks import Block, Document, Grid, Run, Section
from launchplanner.reports.palette import LINE, MUTED
from launchplanner.words import _

_RESOLUTION: Final = 1200
_CSS_INCH: Final = 96
_SIDE: Final = 52.0
_TOP: Final = 44.0
_RUNNING: Final = 38.0
_BETWEEN_TABLES: Final = 16.0
_PLAIN_CAPSULE: Final = ("pm", "pmm")
_SIZES: Final = {
    "a4": (QPageSize.PageSizeId.A4, 210 / 25.4 * 96, 297 / 25.4 * 96),
    "letter": (QPageSize.PageSizeId.Letter, 8.5 * 96, 11.0 * 96),
}
_DATES: Final = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}Z|(xmp:\w+Date=\")[\d:T+-]{25}")
_HEAD: Final = Style(10.5, 14)
_SMALL: Final = Style(9.5, 13, colour=MUTED)

_application: list[QCoreApplication] = []
"""The application made here when the program has none: Qt needs one as long as there are fonts."""


def render(document: Document, options: Options) -> bytes:
    """Return a report as PDF."""
    if QGuiApplication.instance() is None:
        _application.append(QGuiApplication(["launchplanner", "-platform", "offscreen"]))
    load_inter()
    size, width, height = _SIZES[options.paper]
    room = Room(_TOP, _TOP + _RUNNING, height - FOOT)
    pieces = [_pieces(section, width - 2 * _SIDE, room) for section in document.sections]
    pages = paged(pieces, room)
    data = _draw(document, pages, size, width, height)
    return _dated(data, document.exported_at)


def _pieces(section: Section, width: float, room: Room) -> list[Piece]:
    pieces: list[Piece] = []
    before: Block | None = None
    for block in section.blocks:
        made = pieces_of(block, width, room.bottom - room.later)
        if isinstance(before, Grid) and isinstance(block, Grid):
            made[0] = replace(made[0], space=_BETWEEN_TABLES)
        pieces += made
        before = block
    return pieces


def _draw(document: Document, pages: list[Page], size: QPageSize.PageSizeId, width: float, height: float) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(size))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(one_line(f"{document.title}: {document.launch}"))
    writer.setCreator("launchplanner")
    facts = (document.title, document.launch, document.exported, document.head)
    named = uuid5(NAMESPACE_URL, visible("\n".join(facts)))
    writer.setDocumentId(QUuid(str(named)))
    painter = QPainter(writer)
    try:
        painter.scale(_RESOLUTION / _CSS_INCH, _RESOLUTION / _CSS_INCH)
        painter.translate(_SIDE, 0)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                writer.newPage()
            section = document.sections[page.section]
            _page(painter, page, section, width - 2 * _SIDE)
            _footer(painter, document, section, (number, len(pages)), (width - 2 * _SIDE, height))
    finally:
        painter.end()  # Qt dies if the writer goes while it is painted on
    return bytes(buffer.data().data())


def _page(painter: QPainter, page: Page, section: Section, width: float) -> None:
    if not page.is_first:
        left = Setting((section.running,), width * 0.68, _HEAD)
        if left.lines > 1:
            left = _fitting(section.name, width * 0.68, _HEAD)
        right = text(section.running_right, width * 0.3, Style(10.5, 14, colour=MUTED, side="right"))
        left.draw(painter, 0, _TOP)
        right.draw(painter, width * 0.7, _TOP)
        signs.line(painter, (0, _TOP + 24), (width, _TOP + 24), LINE, 1)
    for top, piece in page.placed:
        piece.draw(painter, top)


def _footer(
    painter: QPainter, document: Document, section: Section, number: tuple[int, int], size: tuple[float, float]
) -> None:
    width, height = size
    top = height - 40
    signs.line(painter, (0, top - 8), (width, top - 8), LINE, 1)
    signs.capsule(painter, section.capsule or _PLAIN_CAPSULE, QPointF(9, top + 6.5), 18, 7)
    page = text(
        _("Page {n} of {count}").format(n=number[0], count=number[1]), 90, Style(9.5, 13, SEMIBOLD, side="right")
    )
    page.draw(painter, width - 90, top)
    printed = (
        Run(_("exported {moment} · history head").format(moment=document.exported) + " "),
        Run(document.head, "strong"),
    )
    middle = Setting((printed,), width, _SMALL)
    middle.draw(painter, width - 96 - middle.width, top)
    left_room = width - 96 - middle.width - 26 - 16
    name = _fitting(section.footer, left_room, _SMALL)
    name.draw(painter, 26, top)


def _fitting(words: str, width: float, style: Style) -> Setting:
    """Return words on one line, with an ellipsis for what does not fit."""
    setting = text(one_line(words), width, style)
    while setting.lines > 1 and words:
        words = words[: int(len(words) * 0.9)]
        setting = text(one_line(words) + "…", width, style)
    return setting


def _dated(data: bytes, moment: datetime) -> bytes:
    """Return the file with the moment of export for the moment of writing, so that equal reports are equal files."""
    short = moment.strftime("%Y%m%d%H%M%SZ").encode()
    long = moment.strftime("%Y-%m-%dT%H:%M:%S+00:00").encode()
    return _DATES.sub(lambda found: found[1] + short if found[1] else found[2] + long, data)
