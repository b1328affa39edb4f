"""Slanting bands: exchange zones, days away, and the stripes of a bar with two owners.

All bands lie on one grid across the whole picture, so that they run on from row to row.
"""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPixmap, QPixmapCache, QPolygonF

from launchplanner.ui.kit.shapes import fill, painting, smooth
from launchplanner.ui.theme.tokens import Tokens

ZONE_PERIOD = 16
STRIPE_PERIOD = 10


def paint_hatch(
    painter: QPainter, area: QRectF | QPainterPath, colour: str, *, period: float = ZONE_PERIOD, share: float = 0.5
) -> None:
    """Fill an area with slanting bands, as shapes; sharp on paper and on every screen.

    Args:
        painter: on any device.
        area: what to fill; nothing is drawn outside.
        colour: of the bands; what lies between them is left as it is.
        period: from one band to the next along a row, in pixels.
        share: how much of the period a band takes, from 0 to 1.
    """
    bounds = area if isinstance(area, QRectF) else area.boundingRect()
    with smooth(painter):
        if isinstance(area, QRectF):
            painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        else:
            painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
        fill(painter, colour)
        first = math.floor((bounds.left() + bounds.top()) / period)
        last = math.ceil((bounds.right() + bounds.bottom()) / period)
        for number in range(first, last + 1):
            painter.drawPolygon(_band(bounds, number * period, period * share))


def hatch_brush(tokens: Tokens, scale: float = 1, *, period: int = ZONE_PERIOD) -> QBrush:
    """Return the bands of an exchange zone as a brush, for large areas on a screen.

    Args:
        tokens: the colours.
        scale: the device pixel ratio of what is painted on.
        period: from one band to the next along a row, in pixels.
    """
    key = f"launchplanner/hatch/{tokens.mode}/{scale}/{period}"
    tile = QPixmap()
    if not QPixmapCache.find(key, tile):
        tile = _tile(tokens.hatch, scale, period)
        QPixmapCache.insert(key, tile)
    return QBrush(tile)


def _tile(colour: str, scale: float, period: int) -> QPixmap:
    tile = QPixmap(math.ceil(period * scale), math.ceil(period * scale))
    tile.fill(QColor(Qt.GlobalColor.transparent))
    with painting(tile) as painter:
        painter.scale(tile.width() / period, tile.height() / period)
        paint_hatch(painter, QRectF(0, 0, period, period), colour, period=period)
    tile.setDevicePixelRatio(tile.width() / period)
    return tile


def _band(bounds: QRectF, start: float, width: float) -> QPolygonF:
    # Points of one band share x + y: it climbs to the right.
    top, bottom = bounds.top(), bounds.bottom()
    return QPolygonF(
        [
            QPointF(start - top, top),
            QPointF(start + width - top, top),
            QPointF(start + width - bottom, bottom),
            QPointF(start - bottom, bottom),
        ]
    )
