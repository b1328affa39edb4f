"""Questions about owners answered in the real window, each with one click or one line."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from launchplanner.plan.directory import Directory
from launchplanner.plan.edits import Edit, GiveTo
from launchplanner.plan.plan import ROLE, TASK, Plan
from launchplanner.ui.main_window import MainWindow
from tests.builders import a_plan, a_role, a_task, a_team
from tests.ui.conftest import TODAY
from tests.ui.test_story import child, click_repair, document, keys, press, write_owner

SIX_WEEKS_AFTER = date(2027, 2, 16)
"""The launch day with which the first phase begins on the day of these tests."""


def the_plan() -> Plan:
    return a_plan(
        a_role("Analyst"),
        a_team("Field", "tessa-brandt", "jonas-reyes"),
        a_task("Visit"),
        a_task("Study", owner="analyst"),
        a_task("Room is booked"),
        launch_day=SIX_WEEKS_AFTER,
    )


@pytest.fixture
def asked(window: MainWindow) -> MainWindow:
    """Return the window as the first phase begins, with a small launch and its visit selected."""
    window.show_document(window.desk.made(the_plan()))
    select(window, "visit")
    return window


def select(window: MainWindow, task: str) -> None:
    assert window.workspace is not None
    window.workspace.select(((TASK, task),))


def rules_on(window: MainWindow, part: str) -> set[str]:
    return {finding.rule for finding in document(window).snapshot.findings.of_part(part)}


def done(window: MainWindow, edit: Edit) -> None:
    document(window).do(edit)


def test_an_owner_is_chosen_from_the_team_that_was_written_down(asked: MainWindow) -> None:
    write_owner(asked, "Field")
    assert "OWN003" in rules_on(asked, "visit")

    title = click_repair(asked, "OWN003", 0)

    assert title == "Tessa Brandt of Field owns it"
    task = document(asked).plan.tasks["visit"]
    assert (task.owner, task.contributors) == ("tessa-brandt", ("Field",))
    assert not rules_on(asked, "visit") & {"OWN003", "OWN006"}


def test_who_is_that_is_answered_with_a_new_person_and_asked_no_more(asked: MainWindow) -> None:
    write_owner(asked, "Simpat")
    assert "OWN006" in rules_on(asked, "visit")

    title = click_repair(asked, "OWN006", 0)

    assert title == "“Simpat” is a new person"
    assert Directory.of(document(asked).plan).answers("Simpat") == "simpat"
    assert "OWN006" not in rules_on(asked, "visit")
    press(asked, Qt.Key.Key_Z, ctrl=True)
    assert "OWN006" in rules_on(asked, "visit")


def test_a_role_that_nobody_holds_is_bound_with_one_click(asked: MainWindow) -> None:
    assert "OWN007" in rules_on(asked, "analyst")

    title = click_repair(asked, "OWN007", 0)

    assert title == "Mira Okafor holds Analyst"
    assert Directory.of(document(asked).plan).holders("analyst") == ("mira-okafor",)
    assert "OWN007" not in rules_on(asked, "analyst")


def test_an_owner_who_is_not_chosen_becomes_a_decision_and_then_an_owner(asked: MainWindow) -> None:
    write_owner(asked, "Jonas or Tessa")

    assert click_repair(asked, "OWN006", 2) == "Add a decision: who owns “Visit”?"
    decision = document(asked).plan.decisions["who-owns-visit"]
    assert (decision.title, decision.decider, decision.parts) == ("Who owns “Visit”?", "pm", ("visit",))

    click_repair(asked, "OWN006", 1)

    plan = document(asked).plan
    assert plan.tasks["visit"].owner == "tessa-brandt"
    assert (plan.decisions["who-owns-visit"].outcome, plan.decisions["who-owns-visit"].decided_on) == (
        "Tessa Brandt",
        TODAY,
    )


def test_why_a_task_changed_hands_is_written_where_it_is_asked(asked: MainWindow) -> None:
    write_owner(asked, "Jonas Reyes")
    assert "OWN015" in rules_on(asked, "visit")

    why = child(asked, QLineEdit, "reason-OWN015")
    why.setFocus()
    keys(why, "Mira moved to the beta")
    press(why, Qt.Key.Key_Return)

    (change,) = document(asked).plan.owner_changes.values()
    assert (change.before, change.after, change.reason) == ("mira-okafor", "jonas-reyes", "Mira moved to the beta")
    assert "OWN015" not in rules_on(asked, "visit")


def test_a_role_that_another_holds_is_asked_about_once(asked: MainWindow) -> None:
    done(asked, GiveTo(("visit", "study", "room-is-booked"), "pm"))
    assert asked.workspace is not None
    asked.workspace.select(((ROLE, "pm"),))
    bind = child(asked, QLineEdit, "role-bind")
    bind.setFocus()
    keys(bind, "Tessa Brandt")
    press(bind, Qt.Key.Key_Return)

    found = [finding for finding in document(asked).snapshot.findings.open if finding.rule == "OWN015"]
    assert [finding.message for finding in found] == [
        "“PM” passed from Mira Okafor to Tessa Brandt on Mon 4 Jan with three open tasks, and nobody said why."
    ]

    why = child(asked, QLineEdit, "reason-OWN015")
    why.setFocus()
    keys(why, "Mira leads the next launch")
    press(why, Qt.Key.Key_Return)

    assert "OWN015" not in rules_on(asked, "pm")


def test_what_is_no_task_becomes_a_note_of_its_phase(asked: MainWindow) -> None:
    select(asked, "room-is-booked")
    write_owner(asked, "n/a")

    assert click_repair(asked, "OWN004", 1) == "Make it a note of Build"

    plan = document(asked).plan
    assert "room-is-booked" not in plan.tasks
    assert plan.phases["build"].notes == "Room is booked"
