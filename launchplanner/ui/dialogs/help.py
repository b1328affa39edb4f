"""The user's guide and the handbook of rules, in a window beside the plan, searchable and offline."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from launchplanner.reports.handbook import handbook, page_markdown
from launchplanner.ui.kit.fields import SearchField
from launchplanner.ui.kit.labels import tooltip
from launchplanner.ui.kit.surfaces import rows
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _
from launchplanner.words.resources import resource_folder

_MARKDOWN: Final = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_MARGIN: Final = 32
_ABOVE_HEAD: Final = 14
_BELOW: Final = 10
_CELL: Final = 5
_BELOW_ITEM: Final = 4
_LINE_PERCENT: Final = 125


def show_guide(parent: QWidget | None) -> None:
    """Open the user's guide."""
    folder = resource_folder() / "help"
    entries = [_entry(path) for path in sorted(folder.glob("*.md"))]
    HelpWindow(parent, _("User's guide"), entries).show()


def show_handbook(parent: QWidget | None, rule: str = "") -> None:
    """Open the handbook of rules, at one of them if it is named."""
    pages = [page for chapter in handbook() for page in chapter.pages]
    entries = [(f"{page.id} {page.title}", page_markdown(page, level=2)) for page in pages]
    window = HelpWindow(parent, _("Handbook of rules"), entries)
    window.go_to(rule)
    window.show()


def _entry(path: Path) -> tuple[str, str]:
    text = path.read_text(encoding="utf-8")
    return text.splitlines()[0].lstrip("# "), text


class HelpWindow(QDialog):
    """Pages on the left, the chosen one on the right; typing narrows the pages to those with the words."""

    def __init__(self, parent: QWidget | None, title: str, entries: list[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setObjectName("help-window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(960, 680)
        self._entries = entries
        self.search = SearchField(_("Search"))
        self.search.setObjectName("help-search")
        self.list = QListWidget()
        self.list.setObjectName("help-pages")
        self.list.setAccessibleName(title)
        self.page = QTextBrowser()
        self.page.setObjectName("help-page")
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.page.anchorClicked.connect(self._follow)
        for entry_title, _text in entries:
            item = QListWidgetItem(entry_title)
            item.setToolTip(tooltip(entry_title))
            self.list.addItem(item)
        left = QWidget()
        column = rows(left, margin=12, spacing=8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        across = QSplitter()
        across.addWidget(left)
        across.addWidget(self.page)
        across.setStretchFactor(1, 1)
        across.setSizes([320, 640])
        rows(self).addWidget(across)
        self.search.textEdited.connect(self._narrow)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def go_to(self, start: str) -> None:
        """Show the first page whose title begins with a text."""
        for row, (title, _text) in enumerate(self._entries):
            if start and title.startswith(start):
                self.list.setCurrentRow(row)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self.page.setDocument(page_of(self._entries[row][1], self.page))

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        first = -1
        for row, (title, page) in enumerate(self._entries):
            fits = all(word in f"{title} {page}".casefold() for word in wanted)
            self.list.item(row).setHidden(not fits)
            first = row if fits and first < 0 else first
        if first >= 0:
            self.list.setCurrentRow(first)

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.endswith(".md"):
            wanted = Path(target).stem
            folder = resource_folder() / "help"
            for row, path in enumerate(sorted(folder.glob("*.md"))):
                if path.stem == wanted:
                    self.list.setCurrentRow(row)
        elif url.scheme() == "https":
            QDesktopServices.openUrl(url)


def page_of(text: str, parent: QObject | None = None) -> QTextDocument:
    """Return a page of Markdown laid out for reading: room around it, between its blocks and its lines."""
    page = QTextDocument(parent)
    page.setDefaultFont(font("body"))
    page.setDocumentMargin(_MARGIN)
    page.setMarkdown(text, _MARKDOWN)
    block = page.begin()
    while block.isValid():
        _lay_out(block)
        block = block.next()
    for frame in page.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _lay_out_table(frame)
    return page


def _lay_out_table(table: QTextTable) -> None:
    shape = table.format()
    shape.setCellPadding(_CELL)
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(QColor(tokens_of(table).line))
    shape.setBottomMargin(_BELOW)
    shape.setTopMargin(_BELOW)
    table.setFormat(shape)


def _lay_out(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    space = QTextBlockFormat()
    space.setTopMargin(_ABOVE_HEAD if level > 1 else 0)
    is_code = _is_code(block)
    in_table = bool(cursor.currentTable())
    follows = (is_code and _is_code(block.next())) or in_table
    space.setBottomMargin(0 if follows else _BELOW_ITEM if block.textList() else _BELOW)
    if is_code:
        # Qt keeps such lines whole, and then the page scrolls to the side.
        space.setNonBreakableLines(False)
    space.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(space)
    for place in block.textFormats():
        # Qt thickens Inter's strokes for a bold that the font does not have by that name.
        heavy = place.format.fontWeight() > QFont.Weight.Medium
        if not level and not heavy:
            continue
        cursor.setPosition(block.position() + place.start)
        cursor.setPosition(block.position() + place.start + place.length, QTextCursor.MoveMode.KeepAnchor)
        changed = QTextCharFormat()
        changed.setFont(
            font("heading" if level == 1 else "title" if level else "strong"),
            QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll,
        )
        # Steps of a fifth above the text, which count more than the font's own size.
        changed.setProperty(QTextFormat.Property.FontSizeAdjustment, 2 if level == 1 else 1 if level else 0)
        cursor.mergeCharFormat(changed)


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
