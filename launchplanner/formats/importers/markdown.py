"""Markdown: tables, lists with and without boxes, and the facts at the head of a document."""

import re
from dataclasses import dataclass, field
from typing import Final

from launchplanner.formats.importers.decoding import decoded
from launchplanner.formats.importers.grids import DOCUMENT, Document, Grid, Item
from launchplanner.formats.importers.html_tables import without_html_tables
from launchplanner.formats.importers.mermaid import fenced
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.states import mark_of
from launchplanner.formats.importers.text import plain
from launchplanner.formats.limits import MOST_COLUMNS, MOST_ROWS
from launchplanner.words import _

_HEADING: Final = re.compile(r"\s{0,3}(#{1,6})\s*([^#\s].*?)\s*#*\s*$")
_UNDERLINE: Final = re.compile(r"\s{0,3}(=+|-{3,})\s*$")
_BULLET: Final = re.compile(
    r"(?P<indent>\s*)(?:(?P<mark>[-*+•])|(?P<number>\d{1,3})[.)])(?P<gap>\s+|(?=\[[ xX]?\]))(?P<text>.*)$"
)
_BOX: Final = re.compile(r"(?:\[(?P<state>[ xX✓✔*/-]?)\]|\\\[(?P<escaped>[ xX]?)\\\])(?!\()\s*(?P<text>.*)$")
_BARE_BOX: Final = re.compile(r"(?P<indent>\s*)\[(?P<state>[ xX])\]\s+(?P<text>.*)$")
_DELIMITER_ROW: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:[|+]\s*:?-+:?\s*)*\|?\s*$")
_FENCE: Final = re.compile(r"\s*(```+|~~~+)")
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DEFINITION: Final = re.compile(r"\s{0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s+[\"'(].*)?\s*$")
_REFERENCE: Final = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?(?![(:\[])")
_BOLD_LINE: Final = re.compile(r"\s{0,3}(\*\*|__)(?P<text>[^*_].*?)\1:?\s*$")
_FACT: Final = re.compile(
    r"\s{0,3}(?:[-*>]\s+)?(?:\*\*|__)?(?P<key>[A-Z][\w /-]{1,40}?)(?:\*\*|__)?\s*:"
    r"\s*(?:\*\*|__)?\s*(?P<value>\S.{0,120})$"
)
_FRONT: Final = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_LINE: Final = re.compile(r"([\w-]+):\s*(.*)$")
_LONGEST_HEADING: Final = 120
_BAR: Final = re.compile(r"(?<!\\)\|")


def sniff(data: bytes) -> bool:
    """Say whether bytes look like Markdown: headings, boxes, or tables with bars."""
    try:
        text = data[:200_000].decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data[:200_000].decode("utf-8", errors="ignore")
    if re.search(r"(?m)^\s*(?:[-*+]|\d+[.)])\s*\[[ xX]?\]|^(?:```+|~~~+)\s*mermaid\s*$", text):
        return True
    if re.search(r"(?m)^\s*\|?\s*:?-{3,}:?\s*\|[\s|:-]*$", text) and "|" in text:
        return True
    return bool(re.search(r"(?m)^#{1,6} \S", text)) and not re.search(r"(?m)^[^\n#]*[;\t][^\n]*[;\t]", text[:2000])


@dataclass(slots=True)
class _State:
    headings: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    stack: list[Item] = field(default_factory=list[Item])
    items: list[Item] = field(default_factory=list[Item])
    grids: list[Grid] = field(default_factory=list[Grid])
    facts: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    lead: str = ""
    blank: bool = True

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(text for _level, text in self.headings)


def read(data: bytes, file: str, _options: Options, notes: Notebook) -> Document:
    """Return the tables, lists and head of a document.

    Raises:
        Refusal: it is no text.
    """
    text, encoding = decoded(data, file)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    state = _State()
    text, title = _front_matter(text, state)
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    text, html_grids = without_html_tables(text)
    charts, calendar = fenced(text.split("\n"), notes)
    lines = _with_links(_without_fences(text.split("\n")))
    number = 0
    while number < len(lines):
        number = _read_line(lines, number, state, notes)
    level_one = re.findall(r"(?m)^# +(.+?)\s*#*$", text)
    document_title = plain(level_one[0]).line if level_one else plain(title).line
    return Document(
        title=document_title,
        grids=(*state.grids, *html_grids, *charts),
        calendar=calendar,
        items=tuple(state.items),
        facts=tuple(state.facts),
        details=(encoding,),
        text=text[:400_000],
    )


def _front_matter(text: str, state: _State) -> tuple[str, str]:
    match = _FRONT.match(text)
    if match is None:
        return text, ""
    title = ""
    for line in match[1].split("\n"):
        found = _FRONT_LINE.match(line)
        if found is None:
            continue
        value = found[2].strip().strip("'\"")
        state.facts.append((found[1], value))
        if found[1] in {"title", "name"} and value and not title:
            title = value
    return "\n" * match[0].count("\n") + text[match.end() :], title


def _without_fences(lines: list[str]) -> list[str]:
    kept: list[str] = []
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        if fence:
            if match and match[1][0] == fence[0] and len(match[1]) >= len(fence) and not line.strip(" `~"):
                fence = ""
            kept.append("")
        elif match:
            fence = match[1]
            kept.append("")
        else:
            kept.append(line)
    return kept


def _with_links(lines: list[str]) -> list[str]:
    """Return the lines with references such as "[Freeze]" written out as links, and the definitions blanked."""
    addresses: dict[str, str] = {}
    for place, line in enumerate(lines):
        match = _DEFINITION.match(line)
        if match:
            addresses[match[1].casefold()] = match[2]
            lines[place] = ""
    if not addresses:
        return lines

    def written_out(match: re.Match[str]) -> str:
        address = addresses.get((match[2] or match[1]).casefold())
        return f"[{match[1]}]({address})" if address else match[0]

    return [_REFERENCE.sub(written_out, line) if "[" in line else line for line in lines]


def _read_line(lines: list[str], number: int, state: _State, notes: Notebook) -> int:
    """Read what begins on a line, and return the number of the next line to read."""
    line = lines[number]
    following = lines[number + 1] if number + 1 < len(lines) else ""
    heading = _HEADING.match(line)
    if heading:
        _open_heading(state, len(heading[1]), heading[2])
    elif "|" in line and _is_table_start(line, following):
        return _read_table(lines, number, state, notes)
    elif (bullet := _BULLET.match(line) or _BARE_BOX.match(line)) is not None:
        _add_item(state, bullet, number + 1)
    elif _goes_on(line, state):
        state.stack[-1].text += "\n" + line.strip()
    elif line.strip():
        state.stack.clear()
        if _UNDERLINE.match(following) and not line.lstrip().startswith((">", "|")) and len(line) < _LONGEST_HEADING:
            _open_heading(state, 1 if "=" in following else 2, line.strip())
            return number + 2
        _read_prose(state, line)
    state.blank = not line.strip() or heading is not None
    return number + 1


def _goes_on(line: str, state: _State) -> bool:
    """Say whether a line without a bullet goes on with the item above, as it does unless a blank line parts them."""
    indent = len(line) - len(line.lstrip())
    return bool(line.strip() and state.stack) and not (state.blank and indent <= state.stack[0].indent)


def _read_prose(state: _State, line: str) -> None:
    fact = _FACT.match(line)
    bold = _BOLD_LINE.match(line)
    if bold and not fact:
        _open_heading(state, 7, bold["text"])
    elif fact:
        state.facts.append((plain(fact["key"]).line, plain(fact["value"]).line))
    state.lead = f"{state.lead} {line.strip()}"[:2000]


def _open_heading(state: _State, level: int, text: str) -> None:
    state.headings = [(depth, words) for depth, words in state.headings if depth < level]
    words = plain(text).line
    state.headings.append((level, mark_of(words)[1] if words else words))
    state.stack.clear()
    state.lead = ""


def _add_item(state: _State, bullet: re.Match[str], line: int) -> None:
    parts = bullet.groupdict()
    indent = len(parts["indent"].expandtabs(4))
    text, box = bullet["text"], None
    found = _BOX.match(text) if "state" not in parts else None
    if "state" in parts:
        box = bool(parts["state"].strip())
    elif found:
        mark = found["state"] if found["state"] is not None else found["escaped"]
        box, text = mark not in {"", " ", "-", "/"}, found["text"]
    state.stack = [item for item in state.stack if item.indent < indent]
    parent = state.stack[-1] if state.stack else None
    item = Item(text, line, indent, box, bool(parts.get("number")), state.path, parent=parent)
    state.items.append(item)
    state.stack.append(item)


def _is_table_start(line: str, following: str) -> bool:
    return "|" in following and bool(_DELIMITER_ROW.match(following)) and "-" in following and len(_BAR.split(line)) > 1


def _read_table(lines: list[str], number: int, state: _State, notes: Notebook) -> int:
    rows = [_cells(lines[number])]
    places = [number + 1]
    at = number + 2
    while at < len(lines) and "|" in lines[at] and lines[at].strip():
        if len(rows) >= MOST_ROWS:
            notes.dropped(
                _("Rows after the first {n}: the limit of an import.").format(n=MOST_ROWS),
                _("line {n}").format(n=at + 1),
            )
            break
        if not _DELIMITER_ROW.match(lines[at]):
            rows.append(_cells(lines[at]))
            places.append(at + 1)
        at += 1
    while at < len(lines) and "|" in lines[at]:
        at += 1
    name = state.headings[-1][1] if state.headings else _("Table")
    state.grids.append(Grid(name, tuple(rows), tuple(places), DOCUMENT, headings=state.path, lead=state.lead))
    state.stack.clear()
    state.lead = ""
    return at


def _cells(line: str) -> tuple[str, ...]:
    words = line.strip()
    words = words.removeprefix("|")
    if words.endswith("|") and not words.endswith("\\|"):
        words = words[:-1]
    return tuple(cell.replace("\\|", "|").strip() for cell in _BAR.split(words))[:MOST_COLUMNS]
