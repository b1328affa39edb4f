"""The next step of a pass: buttons that name who does it, what holds it up, and what a return or condition asks."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from launchplanner.plan.edits import Answer, Edit, Offer, Record, Withdraw
from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS, OFFER, RETURN, RETURN_CODES
from launchplanner.reports.handoff import Handoff
from launchplanner.ui.inspector import choices, pass_words
from launchplanner.ui.inspector.findings import cut
from launchplanner.ui.inspector.flow import FlowLayout
from launchplanner.ui.inspector.pass_words import Step
from launchplanner.ui.kit.buttons import Button, button, icon_button
from launchplanner.ui.kit.fields import combo_box, text_edit
from launchplanner.ui.kit.labels import label, set_tooltip
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _

_WIDEST = 264


class PassFoot(QFrame):
    """Sends the steps of the protocol as edits, each under the name of the side whose step it is."""

    edit_asked = Signal(object)
    export_asked = Signal()

    def __init__(self, recorded: Callable[[str], Record]) -> None:
        super().__init__()
        self.setObjectName("pass-foot")
        self.setProperty("surface", "footer")
        self._recorded = recorded
        self._handoff: Handoff | None = None
        self._shown: tuple[object, ...] = ()
        self._buttons: dict[str, Button] = {}
        self._asked = ""
        self.title = label("", "strong", wrap=True)
        self.title.setObjectName("pass-title")
        self.reason = label("", "warning", wrap=True)
        self.reason.setObjectName("pass-reason")
        self.checklist = icon_button(
            "export", _("Export this baton’s checklist"), name="pass-checklist", on_click=self.export_asked.emit
        )
        self.steps = QWidget()
        self._flow = FlowLayout(self.steps, gap=8)
        self.panel = AnswerPanel()
        self.panel.taken.connect(self._take_panel)
        self.panel.left.connect(self._leave_panel)
        column = rows(self, margin=16, spacing=8)
        column.setContentsMargins(16, 8, 12, 12)
        head = columns(spacing=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.checklist, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.panel)
        column.addWidget(self.steps)
        column.addWidget(self.reason)
        self.panel.hide()

    def show_pass(self, handoff: Handoff) -> bool:
        """Show what comes next; return whether steps came or went."""
        is_other = self._handoff is None or self._handoff.key != handoff.key
        self._handoff = handoff
        following = pass_words.next_step(handoff)
        self.title.setText(following.title)
        self.reason.setText(following.reason)
        self.reason.setVisible(bool(following.reason))
        offered = {step.kind for step in following.steps if step.is_possible}
        if is_other or self._asked not in offered:
            self._leave_panel()
        return self._show_steps(following.steps)

    def buttons(self) -> dict[str, Button]:
        """Return the buttons by the kind of event that they record."""
        return self._buttons

    def _show_steps(self, steps: Sequence[Step]) -> bool:
        if self._shown == tuple(steps):
            return False
        self._shown = tuple(steps)
        had_focus = next((kind for kind, made in self._buttons.items() if made.hasFocus()), "")
        for made in self._buttons.values():
            made.hide()
            self._flow.removeWidget(made)
            made.deleteLater()
        self._buttons = {}
        for place, step in enumerate(steps):
            self._buttons[step.kind] = made = self._made(step, is_first=place == 0)
            self._flow.insert_widget(place, made)
            made.show()
        if had_focus:
            self._buttons.get(had_focus, self.checklist).setFocus()
        self.steps.updateGeometry()
        self._steps_shown()
        return True

    def _made(self, step: Step, *, is_first: bool) -> Button:
        short = cut(step.text, _WIDEST)
        made = button(short, "filled" if is_first else "normal", name=f"pass-{step.kind.replace(' ', '-')}")
        made.setAccessibleName(step.text)
        set_tooltip(made, step.text if short != step.text else "")
        made.setEnabled(step.is_possible)
        made.clicked.connect(partial(self._press, step.kind, step.by))
        return made

    def _press(self, kind: str, by: str) -> None:
        if kind in {RETURN, ACCEPT_WITH_CONDITIONS}:
            self._open_panel(kind)
            return
        if self._handoff is None:
            return
        key, record = self._handoff.key, self._recorded(by)
        edit: Edit
        if kind == OFFER:
            edit = Offer(key, record)
        elif kind == ACCEPT:
            edit = Answer(key, ACCEPT, record, strength=pass_words.strength_of(self._handoff))
        else:
            edit = Withdraw(key, record)
        self.edit_asked.emit(edit)

    def _open_panel(self, kind: str) -> None:
        if self._handoff is not None:
            self._asked = kind
            self.panel.ask(kind, self._handoff.receiver.name)
            self.panel.show()
            self.steps.hide()

    def _leave_panel(self) -> None:
        self._asked = ""
        self.panel.hide()
        self._steps_shown()

    def _steps_shown(self) -> None:
        self.steps.setVisible(bool(self._buttons) and not self._asked)

    def _take_panel(self) -> None:
        if self._handoff is None:
            return
        record = self._recorded(self._handoff.passing.receiver)
        strength = pass_words.strength_of(self._handoff)
        self.edit_asked.emit(
            Answer(self._handoff.key, self._asked, record, self.panel.code(), self.panel.note(), strength)
        )


class AnswerPanel(QWidget):
    """What a return or an acceptance with conditions asks: the reason, and words for the other side."""

    taken = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("answer-panel")
        self.codes = combo_box(_("Reason for the return"), name="answer-code")
        for code, text in choices.return_codes():
            self.codes.addItem(text, code)
        self.words = text_edit("", name="answer-note", lines=2)
        self.take = button("", "filled", name="answer-take", on_click=self.taken.emit)
        self.leave = button(_("Cancel"), name="answer-leave", on_click=self.left.emit)
        column = rows(self, spacing=8)
        column.addWidget(self.codes)
        column.addWidget(self.words)
        line = columns(spacing=8)
        line.addWidget(self.take)
        line.addWidget(self.leave)
        line.addStretch()
        column.addLayout(line)
        self.words.textChanged.connect(self._show_possible)

    def ask(self, kind: str, name: str) -> None:
        """Begin a return, or conditions, by the receiver of that name."""
        self.codes.setVisible(kind == RETURN)
        self.codes.setCurrentIndex(0)
        self.words.clear()
        self.words.setAccessibleName(_("What is missing") if kind == RETURN else _("Condition"))
        self.words.setPlaceholderText(
            _("What is missing, so that it can be mended") if kind == RETURN else _("What must be so, by whom and when")
        )
        text = _("Return as {name}") if kind == RETURN else _("Accept so as {name}")
        self.take.set_label(cut(text.format(name=name), _WIDEST - 80))
        self.take.setAccessibleName(text.format(name=name))
        self._needs_words = kind != RETURN
        self._show_possible()
        (self.codes if kind == RETURN else self.words).setFocus()

    def code(self) -> str:
        """Return the reason chosen; "" for conditions."""
        return "" if self._needs_words else str(self.codes.currentData() or RETURN_CODES[-1])

    def note(self) -> str:
        """Return the words."""
        return self.words.toPlainText().strip()

    def _show_possible(self) -> None:
        self.take.setEnabled(bool(self.note()) or not self._needs_words)

    _needs_words = False
