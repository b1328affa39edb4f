"""Which days are worked."""

from typing import Annotated

from pydantic import Field

from launchplanner.plan.values import Day, Value

Weekday = Annotated[int, Field(ge=0, le=6)]


class WorkCalendar(Value, frozen=True):
    """Working weekdays (Monday is 0) and single days off, such as public holidays."""

    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1)] = (0, 1, 2, 3, 4)
    days_off: tuple[Day, ...] = ()
