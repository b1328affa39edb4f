"""What a report is made of, before any format: sections of typed blocks to read, and sheets to work with.

An exporter decides how a block looks and nothing about what it says. All text is plain text as people wrote it; each
exporter escapes it for its own format.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

Tone = Literal["plain", "strong", "muted", "code"]
Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one tone."""

    text: str
    tone: Tone = "plain"


Words = tuple[Run, ...]


def plain(text: str) -> Words:
    """Return text as it is, and nothing for an empty one."""
    return (Run(text),) if text else ()


def strong(text: str) -> Words:
    """Return text that stands out."""
    return (Run(text, "strong"),) if text else ()


def muted(text: str) -> Words:
    """Return text that stands back."""
    return (Run(text, "muted"),) if text else ()


def text_of(words: Words) -> str:
    """Return the bare text."""
    return "".join(run.text for run in words)


@dataclass(frozen=True, slots=True)
class Face:
    """One person as initials in the colour of a family of roles; without initials, an empty dashed ring: nobody."""

    initials: str = ""
    family: str = ""


NOBODY: Final = Face()


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick, with what a tick says; `marker` is carried unseen, so that a tick made outside is known again."""

    label: str
    ticked: bool = False
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A cell of text, one or more paragraphs."""

    lines: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticks:
    """A cell of boxes, whose labels the head of the column shows."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """A cell that begins with a face."""

    face: Face
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A cell with the sign of a severity: "error", "warning", "note", or "waived"."""

    severity: str


Cell = Text | Ticks | Owner | Sign


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid; `width` is its share of the line, a newline in `title` starts its second line."""

    title: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a section: which launch, how far, and the name of what follows, large.

    `state` stands beside the title, such as "Draft". `capsule` holds the families of giver and receiver.
    """

    launch: str
    tier: str
    week: str
    day: Words
    kicker: str
    title: str
    state: str = ""
    capsule: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a pass: what they do, who it is, and what to know about them."""

    role: str
    face: Face
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class ZoneDay:
    """One of the three days of an exchange zone."""

    label: str
    day: str


@dataclass(frozen=True, slots=True)
class Parties:
    """Giver, receiver and exchange zone; `planned_at` is the planned day's place in the zone, 0 to 1."""

    gives: Party
    receives: Party
    zone: tuple[ZoneDay, ZoneDay, ZoneDay]
    planned_at: float


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a part; `letter` is its place in the pack (B, A, T, O, N) or ""."""

    title: str
    note: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. With a `lead`, that word opens it and it is a part of its own, lettered as a heading is."""

    words: Words
    letter: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A small remark below a grid."""

    words: Words


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `name` says what it holds, for those who hear it; without `headed` its head is not shown on paper."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    headed: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt of the read-back. Without an answer there is room to write one; `marker` as on a box."""

    number: int
    question: str
    answer: str
    boxes: tuple[Box, ...]
    correction: str = ""
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """The prompts of the read-back."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on; `width` is its share of the line."""

    label: str
    width: float


@dataclass(frozen=True, slots=True)
class Card:
    """What one side fills in by hand."""

    face: Face
    name: str
    detail: str
    boxes: tuple[Box, ...]
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Both sides' cards, how the receiver read the pack, and lines for a condition."""

    cards: tuple[Card, Card]
    reading: str
    strengths: tuple[Box, ...]
    blanks: tuple[Blank, ...]


Block = Masthead | Parties | Heading | Paragraph | Note | Grid | Questions | SignOff


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that belong together and begin on a new one.

    `running` and `running_right` head its pages after the first; `footer` names it at the foot of each.
    """

    name: str
    blocks: tuple[Block, ...]
    running: Words
    running_right: str
    footer: str
    capsule: tuple[str, str] | None = None


SheetValue = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet; `width` in characters, `choices` the only answers that fit, if there are such."""

    title: str
    width: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A flat table to filter, sort and fill in."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetValue, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. The first of the `sheets` is the one that a format with a single table writes.

    `head` is the head of the history on paper, `exported` the moment as it is written and `exported_at` the moment.
    """

    report: str
    title: str
    launch: str
    exported: str
    exported_at: datetime
    head: str
    sections: tuple[Section, ...]
    sheets: tuple[Sheet, ...]
