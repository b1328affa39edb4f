"""Every test of the kit begins with the light theme."""

import pytest
from PySide6.QtWidgets import QApplication

from launchplanner.ui import theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> theme.Theme:
    """Return the theme in use."""
    return theme.apply(qapp, "light")
