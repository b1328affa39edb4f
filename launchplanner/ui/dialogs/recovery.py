"""Offering back the edits of a session that ended without saving."""

from pydantic import ValidationError
from PySide6.QtWidgets import QWidget

from launchplanner.app.document import Document
from launchplanner.app.paths import journal_folder
from launchplanner.store.journal import Leftover, leftovers
from launchplanner.ui.desk import Desk
from launchplanner.ui.kit.questions import Verb, ask
from launchplanner.words import _, ngettext


def ask_recovery(parent: QWidget | None, desk: Desk) -> Document | None:
    """Ask about the newest journal that was left behind; return its plan as an open document if it is wanted."""
    for leftover in leftovers(journal_folder()):
        document = _recovered(desk, leftover)
        if document is None:
            continue
        count = len(leftover.steps)
        answer = ask(
            parent,
            _("“{title}” was not saved when the program last ended.").format(title=document.plan.title),
            ngettext("{n} edit can be brought back.", "{n} edits can be brought back.", count).format(n=count),
            [Verb("drop", _("Give them up"), "danger"), Verb("back", _("Bring them back"), "filled")],
            cancel=_("Decide later"),
        )
        if answer == "drop":
            leftover.journal.unlink(missing_ok=True)
        if answer == "back":
            leftover.journal.unlink(missing_ok=True)
            return document
        document.close()
    return None


def _recovered(desk: Desk, leftover: Leftover) -> Document | None:
    try:
        return desk.recovered(leftover)
    except ValidationError:
        # Kept where it is: it may be of use to somebody with a text editor, but it is no plan.
        return None
