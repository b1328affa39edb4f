"""The phrases and endings of one list, found in a row of words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from launchplanner.checks.owners.folding import fold

_LONGEST = 6  # words of the longest phrase looked for

Keys = Sequence[str]


class Phrases(frozenset[str]):
    """The keys of one category's phrases, found in a row of word keys by their first word."""

    def __new__(cls, entries: Iterable[str]) -> Self:
        """Return the keys of the entries."""
        return super().__new__(cls, (key for entry in entries if (key := fold(entry))))

    def __init__(self, entries: Iterable[str]) -> None:
        super().__init__()
        by_first: dict[str, set[tuple[str, ...]]] = {}
        for key in self:
            words = tuple(key.split(" "))
            by_first.setdefault(words[0], set()).add(words)
        self._by_first = {first: sorted(found, key=len, reverse=True) for first, found in by_first.items()}
        self.firsts = frozenset(by_first)
        self._last = frozenset(key.rpartition(" ")[2] for key in self)
        self.edges = self.firsts | self._last

    def at(self, keys: Keys, place: int) -> int:
        """Return the length in words of the longest phrase that begins at `place`, 0 if none does."""
        found = self._by_first.get(keys[place])
        if found is None:
            return 0
        for words in found:
            if len(words) == 1 or tuple(keys[place : place + len(words)]) == words:
                return len(words)
        return 0

    def find(self, keys: Keys, start: int = 0) -> tuple[int, int] | None:
        """Return place and length of the first phrase at or after `start`."""
        if self.firsts.isdisjoint(keys):
            return None
        for place in range(start, len(keys)):
            if length := self.at(keys, place):
                return place, length
        return None

    def begins(self, keys: Keys) -> int:
        """Return the length of the phrase that the row begins with, 0 if with none."""
        return self.at(keys, 0) if keys else 0

    def ends(self, keys: Keys) -> int:
        """Return the length of the longest phrase that the row ends with, 0 if with none."""
        if not keys or keys[-1] not in self._last:
            return 0
        for length in range(min(_LONGEST, len(keys)), 0, -1):
            if " ".join(keys[-length:]) in self:
                return length
        return 0


@dataclass(frozen=True)
class Endings:
    """Endings of joined words."""

    latin: tuple[str, ...]
    cjk: tuple[str, ...]

    def match(self, key: str) -> bool:
        """Tell whether the word is longer than one of the endings and ends with it."""
        if not key.endswith(self.latin if key.isascii() else self.latin + self.cjk):
            return False
        if any(key.endswith(end) and len(key) > len(end) + 2 for end in self.latin):
            return True
        return any(key.endswith(end) and len(key) > len(end) for end in self.cjk)
