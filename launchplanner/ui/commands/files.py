"""New, open, import, save, export, close."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from launchplanner.app.backups import rescue
from launchplanner.app.document import Document
from launchplanner.app.exchange import BATON_SUFFIX
from launchplanner.app.exporting import exported, formats
from launchplanner.app.importing import import_filters
from launchplanner.formats.native import SUFFIX
from launchplanner.formats.refusal import Refusal
from launchplanner.store.saving import ChangedOnDiskError, SaveError
from launchplanner.ui.commands.host import Host
from launchplanner.ui.dialogs.export import ExportChoice, ask_export
from launchplanner.ui.dialogs.importing import ask_import
from launchplanner.ui.dialogs.new_launch import ask_new_launch
from launchplanner.ui.kit.questions import Verb, ask
from launchplanner.words import _, long_day
from launchplanner.words.resources import resource_folder

SAMPLE: Final = "new-auction-model.launchplan"
SAMPLE_DAY: Final = date(2027, 2, 18)
"""The day in week 5 for which the sample was made, with its faults to find."""


class FileCommands:
    """What is done with whole plans."""

    def __init__(self, host: Host, open_baton: Callable[[Path], None], join_saved: Callable[[], bool]) -> None:
        """Work on a window.

        Args:
            host: the window.
            open_baton: takes the baton files that are met among others.
            join_saved: joins the plan with what somebody else saved to its file, and says whether that was done.
        """
        self._host = host
        self._join_saved = join_saved
        self._open_baton = open_baton

    def new(self, template: str = "") -> None:
        """Make a launch from a template, in one dialog."""
        plan = ask_new_launch(self._host.widget(), self._host.desk.today, template)
        if plan is not None:
            self._host.show_document(self._host.desk.made(plan))

    def open(self) -> None:
        """Choose a plan and open it."""
        path, _filter = QFileDialog.getOpenFileName(
            self._host.widget(), _("Open a launch"), self._folder(), _("Launches (*.launchplan);;All files (*)")
        )
        if path:
            self.open_path(Path(path))

    def open_path(self, path: Path) -> None:
        """Open a file: a plan as it is, a baton file beside its plan, anything else by importing it."""
        if path.suffix.lower() == BATON_SUFFIX:
            self._open_baton(path)
            return
        if path.suffix.lower() != SUFFIX:
            self.bring_in_path(path)
            return
        try:
            self._host.show_document(self._host.desk.opened(path))
        except Refusal as refusal:
            if not self._offer_version(path, refusal):
                self._host.say(str(refusal), "error")

    def _offer_version(self, path: Path, refusal: Refusal) -> bool:
        """Offer the newest good version of a damaged plan; return whether that was taken."""
        version = rescue(path) if path.is_file() and refusal.place != "/min_reader" else None
        if version is None or version.plan is None:
            return False
        when = version.path.stem if version.made is None else f"{long_day(version.made.date())}, {version.made:%H:%M}"
        answer = ask(
            self._host.widget(),
            _("{file} is damaged. A version of {when} is whole.").format(file=path.name, when=when),
            _("{reason} The damaged file is kept beside it under another name.").format(reason=refusal.reason),
            [Verb("open", _("Open that version"), "filled")],
        )
        if answer != "open":
            return False
        try:
            self._host.show_document(self._host.desk.rescued(path, version.plan))
        except OSError as error:
            self._host.say(_("{file} cannot be kept: {reason}.").format(file=path.name, reason=error.strerror), "error")
        return True

    def open_recent(self, path: str) -> None:
        """Open a launch from the list of recent ones."""
        self.open_path(Path(path))

    def open_sample(self) -> None:
        """Open the sample as a launch of one's own, so that the shipped file stays as it is."""
        try:
            document = self._host.desk.sample(resource_folder() / "examples" / SAMPLE, SAMPLE_DAY)
        except Refusal as refusal:
            self._host.say(str(refusal), "error")
            return
        self._host.show_document(document)
        self._host.say(_("You look at the sample as it stands on {day}.").format(day=long_day(SAMPLE_DAY)))

    def bring_in(self) -> None:
        """Choose a file of another program and import it."""
        path, _filter = QFileDialog.getOpenFileName(
            self._host.widget(), _("Import a plan"), self._folder(), import_filters()
        )
        if path:
            self.bring_in_path(Path(path))

    def bring_in_path(self, path: Path) -> None:
        """Import a file: show what was understood, and open the plan if that is wanted."""
        try:
            plan = ask_import(self._host.widget(), path)
        except Refusal as refusal:
            self._host.say(str(refusal), "error")
            return
        if plan is not None:
            self._host.show_document(self._host.desk.made(plan))

    def save(self) -> bool:
        """Save, asking for a name the first time; return whether the plan is saved."""
        document = self._typed_document()
        if document is None:
            return False
        if document.file is None:
            return self.save_as()
        try:
            document.save()
        except ChangedOnDiskError as error:
            if self._join_saved():
                return self.save()
            self._host.say(str(error), "error", _("Save a copy…"), self.save_as)
            return False
        except SaveError as error:
            self._host.say(str(error), "error", _("Save a copy…"), self.save_as)
            return False
        return True

    def save_as(self) -> bool:
        """Save under a chosen name; return whether the plan is saved."""
        document = self._typed_document()
        if document is None:
            return False
        proposed = Path(self._folder()) / f"{file_name(document.plan.title)}{SUFFIX}"
        path, _filter = QFileDialog.getSaveFileName(
            self._host.widget(), _("Save the launch"), str(proposed), _("Launches (*.launchplan)")
        )
        if not path:
            return False
        target = Path(path)
        try:
            document.save_as(target if target.suffix else target.with_suffix(SUFFIX))
        except SaveError as error:
            self._host.say(str(error), "error", _("Save a copy…"), self.save_as)
            return False
        self._host.desk.remember(document)
        return True

    def export(self, batons: tuple[str, ...] = ()) -> None:
        """Write the handoff checklist or the plan to a file to carry away."""
        document = self._typed_document()
        if document is None:
            return
        choice = ask_export(self._host.widget(), document.snapshot, batons)
        if choice is not None:
            self._write(choice)

    def close(self) -> None:
        """Close the launch, back to the start screen."""
        self._host.leave_document()

    def quit(self) -> None:
        """Close the window; the program ends with its last one."""
        self._host.close_window()

    def ask_about_unsaved(self) -> bool:
        """Ask what to do with unsaved edits; return whether the launch may be closed."""
        document = self._typed_document()
        if document is None or document.is_saved:
            return True
        answer = ask(
            self._host.widget(),
            _("“{title}” has edits that are not saved.").format(title=document.plan.title),
            _("Without saving, they are gone when the launch closes."),
            [Verb("drop", _("Close without saving"), "danger"), Verb("save", _("Save"), "filled")],
        )
        return answer == "drop" or (answer == "save" and self.save())

    def _write(self, choice: ExportChoice) -> None:
        document = self._host.document
        if document is None:
            return
        path, _filter = QFileDialog.getSaveFileName(
            self._host.widget(),
            _("Export"),
            str(Path(self._folder()) / f"{file_name(choice.name)}{choice.suffix}"),
            next(f"{entry.title} (*{entry.suffix})" for entry in formats() if entry.suffix == choice.suffix),
        )
        if not path:
            return
        target = Path(path) if Path(path).suffix else Path(path).with_suffix(choice.suffix)
        try:
            now = datetime.now().astimezone()
            exported(document.snapshot, target, report=choice.report, batons=choice.batons, at=now)
        except (Refusal, SaveError) as error:
            self._host.say(str(error), "error")
            return
        self._host.say(
            _("{file} is written.").format(file=target.name), "good", _("Open it"), lambda: open_outside(target)
        )

    def _typed_document(self) -> Document | None:
        """Return the open launch, with what is still being typed in it."""
        if self._host.workspace is not None:
            self._host.workspace.finish_typing()
        return self._host.document

    def _folder(self) -> str:
        document = self._host.document
        if document is not None and document.file is not None:
            return str(document.file.path.parent)
        recent = self._host.desk.settings.settings.recent
        return str(Path(recent[0].path).parent) if recent else str(Path.home())


def open_outside(path: Path) -> None:
    """Open a file that we wrote in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def file_name(title: str) -> str:
    """Return a title as a file name that every system takes."""
    kept = "".join(letter if letter.isalnum() or letter in " -_" else "-" for letter in title).strip(" .-")
    return " ".join(kept.split())[:80] or "launch"
