"""What people typed is shown as it stands: no markup, no swallowed letters, no opened files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from launchplanner.ui import kit

HOSTILE = '<b>x</b> <img src="//probe/x.png"> if a<b and c>d & more'


def widths(qtbot: QtBot, texts: tuple[str, str]) -> list[int]:
    made = [kit.label(text) for text in texts]
    for one in made:
        qtbot.addWidget(one)
    return [one.sizeHint().width() for one in made]


def test_a_label_shows_tags_as_letters(qtbot: QtBot) -> None:
    tagged, bare = widths(qtbot, ("<b>x</b>", "x"))

    assert tagged > bare * 4


def test_a_label_shows_the_same_as_one_that_cannot_do_otherwise(qtbot: QtBot) -> None:
    ours = kit.label(HOSTILE)
    qtbot.addWidget(ours)
    reference = QLabel()
    qtbot.addWidget(reference)
    reference.setTextFormat(Qt.TextFormat.PlainText)
    reference.setFont(ours.font())
    reference.setProperty("tone", "ink")
    reference.setText(HOSTILE)
    for one in (ours, reference):
        one.resize(500, 20)

    assert ours.grab().toImage() == reference.grab().toImage()


@pytest.mark.parametrize("made", ["question", "notice", "empty", "head"])
def test_every_label_inside_the_larger_parts_is_plain(qtbot: QtBot, made: str) -> None:
    parts: dict[str, QWidget] = {
        "question": kit.Question(None, HOSTILE, HOSTILE, [kit.Verb("do", HOSTILE)]),
        "notice": kit.NoticeBar(),
        "empty": kit.EmptyState("baton", HOSTILE, HOSTILE, kit.button(HOSTILE)),
        "head": kit.SectionHead(HOSTILE, HOSTILE),
    }
    for part in parts.values():
        qtbot.addWidget(part)

    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in parts[made].findChildren(QLabel))


def test_a_tooltip_reads_as_it_was_typed(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    kit.set_tooltip(widget, HOSTILE)
    document = QTextDocument()
    document.setHtml(widget.toolTip())

    assert document.toPlainText() == HOSTILE


def test_no_text_is_no_tooltip() -> None:
    assert kit.tooltip("") == ""


def test_an_ampersand_on_a_button_is_a_letter(qtbot: QtBot) -> None:
    made = kit.button("R&D owns it")
    qtbot.addWidget(made)

    assert made.label() == "R&D owns it"
    assert made.text() == "R&&D owns it"
    assert made.shortcut().isEmpty()


def test_an_elided_label_tells_the_whole_name_only_when_it_is_cut(qtbot: QtBot) -> None:
    name = "Mechanism-to-message table <b>2</b>"
    made = kit.ElidedLabel(name)
    qtbot.addWidget(made)
    made.resize(80, 20)
    made.show()
    cut = made.toolTip()
    made.resize(600, 20)
    qtbot.waitUntil(lambda: made.toolTip() == "")

    assert cut == kit.tooltip(name)
    assert made.minimumSizeHint().width() <= 40


def test_an_elided_label_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    made = kit.ElidedLabel("A name that is far too long\nfor its place")
    qtbot.addWidget(made)
    made.resize(90, 20)

    assert made.shown_text().endswith("…")
    assert "\n" not in made.shown_text()


def test_names_in_a_sentence_are_bold_and_nothing_else_is() -> None:
    runs = kit.with_strong("<b>x</b> has two owners, Ana and Ana Bell.", ["<b>x</b>", "Ana Bell", ""])

    assert [run.text for run in runs if run.strong] == ["<b>x</b>", "Ana Bell"]
    assert kit.plain(runs) == "<b>x</b> has two owners, Ana and Ana Bell."


def test_a_name_inside_another_is_not_marked_twice() -> None:
    runs = kit.with_strong("Sales training waits for Sales.", ["Sales", "Sales training"])

    assert [run.text for run in runs if run.strong] == ["Sales training"]


def test_a_sentence_wraps_in_a_narrow_place(qtbot: QtBot) -> None:
    made = kit.Sentence((kit.Run("Sales training", strong=True), kit.Run(" has two owners, Jonas and Tessa. 🚀 Yes")))
    qtbot.addWidget(made)

    assert made.heightForWidth(600) == 18
    assert made.heightForWidth(120) >= 36
    assert made.accessibleName() == "Sales training has two owners, Jonas and Tessa. 🚀 Yes"
    assert not made.grab().isNull()
