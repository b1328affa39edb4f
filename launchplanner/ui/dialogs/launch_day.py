"""Moving launch day: the new day, and what follows it."""

from datetime import date
from typing import cast

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.values import EARLIEST, LATEST
from launchplanner.plan.workdays import workdays
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.fields import date_edit
from launchplanner.ui.kit.labels import Label, label
from launchplanner.ui.kit.surfaces import columns
from launchplanner.words import _, long_day, ngettext, short_day


def ask_launch_day(parent: QWidget | None, snapshot: Snapshot) -> date | None:
    """Ask for a new launch day; None when it stays."""
    dialog = LaunchDayDialog(parent, snapshot)
    return dialog.day() if dialog.exec() and dialog.day() != snapshot.plan.launch_day else None


def date_field(day: date, name: str) -> QDateEdit:
    """Return a field for a date, with a calendar."""
    field = date_edit(name, name=name)
    field.setDateRange(QDate(EARLIEST.year, EARLIEST.month, EARLIEST.day), QDate(LATEST.year, LATEST.month, LATEST.day))
    field.setDate(QDate(day.year, day.month, day.day))
    field.setAccessibleName("")
    return field


def day_in(field: QDateEdit) -> date:
    """Return the date in a field."""
    return cast("date", field.date().toPython())


class LaunchDayDialog(FormDialog):
    """A date field, a week earlier or later, and the sentence that says what moves."""

    def __init__(self, parent: QWidget | None, snapshot: Snapshot) -> None:
        text = _("All dates count from launch day in working days, so everything moves with it.")
        super().__init__(parent, _("Move launch day"), text, _("Move"))
        self.setObjectName("launch-day-dialog")
        self._snapshot = snapshot
        self.field = date_field(snapshot.plan.launch_day, "launch-day")
        self.add_field(_("Launch day"), self.field)
        steps = QWidget()
        row = columns(steps)
        row.addWidget(button(_("A week earlier"), name="week-earlier", on_click=lambda: self._shift(-7)))
        row.addWidget(button(_("A week later"), name="week-later", on_click=lambda: self._shift(7)))
        row.addStretch()
        self.add_wide(steps)
        self._says: Label = label("", wrap=True)
        self._says.setObjectName("launch-day-says")
        self.add_wide(self._says)
        self.field.dateChanged.connect(self._tell)
        self._tell()
        self.field.setFocus()

    def day(self) -> date:
        """Return the day in the field."""
        return day_in(self.field)

    def _shift(self, days: int) -> None:
        self.field.setDate(self.field.date().addDays(days))

    def _tell(self) -> None:
        plan, day = self._snapshot.plan, self.day()
        moved = (day - plan.launch_day).days
        if moved == 0:
            self._says.setText(_("Launch day is {day}.").format(day=long_day(day)))
        else:
            direction = _("later") if moved > 0 else _("earlier")
            first = workdays(plan.calendar, day).date_of(plan.first)
            self._says.setText(
                ngettext(
                    "{n} day {direction}: week 1 begins {first}, launch is {day}.",
                    "{n} days {direction}: week 1 begins {first}, launch is {day}.",
                    abs(moved),
                ).format(n=abs(moved), direction=direction, first=short_day(first), day=long_day(day))
            )
        is_worked = workdays(plan.calendar, day).is_worked(day)
        self.say_trouble(
            ""
            if is_worked
            else _("{day} is not a working day; work counts from the next one.").format(day=long_day(day))
        )
        self.verb.setEnabled(moved != 0)
