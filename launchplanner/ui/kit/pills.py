"""Pills that say a state or a count, chips that filter, and the round marks of findings and items."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.labels import set_tooltip, without_mnemonic
from launchplanner.ui.kit.shapes import circle, dashes, fill, inner, outline, painting, smooth
from launchplanner.ui.theme.fonts import font, sized, tabular
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import FAMILIES, Tokens, Tone
from launchplanner.words import _

Mark = Literal["check", "bang", "pencil", "empty", "dot"]

PILL_HEIGHT: Final = 20
_CHIP_HEIGHT: Final = 26
_CLOSE: Final = 12


def pill_width(text: str) -> float:
    """Return how wide a pill with this text is."""
    return max(PILL_HEIGHT, QFontMetricsF(font("caption_medium")).horizontalAdvance(text) + 16)


def paint_pill(painter: QPainter, left_middle: QPointF, tokens: Tokens, text: str, tone: Tone | str) -> float:
    """Draw a pill with its left edge at a point, and return its width; `tone` may be a family of roles."""
    width = pill_width(text)
    area = QRectF(left_middle.x(), left_middle.y() - PILL_HEIGHT / 2, width, PILL_HEIGHT)
    back, front = _pill_colours(tokens, tone)
    with smooth(painter):
        fill(painter, back)
        painter.drawRoundedRect(area, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
        painter.setFont(font("caption_medium"))
        outline(painter, front)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    return width


def paint_mark(painter: QPainter, rect: QRectF, tokens: Tokens, mark: Mark, tone: Tone) -> None:
    """Draw the round mark of a finding or an item: a sign on a tint, so that it is told without its colour."""
    area = circle(rect)
    colours = tokens.tone(tone)
    with smooth(painter):
        fill(painter, colours.tint)
        painter.drawEllipse(area)
        side = area.width()
        if mark == "bang":
            painter.setFont(sized(round(side * 0.62), 600))
            outline(painter, colours.text)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "!")
        elif mark == "dot":
            fill(painter, colours.text)
            painter.drawEllipse(inner(area, side * 0.32))
        elif mark != "empty":
            paint_icon(painter, inner(area, side * 0.2), mark, colours.text)


class Pill(QWidget):
    """A short word or count on a tint: "2 errors", "Tier 1", "Read back"."""

    def __init__(self, text: str = "", tone: Tone | str = "neutral") -> None:
        super().__init__()
        self._text = text
        self._tone: Tone | str = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text, tone)

    def set_text(self, text: str, tone: Tone | str | None = None) -> None:
        """Show another text, and another tone if given: a tone or a family of roles."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return what it says."""
        return self._text

    def tone(self) -> Tone | str:
        """Return the tone it says it in."""
        return self._tone

    def sizeHint(self) -> QSize:
        """Return the room for the text."""
        return QSize(round(pill_width(self._text)) + 1, PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        with painting(self) as painter:
            paint_pill(painter, QPointF(0, self.height() / 2), tokens_of(self), self._text, self._tone)


class MarkWidget(QWidget):
    """The round mark of a finding or an item."""

    def __init__(self, mark: Mark = "bang", tone: Tone = "error", side: int = 18, says: str = "") -> None:
        super().__init__()
        self._mark: Mark = mark
        self._tone: Tone = tone
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_mark(mark, tone, says)

    def set_mark(self, mark: Mark, tone: Tone, says: str = "") -> None:
        """Show another mark; `says` tells it in words."""
        self._mark = mark
        self._tone = tone
        self.setAccessibleName(says)
        set_tooltip(self, says)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square it is drawn in."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        with painting(self) as painter:
            paint_mark(painter, QRectF(self.rect()), tokens_of(self), self._mark, self._tone)


class Chip(QAbstractButton):
    """A filter that can be put on and taken off, with the count of what it would show.

    A chip is checkable unless it is dashed, which offers another filter. One that is removable shows a cross:
    pressing the cross, Delete or Backspace emits `removed`.
    """

    removed = Signal()

    def __init__(
        self,
        text: str,
        count: int | None = None,
        tone: Tone = "neutral",
        *,
        icon: str = "",
        dashed: bool = False,
        removable: bool = False,
    ) -> None:
        super().__init__()
        self._label = text
        self._count = "" if count is None else str(count)
        self._tone: Tone = tone
        self._icon = icon
        self._dashed = dashed
        self._removable = removable
        self._by_mouse = False
        self.setText(without_mnemonic(text))
        self.setCheckable(not dashed and not removable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count, tone)

    def set_count(self, count: int | None, tone: Tone = "neutral") -> None:
        """Show another count, in red or amber if it is one that matters."""
        self._count = "" if count is None else str(count)
        self._tone = tone
        self.setAccessibleName(f"{self._label} {self._count}".strip())
        if self._removable:
            self.setAccessibleDescription(_("Delete takes this filter off."))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all parts."""
        parts = [
            14 if self._icon else 0,
            QFontMetricsF(font("medium")).horizontalAdvance(self._label),
            QFontMetricsF(tabular(font("medium"))).horizontalAdvance(self._count) if self._count else 0,
            _CLOSE if self._removable else 0,
        ]
        shown = [part for part in parts if part]
        return QSize(round(sum(shown) + 7 * (len(shown) - 1) + 24), _CHIP_HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how focus came: the ring is for those who use the keyboard."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a removable chip off by key."""
        if self._removable and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a removable chip off by its cross."""
        inside = self.rect().contains(event.position().toPoint())
        if self._removable and inside and event.position().x() > self.width() - 28:
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        tokens = tokens_of(self)
        area = inner(QRectF(self.rect()), 0.5)
        radius = area.height() / 2
        with painting(self) as painter:
            fill(painter, self._back(tokens))
            painter.drawRoundedRect(area, radius, radius)
            outline(painter, tokens.ink if self.isChecked() or self._removable else tokens.line)
            if self._dashed:
                painter.setPen(dashes(tokens.edge, 1))
            painter.drawRoundedRect(area, radius, radius)
            self._paint_words(painter, tokens)
            if self.hasFocus() and not self._by_mouse:
                outline(painter, tokens.edge if self.isChecked() else tokens.ink, 2)
                painter.drawRoundedRect(inner(area, 0.5), radius, radius)

    def _back(self, tokens: Tokens) -> str:
        if self.isChecked():
            return tokens.ink
        return tokens.hover if self.underMouse() or self.isDown() else tokens.panel

    def _paint_words(self, painter: QPainter, tokens: Tokens) -> None:
        colour = tokens.on_ink if self.isChecked() else tokens.muted if self._dashed else tokens.ink
        left = 12.0
        middle = self.height() / 2
        if self._icon:
            paint_icon(painter, QRectF(left, middle - 7, 14, 14), self._icon, colour)
            left += 21
        painter.setFont(font("medium"))
        outline(painter, colour)
        width = QFontMetricsF(font("medium")).horizontalAdvance(self._label)
        painter.drawText(QRectF(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self._label)
        left += width + 7
        if self._count:
            painter.setFont(font("medium", figures=True))
            outline(painter, self._count_colour(tokens))
            painter.drawText(QRectF(left, 0, 80, self.height()), Qt.AlignmentFlag.AlignVCenter, self._count)
        if self._removable:
            cross = QRectF(self.width() - 12 - _CLOSE, middle - _CLOSE / 2, _CLOSE, _CLOSE)
            paint_icon(painter, cross, "close", tokens.muted)

    def _count_colour(self, tokens: Tokens) -> str:
        if self.isChecked():
            return tokens.on_ink
        return tokens.muted if self._tone == "neutral" else tokens.tone(self._tone).text


def _pill_colours(tokens: Tokens, tone: Tone | str) -> tuple[str, str]:
    if tone in FAMILIES:
        return tokens.family(tone).tint, tokens.family(tone).text
    colours = {"error": tokens.error, "warning": tokens.warning, "good": tokens.good}.get(tone, tokens.neutral)
    return colours.tint, colours.text
