"""The read-back, live: the question is the largest thing, the receiver's words are noted, the giver marks them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

from launchplanner.plan.batons import CORRECTED
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.runsheet import corrected_answer, is_heard, pack_says
from launchplanner.ui.inspector.fields import when
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.pills import Pill
from launchplanner.ui.kit.surfaces import columns, divider, rows
from launchplanner.ui.relay.sheet_parts import LOW, Barred, Cover, SpokenField, large
from launchplanner.ui.relay.sheet_state import SheetState
from launchplanner.ui.theme.fonts import sized
from launchplanner.words import _


class ReadingPage(QFrame):
    """One question at a time."""

    answered = Signal(str)
    right_asked = Signal()
    corrected = Signal(str)
    park_asked = Signal()
    uncover_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet-reading")
        self.kicker = large("", 15, tone="muted", wrap=False)
        self.live = large("", 15, tone="good", wrap=False)
        self.mark = Pill()
        self.question = large("", 44, 600)
        self.question.setObjectName("sheet-question")
        self.bar = Barred()
        self.answer = SpokenField(_("Answer"), "sheet-answer", _("Note it as it is spoken; Enter when it is said"))
        self.cover = Cover()
        self.right = button(_("Right"), "filled", size="huge", icon="check", hint="R", name="sheet-right")
        self.correct = button(_("Correct…"), size="huge", hint="C", name="sheet-correct")
        self.park = button(_("Park it"), "quiet", size="huge", hint="P", name="sheet-park")
        self.marker = large("", 15, tone="muted")
        self.correction = SpokenField(_("What is right"), "sheet-correction", _("What is right; Enter keeps it"))
        self.correction_bar = Barred()
        self.before = SheetBefore()
        self._lay_out()
        for made, signal in ((self.right, self.right_asked), (self.park, self.park_asked)):
            made.clicked.connect(signal)
        self.correct.clicked.connect(self.begin_correction)
        self.cover.clicked.connect(self.uncover_asked)
        when(self.answer.committed, self.answered.emit)
        when(self.correction.committed, self._take_correction)
        self.correction.left.connect(self.leave_correction)

    def show_page(self, handoff: Handoff, state: SheetState) -> None:
        """Show the question in turn."""
        found = state.current(handoff)
        if found is None:
            return
        number, prompt = found
        heard = is_heard(handoff, prompt)
        receiver, giver = handoff.receiver_short, handoff.giver_short
        said = _("Question {n} of {count}  ·  {name} speaks")
        self.kicker.setText(said.format(n=number, count=len(handoff.prompts), name=receiver))
        parked = state.prompt in state.parked and not heard
        self.live.setText(_("parked") if parked else _("live note, kept in own words"))
        self.live.set_tone("warning" if parked else "good")
        self.live.setVisible(not heard)
        self.mark.setVisible(heard)
        is_right = prompt.mark != CORRECTED
        self.mark.set_text(_("Right") if is_right else _("Corrected"), "good" if is_right else "warning")
        self.question.setText(prompt.question)
        self.bar.set_family(handoff.source.capsule(handoff.baton)[1])
        self.correction_bar.set_family(handoff.source.capsule(handoff.baton)[0])
        self.answer.show_value(prompt.answer)
        self.answer.setReadOnly(heard)
        covered = not heard and state.prompt not in state.uncovered
        stays = _("What the pack says is covered until {name} has marked it")
        self.cover.show_lines(
            pack_says(handoff, prompt), stays.format(name=giver) if covered else _("The pack says"), covered=covered
        )
        can_mark = bool(prompt.answer.strip()) and not heard
        for made in (self.right, self.correct):
            made.setEnabled(can_mark)
        self.park.setEnabled(not heard and not parked)
        self.marker.setText(_("{name} marks.\nNo mark, no pass.").format(name=giver))
        self.before.show_before(handoff, state)

    def fit(self, height: int) -> None:
        """Take smaller type where there is little room."""
        low = height < LOW
        self.question.setFont(sized(30 if low else 44, 600))
        self.answer.set_pixels(21 if low else 28)
        self.correction.set_pixels(20 if low else 24)

    def begin_correction(self) -> None:
        """Ask for what is right instead."""
        self.answer.commit()
        if self.correct.isEnabled():
            self.correcting.show()
            self.marks.hide()
            self.correction.setFocus()

    def leave_correction(self) -> None:
        """Close the correction."""
        self.correcting.hide()
        self.marks.show()

    def finish(self) -> None:
        """Ask for what is still being noted."""
        if self.answer.is_typed_in:
            self.answer.commit()

    def _take_correction(self, text: str) -> None:
        self.correction.show_value("")
        if text:
            self.corrected.emit(text)

    def _lay_out(self) -> None:
        top = columns(spacing=12)
        top.addWidget(self.kicker)
        top.addStretch()
        top.addWidget(self.live)
        top.addWidget(self.mark)
        noted = columns(spacing=20)
        noted.addWidget(self.bar)
        noted.addWidget(self.answer, 1)
        self.marks = QWidget()
        line = columns(self.marks, spacing=14)
        for made in (self.right, self.correct, self.park):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            line.addWidget(made)
        line.addStretch()
        self.marker.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.marker)
        self.correcting = QWidget()
        right = columns(self.correcting, spacing=16)
        right.addWidget(self.correction_bar)
        right.addWidget(self.correction, 1)
        self.correcting.hide()
        column = rows(self, spacing=12)
        column.addLayout(top)
        column.addWidget(self.question)
        column.addSpacing(4)
        column.addLayout(noted)
        column.addStretch(2)
        column.addWidget(self.cover)
        column.addStretch(1)
        column.addWidget(self.marks)
        column.addWidget(self.correcting)
        column.addStretch(1)
        column.addWidget(divider())
        column.addWidget(self.before)


class SheetBefore(QWidget):
    """The last correction at the left, what comes next at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet-before")
        self.what = large("", 14, tone="muted")
        self.said = large("", 17, tone="muted", wrap=True)
        struck = QFont(self.said.font())
        struck.setStrikeOut(True)
        self._faces = {True: struck, False: sized(17)}
        self.right = large("", 16, 500, tone="warning")
        self.coming = [large("", 17) for _place in range(3)]
        left = rows(spacing=4)
        left.addWidget(self.what)
        left.addWidget(self.said)
        left.addWidget(self.right)
        left.addStretch()
        ahead = rows(spacing=4)
        ahead.addWidget(large(_("Coming up"), 14, tone="muted"))
        for shown in self.coming:
            ahead.addWidget(shown)
        ahead.addStretch()
        row = columns(self, spacing=32)
        row.addLayout(left, 1)
        row.addLayout(ahead, 1)

    def show_before(self, handoff: Handoff, state: SheetState) -> None:
        """Show what was corrected last, and the next questions."""
        corrected = [
            (number, prompt)
            for number, (key, prompt) in enumerate(handoff.prompts, start=1)
            if is_heard(handoff, prompt) and prompt.mark == CORRECTED and key != state.prompt
        ]
        for widget in (self.what, self.said, self.right):
            widget.setVisible(bool(corrected))
        if corrected:
            number, prompt = corrected[-1]
            pieces, right = corrected_answer(prompt)
            self.what.setText(_("Corrected  ·  question {n}").format(n=number))
            wrong = [text for text, struck in pieces if struck]
            self.said.setFont(self._faces[bool(wrong)])
            self.said.setText(wrong[0] if wrong else pieces[0][0])
            self.right.setText(right)
        keys = [key for key, _prompt in handoff.prompts]
        at = keys.index(state.prompt) if state.prompt in keys else 0
        ahead = [f"{place}   {handoff.prompts[place - 1][1].question}" for place in range(at + 2, len(keys) + 1)]
        ahead.append("→   " + _("Taking over: {name} says the words").format(name=handoff.receiver_short))
        for place, shown in enumerate(self.coming):
            shown.setText(ahead[place] if place < len(ahead) else "")
            shown.setVisible(place < len(ahead))
