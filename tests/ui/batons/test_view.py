"""The board on screen: keys, selection, what it says, and its empty state."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from launchplanner.app.analysis import analyse
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import Plan
from launchplanner.ui import theme
from launchplanner.ui.batons.axis import Axis
from launchplanner.ui.batons.model import BATON, CLOCK, FIRST, HOLDER, LOST, ROW, STATE
from launchplanner.ui.batons.view import BatonsView
from tests.reports.timeline_plans import a_baton, a_plan, items

TODAY = date(2027, 3, 1)
NONE = Qt.KeyboardModifier.NoModifier
KEY = Qt.Key


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> theme.Theme:
    """Return the theme in use."""
    return theme.apply(qapp, "light")


@pytest.fixture
def plan() -> Plan:
    """Return two late batons and three to come, two of them on one day."""
    return a_plan(
        batons={
            "b1": a_baton("Mandate", 4, giver="sales", receiver="pm", order="1"),
            "b4": a_baton("Product to market", 29, kind="main", items=items(3, 2), order="2"),
            "b6": a_baton("To sales", 40, giver="pmm", receiver="sales", order="3"),
            "b7": a_baton("To support", 40, giver="pm", receiver="Zed", order="4"),
            "b9": a_baton("Market to run", 49, kind="main", giver="pmm", receiver="sales", order="5"),
        }
    )


@pytest.fixture
def view(qtbot: QtBot, plan: Plan) -> Iterator[BatonsView]:
    """Return the board of the plan, its model checked by Qt at every change."""
    made = BatonsView()
    qtbot.addWidget(made)
    tester = QAbstractItemModelTester(made.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(1440, 700)
    made.show_snapshot(analyse(plan, TODAY))
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.setFocus()
    yield made
    assert tester.model() is made.table.model()
    made.close()


def selected(view: BatonsView) -> list[str]:
    return [index.data(ROW).key for index in view.table.selectionModel().selectedRows()]


def click(view: BatonsView, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    at = view.table.visualRect(view.table.model().index(row, BATON)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


def says(view: BatonsView, row: int, column: int) -> str:
    return str(view.table.model().index(row, column).data())


def opened(view: BatonsView) -> list[tuple[str, str]]:
    """Return the list into which the parts go that a person opens."""
    found: list[tuple[str, str]] = []

    def note(kind: str, key: str) -> None:
        found.append((kind, key))

    view.open_asked.connect(note)
    return found


def test_a_click_selects_and_tells(view: BatonsView) -> None:
    told: list[object] = []
    view.selection_changed.connect(told.append)
    click(view, 1)

    assert told == [(("baton", "b4"),)]


def test_arrows_walk_and_enter_opens(view: BatonsView) -> None:
    found = opened(view)
    click(view, 0)
    QTest.keyClick(view.table, KEY.Key_Down)
    QTest.keyClick(view.table, KEY.Key_Return)

    assert found == [("baton", "b4")]


def test_a_double_click_opens(view: BatonsView) -> None:
    found = opened(view)
    click(view, 2)
    at = view.table.visualRect(view.table.model().index(2, BATON)).center()
    QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, NONE, at)

    assert found == [("baton", "b6")]


def test_h_goes_through_the_next_passes_and_l_through_the_late_ones(view: BatonsView) -> None:
    found: list[list[str]] = []
    for letter in "HHHLLL":
        QTest.keyClicks(view.table, letter.lower())
        found.append(selected(view))

    assert found == [["b6"], ["b7"], ["b6"], ["b1"], ["b4"], ["b1"]]


def test_what_is_selected_elsewhere_is_marked_without_telling(view: BatonsView) -> None:
    told: list[object] = []
    view.selection_changed.connect(told.append)
    view.select((("task", "x"), ("baton", "b7")))
    assert selected(view) == ["b7"]

    view.select(())
    assert (selected(view), told) == ([], [])


def test_selection_outlives_an_edit_that_reorders_rows(view: BatonsView, plan: Plan) -> None:
    click(view, 1)
    view.show_snapshot(analyse(Change("baton", "b4", {"day": 0}).apply(plan), TODAY))

    assert selected(view) == ["b4"]
    assert view.table.currentIndex().data(ROW).key == "b4"


def test_cells_say_who_holds_it_and_how_it_stands(view: BatonsView) -> None:
    assert says(view, 1, BATON) == "b4 Product to market, main baton · planned Fri 26 Feb"
    assert says(view, 1, HOLDER) == "Mira Okafor"
    assert says(view, 1, STATE) == "Draft, 1 day late"
    assert says(view, 1, CLOCK) == "late by 1 day, travelling with today"
    assert says(view, 1, LOST) == "1"
    assert says(view, 2, FIRST) == "not yet"


def test_the_head_answers_five_questions(view: BatonsView) -> None:
    cards = view.facts.cards

    assert cards["main"].text() == "Holds the main baton today: Mira Okafor, since the clock begins, Mon 18 Jan"
    assert cards["next"].text() == "Next: Two passes on Mon 15 Mar, to Tessa Brandt and Zed · in 10 working days"
    assert cards["late"].text() == "Late: Two passes are late, “Mandate” is 26 days past"
    assert cards["first"].text() == "First-pass yield: –, nothing was answered yet"
    assert cards["lost"].text() == "Receivers’ days lost: 27, Mandate 26 · Product to market 1"


def test_no_batons_offers_the_first(qtbot: QtBot) -> None:
    view = BatonsView()
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show_snapshot(analyse(a_plan(), TODAY))
    view.show()
    assert view.empty.isVisible()
    button = view.empty.findChild(QPushButton, "batons-add")
    assert button is not None

    with qtbot.waitSignal(view.baton_asked):
        button.click()


def test_a_hidden_board_catches_up_when_it_is_shown(qtbot: QtBot, plan: Plan) -> None:
    view = BatonsView()
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show_snapshot(analyse(plan, TODAY))
    view.select((("baton", "b9"),))
    assert view.table.model().rowCount() == 0

    view.show()
    assert selected(view) == ["b9"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_today_runs_through_every_row(view: BatonsView, qapp: QApplication, mode: theme.Choice) -> None:
    theme.apply(qapp, mode)
    board = getattr(view.table.model(), "board")  # noqa: B009
    picture = view.table.viewport().grab().toImage()
    for row in range(5):
        cell = view.table.visualRect(view.table.model().index(row, CLOCK)).toRectF()
        at = QPoint(round(Axis.of(board.head, cell).x(board.head.today.at)), round(cell.top()) + 3)
        assert picture.pixelColor(at).name().upper() == theme.of(view).tokens.error.text


def test_capsules_stay_inside_the_clock(view: BatonsView) -> None:
    board = getattr(view.table.model(), "board")  # noqa: B009
    cell = view.table.visualRect(view.table.model().index(0, CLOCK)).toRectF()
    axis = Axis.of(board.head, cell)

    assert all(cell.left() + 18 <= axis.x(row.at) <= cell.right() - 17 for row in board.rows)


@pytest.mark.parametrize("width", [1440, 1085, 1024, 860])
def test_the_clock_keeps_its_room_in_a_narrow_window(view: BatonsView, width: int) -> None:
    view.resize(width, 600)
    QApplication.processEvents()

    assert view.table.columnWidth(CLOCK) >= 240
    assert not view.table.isColumnHidden(HOLDER)
    assert sum(view.table.columnWidth(column) for column in range(8)) <= width


def test_screen_readers_are_told_the_table_and_the_keys(view: BatonsView) -> None:
    table = QAccessible.queryAccessibleInterface(view.table)
    assert table is not None

    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Batons"
    assert "H goes to the next pass" in table.text(QAccessible.Text.Description)


def test_titles_are_shown_as_they_stand(view: BatonsView, plan: Plan) -> None:
    view.show_snapshot(analyse(Change("baton", "b4", {"title": "<img src=x>"}).apply(plan), TODAY))

    assert "&lt;img src=x&gt;" in view.table.model().index(1, BATON).data(Qt.ItemDataRole.ToolTipRole)
