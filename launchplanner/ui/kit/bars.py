"""Bars of tasks and phases, and the strips that count: progress, items, zones.

Done work is faded, running work is filled to its progress, planned work is outlined, work of nobody is dashed and
work of several is striped. The critical path is a thin line under the bar, never a second colour.
"""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.ui.kit.hatching import STRIPE_PERIOD, paint_hatch
from launchplanner.ui.kit.shapes import dashes, fill, inner, outline, painting, smooth
from launchplanner.ui.theme.colour import mix
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import BAR_RADIUS, FamilyColours, Tokens

BarState = Literal["planned", "running", "done", "nobody", "several"]
Segment = Literal["full", "half", "empty", "now", "lost", "risk"]

_SEGMENT_GAP: Final = 4


def paint_bar(
    painter: QPainter,
    rect: QRectF,
    tokens: Tokens,
    family: str,
    state: BarState = "planned",
    *,
    progress: float = 0,
    critical: bool = False,
) -> None:
    """Draw the bar of a task.

    Args:
        painter: on any device.
        rect: the bar; the line of the critical path lies below it.
        tokens: the colours.
        family: who leads the phase.
        state: how far the work is, or what is wrong with its ownership.
        progress: from 0 to 1, for work that is running.
        critical: whether a delay here delays the launch.
    """
    colours = tokens.family(family)
    shape = QPainterPath()
    shape.addRoundedRect(inner(rect, 0.5), BAR_RADIUS, BAR_RADIUS)
    with smooth(painter):
        if state == "nobody":
            fill(painter, tokens.panel)
            painter.drawPath(shape)
            painter.setPen(dashes(tokens.error.text, 1.25))
            painter.drawPath(shape)
        elif state == "done":
            fill(painter, mix(tokens.panel, colours.fill, 0.38))
            painter.drawPath(shape)
        else:
            _paint_body(painter, shape, colours, tokens.panel, striped=state == "several")
            if state == "running":
                _paint_done_part(painter, rect, shape, colours.fill, progress)
            outline(painter, colours.fill, 1.25)
            painter.drawPath(shape)
    if critical:
        colour = tokens.ink if state != "done" else mix(tokens.panel, tokens.ink, 0.45)
        paint_critical_line(painter, rect, colour)


def paint_critical_line(painter: QPainter, bar: QRectF, colour: str) -> None:
    """Draw the thin line under a bar on the critical path."""
    with smooth(painter):
        fill(painter, colour)
        painter.drawRoundedRect(QRectF(bar.left(), bar.bottom() + 1.5, bar.width(), 2), 1, 1)


def paint_phase(painter: QPainter, rect: QRectF, tokens: Tokens, family: str, *, faded: bool = False) -> None:
    """Draw the thin bar of a phase along the middle of the rectangle."""
    colour = tokens.family(family).fill
    thick = min(6.0, rect.height())
    area = QRectF(rect.left(), rect.center().y() - thick / 2, rect.width(), thick)
    with smooth(painter):
        fill(painter, mix(tokens.panel, colour, 0.5) if faded else colour)
        painter.drawRoundedRect(area, thick / 2, thick / 2)


def paint_progress(painter: QPainter, rect: QRectF, tokens: Tokens, share: float, colour: str | None = None) -> None:
    """Draw a slim strip filled from the left to `share` (0 to 1); grey unless a colour is given."""
    thick = min(6.0, rect.height())
    area = QRectF(rect.left(), rect.center().y() - thick / 2, rect.width(), thick)
    track = QPainterPath()
    track.addRoundedRect(area, thick / 2, thick / 2)
    with smooth(painter):
        fill(painter, tokens.track)
        painter.drawPath(track)
        if share > 0:
            painter.setClipPath(track, Qt.ClipOperation.IntersectClip)
            fill(painter, colour or tokens.muted)
            width = max(area.width() * min(share, 1.0), thick * 0.75)
            painter.drawRoundedRect(QRectF(area.left(), area.top(), width, thick), thick / 2, thick / 2)


