"""What is said in sentences: differences since an acceptance, addresses that are opened or not, waived findings."""

import json
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from launchplanner.plan.edits import Waive
from launchplanner.plan.plan import TASK
from launchplanner.ui.inspector import web_links
from launchplanner.ui.inspector.differences import differences
from launchplanner.ui.inspector.findings import FindingsBlock
from tests.builders import a_plan, a_task
from tests.ui.inspector.conftest import Open

ITEM = {"title": "Spec", "state": "ready", "evidence": ""}


def content(**changes: Any) -> str:
    base: dict[str, Any] = {
        "title": "Product to market",
        "giver": "mira",
        "receiver": "jonas",
        "carries": "",
        "bearing": "",
        "items": {"spec": ITEM},
        "prompts": {"q1": "Why?"},
    }
    return json.dumps({**base, **changes})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"bearing": "Steady"}, "The bearing was “” and is “Steady”."),
        ({"receiver": "tessa"}, "Jonas received it, and now Tessa does."),
        ({"giver": "tessa"}, "Mira gave it, and now Tessa does."),
        ({"items": {"spec": ITEM, "demo": {"title": "Demo"}}}, "“Demo” came in."),
        ({"items": {}}, "“Spec” was taken out."),
        ({"items": {"spec": {**ITEM, "state": "draft"}}}, "“Spec” was ready and is draft."),
        ({"items": {"spec": {**ITEM, "evidence": "v3", "title": "Spec 3"}}}, "“Spec 3” changed: evidence and title."),
        ({"prompts": {}}, "A question was taken out: “Why?”"),
        ({"prompts": {"q1": "Why now?"}}, "A question was “Why?” and is “Why now?”"),
    ],
)
def test_each_difference_is_one_sentence(changes: dict[str, Any], said: str) -> None:
    names = {"mira": "Mira", "jonas": "Jonas", "tessa": "Tessa"}

    assert differences(content(), content(**changes), lambda key: names[key]) == (said,)


@pytest.mark.parametrize("before", ["", "{", "[1]", "null"])
def test_a_content_that_was_not_kept_is_told(before: str) -> None:
    assert len(differences(before, content(), str)) == 1


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is asked, said and opened, with every question answered yes."""
    done: list[str] = []

    def confirm(_parent: QWidget, question: str, text: str, _verb: str) -> bool:
        done.append(f"{question} {text}")
        return True

    def tell(_parent: QWidget, sentence: str, _text: str = "") -> None:
        done.append(sentence)

    def open_url(url: QUrl) -> bool:
        done.append(f"opened {url.toString()}")
        return True

    monkeypatch.setattr(web_links, "confirm", confirm)
    monkeypatch.setattr(web_links, "tell", tell)
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return done


def test_an_address_is_opened_after_saying_where_it_leads(opened: Open, outside: list[str]) -> None:
    link = "https://example.com/spec?v=2"
    pane = opened(a_plan(a_task("Spec", links=(link,))), ((TASK, "spec"),))

    pane.click(f"task-web-{link}-open")

    assert outside == [f"Open this outside the program? It leads to example.com. {link}", f"opened {link}"]


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "C:\\spec.docx", "spec"]
)
def test_anything_else_is_copied_and_not_opened(opened: Open, outside: list[str], link: str) -> None:
    pane = opened(a_plan(a_task("Spec", links=(link,))), ((TASK, "spec"),))

    pane.click(f"task-web-{link}-open")

    assert outside == ["Copied, not opened: this is no address of a web page or a mailbox."]
    assert QGuiApplication.clipboard().text() == link


def test_links_are_added_and_taken_off(opened: Open) -> None:
    pane = opened(a_plan(a_task("Spec")), ((TASK, "spec"),))
    pane.type("task-web-add", "https://example.com/a")
    pane.type("task-web-add", "https://example.com/b")

    pane.click("task-web-https://example.com/a-off")

    assert pane.plan.tasks["spec"].links == ("https://example.com/b",)


def test_a_waived_finding_stays_in_sight_and_can_count_again(opened: Open) -> None:
    plan = a_plan(a_task("Spec", phase="positioning"))
    pane = opened(plan, ((TASK, "spec"),))
    pane.check()
    told = pane.find(FindingsBlock, "task-findings").sentences()
    pane.do(Waive("PHA006", "spec", "A head start is agreed"))
    pane.check()
    accepted = pane.find(FindingsBlock, "task-findings").sentences()

    pane.click("unwaive-PHA006")

    assert accepted == [f"{told[0]} Accepted: A head start is agreed"]
    assert not pane.plan.waivers


@pytest.mark.parametrize("name", ["task-title", "task-backup-field"])
def test_undo_is_the_programs_where_nothing_is_typed(opened: Open, name: str) -> None:
    pane = opened(a_plan(a_task("Spec")), ((TASK, "spec"),))
    field = pane.find(QWidget, name)

    def takes_undo() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(field, event)
        return event.isAccepted()

    before = takes_undo()
    pane.type(name, "x", key=None)

    assert (before, takes_undo()) == (False, True)
