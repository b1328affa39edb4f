"""Places along the clock in a column of the board, as pixels."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from launchplanner.reports.timeline_head import Head

_ROOM = 18
"""Pixels left free at both ends, so that the first and last capsule are drawn whole."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of working days over a width."""

    start: float
    finish: float
    left: float
    width: float

    @classmethod
    def of(cls, head: Head, column: QRectF) -> "Axis":
        """Return the axis on which the whole clock fits into a column."""
        return cls(head.fit.start, head.fit.finish, column.left() + _ROOM, max(column.width() - 2 * _ROOM, 1))

    def x(self, place: float) -> float:
        """Return where a place lies, kept inside the column."""
        share = (place - self.start) / max(self.finish - self.start, 1)
        return self.left + min(max(share, 0), 1) * self.width
