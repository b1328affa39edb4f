"""A field for a day: typed in many ways, stepped by arrows, or picked in a calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QWidget

from launchplanner.plan.values import EARLIEST, LATEST
from launchplanner.ui.inspector.day_words import Scale, day_typed
from launchplanner.ui.inspector.fields import LineField
from launchplanner.ui.kit.calendars import dress_calendar
from launchplanner.ui.kit.fields import mark_wrong
from launchplanner.ui.kit.icons import set_icon
from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.surfaces import rows
from launchplanner.words import _, day_month, long_day, short_day


class DayField(LineField):
    """Emits `day_chosen` with a date; with None where `optional` and the field was emptied.

    Arrow up and down step by working days, Alt and arrow down opens the calendar.
    """

    day_chosen = Signal(object)

    def __init__(
        self, says: str, *, name: str, placeholder: str = "", optional: bool = False, short: bool = False
    ) -> None:
        super().__init__(says, name=name, placeholder=placeholder)
        self._is_short = short
        self._day: date | None = None
        self._scale: Scale | None = None
        self._optional = optional
        self._calendar = QAction(_("Choose in a calendar"), self)
        set_icon(self._calendar, "calendar", "muted")
        self._calendar.triggered.connect(self.open_calendar)
        self.addAction(self._calendar, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(lambda: mark_wrong(self, wrong=False))
        set_tooltip(self, _("26 Feb, thu next week, W6 Fri, T-14 or +2"))

    @property
    def day(self) -> date | None:
        """The day that is shown."""
        return self._day

    def show_day(self, day: date | None, scale: Scale) -> None:
        """Show another day, unless somebody is typing."""
        self._day, self._scale = day, scale
        self.show_value(self._words(day, scale) if day is not None else "")

    def _words(self, day: date, scale: Scale) -> str:
        if not self._is_short:
            return long_day(day)
        return short_day(day) if day.year == scale.days.date_of(0).year else f"{day_month(day)} {day.year}"

    def commit(self) -> None:
        """Ask for the day that was typed; keep and mark what is none while the field has the focus."""
        typed = self.text().strip()
        if not self.is_typed_in or self._scale is None:
            return
        if not typed and self._optional:
            self._choose(None)
            return
        day = day_typed(typed, self._scale, self._day)
        if day is not None:
            self._choose(day)
        elif self.hasFocus():
            mark_wrong(self, wrong=True)
            set_tooltip(self, _("“{text}” is no day. Try 26 Feb, W6 Fri, T-14 or +2.").format(text=typed))
        else:
            self.restore()

    def restore(self) -> None:
        """Show what the plan says."""
        super().restore()
        mark_wrong(self, wrong=False)
        set_tooltip(self, _("26 Feb, thu next week, W6 Fri, T-14 or +2"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by working days, or open the calendar."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if steps < 0 and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif steps and self._scale is not None and self._day is not None:
            days = self._scale.days
            self.restore()
            self._choose(_stepped(self._day, steps, days.is_worked))
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Open a calendar below the field."""
        today = self._scale.today if self._scale is not None else EARLIEST
        popup = CalendarPopup(self, self._day or today)
        popup.chosen.connect(self._choose)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _choose(self, day: date | None) -> None:
        self.restore()
        if day != self._day:
            self.day_chosen.emit(day)


class CalendarPopup(QFrame):
    """A month to pick a day from; it goes when one is picked, or with Esc."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar-popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setObjectName("calendar")
        self.calendar.setAccessibleName(_("Calendar"))
        self.calendar.setDateRange(_qt(EARLIEST), _qt(LATEST))
        self.calendar.setSelectedDate(_qt(day))
        dress_calendar(self.calendar)
        rows(self, margin=6).addWidget(self.calendar)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)

    def open_at(self, place: QPoint) -> None:
        """Open with the left upper corner at a place, moved so that all of it is on the screen."""
        hint, screen = self.sizeHint(), self.screen().availableGeometry()
        left = max(screen.left(), min(place.x(), screen.right() - hint.width()))
        top = max(screen.top(), min(place.y(), screen.bottom() - hint.height()))
        self.move(left, top)
        self.show()
        self.calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.calendar.clicked.disconnect(self._take)
        self.calendar.activated.disconnect(self._take)
        self.close()
        self.chosen.emit(cast("date", day.toPython()))


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _stepped(day: date, steps: int, is_worked: Callable[[date], bool]) -> date:
    one = timedelta(days=1 if steps > 0 else -1)
    while EARLIEST < day < LATEST:
        day += one
        if is_worked(day):
            break
    return day
