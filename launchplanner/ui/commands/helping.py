"""The guide, the handbook, the shortcuts, and what this program is."""

from launchplanner.ui.commands.host import Host
from launchplanner.ui.dialogs.about import show_about
from launchplanner.ui.dialogs.help import show_guide, show_handbook


class HelpCommands:
    """What explains the program."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def guide(self) -> None:
        """Open the user's guide."""
        show_guide(self._host.widget())

    def handbook(self, rule: str = "") -> None:
        """Open the handbook of rules, at one of them if it is named."""
        show_handbook(self._host.widget(), rule)

    def shortcuts(self) -> None:
        """Show every shortcut."""
        self._host.show_shortcuts()

    def about(self) -> None:
        """Say which version this is and whose work it stands on."""
        show_about(self._host.widget())
