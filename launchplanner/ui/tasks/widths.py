"""How wide the columns are: what is least needed goes first where there is little room."""

from typing import Final

from launchplanner.ui.tasks.columns import (
    CHECK,
    DAYS,
    DELIVERABLE,
    DUE,
    FLOAT,
    HELPS,
    ID,
    OWNER,
    START,
    STATUS,
    TITLE,
)
from launchplanner.ui.tasks.table import TaskGrid

_WIDTHS: Final = {
    CHECK: 38, ID: 54, OWNER: 152, HELPS: 84, START: 104, DUE: 104, DAYS: 50, STATUS: 122, FLOAT: 54,
}  # fmt: skip
_LEAST_TITLE: Final = 240
_LEAST_DELIVERABLE: Final = 110
_GOES: Final = (HELPS, DELIVERABLE, FLOAT, ID)
"""What is left out, in this order, until there is room for the titles."""
_SCROLL_BAR: Final = 14
_TITLE_SHARE: Final = 0.6


def fit_columns(table: TaskGrid, width: int) -> None:
    """Share a width among the columns; title and deliverable take what is left."""
    hidden: set[int] = set()
    for column in _GOES:
        if _needed(hidden) <= width:
            break
        hidden.add(column)
    rest = width - _SCROLL_BAR - sum(size for column, size in _WIDTHS.items() if column not in hidden)
    share = min(max(_LEAST_TITLE, int(rest * _TITLE_SHARE)), rest - _LEAST_DELIVERABLE)
    title = rest if DELIVERABLE in hidden else share
    header = table.horizontalHeader()
    for column, size in _WIDTHS.items():
        table.setColumnHidden(column, column in hidden)
        if header.sectionSize(column) == header.defaultSectionSize():
            header.resizeSection(column, size)
    table.setColumnHidden(DELIVERABLE, DELIVERABLE in hidden)
    header.resizeSection(TITLE, max(title, _LEAST_TITLE))


def _needed(hidden: set[int]) -> int:
    fixed = sum(size for column, size in _WIDTHS.items() if column not in hidden)
    return fixed + _LEAST_TITLE + (0 if DELIVERABLE in hidden else _LEAST_DELIVERABLE) + _SCROLL_BAR
