"""Public holidays as days off, and days off of the launch's own."""

from dataclasses import dataclass
from datetime import date

from launchplanner.plan.edits.base import changed
from launchplanner.plan.plan import Plan
from launchplanner.words import _


@dataclass(frozen=True, slots=True)
class SetHolidays:
    """Take the public holidays of a country and region as days off, each with its name; none take them out.

    They stand in place of those before. Work counts its days from launch day, so what is anchored moves over them.
    """

    country: str
    region: str
    days: tuple[tuple[date, str], ...]

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Set public holidays") if self.days else _("Work on public holidays")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with these holidays; its own days off stay as they are.

        Raises:
            EditError: one of the days lies outside 1970 to 2200.
        """
        holidays = tuple({"on": day, "name": name} for day, name in sorted(self.days))
        place = {"country": self.country, "region": self.region} if self.days else {"country": "", "region": ""}
        return changed(plan, {"calendar": changed(plan.calendar, {**place, "holidays": holidays})})


@dataclass(frozen=True, slots=True)
class SetDayOff:
    """Take a day of the launch's own off, or work on it after all."""

    on: date
    is_off: bool = True

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Take the day off") if self.is_off else _("Work on the day")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the day off, or worked; a public holiday stays one.

        Raises:
            EditError: the day lies outside 1970 to 2200.
        """
        others = {day for day in plan.calendar.days_off if day != self.on}
        days = tuple(sorted({*others, self.on} if self.is_off else others))
        return changed(plan, {"calendar": changed(plan.calendar, {"days_off": days})})
