"""A recent launch as a row: clock, name, who leads now, next baton, ownership debt, last edit."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from launchplanner.app.recents import RecentLaunch
from launchplanner.reports.now import Now
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.clocks import ClockFace, paint_clock
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.shapes import fill, outline, paint_focus_ring, painting
from launchplanner.ui.kit.surfaces import columns
from launchplanner.ui.theme.fonts import FontRole, font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _

ROW: Final = 60
_HEAD: Final = 30
_WIDE: Final = 800
_COLUMNS: Final = ((0.0, 0.27), (0.29, 0.46), (0.52, 0.79), (0.80, 0.90), (0.91, 1.0))
"""Where each column begins and ends, as shares of the width: launch, lead, baton, debt, edited."""
_NARROW_COLUMNS: Final = ((0.0, 0.32), (0.34, 0.56), (0.64, 0.93), (0.94, 1.0), (1.0, 1.0))
"""The same where there is little room: when it was last open is then left out."""
_FIRST: Final = 70.0
_CLOCK: Final = 38
_LINE: Final = 20
_NUMBER: Final = 34
"""Room for the number before its trend."""
_TREND: Final = QSizeF(40, 14)
_DOT: Final = 2.2


class RecentRow(QAbstractButton):
    """Opens the launch; Delete takes it off the list and never off the disk."""

    forget_asked = Signal()
    find_asked = Signal()

    def __init__(self, launch: RecentLaunch) -> None:
        super().__init__()
        self.launch = launch
        self.setObjectName("recent-row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._by_keyboard = False
        set_tooltip(self, str(launch.path))
        baton = launch.baton.title if launch.baton else ""
        lead = launch.now.week_line if launch.now else launch.refusal
        self.setAccessibleName(f"{launch.title}. {lead}. {baton}")
        if launch.now is None:
            self._offer_ways_out()

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(600, ROW)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only to those who come by keyboard."""
        self._by_keyboard = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes it off the list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer by the mouse what Delete does."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open")).triggered.connect(self.click)
        menu.addAction(_("Take off the list")).triggered.connect(self.forget_asked)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        with painting(self) as painter:
            self._paint(painter, QRectF(self.rect()))

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        tokens = tokens_of(self)
        if self.underMouse() or (self.hasFocus() and self._by_keyboard):
            painter.fillRect(area, tokens.selection)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), tokens.grid)
        if self.hasFocus() and self._by_keyboard:
            paint_focus_ring(painter, area.adjusted(2, 2, -2, -2), tokens)
        launch = self.launch
        clock = QRectF(area.left() + 14, area.center().y() - _CLOCK / 2, _CLOCK, _CLOCK)
        if launch.now is None:
            paint_icon(painter, QRectF(clock.center().x() - 10, clock.center().y() - 10, 20, 20), "note", tokens.muted)
            self._write(
                painter,
                self._column(0),
                (launch.title, "strong", tokens.muted),
                (launch.path.parent.name, "caption", tokens.muted),
            )
            self._write(
                painter,
                self._column(1, until=2),
                (_("It cannot be opened"), "strong", tokens.muted),
                (launch.refusal, "caption", tokens.error.text),
            )
            return
        number = str(launch.now.week) if 1 <= launch.now.week <= launch.now.weeks else ""
        gone = launch.now.gone / max(launch.now.weeks, 1) * len(launch.now.leads)
        done = launch.baton is None and launch.now.week > launch.now.weeks
        paint_clock(painter, clock, tokens, ClockFace(launch.now.leads, gone, number, done=done))
        self._write(
            painter,
            self._column(0),
            (launch.title, "strong", tokens.ink),
            (f"{launch.path.parent.name} / {launch.path.name}", "caption", tokens.muted),
        )
        lead = launch.now.lead_person or launch.now.lead
        who = _("{lead} leads").format(lead=lead) if lead else _("Nobody leads")
        self._write(
            painter,
            self._column(1),
            (who if launch.now.lead or is_within(launch.now) else "", "strong", tokens.ink),
            (launch.now.week_line, "caption", tokens.muted),
        )
        self._paint_baton(painter)
        debt = tokens.error.text if launch.debt else tokens.good.text
        self._write(painter, self._column(3), (str(launch.debt), "title", debt))
        self._paint_trend(painter, debt)
        if area.width() >= _WIDE:
            self._write(painter, self._column(4), (launch.edited, "caption", tokens.muted))

    def _paint_trend(self, painter: QPainter, colour: str) -> None:
        """Draw how the debt came to what it is, the last reading as a dot."""
        place = self._column(3)
        area = QRectF(place.left() + _NUMBER, place.center().y() - _TREND.height() / 2, _TREND.width(), _TREND.height())
        points = trend_points(self.launch.debt_trend, area)
        if len(points) < 2 or area.right() > place.right():  # noqa: PLR2004 - a line has two ends
            return
        outline(painter, tokens_of(self).muted, 1.25)
        painter.drawPolyline(points)
        fill(painter, colour)
        painter.drawEllipse(points[-1], _DOT, _DOT)

    def _paint_baton(self, painter: QPainter) -> None:
        tokens, baton = tokens_of(self), self.launch.baton
        if baton is None:
            self._write(painter, self._column(2), (_("All batons passed"), "strong", tokens.good.text))
            return
        place = self._column(2)
        capsule = QRectF(place.left() - 42, place.center().y() - 9, 32, 18)
        paint_capsule(painter, capsule, tokens, baton.giver_family, baton.receiver_family)
        below = tokens.error.text if baton.late else tokens.muted
        self._write(painter, place, (baton.title, "strong", tokens.ink), (baton.sentence, "caption", below))

    def _column(self, place: int, until: int | None = None) -> QRectF:
        return column_of(QRectF(self.rect()), place, until)

    def _offer_ways_out(self) -> None:
        row = columns(self, spacing=8)
        row.setContentsMargins(0, 0, 16, 0)
        row.addStretch()
        row.addWidget(button(_("Find it…"), size="small", name="recent-find", on_click=self.find_asked.emit))
        row.addWidget(button(_("Remove"), "quiet", size="small", name="recent-forget", on_click=self.forget_asked.emit))

    def _write(self, painter: QPainter, area: QRectF, *lines: tuple[str, FontRole, str]) -> None:
        """Write one or two lines, each a text with its font and colour, in the middle of an area."""
        written = [line for line in lines if line[0]]
        top = area.center().y() - _LINE * len(written) / 2
        for text, role, colour in written:
            painter.setFont(font(role))
            painter.setPen(colour)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
            painter.drawText(QRectF(area.left(), top, area.width(), _LINE), Qt.AlignmentFlag.AlignVCenter, shown)
            top += _LINE


