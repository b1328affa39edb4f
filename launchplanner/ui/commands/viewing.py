"""What is looked at, and how."""

from launchplanner.ui.commands.host import Host
from launchplanner.ui.theme.theme import Choice


class ViewCommands:
    """What changes the view and not the plan."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def palette(self) -> None:
        """Open the palette: every part and every action by a bit of its name."""
        self._host.open_palette()

    def zoom(self, steps: int) -> None:
        """Draw the days wider (positive) or narrower."""
        if self._host.workspace is not None:
            self._host.workspace.zoom(steps)

    def fit(self) -> None:
        """Let the whole clock fill the width."""
        if self._host.workspace is not None:
            self._host.workspace.fit()

    def go_to_today(self) -> None:
        """Bring today into view."""
        if self._host.workspace is not None:
            self._host.workspace.go_to_today()

    def collapse(self) -> None:
        """Close all phases."""
        if self._host.workspace is not None:
            self._host.workspace.set_phases_open(open_=False)

    def expand(self) -> None:
        """Open all phases."""
        if self._host.workspace is not None:
            self._host.workspace.set_phases_open(open_=True)

    def show_view(self, key: str) -> None:
        """Show one of the views."""
        if self._host.workspace is not None:
            self._host.workspace.show_view(key)

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        if self._host.workspace is not None:
            self._host.workspace.toggle_inspector()

    def toggle_problems(self) -> None:
        """Show or hide the list of problems."""
        if self._host.workspace is not None:
            self._host.workspace.toggle_problems()

    def next_problem(self, step: int) -> None:
        """Go to the next problem and select its part."""
        if self._host.workspace is not None:
            self._host.workspace.next_problem(step)

    def show_launch(self) -> None:
        """Show the launch's own fields in the inspector."""
        self._host.select(())
        if self._host.workspace is not None:
            self._host.workspace.show_inspector()

    def theme(self, choice: Choice) -> None:
        """Change the look."""
        self._host.desk.choose_theme(choice)
