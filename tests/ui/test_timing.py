"""Baselines, public holidays and the outlook, worked as a person would."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPushButton

from launchplanner.formats.templates import template
from launchplanner.plan.edits import Place
from launchplanner.plan.templates import new_plan
from launchplanner.ui.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.test_story import child, click, document

InDialog = Callable[[Callable[[], object], Callable[[QDialog], None]], None]


def opened(window: MainWindow) -> MainWindow:
    chosen = template("twelve-week-clock")
    assert chosen is not None
    plan = new_plan(chosen, title="Clock", launch_day=TODAY.replace(month=3, day=30), people={"Ana": ["pm"]})
    window.show_document(window.desk.made(plan))
    return window


def test_a_baseline_is_kept_and_says_what_slipped(window: MainWindow, in_dialog: InDialog) -> None:
    opened(window)

    def keep(dialog: QDialog) -> None:
        QTest.keyClicks(child(dialog, QLineEdit, "baseline-title"), "As promised")
        click(child(dialog, QPushButton, "dialog-accept"))

    in_dialog(window.menus.action("baselines").trigger, keep)
    assert [baseline.title for baseline in document(window).plan.baselines.values()] == ["As promised"]
    first = document(window).snapshot.schedule.first_day("RA3")
    document(window).do(Place((("RA3", first + 2),)))

    said: list[str] = []
    in_dialog(
        window.menus.action("baselines").trigger,
        lambda dialog: said.append(child(dialog, QLabel, "baseline-says").text()),
    )
    assert "Product watch" in said[0]


def test_a_baseline_is_removed(window: MainWindow, in_dialog: InDialog) -> None:
    opened(window)

    def keep(dialog: QDialog) -> None:
        QTest.keyClicks(child(dialog, QLineEdit, "baseline-title"), "As promised")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(window.menus.action("baselines").trigger, keep)
    in_dialog(
        window.menus.action("baselines").trigger,
        lambda dialog: click(child(dialog, QPushButton, "baseline-remove")),
    )

    assert not document(window).plan.baselines


def test_public_holidays_are_taken_off(window: MainWindow, in_dialog: InDialog) -> None:
    opened(window)

    def choose(dialog: QDialog) -> None:
        country = child(dialog, QComboBox, "holidays-country")
        country.setCurrentIndex(country.findData("DE"))
        assert child(dialog, QListWidget, "holidays-days").count() > 0
        click(child(dialog, QPushButton, "dialog-accept"))

    in_dialog(window.menus.action("holidays").trigger, choose)

    calendar = document(window).plan.calendar
    assert calendar.country == "DE"
    assert any(holiday.on.isoformat() == "2027-03-26" for holiday in calendar.holidays)  # Good Friday


def test_the_outlook_says_whether_launch_day_is_kept(window: MainWindow, in_dialog: InDialog) -> None:
    opened(window)
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))

    in_dialog(window.menus.action("outlook").trigger, read)

    assert any("Launch day Tue 30 Mar 2027 is kept." in text for text in said)
