"""The people view in the real window: who is listed, what is opened, joined, added and bound."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from launchplanner.plan.edits import Change
from launchplanner.plan.people import RoleHold
from launchplanner.plan.plan import PERSON, ROLE, TASK, TEAM, Plan
from launchplanner.ui.kit.buttons import Button
from launchplanner.ui.kit.pills import Chip
from launchplanner.ui.main_window import MainWindow
from launchplanner.ui.people.list_table import PeopleTable
from launchplanner.ui.people.rows import NAME, PeopleModel, part_of
from launchplanner.ui.people.table import chevron_box
from launchplanner.ui.views import PartKey
from tests.builders import FIRST, a_person, a_plan, a_role, a_task, a_team
from tests.ui.test_story import child, click, document, keys, press

InDialog = Callable[[Callable[[], object], Callable[[QDialog], None]], None]


def the_plan() -> Plan:
    return a_plan(
        a_person("Jonas Reys", key="jonas-reys", order="4"),
        a_role("PR lead"),
        a_role("Analyst"),
        a_team("Field", "tessa-brandt", "jonas-reyes"),
        a_task("Spec", duration=5),
        a_task("Demo", duration=2, start=FIRST + 2),
        a_task("Study", owner="analyst", start=FIRST + 4),
        a_task("Visit", owner="Field", start=FIRST + 4),
    )


@pytest.fixture
def shown(window: MainWindow) -> MainWindow:
    """Return the window with the people of a small launch."""
    window.show_document(window.desk.made(the_plan()))
    assert window.workspace is not None
    window.workspace.show_view("people")
    return window


def table(window: MainWindow) -> PeopleTable:
    return child(window, PeopleTable, "people-table")


def model(window: MainWindow) -> PeopleModel:
    found = table(window).model()
    assert isinstance(found, PeopleModel)
    return found


def parts(window: MainWindow) -> list[PartKey]:
    return [part_of(row) for row in model(window).rows()]


def go_to(window: MainWindow, *chosen: PartKey) -> None:
    """Select rows as clicks with Ctrl would."""
    shown, flags = table(window), QItemSelectionModel.SelectionFlag
    shown.setFocus()
    first, *others = [model(window).index(model(window).place_of(part), 0) for part in chosen]
    shown.setCurrentIndex(first)
    for index in others:
        shown.selectionModel().select(index, flags.Select | flags.Rows)


def selection(window: MainWindow) -> tuple[PartKey, ...]:
    assert window.workspace is not None
    return window.workspace.selection


def test_open_roles_people_and_teams_are_listed_and_filtered(shown: MainWindow) -> None:
    everybody = [(PERSON, key) for key in ("mira-okafor", "jonas-reyes", "tessa-brandt", "jonas-reys")]
    assert parts(shown) == [(ROLE, "analyst"), *everybody, (TEAM, "field")]

    click(child(shown, Chip, "people-teams"))

    assert parts(shown) == [(TEAM, "field")]


def test_right_lists_the_work_of_a_person_and_left_takes_it_away(shown: MainWindow) -> None:
    go_to(shown, (PERSON, "mira-okafor"))

    press(table(shown), Qt.Key.Key_Right)
    assert parts(shown)[1:4] == [(PERSON, "mira-okafor"), (TASK, "spec"), (TASK, "demo")]
    press(table(shown), Qt.Key.Key_Down)
    assert selection(shown) == ((TASK, "spec"),)
    press(table(shown), Qt.Key.Key_Left)
    assert selection(shown) == ((PERSON, "mira-okafor"),)
    press(table(shown), Qt.Key.Key_Left)

    assert (TASK, "spec") not in parts(shown)


def test_a_click_on_the_sign_after_a_name_lists_the_work_too(shown: MainWindow) -> None:
    index = model(shown).index(model(shown).place_of((PERSON, "mira-okafor")), NAME)
    box = chevron_box(table(shown).visualRect(index).toRectF())

    QTest.mouseClick(table(shown).viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())

    assert (TASK, "spec") in parts(shown)


def test_rows_stay_selected_when_the_plan_changes(shown: MainWindow) -> None:
    go_to(shown, (PERSON, "tessa-brandt"), (TEAM, "field"))

    document(shown).do(Change(PERSON, "mira-okafor", {"name": "Mira Adeyemi"}))

    assert [part_of(row) for row in table(shown).selected_rows()] == [(PERSON, "tessa-brandt"), (TEAM, "field")]


def test_two_selected_people_become_one_and_the_name_that_stays_is_asked_for(
    shown: MainWindow, in_dialog: InDialog
) -> None:
    go_to(shown, (PERSON, "jonas-reyes"), (PERSON, "jonas-reys"))

    def choose(question: QDialog) -> None:
        click(child(question, Button, "answer-jonas-reyes"))

    in_dialog(lambda: press(table(shown), Qt.Key.Key_M, ctrl=True, shift=True), choose)

    people = document(shown).plan.people
    assert "jonas-reys" not in people
    assert people["jonas-reyes"].aliases == ("Jonas Reys",)
    assert selection(shown) == ((PERSON, "jonas-reyes"),)


def test_the_pane_joins_two_selected_people_too(shown: MainWindow) -> None:
    go_to(shown, (PERSON, "jonas-reyes"), (PERSON, "jonas-reys"))

    click(child(shown, Button, "join-jonas-reyes"))

    assert "jonas-reys" not in document(shown).plan.people
    assert selection(shown) == ((PERSON, "jonas-reyes"),)


def test_one_selected_person_is_not_joined_with_anybody(shown: MainWindow) -> None:
    go_to(shown, (PERSON, "jonas-reyes"))
    before = document(shown).plan

    press(table(shown), Qt.Key.Key_M, ctrl=True, shift=True)

    assert document(shown).plan is before


def test_a_pasted_list_is_shown_line_by_line_and_comes_in_as_one_step(shown: MainWindow, in_dialog: InDialog) -> None:
    QGuiApplication.clipboard().setText("Ana Lima, PR lead\nTesa Brandt\nMira Okafor")
    table(shown).setFocus()
    before = document(shown).plan

    def check(dialog: QDialog) -> None:
        preview = child(dialog, QTreeWidget, "people-list-preview")
        assert preview.topLevelItemCount() == 3
        assert child(dialog, QLabel, "people-list-counts").text() == "2 new and 1 known"
        choice = child(dialog, QComboBox, "people-list-choice-1")
        choice.setCurrentIndex(choice.findData("tessa-brandt"))
        assert child(dialog, QLabel, "people-list-counts").text() == "1 new and 2 known"
        click(child(dialog, QPushButton, "dialog-accept"))

    in_dialog(lambda: press(table(shown), Qt.Key.Key_V, ctrl=True), check)

    people = document(shown).plan.people
    assert [hold.role for hold in people["ana-lima"].holds] == ["pr-lead"]
    assert people["tessa-brandt"].aliases == ("Tesa Brandt",)
    press(shown, Qt.Key.Key_Z, ctrl=True)
    assert document(shown).plan is before


def test_a_list_of_nobody_new_cannot_be_taken(shown: MainWindow, in_dialog: InDialog) -> None:
    def check(dialog: QDialog) -> None:
        keys(child(dialog, QPlainTextEdit, "people-list-text"), "Mira Okafor")
        assert not child(dialog, QPushButton, "dialog-accept").isEnabled()

    in_dialog(lambda: click(child(shown, Button, "people-list")), check)


def test_a_team_is_added_with_its_people_and_shown(shown: MainWindow, in_dialog: InDialog) -> None:
    def fill(dialog: QDialog) -> None:
        click(child(dialog, QPushButton, "dialog-accept"))
        assert child(dialog, QLabel, "dialog-trouble").text() == "A team needs a name."
        keys(child(dialog, QLineEdit, "team-name"), "field")
        click(child(dialog, QPushButton, "dialog-accept"))
        assert child(dialog, QLabel, "dialog-trouble").text() == "field is there already."
        keys(child(dialog, QLineEdit, "team-name"), " crew")
        members = child(dialog, QListWidget, "team-members")
        members.item(0).setCheckState(Qt.CheckState.Checked)
        click(child(dialog, QPushButton, "dialog-accept"))

    in_dialog(lambda: click(child(shown, Button, "people-team")), fill)

    team = document(shown).plan.teams["field-crew"]
    assert (team.name, team.kind, team.members) == ("field crew", "team", ("mira-okafor",))
    assert selection(shown) == ((TEAM, "field-crew"),)


def test_a_role_is_bound_to_a_selected_person_from_a_day_on(shown: MainWindow, qtbot: QtBot) -> None:
    go_to(shown, (PERSON, "tessa-brandt"))
    take = child(shown, QLineEdit, "person-take")
    take.setFocus()
    keys(take, "Analyst")
    press(take, Qt.Key.Key_Return)

    held = document(shown).plan.people["tessa-brandt"].holds
    assert held == (RoleHold(role="sales-lead"), RoleHold(role="analyst"))
    assert (ROLE, "analyst") not in parts(shown)

    start = child(shown, QLineEdit, "person-role-1-days-start")
    start.setFocus()
    start.selectAll()
    keys(start, "8 Mar 2027")
    press(start, Qt.Key.Key_Return)

    assert document(shown).plan.people["tessa-brandt"].holds[1] == RoleHold(role="analyst", start=date(2027, 3, 8))


def test_a_removed_team_is_gone_from_the_list(shown: MainWindow) -> None:
    go_to(shown, (TEAM, "field"))

    press(table(shown), Qt.Key.Key_Delete)

    assert (TEAM, "field") not in parts(shown)
    assert document(shown).plan.tasks["visit"].owner == "Field"
