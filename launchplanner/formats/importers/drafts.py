"""Tasks as they were read, before dates are settled and references are found."""

from dataclasses import dataclass, field

from launchplanner.formats.importers.moments import When
from launchplanner.plan.work import PLANNED


@dataclass(slots=True)
class Draft:
    """A task as the file has it.

    `start`, `finish` and `at` are what date cells say, `at` where there is only one; `week` counts only when there is
    no other. `table` is -1 for an entry of a list. `key` is the row's own id, `row` its number among the rows of its
    table; `after` and `before` are the texts that refer to others. `path` are the summaries above it, `headings` those
    of the document.
    """

    title: str
    place: str
    table: int = 0
    row: int = 0
    key: str = ""
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


@dataclass(slots=True)
class Reading:
    """All that was read from one file."""

    drafts: list[Draft] = field(default_factory=list[Draft])
    summaries: list[Summary] = field(default_factory=list[Summary])
    facts: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    title: str = ""
    table_name: str = ""
    text: str = ""
