"""Buttons: outlined, filled, quiet and dangerous, with icon, hint and menu.

They paint themselves, because a style sheet can set neither a font's axis nor a focus ring on a filled button,
and because icons must change colour with the theme and with hovering.
"""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.keycaps import keycap_width, paint_keycap
from launchplanner.ui.kit.labels import set_tooltip, without_mnemonic
from launchplanner.ui.kit.shapes import fill, inner, outline, painting
from launchplanner.ui.theme.fonts import sized
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import BUTTON_RADIUS, Tokens

ButtonKind = Literal["normal", "filled", "quiet", "danger", "danger_filled"]
ButtonSize = Literal["small", "regular", "large", "huge"]

_GAP: Final = 8


class _Measures(NamedTuple):
    height: int
    padding: int
    pixels: int
    icon: int


_MEASURES: Final[dict[ButtonSize, _Measures]] = {
    "small": _Measures(26, 10, 12, 14),
    "regular": _Measures(32, 14, 13, 16),
    "large": _Measures(38, 16, 14, 18),
    "huge": _Measures(52, 24, 18, 20),
}


class _Colours(NamedTuple):
    back: str
    border: str
    text: str


class Button(QPushButton):
    """A button in the look of the program; made by `button` and `icon_button`.

    The text may be another person's words: an "&" in it is a letter.
    """

    def __init__(self, text: str, kind: ButtonKind = "normal", size: ButtonSize = "regular") -> None:
        super().__init__(without_mnemonic(text))
        self._label = text
        self._kind: ButtonKind = kind
        self._size: ButtonSize = size
        self._icon_name = ""
        self._hint = ""
        self._is_row = False
        self._menu: QMenu | None = None
        self._by_mouse = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setFont(sized(_MEASURES[size].pixels, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> ButtonKind:
        """How much the button asks for attention."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Ask for more or less attention."""
        self._kind = kind
        self.update()

    def label(self) -> str:
        """Return the words on the button, as they stand."""
        return self._label

    def set_label(self, text: str) -> None:
        """Show other words."""
        self._label = text
        self.setText(without_mnemonic(text))
        self.updateGeometry()
        self.update()

    def set_icon_name(self, name: str) -> None:
        """Show an icon before the words; none for an empty name."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Show a key after the words, such as "Ctrl N"; it does not make the key work."""
        self._hint = hint
        self.updateGeometry()
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """Open a menu when pressed; the button keeps it."""
        self._menu = menu
        self.setMenu(menu)
        self.updateGeometry()

    def set_row(self) -> None:
        """Lie in a list of buttons: as wide as the list, words at the left, the key at the right."""
        self._is_row = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that words, icon and key need."""
        measures = _MEASURES[self._size]
        if not self._label:
            return QSize(measures.height, measures.height)
        return QSize(round(self._content_width() + 2 * measures.padding), measures.height)

    def minimumSizeHint(self) -> QSize:
        """Return the same room: a button's words are never cut by its layout."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how focus came: the ring is for those who use the keyboard."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the whole button."""
        tokens = tokens_of(self)
        colours = self._colours(tokens)
        area = QRectF(self.rect())
        with painting(self) as painter:
            fill(painter, colours.back)
            painter.drawRoundedRect(area, BUTTON_RADIUS, BUTTON_RADIUS)
            outline(painter, colours.border)
            painter.drawRoundedRect(inner(area, 0.5), BUTTON_RADIUS, BUTTON_RADIUS)
            self._paint_content(painter, tokens, colours.text)
            if self.hasFocus() and not self._by_mouse:
                self._paint_focus(painter, tokens)

    def _paint_focus(self, painter: QPainter, tokens: Tokens) -> None:
        area = QRectF(self.rect())
        if self._kind in {"filled", "danger_filled"}:
            # On a dark fill the ring needs a light line to be seen.
            outline(painter, tokens.panel, 1.5)
            painter.drawRoundedRect(inner(area, 2.75), BUTTON_RADIUS - 2, BUTTON_RADIUS - 2)
        outline(painter, tokens.ink, 2)
        painter.drawRoundedRect(inner(area, 1), BUTTON_RADIUS, BUTTON_RADIUS)

    def _paint_content(self, painter: QPainter, tokens: Tokens, colour: str) -> None:
        measures = _MEASURES[self._size]
        area = QRectF(self.rect())
        left = measures.padding if self._is_row else (area.width() - self._content_width()) / 2
        middle = area.center().y()
        if self._icon_name:
            square = QRectF(left, middle - measures.icon / 2, measures.icon, measures.icon)
            paint_icon(painter, square, self._icon_name, colour)
            left += measures.icon + _GAP
        outline(painter, colour)
        painter.setFont(self.font())
        width = self._text_width()
        painter.drawText(QRectF(left, 0, width + 1, area.height()), Qt.AlignmentFlag.AlignVCenter, self._label)
        left += width + _GAP
        if self._menu:
            square = QRectF(left - 2, middle - 7, 14, 14)
            paint_icon(painter, square, "chevron-down", colour)
            left += 14 + _GAP
        if self._hint:
            needed = keycap_width(self._hint)
            left = area.right() - measures.padding - needed if self._is_row else left
            paint_keycap(painter, QPointF(left, middle), tokens, self._hint, colour=colour)

    def _content_width(self) -> float:
        parts = [
            _MEASURES[self._size].icon if self._icon_name else 0,
            self._text_width() if self._label else 0,
            14 if self._menu else 0,
            keycap_width(self._hint) if self._hint else 0,
        ]
        shown = [part for part in parts if part]
        return sum(shown) + _GAP * (len(shown) - 1)

    def _text_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self._label)

    def _colours(self, tokens: Tokens) -> _Colours:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        flags = option.state
        down = bool(flags & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_On))
        over = bool(flags & QStyle.StateFlag.State_MouseOver)
        if not self.isEnabled():
            return _disabled(tokens, self._kind)
        return _enabled(tokens, self._kind, over=over, down=down)


