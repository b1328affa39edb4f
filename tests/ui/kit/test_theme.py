"""Choosing light and dark, live; the style sheet and its pictures; type."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from launchplanner.ui import kit, theme
from launchplanner.ui.theme import DARK, LIGHT, Tokens
from launchplanner.ui.theme.sheet import style_sheet
from launchplanner.words.resources import resource_folder

MODES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.mode)


def test_there_is_one_theme_and_every_widget_finds_it(look: theme.Theme, qapp: QApplication, qtbot: QtBot) -> None:
    widget = QLabel()
    qtbot.addWidget(widget)

    assert theme.of(widget) is look
    assert theme.apply(qapp, "dark") is look
    assert theme.tokens_of(widget) is DARK


def test_choosing_dark_changes_palette_and_sheet_at_once(look: theme.Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.choose("dark")

    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.ground
    assert DARK.panel in qapp.styleSheet()


def test_one_window_wears_another_look_than_the_rest(look: theme.Theme, qtbot: QtBot) -> None:
    window = kit.surface()
    inside = QLabel(parent=window)
    other = QLabel()
    for widget in (window, other):
        qtbot.addWidget(widget)

    theme.wear(window, "dark")

    assert (theme.tokens_of(inside), theme.tokens_of(other)) == (DARK, LIGHT)
    assert DARK.panel in window.styleSheet()
    theme.wear(window, "light")
    assert theme.tokens_of(inside) is LIGHT


def test_a_widget_that_is_shown_is_painted_anew(look: theme.Theme, qtbot: QtBot) -> None:
    pill = kit.Pill("2 errors", "error")
    qtbot.addWidget(pill)
    tints: list[str] = []
    for choice in ("light", "dark", "light"):
        look.choose(choice)
        tints.append(pill.grab().toImage().pixelColor(5, 10).name().upper())

    assert tints == [LIGHT.error.tint, DARK.error.tint, LIGHT.error.tint]


def test_a_label_of_qts_own_takes_the_tone_of_the_new_theme(look: theme.Theme, qtbot: QtBot) -> None:
    shown = kit.label("no owner", "error")
    qtbot.addWidget(shown)
    shown.show()
    colours: list[str] = []
    for choice in ("light", "dark"):
        look.choose(choice)
        colours.append(shown.palette().color(QPalette.ColorRole.WindowText).name().upper())

    assert colours == [LIGHT.error.text, DARK.error.text]


def test_the_system_is_followed_only_when_it_says_something(look: theme.Theme) -> None:
    look.choose("system")

    # The offscreen platform does not say: Unknown means light.
    hints = QApplication.styleHints()
    expected = DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    assert look.choice == "system"
    assert look.tokens is expected


@MODES
def test_the_style_sheet_is_whole(tokens: Tokens) -> None:
    sheet = style_sheet(tokens)

    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    for path in re.findall(r'url\("(.*?)"\)', sheet):
        assert Path(path).is_file(), path


@MODES
def test_pictures_of_the_style_sheet_have_the_colours_of_their_mode(tokens: Tokens) -> None:
    folder = resource_folder() / "icons" / "styled" / tokens.mode
    allowed = {tokens.on_ink, tokens.muted, tokens.ink}
    used = {colour for file in folder.glob("*.svg") for colour in re.findall("#[0-9A-F]{6}", file.read_text())}

    assert used == allowed


def test_the_text_is_set_in_inter(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert qapp.font().pixelSize() == 13


def test_semibold_is_a_cut_of_its_own() -> None:
    widths = [QFontMetricsF(theme.sized(13, weight)).horizontalAdvance("Product to market") for weight in (400, 600)]

    assert widths[0] < widths[1]


def test_tabular_figures_have_one_width() -> None:
    plain, columns = theme.font("body"), theme.font("body", figures=True)

    def width(text: str, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(text)

    assert width("1111", plain) < width("8888", plain)
    assert width("1111", columns) == width("8888", columns)


def test_fields_and_buttons_are_large_enough_to_hit(qtbot: QtBot) -> None:
    field = QLineEdit()
    small = kit.button("Jonas owns it", size="small")
    chip = kit.Chip("Late", 2)
    closing = kit.icon_button("close", "Close", size="small")
    for widget in (field, small, chip, closing):
        qtbot.addWidget(widget)
        assert min(widget.sizeHint().height(), widget.sizeHint().width()) >= 24