def trend_points(readings: Sequence[tuple[date, int]], area: QRectF) -> list[QPointF]:
    """Return where readings lie in an area: days from left to right, none owed at the bottom."""
    if not readings:
        return []
    first, days = readings[0][0], max((readings[-1][0] - readings[0][0]).days, 1)
    most = max(1, *(tasks for _day, tasks in readings))
    return [
        QPointF(
            area.left() + area.width() * (day - first).days / days,
            area.bottom() - area.height() * tasks / most,
        )
        for day, tasks in readings
    ]


class RecentHead(QWidget):
    """What stands in the columns of the rows below."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recent-head")
        self.setFixedHeight(_HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and a line below them."""
        tokens, area = tokens_of(self), QRectF(self.rect())
        with painting(self) as painter:
            painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), tokens.line)
            painter.setFont(font("caption"))
            painter.setPen(tokens.muted)
            for place, words in enumerate(_headings(area.width())):
                painter.drawText(column_of(area, place), Qt.AlignmentFlag.AlignVCenter, words)


def column_of(area: QRectF, place: int, until: int | None = None) -> QRectF:
    """Return the part of a row that a column takes, or the columns from one to another."""
    shares = _COLUMNS if area.width() >= _WIDE else _NARROW_COLUMNS
    width = area.width() - _FIRST - 16
    left, right = shares[place][0], shares[place if until is None else until][1]
    return QRectF(_FIRST + left * width, area.top(), (right - left) * width, area.height())


def is_within(there: Now) -> bool:
    """Return whether the launch is between the first and the last week of its clock."""
    return 1 <= there.week <= there.weeks


def _headings(width: float) -> tuple[str, ...]:
    debt = _("Ownership debt") if width >= _WIDE else _("Debt")
    words = (_("Launch"), _("Who leads now"), _("Next baton"), debt, _("Last open"))
    return words if width >= _WIDE else words[:-1]
