"""Which day is launch day: a row that says so, or the head of the file."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from launchplanner.formats.importers.dates import read_when
from launchplanner.formats.importers.drafts import Draft
from launchplanner.formats.importers.moments import DAY

_OUTRIGHT: Final = re.compile(
    r"(?:\S+ ){0,4}"
    r"(?:launch(?:es)? ?day|go[- ]?live(?: day| date)?|release day|general availability|(?:ga )?launch|ga release)!?"
    r"(?: \d{1,2}:\d\d)?"
    r"|(?:flip|turn on|enable) .*(?:feature flag|live).*"
    r"|v?\d+(?:\.\d+)+ ?(?:final|ga)?\s*(?:is )?\(?(?:releases?d?!?|launch(?:ed)?|ships?)\)?!?"
    r"|(?:release|launch|ship|publish) v?\d+(?:\.\d+)+(?: final)?.{0,20}"
    r"|markteinführung|lancement|lanzamiento|lançamento|lancio|lancering|リリース日?|发布日?|上线|출시일?",
    re.IGNORECASE,
)
_BARE_VERSION: Final = re.compile(r"v?\d+\.\d+\.0", re.IGNORECASE)
_NAMES_LAUNCH: Final = re.compile(
    r"\b(?:launch(?:es|ed)?|go[- ]?live|releases?d?|ship(?:s|ped)?|roll[- ]?out)\b", re.IGNORECASE
)
_ABOUT_LAUNCH: Final = (
    r"pre|post|soft|beta|alpha|rc|plan|planning|readiness|ready|prep|prepare|blog|checklist|candidate|notes?|team|branch"
    r"|begins?|start|cycle|draft|review|retro\w*|kick[- ]?off|before|after|assets?|emails?|content|strategy"
    r"|brief|materials?|training|announcement|press|video|event|party|jobs?|train|freeze|burndown|highlights?|no[- ]go"
    r"|debrief|schedule|finali[sz]e|meetings?|communicat\w*|themes?|placeholder|internal|dry"
)
_NOT_LAUNCH: Final = re.compile(
    rf"\b(?:{_ABOUT_LAUNCH})\b|\b(?:for|in|of|until|to|at|during|on|from|about)\s+(?:the\s+|our\s+)?(?:launch|release)"
    r"|[-.](?:alpha|beta|rc)|[-–]launch|release[ds]? from",
    re.IGNORECASE,
)
_FACT: Final = re.compile(
    r"(?:target |planned |stable |official |expected )?"
    r"(?:launch|release|go[- ]?live|ga|ship|due|stable due|markteinführung|lancement|lanzamiento)"
    r"(?: ?(?:day|date|target|on))?",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(r"\b(?:launch|release|go[- ]?live)\b", re.IGNORECASE)
_OUTRIGHT_RANK: Final = 3
_VERSION_RANK: Final = 2
_WORDS_OF_A_LAUNCH: Final = 6


def launch_row(drafts: Sequence[Draft], days: Sequence[date | None]) -> int | None:
    """Return the number of the task that happens on launch day, of those that have a day; None when none says so."""
    ranked = [
        (_rank(draft), day, number)
        for number, (draft, day) in enumerate(zip(drafts, days, strict=True))
        if day is not None and _rank(draft)
    ]
    if not ranked:
        return None
    best = max(rank for rank, _day, _number in ranked)
    # Of several the last by date is the launch that all others lead to; of those on one day the first in the file.
    return -max((day, -number) for rank, day, number in ranked if rank == best)[1]


def _rank(draft: Draft) -> int:
    title = draft.title.strip(" .:*!")
    if _NOT_LAUNCH.search(title):
        return 0
    if _OUTRIGHT.fullmatch(title):
        return _OUTRIGHT_RANK
    if _BARE_VERSION.fullmatch(title):
        return _VERSION_RANK
    return 1 if _NAMES_LAUNCH.search(title) and len(title.split()) <= _WORDS_OF_A_LAUNCH else 0


def launch_fact(title: str, facts: Iterable[tuple[str, str]]) -> tuple[date, str] | None:
    """Return the launch day that the head of a file states, and the words that state it."""
    for name, value in facts:
        if _FACT.fullmatch(" ".join(name.split())):
            when = read_when(value)
            if when is not None and when.first.kind == DAY and when.first.day is not None:
                return when.first.day, f"{name}: {value}"
    if _HEAD.search(title):
        when = read_when(title)
        if when is not None and when.first.kind == DAY and when.first.day is not None and when.last is None:
            return when.first.day, title
    return None
