"""A checklist in Markdown that was filled in: boxes ticked in any of the usual ways, words written beside them."""

import re
from collections.abc import Iterator
from typing import Final

from launchplanner.formats.checklist_back.filled import EMPTY, TICKED, Filled, Form, changed_ticks
from launchplanner.reports import markers
from launchplanner.reports.markers import Marker, marker_in
from launchplanner.words import _

_MARK: Final = re.compile(r"<!--\s*(lp:[^\s>]+)\s*-->")
_CELL: Final = re.compile(r"(?<!\\)\|")
_ESCAPED: Final = re.compile(r"\\([\\`*_\[\]<>#|~$&+=.)-])")
_TICKED_START: Final = re.compile(rf"^\s*(?:[{''.join(TICKED)}]|\[\s*[xX]\s*\]|[xX](?=\s))")
_EMPTY_START: Final = re.compile(rf"^\s*(?:{EMPTY}|\[\s*\])")
_TASK: Final = re.compile(r"^\s*[-*+]\s+\[(?P<tick>[ xX])\]")
_END: Final = re.compile(r"^\s*(?:\d+\.\s|#{1,6}\s|---|\|)")
_ROOM: Final = re.compile(r"^[….\s]*$")
_EVIDENCE, _REMARK = 3, 5
_CELLS: Final = 6


def read_markdown(text: str) -> Form:
    """Return what was filled in."""
    lines = text.splitlines()
    found: list[Filled] = []
    for place, line in enumerate(lines):
        marks = [mark for one in _MARK.finditer(line) if (mark := marker_in(one[1])) is not None]
        if not marks:
            continue
        first = marks[0]
        if first.kind == markers.ITEM:
            found.append(_item(line, first))
        elif first.kind == markers.TASK:
            found.append(_task(line, first))
        elif first.kind == markers.PROMPT:
            found.append(_prompt(lines[place + 1 :], first))
    return Form(tuple(one for one in found if not one.is_empty), any(map(_signs_off, lines)))


def _signs_off(line: str) -> bool:
    """Say whether a box is ticked that is of no item, task or prompt; the giver's marks are indented."""
    box = _TASK.match(line)
    return box is not None and box["tick"] != " " and not line.startswith("   ") and not _MARK.search(line)


def _item(line: str, mark: Marker) -> Filled:
    cells = [cell.strip() for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]
    boxes = [box for cell in cells for box in _boxes(cell)]
    texts: dict[str, str] = {}
    if len(cells) == _CELLS:
        evidence = plain(cells[_EVIDENCE])
        if not mark.was_text(evidence):
            texts["evidence"] = evidence
        remark = _remark(cells[_REMARK])
        if remark:
            texts["remark"] = remark
    return Filled(mark.kind, mark.baton, mark.key, changed_ticks(boxes), texts)


def _boxes(cell: str) -> Iterator[tuple[Marker, bool]]:
    begin = 0
    for found in _MARK.finditer(cell):
        mark, before = marker_in(found[1]), cell[begin : found.start()]
        begin = found.end()
        if mark is None or not (_TICKED_START.match(before) or _EMPTY_START.match(before)):
            continue
        yield mark, _TICKED_START.match(before) is not None


def _remark(cell: str) -> str:
    """Return the words beside the boxes of the receiver."""
    words: list[str] = []
    for part in _MARK.split(cell):
        if marker_in(part) is not None:
            continue
        left = _EMPTY_START.sub("", _TICKED_START.sub("", part)).strip()
        for label in (_("Yes"), _("No"), "Yes", "No"):
            left = re.sub(rf"^{re.escape(label)}\b", "", left).strip()
        words.append(left.strip(" :,–-"))
    return plain(" ".join(word for word in words if word))


def _task(line: str, mark: Marker) -> Filled:
    box = _TASK.match(line)
    ticked = box is not None and box["tick"] != " "
    return Filled(mark.kind, mark.baton, mark.key, changed_ticks([(mark, ticked)]))


def _prompt(lines: list[str], mark: Marker) -> Filled:
    said: list[str] = []
    for line in lines:
        text = line.strip()
        if _END.match(line) or _TASK.match(line) or _MARK.search(line):
            break
        if _ROOM.match(text) or text.startswith((_("Corrected: {text}").format(text=""), "Corrected: ")):
            continue
        said.append(plain(text))
    answer = " ".join(said)
    changed = {"answer": answer} if answer and not mark.was_text(answer) else {}
    return Filled(mark.kind, mark.baton, mark.key, texts=changed)


def plain(text: str) -> str:
    """Return Markdown of one line as the text that it shows."""
    bare = _MARK.sub("", text).replace("<br>", "\n").replace("**", "")
    return _ESCAPED.sub(r"\1", bare).replace("&amp;", "&").strip()
