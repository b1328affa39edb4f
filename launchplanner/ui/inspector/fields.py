"""Fields that show a value of the plan and ask for another one; none of them keeps a value of its own.

Each is shown a value with `show_value` and emits `committed` when a person is done with it: at Enter, at leaving, or
at a choice. It then shows what the plan says: the new value if the edit was made, the old one if it was refused. What
somebody is still typing is never overwritten, and Esc takes it back.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QStyledItemDelegate

from launchplanner.ui.theme.fonts import FontRole, font

Choice = tuple[str, str]
"""A value, and the words that stand for it."""

_NARROWEST = 40
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def when(signal: SignalInstance, do: Callable[[Any], object]) -> None:
    """Call a function with what a signal tells."""
    signal.connect(do)


class LineField(QLineEdit):
    """One line of text."""

    committed = Signal(str)

    def __init__(self, says: str, *, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._shown = ""
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setPlaceholderText(placeholder)
        self.returnPressed.connect(self.commit)

    @property
    def is_typed_in(self) -> bool:
        """Whether somebody has typed something that is not asked for yet."""
        return self.text() != self._shown

    def show_value(self, text: str) -> None:
        """Show another text, unless somebody is typing."""
        is_typed_in = self.is_typed_in
        self._shown = text
        if not is_typed_in:
            self.restore()

    def commit(self) -> None:
        """Ask for what was typed, if it differs from what is shown."""
        typed = self.text().strip()
        differs = typed != self._shown
        self.restore()
        if differs:
            self.committed.emit(typed)

    def restore(self) -> None:
        """Show what the plan says."""
        if self.is_typed_in:
            self.setText(self._shown)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def minimumSizeHint(self) -> QSize:
        """Return a width for a few letters: a long text never widens its pane."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program where the field has nothing to undo."""
        if _is_undo(event) and not self.is_typed_in:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc take back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.is_typed_in:
            self.restore()
            self.selectAll()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be done at leaving, but not for a menu or another window."""
        super().focusOutEvent(event)
        if _is_left(event):
            self.commit()


class TextField(QPlainTextEdit):
    """Plain text that wraps and grows with what is in it; Tab leaves it, Ctrl Enter is done with it.

    One of a `single` paragraph, such as a title, is done at Enter.
    """

    committed = Signal(str)

    def __init__(
        self,
        says: str,
        *,
        name: str,
        placeholder: str = "",
        least: int = 1,
        most: int = 12,
        role: FontRole = "body",
        single: bool = False,
    ) -> None:
        super().__init__()
        self._shown = ""
        self._lines = (least, most)
        self._single = single
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFont(font(role))
        self.document().setDocumentMargin(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    @property
    def is_typed_in(self) -> bool:
        """Whether somebody has typed something that is not asked for yet."""
        return self.toPlainText() != self._shown

    def text(self) -> str:
        """Return what stands in the field."""
        return self.toPlainText()

    def show_value(self, text: str) -> None:
        """Show another text, unless somebody is typing."""
        is_typed_in = self.is_typed_in
        self._shown = text
        if not is_typed_in:
            self.restore()

    def commit(self) -> None:
        """Ask for what was typed, if it differs from what is shown."""
        typed = " ".join(self.toPlainText().split()) if self._single else self.toPlainText().strip()
        differs = typed != self._shown
        self.restore()
        if differs:
            self.committed.emit(typed)

    def restore(self) -> None:
        """Show what the plan says."""
        if self.is_typed_in:
            self.setPlainText(self._shown)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program where the field has nothing to undo."""
        if _is_undo(event) and not self.is_typed_in:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done at Enter or Ctrl Enter; let Esc take back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.is_typed_in:
            self.restore()
            return
        if event.key() in _ENTER and (self._single or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.commit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be done at leaving, but not for a menu or another window."""
        super().focusOutEvent(event)
        if _is_left(event):
            self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the pane scroll."""
        event.ignore()

    def _fit(self) -> None:
        least, most = self._lines
        # The document of a plain text field counts its height in lines.
        lines = max(least, min(most, round(self.document().size().height())))
        frame = 2 * round(self.document().documentMargin()) + 12
        height = lines * self.fontMetrics().lineSpacing() + frame
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
        scrolls = round(self.document().size().height()) > most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)


class ChoiceField(QComboBox):
    """One of several; a value that is not among the choices, as from a newer version, is kept and shown."""

    committed = Signal(str)

    def __init__(self, says: str, *, name: str, choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        # The popup's own delegate draws a frame that no style sheet reaches.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choices: tuple[Choice, ...] = ()
        self._shown = ""
        self.show_choices(choices)
        self.activated.connect(self._choose)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices."""
        if self._choices == tuple(choices):
            return
        self._choices = tuple(choices)
        self.clear()
        for value, text in self._choices:
            self.addItem(text, value)
        self._show()

    def show_value(self, value: str) -> None:
        """Show what the plan says."""
        self._shown = value
        self._show()

    def value(self) -> str:
        """Return the value that is shown."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the pane scroll: a value never changes under somebody who reads on."""
        event.ignore()

    def _show(self) -> None:
        at = self.findData(self._shown)
        if at < 0 and self._shown:
            self.addItem(self._shown, self._shown)
            at = self.count() - 1
        if self.currentIndex() != at:
            self.setCurrentIndex(at)

    def _choose(self, at: int) -> None:
        chosen = str(self.itemData(at))
        differs = chosen != self._shown
        self._show()
        if differs:
            self.committed.emit(chosen)


class NumberField(QSpinBox):
    """A whole number with its unit; `suffix` starts with a space."""

    committed = Signal(int)

    def __init__(
        self, says: str, *, name: str, low: int, high: int, suffix: str = "", none: str = "", step: int = 1
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setRange(low, high)
        self.setSuffix(suffix)
        self.setSpecialValueText(none)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        # Its own policy would take the longest number and unit for its least width.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # WORKAROUND: a style sheet's padding does not reach the digits of a spin box (Qt 6.11).
        self.lineEdit().setTextMargins(9, 0, 0, 0)
        self._shown = low
        self.editingFinished.connect(self.commit)

    @property
    def is_typed_in(self) -> bool:
        """Whether somebody has typed something that is not asked for yet."""
        return self.lineEdit().text() != self._words(self._shown)

    def show_value(self, number: int) -> None:
        """Show another number, unless somebody is typing."""
        is_typed_in = self.is_typed_in
        self._shown = number
        if not is_typed_in:
            self.setValue(number)

    def commit(self) -> None:
        """Ask for what was typed, if it differs from what is shown."""
        asked = self.value()
        self.restore()
        if asked != self._shown:
            self.committed.emit(asked)

    def restore(self) -> None:
        """Show what the plan says."""
        self.setValue(self._shown)

    def stepBy(self, steps: int) -> None:
        """Make each step by key or arrow an edit of its own."""
        super().stepBy(steps)
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc take back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.is_typed_in:
            self.restore()
            self.selectAll()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the pane scroll."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Return a width for a few digits."""
        return QSize(64, super().minimumSizeHint().height())

    def _words(self, number: int) -> str:
        if number == self.minimum() and self.specialValueText():
            return self.specialValueText()
        return f"{self.textFromValue(number)}{self.suffix()}"


def _is_left(event: QFocusEvent) -> bool:
    return event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


def _is_undo(event: QEvent) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
