"""The look in use: light or dark, chosen or the system's, and how a widget finds it.

There is one `Theme` in a program. It is a child of the `QApplication`, which is the single place where it is
kept; `of` finds it there. Widgets read the tokens when they paint, so a change of theme repaints them with
nothing to keep up to date; only what is kept from an earlier paint listens to `changed`.
"""

from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from launchplanner.ui.theme import fonts
from launchplanner.ui.theme.palette import palette
from launchplanner.ui.theme.sheet import style_sheet
from launchplanner.ui.theme.tokens import DARK, LIGHT, Mode, Tokens

Choice = Literal["light", "dark", "system"]

_Scheme = Qt.ColorScheme
_LOOK: Final = "look"
"""The property of a window that wears a look of its own."""


class Theme(QObject):
    """The tokens in use; `changed` tells when others take their place."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.setObjectName("theme")
        self._choice: Choice = "light"
        self._tokens = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._tokens

    @property
    def choice(self) -> Choice:
        """What was asked for; "system" may mean light or dark."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Change the look of every window at once."""
        self._choice = choice
        hints = QGuiApplication.styleHints()
        # Window frames follow it where the platform draws them dark; elsewhere it does nothing.
        hints.setColorScheme(_scheme(choice))
        self._show(_tokens(choice))

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._show(_tokens("system"))

    def _show(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._app.setPalette(palette(tokens))
        self._app.setStyleSheet(style_sheet(tokens))
        self.changed.emit()


def apply(app: QApplication, choice: Choice = "system") -> Theme:
    """Give the program its look: style, type, palette and style sheet.

    Call it once before the first window; later changes go through `Theme.choose`.
    """
    app.setStyle("Fusion")
    if fonts.load_inter():
        app.setFont(fonts.font("body"))
    theme = of(app)
    theme.choose(choice)
    return theme


def of(_widget: QObject | None = None) -> Theme:
    """Return the theme for a widget; the light one if nobody has chosen yet.

    Raises:
        RuntimeError: there is no `QApplication`.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("A theme needs a QApplication.")  # noqa: TRY004 - there may be none at all
    found = app.findChild(Theme, "theme", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Theme) else Theme(app)


def tokens_of(widget: QObject) -> Tokens:
    """Return the colours that a widget paints with now: those of its window, if it wears a look of its own."""
    own = widget.window().property(_LOOK) if isinstance(widget, QWidget) else None
    return _tokens(own) if own in {"light", "dark"} else of(widget).tokens


def wear(window: QWidget, mode: Mode) -> None:
    """Let one window be light or dark whatever the rest of the program is."""
    tokens = _tokens(mode)
    window.setProperty(_LOOK, mode)
    window.setPalette(palette(tokens))
    window.setStyleSheet(style_sheet(tokens))


def _scheme(choice: Choice) -> Qt.ColorScheme:
    return {"light": _Scheme.Light, "dark": _Scheme.Dark, "system": _Scheme.Unknown}[choice]


def _tokens(choice: Choice) -> Tokens:
    if choice == "system":
        return DARK if QGuiApplication.styleHints().colorScheme() == _Scheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT
