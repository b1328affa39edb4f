"""The columns of the task table, from left to right."""

from typing import Final

from launchplanner.reports.task_table import Column
from launchplanner.words import _

CHECK, ID, TITLE, OWNER, HELPS, START, DUE, DAYS, STATUS, FLOAT, DELIVERABLE = range(11)

COLUMNS: Final[tuple[Column | str, ...]] = (
    "", "id", "title", "owner", "helps", "start", "due", "days", "status", "float", "deliverable",
)  # fmt: skip
"""What each column is called below the window; the first holds the boxes of the selection."""

EDITABLE: Final = frozenset((TITLE, OWNER, START, DUE, DAYS, STATUS, DELIVERABLE))
NUMBERS: Final = frozenset((START, DUE, DAYS, FLOAT))
"""These stand at the right of their cells."""


def headings() -> tuple[str, ...]:
    """Return the titles of the columns."""
    return (
        "",
        _("Id"),
        _("Task"),
        _("Owner"),
        _("Helps"),
        _("Start"),
        _("Due"),
        _("Days"),
        _("Status"),
        _("Float"),
        _("Deliverable"),
    )
