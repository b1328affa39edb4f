"""The blocks of a report as WordprocessingML."""

from collections.abc import Iterator
from typing import Final

from launchplanner.formats.exporters.docx.styles import CARD_BORDER
from launchplanner.formats.exporters.docx.tables import KEPT, cell_xml, grid_xml, row_xml, shares, table_xml
from launchplanner.formats.exporters.docx.text import (
    NAMESPACES,
    Numbers,
    bookmark_xml,
    capsule_xml,
    face_xml,
    labelled_box_xml,
    letter_xml,
    paragraph_xml,
    run_xml,
    words_xml,
)
from launchplanner.reports.blocks import (
    Blank,
    Block,
    Card,
    Face,
    Grid,
    Heading,
    Masthead,
    Note,
    Paragraph,
    Parties,
    Party,
    Question,
    Questions,
    Run,
    SignOff,
)
from launchplanner.reports.palette import EDGE, INK
from launchplanner.words import _

PLAIN_STYLE: Final = "LaunchPlain"
_PADDED: Final = (
    '<w:tcMar><w:top w:w="120" w:type="dxa"/><w:left w:w="160" w:type="dxa"/>'
    '<w:bottom w:w="120" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tcMar>'
)
_SIDES: Final = ("top", "left", "bottom", "right")
_TINY: Final = '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'
_LINE_BELOW: Final = f'<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{EDGE[1:]}"/></w:tcBorders>'
_BETWEEN_BLANKS: Final = 0.12
_PILL: Final = f'<w:sz w:val="16"/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="{EDGE[1:]}"/>'


def block_xml(block: Block, width: int, numbers: Numbers) -> Iterator[str]:
    """Return a block as elements of a body; `width` in twentieths of a point."""
    match block:
        case Masthead():
            yield from _masthead(block, width, numbers)
        case Parties():
            yield _parties(block, width, numbers)
        case Heading():
            yield from _heading(block)
        case Grid():
            yield grid_xml(block, width, numbers)
            yield _gap()
        case Questions():
            yield from _questions(block, width, numbers)
        case SignOff():
            yield from _sign_off(block, width, numbers)
        case _:
            yield _prose(block)


def _whole(paragraph: str) -> str:
    return paragraph.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)


def _gap() -> str:
    """Return the paragraph without which two tables in a row become one."""
    return _whole(paragraph_xml("", extra=_TINY))


def _prose(block: Paragraph | Note) -> str:
    if isinstance(block, Note):
        return _whole(paragraph_xml(words_xml(block.words), "Remark"))
    lead = letter_xml(block.letter) + run_xml(Run(f"{block.lead}. ", "strong")) if block.lead else ""
    return _whole(paragraph_xml(lead + words_xml(block.words), "Bearing"))


def _heading(block: Heading) -> Iterator[str]:
    yield _whole(paragraph_xml(letter_xml(block.letter) + run_xml(Run(block.title)), "Heading1"))
    if block.note:
        yield _whole(paragraph_xml(run_xml(Run(block.note)), "Partnote"))


def _masthead(block: Masthead, width: int, numbers: Numbers) -> Iterator[str]:
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    where = (
        run_xml(Run(block.launch, "strong"))
        + run_xml(Run("   "))
        + run_xml(Run(f"\u00a0{block.tier}\u00a0"), _PILL)
        + run_xml(Run(f"   {block.week}\t", "muted"))
        + words_xml(block.day)
    )
    yield _whole(paragraph_xml(where, "Where", stop))
    capsule = capsule_xml(block.capsule, (66, 25), numbers) if block.capsule else ""
    widths = shares([86, 14], width)
    state = run_xml(Run("  ")) + run_xml(Run(f"\u00a0{block.state}\u00a0"), _PILL) if block.state else ""
    name = paragraph_xml(run_xml(Run(block.kicker)), "Kicker") + paragraph_xml(
        run_xml(Run(block.title)) + state, "Title"
    )
    picture = paragraph_xml(capsule, extra='<w:jc w:val="right"/>')
    cells = [cell_xml(name, widths[0]), cell_xml(picture, widths[1], '<w:vAlign w:val="center"/>')]
    yield table_xml([row_xml(cells)], widths, PLAIN_STYLE, block.title)
    yield _gap()


