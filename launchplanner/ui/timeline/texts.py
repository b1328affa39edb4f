"""Measured and shortened texts, kept from one painting to the next: text is what painting a timeline costs."""

from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from launchplanner.ui.theme import FontRole, font

_MOST: Final = 4000
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Texts:
    """Widths and elisions by font role. Made anew when fonts change."""

    def __init__(self) -> None:
        self._metrics: dict[FontRole, QFontMetricsF] = {}
        self._shown: dict[tuple[str, FontRole, int], str] = {}
        self._widths: dict[tuple[str, FontRole], float] = {}

    def elided(self, text: str, role: FontRole, width: float) -> str:
        """Return the text on one line, ending in "…" where it is wider than `width` pixels."""
        key = (text, role, int(width))
        found = self._shown.get(key)
        if found is None:
            line = " ".join(text.splitlines()) if "\n" in text else text
            found = self._of(role).elidedText(line, Qt.TextElideMode.ElideRight, max(int(width), 0))
            _keep(self._shown, key, found)
        return found

    def is_cut(self, text: str, role: FontRole, width: float) -> bool:
        """Say whether a text does not fit."""
        return self.elided(text, role, width) != text

    def width(self, text: str, role: FontRole) -> float:
        """Return how wide a text is, in pixels."""
        key = (text, role)
        found = self._widths.get(key)
        if found is None:
            found = self._of(role).horizontalAdvance(text)
            _keep(self._widths, key, found)
        return found

    def _of(self, role: FontRole) -> QFontMetricsF:
        found = self._metrics.get(role)
        if found is None:
            found = self._metrics[role] = QFontMetricsF(font(role))
        return found


def _keep(table: dict[_Key, _Value], key: _Key, value: _Value) -> None:
    if len(table) >= _MOST:
        table.clear()
    table[key] = value
