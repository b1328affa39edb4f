"""An open plan: the one entrance for edits, and the one exit for what they lead to."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from launchplanner.app.analysis import Snapshot, analyse
from launchplanner.app.files import PlanFile
from launchplanner.app.fingerprints import handed_over, present_fingerprints
from launchplanner.app.history import History
from launchplanner.plan.changes import changes_between
from launchplanner.plan.custody import with_owner_changes
from launchplanner.plan.debt import with_debt
from launchplanner.plan.edits import Edit, Offer
from launchplanner.plan.plan import Plan
from launchplanner.store.journal import Journal
from launchplanner.store.saving import NotFlushedError

_log = logging.getLogger(__name__)

Watcher = Callable[[Snapshot], None]


class Document:
    """A plan that is open, with its history.

    Edits come in through `do`, `undo` and `redo`; what follows from them leaves through the watchers, each of which is
    given the new snapshot.
    """

    def __init__(
        self, plan: Plan, today: date, *, file: PlanFile | None = None, journal_folder: Path | None = None
    ) -> None:
        self._history = History(plan)
        self._today = today
        self._watchers: list[Watcher] = []
        self.file = file
        self._saved_plan: Plan | None = plan if file is not None else None
        self._base = self._saved_plan
        self._joined = False
        self._readings = plan.debt
        self.trouble = ""
        self._journal_folder = journal_folder
        self._journal: Journal | None = None
        self._written_down = plan
        self._begin_journal()
        self.snapshot = analyse(plan, today)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._history.plan

    @property
    def history(self) -> History:
        """The steps made and undone."""
        return self._history

    @property
    def is_saved(self) -> bool:
        """Whether the file on disk holds the present state."""
        return self._saved_plan is self.plan

    @property
    def base(self) -> Plan | None:
        """What the file held when it was last read or written here: the common ancestor of a merge with it."""
        return self._base

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher` after every change, and return a function that ends it."""
        self._watchers.append(watcher)

        def unwatch() -> None:
            with suppress(ValueError):
                self._watchers.remove(watcher)

        return unwatch

    def do(self, edit: Edit) -> bool:
        """Make an edit, and say whether it changed anything.

        Raises:
            EditError: it cannot be made; nothing has changed.
        """
        if isinstance(edit, Offer):
            # Whoever asks for it, a pack goes out with the fingerprints of the files that it links.
            edit = handed_over(self.plan, edit.baton, edit.record, self._folder)
        return self.take_over(edit.apply(self.plan), edit.label)

    def take_over(self, plan: Plan, label: str) -> bool:
        """Take another state of the plan as one step, and say whether it differs from the present one.

        A change of owner in mid-phase is put on record in the same step, so that undoing takes both back.
        """
        before = self.plan
        if plan is before or plan == before:
            return False
        return self.go_back_to(with_owner_changes(before, plan, self._today), label)

    def go_back_to(self, plan: Plan, label: str) -> bool:
        """Take another state of the plan as one step and exactly as it is, and say whether it differs."""
        if plan is self.plan or plan == self.plan:
            return False
        self._write_down(plan)
        self._history.push(plan, label)
        self._tell()
        return True

    def join(self, result: Plan, theirs: Plan, file: PlanFile, label: str) -> None:
        """Take a plan joined with what somebody else saved to our file, as one step.

        Args:
            result: the joined plan.
            theirs: the plan in the file.
            file: the file as it is now, which the next save may replace.
            label: what Undo calls it.
        """
        if result != self.plan:
            self._history.push(result, label)
        self.file = file
        self._base = theirs
        self._saved_plan = self.plan if self.plan == theirs else None
        self._joined = True
        self._begin_journal(theirs)
        self._tell()

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        self._go(-1)

    def redo(self) -> None:
        """Make the last undone step again, if there is one."""
        self._go(1)

    def go_to(self, place: int) -> None:
        """Go to the state after `place` steps."""
        self._go(place - self._history.place)

    def set_today(self, today: date) -> None:
        """Look at the plan on another day."""
        if today != self._today:
            self._today = today
            self._tell()

    @property
    def _folder(self) -> Path | None:
        return self.file.path.parent if self.file is not None else None

    def look_at_files(self) -> None:
        """Look again at the local files that packs link, so that one that changed since it was handed over is told."""
        found = present_fingerprints(self.plan, self._folder)
        if found != self.snapshot.context.fingerprints:
            self.snapshot = analyse(self.plan, self._today, previous=self.snapshot, fingerprints=found)
            for watcher in tuple(self._watchers):
                watcher(self.snapshot)

    def save(self) -> None:
        """Save to the file that the plan has.

        Raises:
            SaveError: it could not be saved, and the journal keeps the edits.
            ValueError: the plan has no file yet.
        """
        if self.file is None:
            raise ValueError("the plan has no file yet")
        plan = self._with_reading()
        try:
            self._saved(self.file.written(plan, pinned=self._joined), plan)
        except NotFlushedError as error:
            self.file = PlanFile(self.file.path, error.digest)  # what is there now is ours, not somebody else's
            raise

    def save_as(self, path: Path) -> None:
        """Save to another file, which then is the plan's own.

        Raises:
            SaveError: it could not be saved.
        """
        plan = self._with_reading()
        self._saved(PlanFile.created(path, plan), plan)

    def close(self) -> None:
        """Let go of the plan; unsaved edits are given up."""
        self._watchers.clear()
        if self._journal is not None:
            self._journal.close()

    def _go(self, steps: int) -> None:
        before = self.plan
        plan = self._history.move(steps)
        if plan is not before:
            self._write_down(plan)
            self._tell()

    def _with_reading(self) -> Plan:
        """Return the plan to save: with today's ownership debt, and with the readings of saves that were undone."""
        known = self.plan.debt.updated(self._readings)
        plan = self.plan if known == self.plan.debt else self.plan.replace(debt=known)
        return with_debt(plan, self._today, len(self.snapshot.debt))

    def _saved(self, file: PlanFile, plan: Plan) -> None:
        """Take what was written as the present state, which is no step of its own."""
        self.file = file
        self._history.replace_last(plan)
        self._saved_plan = self._base = plan
        self._joined = False
        self._readings = plan.debt
        self._begin_journal()
        if self.snapshot.plan is not plan:
            self.snapshot = analyse(plan, self._today, previous=self.snapshot)
        for watcher in tuple(self._watchers):
            watcher(self.snapshot)

    def _tell(self) -> None:
        self.snapshot = analyse(self.plan, self._today, previous=self.snapshot)
        for watcher in tuple(self._watchers):
            watcher(self.snapshot)

    def _begin_journal(self, start: Plan | None = None) -> None:
        """Begin the journal anew from the present state, or from another with what leads from there to here."""
        self._written_down = start or self.plan
        if self._journal_folder is None:
            return
        path, digest = (self.file.path, self.file.digest) if self.file else (None, "")
        old = self._journal
        try:
            if old is None or start is not None:
                self._journal = Journal(self._journal_folder, self._written_down, path, digest)
            else:
                old.restart(self.plan, path, digest)
        except OSError as error:
            self._say_not_written(error)
        else:
            self.trouble = ""
        if start is not None:
            self._write_down(self.plan)
            # Only now: a crash between the two leaves both, and loses no edit.
            if old is not None and old is not self._journal and not self.trouble:
                old.close()

    def _write_down(self, after: Plan) -> None:
        """Put into the journal all that is not in it yet: after a failure that is more than the last edit."""
        if self._journal is None:
            return
        try:
            self._journal.append(changes_between(self._written_down, after))
        except OSError as error:
            self._say_not_written(error)
        else:
            self._written_down = after
            self.trouble = ""

    def _say_not_written(self, error: OSError) -> None:
        # The edit still counts on screen; the status bar says that only saving keeps it.
        _log.warning("the journal could not be written: %s", error)
        self.trouble = str(error)
