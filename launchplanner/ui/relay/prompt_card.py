"""One question of the read-back as a card: the answer, its mark, and what is right instead of wrong words."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from launchplanner.plan.batons import CORRECTED, RIGHT, UNMARKED, Prompt
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.runsheet import INSTEAD, corrected_answer, is_heard
from launchplanner.ui.inspector.fields import TextField, when
from launchplanner.ui.inspector.page import make_quiet
from launchplanner.ui.kit.buttons import button, icon_button
from launchplanner.ui.kit.keycaps import KeyCaps
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.pills import Pill
from launchplanner.ui.kit.sentences import Run, Sentence
from launchplanner.ui.kit.shapes import fill, painting
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.relay.words import may_answer, may_mark
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _


class PromptCard(QWidget):
    """Sends what is done with its question: an answer, a mark with the correction (or ""), other words."""

    changed = Signal(dict)
    answered = Signal(str)
    marked = Signal(str)
    removed = Signal()
    taken = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        name = f"card-{key}"
        self.setObjectName(name)
        self._shown: tuple[object, ...] = ()
        self._prompt = Prompt(question="")
        self._is_current = False
        self._can_mark = False
        self._can_unmark = False
        self._me = ""
        self._is_heard = False
        self.number = label("", "small_medium", tone="muted", figures=True)
        self.question = TextField(_("Question"), name=f"{name}-question", role="small_medium", single=True)
        self.asks = label("", "small_medium", tone="muted", wrap=True)
        self.pill = Pill()
        self.pill.setObjectName(f"{name}-mark")
        self.waits = label("", "caption")
        self.back = icon_button("undo", _("Take the mark off"), size="small", name=f"{name}-unmark")
        self.answer = _Answer(f"{name}-answer")
        self.said = Sentence()
        self.said.setObjectName(f"{name}-said")
        self.right_words = _Beside(f"{name}-right-words")
        self.correction = _Correction(f"{name}-correction")
        self.instead = label("", "caption", tone="warning", wrap=True)
        self.right = button(_("Right"), "filled", size="small", icon="check", name=f"{name}-right")
        self.correct = button(_("Correct…"), size="small", name=f"{name}-correct")
        self.keys = KeyCaps("R", "C")
        self._wrong = ""
        self._lay_out()
        self._connect()

    def show_prompt(self, number: int, prompt: Prompt, handoff: Handoff, me: str) -> None:
        """Show the question as it is to the person with id `me`."""
        standing = handoff.passing.standing
        may_ask = not standing.has_passed and not standing.is_on_offer
        shown = (number, prompt, handoff.giver_short, handoff.receiver_short, standing, me)
        if self._shown == shown:
            return
        self._shown, self._prompt, self._me = shown, prompt, me
        self._is_heard = is_heard(handoff, prompt)
        answered = bool(prompt.answer.strip())
        self._can_mark = answered and not self._is_heard and may_mark(handoff, me)
        self.number.setText(str(number))
        self.asks.setText(prompt.question)
        self.asks.setVisible(not may_ask)
        self.question.setVisible(may_ask)
        self.number.setContentsMargins(0, 7 if may_ask else 0, 0, 0)
        self.question.show_value(prompt.question)
        self.answer.setAccessibleName(_("Answer to question {n}").format(n=number))
        self.answer.show_value(prompt.answer)
        self.answer.setVisible(not self._is_heard and (answered or standing.is_on_offer))
        self.answer.setReadOnly(not may_answer(handoff, me))
        self._show_mark(prompt, handoff)
        if not self._can_mark:
            self.leave_correction()

    def _show_mark(self, prompt: Prompt, handoff: Handoff) -> None:
        heard, on_offer = self._is_heard, handoff.passing.standing.is_on_offer
        is_right = prompt.mark == RIGHT
        self.pill.set_text(_("Right") if is_right else _("Corrected"), "good" if is_right else "warning")
        self.pill.setVisible(heard)
        self._can_unmark = heard and on_offer and may_mark(handoff, self._me)
        person = handoff.giver_short if prompt.answer.strip() else handoff.receiver_short
        self.waits.setText(_("waits for {name}").format(name=person))
        self.waits.setVisible(not heard and on_offer)
        pieces, right = corrected_answer(prompt)
        runs = tuple(Run(text, tone="warning" if struck else "ink", struck=struck) for text, struck in pieces)
        self.said.set_runs(runs)
        self.said.setVisible(heard)
        self.right_words.show_words(handoff.giver_short, right)
        self.right_words.setVisible(heard and prompt.mark == CORRECTED)
        for made, verb in ((self.right, _("Right")), (self.correct, _("Correct…"))):
            made.setAccessibleName(_("{verb} ({name} marks)").format(verb=verb, name=handoff.giver_short))
        self._show_buttons()

    def set_current(self, *, current: bool) -> None:
        """Be the question in turn, or not."""
        if self._is_current != current:
            self._is_current = current
            self._show_buttons()
            self.update()

    def is_current(self) -> bool:
        """Say whether this question is in turn."""
        return self._is_current

    def mark_right(self) -> None:
        """Mark the answer right, if it waits for a mark."""
        self.answer.commit()
        if self._can_mark:
            self.marked.emit("")

    def begin_correction(self) -> None:
        """Ask for what is right instead of the selected words, or of the whole answer."""
        self._wrong = " ".join(self.answer.textCursor().selectedText().split())
        self.answer.commit()
        if not self._can_mark:
            return
        self.instead.setText(_("instead of “{words}”").format(words=self._wrong) if self._wrong else "")
        self.instead.setVisible(bool(self._wrong))
        self.correction.show()
        self.correction.setFocus()

    def go_into_answer(self) -> None:
        """Go into the answer, unless it is marked."""
        if self.answer.isVisible():
            self.answer.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be taken by a click."""
        self.taken.emit()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        tokens = tokens_of(self)
        with painting(self) as painter:
            area = QRectF(self.rect())
            if self._is_current:
                fill(painter, tokens.selection)
                painter.drawRect(area)
            fill(painter, tokens.line)
            painter.drawRect(QRectF(0, area.bottom() - 1, area.width(), 1))

    def _show_buttons(self) -> None:
        shown = self._can_mark and self._is_current
        for widget in (self.right, self.correct, self.keys):
            widget.setVisible(shown)
        self.back.setVisible(self._can_unmark and self._is_current)

    def _lay_out(self) -> None:
        head = columns(spacing=6)
        head.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.asks, 1)
        head.addWidget(self.question, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.waits, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        marks = columns(spacing=8)
        marks.setContentsMargins(9, 4, 0, 0)
        for widget in (self.right, self.correct, self.keys):
            marks.addWidget(widget)
        marks.addStretch()
        inner = rows(spacing=0)
        inner.setContentsMargins(7, 0, 0, 0)
        inner.addWidget(self.answer)
        said = rows(spacing=3)
        said.setContentsMargins(9, 1, 0, 0)
        said.addWidget(self.said)
        said.addWidget(self.right_words)
        inner.addLayout(said)
        inner.addLayout(marks)
        inner.addWidget(self.instead)
        inner.addWidget(self.correction)
        column = rows(self, spacing=1)
        column.setContentsMargins(16, 8, 16, 9)
        column.addLayout(head)
        column.addLayout(inner)
        make_quiet(self.answer)
        make_quiet(self.question)
        self.correction.hide()
        self.instead.hide()

    def _connect(self) -> None:
        when(self.question.committed, self._ask_so)
        when(self.answer.committed, self.answered.emit)
        when(self.correction.committed, self._corrected)
        self.correction.left.connect(self.leave_correction)
        self.right.clicked.connect(self.mark_right)
        self.back.clicked.connect(self._asker(mark=UNMARKED, correction=""))
        self.correct.clicked.connect(self.begin_correction)
        self.answer.entered.connect(self.taken)

    def _ask_so(self, text: str) -> None:
        if text:
            self.changed.emit({"question": text})
        else:
            self.removed.emit()

    def _asker(self, **changes: object) -> Callable[[], None]:
        return lambda: self.changed.emit(changes)

    def _corrected(self, text: str) -> None:
        if text:
            self.marked.emit(f"{self._wrong}{INSTEAD}{text}" if self._wrong else text)

    def leave_correction(self) -> None:
        """Close the correction."""
        self.correction.hide()
        self.instead.hide()
        self._wrong = ""


class _Beside(QWidget):
    """What is right, behind a bar, with the name of who said so."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.words = Sentence()
        row = columns(self, spacing=0)
        row.setContentsMargins(11, 0, 0, 0)
        row.addWidget(self.words)

    def show_words(self, name: str, text: str) -> None:
        """Show what somebody says is right."""
        self.words.set_runs((Run(f"{name}: ", tone="muted"), Run(text, strong=True)))

    def text(self) -> str:
        """Return the words."""
        return self.words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        with painting(self) as painter:
            fill(painter, tokens_of(self).warning.text)
            painter.drawRect(QRectF(0, 0, 2, self.height()))


class _Answer(TextField):
    """The answer; tells when somebody goes into it."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__("", name=name, placeholder=_("In own words, with the pack closed"), most=12)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusInEvent(event)
        self.entered.emit()


class _Correction(TextField):
    """What is right instead; Enter is done with it, Esc goes back."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(_("What is right"), name=name, placeholder=_("What is right; Enter keeps it"), single=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.restore()
            self.left.emit()
            return
        super().keyPressEvent(event)
