"""The right of a baton's page: the one next action, the steps to acceptance with reasons, and what was said so far."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from launchplanner.plan.edits import Record
from launchplanner.reports.handoff import Handoff
from launchplanner.ui.inspector import pass_words
from launchplanner.ui.inspector.baton_foot import PassFoot
from launchplanner.ui.inspector.flow import flow
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.labels import Label, label
from launchplanner.ui.kit.pills import paint_mark
from launchplanner.ui.kit.shapes import circle, fill, painting
from launchplanner.ui.kit.surfaces import divider, rows, surface
from launchplanner.ui.relay.conditions_list import ConditionsList
from launchplanner.ui.relay.history_pane import HistoryPane
from launchplanner.ui.relay.words import StepLine, next_heading, next_kicker, sentences, step_lines
from launchplanner.ui.theme.fonts import font, sized
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens
from launchplanner.words import _

_ROW: Final = 26
_SIDE: Final = 18


class StepsPane(QFrame):
    """Sends the steps of the pass. Whoever is known to sit here is offered only their own."""

    edit_asked = Signal(object)
    select_asked = Signal(object)
    export_asked = Signal()
    sheet_asked = Signal()
    send_asked = Signal()
    who_asked = Signal()

    def __init__(self, recorded: Callable[[str], Record]) -> None:
        super().__init__()
        self.setObjectName("steps-pane")
        self.setProperty("surface", "panel")
        self._handoff: Handoff | None = None
        self._me = ""
        self.kicker = label("", "caption")
        self.kicker.setObjectName("room-kicker")
        self.heading = label("", "title", wrap=True)
        self.heading.setObjectName("room-next")
        self.state = surface("inset", name="room-said")
        self._said: list[Label] = []
        self._said_column = rows(self.state, spacing=3)
        self._said_column.setContentsMargins(12, 8, 12, 9)
        self.steps = StepList()
        self.foot = PassFoot(recorded)
        self.foot.edit_asked.connect(self.edit_asked)
        # The page says what comes next above the steps, and has the checklist below them.
        self.foot.setProperty("surface", "panel")
        self.foot.title.hide()
        self.foot.checklist.hide()
        self.who = button("", "quiet", size="small", icon="person", name="room-who")
        self.who.clicked.connect(self.who_asked)
        self.sheet = button(_("Run sheet"), size="small", icon="eye", name="room-sheet")
        self.checklist = button(_("Checklist"), size="small", icon="export", name="room-checklist")
        self.sheet.clicked.connect(self.sheet_asked)
        self.checklist.clicked.connect(self.export_asked)
        self.send = button(_("Baton file"), size="small", icon="send", name="room-send")
        self.send.clicked.connect(self.send_asked)
        self.tools = flow(self.sheet, self.checklist, self.send, gap=8, name="room-tools")
        self.conditions = ConditionsList()
        self.conditions.edit_asked.connect(self.edit_asked)
        self.conditions.select_asked.connect(self.select_asked)
        self.history = HistoryPane()
        self._lay_out()

    def show_pass(self, handoff: Handoff, me: str) -> None:
        """Show where a pass stands, to the person with id `me`; "" when nobody knows who sits here."""
        self._handoff, self._me = handoff, me
        self.kicker.setText(next_kicker(handoff, me))
        self.heading.setText(next_heading(handoff))
        self._show_said(sentences(handoff))
        self.steps.show_lines(step_lines(handoff))
        self.foot.show_pass(handoff)
        self._offer_only_own(handoff)
        name = handoff.source.plan.people[me].name if me else ""
        self.who.set_label(_("You work as {name}").format(name=name) if me else _("Say who you are…"))
        self.conditions.show_conditions(handoff)
        self.history.show_history(handoff)

    def first_step(self) -> None:
        """Do what the filled button does, if it can be done."""
        for made in self.foot.buttons().values():
            if made.kind == "filled" and made.isEnabled():
                made.click()
                return

    def _offer_only_own(self, handoff: Handoff) -> None:
        following = pass_words.next_step(handoff)
        buttons = self.foot.buttons()
        others: list[str] = []
        for step in following.steps:
            is_own = not self._me or not step.by or step.by == self._me
            if step.kind in buttons:
                buttons[step.kind].setEnabled(step.is_possible and is_own)
                others += [] if is_own else [step.by]
        reason = following.reason
        if others:
            name = handoff.source.short_name(others[0])
            reason = f"{reason} " + _("Only {name} can do the rest.").format(name=name)
        self.foot.reason.setText(reason.strip())
        self.foot.reason.setVisible(bool(reason.strip()))

    def _show_said(self, said: tuple[str, ...]) -> None:
        while len(self._said) < len(said):
            made = label("", "small_medium" if not self._said else "small", wrap=True)
            self._said.append(made)
            self._said_column.addWidget(made)
        for place, shown in enumerate(self._said):
            shown.setText(said[place] if place < len(said) else "")
            shown.setVisible(place < len(said))

    def said(self) -> tuple[str, ...]:
        """Return the sentences on where the pass stands."""
        return tuple(shown.text() for shown in self._said if not shown.isHidden())

    def _lay_out(self) -> None:
        column = rows(self, spacing=0)
        column.setContentsMargins(0, 8, 0, 12)
        top = rows(spacing=2)
        top.setContentsMargins(16, 2, 16, 8)
        top.addWidget(self.kicker)
        top.addWidget(self.heading)
        column.addLayout(top)
        column.addWidget(self.steps)
        column.addWidget(self.foot)
        below = rows(spacing=10)
        below.setContentsMargins(16, 0, 16, 14)
        below.addWidget(self.tools)
        below.addWidget(self.state)
        column.addLayout(below)
        column.addWidget(self.conditions)
        column.addWidget(divider())
        column.addWidget(self.history)
        column.addStretch(1)
        line = rows()
        line.setContentsMargins(8, 8, 8, 0)
        line.addWidget(self.who, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(line)


class StepList(QWidget):
    """The five steps to acceptance: done, now and coming differ by sign and weight."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room-steps")
        self._lines: tuple[StepLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[StepLine, ...]) -> None:
        """Show other steps."""
        self._lines = lines
        self.setAccessibleName(", ".join(self.texts()))
        self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        """Return the steps as they are read."""
        return [" ".join(part for part in (line.text, line.word, line.progress) if part) for line in self._lines]

    def sizeHint(self) -> QSize:
        """Return a row for each step."""
        return QSize(280, _ROW * max(len(self._lines), 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        tokens = tokens_of(self)
        with painting(self) as painter:
            for place, line in enumerate(self._lines):
                _paint_step(painter, tokens, QRectF(16, place * _ROW, self.width() - 32, _ROW), place + 1, line)


def _paint_step(painter: QPainter, tokens: Tokens, area: QRectF, number: int, line: StepLine) -> None:
    sign = circle(QRectF(area.left(), area.center().y() - _SIDE / 2, _SIDE, _SIDE))
    if line.progress == "now":
        fill(painter, tokens.ink)
        painter.drawEllipse(sign)
        painter.setFont(sized(11, 600))
        painter.setPen(QColor(tokens.on_ink))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, str(number))
    else:
        done = line.progress == "done"
        paint_mark(painter, sign, tokens, "check" if done else "empty", "good" if done else "neutral")
    quiet = font("caption", figures=True)
    width = QFontMetricsF(quiet).horizontalAdvance(line.word)
    painter.setFont(quiet)
    painter.setPen(QColor(tokens.muted))
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.word)
    face = font("strong" if line.progress == "now" else "body")
    room = QRectF(area.left() + _SIDE + 10, area.top(), area.width() - _SIDE - 18 - width, area.height())
    painter.setFont(face)
    painter.setPen(QColor(tokens.muted if line.progress == "coming" else tokens.ink))
    shown = QFontMetricsF(face).elidedText(line.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
