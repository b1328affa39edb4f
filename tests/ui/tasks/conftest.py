"""A task table on screen with a small plan, and a hand to use it with; every change of its model is checked by Qt."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from launchplanner.app.analysis import analyse
from launchplanner.plan.plan import Plan
from launchplanner.ui import theme
from launchplanner.ui.tasks.view import TasksView
from tests.reports.timeline_plans import a_baton, a_plan, a_task, items, links
from tests.ui.tasks.hand import Hand

TODAY = date(2027, 2, 18)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> theme.Theme:
    """Return the theme in use."""
    return theme.apply(qapp, "light")


@pytest.fixture
def plan() -> Plan:
    """Return two phases with five tasks and the main baton between them."""
    return a_plan(
        {
            "beta": a_task("Beta", 20, 4, order="1", status="active", progress=50),
            "readout": a_task("Readout", 21, 2, order="2"),
            "pack": a_task("Pack", 27, 2, order="3", owner=""),
            "message": a_task("Message", 30, 4, order="4", phase="pos", owner="jonas"),
            "story": a_task("Story", 34, 3, order="5", phase="pos", owner="Jonas Reyes & Tessa Brandt"),
        },
        {"main": a_baton("Product to market", 29, kind="main", opens_phase="pos", items=items(3, 2))},
        dependencies=links(("beta", "pack"), ("message", "story")),
    )


@pytest.fixture
def hand(qtbot: QtBot, plan: Plan) -> Iterator[Hand]:
    """Return a hand on the tasks of the plan, which edits the plan as a document would."""
    view = TasksView()
    qtbot.addWidget(view)
    tester = QAbstractItemModelTester(view.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, view)
    view.resize(1440, 700)
    view.show_snapshot(analyse(plan, TODAY))
    view.show()
    view.activateWindow()
    qtbot.waitExposed(view)
    view.setFocus()
    yield Hand(view, plan, TODAY)
    assert tester.model() is view.table.model()
    view.close()
