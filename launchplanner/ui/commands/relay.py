"""The relay: one baton's page, the run sheet of a live handover, and what waits for whoever sits here."""

from functools import partial

from launchplanner.app.document import Document
from launchplanner.app.recording import recorded
from launchplanner.plan.edits import Edit, EditError
from launchplanner.plan.plan import BATON
from launchplanner.ui.commands.exchange import ExchangeCommands
from launchplanner.ui.commands.host import Host
from launchplanner.ui.dialogs.waiting import WaitingDialog
from launchplanner.ui.relay.run_sheet import RunSheet
from launchplanner.ui.relay.sheet_state import SheetState
from launchplanner.ui.workspace import Workspace


class RelayCommands:
    """What leads to batons, and what is done with them in a room full of people."""

    def __init__(self, host: Host, exchange: ExchangeCommands) -> None:
        self._host = host
        self._exchange = exchange
        self._states: dict[str, SheetState] = {}
        self.sheet: RunSheet | None = None

    def attend(self, workspace: Workspace) -> None:
        """Serve the pages of a launch that has just been opened."""
        self._states = {}
        workspace.room.sheet_asked.connect(self.run_sheet)
        workspace.room.send_asked.connect(self.send)
        workspace.room.who_asked.connect(self.show_waiting)
        workspace.destroyed.connect(self.close_sheet)
        workspace.room.show_me(self.me())

    def me(self) -> str:
        """Return the id of the person who is known to sit here, in the open launch; "" for nobody known."""
        document, name = self._host.document, self._host.desk.settings.settings.me
        if document is None or not name.strip():
            return ""
        return document.snapshot.lookup.directory.person(name) or ""

    def baton(self) -> str:
        """Return the id of the baton whose page is open, or of the one that is selected; "" for none."""
        workspace = self._host.workspace
        if workspace is None:
            return ""
        selected = [key for kind, key in workspace.selection if kind == BATON]
        return workspace.open_baton or (selected[0] if len(selected) == 1 else "")

    def open_baton(self) -> None:
        """Open the page of the selected baton."""
        workspace = self._host.workspace
        if workspace is not None:
            workspace.show_baton(self.baton())

    def on_page(self) -> tuple[str, ...]:
        """Return the baton whose page is open as what a checklist is asked for; nothing while a view is shown."""
        workspace = self._host.workspace
        return (workspace.open_baton,) if workspace is not None and workspace.open_baton else ()

    def show_waiting(self) -> None:
        """Show what waits for whoever sits here, and go to what is chosen."""
        document, workspace = self._host.document, self._host.workspace
        if document is None or workspace is None:
            return
        workspace.finish_typing()
        dialog = WaitingDialog(self._host.widget(), document.snapshot, self.me())
        dialog.exec()
        if dialog.me != self.me():
            name = document.plan.people[dialog.me].name if dialog.me else ""
            self._host.desk.settings.change(self._host.desk.settings.settings.replace(me=name))
            workspace.room.show_me(dialog.me)
        if dialog.chosen is not None:
            self._go_to(workspace, *dialog.chosen)

    def send(self) -> None:
        """Send the selected baton to the other side by file."""
        self._exchange.send(self.baton(), self.me())

    def run_sheet(self) -> None:
        """Open the run sheet of the selected baton over the whole screen."""
        document, workspace, key = self._host.document, self._host.workspace, self.baton()
        if document is None or workspace is None or not key or self.sheet is not None:
            return
        workspace.finish_typing()
        sheet = RunSheet(recorded, self._states.setdefault(key, SheetState()))
        unwatch = document.watch(sheet.show_snapshot)
        sheet.edit_asked.connect(partial(_do, document, sheet))
        sheet.left.connect(unwatch)
        sheet.left.connect(self._forget_sheet)
        self.sheet = sheet
        sheet.open_on(document.snapshot, key)
        sheet.setGeometry(self._host.widget().screen().geometry())
        sheet.showFullScreen()

    def close_sheet(self) -> None:
        """Close the run sheet, if one is open."""
        if self.sheet is not None:
            self.sheet.close()

    def _forget_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None
            self._host.widget().activateWindow()

    def _go_to(self, workspace: Workspace, kind: str, key: str) -> None:
        if kind == BATON:
            workspace.show_baton(key)
        else:
            workspace.leave_baton()
            self._host.select(((kind, key),))
            workspace.show_inspector()


def _do(document: Document, sheet: RunSheet, edit: Edit) -> None:
    try:
        document.do(edit)
    except EditError as error:
        sheet.show_trouble(str(error))
