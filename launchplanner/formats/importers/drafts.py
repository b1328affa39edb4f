"""Tasks as they were read, before dates are settled and references are found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from launchplanner.formats.importers.moments import When
from launchplanner.formats.importers.rosters import Roster
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.work import FINISH_TO_START, PLANNED


@dataclass(frozen=True, slots=True)
class Wait:
    """A link that a file states outright: to what has `key`, with type, and lag in working days."""

    key: str
    type: str = FINISH_TO_START
    lag: int = 0


@dataclass(slots=True)
class Draft:
    """A task as the file has it.

    `start`, `finish` and `at` are what date cells say, `at` where there is only one; `week` counts only when there is
    no other. `table` is -1 for an entry of a list. `key` is the row's own id, `row` its number among the rows of its
    table; `after` and `before` are the texts that refer to others. `path` are the summaries above it, `headings` those
    of the document.

    Trackers give a `second_key`, a `kind` such as "epic", the `parents` that a row names, and the e-mail of the owner.

    Files that hold a whole plan also give `waits`; `above`, the keys of the summaries above it; when it really began
    and ended; and `rule` and `rule_day`, what may set its start, "asap" being its links alone.
    """

    title: str
    place: str
    table: int = 0
    row: int = 0
    key: str = ""
    second_key: str = ""
    kind: str = ""
    parents: list[str] = field(default_factory=list[str])
    email: str = ""
    section: str = ""
    headings: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    owner: str = ""
    contributors: list[str] = field(default_factory=list[str])
    backup: str = ""
    start: When | None = None
    finish: When | None = None
    at: When | None = None
    week: When | None = None
    days: int | None = None
    status: str = PLANNED
    has_status: bool = False
    progress: int | None = None
    deliverable: str = ""
    notes: list[str] = field(default_factory=list[str])
    links: list[str] = field(default_factory=list[str])
    after: list[str] = field(default_factory=list[str])
    before: list[str] = field(default_factory=list[str])
    milestone: bool = False
    waits: list[Wait] = field(default_factory=list[Wait])
    above: tuple[str, ...] = ()
    started: date | None = None
    finished: date | None = None
    rule: str = ""
    rule_day: date | None = None

    @property
    def has_date(self) -> bool:
        """Whether the file says when it is."""
        return any((self.start, self.finish, self.at, self.week))


@dataclass(slots=True)
class Summary:
    """A row above others that it sums up: it becomes a phase, and what refers to it refers to those below."""

    title: str
    key: str
    row: int
    table: int
    owner: str = ""
    purpose: str = ""
    place: str = ""
    waits: list[Wait] = field(default_factory=list[Wait])


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A baseline of the file: first day and length in working days, by the key of a draft."""

    title: str
    spans: Mapping[str, tuple[date, int]]


@dataclass(slots=True)
class Reading:
    """All that was read from one file; what stands below `text` only files give that hold a whole plan."""

    drafts: list[Draft] = field(default_factory=list[Draft])
    summaries: list[Summary] = field(default_factory=list[Summary])
    facts: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    title: str = ""
    table_name: str = ""
    text: str = ""
    details: tuple[str, ...] = ()
    calendar: WorkCalendar | None = None
    roster: Roster | None = None
    snapshots: list[Snapshot] = field(default_factory=list[Snapshot])
