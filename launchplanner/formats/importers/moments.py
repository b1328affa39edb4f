"""What is written about time before it is known as a day.

A cell becomes a `When` of one or two `Moment`s. What a moment means as a day is settled later, in `timing`, when
all of them are known: the year of "Tue September 15", the launch day that "T-30" counts from, the week that is week 1.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

DAY: Final = "day"
YEARLESS: Final = "yearless"
FROM_LAUNCH: Final = "from launch"
WORKDAYS_FROM_LAUNCH: Final = "working days from launch"
WEEK: Final = "week"
CALENDAR_WEEK: Final = "calendar week"
DAY_NUMBER: Final = "day number"
MONTH_NUMBER: Final = "month number"

DAY_FIRST: Final = "day first"
MONTH_FIRST: Final = "month first"
YEAR_FIRST: Final = "year first"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or as much of it as was written.

    `number` counts days from launch, weeks, or days of the plan; `weekday` is the one written beside the date;
    `whole` tells a stretch that was named as one, such as a month or a week.
    """

    kind: str
    day: date | None = None
    month: int = 0
    day_of_month: int = 0
    number: int = 0
    weekday: int | None = None
    whole: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """What a cell says about time; `last` is set for a range, `rest` are the words beside it."""

    first: Moment
    last: Moment | None = None
    rest: str = ""
    text: str = ""
    two_days: bool = False
