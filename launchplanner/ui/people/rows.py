"""The people as a table model: open roles, people with the work of those that are opened, teams."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from launchplanner.plan.plan import PERSON, TASK
from launchplanner.reports.people import People, PeopleRow, WorkRow
from launchplanner.ui.views import PartKey
from launchplanner.words import _

NAME, HOLDS, ALIASES, OWNS, AWAY, WEEKS = range(6)
Row = PeopleRow | WorkRow
_AnyIndex = QModelIndex | QPersistentModelIndex
_TITLES: Final = 6


def headings() -> tuple[str, ...]:
    """Return the titles of the columns."""
    return (_("Person"), _("Holds the role"), _("Also read as"), _("Owns"), _("Away"), _("Days of work in each week"))


def part_of(row: Row) -> PartKey:
    """Return the part of the plan that a row stands for."""
    return (TASK, row.id) if isinstance(row, WorkRow) else (row.kind, row.id)


def can_open(row: Row) -> bool:
    """Say whether work can be listed below a row."""
    return isinstance(row, PeopleRow) and row.kind == PERSON and row.owns > 0


class PeopleModel(QAbstractTableModel):
    """The rows of the people view."""

    def __init__(self) -> None:
        super().__init__()
        self.people = People()
        self.opened: frozenset[str] = frozenset()
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, people: People, rows: Sequence[Row], opened: frozenset[str] = frozenset()) -> None:
        """Take other people, of whom `rows` are shown; `opened` are those whose work stands below them."""
        self.beginResetModel()
        self.people = people
        self.opened = opened
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """Return all rows in order."""
        return self._rows

    def row(self, place: int) -> Row | None:
        """Return what stands in a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, part: PartKey) -> int:
        """Return the row of a part, -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if part_of(row) == part), -1)

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else _TITLES

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return headings()[section] if section < _TITLES else None
        return None

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the text of a cell, or its row."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return texts(row)[index.column()]
        return None


def texts(row: Row) -> tuple[str, ...]:
    """Return what stands in the columns of a row."""
    if isinstance(row, WorkRow):
        return ("", row.title, row.trouble, str(row.days), row.dates, "")
    weeks = ", ".join(
        _("W{week}: {days}").format(week=number, days=cell.load)
        for number, cell in enumerate(row.weeks, 1)
        if cell.load
    )
    return (row.name or _("Nobody"), row.holds, row.aliases, str(row.owns), row.away, weeks)
