"""Fields to type in: one line, several lines, a number, a day, and the one that searches."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QSpinBox, QStyledItemDelegate, QWidget

from launchplanner.ui.kit.calendars import dress_calendar
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.keycaps import keycap_width, paint_keycap
from launchplanner.ui.kit.shapes import painting
from launchplanner.ui.theme.theme import tokens_of

_ICON: Final = 16


class SearchField(QLineEdit):
    """A line to search with: a lens before the words, and while it is empty the key that leads here."""

    def __init__(self, placeholder: str, hint: str = "") -> None:
        super().__init__()
        self._hint = hint
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(False)
        self.setTextMargins(_ICON + 6, 0, round(keycap_width(hint)) + 6 if hint else 0, 0)

    def sizeHint(self) -> QSize:
        """Return room for the placeholder and the key."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(words + _ICON + 60 + round(keycap_width(self._hint)), 180), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lens and key over the field."""
        super().paintEvent(event)
        tokens = tokens_of(self)
        with painting(self) as painter:
            middle = self.height() / 2
            paint_icon(painter, QRectF(10, middle - _ICON / 2, _ICON, _ICON), "search", tokens.muted)
            if self._hint and not self.text():
                left = self.width() - 9 - keycap_width(self._hint)
                paint_keycap(painter, QPointF(left, middle), tokens, self._hint)


def line_edit(says: str, *, placeholder: str = "", name: str = "", text: str = "") -> QLineEdit:
    """Return a field for one line; `says` is its accessible name."""
    made = QLineEdit(text)
    _dress(made, says, name)
    made.setPlaceholderText(placeholder)
    return made


def text_edit(says: str, *, placeholder: str = "", name: str = "", lines: int = 3) -> QPlainTextEdit:
    """Return a field for several lines of plain text; Tab leaves it."""
    made = QPlainTextEdit()
    _dress(made, says, name)
    made.setPlaceholderText(placeholder)
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * lines + 24)
    return made


def combo_box(says: str, *, name: str = "") -> QComboBox:
    """Return a list to choose one from; `says` is its accessible name."""
    made = QComboBox()
    _dress(made, says, name)
    # The popup's own delegate draws a frame that no style sheet reaches.
    made.setItemDelegate(QStyledItemDelegate(made))
    return made


def spin_box(says: str, *, low: int, high: int, suffix: str = "", name: str = "") -> QSpinBox:
    """Return a field for a whole number; `suffix` is its unit, with a space before it."""
    made = QSpinBox()
    _dress(made, says, name)
    made.setRange(low, high)
    made.setSuffix(suffix)
    # WORKAROUND: a style sheet's padding does not reach the digits of a spin box (Qt 6.11).
    made.lineEdit().setTextMargins(9, 0, 0, 0)
    return made


def date_edit(says: str, *, name: str = "") -> QDateEdit:
    """Return a field for a day, with a calendar that opens from it."""
    made = QDateEdit()
    _dress(made, says, name)
    made.setCalendarPopup(True)
    made.setDisplayFormat("ddd d MMM yyyy")
    dress_calendar(made.calendarWidget())
    return made


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Show in the field's border whether its content can be taken; say the reason beside it."""
    if field.property("wrong") != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


def _dress(field: QWidget, says: str, name: str) -> None:
    field.setAccessibleName(says)
    field.setObjectName(name)
