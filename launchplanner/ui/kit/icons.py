"""Line icons of one family, tinted in the colour of the text beside them.

The files in `resources/icons` are drawn on 24 by 24 with a stroke of 1.75 in `currentColor`. Pictures are kept in
Qt's own pixmap cache, by name, colour and size, so that nothing of Qt outlives the application.
"""

import math
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from launchplanner.ui import theme
from launchplanner.ui.kit.shapes import painting
from launchplanner.ui.theme.tokens import Tokens, Tone
from launchplanner.words.resources import resource_folder

IconTone = Literal["ink", "muted", "faint", "on_ink"] | Tone

_SIZES: Final = (16, 20)


def icon_names() -> list[str]:
    """Return the names of all icons, in order."""
    return sorted(path.stem for path in _folder().glob("*.svg"))


def icon(name: str, tokens: Tokens, tone: IconTone = "ink") -> QIcon:
    """Return an icon in a colour of the tokens, sharp on the finest screen, faint where it is switched off.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    made = QIcon()
    scale = math.ceil(max(screen.devicePixelRatio() for screen in QGuiApplication.screens()))
    for size in _SIZES:
        made.addPixmap(pixmap(name, icon_colour(tokens, tone), size, scale))
        made.addPixmap(pixmap(name, tokens.faint, size, scale), QIcon.Mode.Disabled)
    return made


def set_icon(target: QAbstractButton | QAction, name: str, tone: IconTone = "ink") -> None:
    """Give a button or an action of Qt's own an icon that follows the theme for as long as the target lives."""
    for earlier in target.findChildren(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly):
        earlier.deleteLater()
    _Tint(target, name, tone)


class _Tint(QObject):
    # A child of what it tints, so that both end together.
    def __init__(self, target: QAbstractButton | QAction, name: str, tone: IconTone) -> None:
        super().__init__(target)
        self._target = target
        self._name = name
        self._tone: IconTone = tone
        theme.of(target).changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self._target.setIcon(icon(self._name, theme.tokens_of(self._target), self._tone))


def icon_colour(tokens: Tokens, tone: IconTone) -> str:
    """Return the colour that a tone stands for."""
    match tone:
        case "ink" | "muted" | "faint" | "on_ink":
            return {"ink": tokens.ink, "muted": tokens.muted, "faint": tokens.faint, "on_ink": tokens.on_ink}[tone]
        case _:
            return tokens.tone(tone).text


def pixmap(name: str, colour: str, size: int, scale: float = 1) -> QPixmap:
    """Return the picture of an icon, `size` wide in logical pixels."""
    key = f"launchplanner/{name}/{colour}/{size}@{scale}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    made = QPixmap(QSize(size, size) * scale)
    made.fill(Qt.GlobalColor.transparent)
    with painting(made) as painter:
        paint_icon(painter, QRectF(made.rect()), name, colour)
    made.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, made)
    return made


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw an icon as lines, at any size and on any device."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    tinted = _source(name).replace(b"currentColor", colour.encode())
    QSvgRenderer(QByteArray(tinted)).render(painter, square)


@lru_cache(maxsize=128)
def _source(name: str) -> bytes:
    return (_folder() / f"{name}.svg").read_bytes()


def _folder() -> Path:
    return resource_folder() / "icons"
