"""Every icon is drawn, tinted, and of the one family."""

import re

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAction, QColor, QIcon
from pytestqt.qtbot import QtBot

from launchplanner.ui import kit, theme
from launchplanner.ui.theme import DARK, LIGHT
from launchplanner.words.resources import resource_folder
from tests.ui.kit.pictures import Picture

WANTED = {
    "new", "open", "import", "export", "save", "undo", "redo", "search", "baton", "settings", "help",
    "star", "tray", "plus", "close", "chevron-right", "chevron-down", "chevron-up", "check", "warning",
    "error", "info", "note", "calendar", "person", "people", "task", "phase", "link", "flag", "zoom-in",
    "zoom-out", "fit", "today", "sun", "moon", "sidebar", "more", "trash", "pencil", "lock", "clock",
    "filter", "list", "timeline", "copy",
}  # fmt: skip


def near(seen: QColor, colour: str) -> bool:
    # The stroke covers most of the point, so its colour comes back rounded.
    wanted = QColor(colour)
    pairs = ((seen.red(), wanted.red()), (seen.green(), wanted.green()), (seen.blue(), wanted.blue()))
    return seen.alpha() > 0 and all(abs(one - other) <= 2 for one, other in pairs)


def test_all_icons_that_the_views_ask_for_are_there() -> None:
    assert set(kit.icon_names()) >= WANTED


@pytest.mark.parametrize("name", kit.icon_names())
def test_an_icon_is_drawn_in_the_colour_asked_for_and_inside_its_square(name: str) -> None:
    picture = Picture(32, 32, lambda painter: kit.paint_icon(painter, QRectF(4, 4, 24, 24), name, "#C8321F"))

    assert "#C8321F" in picture.colours()
    edge = [picture.at(x, y) for x in range(32) for y in range(32) if not (3 < x < 29 and 3 < y < 29)]
    assert set(edge) == {"#FFFFFF"}


@pytest.mark.parametrize("name", kit.icon_names())
def test_an_icon_belongs_to_the_family(name: str) -> None:
    source = (resource_folder() / "icons" / f"{name}.svg").read_text()

    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke="currentColor" stroke-width="1.75" stroke-linecap="round"' in source
    assert not re.findall("#[0-9A-Fa-f]{3,6}|<script|href", source)


@pytest.mark.parametrize("scale", [1, 1.5, 2])
def test_a_picture_is_as_sharp_as_its_screen(scale: float, qtbot: QtBot) -> None:
    made = kit.pixmap("baton", LIGHT.ink, 16, scale)

    assert made.size() == QSize(16, 16) * scale
    assert made.devicePixelRatio() == scale
    assert made.cacheKey() == kit.pixmap("baton", LIGHT.ink, 16, scale).cacheKey()


def test_an_icon_that_is_switched_off_is_faint() -> None:
    made = kit.icon("plus", LIGHT)
    off = made.pixmap(QSize(20, 20), 1, QIcon.Mode.Disabled).toImage().pixelColor(10, 8)

    assert near(off, LIGHT.faint)


def test_an_action_follows_the_theme_until_it_ends(look: theme.Theme, qtbot: QtBot) -> None:
    action = QAction("Add")
    kit.set_icon(action, "close")
    kit.set_icon(action, "plus")
    look.choose("dark")
    shown = action.icon().pixmap(QSize(20, 20), 1).toImage()
    action.deleteLater()
    with qtbot.waitSignal(action.destroyed):
        pass
    look.choose("light")

    assert near(shown.pixelColor(10, 8), DARK.ink)


def test_an_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        kit.icon("unicorn", LIGHT)
