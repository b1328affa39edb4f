"""What all windows share: the settings, the look, and which plans are open."""

import logging
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from launchplanner.app.backups import set_aside
from launchplanner.app.document import Document
from launchplanner.app.files import PlanFile, known_file, opened
from launchplanner.app.paths import journal_folder
from launchplanner.app.settings import Recent, SettingsFile
from launchplanner.plan.plan import Plan
from launchplanner.store.journal import Leftover
from launchplanner.store.saving import digest
from launchplanner.ui.theme.theme import Choice, Theme
from launchplanner.words import _

_log = logging.getLogger(__name__)
_MINUTE = 60_000
_DISK = 5_000

Clock = Callable[[], date]


def this_day() -> date:
    """Return today, where this machine is."""
    return datetime.now().astimezone().date()


class Desk(QObject):
    """Settings, look and day for every window; makes documents."""

    day_changed = Signal()
    disk_due = Signal()
    """It is time to look at what became of the files of open plans."""

    def __init__(self, theme: Theme, settings: SettingsFile, clock: Clock = this_day) -> None:
        super().__init__()
        self.theme = theme
        self.settings = settings
        self._clock = clock
        self._day = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE)
        self._timer.timeout.connect(self._look_at_clock)
        self._timer.start()
        self._disk_timer = QTimer(self)
        self._disk_timer.setInterval(_DISK)
        self._disk_timer.timeout.connect(self.disk_due)
        self._disk_timer.start()

    @property
    def today(self) -> date:
        """The day that plans are looked at on."""
        return self._clock()

    def sample(self, path: Path, day: date) -> Document:
        """Return the sample as a plan of one's own that has no file yet, looked at on the day it was made for.

        Raises:
            Refusal: the program is not installed whole.
        """
        plan, _file = opened(path)
        return Document(plan, day, journal_folder=journal_folder())

    def opened(self, path: Path) -> Document:
        """Return the plan in a file as an open document.

        Raises:
            Refusal: it cannot be read.
        """
        plan, file = opened(path)
        document = Document(plan, self.today, file=file, journal_folder=journal_folder())
        self.remember(document)
        return document

    def made(self, plan: Plan) -> Document:
        """Return a plan that has no file yet as an open document."""
        return Document(plan, self.today, journal_folder=journal_folder())

    def recovered(self, leftover: Leftover) -> Document:
        """Return what a journal holds as an open document with unsaved edits.

        Raises:
            pydantic.ValidationError: the journal is damaged.
        """
        plan = leftover.started()
        document = Document(plan, self.today, file=known_file(leftover), journal_folder=journal_folder())
        document.take_over(leftover.replayed(plan), _("Bring back the edits"))
        return document

    def rescued(self, path: Path, plan: Plan) -> Document:
        """Return an earlier version of a plan, unsaved, for the damaged file of that plan.

        Raises:
            OSError: the file could not be kept under another name.
        """
        set_aside(path)
        document = Document(plan, self.today, journal_folder=journal_folder())
        document.file = PlanFile(path.resolve(), digest(path.read_bytes()))
        return document

    def remember(self, document: Document) -> None:
        """Put a document first among the recent launches."""
        if document.file is None:
            return
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        entry = Recent(path=str(document.file.path), title=document.plan.title, edited=now)
        self.settings.change(self.settings.settings.with_recent(entry))

    def choose_theme(self, choice: Choice) -> None:
        """Change the look of all windows, and remember it."""
        self.theme.choose(choice)
        self.settings.change(self.settings.settings.replace(theme=choice))

    def _look_at_clock(self) -> None:
        if self._day != self._clock():
            self._day = self._clock()
            self.day_changed.emit()