def _disabled(tokens: Tokens, kind: ButtonKind) -> _Colours:
    if kind == "quiet":
        return _Colours("transparent", "transparent", tokens.faint)
    back = tokens.track if kind in {"filled", "danger_filled"} else tokens.panel
    return _Colours(back, tokens.line, tokens.faint)


def _enabled(tokens: Tokens, kind: ButtonKind, *, over: bool, down: bool) -> _Colours:
    if kind == "filled":
        back = tokens.ink_hover if over or down else tokens.ink
        return _Colours(back, back, tokens.on_ink)
    if kind == "danger_filled":
        return _Colours(tokens.error.text, tokens.error.text, tokens.on_ink)
    if kind == "danger":
        back = tokens.error.tint if over or down else tokens.panel
        return _Colours(back, tokens.error.line if over else tokens.line, tokens.error.text)
    back = tokens.pressed if down else tokens.hover
    if kind == "quiet":
        back = back if over or down else "transparent"
        return _Colours(back, back, tokens.ink)
    return _Colours(back if over or down else tokens.panel, tokens.line, tokens.ink)


def button(
    text: str,
    kind: ButtonKind = "normal",
    *,
    size: ButtonSize = "regular",
    icon: str = "",
    hint: str = "",
    shortcut: str = "",
    menu: QMenu | None = None,
    row: bool = False,
    name: str = "",
    on_click: Callable[[], object] | None = None,
) -> Button:
    """Return a button that says what will be so.

    Args:
        text: the words, as they stand.
        kind: at most one button of a pane is "filled".
        size: "small" on rows, "large" on the start page, "huge" on the run sheet.
        icon: the name of an icon before the words.
        hint: a key shown after the words, worked by somebody else, such as an action.
        shortcut: a key that the button itself answers to; it is shown in the tooltip.
        menu: what opens below; a chevron says so.
        row: lie in a list of buttons, with the words at the left.
        name: the object name.
        on_click: what is called when it is pressed.
    """
    made = Button(text, kind, size)
    made.set_icon_name(icon)
    made.set_hint(hint)
    made.setObjectName(name)
    if menu is not None:
        made.set_menu(menu)
    if row:
        made.set_row()
    if shortcut:
        made.setShortcut(QKeySequence(shortcut))
        set_tooltip(made, shortcut_text(shortcut))
    if on_click is not None:

        def pressed() -> None:
            on_click()

        made.clicked.connect(pressed)
    return made


def icon_button(
    icon: str,
    says: str,
    kind: ButtonKind = "quiet",
    *,
    size: ButtonSize = "regular",
    name: str = "",
    on_click: Callable[[], object] | None = None,
) -> Button:
    """Return a square button with an icon only; `says` is its tooltip and its accessible name."""
    made = button("", kind, size=size, icon=icon, name=name, on_click=on_click)
    made.setAccessibleName(says)
    set_tooltip(made, says)
    return made


def shortcut_text(shortcut: str | QKeySequence) -> str:
    """Return a key as this program writes it: "Ctrl Shift H"."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ").strip()
