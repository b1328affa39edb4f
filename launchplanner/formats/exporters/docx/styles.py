"""The styles of a report in Word: real ones, so that its reader can restyle it and walk through its headings."""

from typing import Any, Final

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

from launchplanner.formats.exporters.docx.tables import TABLE_STYLE
from launchplanner.formats.exporters.docx.text import NAMESPACES
from launchplanner.reports.palette import EDGE, INK, LINE, MUTED

FONT: Final = "Arial"
"""On every machine that opens Word files, and close to the type of the PDF; Inter is on few of them."""
_BODY: Final = 9.5

# Name, size, bold, colour, space before and after, whether the next paragraph stays on the same page.
_PARAGRAPHS: Final = (
    ("Title", 22.0, True, INK, 0, 2, True),
    ("Heading 1", 11.5, True, INK, 16, 2, True),
    ("Kicker", 8.5, False, MUTED, 0, 2, True),
    ("Where", 8.5, False, INK, 0, 8, True),
    ("Part note", 8.5, False, MUTED, 0, 4, True),
    ("Bearing", _BODY, False, INK, 12, 0, False),
    ("Remark", 8.0, False, MUTED, 4, 0, False),
    ("Table Text", 8.5, False, INK, 0, 0, False),
    ("Table Head", 7.5, False, MUTED, 0, 0, True),
    ("Label", 7.5, False, MUTED, 2, 0, False),
    ("Name", 10.0, True, INK, 0, 0, False),
)
_TABLE: Final = f"""
<w:style {NAMESPACES} w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">
  <w:name w:val="Launch table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="8" w:space="0" w:color="{INK[1:]}"/>
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE[1:]}"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE[1:]}"/>
  </w:tblBorders><w:tblCellMar>
    <w:top w:w="70" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
    <w:bottom w:w="70" w:type="dxa"/><w:right w:w="110" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>
    <w:top w:val="nil"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK[1:]}"/>
  </w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>"""
_PLAIN: Final = f"""
<w:style {NAMESPACES} w:type="table" w:customStyle="1" w:styleId="LaunchPlain">
  <w:name w:val="Launch plain"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
  <w:tblPr><w:tblCellMar>
    <w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
</w:style>"""
CARD_BORDER: Final = f'w:val="single" w:sz="6" w:space="0" w:color="{EDGE[1:]}"'


def add_styles(word: WordDocument) -> None:
    """Give a new Word file the styles of a report."""
    styles: Any = word.styles
    normal = styles["Normal"]
    _dress(normal, _BODY, INK, bold=False)
    normal.paragraph_format.space_after = Pt(0)
    for name, size, bold, colour, before, after, keeps in _PARAGRAPHS:
        known = {style.name for style in styles}
        style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if name not in known:
            style.base_style = normal
        _dress(style, size, colour, bold=bold)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = keeps
    _drop_border(styles["Title"])
    muted = styles.add_style("Muted", WD_STYLE_TYPE.CHARACTER)
    muted.font.color.rgb = RGBColor.from_string(MUTED[1:])
    for table in (_TABLE, _PLAIN):
        styles.element.append(parse_xml(table))


def _dress(style: Any, size: float, colour: str, *, bold: bool) -> None:  # noqa: ANN401 - python-docx's own
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour[1:])
    fonts = style.element.rPr.rFonts
    # A theme's font would win over the named one.
    for key in [key for key in fonts.keys() if key.endswith("Theme")]:  # noqa: SIM118 - an lxml element
        del fonts.attrib[key]
    for side in ("eastAsia", "cs"):
        fonts.set(f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{side}", FONT)


def _drop_border(style: Any) -> None:  # noqa: ANN401 - python-docx's own
    for border in style.element.xpath("./w:pPr/w:pBdr"):
        border.getparent().remove(border)
