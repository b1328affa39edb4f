"""A real window on a day of its own, and ways to work its dialogs as a person would."""

from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from launchplanner.app.settings import SettingsFile
from launchplanner.ui.commands import files
from launchplanner.ui.desk import Desk
from launchplanner.ui.main_window import MainWindow
from launchplanner.ui.theme import theme

TODAY = date(2027, 1, 4)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[MainWindow]:
    """Return a window with the start screen, seen on a Monday in January 2027."""
    # The window is closed at the end of each test with edits that nobody saved, and nobody is there to be asked.
    monkeypatch.setattr(files, "ask", _drop)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk(theme.apply(app, "light"), SettingsFile(tmp_path / "settings.json"), lambda: TODAY)
    made = MainWindow(desk)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    with qtbot.waitActive(made):
        pass
    yield made
    made.close()
    desk.deleteLater()


@pytest.fixture
def in_dialog(qtbot: QtBot) -> Callable[[Callable[[], object], Callable[[QDialog], None]], None]:
    """Return a way to start something that opens a dialog, and to work in the dialog while it waits."""

    def work(start: Callable[[], object], inside: Callable[[QDialog], None]) -> None:
        failures: list[BaseException] = []
        met: list[QDialog] = []

        def enter() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            timer.stop()
            met.append(dialog)
            try:
                inside(dialog)
            except BaseException as error:
                failures.append(error)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        timer = QTimer()
        timer.setInterval(0)
        timer.timeout.connect(enter)
        timer.start()
        start()
        timer.stop()
        # A window manager gives the focus back to the window below; offscreen there is none.
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if failures:
            raise failures[0]
        assert met, "no dialog opened"

    return work


@pytest.fixture
def chosen_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return a way to say which file the system's dialog would give."""

    def choose(path: Path) -> None:
        def answer(*_words: object) -> tuple[str, str]:
            return str(path), ""

        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, name, answer)

    return choose


def _drop(*_words: object) -> str:
    return "drop"
