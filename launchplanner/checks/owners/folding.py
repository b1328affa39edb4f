"""Text made comparable: Unicode forms, hidden characters, Markdown, and keys that ignore case and accents."""

import html
import re
import unicodedata
from functools import lru_cache

from launchplanner.words import _

_BIDI = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ZERO_WIDTH = frozenset("\u200b\u2060\ufeff\u00ad\u180e\u034f\u115f\u1160\u3164\u2061\u2062\u2063\u2064")
# They shape letters in Persian and the scripts of India, so there they are spelling and not a trick.
_JOINERS = frozenset("\u200c\u200d")
_SAME = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"',
        "‐": "-", "‑": "-", "‒": "-", "−": "-", "\t": " ", "\xa0": " ", "\r": "\n", "\v": "\n", "\f": "\n",
        "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "،": ",", "､": "、", "；": ";",
    }
)  # fmt: skip
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h",
        "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "״": '"', "׳": "'",
        **{chr(mark): None for mark in (*range(0x064B, 0x0653), *range(0x0591, 0x05BE), *range(0x05BF, 0x05C3))},
    }
)  # fmt: skip
_EDGE = ".,;:!?'\"*_~-–—‚‹›()[]{}<>/|&+=#^%$、。．…"
_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\(\s*<?([^()\s<>]{0,500})>?[^()]{0,100}\)")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|p|div|code|sup|sub|a|font)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</li>|</p>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~&@])")
_EMPHASIS = re.compile(r"(?<![^\W_])(\*{1,3}|_{1,3}|`{1,3})(?=\S)|(?<=\S)(\*{1,3}|_{1,3}|`{1,3})(?![^\W_])")
_STRUCK = re.compile(r"~~[^~]{0,300}~~")
_LOOKALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return a key under which spellings of one word meet: no case, no Latin accents, no outer punctuation."""
    text = text.casefold() if text.isascii() else _fold_letters(text)
    text = text.strip(_EDGE + " ")
    return " ".join(text.split()) if " " in text or "\n" in text else text


def _fold_letters(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_SAME).casefold().translate(_LETTERS)
    return text.translate(_ACCENTS)


class _Accents(dict[int, str]):
    """What is left of each letter without its accent, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = bare = _without_accent(chr(code))
        return bare


_ACCENTS = _Accents()


def _without_accent(letter: str) -> str:
    if letter < "\x80":
        return letter
    if letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" or "\u0370" <= letter <= "\u03ff":
        return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return "" if letter in "\u0300\u0301\u0302\u0303\u0307\u0308\u200c\u200d" else letter


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text in one Unicode form without hidden characters, and the signs of what was found."""
    if text.isascii():
        if text.isprintable() and "`" not in text:
            return text.strip(), ()
        plain = text.translate(_SAME) if "`" in text or "\t" in text or "\r" in text else text
        return _printable(plain).strip(), ()
    text = unicodedata.normalize("NFKC", text)
    signs: list[str] = []
    if hidden := _BIDI.intersection(text):
        signs.append(_("Hidden marks turn the direction of the text: {marks}.").format(marks=_names(hidden)))
    if zero := _ZERO_WIDTH.intersection(text) | _stray_joiners(text):
        signs.append(_("Invisible characters stand in the text: {marks}.").format(marks=_names(zero)))
    drop = hidden | zero
    text = ("".join(c for c in text if c not in drop) if drop else text).translate(_SAME)
    signs.extend(_lookalikes(text))
    # Dropping a mark may bring two characters together that compose.
    return unicodedata.normalize("NFKC", _printable(text)).strip(), tuple(signs)


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs", "Co", "Cn"} else " " for c in text)


def _names(marks: frozenset[str]) -> str:
    return ", ".join(unicodedata.name(mark, f"U+{ord(mark):04X}").lower() for mark in sorted(marks))


def _stray_joiners(text: str) -> frozenset[str]:
    if _JOINERS.isdisjoint(text):
        return frozenset()
    places = [place for place, c in enumerate(text) if c in _JOINERS]
    return frozenset(text[place] for place in places if place == 0 or text[place - 1] < "\u0600")


def _lookalikes(text: str) -> list[str]:
    mixed = [(word, scripts) for word in text.split() if not word.isascii() and (scripts := _mixed_scripts(word[:100]))]
    return [
        _("“{word}” mixes look-alike letters of {scripts}.").format(word=word[:40], scripts=scripts)
        for word, scripts in mixed[:5]
    ]


@lru_cache(maxsize=20_000)
def _mixed_scripts(word: str) -> str:
    """Return the scripts of a word, "" if only one of those that look alike is used."""
    scripts = {unicodedata.name(c, "?").split(" ", 1)[0] for c in word if c.isalpha()} & _LOOKALIKE
    return ", ".join(sorted(script.capitalize() for script in scripts)) if len(scripts) > 1 else ""


def without_markup(text: str) -> str:
    """Return the text without Markdown emphasis, link targets, escapes and HTML tags."""
    if "&" in text and ";" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "~~" in text:
        text = _STRUCK.sub(" ", text).strip() or text.replace("~~", "")
    if "*" in text or "_" in text or "`" in text:
        text = _EMPHASIS.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text).replace("\\", "")
        text = _EMPHASIS.sub("", text)
    return text.strip()
