"""The pane at the right: what is selected, to read and to edit; the launch itself when nothing is."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Record
from launchplanner.plan.plan import BATON, LAUNCH, PERSON, PHASE, ROLE, TABLE_OF_KIND, TASK, TEAM
from launchplanner.ui.inspector.baton_page import BatonPage
from launchplanner.ui.inspector.launch_page import LaunchPage
from launchplanner.ui.inspector.page import Page
from launchplanner.ui.inspector.person_page import PersonPage
from launchplanner.ui.inspector.phase_page import PhasePage
from launchplanner.ui.inspector.role_page import RolePage
from launchplanner.ui.inspector.several_page import SeveralPage
from launchplanner.ui.inspector.task_page import TaskPage
from launchplanner.ui.inspector.team_page import TeamPage
from launchplanner.ui.kit.surfaces import rows
from launchplanner.ui.views import PartKey
from launchplanner.words import _

NARROWEST: Final = 300
WIDEST: Final = 420
_USUAL: Final = 340
_SEVERAL: Final = "several"


class Inspector(QFrame):
    """Shows a page for each kind of part. A page is made when it is first needed, and kept."""

    edit_asked = Signal(object)
    select_asked = Signal(object)
    export_asked = Signal(str)

    def __init__(self, recorded: Callable[[str], Record]) -> None:
        """Make an empty pane.

        Args:
            recorded: gives the record of a step that the person with this id makes now, on this device.
        """
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(_("Inspector"))
        self.setProperty("surface", "panel")
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self._recorded = recorded
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._selection: tuple[PartKey, ...] | None = None
        self._snapshot: Snapshot | None = None
        rows(self).addWidget(self._stack)

    def show_snapshot(self, snapshot: Snapshot, selection: Sequence[PartKey]) -> None:
        """Show what is selected as it is in a snapshot.

        What was still being typed about another part is asked for first.
        """
        self._snapshot = snapshot
        if self._selection is not None and tuple(selection) != self._selection:
            self.finish()
        if self._snapshot is not snapshot:
            return  # that edit was made, and what follows from it is shown already
        self._selection = tuple(selection)
        there = [part for part in dict.fromkeys(selection) if part[1] in getattr(snapshot.plan, TABLE_OF_KIND[part[0]])]
        page = self._page(_kind(there))
        page.show_parts(snapshot, there)
        self._stack.setCurrentWidget(page)

    def edit_first(self) -> None:
        """Go to the first field, a title with its text selected."""
        page = self.page()
        if page is not None:
            page.focus_first()

    def finish(self) -> None:
        """Ask for what is still being typed: before saving, and before something else is shown."""
        page = self.page()
        if page is not None:
            page.commit_typed()

    def page(self) -> Page | None:
        """Return the page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(_USUAL, 600)

    def _page(self, kind: str) -> Page:
        if kind not in self._pages:
            page = self._made(kind)
            page.edit_asked.connect(self.edit_asked)
            page.select_asked.connect(self.select_asked)
            page.export_asked.connect(self.export_asked)
            self._pages[kind] = page
            self._stack.addWidget(page)
        return self._pages[kind]

    def _made(self, kind: str) -> Page:
        makers: dict[str, Callable[[], Page]] = {
            TASK: TaskPage,
            BATON: lambda: BatonPage(self._recorded),
            PHASE: PhasePage,
            PERSON: PersonPage,
            ROLE: RolePage,
            TEAM: TeamPage,
            _SEVERAL: SeveralPage,
        }
        return makers.get(kind, LaunchPage)()


def _kind(parts: Sequence[PartKey]) -> str:
    if len(parts) > 1:
        return _SEVERAL
    return parts[0][0] if parts else LAUNCH
