"""The read-back: the receiver's answer to each question, and the giver's mark on it."""

import secrets
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from launchplanner.plan.batons import CORRECTED, RIGHT, UNMARKED, Prompt
from launchplanner.plan.edits import PROMPTS, AddToPack, ChangeInPack, RemoveFromPack
from launchplanner.reports.handoff import Handoff
from launchplanner.ui.inspector.fields import LineField, TextField, when
from launchplanner.ui.inspector.page import make_quiet
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.buttons import button, icon_button
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.pills import Pill
from launchplanner.ui.kit.sentences import Run, Sentence
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _


class PromptList(QWidget):
    """The questions in order, and a field that adds one."""

    edit_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("prompts")
        self._baton = ""
        self._is_editing = False
        self._stack: RowStack[PromptRow] = RowStack(self._made, name="prompt-rows", spacing=12)
        self.add_field = LineField(_("Add a question"), name="prompt-add", placeholder=_("Add a question…"))
        when(self.add_field.committed, self._add)
        make_quiet(self.add_field)
        column = rows(self, spacing=4)
        column.addWidget(self._stack)
        column.addWidget(self.add_field)

    def show_prompts(self, handoff: Handoff) -> bool:
        """Show the questions of a baton; return whether any came or went."""
        self._baton = handoff.key
        came = self._stack.show_keys(key for key, _prompt in handoff.prompts)
        for number, (key, prompt) in enumerate(handoff.prompts, start=1):
            self._stack.row(key).show_prompt(number, prompt, handoff)
        if came:
            self.set_editing(self._is_editing)
        return came

    def set_editing(self, editing: bool) -> None:  # noqa: FBT001 - a slot of Qt
        """Let the questions themselves be edited, or only answered."""
        self._is_editing = editing
        for row in self._stack.rows().values():
            row.set_editing(editing=editing)
        self.add_field.setVisible(editing or not self._stack.rows())

    def rows(self) -> "dict[str, PromptRow]":
        """Return the rows by key."""
        return self._stack.rows()

    def _made(self, key: str) -> "PromptRow":
        row = PromptRow(key)
        row.changed.connect(partial(self._change, key))
        row.removed.connect(lambda: self.edit_asked.emit(RemoveFromPack(self._baton, PROMPTS, key)))
        return row

    def _change(self, key: str, changes: dict[str, object]) -> None:
        self.edit_asked.emit(ChangeInPack(self._baton, PROMPTS, key, changes))

    def _add(self, question: str) -> None:
        if question:
            self.edit_asked.emit(AddToPack(self._baton, f"q-{secrets.token_hex(4)}", Prompt(question=question)))


class PromptRow(QWidget):
    """One question: the answer in the receiver's words; right, or corrected by the giver."""

    changed = Signal(dict)
    removed = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        name = f"prompt-{key}"
        self.setObjectName(name)
        self._shown: tuple[object, ...] = ()
        self.asks = label("", "small_medium", tone="muted", wrap=True)
        self.question = TextField(_("Question"), name=f"{name}-question", role="small_medium", single=True)
        self.pill = Pill()
        self.pill.setObjectName(f"{name}-mark")
        self.off = icon_button("close", _("Take this question out"), size="small", name=f"{name}-off")
        self.answer = TextField(
            "", name=f"{name}-answer", placeholder=_("In your own words, with the pack closed"), least=2, most=12
        )
        self.correction = _Correction(f"{name}-correction")
        self.said = Sentence()
        self.said.setObjectName(f"{name}-said")
        self.right = button(_("Right"), size="small", icon="check", name=f"{name}-right")
        self.correct = button(_("Correct…"), size="small", icon="pencil", name=f"{name}-correct")
        self.back = icon_button("undo", _("Take the mark off"), size="small", name=f"{name}-unmark")
        self._lay_out()
        self._connect()

    def show_prompt(self, number: int, prompt: Prompt, handoff: Handoff) -> None:
        """Show the question as it is."""
        passed = handoff.passing.standing.has_passed
        shown = (number, prompt, handoff.giver_short, handoff.receiver_short, passed)
        if self._shown == shown:
            return
        self._shown = shown
        self.asks.setText(_("{number}  {question}").format(number=number, question=prompt.question))
        self.question.show_value(prompt.question)
        self.answer.setAccessibleName(_("Answer to question {n}").format(n=number))
        self.answer.show_value(prompt.answer)
        self.answer.setReadOnly(passed)
        self._show_mark(prompt, handoff, passed=passed)

    def _show_mark(self, prompt: Prompt, handoff: Handoff, *, passed: bool) -> None:
        answered, marked = bool(prompt.answer.strip()), prompt.mark in {RIGHT, CORRECTED}
        tone = "good" if prompt.mark == RIGHT else "warning"
        self.pill.set_text(_("Right") if prompt.mark == RIGHT else _("Corrected"), tone)
        self.pill.setVisible(marked)
        waits = answered and not marked and not passed
        self.right.setVisible(waits)
        self.correct.setVisible(waits)
        for made, verb in ((self.right, _("Right")), (self.correct, _("Correct…"))):
            made.setAccessibleName(_("{verb} ({name} marks)").format(verb=verb, name=handoff.giver_short))
        self.back.setVisible(marked and not passed)
        self.correction.setVisible(self.correction.isVisible() and waits)
        self.said.setVisible(prompt.mark == CORRECTED)
        self.said.set_runs(
            (Run(f"{handoff.giver_short}: ", tone="warning"), Run(prompt.correction.strip(), strong=True))
        )

    def _lay_out(self) -> None:
        head = columns(spacing=0)
        head.setContentsMargins(10, 0, 6, 0)
        head.addWidget(self.asks, 1)
        head.addWidget(self.question, 1)
        head.addSpacing(6)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.off, 0, Qt.AlignmentFlag.AlignTop)
        marks = columns(spacing=6)
        for made in (self.right, self.correct):
            marks.addWidget(made)
        marks.addStretch()
        column = rows(self, spacing=4)
        column.addLayout(head)
        inner = rows(spacing=6)
        inner.setContentsMargins(10, 0, 10, 0)
        inner.addWidget(self.answer)
        inner.addWidget(self.said)
        inner.addLayout(marks)
        inner.addWidget(self.correction)
        column.addLayout(inner)
        self.correction.hide()
        self.set_editing(editing=False)

    def set_editing(self, *, editing: bool) -> None:
        """Let the question be edited or taken out, or show it to be answered."""
        self.asks.setVisible(not editing)
        self.question.setVisible(editing)
        self.off.setVisible(editing)

    def _connect(self) -> None:
        when(self.question.committed, lambda text: self.changed.emit({"question": text}))
        when(self.answer.committed, lambda text: self.changed.emit({"answer": text}))
        when(self.correction.committed, self._corrected)
        self.right.clicked.connect(self._asker(mark=RIGHT, correction=""))
        self.back.clicked.connect(self._asker(mark=UNMARKED, correction=""))
        self.correct.clicked.connect(self._open_correction)
        self.off.clicked.connect(self.removed)

    def _asker(self, **changes: object) -> Callable[[], None]:
        return lambda: self.changed.emit(changes)

    def _open_correction(self) -> None:
        self.correction.show()
        self.correction.setFocus()

    def _corrected(self, text: str) -> None:
        if text:
            self.changed.emit({"mark": CORRECTED, "correction": text})


class _Correction(TextField):
    """What is right instead; Enter is done with it, Esc goes back."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("What is right"), name=name, placeholder=_("What is right instead; Enter keeps it"), least=2, single=True
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self.is_typed_in:
            self.hide()
            return
        super().keyPressEvent(event)
