"""The read-back: the receiver's words, the giver's mark; one question is in turn, and the keys work on it."""

import secrets
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from launchplanner.plan.batons import MOST_PROMPTS, Prompt
from launchplanner.plan.edits import PROMPTS, AddToPack, ChangeInPack, Mark, ReadBack, RemoveFromPack
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.runsheet import is_heard
from launchplanner.ui.inspector.fields import LineField, when
from launchplanner.ui.inspector.page import make_quiet
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.labels import ElidedLabel, label
from launchplanner.ui.kit.sentences import Run, Sentence
from launchplanner.ui.kit.surfaces import LetterBlock, columns, divider, rows, surface
from launchplanner.ui.relay.prompt_card import PromptCard
from launchplanner.ui.relay.strength import StrengthSteps
from launchplanner.ui.relay.words import strength_place
from launchplanner.words import _


class NotesPane(QFrame):
    """The questions in order; `foot`, for below what scrolls, says how thorough the sign-off is.

    `taken` gives the card of the question in turn, whenever it may have to come into view.
    """

    edit_asked = Signal(object)
    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notes-pane")
        self.setProperty("surface", "panel")
        self._handoff: Handoff | None = None
        self._current = ""
        self._me = ""
        self.says = ElidedLabel("", "small", tone="muted")
        self.marked = Sentence(role="small")
        self.marked.setObjectName("room-marked")
        self.stack: RowStack[PromptCard] = RowStack(self._made, name="room-prompts")
        self.add_field = LineField(_("Add a question"), name="room-prompt-add", placeholder=_("Add a question…"))
        when(self.add_field.committed, self._add)
        make_quiet(self.add_field)
        self.strength = StrengthSteps()
        self.foot = surface("footer", name="room-strength")
        inside = rows(self.foot)
        inside.setContentsMargins(16, 10, 16, 8)
        inside.addWidget(self.strength)
        self._lay_out()

    def show_notes(self, handoff: Handoff, me: str) -> None:
        """Show the read-back of a pass to the person with id `me`; "" when nobody knows who sits here."""
        if self._handoff is None or self._handoff.key != handoff.key:
            self._current = ""
        self._handoff, self._me = handoff, me
        self.says.setText(
            _("{receiver} in own words, {giver} marks each one").format(
                receiver=handoff.receiver_short, giver=handoff.giver_short
            )
        )
        heard = sum(is_heard(handoff, prompt) for _key, prompt in handoff.prompts)
        count = len(handoff.prompts)
        self.marked.set_runs(
            (
                Run(_("{heard} of {count}").format(heard=heard, count=count), strong=True),
                Run(" " + _("marked"), tone="muted"),
            )
        )
        self.marked.setVisible(bool(count))
        self.stack.show_keys(key for key, _prompt in handoff.prompts)
        keys = [key for key, _prompt in handoff.prompts]
        if self._current not in keys:
            self._current = self.next_open()
        for number, (key, prompt) in enumerate(handoff.prompts, start=1):
            self.stack.row(key).show_prompt(number, prompt, handoff, me)
        self._show_current()
        self.add_field.setVisible(count < MOST_PROMPTS and not handoff.passing.standing.has_passed)
        self.strength.show_place(strength_place(handoff), has_passed=handoff.passing.standing.has_passed)

    @property
    def current(self) -> str:
        """The id of the question that is in turn."""
        return self._current

    def go(self, step: int) -> None:
        """Take the next question, or with -1 the one before."""
        keys = list(self.stack.rows())
        if keys:
            at = keys.index(self._current) if self._current in keys else -1
            self._take(keys[min(max(at + step, 0), len(keys) - 1)])

    def next_open(self) -> str:
        """Return the first question that is not marked; the last when all are."""
        if self._handoff is None or not self._handoff.prompts:
            return ""
        waiting = [key for key, prompt in self._handoff.prompts if not is_heard(self._handoff, prompt)]
        return waiting[0] if waiting else self._handoff.prompts[-1][0]

    def mark_right(self) -> None:
        """Mark the answer in turn as right."""
        card = self.card()
        if card is not None:
            card.mark_right()

    def correct(self) -> None:
        """Begin to correct the answer in turn."""
        card = self.card()
        if card is not None:
            card.begin_correction()

    def answer(self) -> None:
        """Go into the answer in turn."""
        card = self.card()
        if card is not None:
            card.go_into_answer()

    def leave_correction(self) -> None:
        """Close a correction that was begun."""
        card = self.card()
        if card is not None:
            card.leave_correction()

    def card(self) -> PromptCard | None:
        """Return the card of the question in turn."""
        return self.stack.rows().get(self._current)

    def _take(self, key: str) -> None:
        self._current = key
        self._show_current()

    def _show_current(self) -> None:
        for key, card in self.stack.rows().items():
            card.set_current(current=key == self._current)
        card = self.card()
        if card is not None:
            self.taken.emit(card)

    def _lay_out(self) -> None:
        head = columns(spacing=10)
        head.setContentsMargins(16, 8, 16, 8)
        head.addWidget(LetterBlock("N"))
        head.addWidget(label(_("Notes back"), "strong"))
        head.addWidget(self.says, 1)
        head.addWidget(self.marked)
        column = rows(self, spacing=0)
        column.setContentsMargins(0, 4, 0, 14)
        column.addLayout(head)
        column.addWidget(divider())
        column.addWidget(self.stack)
        add = rows()
        add.setContentsMargins(24, 4, 16, 4)
        add.addWidget(self.add_field)
        column.addLayout(add)
        column.addStretch(1)

    def _made(self, key: str) -> PromptCard:
        card = PromptCard(key)
        card.changed.connect(partial(self._change, key))
        card.answered.connect(partial(self._read_back, key))
        card.marked.connect(partial(self._mark, key))
        card.removed.connect(partial(self._remove, key))
        card.taken.connect(partial(self._take, key))
        return card

    def _change(self, key: str, changes: dict[str, object]) -> None:
        if self._handoff is not None:
            self.edit_asked.emit(ChangeInPack(self._handoff.key, PROMPTS, key, changes))

    def _read_back(self, key: str, answer: str) -> None:
        if self._handoff is not None:
            passing = self._handoff.passing
            by = self._me if self._me in passing.sides.answering else passing.receiver
            self.edit_asked.emit(ReadBack(passing.key, key, answer, by))

    def _mark(self, key: str, correction: str) -> None:
        if self._handoff is None:
            return
        passing = self._handoff.passing
        self.edit_asked.emit(Mark(passing.key, key, self._me or passing.giver, correction))
        if self._current == key:
            self._take(self.next_open())

    def _remove(self, key: str) -> None:
        if self._handoff is not None:
            self.edit_asked.emit(RemoveFromPack(self._handoff.key, PROMPTS, key))

    def _add(self, question: str) -> None:
        if question and self._handoff is not None:
            self.edit_asked.emit(AddToPack(self._handoff.key, f"q-{secrets.token_hex(4)}", Prompt(question=question)))
