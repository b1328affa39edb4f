"""The grounds that things stand on: panels, cards, dividers, section heads, and the view with nothing in it yet."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from launchplanner.ui.kit.buttons import Button
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.labels import ElidedLabel, Label, label
from launchplanner.ui.kit.shapes import circle, fill, painting
from launchplanner.ui.theme.fonts import sized
from launchplanner.ui.theme.theme import tokens_of

Surface = Literal["panel", "ground", "card", "inset", "popup", "bar", "footer"]


def surface(kind: Surface = "panel", *, name: str = "") -> QFrame:
    """Return an empty ground: a plain one, a card with a border, or a bar with a line below or above."""
    made = QFrame()
    made.setObjectName(name)
    made.setProperty("surface", kind)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def divider(*, vertical: bool = False) -> QFrame:
    """Return a hairline between two parts."""
    made = QFrame()
    made.setProperty("divider", "v" if vertical else "h")
    return made


def rows(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 0) -> QVBoxLayout:
    """Return a layout of things below each other."""
    made = QVBoxLayout(parent) if parent else QVBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made


def columns(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 8) -> QHBoxLayout:
    """Return a layout of things beside each other."""
    made = QHBoxLayout(parent) if parent else QHBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made


class SectionHead(QWidget):
    """A title, a quiet word after it, and room for buttons at the right."""

    def __init__(self, title: str, caption: str = "", *trailing: QWidget) -> None:
        super().__init__()
        row = columns(self, spacing=10)
        self.title: Label = label(title, "title")
        self.caption: ElidedLabel = ElidedLabel(caption, "caption")
        row.addWidget(self.title)
        row.addWidget(self.caption, 1)
        for widget in trailing:
            row.addWidget(widget)


class LetterBlock(QWidget):
    """One letter on a dark square: B, A, T, O or N of a pack."""

    def __init__(self, letter: str, side: int = 20) -> None:
        super().__init__()
        self._letter = letter
        self._side = side
        self.setAccessibleName(letter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the letter."""
        tokens = tokens_of(self)
        with painting(self) as painter:
            fill(painter, tokens.ink)
            painter.drawRoundedRect(self.rect(), 5, 5)
            painter.setFont(sized(round(self._side * 0.55), 600))
            painter.setPen(tokens.on_ink)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


class IconWidget(QWidget):
    """An icon by itself, in the muted tone unless another colour is given by `tone`."""

    def __init__(self, name: str, side: int = 16, *, says: str = "") -> None:
        super().__init__()
        self._name = name
        self._side = side
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        with painting(self) as painter:
            paint_icon(painter, circle(self.rect().toRectF()), self._name, tokens_of(self).muted)


class EmptyState(QWidget):
    """A view with nothing to show yet: an icon, one sentence, why it matters, and the one next step."""

    def __init__(self, icon: str, title: str, text: str = "", *actions: Button) -> None:
        super().__init__()
        column = rows(self, margin=24, spacing=8)
        column.addStretch(2)
        column.addWidget(IconWidget(icon, 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self.title: Label = label(title, "title", wrap=True)
        self.text: Label = label(text, "muted", wrap=True)
        for part in (self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setMaximumWidth(460)
            part.setMinimumWidth(min(460, part.fontMetrics().horizontalAdvance(part.text()) + 4))
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self.text.setVisible(bool(text))
        line = columns(spacing=8)
        line.addStretch()
        for action in actions:
            line.addWidget(action)
        line.addStretch()
        column.addSpacing(4)
        column.addLayout(line)
        column.addStretch(3)
