"""Months, weekdays and what stands for a missing date, in the languages that plans come in."""

import tomllib
from typing import Final

from launchplanner.words.resources import resource_text

_WORDS: Final = tomllib.loads(resource_text("importing/dates.toml"))

MONTHS: Final = {str(word): number for number, words in enumerate(_WORDS["months"], start=1) for word in words}
"""The number of a month by each of its names, in lower case."""

WEEKDAYS: Final = {str(word): number for number, words in enumerate(_WORDS["weekdays"]) for word in words}
"""The number of a weekday (Monday is 0) by each of its names, in lower case."""

PLACEHOLDERS: Final = frozenset(str(word) for word in _WORDS["placeholders"])
"""What date cells hold while there is no date."""
