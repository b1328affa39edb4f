"""The exchange zone drawn as days: hatched while it is open, custody as a line, what was said at its hour."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.hatching import hatch_brush
from launchplanner.ui.kit.shapes import dashes, fill, outline, painting
from launchplanner.ui.relay.zone_days import Column, Dot, ZoneDays
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens
from launchplanner.words import _

HEIGHT: Final = 92
_HEAD: Final = 26
_LINE: Final = 55
_GAP: Final = 6


class ZoneDayStrip(QWidget):
    """Days from left to right, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("zone-days")
        self._days: ZoneDays | None = None
        self._families = ("", "")
        self.setMinimumWidth(360)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: ZoneDays, giver: str, receiver: str) -> None:
        """Show the zone of a pass, in the colours of both sides."""
        self._days, self._families = days, (giver, receiver)
        told = [_("{day} {what}").format(day=column.text, what=column.what) for column in days.columns if column.what]
        said = [_("{time} {text}").format(time=dot.time, text=dot.text) for dot in days.dots]
        self.setAccessibleName(", ".join([*told, *said]))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a strip that can be read."""
        return QSize(900, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        if self._days is None:
            return
        tokens = tokens_of(self)
        with painting(self) as painter:
            for place, column in enumerate(self._days.columns):
                self._paint_column(painter, tokens, place, column)
            self._paint_custody(painter, tokens, self._days)
            self._paint_dots(painter, tokens, self._days.dots)
            self._paint_capsule(painter, tokens, self._days)

    def _x(self, at: float) -> float:
        count = len(self._days.columns) if self._days is not None else 1
        x = self.width() * at / count
        return self.width() - x if self.isRightToLeft() else x

    def _paint_column(self, painter: QPainter, tokens: Tokens, place: int, column: Column) -> None:
        left, right = sorted((self._x(place), self._x(place + 1)))
        if column.in_zone:
            painter.fillRect(QRectF(left, _HEAD, right - left, HEIGHT - _HEAD), hatch_brush(tokens))
        painter.setPen(dashes(tokens.faint, 1) if column.is_today else QColor(tokens.line))
        painter.drawLine(QPointF(left + 0.5, 6), QPointF(left + 0.5, HEIGHT))
        colour = tokens.error.text if column.is_today else tokens.ink if column.what else tokens.muted
        at = left + 8
        room = right - at - 4
        face = font("caption_strong" if column.what else "caption", figures=True)
        at = _word(painter, QRectF(at, 6, room, 14), column.text, face, colour)
        if column.what:
            words = QRectF(at + 4, 6, max(right - at - 8, 0), 14)
            if QFontMetricsF(font("caption")).horizontalAdvance(column.what) <= words.width():
                _word(painter, words, column.what, font("caption"), colour if column.is_today else tokens.muted)

    def _paint_custody(self, painter: QPainter, tokens: Tokens, days: ZoneDays) -> None:
        giver, receiver = (tokens.family(family).fill for family in self._families)
        start, capsule = self._x(0), self._x(days.capsule)
        if days.has_begun or days.now is not None:
            solid = capsule if days.has_begun else self._x(min(days.now or 0.0, days.capsule))
            outline(painter, giver, 4)
            painter.drawLine(QPointF(start + 2, _LINE), QPointF(solid, _LINE))
        if days.has_passed:
            until = days.now if days.now is not None else float(len(days.columns))
            outline(painter, receiver, 4)
            painter.drawLine(QPointF(capsule, _LINE), QPointF(self._x(max(until, days.capsule)), _LINE))
        elif days.planned_end > days.capsule:
            painter.setPen(dashes(receiver, 1.5, 4, 3))
            painter.drawLine(QPointF(capsule, _LINE), QPointF(self._x(days.planned_end), _LINE))
        if days.now is not None:
            outline(painter, tokens.error.text, 2)
            now = self._x(days.now)
            painter.drawLine(QPointF(now, _HEAD + 3), QPointF(now, _LINE - 12))

    def _paint_dots(self, painter: QPainter, tokens: Tokens, dots: tuple[Dot, ...]) -> None:
        free = {True: -1.0, False: -1.0}
        for place, dot in enumerate(dots):
            x = self._x(dot.at)
            fill(painter, tokens.panel)
            painter.drawEllipse(QPointF(x, _LINE), 4.5, 4.5)
            outline(painter, tokens.error.text if dot.is_bad else tokens.ink, 2)
            painter.drawEllipse(QPointF(x, _LINE), 4, 4)
            above = place % 2 == 1
            self._paint_label(painter, tokens, dot, x, above=above, free=free, strong=place == len(dots) - 1)

    def _paint_label(
        self,
        painter: QPainter,
        tokens: Tokens,
        dot: Dot,
        x: float,
        *,
        above: bool,
        free: dict[bool, float],
        strong: bool,
    ) -> None:
        time_face, word_face = font("caption", figures=True), font("caption_strong" if strong else "caption")
        time_width = QFontMetricsF(time_face).horizontalAdvance(dot.time)
        width = time_width + 4 + QFontMetricsF(word_face).horizontalAdvance(dot.text)
        left = min(max(x - width / 2, free[above] + _GAP, 2), self.width() - width - 2)
        free[above] = left + width
        top = _LINE - 24 if above else _LINE + 9
        at = _word(painter, QRectF(left, top, time_width + 1, 14), dot.time, time_face, tokens.muted)
        colour = tokens.error.text if dot.is_bad else tokens.ink
        _word(painter, QRectF(at + 4, top, width, 14), dot.text, word_face, colour)

    def _paint_capsule(self, painter: QPainter, tokens: Tokens, days: ZoneDays) -> None:
        x = self._x(days.capsule)
        x = min(max(x, 20), self.width() - 20)
        place = QRectF(x - 19, _LINE - 11, 38, 22)
        paint_capsule(painter, place, tokens, *self._families, faded=not days.has_begun, halo=True)


def _word(painter: QPainter, area: QRectF, text: str, face: QFont, colour: str) -> float:
    """Draw a word cut to its room, and return where it ends."""
    painter.setFont(face)
    painter.setPen(QColor(colour))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
    painter.drawText(area.topLeft() + QPointF(0, metrics.ascent()), shown)
    return area.left() + metrics.horizontalAdvance(shown)
