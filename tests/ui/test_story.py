"""The main job in the real window: make a launch, move its day, break it, repair it, take the checklist away."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QDate, QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from launchplanner.app.document import Document
from launchplanner.app.files import opened
from launchplanner.formats import templates
from launchplanner.plan.templates import new_plan
from launchplanner.ui.main_window import MainWindow
from launchplanner.ui.problems.panel import ProblemList
from launchplanner.ui.problems.rows import button_boxes

NONE = Qt.KeyboardModifier.NoModifier
InDialog = Callable[[Callable[[], object], Callable[[QDialog], None]], None]
FOUR = {
    "pm": "Mira Okafor",
    "pmm": "Jonas Reyes",
    "engineering-lead": "Dev Lindqvist",
    "sales-lead": "Tessa Brandt",
}


Kind = TypeVar("Kind", bound=QWidget)


def child(parent: QWidget, kind: type[Kind], name: str) -> Kind:
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def keys(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def press(widget: QWidget, key: Qt.Key, *, ctrl: bool = False, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.NoModifier
    held |= Qt.KeyboardModifier.ControlModifier if ctrl else held
    held |= Qt.KeyboardModifier.ShiftModifier if shift else held
    QTest.keyClick(widget, key, held)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def document(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


@pytest.fixture
def made(window: MainWindow) -> MainWindow:
    """Return the window with a 12-week launch for four people."""
    template = templates.template("twelve-week-clock")
    assert template is not None
    people = {name: [role] for role, name in FOUR.items()}
    plan = new_plan(template, title="New auction model", launch_day=date(2027, 4, 13), people=people)
    window.show_document(window.desk.made(plan))
    return window


def find(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Go to a part by the palette."""
    press(window, Qt.Key.Key_K, ctrl=True)
    palette = child(window, QDialog, "palette")
    field = child(palette, QLineEdit, "palette-field")
    keys(field, words)
    press(field, Qt.Key.Key_Return)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def write_owner(window: MainWindow, text: str) -> None:
    field = child(window, QLineEdit, "task-owner-field")
    field.setFocus()
    field.selectAll()
    keys(field, text)
    press(field, Qt.Key.Key_Return)


def click_repair(window: MainWindow, rule: str, place: int) -> str:
    """Click one of the repairs in the row of a rule, and return its title."""
    found = window.findChild(ProblemList, "problems-list")
    assert isinstance(found, ProblemList)
    model = found.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        finding = index.data(Qt.ItemDataRole.UserRole)
        if finding.rule == rule:
            found.scrollTo(index)
            box = button_boxes(QRectF(found.visualRect(index)), finding)[place]
            QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, NONE, box.area.center().toPoint())
            return box.text
    raise AssertionError(f"no finding of {rule}")


def test_a_new_launch_is_made_in_one_dialog(window: MainWindow, in_dialog: InDialog) -> None:
    def fill(dialog: QDialog) -> None:
        keys(child(dialog, QLineEdit, "new-title"), "New auction model")
        day = child(dialog, QDateEdit, "new-launch-day")
        day.setDate(QDate(2027, 4, 13))
        for role, name in FOUR.items():
            keys(child(dialog, QLineEdit, f"role-{role}"), name)
        click(child(dialog, QPushButton, "dialog-accept"))

    in_dialog(lambda: press(window, Qt.Key.Key_N, ctrl=True), fill)

    plan = document(window).plan
    assert plan.title == "New auction model"
    assert {person.name for person in plan.people.values()} == set(FOUR.values())
    assert len(plan.tasks) == 70
    assert document(window).snapshot.findings.counts()["error"] == 0
    assert window.windowTitle().startswith("New auction model")
    assert window.isWindowModified()


def test_a_launch_without_a_title_is_not_made(window: MainWindow, in_dialog: InDialog) -> None:
    def leave_empty(dialog: QDialog) -> None:
        click(child(dialog, QPushButton, "dialog-accept"))
        trouble = child(dialog, QLabel, "dialog-trouble")
        assert trouble.text() == "A launch needs a title."
        assert dialog.isVisible()

    in_dialog(lambda: press(window, Qt.Key.Key_N, ctrl=True), leave_empty)

    assert window.document is None


