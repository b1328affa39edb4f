"""How thoroughly a pack was read, on four steps from told without an answer to read and corrected."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.plan.protocol import STRENGTHS
from launchplanner.ui.kit.shapes import fill, painting
from launchplanner.ui.theme.colour import mix
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _

_GAP: Final = 5
_COUNT: Final = len(STRENGTHS)


class StrengthSteps(QWidget):
    """Four bars, filled up to the step that was reached."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strength")
        self._place = 0
        self._has_passed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_place(self, place: int, *, has_passed: bool) -> None:
        """Show a step from 0 (told only) to 3 (read and corrected); -1 for nothing yet."""
        self._place, self._has_passed = place, has_passed
        self.setAccessibleName(f"{self._title()} {self.text()}")
        self.update()

    def text(self) -> str:
        """Return the step in words."""
        if self._place < 0:
            return _("nothing is on offer yet")
        return _(STRENGTHS[_COUNT - 1 - self._place]).capitalize()

    def sizeHint(self) -> QSize:
        """Return a title, the bars, and their words."""
        return QSize(320, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        tokens = tokens_of(self)
        with painting(self) as painter:
            painter.setFont(font("small"))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(QRectF(0, 0, self.width(), 16), self._title())
            before = painter.fontMetrics().horizontalAdvance(self._title()) + 8
            painter.setFont(font("small_medium"))
            painter.setPen(QColor(tokens.ink))
            painter.drawText(QRectF(before, 0, self.width() - before, 16), self.text())
            width = (self.width() - _GAP * (_COUNT - 1)) / _COUNT
            for step in range(_COUNT):
                left = step * (width + _GAP)
                reached = step <= self._place
                fill(painter, mix(tokens.faint, tokens.ink, step / (_COUNT - 1)) if reached else tokens.track)
                painter.drawRoundedRect(QRectF(left, 23, width, 4), 2, 2)
                painter.setFont(font("caption_strong" if step == self._place else "caption"))
                painter.setPen(QColor(tokens.ink if step == self._place else tokens.muted))
                words = _(STRENGTHS[_COUNT - 1 - step])
                shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width))
                painter.drawText(QRectF(left, 32, width, 14), shown)

    def _title(self) -> str:
        return _("Strength of this sign-off") if self._has_passed else _("Strength so far")
