"""Working days to pixels and back, zooming and scrolling along the clock."""

from dataclasses import dataclass
from typing import Final

from launchplanner.reports.timeline_head import Extent

ROOM_AT_END: Final = 22
"""Pixels after the last day, so that a baton passed on the clock's last evening is seen whole."""
WIDEST_DAY: Final = 120.0
STEP: Final = 1.25
"""How much wider one step of zooming draws a day."""
_SAME: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Axis:
    """The horizontal axis.

    `left` and `width` are where the chart lies in the view, in pixels. `offset` is how far it is scrolled. A fitted
    axis shows the whole clock, however wide the view is.
    """

    whole: Extent
    fit: Extent
    left: float
    width: float
    day_width: float
    offset: float
    is_fitted: bool

    @staticmethod
    def fitted(whole: Extent, fit: Extent, left: float, width: float) -> "Axis":
        """Return the axis that shows the whole clock."""
        day_width = fit_width(fit, width)
        offset = (fit.start - whole.start) * day_width
        return Axis(whole, fit, left, width, day_width, offset, is_fitted=True)

    def x(self, day: float) -> float:
        """Return where a day begins."""
        return self.left + (day - self.whole.start) * self.day_width - self.offset

    def day(self, x: float) -> float:
        """Return the place on the clock under a pixel."""
        return self.whole.start + (x - self.left + self.offset) / self.day_width

    @property
    def right(self) -> float:
        """Where the chart ends in the view."""
        return self.left + self.width

    @property
    def first_day(self) -> float:
        """The place at the left edge of the chart."""
        return self.day(self.left)

    @property
    def last_day(self) -> float:
        """The place at the right edge of the chart."""
        return self.day(self.right)

    @property
    def length(self) -> float:
        """How long the whole axis is, in pixels."""
        return self.whole.days * self.day_width + ROOM_AT_END

    @property
    def furthest(self) -> float:
        """How far it can be scrolled."""
        return max(self.length - self.width, 0.0)

    def scrolled_to(self, offset: float) -> "Axis":
        """Return the axis scrolled to an offset, as far as that is possible."""
        offset = min(max(offset, 0.0), self.furthest)
        return Axis(self.whole, self.fit, self.left, self.width, self.day_width, offset, self.is_fitted)

    def unfitted(self) -> "Axis":
        """Return the axis as it is, to be kept so when the view changes its width."""
        return Axis(self.whole, self.fit, self.left, self.width, self.day_width, self.offset, is_fitted=False)

    def zoomed(self, factor: float, at: float) -> "Axis":
        """Return the axis with days drawn wider by a factor, the place under the pixel `at` staying there.

        Zooming out ends at the fitted axis, or at the whole plan where that is longer than the clock.
        """
        fitted = fit_width(self.fit, self.width)
        narrowest = min(fitted, fit_width(self.whole, self.width))
        day_width = min(max(self.day_width * factor, narrowest), WIDEST_DAY)
        passes_fit = (self.day_width - fitted) * (day_width - fitted) < 0
        if passes_fit or abs(day_width - fitted) < _SAME:
            return Axis.fitted(self.whole, self.fit, self.left, self.width)
        day = self.day(at)
        made = Axis(self.whole, self.fit, self.left, self.width, day_width, 0.0, is_fitted=False)
        return made.scrolled_to((day - self.whole.start) * day_width - (at - self.left))

    def laid_out(self, whole: Extent, fit: Extent, left: float, width: float) -> "Axis":
        """Return the axis for another view size or plan; the place at its left edge stays there unless it is fitted."""
        if self.is_fitted:
            return Axis.fitted(whole, fit, left, width)
        offset = self.offset + (self.whole.start - whole.start) * self.day_width
        return Axis(whole, fit, left, width, self.day_width, 0.0, is_fitted=False).scrolled_to(offset)


def fit_width(extent: Extent, width: float) -> float:
    """Return how wide a day is when a stretch fills a width."""
    return min(max((width - ROOM_AT_END) / max(extent.days, 1), 0.05), WIDEST_DAY)
