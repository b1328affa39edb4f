"""Words for people: translated sentences, and how dates, names and counts are written in them."""

from launchplanner.words.dates import day_month, long_day, short_day
from launchplanner.words.lists import in_words, joined, quoted
from launchplanner.words.translate import gettext as _
from launchplanner.words.translate import ngettext

__all__ = ["_", "day_month", "in_words", "joined", "long_day", "ngettext", "quoted", "short_day"]
