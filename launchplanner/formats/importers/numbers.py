"""Numbers and days in attributes and fields of files, read within bounds."""

from datetime import date

from launchplanner.plan.values import EARLIEST, LATEST


def iso_day(text: str | None) -> date | None:
    """Return the day that a text such as "2027-04-13" or "2027-04-13T08:00:00" begins with, or None."""
    try:
        day = date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def whole_number(text: str | None, least: int, most: int) -> int | None:
    """Return the whole number that a text is, cut to `least` and `most`; None when it is none.

    "2.0" counts, and of "2.5" the whole part.
    """
    words = (text or "").strip()
    if not words or len(words) > 24:  # noqa: PLR2004 - longer is no number that a plan holds
        return None
    try:
        number = float(words)
        return max(least, min(int(number), most))
    except (ValueError, OverflowError):
        return None
