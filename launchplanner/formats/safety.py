"""Text from people made safe for each format: it stays text, whatever it looks like.

In this program the giver writes and the receiver opens, so every exported text counts as foreign.
"""

import html
import re
import unicodedata
from typing import Final

BOX: Final = "▯"
"""Stands for a sign that shows nothing and changes how the rest is read."""
# Controls but tab and newline, bidirectional overrides and isolates, signs of no width, lone surrogates, no characters.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_LINE_ENDS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACES: Final = re.compile(r"[ \t]*\n\s*|\t")
_MARKDOWN: Final = re.compile(r"[\\`*_\[\]<>#|~$&]")
_LINE_START: Final = re.compile(r"^(\s*)(?=[-+=])|^(\s*\d{1,9})(?=[.)])")
_FORMULA: Final = re.compile("^[\\s\x00]*[=+\\-@\t\r\x00＝＋－＠]")
_NOT_IN_A_NAME: Final = re.compile(r"[^\w.() -]+")
_RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)))
)
LONGEST_NAME: Final = 80
"""Characters of a file name before its suffix: at most 240 bytes in UTF-8, where systems allow 255."""


def visible(text: str) -> str:
    """Return the text with one kind of line end, and with a box for each sign that would be unseen."""
    return _UNSEEN.sub(BOX, _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return visible text on a single line."""
    return _SPACES.sub(" ", visible(text)).strip("\n")


def markdown(text: str) -> str:
    """Return text for one line of Markdown. Brackets need no escape once the square ones of a link have theirs."""
    escaped = _MARKDOWN.sub(lambda sign: "&amp;" if sign[0] == "&" else f"\\{sign[0]}", one_line(text))
    return _LINE_START.sub(lambda begun: f"{begun[0]}\\", escaped)


def hypertext(text: str) -> str:
    """Return text for HTML, in an element or in a quoted attribute."""
    return html.escape(visible(text))


def looks_like_formula(text: str) -> bool:
    """Say whether a spreadsheet would work a cell out instead of showing it."""
    return _FORMULA.match(text) is not None


def csv_cell(text: str) -> str:
    """Return text for a cell of CSV; an apostrophe keeps a spreadsheet from taking it for a formula."""
    return f"'{visible(text)}" if looks_like_formula(text) else visible(text)


def file_name(title: str, suffix: str) -> str:
    """Return a file name that every system takes: letters, digits and a few signs, no reserved name, not too long."""
    plain = _NOT_IN_A_NAME.sub(" ", unicodedata.normalize("NFC", one_line(title)))
    stem = " ".join(plain.split())[:LONGEST_NAME].strip(" .")
    if not stem or stem.split(".")[0].strip().casefold() in _RESERVED:
        stem = f"launch {stem}".strip()
    return stem + suffix
