"""The receiver's pull list: what they want to know before the pass, and the giver's answers."""

import secrets
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from launchplanner.plan.batons import Question
from launchplanner.plan.edits import AnswerQuestion, Ask, TakeBackQuestion
from launchplanner.reports.handoff import Handoff
from launchplanner.ui.inspector.fields import LineField, TextField, when
from launchplanner.ui.inspector.page import make_quiet
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.buttons import icon_button
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _, short_day


class QuestionsList(QWidget):
    """One row a question, and a field that asks another."""

    edit_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room-questions")
        self._handoff: Handoff | None = None
        self._me = ""
        self.stack: RowStack[QuestionRow] = RowStack(self._made, name="room-question-rows", spacing=4)
        self.add_field = LineField(
            _("Ask something"), name="room-ask", placeholder=_("Ask for what is missing in the pack…")
        )
        when(self.add_field.committed, self._ask)
        make_quiet(self.add_field)
        column = rows(self, spacing=2)
        column.addWidget(self.stack)
        column.addWidget(self.add_field)

    def show_questions(self, handoff: Handoff, me: str) -> str:
        """Show the pull list, and return how many are answered, in words."""
        self._handoff, self._me = handoff, me
        ordered = sorted(handoff.baton.questions.items(), key=lambda entry: (entry[1].order, entry[0]))
        self.stack.show_keys(key for key, _question in ordered)
        for key, question in ordered:
            self.stack.row(key).show_question(question, self._dated(handoff, question))
        self.add_field.setVisible(not handoff.passing.standing.has_passed)
        if not ordered:
            return _("{receiver} has asked nothing").format(receiver=handoff.receiver_short)
        answered = sum(question.is_answered for _key, question in ordered)
        return _("{answered} of {count} answered").format(answered=answered, count=len(ordered))

    def _dated(self, handoff: Handoff, question: Question) -> str:
        if question.is_answered or question.due is None:
            return ""
        day = short_day(handoff.source.days.date_of(question.due))
        return _("{owner} answers by {day}").format(owner=handoff.source.shown(question.owner), day=day)

    def _made(self, key: str) -> "QuestionRow":
        row = QuestionRow(key)
        row.answered.connect(partial(self._answer, key))
        row.removed.connect(self._doer(lambda baton: TakeBackQuestion(baton, key)))
        return row

    def _doer(self, edit: Callable[[str], TakeBackQuestion]) -> Callable[[], None]:
        def do() -> None:
            if self._handoff is not None:
                self.edit_asked.emit(edit(self._handoff.key))

        return do

    def _answer(self, key: str, answer: str) -> None:
        if answer and self._handoff is not None:
            self.edit_asked.emit(AnswerQuestion(self._handoff.key, key, answer))

    def _ask(self, text: str) -> None:
        if text and self._handoff is not None:
            passing, today = self._handoff.passing, self._handoff.source.today
            by = self._me or passing.receiver
            self.edit_asked.emit(Ask(passing.key, f"q-{secrets.token_hex(4)}", text, by, today))


class QuestionRow(QWidget):
    """A question, and the answer below it."""

    answered = Signal(str)
    removed = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setObjectName(f"question-{key}")
        self.asks = label("", "body", wrap=True)
        self.dated = label("", "caption", wrap=True)
        self.off = icon_button("close", _("Take this question back"), size="small", name=f"question-{key}-off")
        self.off.clicked.connect(self.removed)
        self.answer = TextField(_("Answer"), name=f"question-{key}-answer", placeholder=_("Answer it here"), most=6)
        when(self.answer.committed, self.answered.emit)
        make_quiet(self.answer)
        head = columns(spacing=6)
        head.setContentsMargins(10, 0, 0, 0)
        head.addWidget(self.asks, 1)
        head.addWidget(self.off)
        column = rows(self, spacing=0)
        column.addLayout(head)
        column.addWidget(self.answer)
        below = rows()
        below.setContentsMargins(10, 0, 0, 0)
        below.addWidget(self.dated)
        column.addLayout(below)

    def show_question(self, question: Question, dated: str) -> None:
        """Show the question as it is."""
        self.asks.setText(question.text)
        self.answer.show_value(question.answer)
        self.dated.setText(dated)
        self.dated.setVisible(bool(dated))
        self.off.setVisible(not question.is_answered)
