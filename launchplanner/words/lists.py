"""How several things, and how many, are said in a sentence."""

from collections.abc import Sequence

from launchplanner.words.translate import gettext as _

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def joined(parts: Sequence[str]) -> str:
    """Return the parts as people say them: "Ana", "Ana and Bo", "Ana, Bo and Cy"."""
    if not parts[1:]:
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def in_words(count: int) -> str:
    """Return a small count as a word ("two"), a large one as digits ("13")."""
    return _(_NUMBERS[count]) if 0 <= count < len(_NUMBERS) else str(count)


def quoted(title: str) -> str:
    """Return a title in quotation marks, so that it cannot be taken for part of the sentence."""
    return _("“{title}”").format(title=title)
