"""A checklist in Word that was filled in: boxes are content controls with tags, questions have bookmarks."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from launchplanner.formats.checklist_back.filled import EMPTY, TICKED, Filled, Form, changed_ticks
from launchplanner.formats.limits import refuse_swelling
from launchplanner.formats.refusal import Refusal
from launchplanner.reports import markers
from launchplanner.reports.markers import SHORT_PREFIX, Marker
from launchplanner.words import _

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_BODY: Final = "word/document.xml"
_EVIDENCE, _REMARK = 3, 5
_CELLS: Final = 6
_ON: Final = frozenset({"1", "true", "on"})
_TAG_PARTS: Final = 3


def read_word(data: bytes, file: str, names: Mapping[str, Marker]) -> Form:
    """Return what was filled in.

    Args:
        data: the whole file.
        file: its name, for a refusal.
        names: what the marks of the plan's checklists are on, by their short names.

    Raises:
        Refusal: it cannot be read.
    """
    refuse_swelling(data, file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body: Element = fromstring(archive.read(_BODY), forbid_dtd=True)
    except (KeyError, zipfile.BadZipFile, ParseError, DefusedXmlException) as error:
        raise Refusal(file, _BODY, _("The file is damaged. Open it where it was made and save it again.")) from error
    rows = list(body.iter(f"{_W}tr"))
    found = [line for row in rows for line in _row(row, names)]
    return Form(tuple(one for one in found if not one.is_empty), _signs_off(body))


def _row(row: Element, names: Mapping[str, Marker]) -> Iterator[Filled]:
    boxes = list(_boxes(row, names))
    cells = row.findall(f"{_W}tc")
    if boxes:
        mark = boxes[0][0]
        texts = _texts(cells, mark) if mark.kind == markers.ITEM and len(cells) == _CELLS else {}
        yield Filled(mark.kind, mark.baton, mark.key, changed_ticks(boxes), texts)
        return
    for cell in cells:
        asked = next((names[name] for name in _bookmarks(cell) if name in names), None)
        answer = _answer(cell) if asked is not None else ""
        if asked is not None and answer:
            yield Filled(asked.kind, asked.baton, asked.key, texts={"answer": answer})


def _texts(cells: list[Element], mark: Marker) -> dict[str, str]:
    evidence, remark = _text(cells[_EVIDENCE]), _text(cells[_REMARK]).strip(f"{EMPTY}{''.join(TICKED)} \n")
    found = {} if mark.was_text(evidence) else {"evidence": evidence}
    return {**found, "remark": remark} if remark else found


def _boxes(part: Element, names: Mapping[str, Marker]) -> Iterator[tuple[Marker, bool]]:
    for control in part.iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        parts = (tag.get(f"{_W}val") or "").removeprefix(SHORT_PREFIX).split("/") if tag is not None else []
        if len(parts) != _TAG_PARTS or parts[0] not in names:
            continue
        on = names[parts[0]]
        yield Marker(on.kind, on.baton, on.key, on.what, parts[1] == "1", parts[2]), _is_ticked(control)


def _is_ticked(control: Element) -> bool:
    state = control.find(f"{_W}sdtPr/{_W14}checkbox/{_W14}checked")
    if state is not None:
        return (state.get(f"{_W14}val") or "1").casefold() in _ON
    return any(sign in TICKED for sign in _text(control))


def _bookmarks(cell: Element) -> Iterator[str]:
    for bookmark in cell.iter(f"{_W}bookmarkStart"):
        yield (bookmark.get(f"{_W}name") or "").removeprefix("lp_")


def _answer(cell: Element) -> str:
    """Return what stands below the question, without the giver's correction."""
    lines = [_text(paragraph) for paragraph in cell.findall(f"{_W}p")[1:]]
    return "\n".join(line for line in lines if line and not line.startswith((_("Corrected: "), "Corrected: ")))


def _text(part: Element) -> str:
    words: list[str] = []
    for element in part.iter():
        if element.tag == f"{_W}t":
            words.append(element.text or "")
        elif element.tag in {f"{_W}br", f"{_W}p"}:
            words.append("\n")
    return "".join(words).strip()


def _signs_off(body: Element) -> bool:
    """Say whether a box without a mark is ticked below the last table of questions: those of the sign-off."""
    signed = {_("accepted"), _("with conditions"), _("returned, because"), _("handed over"), _("withdrawn")}
    for control in body.iter(f"{_W}sdt"):
        alias = control.find(f"{_W}sdtPr/{_W}alias")
        if alias is not None and alias.get(f"{_W}val") in signed and _is_ticked(control):
            return True
    return False
