"""The head of the people table: plain titles, and over the weeks who leads them."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from launchplanner.reports.people import People, Stretch
from launchplanner.ui.people.rows import WEEKS, headings
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _

_BAND = 20
_HEIGHT = 44
_WEEK_WIDE = 26
"""Room, in pixels, for “W12”; with less only the number stands there."""


class PeopleHead(QHeaderView):
    """Draws a band in the lead's colour over the weeks that one lead has."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._people = People()
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFixedHeight(_HEIGHT)

    def show_people(self, people: People) -> None:
        """Show the weeks of another plan."""
        self._people = people
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return room for the band and the titles."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own
        """Draw one title, or the weeks."""
        tokens = tokens_of(self)
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, tokens.panel)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), tokens.line)
        painter.setFont(font("caption"))
        painter.setPen(tokens.muted)
        if logicalIndex == WEEKS and self._people.weeks:
            self._paint_weeks(painter, area)
        else:
            line = area.adjusted(12, _BAND, 0, 0)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, headings()[logicalIndex])
        painter.restore()

    def _paint_weeks(self, painter: QPainter, area: QRectF) -> None:
        tokens, people = tokens_of(self), self._people
        width = area.width() / people.weeks
        for stretch in people.leads:
            self._paint_lead(painter, QRectF(area.left(), area.top(), width, _BAND), stretch)
        for number in range(people.weeks):
            left = area.left() + number * width
            is_now = number == people.today
            painter.setFont(font("caption_strong" if is_now else "caption"))
            painter.setPen(tokens.error.text if is_now else tokens.muted)
            box = QRectF(left, area.top() + _BAND, width, _HEIGHT - _BAND)
            short = width < _WEEK_WIDE
            week = str(number + 1) if short else _("W{number}").format(number=number + 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, week)

    def _paint_lead(self, painter: QPainter, week: QRectF, stretch: Stretch) -> None:
        """Draw who leads a stretch of weeks; `week` is the first week of the clock."""
        tokens = tokens_of(self)
        colours = tokens.family(stretch.family)
        band = QRectF(week.left() + stretch.first * week.width(), week.top(), 0, week.height())
        band.setWidth((stretch.end - stretch.first) * week.width())
        painter.fillRect(band, colours.tint if stretch.family else tokens.hover)
        painter.setFont(font("caption_medium"))
        painter.setPen(colours.text if stretch.family else tokens.muted)
        room = band.adjusted(8, 0, -4, 0)
        text = painter.fontMetrics().elidedText(stretch.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
