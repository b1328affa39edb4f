"""What a column's cells have in common, so that one odd cell is read as its neighbours are meant."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from launchplanner.checks.owners.folding import fold, tidy, without_markup
from launchplanner.checks.owners.roster import NOBODY, Roster

_ENOUGH = 3
_MOST = 0.8
_SURNAME_FIRST = re.compile(r"^[^\W\d_][\w'’. -]{0,40},\s?[^\W\d_][\w'’. -]{0,40}$")
_HANDLE_PLACE = re.compile(r"^@?[\w.-]{2,40}\s?/\s?[^\W\d_][\w .-]{1,40}$")
_LETTERS = re.compile(r"^[^()]{2,60}\([A-Z]{1,5}\)$")


@dataclass(frozen=True, slots=True)
class Habit:
    """How a column writes one person.

    Attributes:
        surname_first: "Silva, Ana" throughout.
        name_then_place: "ana / Lisbon" throughout: what follows the slash is where, not who.
        letters_in_brackets: "Ana Silva (FSD)" throughout.
    """

    surname_first: bool = False
    name_then_place: bool = False
    letters_in_brackets: bool = False


NO_HABIT = Habit()


def column_habit(cells: Iterable[str], roster: Roster = NOBODY) -> Habit:
    """Return the habit of a column, learned from its distinct cells that the roster does not settle.

    Three cells must show a habit, and at least four fifths of all that are not blank.
    """
    texts = {text for cell in cells if (text := without_markup(tidy(cell)[0])) and any(c.isalpha() for c in text)}
    if len(texts) < _ENOUGH:
        return NO_HABIT
    return Habit(
        surname_first=_is_surname_first(texts, roster),
        name_then_place=_is_name_then_place(texts),
        letters_in_brackets=_share(_LETTERS, texts) >= _MOST,
    )


def _share(form: re.Pattern[str], texts: set[str]) -> float:
    matching = sum(bool(form.match(text)) for text in texts)
    return matching / len(texts) if matching >= _ENOUGH else 0.0


def _is_surname_first(texts: set[str], roster: Roster) -> bool:
    """One comma in every cell, and no name that stands on both sides of it, as people in pairs would."""
    if _share(_SURNAME_FIRST, texts) < _MOST:
        return False
    pairs = [text.split(",", 1) for text in texts if _SURNAME_FIRST.match(text)]
    before = {fold(first) for first, _ in pairs}
    after = {fold(second) for _, second in pairs}
    if any(roster.known(first) and roster.known(second) for first, second in pairs):
        return False
    return not before & after and all(" " not in first.strip() or " " not in second.strip() for first, second in pairs)


def _is_name_then_place(texts: set[str]) -> bool:
    """The same few words after the slash in cell after cell, and never before it."""
    if _share(_HANDLE_PLACE, texts) < _MOST:
        return False
    pairs = [text.split("/", 1) for text in texts if _HANDLE_PLACE.match(text)]
    places = Counter(fold(second) for _, second in pairs)
    names = {fold(first) for first, _ in pairs}
    return len(places) * 2 <= len(pairs) and not names & set(places)
