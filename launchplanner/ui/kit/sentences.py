"""Sentences with names in bold, without markup: plain text in runs, each with its weight and tone.

A finding reads "Sales training has two owners", the name in bold. The name is another person's text, so it is
never put into markup; the weight lies beside the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.ui.kit.shapes import painting
from launchplanner.ui.theme.fonts import FontRole, font, line_height, sized
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import FAMILIES, Tokens


@dataclass(frozen=True)
class Run:
    """A piece of a sentence."""

    text: str
    strong: bool = False
    tone: str = "ink"
    """"ink", "muted", a tone or a family of roles."""
    underlined: bool = False
    struck: bool = False


def with_strong(sentence: str, names: Sequence[str], tone: str = "ink") -> tuple[Run, ...]:
    """Return the sentence with the first mention of each name in bold."""
    spans: list[tuple[int, int]] = []
    for name in sorted({name for name in names if name}, key=len, reverse=True):
        start = sentence.find(name)
        end = start + len(name)
        if start >= 0 and all(end <= other or start >= after for other, after in spans):
            spans.append((start, end))
    runs: list[Run] = []
    at = 0
    for start, end in sorted(spans):
        runs += [Run(sentence[at:start], tone=tone), Run(sentence[start:end], strong=True, tone=tone)]
        at = end
    runs.append(Run(sentence[at:], tone=tone))
    return tuple(run for run in runs if run.text)


def plain(runs: Sequence[Run]) -> str:
    """Return the words alone."""
    return "".join(run.text for run in runs)


def paint_runs(painter: QPainter, rect: QRectF, tokens: Tokens, runs: Sequence[Run], role: FontRole = "body") -> float:
    """Draw a sentence on one line, cut with "…" at the right, and return the width it took."""
    painter.save()
    left = rect.left()
    for run in runs:
        face = _font(role, run)
        metrics = QFontMetricsF(face)
        room = rect.right() - left
        text = " ".join(run.text.splitlines()) if "\n" in run.text else run.text
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.setPen(QColor(run_colour(tokens, run.tone)))
        painter.drawText(QRectF(left, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        left += metrics.horizontalAdvance(shown)
        if shown != text:
            break
    painter.restore()
    return left - rect.left()


def run_colour(tokens: Tokens, tone: str) -> str:
    """Return the colour that a run's tone stands for."""
    if tone in FAMILIES:
        return tokens.family(tone).text
    named = {
        "muted": tokens.muted,
        "error": tokens.error.text,
        "warning": tokens.warning.text,
        "good": tokens.good.text,
    }
    return named.get(tone, tokens.ink)


class Sentence(QWidget):
    """A sentence that wraps, with parts in bold."""

    def __init__(self, runs: Sequence[Run] | str = (), role: FontRole = "body") -> None:
        super().__init__()
        self._role: FontRole = role
        self._runs: tuple[Run, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_runs(runs)

    def set_runs(self, runs: Sequence[Run] | str) -> None:
        """Show another sentence."""
        self._runs = (Run(runs),) if isinstance(runs, str) else tuple(runs)
        self.setAccessibleName(plain(self._runs))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the words alone."""
        return plain(self._runs)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are at a width."""
        return self._laid_out(width).lineCount() * line_height(self._role)

    def sizeHint(self) -> QSize:
        """Return the room for comfortable lines."""
        whole = sum(QFontMetricsF(_font(self._role, run)).horizontalAdvance(run.text) for run in self._runs)
        width = min(round(whole) + 2, 420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest room in which it can be read."""
        return QSize(min(self.sizeHint().width(), 120), line_height(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        with painting(self) as painter:
            painter.setPen(QColor(tokens_of(self).ink))
            layout = self._laid_out(self.width())
            spare = self.height() - layout.lineCount() * line_height(self._role)
            layout.draw(painter, QPointF(0, max(spare, 0) / 2))

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(plain(self._runs), font(self._role))
        layout.setFormats(_formats(self._runs, self._role, tokens_of(self)))
        height = line_height(self._role)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, (layout.lineCount() - 1) * height + (height - line.height()) / 2))
        layout.endLayout()
        return layout


def _formats(runs: Sequence[Run], role: FontRole, tokens: Tokens) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    at = 0
    for run in runs:
        one = QTextLayout.FormatRange()
        # Qt counts in UTF-16, where a sign outside the basic plane takes two places.
        length = len(run.text.encode("utf-16-le")) // 2
        shape = QTextCharFormat()
        shape.setFont(_font(role, run))
        shape.setForeground(QColor(run_colour(tokens, run.tone)))
        one.start, one.length, one.format = at, length, shape  # pyright: ignore[reportAttributeAccessIssue]
        ranges.append(one)
        at += length
    return ranges


def _font(role: FontRole, run: Run) -> QFont:
    base = font(role)
    face = QFont(sized(base.pixelSize(), 600)) if run.strong else QFont(base)
    face.setUnderline(run.underlined)
    face.setStrikeOut(run.struck)
    return face
