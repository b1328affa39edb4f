"""The relay: one baton's page."""

from launchplanner.plan.plan import BATON
from launchplanner.ui.commands.host import Host


class RelayCommands:
    """What leads to batons."""

    def __init__(self, host: Host) -> None:
        self._host = host

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
