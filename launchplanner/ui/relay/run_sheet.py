"""The run sheet: the spoken handover on one screen that a room can read, worked by keyboard alone."""

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QStackedWidget, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.batons import CORRECTED
from launchplanner.plan.edits import PROMPTS, Answer, Ask, ChangeInPack, Mark, Offer, ReadBack, Record
from launchplanner.plan.protocol import ACCEPT
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.runsheet import (
    BRIEFING,
    PREVIEW,
    READ_BACK,
    REVIEW,
    STEPS,
    TAKING_OVER,
    is_away_today,
    is_heard,
    marks_sentence,
    step_sentence,
)
from launchplanner.ui.inspector.fields import when
from launchplanner.ui.inspector.pass_words import handoff_of, strength_of
from launchplanner.ui.kit.surfaces import columns, rows, surface
from launchplanner.ui.relay.sheet_frame import SheetFoot, SheetHead
from launchplanner.ui.relay.sheet_pages import BriefingPage, OfferPage, PreviewPage, ReviewPage, SheetPage, TakingPage
from launchplanner.ui.relay.sheet_parts import LOW, SheetSteps, SpokenField
from launchplanner.ui.relay.sheet_reading import ReadingPage
from launchplanner.ui.relay.sheet_state import SheetState, clock_text
from launchplanner.ui.theme.theme import wear
from launchplanner.words import _

if TYPE_CHECKING:
    from launchplanner.ui.theme.tokens import Mode

_PARTS = 4
_NARROW = 1200


