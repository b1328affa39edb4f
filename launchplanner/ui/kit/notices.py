"""The quiet bar that tells what has happened and offers one way to go on; it never takes the focus."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from launchplanner.ui.kit.buttons import button, icon_button
from launchplanner.ui.kit.pills import MarkWidget
from launchplanner.ui.kit.sentences import Run, Sentence
from launchplanner.ui.kit.shapes import fill, inner, outline, painting
from launchplanner.ui.kit.surfaces import columns
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import FIELD_RADIUS, Tone
from launchplanner.words import _

READING_SECONDS: Final = 8
_MARGIN: Final = 4


class NoticeBar(QWidget):
    """One message at a time, in a layout of its window; hidden while there is none.

    A message without an action goes by itself once it can have been read. One with an action, a warning or an
    error stays until it is answered or closed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._tone: Tone = "neutral"
        self._action: Callable[[], object] | None = None
        self._mark = MarkWidget("dot", "neutral")
        self._sentence = Sentence()
        self._button = button("", size="small", name="notice-action", on_click=self._act)
        self._close = icon_button(
            "close", _("Close this message"), size="small", name="notice-close", on_click=self.hide
        )
        row = columns(self, spacing=10)
        row.setContentsMargins(_MARGIN + 12, _MARGIN + 6, _MARGIN + 8, _MARGIN + 6)
        row.addWidget(self._mark)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(
        self,
        message: str | tuple[Run, ...],
        tone: Tone = "neutral",
        *,
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        """Show a message in place of the one before.

        Args:
            message: a sentence, plain or with parts in bold.
            tone: how much it matters.
            action: the words of its button; none if empty.
            do: what the button does; the message goes then.
        """
        self._tone = tone
        self._action = do
        self._mark.set_mark("check" if tone == "good" else "dot" if tone == "neutral" else "bang", tone)
        self._sentence.set_runs(message)
        self._button.set_label(action)
        self._button.setVisible(bool(action))
        self.show()
        self.update()
        self._announce()
        if action or tone in {"warning", "error"}:
            self._timer.stop()
        else:
            self._timer.start(READING_SECONDS * 1000)

    def message(self) -> str:
        """Return what is said now; empty if nothing is."""
        return "" if self.isHidden() else self._sentence.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        tokens = tokens_of(self)
        colours = tokens.tone(self._tone)
        with painting(self) as painter:
            area = inner(QRectF(self.rect()), _MARGIN + 0.5)
            fill(painter, tokens.raised if self._tone == "neutral" else colours.tint)
            painter.drawRoundedRect(area, FIELD_RADIUS, FIELD_RADIUS)
            outline(painter, colours.line)
            painter.drawRoundedRect(area, FIELD_RADIUS, FIELD_RADIUS)

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()

    def _announce(self) -> None:
        said = QAccessibleAnnouncementEvent(self, self._sentence.text())
        QAccessible.updateAccessibility(said)
