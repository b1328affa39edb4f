"""What tasks wait for: row numbers, ids and names turned into links, with type and lag."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from launchplanner.formats.importers.drafts import Draft, Reading
from launchplanner.formats.importers.lengths import read_length
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.text import key_of
from launchplanner.plan.work import DEPENDENCY_TYPES, FINISH_TO_START, Dependency
from launchplanner.words import _

_NOTHING: Final = frozenset(
    {
        "",
        "none",
        "-",
        "–",
        "—",
        "n/a",
        "na",
        "nil",
        "no",
        "tbd",
        "0",
        "keine",
        "aucune",
        "ninguna",
        "无",
        "なし",
        "start",
    }
)
_SPLIT: Final = re.compile(r"\s*[,;\n&]\s*|\s+and\s+|\s+und\s+|\s+et\s+")
_SUFFIX: Final = re.compile(
    r"(?P<who>.+?)\s*[(\[]?(?P<type>FS|SS|FF|SF|EA|AA|EE|AE)?[)\]]?\s*(?P<lag>[+-]\s*\d+(?:[.,]\d+)?\s*(?:e?d(?:ays?)?|t(?:age?)?|w(?:ee)?ks?|w|h(?:ou)?rs?|h|mo(?:nths?)?|%)?)?",
    re.I,
)
_GERMAN: Final = {"EA": "FS", "AA": "SS", "EE": "FF", "AE": "SF"}
_RANGE: Final = re.compile(r"(\d{1,5})\s*(?:-|–|to|bis|\.\.)\s*(\d{1,5})")
_NUMBERED_NAME: Final = re.compile(r"#?([\w.-]{1,12})\s*[-–:.)]\s+(.{3,})")
_WORDS: Final = re.compile(
    r"^(?:depends on|after|blocked by|requires|task|row|id|step|predecessor)s?\s*:?\s*#?\s*(?=\S)|^#", re.I
)
_NUMBERING: Final = re.compile(r"^(?:phase|stage|step|part)?\s*[\dIVX]+\s*[).:–-]\s*", re.I)
_LONGEST_RANGE: Final = 50
_LARGEST_GROUP: Final = 30
"""Of a larger phase only the last tasks are linked: they stand for the rest."""


class _Index:
    """Tasks and summaries of one file, by every way of referring to them."""

    def __init__(self, reading: Reading, titles: Sequence[str]) -> None:
        self._keys: dict[tuple[int, str], tuple[int, ...]] = {}
        self._tables_with_keys: set[int] = set()
        self._any_key: dict[str, tuple[int, ...]] = {}
        self._rows: dict[tuple[int, str], tuple[int, ...]] = {}
        self._names: dict[str, tuple[int, ...]] = {}
        for number, draft in enumerate(reading.drafts):
            self._add(draft.table, draft.key, draft.row, draft.title, (number,))
            if draft.second_key:
                self._keys.setdefault((draft.table, key_of(draft.second_key)), (number,))
        groups: dict[tuple[int, str], list[int]] = {}
        for number, draft in enumerate(reading.drafts):
            for title in dict.fromkeys((*draft.path, draft.section)):
                groups.setdefault((draft.table, title), []).append(number)
        for summary in reading.summaries:
            below = tuple(groups.get((summary.table, summary.title), ()))
            self._add(summary.table, summary.key, summary.row, summary.title, below)
        for title in dict.fromkeys(titles):
            for name in (key_of(title), key_of(_NUMBERING.sub("", title))):
                # The name of a phase means all that is in it; "4) Narrative" is called "Narrative" too.
                if name and not self._names.get(name):
                    self._names[name] = tuple(n for n, each in enumerate(titles) if each == title)

    def _add(self, table: int, key: str, row: int, title: str, drafts: tuple[int, ...]) -> None:
        if key:
            self._tables_with_keys.add(table)
            self._keys.setdefault((table, key_of(key)), drafts)
            self._any_key.setdefault(key_of(key), drafts)
        if row:
            self._rows.setdefault((table, str(row)), drafts)
        self._names.setdefault(key_of(title), drafts)

    def find(self, text: str, table: int) -> tuple[int, ...]:
        """Return the tasks that a reference means: by id, by row where rows have no ids, or by name."""
        key = key_of(text)
        has_keys = table in self._tables_with_keys
        found = self._keys.get((table, key)) or self._names.get(key)
        if not found and not has_keys:
            found = self._rows.get((table, key))
        if not found and not key.isdigit():
            found = self._any_key.get(key)
        return found or ()


def links(reading: Reading, titles: Sequence[str], ids: Sequence[str], notes: Notebook) -> list[Dependency]:
    """Return the links between tasks; what names no task is kept in the notes of its task."""
    found = _Links(reading, titles, ids, notes)
    for number, draft in enumerate(reading.drafts):
        for text in draft.after:
            found.add(number, text, forwards=False)
        for text in draft.before:
            found.add(number, text, forwards=True)
    return list(found.made.values())


class _Links:
    """Collects links, each pair of tasks once."""

    def __init__(self, reading: Reading, titles: Sequence[str], ids: Sequence[str], notes: Notebook) -> None:
        self.made: dict[str, Dependency] = {}
        self._drafts = reading.drafts
        self._index = _Index(reading, titles)
        self._ids = ids
        self._notes = notes

    def add(self, number: int, text: str, *, forwards: bool) -> None:
        """Add the links of task `number` to what it waits for or, `forwards`, to what waits for it."""
        draft = self._drafts[number]
        unknown: list[str] = []
        for part in _parts(text, self._index, draft):
            others, kind, lag = _target(part, self._index, draft)
            if others is None:
                if key_of(part) not in _NOTHING:
                    unknown.append(part)
                continue
            for other in others[-_LARGEST_GROUP:]:
                before, after = (number, other) if forwards else (other, number)
                if other != number:
                    link = Dependency(predecessor=self._ids[before], successor=self._ids[after], type=kind, lag=lag)
                    self.made.setdefault(link.id, link)
                elif len(others) == 1:
                    self._notes.dropped(
                        _("“{title}” is said to wait for itself.").format(title=draft.title), draft.place
                    )
        if unknown:
            self._keep(draft, ", ".join(unknown), forwards=forwards)

    def _keep(self, draft: Draft, words: str, *, forwards: bool) -> None:
        draft.notes.append((_("Waited for by: {text}") if forwards else _("Waits for: {text}")).format(text=words))
        self._notes.changed(
            _("“{text}” names no task of the file, so it was kept in the notes of “{title}” and is no link.").format(
                text=words, title=draft.title
            ),
            draft.place,
        )


def _parts(text: str, index: _Index, draft: Draft) -> Iterable[str]:
    whole = text.strip()
    if index.find(whole, draft.table):
        return [whole]
    listed = re.findall(r"['\"]([^'\"]+)['\"]", whole) if whole.startswith("[") else []
    parts = listed or [part for part in _SPLIT.split(whole.strip("[]")) if part]
    expanded: list[str] = []
    for part in parts:
        match = _RANGE.fullmatch(part)
        if match is not None and 0 < int(match[2]) - int(match[1]) <= _LONGEST_RANGE:
            expanded.extend(str(number) for number in range(int(match[1]), int(match[2]) + 1))
        else:
            expanded.append(part)
    return expanded


def _target(part: str, index: _Index, draft: Draft) -> tuple[tuple[int, ...] | None, str, int]:
    bare = _WORDS.sub("", part).strip()
    for words in (part, bare):
        direct = index.find(words, draft.table)
        if direct:
            return direct, FINISH_TO_START, 0
    match = _SUFFIX.fullmatch(bare)
    if match is not None and (match["type"] or match["lag"]):
        others = index.find(match["who"], draft.table)
        if others:
            kind = (match["type"] or FINISH_TO_START).upper()
            return others, _GERMAN.get(kind, kind) if kind not in DEPENDENCY_TYPES else kind, _lag(match["lag"])
    named = _NUMBERED_NAME.fullmatch(bare)
    if named is not None:
        others = index.find(named[2], draft.table) or index.find(named[1], draft.table)
        if others:
            return others, FINISH_TO_START, 0
    return None, FINISH_TO_START, 0


def _lag(text: str | None) -> int:
    if not text or "%" in text:
        return 0
    length = read_length(text.strip().lstrip("+-").strip())
    days = length.days if length else 0
    return -days if text.strip().startswith("-") else days
