"""Every page in every state: nothing is cut, everything has a name, Tab goes from top to bottom."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from launchplanner.plan.edits import Change
from launchplanner.plan.plan import PERSON, TASK
from launchplanner.ui.inspector.inspector import NARROWEST
from launchplanner.ui.inspector.page import Page
from launchplanner.ui.kit.labels import Label
from tests.ui.inspector.conftest import Open
from tests.ui.inspector.launches import SCENES, after, busy, clock
from tests.ui.inspector.pane import Pane

SCENE_NAMES = [
    "launch", "task", "task-two-owners", "baton-draft", "baton-marking", "baton-returned", "baton-accepted", "phase",
    "person", "person-rtl", "role", "several",
]  # fmt: skip


def page_of(pane: Pane) -> Page:
    page = pane.inspector.page()
    assert page is not None
    return page


def shown(pane: Pane) -> Iterator[QWidget]:
    """Return what can be seen or scrolled to, the insides of Qt's own widgets left out."""
    for widget in page_of(pane).findChildren(QWidget):
        if widget.isVisible() and not widget.objectName().startswith("qt_"):
            yield widget


@pytest.mark.parametrize("name", SCENE_NAMES)
def test_nothing_is_cut_or_nameless_or_out_of_order(opened: Open, name: str) -> None:
    pane = opened(*SCENES()[name])
    pane.inspector.resize(NARROWEST, 700)
    QApplication.processEvents()
    scroll = page_of(pane).findChildren(QScrollArea)[0]
    content = scroll.widget()
    assert content is not None
    stops = [widget for widget in shown(pane) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inside = [widget for widget in _chain(pane.inspector) if widget in stops and content.isAncestorOf(widget)]

    assert pane.inspector.width() == NARROWEST
    assert content.minimumSizeHint().width() <= scroll.viewport().width()
    assert [widget for widget in stops if _right(widget, pane.inspector) > NARROWEST] == []
    assert [widget for widget in stops if not widget.objectName() or not _says(widget)] == []
    assert _steps_up(content, inside) == []


def _right(widget: QWidget, within: QWidget) -> int:
    return widget.mapTo(within, QPoint(widget.width(), 0)).x()


def _says(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "")


def _steps_up(content: QWidget, chain: list[QWidget]) -> list[tuple[str, str]]:
    """Return where Tab goes upwards, by more than the things on one line differ."""
    tops = [widget.mapTo(content, QPoint(0, 0)).y() for widget in chain]
    return [
        (before.objectName(), following.objectName())
        for before, following, top, next_top in zip(chain, chain[1:], tops, tops[1:], strict=False)
        if next_top + following.height() <= top
    ]


def _chain(start: QWidget) -> Iterator[QWidget]:
    at = start.nextInFocusChain()
    while at is not None and at is not start:
        yield at
        at = at.nextInFocusChain()


def test_words_of_people_are_plain_text(opened: Open) -> None:
    bold = "<b>Bold</b> & <img src=x>"
    plan = after(busy(clock()), Change(PERSON, "jonas-reyes", {"name": bold}), Change(TASK, "PO1", {"title": bold}))
    for part in ((TASK, "PO1"), (PERSON, "jonas-reyes")):
        pane = opened(plan, (part,))
        labels = page_of(pane).findChildren(QLabel)

        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels if isinstance(label, Label))
        assert pane.text(f"{part[0]}-title") == bold


def test_a_row_that_comes_takes_its_place_in_the_order_of_tab(opened: Open) -> None:
    pane = opened(*SCENES()["task"])
    key = pane.parts[0][1]

    pane.do(Change(TASK, key, {"links": ("https://example.com/a", "https://example.com/b")}))

    chain = [widget.objectName() for widget in _chain(pane.inspector)]
    places = [chain.index(name) for name in ("task-notes", "task-web-https://example.com/b-open", "task-web-add")]
    assert places == sorted(places)
