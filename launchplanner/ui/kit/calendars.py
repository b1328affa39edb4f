"""The calendar that opens from a date field, in the colours of the theme.

Qt draws its weekends red and its arrows black, whatever the palette says.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from launchplanner.ui import theme
from launchplanner.ui.kit.icons import set_icon

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
_ARROWS = (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right"))


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Give a calendar weeks that begin on Monday, week numbers, quiet weekends and our arrows."""
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    for name, icon in _ARROWS:
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:
            set_icon(arrow, icon, "muted")
    _Weekends(calendar)


class _Weekends(QObject):
    # A child of its calendar, so that both end together.
    def __init__(self, calendar: QCalendarWidget) -> None:
        super().__init__(calendar)
        self._calendar = calendar
        theme.of(calendar).changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        tokens = theme.tokens_of(self._calendar)
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(tokens.muted))
        for day in _WEEKEND:
            self._calendar.setWeekdayTextFormat(day, quiet)
        self._calendar.setHeaderTextFormat(quiet)
