"""The clock: a ring of one segment a week in the colour of who leads, with a hand at today.

It is a launch's picture everywhere: 28 pixels in the toolbar, 40 in a list, 176 on the overview.
"""

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.shapes import circle, inner, outline, painting, smooth
from launchplanner.ui.theme.colour import mix
from launchplanner.ui.theme.fonts import font, sized
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens

_FAINT: Final = 0.26
_ROOM_FOR_NUMBER: Final = 34
_ROOM_FOR_CAPTION: Final = 110


@dataclass(frozen=True)
class ClockFace:
    """What the clock shows."""

    leads: tuple[str, ...]
    """The leading family of each week; empty for a week that nobody leads."""
    now: float | None = None
    """Weeks gone by since the start, so 4.5 is the middle of week 5; None for a plan without days."""
    number: str = ""
    caption: str = ""
    done: bool = False
    """All is passed: every week full, a check instead of the number."""


def paint_clock(painter: QPainter, rect: QRectF, tokens: Tokens, clock: ClockFace) -> None:
    """Draw the clock as large as fits in the middle of the rectangle."""
    area = circle(rect)
    thick = 2.5 + area.width() * 0.1
    ring = inner(area, thick / 2)
    with smooth(painter):
        for number in range(len(clock.leads)):
            _paint_week(painter, ring, tokens, clock, number)
        if not clock.leads:
            outline(painter, tokens.line, thick)
            painter.drawEllipse(ring)
        _paint_middle(painter, area, tokens, clock)
        if clock.now is not None and clock.leads and not clock.done and 0 <= clock.now <= len(clock.leads):
            _paint_hand(painter, area, thick, tokens.error.text, clock.now / len(clock.leads))


class ClockWidget(QWidget):
    """A clock of a fixed size."""

    def __init__(self, clock: ClockFace | None = None, side: int = 40, says: str = "") -> None:
        super().__init__()
        self._clock = clock or ClockFace(())
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_clock(self._clock, says)

    def set_clock(self, clock: ClockFace, says: str = "") -> None:
        """Show another clock; `says` tells it in words, for screen readers and the tooltip."""
        self._clock = clock
        self.setAccessibleName(says)
        set_tooltip(self, says)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square it is drawn in."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the clock."""
        with painting(self) as painter:
            paint_clock(painter, QRectF(self.rect()), tokens_of(self), self._clock)


def _paint_week(painter: QPainter, ring: QRectF, tokens: Tokens, clock: ClockFace, number: int) -> None:
    colour = tokens.family(clock.leads[number]).fill
    turn = 360 / len(clock.leads)
    gap = min(2.2 / (math.pi * ring.width()) * 360, turn * 0.2)
    start, end = number * turn + gap / 2, (number + 1) * turn - gap / 2
    passed = len(clock.leads) if clock.done else (clock.now or 0)
    hand = min(max(passed * turn, start), end)
    _paint_arc(painter, ring, mix(tokens.panel, colour, _FAINT), hand, end)
    _paint_arc(painter, ring, colour, start, hand)


def _paint_arc(painter: QPainter, ring: QRectF, colour: str, start: float, end: float) -> None:
    # Degrees clockwise from the top; Qt counts sixteenths of a degree against the clock from the right.
    if end <= start:
        return
    pen = QPen(QColor(colour), _thickness(ring))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(ring, round((90 - start) * 16), -round((end - start) * 16))


def _thickness(ring: QRectF) -> float:
    # The ring lies in the middle of its own line: side = ring + thickness, and thickness = 2.5 + side / 10.
    return (2.5 + ring.width() * 0.1) / 0.9


def _paint_hand(painter: QPainter, area: QRectF, thick: float, colour: str, turn: float) -> None:
    radius = area.width() / 2
    angle = math.radians(turn * 360 - 90)
    direction = QPointF(math.cos(angle), math.sin(angle))
    outline(painter, colour, max(1.75, area.width() / 60))
    outer, nearer = radius - 1, radius - thick * 1.55
    painter.drawLine(area.center() + direction * nearer, area.center() + direction * outer)


def _paint_middle(painter: QPainter, area: QRectF, tokens: Tokens, clock: ClockFace) -> None:
    side = area.width()
    if side < _ROOM_FOR_NUMBER:
        return
    if clock.done:
        paint_icon(painter, circle(inner(area, side * 0.26)), "check", tokens.good.text)
        return
    outline(painter, tokens.ink)
    if side < _ROOM_FOR_CAPTION:
        painter.setFont(sized(round(side * 0.32), 600))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, clock.number)
        return
    painter.setFont(sized(round(side * 0.22), 600))
    lifted = area.translated(0, -side * 0.045)
    painter.drawText(lifted, Qt.AlignmentFlag.AlignCenter, clock.number)
    painter.setFont(font("small"))
    outline(painter, tokens.muted)
    painter.drawText(area.translated(0, side * 0.12), Qt.AlignmentFlag.AlignCenter, clock.caption)
