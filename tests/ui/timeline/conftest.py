"""A timeline on screen with a small plan, and hands to use it with."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from launchplanner.app.analysis import analyse
from launchplanner.plan.plan import Plan
from launchplanner.ui import theme
from launchplanner.ui.timeline.view import TimelineView
from tests.reports.timeline_plans import a_baton, a_plan, a_task, items, links
from tests.ui.timeline.hand import Hand

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
            "beta": a_task("Beta", 23, 4, order="1", status="active", progress=50),
            "readout": a_task("Readout", 27, 2, order="2"),
            "pack": a_task("Pack", 25, 4, order="3", owner=""),
            "message": a_task("Message", 30, 4, order="4", phase="pos", owner="jonas"),
            "story": a_task("Story", 34, 3, order="5", phase="pos", owner="Jonas Reyes & Tessa Brandt"),
        },
        {"main": a_baton("Product to market", 29, kind="main", opens_phase="pos", items=items(3, 2))},
        dependencies=links(("beta", "readout"), ("main", "message")),
    )


@pytest.fixture
def hand(qtbot: QtBot, plan: Plan) -> Iterator[Hand]:
    """Return a hand on the timeline of the plan, which edits the plan as a document would."""
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show_snapshot(analyse(plan, TODAY))
    view.show()
    qtbot.waitExposed(view)
    yield Hand(view, plan, TODAY)
    view.close()
