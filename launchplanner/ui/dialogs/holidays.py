"""Public holidays as days off: choose a country and a region, and see which days they are."""

from PySide6.QtWidgets import QWidget

from launchplanner.app.holidays import regions, with_holidays, without_holidays
from launchplanner.plan.edits import EditError, SetHolidays
from launchplanner.plan.plan import Plan
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.fields import combo_box
from launchplanner.ui.kit.lists import list_box, list_item
from launchplanner.words import _, long_day


def ask_holidays(parent: QWidget | None, plan: Plan) -> SetHolidays | None:
    """Ask where people have their public holidays; None when that stays as it is."""
    dialog = HolidaysDialog(parent, plan)
    return dialog.edit() if dialog.exec() else None


class HolidaysDialog(FormDialog):
    """A country, a region, and the days that these take off inside the clock."""

    def __init__(self, parent: QWidget | None, plan: Plan) -> None:
        text = _("Nobody works on these days, and what counts from launch day moves over them.")
        super().__init__(parent, _("Public holidays"), text, _("Take them off"))
        self.setObjectName("holidays-dialog")
        self._plan = plan
        self.country = combo_box(_("Country"), name="holidays-country")
        self.country.addItem(_("None: work on public holidays"), "")
        for code in regions():
            self.country.addItem(code, code)
        self.region = combo_box(_("Region"), name="holidays-region")
        self.days = list_box(_("Days off"), name="holidays-days", rows=7)
        self.add_field(_("Country"), self.country)
        self.add_field(_("Region"), self.region)
        self.add_field(_("In the clock"), self.days)
        self.country.currentIndexChanged.connect(self._show_regions)
        self.region.currentIndexChanged.connect(self._show_days)
        self.country.setCurrentIndex(max(self.country.findData(plan.calendar.country), 0))
        self._show_regions()
        self.region.setCurrentIndex(max(self.region.findData(plan.calendar.region), 0))

    def edit(self) -> SetHolidays:
        """Return the choice as an edit."""
        country, region = str(self.country.currentData()), str(self.region.currentData() or "")
        return with_holidays(self._plan, country, region) if country else without_holidays()

    def _show_regions(self) -> None:
        self.region.clear()
        self.region.addItem(_("What holds in all of it"), "")
        for code in regions().get(str(self.country.currentData()), ()):
            self.region.addItem(code, code)
        self.region.setEnabled(self.region.count() > 1)
        self._show_days()

    def _show_days(self) -> None:
        self.days.clear()
        try:
            edit = self.edit()
        except EditError as error:
            self.say_trouble(str(error))
            self.verb.setEnabled(False)
            return
        self.say_trouble("")
        self.verb.setEnabled(True)
        self.verb.set_label(_("Take them off") if edit.days else _("Work on them"))
        for day, name in edit.days:
            self.days.addItem(list_item(f"{long_day(day)}   {name}"))
