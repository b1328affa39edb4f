"""What an import gives back: the plan, and a full account of how the file was understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from launchplanner.plan.plan import Plan

UNDERSTOOD: Final = "understood"
CHANGED: Final = "changed"
DROPPED: Final = "dropped"


@dataclass(frozen=True, slots=True)
class Note:
    """One remark of the importer: `kind` is "understood", "changed" or "dropped", `place` where in the file."""

    kind: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who imports knows better than the file.

    `sheet` reads that sheet alone; `year` is for dates without one; `columns` gives the meaning of a column by its
    header; `launch_day_else` is the launch day when neither the person nor the file names one.
    """

    sheet: str = ""
    year: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    launch_day_else: date | None = None


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """What a column was taken for; `confidence` from 0 to 1, `others` the meanings that were close."""

    column: str
    header: str
    meaning: str
    confidence: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableReading:
    """How one table was read: which rows are its header, what its columns mean, how many rows became tasks."""

    name: str
    header: tuple[int, ...]
    first: int
    last: int
    columns: tuple[ColumnReading, ...]
    date_order: str
    tasks: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Understood:
    """The account of an import, in counts and choices."""

    reader: str
    details: tuple[str, ...]
    tables: tuple[TableReading, ...]
    passed_over: tuple[str, ...]
    launch_day: date
    launch_day_from: str
    tasks: int
    with_owner: int
    with_date: int
    people: int
    phases: int
    links: int


@dataclass(frozen=True, slots=True)
class Imported:
    """A plan made from a foreign file, the notes on it, and how it was understood."""

    plan: Plan
    notes: tuple[Note, ...]
    understood: Understood


class Notebook:
    """Where the readers write down what they did; each remark once."""

    def __init__(self) -> None:
        self._notes: dict[Note, None] = {}

    def understood(self, text: str, place: str = "") -> None:
        """Write down what was taken for granted."""
        self._notes[Note(UNDERSTOOD, place, text)] = None

    def changed(self, text: str, place: str = "") -> None:
        """Write down that the plan says something else than the file."""
        self._notes[Note(CHANGED, place, text)] = None

    def dropped(self, text: str, place: str = "") -> None:
        """Write down that something is not in the plan."""
        self._notes[Note(DROPPED, place, text)] = None

    def notes(self) -> tuple[Note, ...]:
        """Return all remarks, in the order in which they were made."""
        return tuple(self._notes)
