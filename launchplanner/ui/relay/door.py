"""The way from the inspector to the whole page of a baton."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from launchplanner.plan.plan import BATON
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.labels import ElidedLabel
from launchplanner.ui.kit.surfaces import columns
from launchplanner.ui.views import PartKey
from launchplanner.words import _


class Door(QFrame):
    """One line below the inspector while a baton is selected, and hidden otherwise."""

    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("baton-door")
        self.setProperty("surface", "footer")
        row = columns(self, spacing=8)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(ElidedLabel(_("The whole pass on one page"), "caption"), 1)
        row.addWidget(button(_("Open"), size="small", hint="Ctrl B", name="baton-open", on_click=self.open_asked.emit))
        self.hide()

    def show_parts(self, parts: Sequence[PartKey]) -> None:
        """Be there while one baton is selected."""
        self.setVisible(len(parts) == 1 and parts[0][0] == BATON)
