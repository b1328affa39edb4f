"""Marks that an exported checklist carries unseen, so that a box or an answer filled in outside is known again.

A mark names one tick or text of one part, whether it was ticked when it left, and a few signs of the text beside it:
what nobody touched changes nothing, however far the plan has come since.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from launchplanner.plan.protocol import fingerprint

PREFIX: Final = "lp:"
ITEM: Final = "item"
TASK: Final = "task"
PROMPT: Final = "prompt"

READY: Final = "ready"
YES: Final = "yes"
NO: Final = "no"
DONE: Final = "done"
ANSWER: Final = "answer"
SHORT_PREFIX: Final = "lp#"
_SIGNS: Final = 8
_PARTS: Final = 6
_NAMING: Final = 4
"""How many parts of a mark say what it is on; the rest says how that left."""
_NAME_LENGTH: Final = 32


@dataclass(frozen=True, slots=True)
class Marker:
    """What a mark says: which part of which baton, which of its boxes or texts, and how it left."""

    kind: str
    baton: str
    key: str
    what: str
    ticked: bool = False
    text: str = ""

    def was_text(self, text: str) -> bool:
        """Say whether a text is the one that was exported, spaces aside."""
        return self.text == signs_of(text)


def marker(kind: str, baton: str, key: str, what: str, *, ticked: bool = False, text: str = "") -> str:
    """Return the mark for one box or text of a part; `text` is what stood beside it."""
    parts = (kind, _quoted(baton), _quoted(key), what, "1" if ticked else "0", signs_of(text))
    return PREFIX + "/".join(parts)


def marker_in(text: str) -> Marker | None:
    """Return what a mark says, or None for a text that is none."""
    parts = text.strip().removeprefix(PREFIX).split("/")
    if not text.strip().startswith(PREFIX) or len(parts) != _PARTS:
        return None
    kind, baton, key, what, ticked, signs = parts
    return Marker(kind, unquote(baton), unquote(key), what, ticked == "1", signs)


def name_of(mark: str) -> str:
    """Return letters and digits that stand for what a mark is on: Word keeps few of a tag, fewer of a bookmark."""
    return fingerprint("/".join(mark.split("/")[:_NAMING]))[:_NAME_LENGTH]


def shortened(mark: str) -> str:
    """Return a mark with the name of its part in place of the ids: never too long for the tag of a box in Word."""
    *_naming, ticked, signs = mark.split("/")
    return f"{SHORT_PREFIX}{name_of(mark)}/{ticked}/{signs}"


def signs_of(text: str) -> str:
    """Return a few signs of a text, the same whatever its spaces; "" for an empty one."""
    plain = " ".join(text.split())
    return fingerprint(plain)[:_SIGNS] if plain else ""


def _quoted(key: str) -> str:
    # Two hyphens in a row would end a comment of Markdown or HTML.
    return quote(key, safe="").replace("--", "%2D%2D")
