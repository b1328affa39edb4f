"""Word: real styles, boxes that tick, a head repeated on each page of a table, page x of y in the foot."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final, cast

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.shared import Mm

from launchplanner.formats.exporters.docx.blocks import block_xml
from launchplanner.formats.exporters.docx.styles import add_styles
from launchplanner.formats.exporters.docx.text import NAMESPACES, Numbers, paragraph_xml, run_xml, words_xml
from launchplanner.formats.exporters.exporter import Options
from launchplanner.formats.safety import one_line
from launchplanner.reports.blocks import Document, Run, Section
from launchplanner.reports.palette import LINE
from launchplanner.words import _

_SIZES: Final = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
_MARGIN: Final = 13.75
_TWIPS_A_MM: Final = 1440 / 25.4
_LONGEST_FOOT: Final = 48
"""Characters that fit on the foot's one line."""
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
"""The date of everything inside the file: an archive must carry one, and equal reports shall be equal files."""


def render(document: Document, options: Options) -> bytes:
    """Return a report as a Word file."""
    word = docx.Document()
    add_styles(word)
    _describe(word, document)
    numbers = Numbers()
    size = _SIZES[options.paper]
    width = round((size[0] - 2 * _MARGIN) * _TWIPS_A_MM)
    body = cast("Any", word).element.body
    for number, section in enumerate(document.sections):
        page = word.sections[0] if number == 0 else word.add_section(WD_SECTION.NEW_PAGE)
        _set_page(page, size, document, section, width)
        end = body[-1]
        for text in _body(section, width, numbers):
            end.addprevious(parse_xml(text))
    return _packed(word)


def _body(section: Section, width: int, numbers: Numbers) -> Iterator[str]:
    for block in section.blocks:
        yield from block_xml(block, width, numbers)


def _describe(word: WordDocument, document: Document) -> None:
    about = word.core_properties
    about.title = one_line(f"{document.title}: {document.launch}")[:255]
    about.author = "launchplanner"
    about.last_modified_by = "launchplanner"
    about.comments = ""
    about.revision = 1
    about.created = about.modified = document.exported_at


def _set_page(page: Any, size: tuple[float, float], document: Document, section: Section, width: int) -> None:  # noqa: ANN401 - python-docx's own
    page.page_width, page.page_height = Mm(size[0]), Mm(size[1])
    page.left_margin = page.right_margin = Mm(_MARGIN)
    page.top_margin, page.bottom_margin = Mm(16), Mm(18)
    page.header_distance, page.footer_distance = Mm(9), Mm(8)
    page.different_first_page_header_footer = True
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    below = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{LINE[1:]}"/></w:pBdr>'
    running = words_xml(section.running) + run_xml(Run(f"\t{section.running_right}", "muted"))
    _fill(page.header, paragraph_xml(running, "Where", below + tabs))
    _fill(page.first_page_header, paragraph_xml("", "Where"))
    foot = _foot(document, section, width)
    _fill(page.footer, foot)
    _fill(page.first_page_footer, foot)


def _fill(part: Any, paragraph: str) -> None:  # noqa: ANN401 - python-docx's own
    part.is_linked_to_previous = False
    for old in list(part._element):  # noqa: SLF001 - its paragraphs come with no way to take them out
        part._element.remove(old)  # noqa: SLF001
    part._element.append(parse_xml(paragraph.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))  # noqa: SLF001


def _foot(document: Document, section: Section, width: int) -> str:
    above = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="5" w:color="{LINE[1:]}"/></w:pBdr>'
    tabs = f'<w:tabs><w:tab w:val="center" w:pos="{width * 55 // 100}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    exported = _("exported {moment} · history head {head}").format(moment=document.exported, head=document.head)
    before, between, after = _("Page {n} of {count}").replace("{n}", "\n").replace("{count}", "\n").split("\n")
    place = (
        run_xml(Run(before, "strong"))
        + _field("PAGE")
        + run_xml(Run(between, "strong"))
        + _field("NUMPAGES")
        + run_xml(Run(after, "strong"))
    )
    name = one_line(section.footer)
    short = name if len(name) <= _LONGEST_FOOT else f"{name[:_LONGEST_FOOT]}…"
    inner = run_xml(Run(f"{short}\t{exported}\t")) + place
    return paragraph_xml(inner, "Label", above + tabs)


def _field(name: str) -> str:
    shown = run_xml(Run("1", "strong"))
    return f'<w:fldSimple w:instr=" {name} ">{shown}</w:fldSimple>'


def _packed(word: WordDocument) -> bytes:
    written = io.BytesIO()
    word.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, _OLDEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(entry))
    return packed.getvalue()
