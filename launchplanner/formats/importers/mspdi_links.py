"""The links of a Microsoft Project XML file: lags are in tenths of a minute, or in percent of the predecessor."""

import re
from collections.abc import Mapping
from math import ceil, trunc
from typing import Final
from xml.etree.ElementTree import Element

from launchplanner.formats.importers.drafts import Wait
from launchplanner.formats.importers.numbers import whole_number
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.xml_trees import text_of
from launchplanner.plan.work import (
    FINISH_TO_FINISH,
    FINISH_TO_START,
    LONGEST_DURATION,
    START_TO_FINISH,
    START_TO_START,
)
from launchplanner.words import _

_TYPES: Final = {"0": FINISH_TO_FINISH, "1": FINISH_TO_START, "2": START_TO_FINISH, "3": START_TO_START}
_PERCENT: Final = frozenset({"19", "20", "51", "52"})
_ELAPSED: Final = frozenset({"4", "6", "8", "10", "12", "36", "38", "40", "42", "44"})
_MINUTES_OF_A_DAY: Final = 1440
_MOST: Final = 10**9
_DURATION: Final = re.compile(
    r"(?P<sign>-?)P(?:(?P<y>\d{1,6})Y)?(?:(?P<mo>\d{1,6})M)?(?:(?P<d>\d{1,7})D)?"
    r"(?:T(?:(?P<h>-?\d{1,9})H)?(?:(?P<m>-?\d{1,9})M)?(?:(?P<s>-?\d{1,9})(?:\.\d+)?S)?)?"
)


def minutes_in(text: str) -> float | None:
    """Return the minutes of a duration such as "PT16H30M0S"; a day or more in it counts by the clock.

    Microsoft writes the sign of a negative one inside, "PT-8H0M0S".
    """
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        return None
    part = {name: int(value or 0) for name, value in match.groupdict().items() if name != "sign"}
    days = part["y"] * 365 + part["mo"] * 30 + part["d"]
    minutes = days * _MINUTES_OF_A_DAY + part["h"] * 60 + part["m"] + part["s"] / 60
    return abs(minutes)


def waits_of(  # noqa: PLR0917 - the task, how it is called, and what lags are measured with
    element: Element, title: str, place: str, lengths: Mapping[str, int], minutes: int, notes: Notebook
) -> list[Wait]:
    """Return what a task waits for.

    Args:
        element: the task.
        title: what to call it.
        place: where it stands.
        lengths: the working days of all tasks by key, for lags in percent.
        minutes: how many of them make a day.
        notes: where remarks go.
    """
    found: list[Wait] = []
    for link in element.findall("PredecessorLink"):
        key = text_of(link, "PredecessorUID")
        if text_of(link, "CrossProject") == "1":
            notes.dropped(_("“{title}” waits for a task of another file.").format(title=title), place)
            continue
        kind = _TYPES.get(text_of(link, "Type") or "1", FINISH_TO_START)
        exact = _lag(link, lengths.get(key, 0), minutes)
        days = ceil(round(exact, 4)) if exact > 0 else trunc(round(exact, 4))
        if text_of(link, "LagFormat") in _ELAPSED and exact:
            notes.changed(
                _("The lag before “{title}” runs through weekends in the file; here it is {n} working days.").format(
                    title=title, n=days
                ),
                place,
            )
        elif abs(days - exact) > 1e-3:  # noqa: PLR2004 - less is a matter of rounding
            notes.changed(
                _("The lag before “{title}” of {exact} days was rounded to {n}.").format(
                    title=title, exact=f"{exact:g}", n=days
                ),
                place,
            )
        found.append(Wait(key, kind, max(-LONGEST_DURATION, min(days, LONGEST_DURATION))))
    return found


def _lag(link: Element, length: int, minutes: int) -> float:
    lag = whole_number(text_of(link, "LinkLag"), -_MOST, _MOST) or 0
    layout = text_of(link, "LagFormat")
    if layout in _PERCENT:
        return length * lag / 100
    if layout in _ELAPSED:
        return lag / 10 / _MINUTES_OF_A_DAY * 5 / 7
    return lag / 10 / minutes
