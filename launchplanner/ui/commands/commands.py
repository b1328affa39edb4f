"""The commands of one window."""

from launchplanner.app.document import Document
from launchplanner.ui.commands.editing import EditCommands
from launchplanner.ui.commands.exchange import ExchangeCommands
from launchplanner.ui.commands.files import FileCommands
from launchplanner.ui.commands.helping import HelpCommands
from launchplanner.ui.commands.host import Host
from launchplanner.ui.commands.keeping import KeepCommands
from launchplanner.ui.commands.relay import RelayCommands
from launchplanner.ui.commands.timing import TimeCommands
from launchplanner.ui.commands.viewing import ViewCommands
from launchplanner.ui.views import PartKey


class Commands:
    """All that can be done in a window, by noun."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.exchange = ExchangeCommands(host)
        self.keeping = KeepCommands(host)
        self.files = FileCommands(host, self.exchange.open_path, self.keeping.join_saved)
        self.editing = EditCommands(host)
        self.timing = TimeCommands(host)
        self.viewing = ViewCommands(host)
        self.helping = HelpCommands(host)
        self.relay = RelayCommands(host, self.exchange)

    @property
    def document(self) -> Document | None:
        """The open launch, if any."""
        return self._host.document

    @property
    def selection(self) -> tuple[PartKey, ...]:
        """What is selected."""
        workspace = self._host.workspace
        return workspace.selection if workspace is not None else ()

    def selected(self, *kinds: str) -> tuple[str, ...]:
        """Return the ids of the selected parts of some kinds."""
        return tuple(key for kind, key in self.selection if kind in kinds)
