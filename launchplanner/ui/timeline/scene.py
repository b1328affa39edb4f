"""What is painted and pointed at: the timeline's rows on their axis, scrolled, selected and hovered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from launchplanner.reports.timeline import Ref, Row, Timeline
from launchplanner.schedule import Span
from launchplanner.ui.timeline.axis import Axis

ROW: Final = 32
BAND: Final = 24
WEEKS: Final = 24
DAYS: Final = 20
BAR: Final = 16
MILESTONE: Final = 14
CAPSULE_WIDTH: Final = 38
CAPSULE_HEIGHT: Final = 22
NARROWEST_BAR: Final = 6
DAYS_FROM: Final = 22.0
"""From which width of a day on the head names the days."""

INDENT: Final = 30
OWNERS: Final = 64
"""How wide the owner column is, at the right of the titles."""
FACE: Final = 22


@dataclass(frozen=True, slots=True)
class Preview:
    """What a gesture would lead to.

    `spans` are the new dates of all that would move, `moved` the ids under the hand. `line` is a link being drawn and
    `target` the row it would end in. `refusal` says why it cannot be, and then takes the place of `text`.
    """

    spans: Mapping[str, Span] = field(default_factory=dict[str, Span])
    moved: frozenset[str] = frozenset()
    text: str = ""
    note: str = ""
    refusal: str = ""
    place: int = -1
    line: tuple[QPointF, QPointF] | None = None
    target: int = -1


@dataclass
class Scene:
    """The state of the view that painting and pointing read. `top` is how far it is scrolled down, in pixels."""

    timeline: Timeline
    axis: Axis
    height: int = 0
    top: int = 0
    selected: frozenset[Ref] = frozenset()
    current: Ref | None = None
    has_ring: bool = False
    hovered: int = -1
    hovers_bar: bool = False
    preview: Preview | None = None

    @property
    def column(self) -> float:
        """How wide the column of titles and owners is."""
        return self.axis.left

    @property
    def shows_days(self) -> bool:
        """Whether days are wide enough to be named."""
        return self.axis.day_width >= DAYS_FROM

    @property
    def head(self) -> int:
        """How high the head is."""
        return BAND + WEEKS + (DAYS if self.shows_days else 0)

    @property
    def chart(self) -> QRectF:
        """The area of bars."""
        return QRectF(self.axis.left, self.head, self.axis.width, max(self.height - self.head, 0))

    def row_top(self, place: int) -> int:
        """Return where a row begins in the view."""
        return self.head + place * ROW - self.top

    def place_at(self, y: float) -> int:
        """Return the row at a height, or -1."""
        if y < self.head:
            return -1
        place = int(y - self.head + self.top) // ROW
        return place if place < len(self.timeline.rows) else -1

    def visible(self, start: float | None = None, finish: float | None = None) -> range:
        """Return the rows in sight, or those between two heights."""
        upper = max(self.head, start if start is not None else 0)
        lower = min(self.height, finish if finish is not None else self.height)
        if lower <= upper:
            return range(0)
        first = max(int(upper - self.head + self.top) // ROW, 0)
        last = int(lower - 1 - self.head + self.top) // ROW
        return range(first, min(last + 1, len(self.timeline.rows)))

    def span_of(self, row: Row) -> Span | None:
        """Return the days of a task's bar, as a gesture would have them."""
        if row.bar is None:
            return None
        if self.preview is not None and row.ref.id in self.preview.spans:
            return self.preview.spans[row.ref.id]
        return Span(row.bar.start, row.bar.finish)

    def bar_rect(self, place: int, span: Span) -> QRectF:
        """Return where a task's bar is drawn for some days; a milestone is a square that stands on its corner."""
        left, top = self.axis.x(span.start), self.row_top(place)
        if not span.days:
            return QRectF(left - MILESTONE / 2, top + (ROW - MILESTONE) / 2, MILESTONE, MILESTONE)
        width = max(self.axis.x(span.finish) - left - 1, NARROWEST_BAR)
        return QRectF(left + 0.5, top + (ROW - BAR) / 2, width, BAR)

    def capsule_rect(self, place: int, at: float) -> QRectF:
        """Return where a baton is drawn that passes at a place on the clock."""
        centre = QPointF(self.axis.x(at), self.row_top(place) + ROW / 2)
        return QRectF(centre.x() - CAPSULE_WIDTH / 2, centre.y() - CAPSULE_HEIGHT / 2, CAPSULE_WIDTH, CAPSULE_HEIGHT)

    def capsule_at(self, key: str, at: int) -> int:
        """Return where a baton passes, as a gesture would have it."""
        if self.preview is not None and key in self.preview.spans:
            return self.preview.spans[key].start
        return at

    def shape_rect(self, place: int) -> QRectF | None:
        """Return where the bar or capsule of a row is drawn, or None when it has none that can be moved."""
        row = self.timeline.row(place)
        span = self.span_of(row)
        if span is not None:
            return self.bar_rect(place, span)
        if row.phase is None and row.ref.kind == "baton" and row.capsules:
            return self.capsule_rect(place, self.capsule_at(row.ref.id, row.capsules[0].at))
        return None
