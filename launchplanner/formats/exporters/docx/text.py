"""Pieces of WordprocessingML as text: runs, boxes that tick in Word, faces, the capsule, signs.

Building text and parsing it once for each block is several times as fast as making each cell through python-docx.
"""

from html import escape
from itertools import count
from typing import Final

from launchplanner.formats.safety import visible
from launchplanner.reports.blocks import Box, Face, Run, Words
from launchplanner.reports.markers import name_of, shortened
from launchplanner.reports.palette import face_colour, fill_colour

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
)
BOX_FONT: Final = "Segoe UI Symbol"
_EMPTY, _TICKED = "☐", "☑"
_SIGNS: Final = {"error": "!", "warning": "!", "note": "i", "waived": "–"}
_TILT: Final = 346 * 60000
"""Degrees clockwise, in sixty-thousandths."""
_EMU: Final = 9525
"""English metric units in a CSS pixel."""


class Numbers:
    """Ids that must not come twice in one Word file."""

    def __init__(self) -> None:
        self._next = count(1001)

    def new(self) -> int:
        """Return an id that nothing has yet."""
        return next(self._next)


def words_xml(words: Words) -> str:
    """Return runs."""
    return "".join(run_xml(run) for run in words)


def run_xml(run: Run, look: str = "") -> str:
    """Return one run; `look` is more of its properties."""
    style = {"strong": '<w:rStyle w:val="Strong"/>', "muted": '<w:rStyle w:val="Muted"/>'}.get(run.tone, "")
    properties = f"<w:rPr>{style}{look}</w:rPr>" if style or look else ""
    return f"<w:r>{properties}{_text(run.text)}</w:r>"


def _text(text: str) -> str:
    lines = escape(visible(text), quote=False).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines).replace(
        "\t", '</w:t><w:tab/><w:t xml:space="preserve">'
    )


def paragraph_xml(inner: str, style: str = "", extra: str = "") -> str:
    """Return a paragraph; `extra` is more of its properties, in the order that the schema asks for."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{extra}</w:pPr>" if named or extra else ""
    return f"<w:p>{properties}{inner}</w:p>"


def box_xml(box: Box, name: str, numbers: Numbers) -> str:
    """Return a box that a click in Word ticks."""
    sign = _TICKED if box.ticked else _EMPTY
    tag = f'<w:tag w:val="{escape(shortened(box.marker))}"/>' if box.marker else ""
    fonts = f'<w:rFonts w:ascii="{BOX_FONT}" w:hAnsi="{BOX_FONT}" w:eastAsia="{BOX_FONT}" w:cs="{BOX_FONT}"/>'
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(name)}"/>{tag}<w:id w:val="{numbers.new()}"/>'
        f'<w14:checkbox><w14:checked w14:val="{int(box.ticked)}"/>'
        f'<w14:checkedState w14:val="2611" w14:font="{BOX_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{BOX_FONT}"/></w14:checkbox></w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr>{fonts}<w:sz w:val="22"/></w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def bookmark_xml(marker: str, numbers: Numbers) -> str:
    """Return a bookmark that names what a mark stands for; Word takes 40 letters and digits for its name."""
    if not marker:
        return ""
    number = numbers.new()
    return f'<w:bookmarkStart w:id="{number}" w:name="lp_{name_of(marker)}"/><w:bookmarkEnd w:id="{number}"/>'


def attribute(text: str) -> str:
    """Return text for an attribute, short enough for the title of a control."""
    return escape(visible(text).replace("\n", " ").replace("\t", " ")[:60])


def labelled_box_xml(box: Box, numbers: Numbers, gap: str = "    ") -> str:
    """Return a box with its label behind it."""
    return box_xml(box, box.label, numbers) + run_xml(Run(f" {box.label}{gap}"))


def small_face_xml(face: Face) -> str:
    """Return a face for a table's row: initials on their colour, or an empty dashed frame for nobody."""
    if not face.initials:
        frame = '<w:bdr w:val="dashed" w:sz="4" w:space="0" w:color="626C81"/>'
        return run_xml(Run("    "), frame) + run_xml(Run("  "))
    colour = face_colour(face.family)[1:]
    look = f'<w:b/><w:color w:val="FFFFFF"/><w:sz w:val="14"/><w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
    return run_xml(Run(f" {face.initials} "), look) + run_xml(Run("  "))


def face_xml(face: Face, size: int, numbers: Numbers) -> str:
    """Return a face as a circle of a size in pixels."""
    if not face.initials:
        line = '<a:ln w="12700"><a:solidFill><a:srgbClr val="626C81"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
        return _shape((size, size), f"<a:noFill/>{line}", numbers)
    fill = f'<a:solidFill><a:srgbClr val="{face_colour(face.family)[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    half_points = round(size * 0.56)
    look = f'<w:b/><w:color w:val="FFFFFF"/><w:sz w:val="{half_points}"/>'
    centred = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>'
    inner = paragraph_xml(run_xml(Run(face.initials), look), extra=centred)
    return _shape((size, size), fill, numbers, inner)


def capsule_xml(families: tuple[str, str], size: tuple[int, int], numbers: Numbers) -> str:
    """Return a baton of a size in pixels: the giver's colour to the receiver's, tilted as in a relay."""
    wide, high = (side * _EMU for side in size)
    halves = "".join(
        _half(fill_colour(family)[1:], left, (wide // 2, high), turned)
        for family, left, turned in ((families[0], 0, ' flipH="1"'), (families[1], wide // 2, ""))
    )
    group = (
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm rot="{_TILT}"><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide}" cy="{high}"/><a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm>'
        f"</wpg:grpSpPr>{halves}</wpg:wgp>"
    )
    return _drawing(size, "wordprocessingGroup", "wpg", group, numbers)


def _half(colour: str, left: int, size: tuple[int, int], turned: str) -> str:
    return (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm{turned}><a:off x="{left}" y="0"/>'
        f'<a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        '<a:prstGeom prst="flowChartDelay"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )


def _shape(size: tuple[int, int], look: str, numbers: Numbers, inner: str = "") -> str:
    wide, high = (side * _EMU for side in size)
    box = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>" if inner else ""
    shape = (
        "<wps:wsp><wps:cNvSpPr/>"
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>{look}</wps:spPr>{box}'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )
    return _drawing(size, "wordprocessingShape", "wps", shape, numbers)


def _drawing(size: tuple[int, int], kind: str, needs: str, inner: str, numbers: Numbers) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{needs}"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0] * _EMU}" cy="{size[1] * _EMU}"/>'
        f'<wp:docPr id="{numbers.new()}" name="shape" descr=""/><a:graphic>'
        f'<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/{kind}">{inner}</a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def sign_xml(severity: str) -> str:
    """Return the sign of a severity: on ink for what blocks, framed for what warns, bare for the rest."""
    look = {
        "error": '<w:b/><w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="1B2230"/>',
        "warning": '<w:b/><w:bdr w:val="single" w:sz="6" w:space="0" w:color="1B2230"/>',
    }.get(severity, "<w:b/>")
    return run_xml(Run(f"\u00a0{_SIGNS.get(severity, '!')}\u00a0"), look)


def letter_xml(letter: str) -> str:
    """Return the letter of a part in its frame."""
    look = '<w:b/><w:sz w:val="17"/><w:bdr w:val="single" w:sz="6" w:space="0" w:color="1B2230"/>'
    return run_xml(Run(f"\u00a0{letter}\u00a0"), look) + run_xml(Run("  ")) if letter else ""