def _borders(*sides: str) -> str:
    return (
        "<w:tcBorders>" + "".join(f"<w:{side} {CARD_BORDER}/>" for side in _SIDES if side in sides) + "</w:tcBorders>"
    )


def _parties(block: Parties, width: int, numbers: Numbers) -> str:
    widths = shares([7.5, 22, 6, 7.5, 22, 35], width)
    arrow = paragraph_xml(run_xml(Run("→"), '<w:sz w:val="28"/>'), extra='<w:jc w:val="center"/>')
    middle = '<w:vAlign w:val="center"/>'
    cells = [
        cell_xml(_face(block.gives.face, 36, numbers), widths[0], _borders("top", "left", "bottom") + _PADDED + middle),
        cell_xml(_party(block.gives), widths[1], _borders("top", "bottom") + _PADDED + middle),
        cell_xml(arrow, widths[2], _borders("top", "bottom") + middle),
        cell_xml(_face(block.receives.face, 36, numbers), widths[3], _borders("top", "bottom") + _PADDED + middle),
        cell_xml(_party(block.receives), widths[4], _borders("top", "bottom") + _PADDED + middle),
        cell_xml(_zone(block, widths[5] - 300), widths[5], _borders(*_SIDES) + _PADDED + middle),
    ]
    return table_xml([row_xml(cells)], widths, PLAIN_STYLE, _("Giver, receiver and zone"))


def _face(face: Face, size: int, numbers: Numbers) -> str:
    return paragraph_xml(face_xml(face, size, numbers))


def _party(party: Party) -> str:
    return (
        paragraph_xml(run_xml(Run(party.role)), "Label")
        + paragraph_xml(run_xml(Run(party.name)), "Name")
        + paragraph_xml(run_xml(Run(party.detail)), "Label")
    )


def _zone(block: Parties, width: int) -> str:
    thirds = shares([1, 1, 1], width)
    sides = ("", '<w:jc w:val="center"/>', '<w:jc w:val="right"/>')
    days = [
        cell_xml(
            paragraph_xml(run_xml(Run(day.label)), "Label", side)
            + paragraph_xml(run_xml(Run(day.day, "strong")), "TableText", side),
            wide,
        )
        for day, wide, side in zip(block.zone, thirds, sides, strict=True)
    ]
    halves = shares([block.planned_at, 1 - block.planned_at], width)
    tiny = paragraph_xml("", extra=_TINY)
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{EDGE[1:]}"'
    planned = f'w:val="single" w:sz="18" w:space="0" w:color="{INK[1:]}"'
    hatch = f'<w:shd w:val="thinDiagStripe" w:color="{EDGE[1:]}" w:fill="FFFFFF"/>'
    frames = (
        f"<w:tcBorders><w:top {line}/><w:left {line}/><w:bottom {line}/><w:right {planned}/></w:tcBorders>",
        f"<w:tcBorders><w:top {line}/><w:left {planned}/><w:bottom {line}/><w:right {line}/></w:tcBorders>",
    )
    bar = [cell_xml(tiny, wide, frame + hatch) for wide, frame in zip(halves, frames, strict=True)]
    named = _("Exchange zone")
    return (
        table_xml([row_xml(days)], thirds, PLAIN_STYLE, named)
        + tiny
        + table_xml([row_xml(bar)], halves, PLAIN_STYLE, named)
        + tiny
    )


def _questions(block: Questions, width: int, numbers: Numbers) -> Iterator[str]:
    widths = shares([3, 77, 20], width)
    rows = [_question(question, widths, numbers) for question in block.questions]
    top = f'<w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="{INK[1:]}"/></w:pBdr>'
    yield _whole(paragraph_xml("", extra=KEPT + top + _TINY))
    yield table_xml(rows, widths, PLAIN_STYLE, _("Notes back"))
    yield _gap()


