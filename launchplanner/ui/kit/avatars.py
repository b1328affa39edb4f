"""An owner is a face: a round picture with initials, and what it means when there are two or none.

Faces that overlap are several owners of one thing, which is an error. Faces side by side are giver and receiver.
An empty dashed ring is nobody. A face that is only outlined has not been heard yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.shapes import circle, dashes, fill, inner, outline, painting, smooth
from launchplanner.ui.theme.fonts import sized
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens
from launchplanner.words import _, joined

_OVERLAP: Final = 0.26
_MOST_FACES: Final = 3


@dataclass(frozen=True)
class Face:
    """What is drawn for one person."""

    initials: str
    family: str = ""
    hollow: bool = False
    name: str = ""
    """The whole name, for tooltips and screen readers."""

    @staticmethod
    def of(name: str, family: str = "", *, hollow: bool = False) -> "Face":
        """Return the face of a person by name."""
        return Face(initials(name), family, hollow, name)


def initials(name: str) -> str:
    """Return the first letters of first and last name, at most two; empty if the name has no letters."""
    words = [word for word in (part.lstrip("@([{\"'„“‚‘") for part in name.split()) if word[:1].isalnum()]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0].upper()[:1] for word in ends)


def paint_avatar(
    painter: QPainter, rect: QRectF, tokens: Tokens, initials: str, family: str, *, hollow: bool = False
) -> None:
    """Draw one face in the middle of the rectangle."""
    area = circle(rect)
    colours = tokens.family(family)
    with smooth(painter):
        if hollow:
            fill(painter, tokens.panel)
            painter.drawEllipse(area)
            outline(painter, colours.fill, 1.5)
            painter.drawEllipse(inner(area, 0.75))
        else:
            fill(painter, colours.face)
            painter.drawEllipse(area)
        _paint_letters(painter, area, initials, colours.text if hollow else tokens.on_face)


def paint_nobody(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Draw the empty place of an owner: a dashed ring with a question mark."""
    area = circle(rect)
    with smooth(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(dashes(tokens.error.text, 1.25, 2.6, 2.2))
        painter.drawEllipse(inner(area, 0.75))
        _paint_letters(painter, area, "?", tokens.error.text)


def owners_width(side: float, count: int) -> float:
    """Return how wide `count` owners are drawn, each `side` high."""
    shown = min(max(count, 1), _MOST_FACES)
    return side * (shown - (shown - 1) * _OVERLAP)


def paint_owners(
    painter: QPainter, rect: QRectF, tokens: Tokens, faces: Sequence[Face], *, ground: str | None = None
) -> None:
    """Draw who owns a thing, from the left of the rectangle: nobody, one face, or several overlapping.

    Past three faces the third says how many more there are. `ground` is the colour behind, if not the panel's.
    """
    side = rect.height()
    place = QRectF(rect.left(), rect.top(), side, side)
    if not faces:
        paint_nobody(painter, place, tokens)
        return
    for number, face in enumerate(_at_most_three(faces)):
        if number:
            place.translate(side * (1 - _OVERLAP), 0)
            with smooth(painter):
                fill(painter, ground or tokens.panel)
                painter.drawEllipse(inner(place, -1.5))
        paint_avatar(painter, place, tokens, face.initials, face.family, hollow=face.hollow)


def pair_width(side: float, *, arrow: bool = False) -> float:
    """Return how wide giver and receiver are drawn, each `side` high."""
    return 2 * side + _pair_gap(side, arrow=arrow)


def paint_pair(
    painter: QPainter, rect: QRectF, tokens: Tokens, giver: Face | None, receiver: Face | None, *, arrow: bool = False
) -> None:
    """Draw giver and receiver side by side from the left of the rectangle, with an arrow if there is room."""
    side = rect.height()
    first = QRectF(rect.left(), rect.top(), side, side)
    second = first.translated(side + _pair_gap(side, arrow=arrow), 0)
    for place, face in ((first, giver), (second, receiver)):
        if face is None:
            paint_nobody(painter, place, tokens)
        else:
            paint_avatar(painter, place, tokens, face.initials, face.family, hollow=face.hollow)
    if arrow:
        _paint_arrow(painter, first.right() + 7, second.left() - 7, rect.center().y(), tokens.muted)


class AvatarWidget(QWidget):
    """One face, several overlapping, or nobody; its name is told in the tooltip."""

    def __init__(self, faces: Sequence[Face] = (), side: int = 22) -> None:
        super().__init__()
        self._side = side
        self._faces = tuple(faces)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_faces(faces)

    def set_faces(self, faces: Sequence[Face]) -> None:
        """Show other people."""
        self._faces = tuple(faces)
        who = joined([face.name or face.initials for face in faces]) or _("Nobody")
        self.setAccessibleName(who)
        set_tooltip(self, who)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all faces."""
        return QSize(round(owners_width(self._side, len(self._faces))), self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the faces."""
        area = QRectF(0, (self.height() - self._side) / 2, self.width(), self._side)
        with painting(self) as painter:
            paint_owners(painter, area, tokens_of(self), self._faces)


class PairWidget(QWidget):
    """Giver and receiver side by side."""

    def __init__(self, giver: Face | None, receiver: Face | None, side: int = 22, *, arrow: bool = False) -> None:
        super().__init__()
        self._side = side
        self._arrow = arrow
        self._giver = giver
        self._receiver = receiver
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_pair(giver, receiver)

    def set_pair(self, giver: Face | None, receiver: Face | None) -> None:
        """Show another giver and receiver."""
        self._giver = giver
        self._receiver = receiver
        names = [(face.name or face.initials) if face else _("Nobody") for face in (giver, receiver)]
        said = _("{giver} gives, {receiver} receives").format(giver=names[0], receiver=names[1])
        self.setAccessibleName(said)
        set_tooltip(self, said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for both."""
        return QSize(round(pair_width(self._side, arrow=self._arrow)), self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        area = QRectF(0, (self.height() - self._side) / 2, self.width(), self._side)
        with painting(self) as painter:
            paint_pair(painter, area, tokens_of(self), self._giver, self._receiver, arrow=self._arrow)


def _at_most_three(faces: Sequence[Face]) -> list[Face]:
    if len(faces) <= _MOST_FACES:
        return list(faces)
    return [*faces[: _MOST_FACES - 1], Face(f"+{len(faces) - _MOST_FACES + 1}")]


def _pair_gap(side: float, *, arrow: bool) -> float:
    return side * 0.5 + 14 if arrow else max(3.0, side * 0.16)


def _paint_letters(painter: QPainter, area: QRectF, letters: str, colour: str) -> None:
    painter.setFont(sized(max(7, round(area.height() * 0.4)), 600))
    outline(painter, colour)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters)


def _paint_arrow(painter: QPainter, left: float, right: float, middle: float, colour: str) -> None:
    with smooth(painter):
        outline(painter, colour, 1.5)
        tip = QPointF(right, middle)
        painter.drawLine(QPointF(left, middle), tip)
        painter.drawPolyline([tip + QPointF(-4, -4), tip, tip + QPointF(-4, 4)])
