"""What is filled in by hand: the questions of the read-back, and sign-off."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from launchplanner.formats.exporters.pdf import signs
from launchplanner.formats.exporters.pdf.pages import Piece
from launchplanner.formats.exporters.pdf.type import SEMIBOLD, Setting, Style, text
from launchplanner.reports.blocks import Blank, Box, Card, Question, Questions, Run, SignOff, Words
from launchplanner.reports.palette import EDGE, INK, MUTED
from launchplanner.words import _

_INDENT: Final = 20.0
_MARKS: Final = 112.0
_WRITING: Final = 20.0
_ANSWER: Final = Style(11, 15)
_LABEL: Final = Style(9.5, 13, colour=MUTED)
_BOX_LABEL: Final = Style(10.5, 14)
_CARD_EDGE: Final = "#AEB5C2"
_LINES_A_PIECE: Final = 20

Drawn = Callable[[QPainter, float, float], None]


def questions(block: Questions, width: float) -> list[Piece]:
    """Return each question with its answer, or with two lines to write one on."""
    pieces: list[Piece] = [_rule(width)]
    for question in block.questions:
        pieces += _question(question, width)
    return pieces


def _rule(width: float) -> Piece:
    return Piece(
        2, lambda painter, top: signs.line(painter, (0, top + 2), (width, top + 2), INK, 1.2), space=4, stays=True
    )


def _question(question: Question, width: float) -> list[Piece]:
    room = width - _MARKS - _INDENT - 18
    number = text(str(question.number), _INDENT, Style(9.5, 15, colour=MUTED))
    asked = text(question.question, room, Style(11.5, 15, SEMIBOLD))
    marks = [text(box.label, _MARKS - 20, _BOX_LABEL) for box in question.boxes]
    answer = _answer(question, room)
    shown = answer[:1] if answer else []
    below = shown[0].height + 2 if shown else 2 * _WRITING
    height = max(asked.height + below + 3, 50.0)

    def draw(painter: QPainter, top: float) -> None:
        number.draw(painter, 0, top)
        asked.draw(painter, _INDENT, top)
        for setting in shown:
            setting.draw(painter, _INDENT, top + asked.height + 2)
        if not shown:
            for step in (1, 2):
                y = top + asked.height + step * _WRITING
                signs.line(painter, (_INDENT, y), (_INDENT + room, y), EDGE, 0.9)
        x = width - _MARKS
        for place, (box, label) in enumerate(zip(question.boxes, marks, strict=True)):
            y = top + 9 + 22 * place
            signs.box(painter, x, y, ticked=box.ticked)
            label.draw(painter, x + 20, y - 0.5)

    rest = [_continued(setting) for setting in answer[1:]]
    return [Piece(height, draw, space=8), *rest]


def _answer(question: Question, room: float) -> list[Setting]:
    """Return the answer as settings of a few lines each, so that a long one can run over a page's end."""
    if not question.answer:
        return []
    lines: list[Words] = [(Run(line),) for line in question.answer.split("\n")]
    if question.correction:
        lines.append((Run(_("Corrected: "), "strong"), Run(question.correction)))
    whole = Setting(tuple(lines), room, _ANSWER)
    if whole.lines <= _LINES_A_PIECE:
        return [whole]
    return [part for line in lines for part in _cut(line, room)]


def _cut(line: Words, room: float) -> list[Setting]:
    setting = Setting((line,), room, _ANSWER)
    if setting.lines <= _LINES_A_PIECE:
        return [setting]
    words = "".join(run.text for run in line)
    middle = words.rfind(" ", 0, len(words) // 2) + 1 or len(words) // 2
    return [*_cut((Run(words[:middle]),), room), *_cut((Run(words[middle:]),), room)]


def _continued(setting: Setting) -> Piece:
    return Piece(setting.height, lambda painter, top: setting.draw(painter, _INDENT, top))


def sign_off(block: SignOff, width: float) -> list[Piece]:
    """Return both cards, how the pack was read, and the lines for a condition, all on one page."""
    gap = 12.0
    side = (width - gap) / 2
    cards = [_card(card, side) for card in block.cards]
    height = max(card[0] for card in cards)

    def draw(painter: QPainter, top: float) -> None:
        for number, (_height, card) in enumerate(cards):
            x = number * (side + gap)
            signs.frame(painter, QRectF(x + 0.5, top + 0.5, side - 1, height - 1), 8, _CARD_EDGE)
            card(painter, x + 15, top + 13)

    return [
        Piece(height, draw, space=8, stays=True),
        _reading(block, width),
        _blanks(block.blanks, width),
    ]


def _card(card: Card, width: float) -> tuple[float, Drawn]:
    room = width - 30
    name = text(card.name, room - 32, Style(12, 16, SEMIBOLD))
    detail = text(card.detail, room - 32, Style(10, 13, colour=MUTED))
    head = name.height + detail.height
    boxes_height, boxes = _boxes(card.boxes, room, _BOX_LABEL)
    blanks = _blank_line(card.blanks, room)
    height = 13 + head + 8 + boxes_height + 26 + 18 + 10

    def draw(painter: QPainter, x: float, top: float) -> None:
        signs.face(painter, card.face, x + 11, top + min(head, 29) / 2, 11)
        name.draw(painter, x + 32, top)
        detail.draw(painter, x + 32, top + name.height)
        boxes(painter, x, top + head + 8)
        blanks(painter, x, top + head + 8 + boxes_height + 26)

    return height, draw


def _boxes(boxes: tuple[Box, ...], width: float, style: Style) -> tuple[float, Drawn]:
    """Return boxes side by side, on further lines where one is full."""
    labels = [(box, text(box.label, width, style)) for box in boxes]
    places: list[tuple[float, float]] = []
    x = y = 0.0
    for _box, label in labels:
        if x and x + 20 + label.width > width:
            x, y = 0.0, y + 20
        places.append((x, y))
        x += 20 + label.width + 14

    def draw(painter: QPainter, left: float, top: float) -> None:
        for (box, label), (x, y) in zip(labels, places, strict=True):
            signs.box(painter, left + x, top + y, ticked=box.ticked)
            label.draw(painter, left + x + 19, top + y - 0.5)

    return y + 14, draw


def _reading(block: SignOff, width: float) -> Piece:
    asked = text(block.reading, width * 0.4, Style(10.5, 14))
    height, boxes = _boxes(block.strengths, width - asked.width - 16, Style(10.5, 14, colour=MUTED))

    def draw(painter: QPainter, top: float) -> None:
        asked.draw(painter, 0, top)
        boxes(painter, asked.width + 16, top + 0.5)

    return Piece(height, draw, space=11, stays=True)


def _blanks(blanks: tuple[Blank, ...], width: float) -> Piece:
    line = _blank_line(blanks, width)
    return Piece(18, lambda painter, top: line(painter, 0, top), space=32)


def _blank_line(blanks: tuple[Blank, ...], width: float) -> Drawn:
    gap = 14.0
    whole = sum(blank.width for blank in blanks)
    room = width - gap * (len(blanks) - 1)
    placed: list[tuple[float, float, Setting]] = []
    x = 0.0
    for blank in blanks:
        length = room * blank.width / whole
        placed.append((x, length, text(blank.label, length, _LABEL)))
        x += length + gap

    def draw(painter: QPainter, left: float, top: float) -> None:
        for x, length, label in placed:
            signs.line(painter, (left + x, top), (left + x + length, top), EDGE, 0.9)
            label.draw(painter, left + x, top + 4)

    return draw
