"""The batons as a table model."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from launchplanner.reports.baton_board import BatonBoard, BoardRow
from launchplanner.ui.kit.labels import tooltip
from launchplanner.words import _, ngettext

BATON, SIDES, CLOCK, HOLDER, STATE, ITEMS, FIRST, LOST = range(8)
AnyIndex = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
"""The role under which a cell gives its `BoardRow`."""


def headings() -> tuple[str, ...]:
    """Return the titles of the columns."""
    return (
        _("Baton"),
        _("Gives, receives"),
        _("Along the clock"),
        _("Holds it today"),
        _("State"),
        _("Items"),
        _("First pass"),
        _("Lost"),
    )


class BoardModel(QAbstractTableModel):
    """The rows of the board."""

    def __init__(self) -> None:
        super().__init__()
        self.board: BatonBoard | None = None
        self._rows: tuple[BoardRow, ...] = ()

    def show_board(self, board: BatonBoard) -> bool:
        """Show another board; return whether rows came, went or changed places."""
        is_same = [row.key for row in board.rows] == [row.key for row in self._rows]
        if not is_same:
            self.beginResetModel()
        self.board, self._rows = board, board.rows
        if not is_same:
            self.endResetModel()
        elif self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, LOST))
        return not is_same

    def row(self, place: int) -> BoardRow | None:
        """Return what stands in a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """Return the row of a baton, -1 when it is not there."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many batons there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return headings()[section] if section < len(headings()) else None
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the text of a cell, its row, or what a tooltip says."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        text = texts(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(text) or None
        return text if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None


def texts(row: BoardRow) -> tuple[str, ...]:
    """Return what each cell of a row says."""
    ready, count = row.items
    items = _("{ready} of {count}").format(ready=ready, count=count) if count else _("none yet")
    return (
        f"{row.key} {row.title}, {row.planned}",
        row.sides,
        along(row),
        row.holder_name,
        row.state.words,
        items,
        row.first_pass or _("not yet"),
        "–" if row.lost is None else str(row.lost),
    )


def along(row: BoardRow) -> str:
    """Return what the picture of a row says."""
    if row.has_passed and row.lost:
        return ngettext("passed {n} day after it was planned", "passed {n} days after it was planned", row.lost).format(
            n=row.lost
        )
    if row.has_passed:
        return _("passed in time")
    if row.late:
        return ngettext(
            "late by {n} day, travelling with today", "late by {n} days, travelling with today", row.late
        ).format(n=row.late)
    return _("still to come, {planned}").format(planned=row.planned)
