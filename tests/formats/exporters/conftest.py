"""A PDF needs a Qt application; made here, it is the one that the tests of the window use, too."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> QApplication:
    return qapp
