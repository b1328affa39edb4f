"""Painting into a picture and reading points of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

SCALE = 2


class Picture:
    """A white picture of a logical size, painted at twice as many pixels."""

    def __init__(self, width: int, height: int, draw: Callable[[QPainter], object]) -> None:
        self._image = QImage(width * SCALE, height * SCALE, QImage.Format.Format_RGB32)
        self._image.fill(Qt.GlobalColor.white)
        painter = QPainter(self._image)
        try:
            painter.scale(SCALE, SCALE)
            draw(painter)
        finally:
            painter.end()

    def at(self, x: float, y: float) -> str:
        """Return the colour at a logical point as "#RRGGBB"."""
        return self._image.pixelColor(round(x * SCALE), round(y * SCALE)).name(QColor.NameFormat.HexRgb).upper()

    def colours(self) -> set[str]:
        """Return every colour in the picture."""
        size = self._image.size()
        return {self._image.pixelColor(x, y).name().upper() for x in range(size.width()) for y in range(size.height())}

    def same_as(self, other: "Picture") -> bool:
        """Return whether both pictures are alike in every point."""
        return self._image == other._image
