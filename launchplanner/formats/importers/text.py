"""The words of a cell without their dress: Markdown, HTML, formula guards and invisible characters taken off."""

import html
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.limits import LONGEST_CELL

_DRESSED: Final = re.compile(r"[^ -~]|[*_~\[<&\\`]|://|^\s*'")
_LONGEST_DRESSED: Final = 8000
"""A longer text is taken as it is: looking for pairs of marks in it would take time that grows with its square."""
_INVISIBLE: Final = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LINE_ENDS: Final = re.compile("\r\n?|[\u000b\u000c\u0085\u2028\u2029]")
_GUARD: Final = re.compile(r"^'(?=\s*[=+\-@\t\r＝＋－＠])")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:a|b|i|u|s|p|em|strong|span|div|code|sub|sup|font|li|ul|ol|td|th|del|img)(?:\s[^<>]*)?/?>", re.I
)
_IMAGE: Final = re.compile(r"!\[([^\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_LINK: Final = re.compile(
    r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+\"[^\"]*\")?\s*\)"
)
_REFERENCE: Final = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]")
_ADDRESS: Final = re.compile(r"<(https?://[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_BARE_ADDRESS: Final = re.compile(r"https?://[^\s<>|\"'\]]+[^\s<>|\"'\].,;:!?)]")
_BOLD: Final = re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ITALIC: Final = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?!\w)"
)
_CODE: Final = re.compile(r"(`+)(.+?)\1")
_STRUCK: Final = re.compile(r"~~(?=\S)(.+?)~~|(?<![\w~])~(?=[^\s~])([^~]+?)~(?![\w~])", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_BLANKS: Final = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]+")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without its dress, also on one `line`; the links it held; whether it was all bold or struck through."""

    text: str
    line: str
    links: tuple[str, ...] = ()
    bold: bool = False
    struck: bool = False
    indent: int = 0


def as_text(cell: Cell) -> str:
    """Return a cell as a person would read it; a whole number without its ".0"."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.10g}"  # noqa: PLR2004
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


@lru_cache(maxsize=65_536)
def plain(text: str) -> Plain:
    """Return a text without Markdown, HTML, formula guard or characters that cannot be seen."""
    if text.isascii() and not _DRESSED.search(text):
        # Most cells are plain words: nothing is looked for in them.
        words = " ".join(text.split())
        return Plain(words, words, indent=len(text) - len(text.lstrip()))
    raw = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    raw = _GUARD.sub("", _INVISIBLE.sub("", raw))
    indent = len(raw) - len(raw.lstrip(" \t\u00a0\u3000"))
    if len(raw) > _LONGEST_DRESSED:
        whole = raw[:LONGEST_CELL].strip()
        return Plain(whole, " ".join(whole.split()), indent=indent)
    links: list[str] = []

    def kept_link(match: re.Match[str]) -> str:
        links.append(match[2])
        return match[1]

    words = _BREAK.sub("\n", raw)
    words = _IMAGE.sub(r"\1", words)
    words = _LINK.sub(kept_link, words)
    links.extend(found.strip() for found in _BARE_ADDRESS.findall(words))
    words = _ADDRESS.sub(r"\1", words)
    words = _REFERENCE.sub(r"\1", words)
    words = _TAG.sub("", words)
    whole = words.strip()
    struck = bool(whole) and bool(_STRUCK.fullmatch(whole))
    words = _STRUCK.sub(lambda match: (match[1] or match[2]) if struck else "", words)
    bold = bool(whole) and _is_whole(_BOLD, whole)
    for _round in range(2):
        words = _BOLD.sub(r"\2", words)
        words = _ITALIC.sub(lambda match: match[1] or match[2], words)
    words = _CODE.sub(r"\2", words)
    words = html.unescape(_ESCAPED.sub(r"\1", words))
    text = "\n".join(filter(None, (_BLANKS.sub(" ", line).strip() for line in words.split("\n"))))
    kept = tuple(dict.fromkeys(link for link in links if link.startswith(("http://", "https://", "mailto:"))))
    return Plain(text, " ".join(text.split()), kept, bold, struck, indent)


def _is_whole(pattern: re.Pattern[str], text: str) -> bool:
    match = pattern.match(text)
    return match is not None and match.end() == len(text)


def words_of(cell: Cell) -> str:
    """Return the plain text of a cell on one line."""
    return plain(as_text(cell)).line


def key_of(text: str) -> str:
    """Return a text as it is compared: case, blanks and outer punctuation do not count."""
    return " ".join(text.casefold().split()).strip(" .:;,!*_-–—")
