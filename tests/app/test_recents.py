"""What the start screen and the reports say of ownership debt, and what it was before."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from launchplanner.app.document import Document
from launchplanner.app.recents import recent_launch
from launchplanner.app.settings import Recent
from launchplanner.plan.debt import with_debt
from launchplanner.plan.edits import Change, GiveTo, PassOn
from launchplanner.plan.plan import TASK
from launchplanner.reports.blocks import Grid, Text, text_of
from launchplanner.reports.ownership import debt_sentence
from launchplanner.reports.plan_report import plan_report
from launchplanner.reports.source import Source
from tests.builders import BEFORE, a_plan, a_task

TODAY = date(2027, 3, 24)


def told(owed: int, *readings: tuple[int, int]) -> str:
    """Return the sentence for a plan with readings, each so many days ago and so many tasks."""
    plan = a_plan()
    for ago, tasks in readings:
        plan = with_debt(plan, TODAY - timedelta(days=ago), tasks)
    return debt_sentence(plan, owed, TODAY)


@pytest.mark.parametrize(
    ("owed", "readings", "sentence"),
    [
        (3, [(30, 12), (16, 9), (13, 8), (0, 3)], "3 open tasks have not exactly one named owner; 9 two weeks ago."),
        (1, [(14, 9)], "1 open task has not exactly one named owner; 9 two weeks ago."),
        (2, [(7, 5), (2, 4)], "2 open tasks have not exactly one named owner; 5 on Wed 17 Mar."),
        (0, [(20, 4)], "None: every open task has exactly one named owner; 4 two weeks ago."),
        (0, [(0, 0)], "None: every open task has exactly one named owner."),
        (4, [], "4 open tasks have not exactly one named owner."),
    ],
)
def test_the_debt_is_told_with_what_it_was(owed: int, readings: list[tuple[int, int]], sentence: str) -> None:
    assert told(owed, *readings) == sentence


def test_who_passed_what_on_in_mid_phase_stands_in_the_plan_report_with_the_reason() -> None:
    document = Document(a_plan(a_task("Spec"), a_task("Demo")), date(2027, 3, 10))
    document.do(PassOn("spec", "jonas-reyes", date(2027, 3, 10), "Mira is away"))
    document.do(GiveTo(("demo",), "tessa-brandt"))

    (section,) = plan_report(Source.of(document.plan, date(2027, 3, 10))).sections
    (grid,) = [block for block in section.blocks if isinstance(block, Grid) and block.name == "Changes of owner"]

    assert [
        [text_of(words) for cell in row if isinstance(cell, Text) for words in cell.lines] for row in grid.rows
    ] == [
        ["Demo", "Mira Okafor", "Tessa Brandt", "nobody said why", "Wed 10 Mar"],
        ["Spec", "Mira Okafor", "Jonas Reyes", "Mira is away", "Wed 10 Mar"],
    ]


def test_a_recent_launch_shows_its_debt_by_day_up_to_today(tmp_path: Path) -> None:
    path = tmp_path / "launch.launchplan"
    document = Document(a_plan(), BEFORE)
    document.do(Change(TASK, "product-spec", {"owner": "TBD"}))
    document.save_as(path)

    launch = recent_launch(Recent(path=str(path)), BEFORE + timedelta(days=2))

    assert launch.debt == 1
    assert launch.debt_trend == ((BEFORE, 1), (BEFORE + timedelta(days=2), 1))


def test_a_launch_that_cannot_be_read_shows_why_and_no_debt(tmp_path: Path) -> None:
    launch = recent_launch(Recent(path=str(tmp_path / "gone.launchplan"), title="Gone"), BEFORE)

    assert (launch.title, launch.debt_trend) == ("Gone", ())
    assert launch.refusal
