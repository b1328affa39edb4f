"""Type on paper: Inter in a few sizes, set into lines of one pitch that can be measured before they are drawn.

Lengths are CSS pixels, 96 to the inch. Ligatures and contextual forms stay off: a PDF keeps their glyphs instead of
the letters, and a search for "finish" would find nothing. Tabular figures lose the digits in the same way.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from fontpkg_inter import ROOT  # type: ignore[import-untyped]
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from launchplanner.formats.safety import visible
from launchplanner.reports.blocks import Run, Words
from launchplanner.reports.palette import INK, MUTED

FAMILY: Final = "Inter"
REGULAR: Final = 400
MEDIUM: Final = 500
SEMIBOLD: Final = 600
PITCH: Final = 14.0
"""From line to line in tables; one for all sizes there, so that a long row can be cut between lines."""
_FINE: Final = 16
"""Type is set this many times as large and drawn smaller: Qt knows whole pixels only, and no point size for paper."""
_FILE: Final = ROOT / "files" / "Inter[opsz,wght].ttf"
_SWITCHED_OFF: Final = ("liga", "clig", "calt", "dlig")
_SMALLEST_OPTICAL: Final = 14
_LARGEST_OPTICAL: Final = 32
_NEW_LINE: Final = "\u2028"

Side = Literal["left", "right", "center"]
_ALIGNED: Final = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


def load_inter() -> None:
    """Make Inter known to Qt; without its file the system's own font stands in."""
    if FAMILY not in QFontDatabase.families() and _FILE.is_file():
        QFontDatabase.addApplicationFont(str(_FILE))
        font.cache_clear()


@lru_cache(maxsize=128)
def font(size: float, weight: int = REGULAR) -> QFont:
    """Return Inter at a size in pixels, `_FINE` times as large; shared, so never changed."""
    made = QFont(FAMILY)
    made.setPixelSize(round(size * _FINE))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setVariableAxis(QFont.Tag("wght"), weight)
    made.setVariableAxis(QFont.Tag("opsz"), min(max(size, _SMALLEST_OPTICAL), _LARGEST_OPTICAL))
    for feature in _SWITCHED_OFF:
        made.setFeature(QFont.Tag(feature), 0)
    return made


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set. `strong` is the weight of what stands out."""

    size: float
    pitch: float = PITCH
    weight: int = REGULAR
    strong: int = SEMIBOLD
    colour: str = INK
    side: Side = "left"


class Setting:
    """Words set in lines of a width."""

    def __init__(self, lines: tuple[Words, ...], width: float, style: Style) -> None:
        runs = _flat(lines)
        self._layout = QTextLayout("".join(run.text for run in runs), font(style.size, style.weight))
        self._colour = style.colour
        self._pitch = style.pitch
        if len({run.tone for run in runs}) > 1 or any(run.tone != "plain" for run in runs):
            self._layout.setFormats(_formats(runs, style))
        self._layout.setTextOption(_option(style.side))
        self._layout.setCacheEnabled(True)
        self.lines = _break(self._layout, width, style)
        self.height = self.lines * style.pitch
        self.width = self._layout.maximumWidth() / _FINE if self.lines == 1 else width

    def draw(self, painter: QPainter, x: float, y: float, lines: range | None = None) -> None:
        """Draw the words, or some of their lines, with the top left corner at a place."""
        painter.save()
        painter.translate(x, y)
        painter.scale(1 / _FINE, 1 / _FINE)
        painter.setPen(QColor(self._colour))
        if lines is None:
            self._layout.draw(painter, QPointF(0, 0))
        else:
            above = QPointF(0, -lines.start * self._pitch * _FINE)
            for number in range(lines.start, min(lines.stop, self.lines)):
                self._layout.lineAt(number).draw(painter, above)
        painter.restore()


def text(words: str, width: float, style: Style) -> Setting:
    """Return plain words set in lines of a width."""
    return Setting(((Run(words),),), width, style)


def _flat(lines: tuple[Words, ...]) -> list[Run]:
    runs: list[Run] = []
    for line in lines:
        if runs:
            runs.append(Run(_NEW_LINE))
        runs += [Run(visible(run.text).replace("\n", _NEW_LINE), run.tone) for run in line]
    return runs


def _formats(runs: list[Run], style: Style) -> list[QTextLayout.FormatRange]:
    made: list[QTextLayout.FormatRange] = []
    start = 0
    for run in runs:
        length = _utf16_length(run.text)
        if run.tone != "plain":
            part = QTextLayout.FormatRange()
            part.start = start
            part.length = length
            part.format = _format(run.tone, style)
            made.append(part)
        start += length
    return made


@lru_cache(maxsize=256)
def _format(tone: str, style: Style) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(font(style.size, style.strong if tone == "strong" else style.weight))
    if tone == "muted":
        look.setForeground(QBrush(QColor(MUTED)))
    return look


@lru_cache(maxsize=8)
def _option(side: Side) -> QTextOption:
    option = QTextOption(_ALIGNED[side])
    # A word wider than its column is cut where it must be, rather than drawn over its neighbour.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _break(layout: QTextLayout, width: float, style: Style) -> int:
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * _FINE)
        pitch = style.pitch * _FINE
        line.setPosition(QPointF(0, count * pitch + (pitch - line.height()) / 2))
        count += 1
    layout.endLayout()
    return count


def _utf16_length(words: str) -> int:
    return len(words) + sum(letter > "\uffff" for letter in words)
