"""Markdown as GitHub reads it: real tables, boxes to tick, and every text of people escaped."""

from collections.abc import Iterator
from typing import Final

from launchplanner.formats.exporters.exporter import Options
from launchplanner.formats.safety import markdown as escaped
from launchplanner.reports.blocks import (
    Blank,
    Block,
    Box,
    Card,
    Cell,
    Document,
    Grid,
    Heading,
    Masthead,
    Note,
    Paragraph,
    Parties,
    Party,
    Questions,
    Sign,
    SignOff,
    Ticks,
    Words,
)
from launchplanner.reports.problems import severity_text
from launchplanner.words import _

_ROOM: Final = "…" * 12
_RULES: Final = {"left": "---", "right": "--:", "center": ":-:"}


def render(document: Document, options: Options) -> bytes:
    """Return a report as Markdown."""
    parts = [f"# {escaped(document.title)}: {escaped(document.launch)}"]
    for section in document.sections:
        parts += [text for block in section.blocks for text in _block(block)]
    head = _("exported {moment} · history head `{head}`").format(moment=document.exported, head=document.head)
    parts += ["---", f"{escaped(document.launch)} · {head}"]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Masthead():
            yield from _masthead(block)
        case Parties():
            yield _parties(block)
        case Heading():
            yield from _heading(block.title, block.letter, block.note)
        case Paragraph():
            yield from _heading(block.lead, block.letter) if block.lead else ()
            yield _words(block.words)
        case Note():
            yield f"*{escaped(''.join(run.text for run in block.words))}*"
        case Grid():
            yield _task_list(block) if _is_list(block) else _table(block)
        case Questions():
            yield from _questions(block)
        case SignOff():
            yield from _sign_off(block)


def _heading(title: str, letter: str, note: str = "") -> Iterator[str]:
    yield f"### {letter} · {escaped(title)}" if letter else f"### {escaped(title)}"
    if note:
        yield escaped(note)


def _masthead(block: Masthead) -> Iterator[str]:
    state = f" ({escaped(block.state)})" if block.state else ""
    yield f"## {escaped(block.title)}{state}"
    where = [block.kicker, block.launch, block.tier, block.week]
    yield " · ".join([*(escaped(text) for text in where), _words(block.day)])


def _parties(block: Parties) -> str:
    heads = [block.gives.role, block.receives.role, *(day.label for day in block.zone)]
    cells = [_party(block.gives), _party(block.receives), *(escaped(day.day) for day in block.zone)]
    return "\n".join((_row(escaped(head) for head in heads), _row("---" for _head in heads), _row(cells)))


def _party(party: Party) -> str:
    return f"**{escaped(party.name)}**<br>{escaped(party.detail)}"


def _is_list(grid: Grid) -> bool:
    return bool(grid.rows) and isinstance(grid.rows[0][0], Ticks)


def _task_list(grid: Grid) -> str:
    return "\n".join(_list_item(row) for row in grid.rows)


def _list_item(row: tuple[Cell, ...]) -> str:
    first, *others = row
    sign = _tick(first.boxes[0]) if isinstance(first, Ticks) else ""
    mark = _marker(first.boxes[0].marker) if isinstance(first, Ticks) else ""
    return f"- {sign} {' · '.join(text for text in map(_cell, others) if text)}{mark}"


def _table(grid: Grid) -> str:
    heads = [escaped(column.title) for column in grid.columns]
    if not any(heads):
        heads = [escaped(grid.name) if place == 1 else "" for place in range(len(heads))]
    lines = [_row(heads), _row(_RULES[column.align] for column in grid.columns)]
    lines += [_row(_cell(cell) for cell in row) for row in grid.rows]
    return "\n".join(lines)


def _row(cells: "Iterator[str] | list[str]") -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Ticks):
        return " ".join(f"{'☑' if box.ticked else '☐'} {escaped(box.label)}{_marker(box.marker)}" for box in cell.boxes)
    if isinstance(cell, Sign):
        return escaped(severity_text(cell.severity))
    return "<br>".join(_words(line) for line in cell.lines)


def _words(words: Words) -> str:
    return "".join(_run(run.text, strong=run.tone == "strong") for run in words)


def _run(text: str, *, strong: bool) -> str:
    if not strong:
        return escaped(text)
    inner = text.strip()
    if not inner:
        return escaped(text)
    # Signs of emphasis must touch the word they belong to.
    before, _inner, after = text.partition(inner)
    return f"{escaped(before)}**{escaped(inner)}**{escaped(after)}"


def _questions(block: Questions) -> Iterator[str]:
    for question in block.questions:
        lines = [f"{question.number}. **{escaped(question.question)}**{_marker(question.marker)}", ""]
        lines += [f"   {escaped(question.answer) if question.answer else _ROOM}", ""]
        if question.correction:
            lines += [f"   {escaped(_('Corrected: {text}').format(text=question.correction))}", ""]
        lines += [f"   - {_tick(box)} {escaped(box.label)}" for box in question.boxes]
        yield "\n".join(lines)


def _sign_off(block: SignOff) -> Iterator[str]:
    for card in block.cards:
        yield from _card(card)
    yield escaped(block.reading)
    yield _boxes(block.strengths)
    yield _blanks(block.blanks)


def _card(card: Card) -> Iterator[str]:
    yield f"**{escaped(card.name)}** {escaped(card.detail)}"
    yield _boxes(card.boxes)
    yield _blanks(card.blanks)


def _boxes(boxes: tuple[Box, ...]) -> str:
    return "\n".join(f"- {_tick(box)} {escaped(box.label)}" for box in boxes)


def _blanks(blanks: tuple[Blank, ...]) -> str:
    return " · ".join(f"{escaped(blank.label)}: {_ROOM}" for blank in blanks)


def _marker(marker: str) -> str:
    """Return a mark as a comment, which no reader shows and every editor keeps."""
    return f" <!-- {marker} -->" if marker else ""


def _tick(box: Box) -> str:
    return "[x]" if box.ticked else "[ ]"
