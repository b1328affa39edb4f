"""The window: lays out the parts and connects them. What it shows is decided below it, what it does in `commands`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QEvent, QMimeData
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from launchplanner.app.document import Document
from launchplanner.checks import Finding
from launchplanner.plan.edits import Edit, EditError
from launchplanner.ui.actions import actions
from launchplanner.ui.commands import Commands
from launchplanner.ui.desk import Desk
from launchplanner.ui.dialogs.recovery import ask_recovery
from launchplanner.ui.dialogs.waive import ask_waiver
from launchplanner.ui.kit.notices import NoticeBar
from launchplanner.ui.kit.surfaces import rows
from launchplanner.ui.menus import Menus
from launchplanner.ui.palette.palette import Palette
from launchplanner.ui.shortcuts import show_shortcuts
from launchplanner.ui.start.screen import StartScreen
from launchplanner.ui.views import PartKey
from launchplanner.ui.workspace import Workspace
from launchplanner.words import _

if TYPE_CHECKING:
    from launchplanner.ui.theme.tokens import Tone

SMALLEST = (860, 560)
USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """A window with the start screen, or with one open launch."""

    def __init__(self, desk: Desk, path: Path | None = None) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.desk = desk
        self._document: Document | None = None
        self._unwatch: Callable[[], None] = lambda: None
        self._others: list[MainWindow] = []
        self._workspace: Workspace | None = None
        self.commands = Commands(self)
        self.start = StartScreen(desk.settings, lambda: desk.today)
        self.notice = NoticeBar()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        centre = QWidget()
        column = rows(centre)
        column.addWidget(self._pages, 1)
        column.addWidget(self.notice)
        self.setCentralWidget(centre)
        self.menus = Menus(self, self.commands, actions(), self._pages)
        self._connect_start()
        self.desk.day_changed.connect(self._show_day)
        self.desk.disk_due.connect(self.commands.keeping.look_at_disk)
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self._restore_shape()
        self._show_title()
        if path is not None:
            self.commands.files.open_path(path)

    @property
    def document(self) -> Document | None:
        """The open launch, if any."""
        return self._document

    @property
    def workspace(self) -> Workspace | None:
        """The views of the open launch, if any."""
        return self._workspace

    def widget(self) -> QWidget:
        """Return the window, as the parent of dialogs."""
        return self

    def show_document(self, document: Document) -> None:
        """Show a launch: here if nothing is open, else in a window of its own."""
        if self._document is not None:
            other = MainWindow(self.desk)
            self._others.append(other)
            other.show_document(document)
            other.show()
            return
        self._document = document
        self._workspace = self._made_workspace()
        self._pages.addWidget(self._workspace)
        self._pages.setCurrentWidget(self._workspace)
        self._unwatch = document.watch(lambda _snapshot: self._show())
        self.notice.hide()
        self._show()
        self._workspace.show_view("timeline")
        self.commands.keeping.enter()

    def leave_document(self) -> bool:
        """Close the launch, after asking about unsaved edits; return whether it is closed."""
        if self._document is None:
            return True
        if not self.commands.files.ask_about_unsaved():
            return False
        self._unwatch()
        self._document.close()
        self.commands.keeping.leave()
        self._document = None
        if self._workspace is not None:
            self._pages.removeWidget(self._workspace)
            self._workspace.deleteLater()
            self._workspace = None
        self.start.refresh()
        self._show_title()
        self.menus.refresh()
        return True

    def close_window(self) -> None:
        """Close the window."""
        self.close()

    def do(self, edit: Edit) -> bool:
        """Make an edit; a refusal is said in the notice bar. Return whether it was made."""
        if self._document is None:
            return False
        try:
            return self._document.do(edit)
        except EditError as error:
            self.say(str(error), "warning")
            self._show()
            return False

    def select(self, parts: Sequence[PartKey]) -> None:
        """Select parts everywhere."""
        if self._workspace is not None:
            self._workspace.select(parts)

    def say(
        self, message: str, tone: str = "neutral", action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say something in the notice bar."""
        self.notice.say(message, cast("Tone", tone), action=action, do=do)

    def open_palette(self) -> None:
        """Open the palette of actions and parts."""
        snapshot = self._document.snapshot if self._document is not None else None
        palette = Palette(self, self.commands, actions(), snapshot)
        palette.part_chosen.connect(self._select_one)
        palette.open_over(self)

    def show_shortcuts(self) -> None:
        """Show the page of shortcuts."""
        show_shortcuts(self, actions())

    def offer_recovery(self) -> None:
        """Offer the edits of a session that ended without saving."""
        document = ask_recovery(self, self.desk)
        if document is not None:
            self.show_document(document)

    def changeEvent(self, event: QEvent) -> None:
        """Look at the plan's file when somebody comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.commands.keeping.look_at_disk(thorough=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved edits, and remember the window's shape."""
        if not self.leave_document():
            event.ignore()
            return
        shape = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.desk.settings.change(self.desk.settings.settings.replace(geometry=shape))
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a file be dropped anywhere."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import the dropped file."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.commands.files.open_path(path)

    def _select_one(self, part: PartKey) -> None:
        self.select((part,))

    def _made_workspace(self) -> Workspace:
        workspace = Workspace()
        workspace.edit_asked.connect(self.do)
        workspace.export_asked.connect(self.commands.files.export)
        workspace.search_asked.connect(self.open_palette)
        workspace.handbook_asked.connect(self.commands.helping.handbook)
        workspace.task_asked.connect(self.commands.editing.add_task)
        workspace.baton_asked.connect(self.commands.editing.add_baton)
        workspace.person_asked.connect(self.commands.editing.add_person)
        workspace.waive_asked.connect(self._waive)
        workspace.selected.connect(self.menus.refresh)
        self.commands.relay.attend(workspace)
        return workspace

    def _waive(self, finding: Finding) -> None:
        settings = self.desk.settings
        edit = ask_waiver(self, finding, settings.settings.me, self.desk.today)
        if edit is not None:
            settings.change(settings.settings.replace(me=edit.by or settings.settings.me))
            self.do(edit)

    def _show(self) -> None:
        if self._document is not None and self._workspace is not None:
            self._workspace.show_snapshot(
                self._document.snapshot, is_saved=self._document.is_saved, trouble=self._document.trouble
            )
        self._show_title()
        self.menus.refresh()

    def _show_title(self) -> None:
        title = self._document.plan.title if self._document is not None else _("Start")
        self.setWindowTitle(f"{title}[*] – launchplanner")
        self.setWindowModified(self._document is not None and not self._document.is_saved)
        file = self._document.file if self._document is not None else None
        self.setWindowFilePath(str(file.path) if file is not None else "")

    def _show_day(self) -> None:
        if self._document is not None:
            self._document.set_today(self.desk.today)

    def _connect_start(self) -> None:
        files = self.commands.files
        self.start.new_asked.connect(files.new)
        self.start.open_asked.connect(files.open)
        self.start.import_asked.connect(files.bring_in)
        self.start.sample_asked.connect(files.open_sample)
        self.start.baton_asked.connect(self.commands.exchange.open)
        self.start.guide_asked.connect(self.commands.helping.guide)
        self.start.recent_asked.connect(files.open_recent)

    def _restore_shape(self) -> None:
        self.resize(*USUAL)
        shape = self.desk.settings.settings.geometry
        if shape:
            self.restoreGeometry(QByteArray.fromBase64(shape.encode("ascii")))


def _dropped(data: QMimeData) -> Path | None:
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