def paint_segments(
    painter: QPainter, rect: QRectF, tokens: Tokens, segments: Sequence[Segment], colour: str | None = None
) -> None:
    """Draw one piece for each thing that is counted, over the whole width.

    "full" is there, "empty" is not, "half" is there with a correction, "now" is next; of days, "lost" and "risk"
    are dashed and empty. `colour` is that of the full pieces, green unless given.
    """
    if not segments:
        return
    gap = min(_SEGMENT_GAP, rect.width() / len(segments) * 0.3)
    width = (rect.width() - gap * (len(segments) - 1)) / len(segments)
    plain = {
        "full": colour or tokens.good.text,
        "half": tokens.warning.text,
        "empty": tokens.track if tokens.mode == "dark" else tokens.line,
        "now": tokens.ink,
    }
    dashed = {"lost": tokens.error.text, "risk": tokens.warning.text}
    radius = min(rect.height() / 2, 3.0)
    with smooth(painter):
        for number, segment in enumerate(segments):
            place = QRectF(rect.left() + number * (width + gap), rect.top(), width, rect.height())
            if segment in dashed:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(dashes(dashed[segment], 1.25))
                painter.drawRoundedRect(inner(place, 0.75), radius, radius)
            else:
                fill(painter, plain[segment])
                painter.drawRoundedRect(place, radius, radius)


def paint_zone(
    painter: QPainter, rect: QRectF, tokens: Tokens, *, planned: float | None, now: float | None = None
) -> None:
    """Draw an exchange zone as a strip: hatched, a tick at the planned day and a red one at today.

    `planned` and `now` are shares of the width, from 0 (opens) to 1 (closes); outside of it they are not drawn.
    """
    shape = QPainterPath()
    shape.addRoundedRect(inner(rect, 0.5), 3, 3)
    with smooth(painter):
        paint_hatch(painter, shape, tokens.hatch_strong, period=7, share=0.35)
        outline(painter, tokens.line)
        painter.drawPath(shape)
        for share, colour in ((planned, tokens.ink), (now, tokens.error.text)):
            if share is not None and 0 <= share <= 1:
                across = rect.left() + share * rect.width()
                outline(painter, colour, 2)
                painter.drawLine(QPointF(across, rect.top() - 2), QPointF(across, rect.bottom() + 2))


class ProgressStrip(QWidget):
    """A slim strip filled to a share, as wide as there is room."""

    def __init__(self, share: float = 0, says: str = "") -> None:
        super().__init__()
        self._share = share
        self.setMinimumSize(40, 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(share, says)

    def set_share(self, share: float, says: str = "") -> None:
        """Show another share, from 0 to 1; `says` tells it in words."""
        self._share = share
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that can be read."""
        return QSize(120, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        with painting(self) as painter:
            paint_progress(painter, QRectF(self.rect()), tokens_of(self), self._share)


class SegmentStrip(QWidget):
    """One piece for each item, as wide as there is room."""

    def __init__(self, segments: Sequence[Segment] = (), says: str = "", height: int = 6) -> None:
        super().__init__()
        self._segments: tuple[Segment, ...] = tuple(segments)
        self._height = height
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_segments(segments, says)

    def set_segments(self, segments: Sequence[Segment], says: str = "") -> None:
        """Show other pieces; `says` tells them in words."""
        self._segments = tuple(segments)
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that can be read."""
        return QSize(200, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pieces."""
        with painting(self) as painter:
            paint_segments(painter, QRectF(self.rect()), tokens_of(self), self._segments)


class ZoneStrip(QWidget):
    """An exchange zone as a strip, as wide as there is room."""

    def __init__(self, planned: float | None = None, now: float | None = None, says: str = "") -> None:
        super().__init__()
        self._planned = planned
        self._now = now
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_days(planned, now, says)

    def set_days(self, planned: float | None, now: float | None = None, says: str = "") -> None:
        """Show other days, as shares of the zone from 0 to 1; `says` tells them in words."""
        self._planned = planned
        self._now = now
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that can be read."""
        return QSize(200, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        area = QRectF(self.rect()).adjusted(1, 3, -1, -3)
        with painting(self) as painter:
            paint_zone(painter, area, tokens_of(self), planned=self._planned, now=self._now)


def _paint_body(painter: QPainter, shape: QPainterPath, colours: FamilyColours, ground: str, *, striped: bool) -> None:
    fill(painter, ground if striped else colours.tint)
    painter.drawPath(shape)
    if striped:
        paint_hatch(painter, shape, colours.fill, period=STRIPE_PERIOD, share=0.6)


def _paint_done_part(painter: QPainter, rect: QRectF, shape: QPainterPath, colour: str, share: float) -> None:
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    fill(painter, colour)
    painter.drawRect(QRectF(rect.left(), rect.top(), rect.width() * min(max(share, 0.0), 1.0), rect.height()))
    painter.restore()