def _question(question: Question, widths: list[int], numbers: Numbers) -> str:
    words = bookmark_xml(question.marker, numbers) + run_xml(Run(question.question, "strong"))
    asked = paragraph_xml(words, "TableText", '<w:spacing w:before="80"/>')
    line = f'w:val="single" w:sz="4" w:space="1" w:color="{EDGE[1:]}"'
    # Without a border between them Word takes both lines for one frame and draws the lower one only.
    below = f"<w:pBdr><w:bottom {line}/><w:between {line}/></w:pBdr>"
    room = paragraph_xml("", "TableText", below + '<w:spacing w:before="90" w:line="240"/>')
    answer = paragraph_xml(run_xml(Run(question.answer)), "TableText") if question.answer else room * 2
    if question.correction:
        corrected = (Run(_("Corrected: "), "strong"), Run(question.correction))
        answer += paragraph_xml(words_xml(corrected), "TableText")
    marks = "".join(paragraph_xml(labelled_box_xml(box, numbers), "TableText") for box in question.boxes)
    number = paragraph_xml(run_xml(Run(str(question.number))), "Label", '<w:spacing w:before="80"/>')
    margin = '<w:tcMar><w:left w:w="200" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/>'
    return row_xml(
        [cell_xml(number, widths[0]), cell_xml(asked + answer, widths[1]), cell_xml(marks, widths[2], margin)]
    )


def _sign_off(block: SignOff, width: int, numbers: Numbers) -> Iterator[str]:
    widths = shares([49, 2, 49], width)
    left, right = (
        cell_xml(_card(card, widths[0] - 320, numbers), widths[0], _borders(*_SIDES) + _PADDED) for card in block.cards
    )
    middle = cell_xml(paragraph_xml("", extra=KEPT), widths[1])
    yield table_xml([row_xml([left, middle, right])], widths, PLAIN_STYLE, _("Sign-off"))
    boxes = "".join(labelled_box_xml(box, numbers) for box in block.strengths)
    asked = run_xml(Run(f"{block.reading}    "))
    yield _whole(paragraph_xml(asked + boxes, "TableText", KEPT + '<w:spacing w:before="160"/>'))
    yield from _blanks(block.blanks, width)
    yield _gap()


def _card(card: Card, width: int, numbers: Numbers) -> str:
    widths = shares([12, 88], width)
    who = paragraph_xml(run_xml(Run(card.name)), "Name") + paragraph_xml(run_xml(Run(card.detail)), "Label")
    head = row_xml(
        [
            cell_xml(_face(card.face, 26, numbers), widths[0], '<w:vAlign w:val="center"/>'),
            cell_xml(who, widths[1], '<w:vAlign w:val="center"/>'),
        ]
    )
    boxes = "".join(labelled_box_xml(box, numbers, "   ") for box in card.boxes)
    return (
        table_xml([head], widths, PLAIN_STYLE, card.name)
        + paragraph_xml(boxes, "TableText", KEPT + '<w:spacing w:before="120"/>')
        + "".join(_blanks(card.blanks, width))
        + paragraph_xml("", extra=_TINY)
    )


def _blanks(blanks: tuple[Blank, ...], width: int) -> Iterator[str]:
    """Return lines to write on, by hand or in Word, with what belongs on each below it."""
    parts = [part for blank in blanks for part in (blank.width, _BETWEEN_BLANKS)]
    widths = shares(parts[:-1], width)
    room = paragraph_xml("", "TableText", KEPT + '<w:spacing w:before="240"/>')
    lines = [cell_xml(room, wide, "" if number % 2 else _LINE_BELOW) for number, wide in enumerate(widths)]
    labels = [
        cell_xml(
            paragraph_xml(run_xml(Run("" if number % 2 else blanks[number // 2].label)), "Label"),
            wide,
        )
        for number, wide in enumerate(widths)
    ]
    named = ", ".join(blank.label for blank in blanks)
    yield table_xml([row_xml(lines), row_xml(labels)], widths, PLAIN_STYLE, named)