class RunSheet(QWidget):
    """A window of its own on one baton. Answers and marks leave as edits; what else there is, `state` keeps."""

    edit_asked = Signal(object)
    left = Signal()

    def __init__(
        self, recorded: Callable[[str], Record], state: SheetState, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("run-sheet")
        self.setWindowTitle(_("Run sheet"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "ground")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(860, 560)
        self._recorded = recorded
        self._clock = clock
        self._mode: Mode = "dark"
        self._snapshot: Snapshot | None = None
        self._handoff: Handoff | None = None
        self._key = ""
        self.state = state
        self.head = SheetHead()
        self.steps = SheetSteps()
        self.foot = SheetFoot()
        self.preview = PreviewPage()
        self.briefing = BriefingPage()
        self.offer = OfferPage()
        self.reading = ReadingPage()
        self.taking = TakingPage()
        self.review = ReviewPage()
        self.question = SpokenField(_("A question"), "sheet-note", _("A question for the pull list; Enter keeps it"))
        self._pages = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._show_clock)
        self._lay_out()
        self._connect()
        wear(self, self._mode)

    def open_on(self, snapshot: Snapshot, key: str) -> None:
        """Begin, or go on, with a baton."""
        self._key = key
        self.state.begin(self._clock())
        self._timer.start()
        if is_away_today(handoff_of(snapshot, key)):
            self.state.is_here = False
        self.show_snapshot(snapshot)
        self._listen()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the baton as it is in a snapshot; without it there is nothing to hand over."""
        self._snapshot = snapshot
        if self._key not in snapshot.plan.batons:
            self.close()
            return
        self._handoff = handoff_of(snapshot, self._key)
        self.foot.kept.setText(_("Every answer and mark is kept in the plan."))
        self.foot.kept.set_tone("muted")
        self._show()

    def show_trouble(self, sentence: str) -> None:
        """Say why something could not be done, until the next thing is."""
        self.foot.kept.setText(sentence)
        self.foot.kept.set_tone("warning")
        self.foot.kept.show()

    def page(self) -> QWidget:
        """Return the page of the step in turn."""
        handoff = self._handoff
        if self.state.step == READ_BACK and handoff is not None:
            standing = handoff.passing.standing
            return self.reading if (standing.is_on_offer or standing.has_passed) and handoff.prompts else self.offer
        return {PREVIEW: self.preview, BRIEFING: self.briefing, TAKING_OVER: self.taking, REVIEW: self.review}.get(
            self.state.step, self.offer
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work by keys alone; what a field is typed into stays with the field."""
        do = self._keys().get(Qt.Key(event.key()))
        if do is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        do()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep all, and stop the clock."""
        self.reading.finish()
        self._timer.stop()
        self.state.rest(self._clock())
        super().closeEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take smaller type where there is little room."""
        super().resizeEvent(event)
        low = self.height() < LOW
        for page in self._fitting():
            page.fit(self.height())
        narrow = self.width() < _NARROW
        self.steps.setFixedWidth(270 if narrow else 340)
        self.head.line.setVisible(not narrow)
        self.foot.kept.setVisible(not narrow)
        margin = 24 if low else 48
        self._card_column.setContentsMargins(margin, margin * 2 // 3, margin, margin // 2)

    def _fitting(self) -> tuple[SheetPage | ReadingPage, ...]:
        return (self.preview, self.briefing, self.offer, self.taking, self.review, self.reading)

    def _keys(self) -> dict[Qt.Key, Callable[[], object]]:
        key = Qt.Key
        found: dict[Qt.Key, Callable[[], object]] = {
            key.Key_R: self._mark_right,
            key.Key_C: self.reading.begin_correction,
            key.Key_P: self._park,
            key.Key_Space: self._uncover,
            key.Key_N: self._note,
            key.Key_Z: self._take_back,
            key.Key_H: self._turn_here,
            key.Key_Left: lambda: self._go(-1),
            key.Key_Right: lambda: self._go(1),
            key.Key_Up: lambda: self._scroll(-1),
            key.Key_Down: lambda: self._scroll(1),
            key.Key_Return: self._press,
            key.Key_Enter: self._press,
            key.Key_Escape: self._leave,
        }
        numbers = (key.Key_1, key.Key_2, key.Key_3, key.Key_4, key.Key_5)
        found |= {number: self._goer(step) for number, step in zip(numbers, STEPS, strict=True)}
        return found

    def _goer(self, step: int) -> Callable[[], None]:
        return lambda: self._go_to(step)

    def _go_to(self, step: int) -> None:
        self.reading.finish()
        self.state.go_to(step)
        if self._handoff is not None and step == READ_BACK:
            self.state.take_open(self._handoff)
        self._show()
        self._listen()

    def _go(self, way: int) -> None:
        handoff, state = self._handoff, self.state
        if handoff is None:
            return
        self.reading.finish()
        if state.step == BRIEFING and 0 <= state.part + way < _PARTS:
            state.part += way
        elif state.step == READ_BACK and self.page() is self.reading and state.step_prompt(handoff, way):
            pass
        else:
            self._go_to(state.step + way)
            return
        self._show()
        self._listen()

    def _scroll(self, steps: int) -> None:
        page = self.page()
        if isinstance(page, SheetPage):
            page.lines.go_on(steps)

    def _press(self) -> None:
        page = self.page()
        if isinstance(page, SheetPage):
            page.press()
        elif self._handoff is not None and not self.reading.answer.isReadOnly():
            self.reading.answer.setFocus()

    def _leave(self) -> None:
        if isinstance(QApplication.focusWidget(), QPlainTextEdit) and self.focusWidget() is not self:
            self.setFocus()
        else:
            self.close()

    def _listen(self) -> None:
        """Be ready to note an answer that is not given yet."""
        found = self.state.current(self._handoff) if self._handoff is not None else None
        listens = self.page() is self.reading and found is not None and not found[1].answer.strip()
        if listens and self._handoff is not None and self._handoff.passing.standing.is_on_offer:
            self.reading.answer.setFocus()
        else:
            self.setFocus()

    def _hand_over(self) -> None:
        if self._handoff is not None:
            self.edit_asked.emit(Offer(self._key, self._recorded(self._handoff.passing.giver)))
            self._go_to(READ_BACK)

    def _take_over(self) -> None:
        handoff = self._handoff
        if handoff is not None:
            record = self._recorded(handoff.passing.receiver)
            strength, note = strength_of(handoff), self.state.note(handoff)
            self.edit_asked.emit(Answer(self._key, ACCEPT, record, note=note, strength=strength))

    def _answer(self, text: str) -> None:
        if self._handoff is not None:
            by = self._handoff.passing.receiver
            self.edit_asked.emit(ReadBack(self._key, self.state.prompt, text, by))

    def _mark_right(self) -> None:
        self.reading.finish()
        if self.page() is self.reading and self.reading.right.isEnabled():
            self._mark("")

    def _mark(self, correction: str) -> None:
        handoff, prompt = self._handoff, self.state.prompt
        if handoff is None:
            return
        self.edit_asked.emit(Mark(self._key, prompt, handoff.passing.giver, correction))
        if self._handoff is not None and is_heard(self._handoff, self._handoff.baton.prompts[prompt]):
            self.state.marks.append(prompt)
            self.state.parked.discard(prompt)
            self._after_mark(self._handoff)

    def _after_mark(self, handoff: Handoff) -> None:
        if all(is_heard(handoff, prompt) for _key, prompt in handoff.prompts):
            self.state.go_to(TAKING_OVER)
        else:
            self.state.take_open(handoff)
        self._show()
        self._listen()

    def _park(self) -> None:
        if self._handoff is not None and self.page() is self.reading and self.reading.park.isEnabled():
            self.reading.finish()
            self.state.parked.add(self.state.prompt)
            self.state.take_open(self._handoff)
            self._show()
            self._listen()

    def _uncover(self) -> None:
        if self.page() is self.reading and self.reading.cover.is_covered:
            self.state.uncovered.add(self.state.prompt)
            self._show()

    def _take_back(self) -> None:
        if self.state.marks and self._handoff is not None and self._handoff.passing.standing.is_on_offer:
            prompt = self.state.marks.pop()
            self.edit_asked.emit(ChangeInPack(self._key, PROMPTS, prompt, {"mark": "", "correction": ""}))
            self.state.go_to(READ_BACK)
            self.state.prompt = prompt
            self._show()
            self.setFocus()

    def _turn_here(self) -> None:
        if self.state.step in {PREVIEW, TAKING_OVER}:
            self.state.is_here = not self.state.is_here
            self._show()

    def _note(self) -> None:
        self.question.show()
        self.question.setFocus()

    def _keep_note(self, text: str) -> None:
        self.question.show_value("")
        if text and self._handoff is not None:
            passing, today = self._handoff.passing, self._handoff.source.today
            self.edit_asked.emit(Ask(self._key, f"q-{secrets.token_hex(4)}", text, passing.receiver, today))

    def _leave_note(self) -> None:
        self.question.hide()
        self.setFocus()

    def _turn_look(self) -> None:
        self._mode = "light" if self._mode == "dark" else "dark"
        wear(self, self._mode)

    def _show(self) -> None:
        handoff = self._handoff
        if handoff is None:
            return
        self.head.show_pass(handoff)
        page = self.page()
        self._pages.setCurrentWidget(page)
        for shown in self._fitting():
            if shown is page:
                shown.show_page(handoff, self.state)
        self._show_steps(handoff)
        self._show_clock()

    def _show_steps(self, handoff: Handoff) -> None:
        step, standing = self.state.step, handoff.passing.standing
        heard = bool(handoff.prompts) and all(is_heard(handoff, prompt) for _key, prompt in handoff.prompts)
        done = {one for one in (PREVIEW, BRIEFING) if one < step}
        done |= {READ_BACK} if heard else set[int]()
        done |= {PREVIEW, BRIEFING, READ_BACK, TAKING_OVER} if standing.has_passed else set[int]()
        begun = any(is_heard(handoff, prompt) for _key, prompt in handoff.prompts)
        more = {READ_BACK: marks_sentence(handoff)} if begun or step == READ_BACK else {}
        self.steps.show_steps(
            {one: step_sentence(handoff, one) for one in STEPS},
            more,
            frozenset(done),
            step,
            marks=self._tones(handoff) if begun or step == READ_BACK else (),
            part=self.state.part if step == BRIEFING else _PARTS,
        )

    def _tones(self, handoff: Handoff) -> tuple[str, ...]:
        return tuple(
            ("warning" if prompt.mark == CORRECTED else "good")
            if is_heard(handoff, prompt)
            else "now"
            if key == self.state.prompt and self.state.is_reading(handoff)
            else ""
            for key, prompt in handoff.prompts
        )

    def _show_clock(self) -> None:
        shown, of = clock_text(self.state.elapsed(self._clock()))
        self.head.clock.setText(shown)
        self.head.of.setText(of)

    def _lay_out(self) -> None:
        for page in self._fitting():
            self._pages.addWidget(page)
        card = surface("card", name="sheet-card")
        self._card_column = rows(card, spacing=12)
        self._card_column.addWidget(self._pages, 1)
        self._card_column.addWidget(self.question)
        self.question.set_pixels(20)
        self.question.hide()
        body = columns(spacing=32)
        body.setContentsMargins(32, 4, 32, 10)
        body.addWidget(self.steps)
        body.addWidget(card, 1)
        column = rows(self)
        column.addWidget(self.head)
        column.addLayout(body, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.steps.step_chosen.connect(self._go_to)
        self.foot.look_asked.connect(self._turn_look)
        self.preview.here_changed.connect(self._turn_here)
        self.preview.done.connect(lambda: self._go_to(BRIEFING))
        self.briefing.done.connect(lambda: self._go(1))
        self.offer.done.connect(self._hand_over)
        self.taking.done.connect(self._take_over)
        self.review.done.connect(self.close)
        when(self.reading.answered, self._answer)
        self.reading.right_asked.connect(self._mark_right)
        when(self.reading.corrected, self._mark)
        self.reading.park_asked.connect(self._park)
        self.reading.uncover_asked.connect(self._uncover)
        self.reading.answer.left.connect(self.setFocus)
        self.reading.correction.left.connect(self._listen)
        when(self.question.committed, self._keep_note)
        self.question.left.connect(self._leave_note)
