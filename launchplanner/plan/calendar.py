"""Which days are worked, how long, and at what hour the launch is."""

from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field

from launchplanner.plan.values import Day, Value

Weekday = Annotated[int, Field(ge=0, le=6)]


class Holiday(Value, frozen=True):
    """A public holiday, by the name under which people know it."""

    on: Day
    name: str = ""


class WorkCalendar(Value, frozen=True):
    """Working weekdays (Monday is 0), the days off on them, and the hours of a working day.

    `days_off` are the launch's own. `holidays` are the public ones of a country and region (ISO 3166 codes, such as DE
    and BY); they are kept in the plan, so that it says the same on every machine.
    """

    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1)] = (0, 1, 2, 3, 4)
    days_off: tuple[Day, ...] = ()
    country: str = ""
    region: str = ""
    holidays: tuple[Holiday, ...] = ()
    hours: Annotated[float, Field(gt=0, le=24, allow_inf_nan=False)] = 8

    def off(self) -> frozenset[date]:
        """Return all days off, the launch's own and the public ones."""
        return frozenset((*self.days_off, *(holiday.on for holiday in self.holidays)))

    def name_of(self, day: date) -> str:
        """Return the name of the public holiday on a day, or ""."""
        return next((holiday.name for holiday in self.holidays if holiday.on == day), "")


class LaunchHour(Value, frozen=True):
    """The hour of the launch, "09:00", in a time zone by its name, "Europe/Berlin"; both may be left open.

    Only here does a time zone matter: everything else counts in days.
    """

    at: Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")] = ""
    zone: str = ""

    def on(self, day: date) -> datetime | None:
        """Return the moment on a day; None while the hour is open or this machine does not know the zone."""
        if not self.at or not self.zone:
            return None
        try:
            return datetime.combine(day, time.fromisoformat(self.at), ZoneInfo(self.zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None
