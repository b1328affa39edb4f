"""What commands may ask of their window."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from launchplanner.app.document import Document
from launchplanner.plan.edits import Edit
from launchplanner.ui.desk import Desk
from launchplanner.ui.views import PartKey
from launchplanner.ui.workspace import Workspace


class Host(Protocol):
    """A window, as its commands see it."""

    desk: Desk

    @property
    def document(self) -> Document | None:
        """The open launch, if any."""
        ...

    @property
    def workspace(self) -> Workspace | None:
        """The views of the open launch, if any."""
        ...

    def widget(self) -> QWidget:
        """Return the window, as the parent of dialogs."""
        ...

    def show_document(self, document: Document) -> None:
        """Show a launch: here if nothing is open, else in a window of its own."""
        ...

    def leave_document(self) -> bool:
        """Close the launch, after asking about unsaved edits; return whether it is closed."""
        ...

    def close_window(self) -> None:
        """Close the window."""
        ...

    def do(self, edit: Edit) -> bool:
        """Make an edit; a refusal is said in the notice bar. Return whether it was made."""
        ...

    def select(self, parts: Sequence[PartKey]) -> None:
        """Select parts everywhere."""
        ...

    def say(
        self, message: str, tone: str = "neutral", action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say something in the notice bar."""
        ...

    def open_palette(self) -> None:
        """Open the palette of actions and parts."""
        ...

    def show_shortcuts(self) -> None:
        """Show the page of shortcuts."""
        ...
