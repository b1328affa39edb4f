"""The blocks of a report as pieces to put on pages."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from launchplanner.formats.exporters.pdf import signs
from launchplanner.formats.exporters.pdf.forms import questions, sign_off
from launchplanner.formats.exporters.pdf.pages import Piece
from launchplanner.formats.exporters.pdf.tables import table
from launchplanner.formats.exporters.pdf.type import MEDIUM, SEMIBOLD, Setting, Side, Style, text
from launchplanner.reports.blocks import (
    Block,
    Grid,
    Heading,
    Masthead,
    Note,
    Paragraph,
    Parties,
    Party,
    Questions,
    Run,
    SignOff,
    Words,
)
from launchplanner.reports.palette import EDGE, INK, MUTED

_LETTER_ROOM: Final = 24.0
_PART_SPACE: Final = 20.0
_TITLE: Final = Style(14, 18, SEMIBOLD)
_NOTE: Final = Style(10.5, 14, colour=MUTED)
_BODY: Final = Style(11.5, 16)
_CARD_EDGE: Final = "#D0D5DD"
_SIDES: Final[tuple[Side, Side, Side]] = ("left", "center", "right")


def pieces_of(block: Block, width: float, page: float) -> list[Piece]:  # noqa: PLR0911 - one line for each kind
    """Return a block as pieces of a width, none higher than `page`."""
    match block:
        case Masthead():
            return _masthead(block, width)
        case Parties():
            return [_parties(block, width)]
        case Heading():
            return [_heading(block, width)]
        case Grid():
            return table(block, width, page)
        case Questions():
            return questions(block, width)
        case SignOff():
            return sign_off(block, width)
        case _:
            return _prose(block, width)


def _prose(block: Paragraph | Note, width: float) -> list[Piece]:
    return _paragraph(block, width) if isinstance(block, Paragraph) else [_note(block.words, width)]


def _masthead(block: Masthead, width: float) -> list[Piece]:
    return [_where(block, width), _name(block, width)]


def _where(block: Masthead, width: float) -> Piece:
    day = Setting((block.day,), width * 0.42, Style(10.5, 16, side="right"))
    launch = text(block.launch, width * 0.36, Style(10.5, 16, SEMIBOLD))
    tier = text(block.tier, 80, Style(9.5, 16, MEDIUM))
    week = text(block.week, 140, Style(10.5, 16, colour=MUTED))

    def draw(painter: QPainter, top: float) -> None:
        launch.draw(painter, 0, top)
        x = launch.width + 10
        signs.frame(painter, QRectF(x, top + 0.5, tier.width + 15, 16), 8, _CARD_EDGE)
        tier.draw(painter, x + 7.5, top + 0.5)
        week.draw(painter, x + tier.width + 25, top)
        day.draw(painter, width * 0.58, top)

    return Piece(max(launch.height, day.height), draw, stays=True)


def _name(block: Masthead, width: float) -> Piece:
    kicker = text(block.kicker, width - 90, Style(10.5, 14, MEDIUM, colour=MUTED))
    state = text(block.state, 200, Style(10.5, 18, MEDIUM)) if block.state else None
    room = width - 90 - (state.width + 34 if state else 0)
    title = text(block.title, room, Style(28, 34, SEMIBOLD))
    height = kicker.height + 3 + title.height

    def draw(painter: QPainter, top: float) -> None:
        kicker.draw(painter, 0, top)
        title.draw(painter, 0, top + kicker.height + 3)
        if state is not None:
            x, y = title.width + 14, top + kicker.height + 12
            signs.frame(painter, QRectF(x, y, state.width + 18, 18), 9, EDGE)
            state.draw(painter, x + 9, y)
        if block.capsule is not None:
            signs.capsule(painter, block.capsule, QPointF(width - 32, top + 28), 64, 25)

    return Piece(height, draw, space=17, stays=True)


def _parties(block: Parties, width: float) -> Piece:
    zone_at = width * 0.648
    side = zone_at / 2
    gives = _party(block.gives, side - 34)
    receives = _party(block.receives, side - 22)
    zone = _zone(block, width - zone_at - 30)
    height = max(gives[0], receives[0], 40.0) + 24

    def draw(painter: QPainter, top: float) -> None:
        signs.frame(painter, QRectF(0.5, top + 0.5, width - 1, height - 1), 8, _CARD_EDGE)
        signs.line(painter, (zone_at, top + 1), (zone_at, top + height - 1), _CARD_EDGE, 1)
        gives[1](painter, 15, top + 12)
        signs.arrow(painter, side - 18, top + height / 2, 19)
        receives[1](painter, side + 17, top + 12)
        zone(painter, zone_at + 15, top + height / 2 - 21)

    return Piece(height, draw, space=14)


def _party(party: Party, width: float) -> tuple[float, Callable[[QPainter, float, float], None]]:
    room = width - 42
    role = text(party.role, room, Style(9.5, 13, colour=MUTED))
    name = text(party.name, room, Style(12.5, 16, SEMIBOLD))
    detail = text(party.detail, room, Style(9.5, 13, colour=MUTED))
    height = role.height + name.height + detail.height

    def draw(painter: QPainter, x: float, top: float) -> None:
        signs.face(painter, party.face, x + 16, top + min(height, 45) / 2, 16)
        role.draw(painter, x + 42, top)
        name.draw(painter, x + 42, top + role.height)
        detail.draw(painter, x + 42, top + role.height + name.height)

    return height, draw


def _zone(block: Parties, width: float) -> Callable[[QPainter, float, float], None]:
    labels = [
        (
            text(day.label, width, Style(9.5, 13, colour=MUTED, side=side)),
            text(day.day, width, Style(10.5, 14, SEMIBOLD, side=side)),
        )
        for day, side in zip(block.zone, _SIDES, strict=True)
    ]

    def draw(painter: QPainter, x: float, top: float) -> None:
        for label, day in labels:
            label.draw(painter, x, top)
            day.draw(painter, x, top + 13)
        signs.zone(painter, QRectF(x, top + 32, width, 9), block.planned_at)

    return draw


def _heading(block: Heading, width: float) -> Piece:
    indent = _LETTER_ROOM if block.letter else 0.0
    title = text(block.title, width - indent, _TITLE)
    beside = width - indent - title.width - 10
    note = text(block.note, beside, _NOTE) if block.note else None
    is_below = note is not None and note.lines > 1
    if is_below:
        note = text(block.note, width - indent, _NOTE)
    height = 18 + (note.height + 1 if note is not None and is_below else 0)

    def draw(painter: QPainter, top: float) -> None:
        if block.letter:
            signs.letter_box(painter, block.letter, 0, top + 1)
        title.draw(painter, indent, top)
        if note is not None and is_below:
            note.draw(painter, indent, top + 19)
        elif note is not None:
            note.draw(painter, indent + title.width + 10, top + 2.5)

    return Piece(height, draw, space=_PART_SPACE, stays=True)


def _paragraph(block: Paragraph, width: float) -> list[Piece]:
    """Return a paragraph piece by piece of a few lines, so that a long one can run over a page's end."""
    indent = _LETTER_ROOM if block.lead else 0.0
    words: Words = (Run(f"{block.lead}. ", "strong"), *block.words) if block.lead else block.words
    setting = Setting((words,), width - indent, _BODY)
    return [_lines(setting, number, indent, block.letter) for number in range(0, setting.lines, _A_FEW)]


_A_FEW: Final = 6


def _lines(setting: Setting, first: int, indent: float, letter: str) -> Piece:
    count = min(_A_FEW, setting.lines - first)

    def draw(painter: QPainter, top: float) -> None:
        if letter and first == 0:
            signs.letter_box(painter, letter, 0, top)
        setting.draw(painter, indent, top, range(first, first + count))

    return Piece(count * _BODY.pitch, draw, space=16.0 if first == 0 else 0.0)


def _note(words: Words, width: float) -> Piece:
    setting = Setting((words,), width, Style(9.5, 13, colour=INK))
    return Piece(setting.height, lambda painter, top: setting.draw(painter, 0, top), space=7)
