"""One word of a cell, and what is known of it before anything is asked: facts as bits, worked out once for each word.

A row of words has the facts of all its words; a list that has none of them needs not to be asked. So a fact that says
"may" is given too often rather than too seldom, and one that says "is" exactly.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_DATE = re.compile(
    r"^(?:q[1-4]|h[12]|fy\d+|kw\d*|cw\d*|wk?s?\d*|weeks?|t[-+]\d+\w?|\d+(?:st|nd|rd|th|d|h|w|m|%)?|[-–]|20\d\d|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?)$"
)
SHARE = re.compile(r"^\d+\s*(?:%|h|d|hrs?|days?|pt|fte)?$")
COUNT = re.compile(r"^\d+(?:[.,]\d+)?%?x?$")
INITIAL = re.compile(r"^[^\W\d_]\.?$|^(?:[^\W\d_]\.){2,3}$|^[^\W\d_]\.-[^\W\d_]\.$")
COMPANY_MARKS = ("株式会社", "有限会社", "公司", "주식회사")
DEPARTMENT_MARKS = ("部", "部門", "팀")
EACH = ("各", "每")
BOTS = ("-bot", "_bot")

# What a word is.
DATED: Final = 1 << 0  # a date, a month, a quarter, a week or a day
ASIDE: Final = 1 << 1  # a date, or a share of somebody's time
LETTER: Final = 1 << 3  # an initial, or several with their stops
DIGITS: Final = 1 << 4  # letters with digits among them
ADDRESS: Final = 1 << 5  # a handle, a mailbox, a link, a date with slashes: not a plain word
BRACKET: Final = 1 << 6
GLUED: Final = 1 << 7  # in a script in which two names may stand in one word
GIVEN: Final = 1 << 8  # a given name
FAMILY: Final = 1 << 9  # a family name
COMMON: Final = 1 << 10  # a word that is no name where it stands among names
PARTICLE: Final = 1 << 11  # "de", "van"
LOUD: Final = 1 << 12  # a list or an ending may say something of it
# What lists it may begin or end a phrase of, or has an ending of.
ROLE: Final = 1 << 13
GROUP: Final = 1 << 14
ORGANISATION: Final = 1 << 15
MACHINE: Final = 1 << 16
NOBODY: Final = 1 << 17
EVERYBODY: Final = 1 << 18
PLACE: Final = 1 << 19
PLAIN: Final = 1 << 20
FRAME: Final = 1 << 21  # what stands before or behind a name: "Dr", "Jr", "PhD"
JOINT: Final = 1 << 22  # what joins two names: "and", "or", "then", "with"
MARK: Final = 1 << 23  # what marks who owns, is away, or is in doubt
HELP: Final = 1 << 24  # what marks who helps
SHARED: Final = 1 << 25
CHOICE: Final = 1 << 26


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, its key, and what is known of it.

    Attributes:
        type: "word", "handle", "mail", "url", "channel", "date", "bracket" or "joint".
        facts: the bits above.
    """

    raw: str
    key: str
    type: str = "word"
    facts: int = 0


def facts_of(words: Iterable[Word]) -> int:
    """Return the facts of all the words together."""
    facts = 0
    for word in words:
        facts |= word.facts
    return facts


def facts_of_shape(raw: str, key: str, kind: str) -> int:
    """Return what the characters of a word show, whatever the lists say of it."""
    facts = 0 if kind == "word" else ADDRESS
    if raw[:1].isupper() and INITIAL.match(raw):
        facts |= LETTER
    if not raw.isalpha() and any(c.isdigit() for c in raw):
        facts |= DIGITS
    if is_date(key):
        facts |= DATED | ASIDE
    if SHARE.match(key):
        facts |= ASIDE
    if COUNT.match(key):
        facts |= EVERYBODY
    if key.startswith("ex-"):
        facts |= MARK
    if key.endswith(BOTS):
        facts |= MACHINE
    return facts if key.isascii() else facts | _facts_without_latin(key, kind)


def _facts_without_latin(key: str, kind: str) -> int:
    facts = GLUED if kind == "word" else 0
    if key.startswith(EACH):
        facts |= EVERYBODY
    if key.endswith(DEPARTMENT_MARKS):
        facts |= GROUP
    if any(mark in key for mark in COMPANY_MARKS):
        facts |= ORGANISATION
    return facts


@lru_cache(maxsize=20_000)
def is_date(key: str) -> bool:
    """Tell whether a word is a date, a month, a quarter, a week or a day."""
    return bool(_DATE.match(key))
