"""An inspector beside a plan that takes its edits, as the window does."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from launchplanner.plan.plan import Plan
from launchplanner.ui import theme
from launchplanner.ui.views import PartKey
from tests.ui.inspector.pane import Pane

Open = Callable[[Plan, Sequence[PartKey]], Pane]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> theme.Theme:
    """Begin with the light theme."""
    return theme.apply(qapp, "light")


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    """Return what opens an inspector on parts of a plan."""

    def open_on(plan: Plan, parts: Sequence[PartKey]) -> Pane:
        pane = Pane(plan, parts)
        qtbot.addWidget(pane.inspector)
        pane.inspector.resize(340, 700)
        with qtbot.waitExposed(pane.inspector):
            pane.inspector.show()
        return pane

    return open_on
