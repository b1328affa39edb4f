"""Labels that show what people typed as it is: plain text, never markup.

Qt guesses from its content whether a text is markup, so a task called "if a<b and c>d" would lose half its name
and one with an image tag would open a file. Every label, tooltip and button text goes through here.
"""

from html import escape
from typing import Final, Literal, cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from launchplanner.ui.kit.shapes import painting
from launchplanner.ui.theme.fonts import FontRole, font
from launchplanner.ui.theme.tokens import Tone

LabelTone = Literal["ink", "muted"] | Tone
LabelRole = FontRole | Literal["muted", "error", "warning", "good"]

_SHORTHAND: Final[dict[str, tuple[FontRole, str]]] = {
    "muted": ("body", "muted"),
    "error": ("caption_strong", "error"),
    "warning": ("caption", "warning"),
    "good": ("caption", "good"),
    "caption": ("caption", "muted"),
    "caption_medium": ("caption_medium", "muted"),
    "code": ("code", "muted"),
}


class Label(QLabel):
    """A label in one of the roles of the type scale.

    Args:
        text: shown as it stands.
        role: a font role, or a shorthand for a font and a tone: "muted", "error", "warning", "good".
        tone: another colour: a tone, or a family of roles such as "pm".
        wrap: whether long text goes on in the next line.
        figures: whether digits take one width, for numbers under each other.
    """

    def __init__(
        self,
        text: str = "",
        role: LabelRole = "body",
        *,
        tone: LabelTone | str | None = None,
        wrap: bool = False,
        figures: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        family, own_tone = _SHORTHAND.get(role, (cast("FontRole", role), "ink"))
        self.setFont(font(family, figures=figures))
        self.setProperty("tone", tone or own_tone)
        self.setText(text)

    def set_tone(self, tone: LabelTone | str) -> None:
        """Change the colour: a tone, or a family of roles."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(Label):
    """A label of one line that ends in "…" where it is too narrow, and tells the whole in its tooltip."""

    def __init__(
        self,
        text: str = "",
        role: LabelRole = "body",
        *,
        tone: LabelTone | str | None = None,
        figures: bool = False,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        self._mode = mode
        super().__init__(text, role, tone=tone, figures=figures, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return a width for a few letters, so that a long name never widens its window."""
        return QSize(min(self.sizeHint().width(), 40), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tell_whole()

    def shown_text(self) -> str:
        """Return what can be read at the present width."""
        line = " ".join(self.text().splitlines())
        return self.fontMetrics().elidedText(line, self._mode, self._text_rect().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text in a tooltip only where it is cut."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, cut where it ends."""
        with painting(self) as painter:
            self.style().drawItemText(
                painter,
                self._text_rect(),
                int(self.alignment()) | int(Qt.TextFlag.TextSingleLine),
                self.palette(),
                self.isEnabled(),
                self.shown_text(),
                self.foregroundRole(),
            )

    def _text_rect(self) -> QRect:
        return self.contentsRect()

    def _tell_whole(self) -> None:
        set_tooltip(self, self.text() if self.shown_text() != self.text() else "")


def label(
    text: str = "",
    role: LabelRole = "body",
    *,
    tone: LabelTone | str | None = None,
    wrap: bool = False,
    figures: bool = False,
) -> Label:
    """Return a label; see `Label`."""
    return Label(text, role, tone=tone, wrap=wrap, figures=figures)


def tooltip(text: str) -> str:
    """Return text as Qt's tooltips need it to be shown as it stands; empty for none."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give the widget a tooltip that shows the text as it stands."""
    widget.setToolTip(tooltip(text))


def without_mnemonic(text: str) -> str:
    """Return text for a button, a menu or a tab, where a single "&" would underline what follows."""
    return text.replace("&", "&&")