def test_moving_launch_day_by_a_week_moves_everything(made: MainWindow, in_dialog: InDialog) -> None:
    before = document(made).snapshot.schedule

    def a_week_later(dialog: QDialog) -> None:
        click(child(dialog, QPushButton, "week-later"))
        click(child(dialog, QPushButton, "dialog-accept"))

    in_dialog(lambda: press(made, Qt.Key.Key_M, ctrl=True), a_week_later)

    after = document(made).snapshot.schedule
    assert after.spans.keys() == before.spans.keys()
    assert {after.first_date(key) - before.first_date(key) for key in after.spans} == {timedelta(days=7)}


def test_two_owners_are_reported_and_repaired_with_one_click(made: MainWindow, qtbot: QtBot) -> None:
    find(made, qtbot, "Message framework")
    assert made.workspace is not None
    key = next(part for kind, part in made.workspace.selection if kind == "task")

    write_owner(made, "Jonas Reyes & Mira Okafor")
    assert "OWN002" in {finding.rule for finding in document(made).snapshot.findings.of_part(key)}

    title = click_repair(made, "OWN002", 0)

    task = document(made).plan.tasks[key]
    assert "Jonas Reyes" in title
    assert task.owner == "jonas-reyes"
    assert "mira-okafor" in task.contributors
    assert "OWN002" not in {finding.rule for finding in document(made).snapshot.findings.open}


def test_everything_is_undone_and_done_again(made: MainWindow, qtbot: QtBot) -> None:
    start = document(made).plan
    find(made, qtbot, "Message framework")
    write_owner(made, "Jonas Reyes & Mira Okafor")
    click_repair(made, "OWN002", 0)
    end = document(made).plan

    for _step in range(2):
        press(made, Qt.Key.Key_Z, ctrl=True)
    assert document(made).plan is start
    for _step in range(2):
        press(made, Qt.Key.Key_Z, ctrl=True, shift=True)
    assert document(made).plan is end


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_the_checklist_is_exported_from_the_window(
    made: MainWindow,
    in_dialog: InDialog,
    chosen_file: Callable[[Path], None],
    tmp_path: Path,
    suffix: str,
) -> None:
    out = tmp_path / f"checklist{suffix}"
    chosen_file(out)

    def choose(dialog: QDialog) -> None:
        kind = child(dialog, QComboBox, "export-format")
        kind.setCurrentIndex(kind.findData(suffix))
        click(child(dialog, QPushButton, "dialog-accept"))

    in_dialog(lambda: press(made, Qt.Key.Key_E, ctrl=True), choose)

    if suffix == ".pdf":
        text = " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())
    else:
        text = " ".join(str(cell.value) for sheet in load_workbook(out) for row in sheet.iter_rows() for cell in row)
    assert "Product to market" in text
    assert "Mira Okafor" in text
    assert "checklist" in made.notice.message()


def test_what_is_saved_is_what_is_shown(made: MainWindow, chosen_file: Callable[[Path], None], tmp_path: Path) -> None:
    out = tmp_path / "auction.launchplan"
    chosen_file(out)

    press(made, Qt.Key.Key_S, ctrl=True)

    saved, _file = opened(out)
    assert saved == document(made).plan
    assert not made.isWindowModified()
    assert made.desk.settings.settings.recent[0].path == str(out)


def test_a_problem_is_walked_to_and_its_part_selected(made: MainWindow, qtbot: QtBot) -> None:
    find(made, qtbot, "Message framework")
    write_owner(made, "Marketing")

    press(made, Qt.Key.Key_F8)

    assert made.workspace is not None
    first = document(made).snapshot.findings.open[0]
    assert made.workspace.selection == ((first.part.kind, first.part.id),)


def test_a_bar_is_dragged_two_days_later(made: MainWindow, qtbot: QtBot) -> None:
    find(made, qtbot, "Press and analyst plan")
    assert made.workspace is not None
    timeline = made.workspace.timeline
    key = made.workspace.selection[0][1]
    before = document(made).snapshot.schedule.first_day(key)
    bar = timeline.scene.shape_rect(next(at for at, ref in enumerate(timeline.scene.timeline.rows) if ref.id == key))
    assert bar is not None
    start = bar.center().toPoint()
    far = round(2 * timeline.scene.axis.day_width)
    viewport = timeline.viewport()

    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(viewport, start + QPoint(round(far * share), 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, start + QPoint(far, 0))

    assert document(made).snapshot.schedule.first_day(key) == before + 2
