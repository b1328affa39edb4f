"""What is written into the line of a list beside its title: "Owner: Ana", "(due 12 March)", "@bo"."""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Final

from launchplanner.formats.importers.dates import leading_when, read_when
from launchplanner.formats.importers.moments import When
from launchplanner.words.resources import resource_text

OWNER: Final = "owner"
DUE: Final = "due"
START: Final = "start"
STATUS: Final = "status"
AFTER: Final = "after"
LENGTH: Final = "length"
DELIVERABLE: Final = "deliverable"
HELP: Final = "help"
OTHER: Final = "other"

_MEANING: Final = {
    str(word): str(meaning)
    for meaning, words in tomllib.loads(resource_text("importing/lists.toml"))["fields"].items()
    for word in words
}
_OUTRIGHT: Final = frozenset({"owner", "assignee", "assigned to", "due", "due date", "deadline"})
_FIELD: Final = re.compile(
    r"(?P<before>^|[\n(\[,;|•]|\s[—–-]+\s|\.\s|\s)\s*(?P<key>"
    + "|".join(sorted(map(re.escape, _MEANING), key=len, reverse=True))
    + r")\s*[:：]\s*",
    re.I,
)
_END: Final = re.compile(r"\n|\s[—–]\s|\s-\s|\s•\s|\s\|\s|;\s|[\])]\s*[.,]?\s*$|(?<=\w)\s*\)\s")
_HANDLE: Final = r"@[A-Za-z0-9][\w.-]*[A-Za-z0-9_]|@[A-Za-z0-9]"
_HANDLES: Final = rf"(?:{_HANDLE})(?:(?:\s*[,/&+]\s*|\s+and\s+|\s+){_HANDLE})*"
_IN_BRACKETS: Final = re.compile(rf"\s*[(\[]\s*(?P<who>{_HANDLES})\s*[)\]]\s*[.:]?\s*$")
_AT_END: Final = re.compile(rf"(?:\s+[-—–:]|\s)\s*(?P<who>{_HANDLES})\s*[.:]?\s*$")
_AT_START: Final = re.compile(
    rf"^\s*(?P<who>{_HANDLES})(?:\s*:\s*|\s+(?=to\s)|\s+[-—–]\s+|\s+)(?P<rest>\S.*)$", re.DOTALL
)
_NAMED_NOT_OWNING: Final = re.compile(
    r"\b(?:tag|tagging|ping|pinging|mention|mentioning|cc|with|to|from|by|notify|ask|asking|and|or|via|for|of|at|in|on|see|like|thanks|the|using)\s*:?$",
    re.I,
)
_DUE_AT_END: Final = re.compile(
    r"\s*[(\[]?\s*(?:\b(?:due|by|deadline|until|before|target)\b\s*:?|📅|🗓️?|⏰)\s*(?P<when>[^()\[\]\n]{3,40}?)\s*[)\]]?\s*\.?\s*$",
    re.I,
)
_BRACKETED_END: Final = re.compile(r"\s*\((?P<when>[^()\n]{3,60})\)\s*$")


@dataclass(slots=True)
class Line:
    """The parts of a line: title, and the texts of its fields by meaning; `when` is the time it begins with."""

    title: str
    fields: dict[str, str] = field(default_factory=dict[str, str])
    rest: str = ""
    when: When | None = None


def read_line(text: str) -> Line:
    """Return the parts of the plain text of a list entry; all lines after the first that are no fields are its rest."""
    found: dict[str, str] = {}
    words = _take_fields(text, found)
    first, _newline, rest = words.partition("\n")
    line = Line(first.strip(), found, rest.strip())
    if not line.title and found:
        # "Backup: daily copies are made" is a task, though it looks like a field.
        first, _newline, rest = text.partition("\n")
        line = Line(first.strip(), {}, rest.strip())
    leading = leading_when(line.title)
    if leading is not None:
        line.when, line.title = leading
    _take_due(line)
    _take_handles(line)
    line.title = _clean(line.title)
    return line


def fields_of(text: str) -> dict[str, str]:
    """Return the texts of all fields in a line, by meaning."""
    found: dict[str, str] = {}
    _take_fields(text, found)
    return found


def _take_fields(text: str, found: dict[str, str]) -> str:
    matches = [match for match in _FIELD.finditer(text) if _starts_field(match, text)]
    kept: list[str] = []
    at = 0
    for number, match in enumerate(matches):
        if match.start() < at:
            continue
        limit = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        end = _end_of_value(text, match, limit)
        value = text[match.end() : end].strip(" \t.,;—–-•|")
        meaning = _MEANING.get(" ".join(match["key"].casefold().split()), OTHER)
        kept.append(text[at : match.start()])
        if meaning == OTHER or meaning in found:
            kept.append(text[match.start() : end])
        else:
            found[meaning] = value
        at = end + (1 if match["before"].strip() in {"(", "["} and text[end : end + 1] in {")", "]"} else 0)
    kept.append(text[at:])
    return "".join(kept)


def _starts_field(match: re.Match[str], text: str) -> bool:
    if match["before"].strip() or "\n" in match["before"] or match.start() == 0:
        return True
    # After a mere blank only an outright word such as "Owner:" begins a field; in "Docs Lead: …" the line names who.
    return match["key"][:1].isupper() and match["key"].casefold() in _OUTRIGHT


def _end_of_value(text: str, match: re.Match[str], limit: int) -> int:
    opened = match["before"].strip()
    if opened in {"(", "["}:
        closing = text.find(")" if opened == "(" else "]", match.end(), limit)
        depth_open = text.find("(", match.end(), closing if closing >= 0 else limit)
        if closing >= 0 and depth_open >= 0:
            closing = text.find(")", closing + 1, limit)
        if closing >= 0:
            return closing
    stop = re.compile(r"\n|\s[—–]\s|\s-\s|\s•\s|\s\|\s|;\s").search(text, match.end(), limit)
    return stop.start() if stop else limit


def _take_due(line: Line) -> None:
    if DUE in line.fields:
        return
    for pattern in (_DUE_AT_END, _BRACKETED_END):
        match = pattern.search(line.title)
        if match is None:
            continue
        when = read_when(match["when"])
        if when is not None and not when.rest and line.title[: match.start()].strip():
            line.fields[DUE] = match["when"]
            line.title = line.title[: match.start()]
            return


def _take_handles(line: Line) -> None:
    if OWNER in line.fields:
        return
    for pattern in (_IN_BRACKETS, _AT_END):
        match = pattern.search(line.title)
        before = line.title[: match.start()].strip() if match is not None else ""
        if match is not None and before and not (pattern is _AT_END and _NAMED_NOT_OWNING.search(before)):
            line.fields[OWNER] = match["who"]
            line.title = line.title[: match.start()]
            return
    match = _AT_START.match(line.title)
    if match is not None:
        line.fields[OWNER] = match["who"]
        line.title = match["rest"].removeprefix("to ").strip()


def _clean(title: str) -> str:
    words = " ".join(title.split())
    words = re.sub(r"\s*[(\[]\s*[)\]]", "", words)
    return words.strip(" \t—–•|;,").removesuffix(" -").strip()


def section_field(text: str) -> tuple[str, str] | None:
    """Return the meaning and value of a list entry that is one field and nothing else, such as "Owner: Ana"."""
    match = _FIELD.match(text)
    if match is None or match.start() != 0 or match["before"].strip():
        return None
    return _MEANING.get(" ".join(match["key"].casefold().split()), OTHER), text[match.end() :].strip()
