"""One self-contained web page: no script, nothing fetched, prints with whole rows, readable by ear and in the dark."""

from collections.abc import Iterable, Iterator
from typing import Final

from launchplanner.formats.exporters.exporter import Options
from launchplanner.formats.exporters.html.style import style_sheet
from launchplanner.formats.safety import hypertext as escaped
from launchplanner.formats.safety import one_line
from launchplanner.reports.blocks import (
    Blank,
    Block,
    Box,
    Card,
    Cell,
    Column,
    Document,
    Face,
    Grid,
    Heading,
    Masthead,
    Note,
    Owner,
    Paragraph,
    Parties,
    Party,
    Question,
    Questions,
    Run,
    Section,
    Sign,
    SignOff,
    Text,
    Ticks,
    Words,
    text_of,
)
from launchplanner.reports.palette import FACES
from launchplanner.reports.problems import severity_text
from launchplanner.words import _

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_SHORT: Final = 8
"""Rows up to which a table is kept on one page, with its heading."""
_TRIANGLE: Final = '<path d="M9 2l7 13H2z" stroke-linejoin="round"/>'
_CIRCLE: Final = '<circle cx="9" cy="9" r="7"/>'
_MARKS: Final = {"error": "!", "warning": "!", "note": "i", "waived": "–"}


def render(document: Document, options: Options) -> bytes:
    """Return a report as a web page."""
    title = escaped(one_line(f"{document.title}: {document.launch}"))
    articles = "\n".join(_article(document, section) for section in document.sections)
    page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="launchplanner">
