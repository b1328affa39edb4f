"""Rows of a list: a button of one or two lines with a sign before it, and stacks that keep their rows."""

from collections.abc import Callable, Iterable
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from launchplanner.ui.kit.avatars import Face, paint_owners, paint_pair, pair_width
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.labels import set_tooltip, without_mnemonic
from launchplanner.ui.kit.pills import Mark, paint_mark
from launchplanner.ui.kit.sentences import run_colour
from launchplanner.ui.kit.shapes import fill, paint_focus_ring, painting
from launchplanner.ui.kit.surfaces import rows
from launchplanner.ui.theme.fonts import FontRole, font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import BAR_RADIUS, Tokens, Tone

Sign = Literal["none", "mark", "faces", "pair", "capsule"]
_SIDE = 20
_GAP = 10
_PAD = 6
_LEFT = 10
_ONE_LINE = 30
_TWO_LINES = 44


class ListRow(QAbstractButton):
    """One thing in a list: sign, name, a quiet second line, and a word at the right. Pressing it is `clicked`."""

    def __init__(self, name: str, *, says: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._says = says
        self._title = ""
        self._caption = ""
        self._word = ""
        self._word_tone = "muted"
        self._title_tone = "ink"
        self._role: FontRole = "body"
        self._sign: Sign = "none"
        self._mark: tuple[Mark, Tone] = ("dot", "neutral")
        self._faces: tuple[Face | None, ...] = ()
        self._families = ("", "")
        self._by_mouse = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(
        self,
        title: str,
        caption: str = "",
        word: str = "",
        *,
        word_tone: str = "muted",
        title_tone: str = "ink",
        role: FontRole = "body",
    ) -> None:
        """Show other words; tones are "ink", "muted", a tone or a family of roles."""
        shown = (title, caption, word, word_tone, title_tone, role)
        if shown == (self._title, self._caption, self._word, self._word_tone, self._title_tone, self._role):
            return
        self._title, self._caption, self._word = title, caption, word
        self._word_tone, self._title_tone, self._role = word_tone, title_tone, role
        self.setText(without_mnemonic(title))
        self.setAccessibleName(", ".join(part for part in (self._says, title, caption, word) if part))
        set_tooltip(self, "\n".join(part for part in (title, caption) if part))
        self.updateGeometry()
        self.update()

    def show_mark(self, mark: Mark, tone: Tone) -> None:
        """Show a round mark before the name."""
        if (self._sign, self._mark) != ("mark", (mark, tone)):
            self._sign, self._mark = "mark", (mark, tone)
            self.update()

    def show_faces(self, faces: tuple[Face, ...]) -> None:
        """Show owners before the name; nobody's dashed ring for none."""
        if (self._sign, self._faces) != ("faces", faces):
            self._sign, self._faces = "faces", faces
            self.update()

    def show_pair(self, giver: Face | None, receiver: Face | None) -> None:
        """Show giver and receiver before the name."""
        if (self._sign, self._faces) != ("pair", (giver, receiver)):
            self._sign, self._faces = "pair", (giver, receiver)
            self.update()

    def show_capsule(self, giver: str, receiver: str) -> None:
        """Show a baton before the name."""
        if (self._sign, self._families) != ("capsule", (giver, receiver)):
            self._sign, self._families = "capsule", (giver, receiver)
            self.update()

    def word(self) -> str:
        """Return the word at the right."""
        return self._word

    def caption(self) -> str:
        """Return the second line."""
        return self._caption

    def title(self) -> str:
        """Return the name, as it stands."""
        return self._title

    def sizeHint(self) -> QSize:
        """Return a row of one or two lines."""
        return QSize(200, _TWO_LINES if self._caption else _ONE_LINE)

    def minimumSizeHint(self) -> QSize:
        """Return a width for the sign and a few letters."""
        return QSize(80, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how focus came: the ring is for those who use the keyboard."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        tokens = tokens_of(self)
        area = QRectF(self.rect())
        with painting(self) as painter:
            if self.underMouse() or self.isDown() or self.isChecked():
                fill(painter, tokens.pressed if self.isDown() else tokens.hover)
                painter.drawRoundedRect(area, BAR_RADIUS, BAR_RADIUS)
            left = area.left() + _LEFT + self._paint_sign(painter, tokens)
            self._paint_words(painter, tokens, left)
            if self.hasFocus() and not self._by_mouse:
                paint_focus_ring(painter, area, tokens, BAR_RADIUS)

    def _paint_sign(self, painter: QPainter, tokens: Tokens) -> float:
        if self._sign == "none":
            return 0
        middle = (_PAD + 9) if self._caption else self.height() / 2
        place = QRectF(_LEFT, middle - _SIDE / 2, _SIDE, _SIDE)
        if self._sign == "mark":
            paint_mark(painter, QRectF(_LEFT, middle - 9, 18, 18), tokens, *self._mark)
        elif self._sign == "capsule":
            paint_capsule(painter, QRectF(_LEFT - 1, middle - 7, 22, 14), tokens, *self._families)
        elif self._sign == "faces":
            paint_owners(painter, place, tokens, [face for face in self._faces if face is not None])
            if len(self._faces) > 1:
                return _SIDE * 1.74 + _GAP
        else:
            paint_pair(painter, place, tokens, self._faces[0], self._faces[1])
            return pair_width(_SIDE) + _GAP
        return _SIDE + _GAP

    def _paint_words(self, painter: QPainter, tokens: Tokens, left: float) -> None:
        word_font = font("caption_medium", figures=True)
        word_width = QFontMetricsF(word_font).horizontalAdvance(self._word) if self._word else 0
        right = self.width() - _PAD
        line = QRectF(left, _PAD, right - left, 18) if self._caption else QRectF(left, 0, right - left, self.height())
        painter.setFont(word_font)
        painter.setPen(QColor(run_colour(tokens, self._word_tone)))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._word)
        room = line.width() - (word_width + _GAP if self._word else 0)
        title = QRectF(left, line.top(), room, line.height())
        _draw(painter, title, self._title, self._role, run_colour(tokens, self._title_tone))
        if self._caption:
            below = QRectF(left, _PAD + 18, right - left, 16)
            _draw(painter, below, self._caption, "small", tokens.muted)


def _draw(painter: QPainter, area: QRectF, text: str, role: FontRole, colour: str) -> None:
    painter.setFont(font(role))
    painter.setPen(QColor(colour))
    line = " ".join(text.split())
    shown = QFontMetricsF(font(role)).elidedText(line, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


R = TypeVar("R", bound=QWidget)


class RowStack(QWidget, Generic[R]):
    """Rows by key, below each other. Rows that stay are the same widgets, so they keep focus and what is typed."""

    def __init__(self, make: Callable[[str], R], *, name: str, spacing: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self._make = make
        self._rows: dict[str, R] = {}
        self._column: QVBoxLayout = rows(self, spacing=spacing)

    def show_keys(self, keys: Iterable[str]) -> bool:
        """Hold a row for each key, in this order; return whether rows came, went or moved."""
        wanted = list(dict.fromkeys(keys))
        if wanted == list(self._rows):
            return False
        for key in [key for key in self._rows if key not in wanted]:
            self._let_go(key)
        kept = self._rows
        self._rows = {key: kept[key] if key in kept else self._make(key) for key in wanted}
        for place, row in enumerate(self._rows.values()):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                row.show()
        self.setVisible(bool(wanted))
        return True

    def rows(self) -> dict[str, R]:
        """Return the rows by key, in order."""
        return self._rows

    def row(self, key: str) -> R:
        """Return one row."""
        return self._rows[key]

    def _let_go(self, key: str) -> None:
        row = self._rows[key]
        focused = row.focusWidget() if row.isAncestorOf(self.window().focusWidget() or self) else None
        if focused is not None:
            _pass_focus(list(self._rows), key, self._rows, focused)
        del self._rows[key]
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()


def _pass_focus(keys: list[str], key: str, held: "dict[str, R]", focused: QWidget) -> None:
    """Give the focus of a row that goes to the like part of its neighbour, or to what follows the list."""
    at = keys.index(key)
    near = [*keys[at + 1 : at + 2], *keys[max(at - 1, 0) : at]]
    for other in near:
        kind = type(focused)
        like = [part for part in held[other].findChildren(kind) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if like:
            like[-1].setFocus()
            return
    following = focused.nextInFocusChain()
    if following is not None:
        following.setFocus()
