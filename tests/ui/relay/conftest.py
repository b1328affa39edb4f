"""The real window on a launch in its sixth week, with the baton of the story open."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from launchplanner.app.settings import SettingsFile
from launchplanner.plan.plan import Plan
from launchplanner.ui.commands import files
from launchplanner.ui.desk import Desk
from launchplanner.ui.main_window import MainWindow
from launchplanner.ui.theme import theme
from tests.ui.relay.seat import TODAY, Seat

Sit = Callable[..., Seat]


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Sit]:
    """Return what opens a window on a plan, as one more person with a program of their own."""
    monkeypatch.setattr(files, "ask", _drop)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    seats: list[Seat] = []

    def sit_down(plan: Plan, me: str = "", *, size: tuple[int, int] = (1440, 900)) -> Seat:
        look = theme.apply(app, "light")
        desk = Desk(look, SettingsFile(tmp_path / f"settings-{len(seats)}.json"), lambda: TODAY)
        desk.settings.change(desk.settings.settings.replace(me=me))
        window = MainWindow(desk)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show_document(desk.made(plan))
        seat = Seat(window, qtbot)
        seats.append(seat)
        seat.come_forward()
        return seat

    yield sit_down
    for seat in seats:
        seat.window.close()
        seat.window.desk.deleteLater()


def _drop(*_words: object) -> str:
    return "drop"
