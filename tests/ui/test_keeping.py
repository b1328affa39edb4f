"""Other hands on an open plan, and earlier versions, as a person meets them in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QListWidget, QPushButton

from launchplanner.app.document import Document
from launchplanner.app.files import PlanFile, opened
from launchplanner.plan.edits import Change, ChangeLaunch, Edit
from launchplanner.plan.plan import TASK
from launchplanner.store.presence import note_of
from launchplanner.ui.main_window import MainWindow
from tests.builders import a_plan

InDialog = Callable[[Callable[[], object], Callable[[QDialog], None]], None]
SPEC = "product-spec"
MINE, THEIRS = Change(TASK, SPEC, {"owner": "jonas-reyes"}), Change(TASK, SPEC, {"owner": "tessa-brandt"})
TITLE = ChangeLaunch({"title": "Their title"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "launch.launchplan"


@pytest.fixture
def saved(window: MainWindow, path: Path) -> Document:
    """Return a saved plan, open in the window."""
    document = window.desk.made(a_plan())
    document.save_as(path)
    window.show_document(document)
    window.setFocus()
    return document


def saved_by_another(path: Path, edit: Edit) -> None:
    plan, file = opened(path)
    file.written(edit.apply(plan))


def take(dialog: QDialog) -> None:
    button = dialog.findChild(QPushButton, "dialog-accept")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_change_on_disk_is_taken_over_when_nothing_is_unsaved(
    window: MainWindow, saved: Document, path: Path
) -> None:
    saved_by_another(path, TITLE)

    window.desk.disk_due.emit()

    assert saved.plan.title == "Their title"
    assert saved.is_saved
    assert "the launch itself" in window.notice.message()
    saved.undo()
    assert saved.plan.title == "New auction model"


def test_edits_of_both_that_fit_are_joined_at_once(window: MainWindow, saved: Document, path: Path) -> None:
    saved.do(MINE)
    saved_by_another(path, TITLE)

    window.desk.disk_due.emit()
    window.commands.files.save()

    plan, _file = opened(path)
    assert (plan.title, plan.tasks[SPEC].owner) == ("Their title", "jonas-reyes")


@pytest.mark.parametrize("theirs", [False, True])
def test_a_save_over_a_clash_asks_and_then_saves(
    window: MainWindow, saved: Document, path: Path, in_dialog: InDialog, theirs: bool
) -> None:
    saved.do(MINE)
    saved_by_another(path, THEIRS)

    def choose(dialog: QDialog) -> None:
        box = dialog.findChild(QComboBox, f"merge-tasks/{SPEC}/owner")
        assert isinstance(box, QComboBox)
        assert [box.itemText(place) for place in range(2)] == ["Yours: Jonas Reyes", "Theirs: Tessa Brandt"]
        box.setCurrentIndex(int(theirs))
        take(dialog)

    in_dialog(window.commands.files.save, choose)

    assert opened(path)[0].tasks[SPEC].owner == ("tessa-brandt" if theirs else "jonas-reyes")
    assert saved.is_saved


def test_a_clash_that_nobody_decides_writes_nothing_and_offers_a_copy(
    window: MainWindow, saved: Document, path: Path, in_dialog: InDialog
) -> None:
    saved.do(MINE)
    saved_by_another(path, THEIRS)
    before = path.read_bytes()

    in_dialog(window.commands.files.save, lambda dialog: dialog.reject())

    assert path.read_bytes() == before
    assert saved.plan.tasks[SPEC].owner == "jonas-reyes"
    assert "changed by somebody else" in window.notice.message()


def test_a_clash_met_by_the_way_is_said_and_not_asked(window: MainWindow, saved: Document, path: Path) -> None:
    saved.do(MINE)
    saved_by_another(path, THEIRS)

    window.desk.disk_due.emit()

    assert "not all of it fits" in window.notice.message()
    assert saved.plan.tasks[SPEC].owner == "jonas-reyes"


@pytest.mark.parametrize(
    ("content", "told"), [(None, "gone from its place"), (b"", "emptied"), (b"{", "cannot be read")]
)
def test_a_file_that_was_harmed_leaves_the_open_plan_whole(
    window: MainWindow, saved: Document, path: Path, content: bytes | None, told: str
) -> None:
    before = saved.plan
    path.unlink()
    if content is not None:
        path.write_bytes(content)

    window.desk.disk_due.emit()

    assert told in window.notice.message()
    assert saved.plan is before


def test_an_earlier_version_is_three_clicks_away(window: MainWindow, saved: Document, in_dialog: InDialog) -> None:
    first = saved.plan
    saved.do(MINE)
    saved.save()

    def choose(dialog: QDialog) -> None:
        versions = dialog.findChild(QListWidget, "versions")
        assert isinstance(versions, QListWidget)
        assert "1 task changed" in versions.item(0).text()
        versions.setCurrentRow(0)
        take(dialog)

    in_dialog(window.menus.action("versions").trigger, choose)

    assert saved.plan == first
    assert "1 task changed" in window.notice.message()
    saved.undo()
    assert saved.is_saved


def test_another_copy_is_merged_with_every_difference_asked(
    window: MainWindow, saved: Document, path: Path, in_dialog: InDialog, chosen_file: Callable[[Path], None]
) -> None:
    copy = path.with_name("copy.launchplan")
    copy.write_bytes(path.read_bytes())
    saved_by_another(copy, TITLE)
    chosen_file(copy)

    def choose(dialog: QDialog) -> None:
        box = dialog.findChild(QComboBox, "merge-title")
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(1)
        take(dialog)

    in_dialog(window.menus.action("merge").trigger, choose)

    assert saved.plan.title == "Their title"
    assert not saved.is_saved


@pytest.mark.parametrize("content", [b"", b"{", b"\0" * 400])
def test_a_damaged_file_is_kept_and_its_newest_good_version_opened(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    document = window.desk.made(a_plan())
    document.save_as(path)
    document.do(MINE)
    document.save()
    document.close()
    path.write_bytes(content)
    asked: list[str] = []

    def open_it(_parent: object, question: str, *_more: object) -> str:
        asked.append(question)
        return "open"

    monkeypatch.setattr("launchplanner.ui.commands.files.ask", open_it)
    window.commands.files.open_path(path)

    assert "launch.launchplan is damaged" in asked[0]
    assert window.document is not None
    assert not window.document.is_saved
    assert window.document.plan.tasks[SPEC].owner == "mira-okafor"
    window.commands.files.save()
    assert opened(path)[0] == window.document.plan
    (kept,) = path.parent.glob("*.damaged-*")
    assert kept.read_bytes() == content


def test_a_file_that_was_never_a_plan_of_ours_is_refused(window: MainWindow, path: Path) -> None:
    path.write_bytes(b"{")

    window.commands.files.open_path(path)

    assert window.document is None
    assert "This is not JSON" in window.notice.message()


def test_a_plan_that_is_open_elsewhere_says_so(window: MainWindow, path: Path) -> None:
    PlanFile.created(path, a_plan())
    note_of(path).write_text('{"name": "<b>Ada</b>", "host": "elsewhere", "process": 1, "since": 1000.0}')

    window.commands.files.open_path(path)

    assert "open on elsewhere too, by <b>Ada</b>" in window.notice.message()
    window.leave_document()
    assert note_of(path).exists()


def test_an_open_plan_is_noted_beside_its_file_until_it_is_closed(window: MainWindow, path: Path) -> None:
    PlanFile.created(path, a_plan())

    window.commands.files.open_path(path)
    assert note_of(path).exists()
    window.leave_document()

    assert not note_of(path).exists()
