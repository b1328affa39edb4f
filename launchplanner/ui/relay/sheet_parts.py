"""Large type for a room: labels, the answer that is noted, what stays covered, and the column of steps."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.reports.runsheet import BRIEFING, READ_BACK, STEPS, step_title
from launchplanner.ui.inspector.fields import TextField
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.keycaps import keycap_width, paint_keycap
from launchplanner.ui.kit.labels import Label
from launchplanner.ui.kit.shapes import fill, outline, painting
from launchplanner.ui.theme.fonts import sized
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens
from launchplanner.words import _

LOW: Final = 800
"""Below this height of the window the type is one size smaller."""
_SIDE: Final = 40


def large(text: str = "", pixels: int = 18, weight: int = 400, *, tone: str = "ink", wrap: bool = True) -> Label:
    """Return a label in a size of its own."""
    made = Label(text, tone=tone, wrap=wrap)
    made.setFont(sized(pixels, weight))
    return made


class SpokenField(TextField):
    """Words noted as they are spoken: Enter is done with them, Esc leaves."""

    left = Signal()

    def __init__(self, says: str, name: str, placeholder: str) -> None:
        super().__init__(says, name=name, placeholder=placeholder, single=True, most=5)
        self.setStyleSheet("QPlainTextEdit { border: 0; background: transparent; padding: 0; }")

    def set_pixels(self, pixels: int) -> None:
        """Write in another size."""
        self.setFont(sized(pixels))
        self.document().setDefaultFont(sized(pixels))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Enter, which keeps, and with Esc, which takes back."""
        key = event.key()
        super().keyPressEvent(event)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.accept()
            self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on at the end of what is there."""
        super().focusInEvent(event)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)


class Barred(QWidget):
    """A bar in the colour of who speaks, before their words."""

    def __init__(self, width: int = 4) -> None:
        super().__init__()
        self._width = width
        self._family = ""
        self.setFixedWidth(width)

    def set_family(self, family: str) -> None:
        """Take the colour of another family of roles."""
        self._family = family
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        with painting(self) as painter:
            fill(painter, tokens_of(self).family(self._family).fill)
            painter.drawRect(self.rect())


class Cover(QWidget):
    """What the pack says, covered until the giver has marked the answer or somebody uncovers it."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet-cover")
        self._lines: tuple[str, ...] = ()
        self._is_covered = True
        self._sentence = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[str, ...], sentence: str, *, covered: bool) -> None:
        """Show, or cover, other lines."""
        self._lines, self._sentence, self._is_covered = lines, sentence, covered
        self.setAccessibleName(sentence if covered else f"{sentence} {' '.join(lines)}")
        self.updateGeometry()
        self.update()

    @property
    def is_covered(self) -> bool:
        """Whether the lines cannot be read."""
        return self._is_covered

    def text(self) -> str:
        """Return what can be read."""
        return "" if self._is_covered else " ".join(self._lines)

    def sizeHint(self) -> QSize:
        """Return room for the sentence and the lines."""
        return QSize(400, 44 + 22 * min(max(len(self._lines), 1), 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Uncover by a click."""
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        tokens = tokens_of(self)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with painting(self) as painter:
            fill(painter, tokens.ground)
            painter.drawRoundedRect(area, 10, 10)
            outline(painter, tokens.line)
            painter.drawRoundedRect(area, 10, 10)
            paint_icon(painter, QRectF(20, area.center().y() - 10, 20, 20), "eye", tokens.muted)
            hint = self._paint_hint(painter, tokens, area) if self._is_covered else 0
            room = area.width() - 58 - 20 - hint
            painter.setFont(sized(13))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(QRectF(58, 12, room, 20), Qt.AlignmentFlag.AlignVCenter, _cut(self._sentence, 13, room))
            for place, line in enumerate(self._lines[:2]):
                row = QRectF(58, 34 + 22 * place, room, 22)
                if self._is_covered:
                    _paint_hidden(painter, tokens, row, line)
                else:
                    painter.setFont(sized(16))
                    painter.setPen(QColor(tokens.ink))
                    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, _cut(line, 16, room))

    def _paint_hint(self, painter: QPainter, tokens: Tokens, area: QRectF) -> float:
        key, words = _("Space"), _("uncover now")
        width = QFontMetricsF(sized(13)).horizontalAdvance(words)
        total = keycap_width(key) + 10 + width
        left = area.right() - 20 - total
        paint_keycap(painter, QPointF(left, area.center().y()), tokens, key)
        painter.setFont(sized(13))
        painter.setPen(QColor(tokens.muted))
        place = QRectF(left + keycap_width(key) + 10, 0, width + 2, area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return total + 24


def _cut(text: str, pixels: int, room: float) -> str:
    return QFontMetricsF(sized(pixels)).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room)


def _paint_hidden(painter: QPainter, tokens: Tokens, row: QRectF, line: str) -> None:
    """Draw a bar for each word: as long as the word is, and nothing to read."""
    metrics = QFontMetricsF(sized(16))
    left = row.left()
    fill(painter, tokens.track)
    for word in line.split():
        width = metrics.horizontalAdvance(word)
        if left + width > row.right():
            return
        painter.drawRoundedRect(QRectF(left, row.center().y() - 5, width, 10), 5, 5)
        left += width + 7


class SheetSteps(QWidget):
    """The five steps in fixed order. Done, now and coming differ by sign and weight, not only by colour."""

    step_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet-steps")
        self._sentences: dict[int, str] = {}
        self._more: dict[int, str] = {}
        self._done: frozenset[int] = frozenset()
        self._marks: tuple[str, ...] = ()
        self._now = STEPS[0]
        self._part = -1
        self._tops: list[float] = []

    def show_steps(
        self,
        sentences: dict[int, str],
        more: dict[int, str],
        done: frozenset[int],
        now: int,
        *,
        marks: tuple[str, ...] = (),
        part: int = -1,
    ) -> None:
        """Show where the handover is.

        Args:
            sentences: what is done at each step.
            more: a quiet line below it, if there is one.
            done: the steps that are behind.
            now: the step in turn.
            marks: a tone for each question: "good", "warning", "now", or "" for one to come.
            part: the part of the briefing in turn, from 0; -1 for none, 4 when all are spoken.
        """
        self._sentences, self._more, self._done, self._now = sentences, more, done, now
        self._marks, self._part = marks, part
        state = {step: _("done") if step in done else _("now") if step == now else _("to come") for step in STEPS}
        self.setAccessibleName(", ".join(f"{step_title(step)} {state[step]}" for step in STEPS))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a column that can be read from afar."""
        return QSize(360, 600)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step that is pressed."""
        y = event.position().y()
        chosen = [step for step, top in zip(STEPS, self._tops, strict=False) if y >= top]
        if chosen:
            self.step_chosen.emit(chosen[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        tokens = tokens_of(self)
        low = self.window().height() < LOW
        top, self._tops = 14.0, []
        with painting(self) as painter:
            for step in STEPS:
                self._tops.append(top)
                bottom = self._paint_step(painter, tokens, step, top, low=low)
                if step != STEPS[-1]:
                    outline(painter, tokens.line)
                    painter.drawLine(QPointF(0, bottom + 0.5), QPointF(self.width(), bottom + 0.5))
                top = bottom + (12 if low else 16)

    def _paint_step(self, painter: QPainter, tokens: Tokens, step: int, top: float, *, low: bool) -> float:
        side = 32 if low else _SIDE
        sign = QRectF(0, top, side, side)
        is_now, is_done = step == self._now, step in self._done
        _paint_sign(painter, tokens, sign, step, is_now=is_now, is_done=is_done)
        left = side + 20
        room = self.width() - left
        painter.setFont(sized(20 if low else 24, 600))
        painter.setPen(QColor(tokens.ink if is_now or is_done else tokens.muted))
        painter.drawText(QRectF(left, top, room, 30), Qt.AlignmentFlag.AlignVCenter, step_title(step))
        y = top + 34
        for text in (self._sentences.get(step, ""), self._more.get(step, "")):
            if text:
                y = _paint_lines(painter, text, QRectF(left, y, room, 0), 14 if low else 15, tokens, strong=is_now)
        if step == BRIEFING and (is_now or is_done):
            y = self._paint_letters(painter, tokens, left, y + 6)
        if step == READ_BACK and self._marks:
            y = self._paint_marks(painter, tokens, QRectF(left, y + 8, room, 5))
        return y + (10 if low else 16)

    def _paint_letters(self, painter: QPainter, tokens: Tokens, left: float, top: float) -> float:
        for place, letter in enumerate("BATON"):
            box = QRectF(left + place * 32, top, 26, 26)
            spoken = self._part > place
            fill(painter, tokens.good.tint if spoken else tokens.ink if self._part == place else tokens.track)
            painter.drawRoundedRect(box, 6, 6)
            painter.setFont(sized(14, 600))
            colour = tokens.good.text if spoken else tokens.on_ink if self._part == place else tokens.muted
            painter.setPen(QColor(colour))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        return top + 26

    def _paint_marks(self, painter: QPainter, tokens: Tokens, area: QRectF) -> float:
        width = (area.width() - 6 * (len(self._marks) - 1)) / len(self._marks)
        colours = {"good": tokens.good.text, "warning": tokens.warning.text, "now": tokens.ink}
        for place, mark in enumerate(self._marks):
            fill(painter, colours.get(mark, tokens.track))
            painter.drawRoundedRect(QRectF(area.left() + place * (width + 6), area.top(), width, 6), 3, 3)
        return area.bottom() + 4


def _paint_sign(painter: QPainter, tokens: Tokens, sign: QRectF, step: int, *, is_now: bool, is_done: bool) -> None:
    if is_done and not is_now:
        fill(painter, tokens.good.tint)
        painter.drawEllipse(sign)
        paint_icon(painter, sign.adjusted(11, 11, -11, -11), "check", tokens.good.text)
        return
    if is_now:
        fill(painter, tokens.ink)
        painter.drawEllipse(sign)
    else:
        outline(painter, tokens.line, 1.5)
        painter.drawEllipse(sign.adjusted(1, 1, -1, -1))
    painter.setFont(sized(18, 600))
    painter.setPen(QColor(tokens.on_ink if is_now else tokens.muted))
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, str(step))


def _paint_lines(painter: QPainter, text: str, area: QRectF, pixels: int, tokens: Tokens, *, strong: bool) -> float:
    layout = QTextLayout(text, sized(pixels))
    height = pixels + 8
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(area.width(), 1))
        line.setPosition(QPointF(0, count * height))
        count += 1
    layout.endLayout()
    painter.setPen(QColor(tokens.ink if strong else tokens.muted))
    layout.draw(painter, area.topLeft())
    return area.top() + count * height
