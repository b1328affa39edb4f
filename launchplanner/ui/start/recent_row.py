"""A recent launch as a row: clock, name, who leads now, next baton, ownership debt, last edit."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from launchplanner.app.recents import RecentLaunch
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.clocks import ClockFace, paint_clock
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.shapes import paint_focus_ring, painting
from launchplanner.ui.theme.fonts import FontRole, font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _

ROW: Final = 60
_COLUMNS: Final = (0.0, 0.31, 0.50, 0.78, 0.89)
"""Where the columns begin, as shares of the width: launch, lead, baton, debt, edited."""
_CLOCK: Final = 38
_LINE: Final = 20


class RecentRow(QAbstractButton):
    """Opens the launch; Delete takes it off the list and never off the disk."""

    forget_asked = Signal()

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        with painting(self) as painter:
            self._paint(painter, QRectF(self.rect()))

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        tokens = tokens_of(self)
        if self.underMouse() or (self.hasFocus() and self._by_keyboard):
            painter.fillRect(area, tokens.selection)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), tokens.grid)
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
                self._column(1, until=4),
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
        lead = launch.now.lead_person or launch.now.lead or _("nobody")
        self._write(
            painter,
            self._column(1),
            (_("{lead} leads").format(lead=lead), "strong", tokens.ink),
            (launch.now.week_line, "caption", tokens.muted),
        )
        self._paint_baton(painter)
        debt = tokens.error.text if launch.debt else tokens.good.text
        self._write(painter, self._column(3), (str(launch.debt), "title", debt))
        self._write(painter, self._column(4), (launch.edited, "caption", tokens.muted))
        if self.hasFocus() and self._by_keyboard:
            paint_focus_ring(painter, area.adjusted(2, 2, -2, -2), tokens)

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
        left_edge, width = 70.0, self.width() - 70.0 - 16
        ends = (*_COLUMNS[1:], 1.0)
        end = ends[until if until is not None else place]
        left = left_edge + _COLUMNS[place] * width
        gap = 50 if place == 1 else 16  # room for the capsule before the baton's name
        return QRectF(left, 0, end * width + left_edge - left - gap, self.height())

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
