"""Batons between two machines without a server: a file out, a file in, and a checklist that comes back."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from launchplanner.app.document import Document
from launchplanner.app.exchange import BATON_SUFFIX, letter, parcel_in, plan_of, preview, remember
from launchplanner.app.recording import recorded
from launchplanner.app.returning import SUFFIXES, checklist_in
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.edits import Pass, set_conditions
from launchplanner.plan.exchange import Parcel
from launchplanner.plan.plan import Plan
from launchplanner.reports.handoff_close import moment_text
from launchplanner.store.saving import SaveError, save
from launchplanner.ui.commands.host import Host
from launchplanner.ui.dialogs.checklist_back import ChecklistBackDialog
from launchplanner.ui.dialogs.hand_over import HandOverDialog
from launchplanner.ui.dialogs.open_baton import ask_known, ask_new
from launchplanner.words import _, ngettext


class ExchangeCommands:
    """What travels by e-mail, shared folder or stick."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def send(self, key: str, me: str) -> None:
        """Write a baton file for the other side, with the e-mail that goes with it."""
        document = self._document()
        if document is None or key not in document.plan.batons:
            return
        passing = Pass.of(document.plan, key)
        sender = me or (passing.receiver if passing.standing.answer else passing.giver)
        other = passing.giver if sender == passing.receiver else passing.receiver
        record = recorded(sender)
        made = letter(document.plan, key, sender, device=record.device, at=record.at)
        address = document.plan.people[other].email if other in document.plan.people else ""
        if not HandOverDialog(self._host.widget(), made, address).exec():
            return
        path, _filter = QFileDialog.getSaveFileName(
            self._host.widget(),
            _("Save the baton file"),
            made.name,
            _("Batons (*{suffix})").format(suffix=BATON_SUFFIX),
        )
        if not path:
            return
        target = Path(path) if Path(path).suffix else Path(path).with_suffix(BATON_SUFFIX)
        try:
            save(target, made.data, known=None)
        except SaveError as error:
            self._host.say(str(error), "error")
            return
        self._host.say(_("{file} is written. Send it with the e-mail.").format(file=target.name), "good")

    def open(self) -> None:
        """Choose a baton file that came in, and open it."""
        path, _filter = QFileDialog.getOpenFileName(
            self._host.widget(),
            _("Open a baton file"),
            str(Path.home()),
            _("Batons (*{suffix});;All files (*)").format(suffix=BATON_SUFFIX),
        )
        if path:
            self.open_path(Path(path))

    def open_path(self, path: Path) -> None:
        """Show what a baton file says, and take it in where that is wanted."""
        document = self._document()
        try:
            parcel = parcel_in(path)
            if document is not None and document.plan.id == parcel.plan:
                self._take_in(document, parcel, path.name)
            else:
                self._open_alone(parcel, path.name)
        except Refusal as refusal:
            self._host.say(str(refusal), "error")

    def read_checklist(self) -> None:
        """Choose a checklist that was filled in outside, and take in what was ticked and written."""
        document = self._document()
        if document is None:
            return
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        path, _filter = QFileDialog.getOpenFileName(
            self._host.widget(),
            _("Read a filled-in checklist"),
            str(Path.home()),
            _("Checklists ({kinds});;All files (*)").format(kinds=kinds),
        )
        if not path:
            return
        try:
            found = checklist_in(document.plan, Path(path))
        except Refusal as refusal:
            self._host.say(str(refusal), "error")
            return
        if ChecklistBackDialog(self._host.widget(), Path(path).name, found).exec() and self._host.do(found.edit):
            count = len(found.changes)
            said = ngettext("{n} change was taken in.", "{n} changes were taken in.", count).format(n=count)
            self._host.say(said, "good", _("Undo"), document.undo)

    def _take_in(self, document: Document, parcel: Parcel, file: str) -> None:
        found = preview(document.plan, parcel, file)
        after = found.merged.plan
        if after == document.plan:
            self._host.say(_("All that {file} says is known here already.").format(file=file), "good")
            return
        news = (*_told(found.news, parcel), *_newly_met(document.plan, after))
        if ask_known(self._host.widget(), found, news) and self._host.do(found.edit):
            remember(document.plan, parcel.key)
            self._show(parcel.key)
            self._host.say(" ".join(news), "good")

    def _open_alone(self, parcel: Parcel, file: str) -> None:
        plan = plan_of(parcel, file)
        if ask_new(self._host.widget(), parcel, plan):
            remember(plan, parcel.key)
            is_here = self._host.document is None
            self._host.show_document(self._host.desk.made(plan))
            if is_here:
                self._show(parcel.key)

    def _show(self, key: str) -> None:
        if self._host.workspace is not None:
            self._host.workspace.show_baton(key)

    def _document(self) -> Document | None:
        """Return the open launch, with what is still being typed in it."""
        if self._host.workspace is not None:
            self._host.workspace.finish_typing()
        return self._host.document


def _told(news: Iterable[str], parcel: Parcel) -> Iterator[str]:
    """Yield sentences with their moments written as people read them."""
    moments = {event.at: moment_text(event.at) for event in parcel.baton.events.values() if event.at}
    for sentence in news:
        for written, shown in moments.items():
            sentence = sentence.replace(written, shown)  # noqa: PLW2901 - one after the other
        yield sentence


def _newly_met(before: Plan, after: Plan) -> tuple[str, ...]:
    """Return the conditions that are met after a file was taken in and were not before, a sentence each."""
    met = [one for one in set_conditions(after) if one.is_met(after) and not one.is_met(before)]
    return tuple(_("A condition is met: {text}.").format(text=one.condition.text.rstrip(".")) for one in met)
