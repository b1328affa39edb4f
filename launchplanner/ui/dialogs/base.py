"""The frame of every dialog: a title, what follows from it, fields with their labels, and verbs as buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from launchplanner.ui.kit.buttons import Button, button
from launchplanner.ui.kit.labels import Label, label
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _

_TALL = 60


class FormDialog(QDialog):
    """A dialog with fields; Enter takes the filled verb, Esc leaves all as it was."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, verb: str, *, width: int = 480, cancel: bool = True
    ) -> None:
        """Lay out the frame; a dialog that only tells something needs no way to `cancel`."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self._column = rows(self, margin=24, spacing=12)
        self._column.addWidget(label(title, "heading"))
        if text:
            self._column.addWidget(label(text, "muted", wrap=True))
        self.fields = QGridLayout()
        self.fields.setHorizontalSpacing(16)
        self.fields.setVerticalSpacing(10)
        self.fields.setColumnStretch(1, 1)
        self._column.addLayout(self.fields)
        self.trouble: Label = label("", "error", wrap=True)
        self.trouble.setObjectName("dialog-trouble")
        self.trouble.hide()
        if cancel:
            # The dialog must not jump when it says what is missing.
            kept = self.trouble.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            self.trouble.setSizePolicy(kept)
        self._column.addWidget(self.trouble)
        self.verb: Button = button(verb, "filled", name="dialog-accept", on_click=self.take)
        self.verb.setDefault(True)
        line = columns(spacing=8)
        line.addStretch()
        if cancel:
            leave = button(_("Cancel"), name="dialog-cancel", on_click=self.reject)
            leave.setAutoDefault(False)
            line.addWidget(leave)
        line.addWidget(self.verb)
        self._column.addSpacing(4)
        self._column.addLayout(line)

    def add_field(self, says: str, field: QWidget, hint: str = "") -> None:
        """Add a field under the others, with its label before it and a quiet line below it."""
        row = self.fields.rowCount()
        shown = label(says, "muted")
        shown.setBuddy(field)
        tall = field.minimumHeight() > _TALL
        upright = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        self.fields.addWidget(shown, row, 0, Qt.AlignmentFlag.AlignLeft | upright)
        self.fields.addWidget(field, row, 1)
        if not field.accessibleName():
            field.setAccessibleName(says)
        if hint:
            self.fields.addWidget(label(hint, "caption", wrap=True), row + 1, 1)

    def add_wide(self, widget: QWidget, *, stretch: int = 0) -> None:
        """Add something over the whole width, above the buttons."""
        self._column.insertWidget(self._column.count() - 3, widget, stretch)

    def say_trouble(self, sentence: str) -> None:
        """Say above the buttons what keeps the dialog from being taken; "" takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def take(self) -> None:
        """Close with what was entered; a dialog that must check something first overrides this."""
        self.accept()
