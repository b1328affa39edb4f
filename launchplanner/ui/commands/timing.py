"""Baselines, public holidays, and how the dates look."""

from launchplanner.ui.commands.host import Host
from launchplanner.ui.dialogs.baselines import ask_baselines
from launchplanner.ui.dialogs.holidays import ask_holidays
from launchplanner.ui.dialogs.outlook import show_outlook


class TimeCommands:
    """What is asked of the plan's dates."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def baselines(self) -> None:
        """Keep the plan as it stands, or see what has slipped since it was kept."""
        document = self._host.document
        if document is not None:
            edit = ask_baselines(self._host.widget(), document.snapshot, self._host.desk.settings.settings.me)
            if edit is not None:
                self._host.do(edit)

    def holidays(self) -> None:
        """Take public holidays off."""
        document = self._host.document
        if document is not None:
            edit = ask_holidays(self._host.widget(), document.plan)
            if edit is not None:
                self._host.do(edit)

    def outlook(self) -> None:
        """Show forecast, cost of late batons and chance."""
        document = self._host.document
        if document is not None:
            show_outlook(self._host.widget(), document.snapshot)
