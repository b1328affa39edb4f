"""Lists, tables and trees of Qt's own in the measures of the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView

from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.tokens import ROW_HEIGHT

HEADER_HEIGHT = 30


def dress_table(view: QTableView, says: str) -> None:
    """Give a table rows of one height, hairlines between them, whole rows as selection, quiet heads at the left.

    `says` is its accessible name. Tab leaves the table; arrows move in it.
    """
    _dress(view, says)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    _dress_header(view.horizontalHeader())


def dress_tree(view: QTreeView, says: str) -> None:
    """Give a tree the same look; `says` is its accessible name."""
    _dress(view, says)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setIndentation(20)
    _dress_header(view.header())


def _dress(view: QAbstractItemView, says: str) -> None:
    view.setAccessibleName(says)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)


def _dress_header(header: QHeaderView) -> None:
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setFont(font("caption_medium"))
    header.setFixedHeight(HEADER_HEIGHT)
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
