"""What the signs of the board mean, in one quiet line below it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.ui.batons.delegate import custody_pen, paint_custody, paint_tick
from launchplanner.ui.kit.hatching import paint_hatch
from launchplanner.ui.kit.keycaps import KeyCaps
from launchplanner.ui.kit.labels import ElidedLabel
from launchplanner.ui.kit.shapes import painting
from launchplanner.ui.kit.surfaces import columns, surface
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens
from launchplanner.words import _

_SIDE = QSize(24, 24)
Sign = Callable[[QPainter, QRectF, Tokens], None]


class SignWidget(QWidget):
    """One sign of the board by itself."""

    def __init__(self, sign: Sign) -> None:
        super().__init__()
        self._sign = sign
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the square it is drawn in."""
        return _SIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        with painting(self) as painter:
            painter.setClipRect(self.rect())
            self._sign(painter, QRectF(self.rect()), tokens_of(self))


def legend() -> QWidget:
    """Return the line."""
    bar = surface("footer", name="batons-legend")
    row = columns(bar, spacing=6)
    row.setContentsMargins(16, 4, 16, 4)
    for sign, words in (
        (_held, _("held so far")),
        (_to_come, _("still to hold")),
        (_zone, _("exchange zone")),
        (_planned, _("planned day, where the pass comes later")),
    ):
        row.addWidget(SignWidget(sign))
        row.addWidget(ElidedLabel(words, "caption"))
        row.addSpacing(10)
    row.addStretch()
    for key, words in ((_("H"), _("next pass")), (_("L"), _("next late one"))):
        row.addWidget(KeyCaps(key))
        row.addWidget(ElidedLabel(words, "caption"))
        row.addSpacing(6)
    return bar


def _held(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    pen = custody_pen(tokens.muted, past=True)
    paint_custody(painter, area.left() + 2, area.right() - 2, area.center().y(), pen)


def _to_come(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    pen = custody_pen(tokens.muted, past=False)
    paint_custody(painter, area.left() + 1, area.right() - 1, area.center().y(), pen)


def _zone(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    paint_hatch(painter, area.adjusted(2, 5, -2, -5), tokens.hatch_strong, period=8)


def _planned(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    paint_tick(painter, area.center().x(), area.center().y(), tokens)
