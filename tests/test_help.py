"""The user's guide: pages, links, commands and keys are those of the program.

`python -m tests.test_help` writes the keys of the program into the page about the keyboard.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from launchplanner.cli.main import COMMANDS, parser, window_parser
from launchplanner.formats.exporters import EXPORTERS
from launchplanner.formats.importers import IMPORTERS
from launchplanner.formats.templates import templates
from launchplanner.ui.actions import actions, menu_titles
from launchplanner.ui.dialogs.help import page_of, show_guide
from launchplanner.ui.shortcuts import in_the_timeline
from launchplanner.words.resources import resource_folder

FOLDER = resource_folder() / "help"
KEYBOARD = "11-keyboard.md"
BEGIN, END = "## File\n", "## In the list of problems\n"
"""What stands between is made from the table of actions and checked against it."""
PAGES: Final = tuple(sorted(path.name for path in FOLDER.glob("*.md")))
_LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
_COMMAND = re.compile(r"^(launchplanner\b.*)$|`(launchplanner [^`]*)`", re.MULTILINE)


def text_of(page: str) -> str:
    return (FOLDER / page).read_text(encoding="utf-8")


def commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for fenced, inline in _COMMAND.findall(text_of(page)):
            yield page, fenced or inline


def keys() -> str:
    """Return the tables of keys as Markdown, a chapter for each menu and one for the timeline."""
    chapters = [
        (title.replace("&", ""), [(action.shortcut, action.text) for action in actions() if action.menu == menu])
        for menu, title in menu_titles().items()
    ]
    chapters.append(("In the timeline", in_the_timeline()))
    lines: list[str] = []
    for title, entries in chapters:
        bound = [(key, text) for key, text in entries if key]
        if bound:
            lines += [f"## {title}", "", "| Key | What it does |", "| --- | --- |"]
            lines += [f"| {shown(key)} | {text} |" for key, text in bound]
            lines.append("")
    return "\n".join(lines) + "\n"


def shown(key: str) -> str:
    """Return keys as the guide writes them: "Ctrl Shift S", "Ctrl +"."""
    return re.sub(r"(?<=[A-Za-z])\+", " ", key)


def written_keys() -> str:
    text = text_of(KEYBOARD)
    return text[text.index(BEGIN) : text.index(END)]


def test_there_is_a_guide_and_its_pages_are_numbered_without_a_gap() -> None:
    assert [int(page[:2]) for page in PAGES] == list(range(1, len(PAGES) + 1))
    assert len(PAGES) >= 10


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_title_in_its_first_line(page: str) -> None:
    lines = text_of(page).splitlines()

    assert re.fullmatch(r"# \S.*", lines[0])
    assert not [line for line in lines[1:] if line.startswith("# ")]
    assert "<" not in text_of(page)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_pages(page: str) -> None:
    assert [link for link in _LINK.findall(text_of(page)) if link not in PAGES] == []


@pytest.mark.parametrize(("page", "command"), list(commands()))
def test_commands_are_understood(page: str, command: str) -> None:
    arguments = shlex.split(command)[1:]
    chosen = parser() if arguments and arguments[0] in COMMANDS else window_parser()
    if "--help" in arguments:
        with pytest.raises(SystemExit, match="0"):
            chosen.parse_args(arguments)
    else:
        assert chosen.parse_args(arguments), page


def test_every_command_is_in_the_guide() -> None:
    told = {shlex.split(command)[1:2][0] for _page, command in commands() if len(shlex.split(command)) > 1}

    assert set(COMMANDS) - told == set()


def test_what_can_be_made_read_and_written_is_in_the_guide() -> None:
    names = {template.name for template in templates()}
    read = {suffix for importer in IMPORTERS for suffix in importer.suffixes}
    written = {exporter.suffix for exporter in EXPORTERS}

    assert {name for name in names if name not in text_of("02-make-a-launch.md")} == set()
    assert {suffix for suffix in read if suffix not in text_of("10-import-a-plan.md")} == set()
    assert {suffix for suffix in written if suffix not in text_of("12-command-line.md")} == set()


def test_keys_are_those_of_the_program() -> None:
    assert written_keys() == keys(), "python -m tests.test_help renews the page"


def test_a_page_is_shown_with_its_tables(qapp: object) -> None:
    page = page_of(text_of("10-import-a-plan.md"))

    assert isinstance(page, QTextDocument)
    assert "|" not in page.toPlainText()
    assert page.begin().blockFormat().headingLevel() == 1


def test_a_link_opens_the_page_and_words_narrow_the_list(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    show_guide(parent)
    window = parent.findChild(QDialog, "help-window")
    assert isinstance(window, QDialog)
    pages = window.findChild(QListWidget, "help-pages")
    page = window.findChild(QTextBrowser, "help-page")
    search = window.findChild(QLineEdit, "help-search")
    assert isinstance(pages, QListWidget)
    assert isinstance(page, QTextBrowser)
    assert isinstance(search, QLineEdit)

    page.anchorClicked.emit(QUrl("10-import-a-plan.md"))
    assert pages.currentRow() == PAGES.index("10-import-a-plan.md")

    QTest.keyClicks(search, "sarif")
    assert [row for row in range(pages.count()) if not pages.item(row).isHidden()] == [
        PAGES.index("12-command-line.md")
    ]
    window.close()


def renew() -> None:
    path = Path(FOLDER / KEYBOARD)
    path.write_text(text_of(KEYBOARD).replace(written_keys(), keys()), encoding="utf-8")


if __name__ == "__main__":
    renew()
