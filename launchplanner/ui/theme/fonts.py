"""Type: Inter in a few roles, with tabular figures where numbers stand under each other.

Inter is one variable font. Qt offers only its regular cut by name, so the weight is asked for twice: as a weight
for a system font standing in, and as an axis for Inter. Weights above 600 are not used, because Qt then thickens
the strokes a second time.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from PySide6.QtGui import QFont, QFontDatabase

FAMILY: Final = "Inter"
_PACKAGE: Final = "fontpkg_inter"
_FILE: Final = "files/Inter[opsz,wght].ttf"

FontRole = Literal[
    "body", "medium", "strong", "small", "small_medium", "caption", "caption_medium", "caption_strong",
    "title", "heading", "display", "code",
]  # fmt: skip

# Size, line height (both in pixels) and weight.
_ROLES: Final[dict[FontRole, tuple[int, int, int]]] = {
    "body": (13, 18, 400),
    "medium": (13, 18, 500),
    "strong": (13, 18, 600),
    "small": (12, 16, 400),
    "small_medium": (12, 16, 500),
    "caption": (11, 14, 400),
    "caption_medium": (11, 14, 500),
    "caption_strong": (11, 14, 600),
    "title": (15, 20, 600),
    "heading": (20, 26, 600),
    "display": (28, 34, 600),
    "code": (11, 14, 400),
}


def load_inter() -> bool:
    """Make Inter known to Qt; False if its file is missing, and then the system's font stands in."""
    if FAMILY in QFontDatabase.families():
        return True
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return False
    file = Path(spec.origin).parent / _FILE
    return file.is_file() and QFontDatabase.addApplicationFont(str(file)) >= 0


@lru_cache(maxsize=256)
def sized(pixels: int, weight: int = 400) -> QFont:
    """Return the program's font at a size in pixels and a weight from 400 to 600.

    The value is shared: make a `QFont` of it before changing it.
    """
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setVariableAxis(QFont.Tag("wght"), weight)
    font.setVariableAxis(QFont.Tag("opsz"), min(max(pixels, 14), 32))
    return font


@lru_cache(maxsize=64)
def font(role: FontRole = "body", *, figures: bool = False) -> QFont:
    """Return the font of a role, with tabular figures if asked; shared as in `sized`."""
    size, _, weight = _ROLES[role]
    if role == "code":
        return _fixed(size)
    chosen = sized(size, weight)
    return tabular(chosen) if figures else chosen


def tabular(font: QFont) -> QFont:
    """Return the font with figures of one width, for dates and counts in columns."""
    changed = QFont(font)
    changed.setFeature(QFont.Tag("tnum"), 1)
    return changed


def line_height(role: FontRole) -> int:
    """Return how far apart the lines of a role stand, in pixels."""
    return _ROLES[role][1]


def _fixed(pixels: int) -> QFont:
    chosen = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    chosen.setPixelSize(pixels)
    return chosen
