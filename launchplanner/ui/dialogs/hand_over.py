"""A baton on its way to another machine: the file to save, and the e-mail that goes with it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from launchplanner.app.exchange import Letter
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.fields import line_edit, text_edit
from launchplanner.ui.kit.surfaces import columns
from launchplanner.words import _

_LINES = 14


class HandOverDialog(FormDialog):
    """Shows the letter; taking it means that the file is to be saved."""

    def __init__(self, parent: QWidget | None, letter: Letter, address: str) -> None:
        text = _("Save the file, attach it to an e-mail, or put it where the other side finds it. No server is needed.")
        super().__init__(parent, _("Send the baton by file"), text, _("Save the file…"), width=640)
        self.setObjectName("hand-over-dialog")
        self._letter = letter
        self.to = line_edit(_("To"), name="hand-over-to", text=address)
        self.subject = line_edit(_("Subject"), name="hand-over-subject", text=letter.subject)
        self.words = text_edit(_("E-mail"), name="hand-over-text", lines=_LINES)
        self.words.setPlainText(letter.text)
        self.copy = button(_("Copy the e-mail"), icon="copy", name="hand-over-copy", on_click=self.copy_mail)
        for field in (self.to, self.subject, self.words):
            field.setReadOnly(True)
        if address:
            self.add_field(_("To"), self.to)
        self.add_field(_("Subject"), self.subject)
        self.add_field(_("E-mail"), self.words, _("The attached file is called {file}.").format(file=letter.name))
        line = columns()
        line.addWidget(self.copy)
        line.addStretch()
        holder = QWidget()
        holder.setLayout(line)
        self.add_wide(holder)

    def copy_mail(self) -> None:
        """Put the text of the e-mail on the clipboard."""
        QGuiApplication.clipboard().setText(self._letter.text)
        self.copy.set_label(_("Copied"))
