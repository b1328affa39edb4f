"""Keeping plans whole: joining with what others saved, and going back to earlier versions."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QTextEdit

from launchplanner.app.backups import difference
from launchplanner.app.document import Document
from launchplanner.app.files import opened
from launchplanner.app.merging import taken_over
from launchplanner.app.watching import EMPTIED, GONE, SAME, FileWatch
from launchplanner.formats.refusal import Refusal
from launchplanner.store.merging import MergeError, merged
from launchplanner.store.presence import Other, Presence
from launchplanner.ui.commands.host import Host
from launchplanner.ui.dialogs.backups import ask_version
from launchplanner.ui.dialogs.merge import ask_merge
from launchplanner.words import _

_TYPED_IN = (QLineEdit, QTextEdit, QPlainTextEdit)


class KeepCommands:
    """What keeps the work of several hands, and of earlier days."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._watch = FileWatch()
        self._presence: Presence | None = None

    def enter(self) -> None:
        """Tell others beside the plan's file that it is open here, and say so when it is open elsewhere."""
        document = self._host.document
        path = document.file.path if document is not None and document.file is not None else None
        if self._presence is not None and self._presence.path == path:
            return
        self.leave()
        if path is None:
            return
        self._presence = Presence(path, self._host.desk.settings.settings.me)
        other = self._presence.enter()
        if other is not None:
            self._host.say(_open_elsewhere(other), "warning")

    def leave(self) -> None:
        """Take back what was told beside the plan's file."""
        if self._presence is not None:
            self._presence.leave()
            self._presence = None

    def look_at_disk(self, *, thorough: bool = False) -> None:
        """Notice what became of the open plan's file: take it over where nothing has to be asked, else say so."""
        document = self._host.document
        if document is None or QApplication.activeModalWidget() is not None:
            return
        if thorough:
            document.look_at_files()
        if document.file is None:
            return
        self.enter()
        found = self._watch.look(document.file, thorough=thorough)
        if found == SAME:
            return
        name = document.file.path.name
        if found == GONE:
            self._host.say(_("{file} is gone from its place. Saving puts it back.").format(file=name), "warning")
        elif found == EMPTIED:
            self._host.say(
                _("{file} was emptied by somebody else. The plan is here, whole.").format(file=name), "warning"
            )
        elif isinstance(QApplication.focusWidget(), _TYPED_IN):
            self._offer(_("{file} was changed by somebody else.").format(file=name), document)
        else:
            self._take_over(document, document.file.path)

    def join_saved(self) -> bool:
        """Join the open plan with what somebody else saved to its file; return whether that was done."""
        document = self._host.document
        if document is None or document.file is None:
            return False
        try:
            theirs, file = opened(document.file.path)
            plan = ask_merge(self._host.widget(), document.base, document.plan, theirs, file.path.name)
        except (Refusal, MergeError) as error:
            self._host.say(str(error), "error")
            return False
        if plan is None:
            return False
        told = taken_over(document.plan, plan)
        document.join(plan, theirs, file, _("Join with {file}").format(file=file.path.name))
        self._host.say(told, "good")
        return True

    def join_file(self) -> None:
        """Choose another copy of the open plan and join it; nothing is saved by that."""
        document = self._host.document
        if document is None:
            return
        start = str(document.file.path.parent) if document.file is not None else str(Path.home())
        path, _filter = QFileDialog.getOpenFileName(
            self._host.widget(), _("Merge with another copy"), start, _("Launches (*.launchplan);;All files (*)")
        )
        if path:
            self._join_copy(document, Path(path))

    def earlier_versions(self) -> None:
        """Choose an earlier version and go back to it, as one step."""
        document = self._host.document
        if document is None:
            return
        version = ask_version(self._host.widget(), document.plan)
        if version is None or version.plan is None:
            return
        told = difference(document.plan, version.plan)
        document.go_back_to(version.plan, _("Go back to an earlier version"))
        self._host.say(_("This is the earlier version: {difference}.").format(difference=told), "good")

    def _join_copy(self, document: Document, path: Path) -> None:
        try:
            theirs, _file = opened(path)
            # Which version the copy was made from is not known, so every difference is asked.
            plan = ask_merge(self._host.widget(), None, document.plan, theirs, path.name)
        except (Refusal, MergeError) as error:
            self._host.say(str(error), "error")
            return
        if plan is None:
            return
        told = taken_over(document.plan, plan)
        document.go_back_to(plan, _("Join with {file}").format(file=path.name))
        self._host.say(told, "good")

    def _take_over(self, document: Document, path: Path) -> None:
        name = path.name
        try:
            theirs, file = opened(path)
            merge = merged(document.base, document.plan, theirs)
        except Refusal as refusal:
            told = _("{file} on disk cannot be read any more. The plan is here, whole.").format(file=refusal.file)
            self._host.say(told, "warning")
            return
        except MergeError as error:
            self._host.say(str(error), "warning")
            return
        if not merge.is_clean:
            self._offer(_("{file} was changed by somebody else, and not all of it fits.").format(file=name), document)
            return
        told = taken_over(document.plan, merge.plan)
        document.join(merge.plan, theirs, file, _("Join with {file}").format(file=name))
        self._host.say(told, "good")

    def _offer(self, sentence: str, document: Document) -> None:
        def join() -> None:
            if self._host.document is document:
                self.join_saved()

        self._host.say(sentence, "warning", _("Join…"), join)


def _open_elsewhere(other: Other) -> str:
    since = f"{datetime.fromtimestamp(other.since).astimezone():%H:%M}" if other.since > 0 else _("an unknown hour")
    if other.name:
        told = _("This launch is open on {host} too, by {name}, since {time}. What both of you save is joined.")
    else:
        told = _("This launch is open on {host} too, since {time}. What both of you save is joined.")
    return told.format(host=other.host, name=other.name, time=since)
