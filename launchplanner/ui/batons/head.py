"""The head of the board: who leads where custody really moved, the weeks, and today."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from launchplanner.reports.baton_board import BatonBoard
from launchplanner.ui.batons.axis import Axis
from launchplanner.ui.batons.model import CLOCK, ITEMS, LOST, headings
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.shapes import fill, smooth
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _

_BAND = 22
_HEIGHT = 48
_PADDING = 10
_NARROWEST = 34
_RIGHT = frozenset((ITEMS, LOST))


class BoardHead(QHeaderView):
    """Draws plain titles, and over the clock its bands and weeks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._board: BatonBoard | None = None
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(30)

    def show_board(self, board: BatonBoard) -> None:
        """Show the clock of another plan."""
        self._board = board
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return room for the band and the titles."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own
        """Draw one title, or the clock."""
        tokens = tokens_of(self)
        area = QRectF(rect)
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, tokens.panel)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), tokens.line)
        if logicalIndex == CLOCK and self._board is not None:
            self._paint_clock(painter, area, self._board)
        else:
            line = area.adjusted(_PADDING, _BAND, -_PADDING, 0)
            side = Qt.AlignmentFlag.AlignRight if logicalIndex in _RIGHT else Qt.AlignmentFlag.AlignLeft
            painter.setFont(font("caption"))
            painter.setPen(tokens.muted)
            shown = painter.fontMetrics().elidedText(
                headings()[logicalIndex], Qt.TextElideMode.ElideRight, int(line.width())
            )
            painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_clock(self, painter: QPainter, area: QRectF, board: BatonBoard) -> None:
        axis = Axis.of(board.head, area)
        self._paint_bands(painter, area, axis, board)
        pill = self._pill(area, axis, board)
        self._paint_weeks(painter, area, axis, board, pill=pill)
        self._paint_today(painter, area, axis, board, pill=pill)

    def _paint_bands(self, painter: QPainter, area: QRectF, axis: Axis, board: BatonBoard) -> None:
        tokens = tokens_of(self)
        painter.setFont(font("caption_strong"))
        metrics = QFontMetricsF(font("caption_strong"))
        for place, band in enumerate(board.bands):
            left, right = axis.x(band.start), axis.x(band.finish)
            colours = tokens.family(band.family)
            painter.fillRect(QRectF(left, area.top(), right - left, _BAND), colours.tint)
            starts = left + (18 if place and board.passes else 8)
            room = right - starts - 16
            if room >= _NARROWEST:
                painter.setPen(colours.text)
                text = metrics.elidedText(band.text, Qt.TextElideMode.ElideRight, room)
                box = QRectF(starts, area.top(), room + 2, _BAND)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        for at, giver, receiver in board.passes:
            box = QRectF(axis.x(at) - 12, area.top() + _BAND / 2 - 7, 24, 14)
            paint_capsule(painter, box, tokens, giver, receiver, halo=True)

    def _paint_weeks(self, painter: QPainter, area: QRectF, axis: Axis, board: BatonBoard, *, pill: QRectF) -> None:
        tokens = tokens_of(self)
        painter.setFont(font("caption", figures=True))
        metrics = QFontMetricsF(painter.font())
        weeks = board.head.weeks(board.head.fit.start, board.head.fit.finish)
        widest = max((metrics.horizontalAdvance(week.text) for week in weeks), default=0) + 6
        week_width = axis.width / max((axis.finish - axis.start) / 5, 1)
        every = max(1, -int(-widest // max(week_width, 1)))
        for place, week in enumerate(weeks):
            left = axis.x(week.start)
            painter.fillRect(QRectF(round(left), area.top() + _BAND, 1, _HEIGHT - _BAND), tokens.grid)
            box = QRectF(left + 4, area.top() + _BAND, widest, _HEIGHT - _BAND)
            if place % every == 0 and not box.intersects(pill):
                painter.setPen(tokens.muted)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, week.text)

    def _pill(self, area: QRectF, axis: Axis, board: BatonBoard) -> QRectF:
        at = board.head.today.at
        if not axis.start <= at <= axis.finish:
            return QRectF()
        width = QFontMetricsF(font("caption_strong")).horizontalAdvance(_("Today")) + 10
        left = min(max(axis.x(at) - width / 2, area.left()), area.right() - width)
        return QRectF(left, area.top() + _BAND + (_HEIGHT - _BAND - 17) / 2, width, 17)

    def _paint_today(self, painter: QPainter, area: QRectF, axis: Axis, board: BatonBoard, *, pill: QRectF) -> None:
        if pill.isEmpty():
            return
        tokens = tokens_of(self)
        line = QRectF(round(axis.x(board.head.today.at)) - 1, pill.bottom(), 2, area.bottom() - pill.bottom())
        painter.fillRect(line, tokens.error.text)
        with smooth(painter):
            fill(painter, tokens.error.text)
            painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(font("caption_strong"))
        painter.setPen(tokens.panel)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, _("Today"))
