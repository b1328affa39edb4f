"""Questions and short messages in a window of their own, all in plain text, with verbs on the buttons."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from launchplanner.ui.kit.buttons import Button, ButtonKind, button
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _

CANCEL: Final = ""
_WIDTH: Final = 400


class Verb(NamedTuple):
    """One answer: its key, and the words on its button, which say what will be so."""

    key: str
    text: str
    kind: ButtonKind = "normal"


class Question(QDialog):
    """A question with its answers as buttons; Esc and the closing of the window leave all as it was.

    Use `ask` to wait for the answer, or `open` and the `finished` signal; then read `answer`.
    """

    def __init__(
        self, parent: QWidget | None, question: str, text: str = "", verbs: Sequence[Verb] = (), cancel: str = ""
    ) -> None:
        """Lay out the question.

        Args:
            parent: the window it belongs to.
            question: one sentence.
            text: what follows from it; may be empty.
            verbs: the answers; the first that is "filled" takes Enter.
            cancel: the words of the button that leaves all as it was.
        """
        super().__init__(parent)
        self.setObjectName("question")
        self.setWindowTitle(question)
        self.answer = CANCEL
        column = rows(self, margin=24, spacing=8)
        column.setSizeConstraint(column.SizeConstraint.SetFixedSize)
        for shown in (label(question, "title", wrap=True), label(text, "muted", wrap=True)):
            shown.setFixedWidth(_WIDTH)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setVisible(bool(shown.text()))
            column.addWidget(shown)
        column.addSpacing(12)
        line = columns(spacing=8)
        line.addStretch()
        buttons = [self._button(verb) for verb in (Verb(CANCEL, cancel or _("Cancel")), *verbs)]
        for made in buttons:
            line.addWidget(made)
        column.addLayout(line)
        first = next((made for made in buttons if made.kind == "filled"), buttons[0])
        first.setDefault(True)
        first.setFocus()

    def ask(self) -> str:
        """Show the question, wait, and return the key of the answer; `CANCEL` if there was none."""
        self.exec()
        return self.answer

    def _button(self, verb: Verb) -> Button:
        def answer() -> None:
            self.answer = verb.key
            self.done(QDialog.DialogCode.Accepted if verb.key else QDialog.DialogCode.Rejected)

        return button(verb.text, verb.kind, name=f"answer-{verb.key or 'cancel'}", on_click=answer)


def ask(parent: QWidget | None, question: str, text: str = "", verbs: Sequence[Verb] = (), *, cancel: str = "") -> str:
    """Ask, wait, and return the key of the chosen verb; `CANCEL` (empty) if the question was left."""
    return Question(parent, question, text, verbs, cancel).ask()


def confirm(parent: QWidget | None, question: str, text: str, verb: str, *, danger: bool = False) -> bool:
    """Ask whether to do one thing, named by `verb`; return whether it was chosen."""
    kind: ButtonKind = "danger_filled" if danger else "filled"
    return ask(parent, question, text, [Verb("do", verb, kind)]) == "do"


def tell(parent: QWidget | None, sentence: str, text: str = "") -> None:
    """Say something that must be read before going on."""
    Question(parent, sentence, text, cancel=_("Close")).ask()
