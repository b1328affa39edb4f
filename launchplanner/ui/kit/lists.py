"""Framed lists to choose from, with rows high enough for a finger."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

LIST_ROW: Final = 28


def list_box(says: str, *, name: str = "", rows: int = 8) -> QListWidget:
    """Return a framed list to choose from; `rows` is how many it shows at once."""
    made = QListWidget()
    made.setAccessibleName(says)
    made.setObjectName(name)
    made.setProperty("boxed", True)  # noqa: FBT003 - Qt's own signature
    made.setMinimumHeight(rows * LIST_ROW + 10)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def list_item(text: str, key: object = None, *, checked: bool | None = None) -> QListWidgetItem:
    """Return a line for a `list_box`; `key` is kept as its user data, `checked` gives it a box to tick."""
    made = QListWidgetItem(text)
    made.setSizeHint(QSize(0, LIST_ROW))
    made.setData(Qt.ItemDataRole.UserRole, key)
    if checked is not None:
        made.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
    return made