<title>{title}</title>
<style>
{style_sheet(options.paper, _printed_foot(document))}
</style>
</head>
<body>
<main>
<h1 class="unseen">{title}</h1>
{articles}
</main>
</body>
</html>
"""
    return page.encode("utf-8")


def _printed_foot(document: Document) -> tuple[str, str, str]:
    exported = _("exported {moment} · history head {head}").format(moment=document.exported, head=document.head)
    before, between, after = _("Page {n} of {count}").replace("{n}", "\n").replace("{count}", "\n").split("\n")
    place = f"{_quoted(before)} counter(page) {_quoted(between)} counter(pages) {_quoted(after)}"
    return _quoted(f"{document.launch} · {document.title}"), _quoted(exported), place


def _quoted(text: str) -> str:
    """Return text as a CSS string: all but plain letters, digits and spaces is written as its number."""
    # The space ends the number and is not shown.
    signs = (sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in one_line(text))
    return f'"{"".join(signs)}"'


def _article(document: Document, section: Section) -> str:
    exported = escaped(_("exported {moment} · history head").format(moment=document.exported))
    blocks = "\n".join(text for block in section.blocks for text in _block(block))
    foot = f"<span>{escaped(section.footer)}</span><span>{exported} <code>{escaped(document.head)}</code></span>"
    return f'<article aria-label="{escaped(one_line(section.name))}">\n{blocks}\n<p class="foot">{foot}</p>\n</article>'


def _block(block: Block) -> Iterator[str]:
    match block:
        case Masthead():
            yield from _masthead(block)
        case Parties():
            yield _parties(block)
        case Heading():
            yield _heading(block)
        case Grid():
            yield _table(block)
        case Questions():
            yield f'<ol class="questions">{"".join(_question(one) for one in block.questions)}</ol>'
        case SignOff():
            yield from _sign_off(block)
        case _:
            yield _prose(block)


def _prose(block: Paragraph | Note) -> str:
    words = _words(block.words)
    if isinstance(block, Note):
        return f'<p class="after">{words}</p>'
    if not block.lead:
        return f'<p class="plain">{words}</p>'
    return f'<div class="bearing">{_letter(block.letter)}<div><h3>{escaped(block.lead)}.</h3> {words}</div></div>'


def _masthead(block: Masthead) -> Iterator[str]:
    yield (
        f'<p class="where"><b>{escaped(block.launch)}</b> <span class="pill">{escaped(block.tier)}</span> '
        f'<span>{escaped(block.week)}</span> <span class="day">{_words(block.day)}</span></p>'
    )
    state = f' <span class="pill">{escaped(block.state)}</span>' if block.state else ""
    capsule = _capsule(block.capsule) if block.capsule else ""
    yield (
        f'<header class="masthead"><div><p class="kicker">{escaped(block.kicker)}</p>'
        f"<h2>{escaped(block.title)}{state}</h2></div>{capsule}</header>"
    )


def _capsule(families: tuple[str, str]) -> str:
    giver, receiver = (family if family in FACES else "none" for family in families)
    return (
        '<svg class="capsule" width="76" height="44" viewBox="-38 -22 76 44" aria-hidden="true">'
        f'<g transform="rotate(-14)"><path class="{giver}" d="M0-14.5H-22a14.5 14.5 0 0 0 0 29H0z"/>'
        f'<path class="{receiver}" d="M0-14.5H22a14.5 14.5 0 0 1 0 29H0z"/></g></svg>'
    )


def _parties(block: Parties) -> str:
    days = "".join(f"<div><dt>{escaped(day.label)}</dt><dd>{escaped(day.day)}</dd></div>" for day in block.zone)
    bar = f'<div class="bar" aria-hidden="true"><i style="left: {block.planned_at:.1%}"></i></div>'
    arrow = (
        '<svg class="arrow" width="24" height="12" viewBox="0 0 24 12" fill="none" stroke-width="1.7" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M1 6h21M17 1l5 5-5 5"/></svg>'
    )
    return (
        f'<section class="parties">{_party(block.gives)}{arrow}{_party(block.receives)}'
        f'<div class="zone"><dl>{days}</dl>{bar}</div></section>'
    )


def _party(party: Party) -> str:
    return (
        f'<div class="party">{_face(party.face, "large")}<div><div class="role">{escaped(party.role)}</div>'
        f'<div class="name">{escaped(party.name)}</div><div class="detail">{escaped(party.detail)}</div></div></div>'
    )


def _face(face: Face, size: str = "") -> str:
    if not face.initials:
        return f'<span class="face nobody {size}" aria-hidden="true"></span>'
    family = face.family if face.family in FACES else ""
    return f'<span class="face {family} {size}" aria-hidden="true">{escaped(face.initials)}</span>'


def _heading(block: Heading) -> str:
    note = f'<span class="note">{escaped(block.note)}</span>' if block.note else ""
    return f'<div class="part">{_letter(block.letter)}<h3>{escaped(block.title)}</h3> {note}</div>'


def _letter(letter: str) -> str:
    return f'<span class="letter" aria-hidden="true">{letter}</span>' if letter else ""


def _table(grid: Grid) -> str:
    whole = sum(column.width for column in grid.columns)
    widths = "".join(f'<col style="width: {column.width / whole:.2%}">' for column in grid.columns)
    heads = "".join(_head(column, grid.name) for column in grid.columns)
    unseen = "" if grid.headed and any(column.title for column in grid.columns) else ' class="unseen"'
    rows = "\n".join(f"<tr>{''.join(_cells(grid.columns, row))}</tr>" for row in grid.rows)
    short = ' class="short"' if len(grid.rows) <= _SHORT else ""
    return (
        f'<table{short}><caption class="unseen">{escaped(grid.name)}</caption><colgroup>{widths}</colgroup>'
        f"<thead{unseen}><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    )


def _head(column: Column, name: str) -> str:
    title = escaped(column.title) if column.title else f'<span class="unseen">{escaped(name)}</span>'
    return f'<th scope="col" class="{column.align}">{title}</th>'


def _cells(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> Iterator[str]:
    name_at = next((place for place, cell in enumerate(row) if _names_row(cell)), -1)
    name = _text(row[name_at]) if name_at >= 0 else ""
    for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
        tag, scope = ("th", ' scope="row"') if place == name_at else ("td", "")
        yield f'<{tag}{scope} class="{column.align}">{_cell(cell, name)}</{tag}>'


def _names_row(cell: Cell) -> bool:
    """Say whether a cell says what its row is about: the first that does more than number it."""
    return isinstance(cell, Text | Owner) and any(run.tone != "muted" for line in cell.lines for run in line)


def _text(cell: Cell) -> str:
    return text_of(cell.lines[0]) if isinstance(cell, Text | Owner) and cell.lines else ""


def _cell(cell: Cell, name: str) -> str:
    match cell:
        case Ticks():
            return " ".join(_tick(box, f"{name}: {box.label}") for box in cell.boxes)
        case Sign():
            return _sign(cell.severity)
        case Owner():
            return f'<div class="owner">{_face(cell.face)}<div>{_lines(cell.lines)}</div></div>'
        case Text():
            return _lines(cell.lines)


def _lines(lines: Iterable[Words]) -> str:
    return "<br>".join(_words(line) for line in lines)


def _words(words: Words) -> str:
    return "".join(map(_run, words))


def _run(run: Run) -> str:
    text = escaped(run.text).replace("\n", "<br>")
    if run.tone == "strong":
        return f"<b>{text}</b>"
    return f'<span class="muted">{text}</span>' if run.tone == "muted" else text


def _tick(box: Box, name: str) -> str:
    checked = " checked" if box.ticked else ""
    return f'<input type="checkbox" aria-label="{escaped(one_line(name))}"{checked}>'


def _sign(severity: str) -> str:
    shape = _TRIANGLE if severity == "warning" else _CIRCLE
    label = escaped(severity_text(severity))
    return (
        '<svg class="sign" width="18" height="18" viewBox="0 0 18 18" stroke-width="1.3" role="img" '
        f'aria-label="{label}">{shape}<text x="9" y="13">{_MARKS.get(severity, "!")}</text></svg>'
    )


def _question(question: Question) -> str:
    answer = f'<p class="answer">{escaped(question.answer)}</p>' if question.answer else '<div class="write"></div>' * 2
    if question.correction:
        answer += f'<p class="answer"><b>{escaped(_("Corrected:"))}</b> {escaped(question.correction)}</p>'
    marks = "".join(_labelled(box) for box in question.boxes)
    return (
        f'<li><span class="number">{question.number}</span><div><p class="question">{escaped(question.question)}</p>'
        f'{answer}</div><div class="marks">{marks}</div></li>'
    )


def _labelled(box: Box) -> str:
    checked = " checked" if box.ticked else ""
    return f'<label><input type="checkbox"{checked}> {escaped(box.label)}</label>'


def _sign_off(block: SignOff) -> Iterator[str]:
    yield f'<div class="cards">{"".join(map(_card, block.cards))}</div>'
    boxes = "".join(map(_labelled, block.strengths))
    yield f'<div class="boxes"><span>{escaped(block.reading)}</span>{boxes}</div>'
    yield _blanks(block.blanks)


def _card(card: Card) -> str:
    name = f'<div class="name">{escaped(card.name)}</div><div class="detail">{escaped(card.detail)}</div>'
    return (
        f'<div class="card"><div class="party">{_face(card.face, "medium")}<div>{name}</div></div>'
        f'<div class="boxes">{"".join(map(_labelled, card.boxes))}</div>{_blanks(card.blanks)}</div>'
    )


def _blanks(blanks: tuple[Blank, ...]) -> str:
    lines = "".join(f'<span style="flex: {blank.width}">{escaped(blank.label)}</span>' for blank in blanks)
    return f'<div class="blanks">{lines}</div>'
