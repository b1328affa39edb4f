"""What was said about a baton, newest first, with the first signs of each step, and the head that witnesses keep."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.reports.handoff import Handoff
from launchplanner.ui.inspector import pass_words
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.shapes import fill, outline, painting
from launchplanner.ui.kit.surfaces import columns, rows, surface
from launchplanner.ui.relay.words import moment_short
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _

_SIGNS = 6


class HistoryPane(QWidget):
    """One entry a step; below them, what they prove and what not."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room-history")
        self._handoff: Handoff | None = None
        self._told: dict[str, pass_words.Told] = {}
        self.head = label("", "code")
        self.head.setObjectName("room-history-head")
        self.stack: RowStack[QWidget] = RowStack(self._made, name="room-history-rows")
        self.note = label("", "caption", wrap=True)
        self.note.setObjectName("room-history-note")
        box = surface("inset")
        inside = rows(box)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.note)
        line = columns(spacing=8)
        line.addWidget(label(_("History"), "strong"), 1)
        line.addWidget(label(_("head"), "caption"))
        line.addWidget(self.head)
        column = rows(self, spacing=10)
        column.setContentsMargins(16, 12, 16, 0)
        column.addLayout(line)
        column.addWidget(self.stack)
        column.addWidget(box)

    def show_history(self, handoff: Handoff) -> None:
        """Show the steps of a baton."""
        self._handoff = handoff
        self._told = {told.key: told for told in pass_words.history(handoff)}
        self.stack.show_keys(self._told)
        self.head.setText(handoff.source.head)
        if not self._told:
            self.note.setText(_("Nothing was handed over yet."))
            return
        note = _("Recorded under these names on these devices, not signed. Who keeps the same head is a witness.")
        if pass_words.one_device(handoff):
            note += " " + _("Both sides on one device.")
        self.note.setText(note)

    def texts(self) -> list[str]:
        """Return what is told, newest first."""
        return [f"{told.text}, {self._recorded(key)}" for key, told in self._told.items()]

    def _recorded(self, key: str) -> str:
        if self._handoff is None:
            return ""
        event = self._handoff.baton.events[key]
        name, moment = self._handoff.source.shown(event.by), moment_short(event.at)
        if not event.device.strip():
            return _("as {name} · {moment}").format(name=name, moment=moment)
        return _("as {name} on {device} · {moment}").format(name=name, device=event.device, moment=moment)

    def _made(self, key: str) -> QWidget:
        told = self._told[key]
        row = QWidget()
        line = columns(row, spacing=10)
        line.addWidget(_Bead(is_bad=told.is_bad))
        column = rows(spacing=1)
        column.setContentsMargins(0, 0, 0, 10)
        head = columns(spacing=8)
        head.addWidget(label(told.text, "medium", wrap=True), 1)
        head.addWidget(label(key[:_SIGNS], "code"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(label(self._recorded(key), "caption", wrap=True))
        line.addLayout(column, 1)
        return row


class _Bead(QWidget):
    """A bead on the string of the history."""

    def __init__(self, *, is_bad: bool) -> None:
        super().__init__()
        self._is_bad = is_bad
        self.setFixedWidth(12)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bead and its string."""
        tokens = tokens_of(self)
        with painting(self) as painter:
            outline(painter, tokens.line)
            painter.drawLine(QPointF(6, 16), QPointF(6, self.height()))
            fill(painter, tokens.error.text if self._is_bad else tokens.edge)
            painter.drawEllipse(QRectF(2, 5, 8, 8))
