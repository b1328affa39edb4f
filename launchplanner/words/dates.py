"""How dates are written: short for tables and bars, long for sentences, always with the weekday.

Month and weekday names go through the catalogue and not through the C library's locale, which is one for the
whole process and differs between systems.
"""

from datetime import date

from launchplanner.words.translate import gettext as _

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_month(day: date) -> str:
    """Return a date without its weekday, such as "18 Feb"."""
    return f"{day.day} {_(_MONTHS[day.month - 1])}"


def short_day(day: date) -> str:
    """Return a date for a table, such as "Thu 18 Feb"."""
    return f"{_(_WEEKDAYS[day.weekday()])} {day_month(day)}"


def long_day(day: date) -> str:
    """Return a date with its year, such as "Thu 18 Feb 2027"."""
    return f"{short_day(day)} {day.year}"
