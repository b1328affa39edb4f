"""The colours of paper: white ground, dark ink, and one colour for each family of roles.

They are those of the light window, so that a person wears the same colour on screen and on paper. Nothing is told by
colour alone: faces carry initials, signs their shape.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

INK: Final = "#1B2230"
MUTED: Final = "#626C81"
LINE: Final = "#E4E7EC"
EDGE: Final = "#8791A3"

FACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "pm": "#2F6FDE",
        "pmm": "#C15523",
        "engineering": "#6C5CD6",
        "design": "#0D8478",
        "sales": "#B4418E",
        "support": "#8A6D1B",
        "enablement": "#4C7A34",
        "quality": "#5A6B85",
        "legal": "#1F7A99",
        "sponsor": "#B05A5A",
    }
)
"""Under white initials; at least 4.5:1 against them."""
FILLS: Final[Mapping[str, str]] = MappingProxyType({**FACES, "pmm": "#D9622B", "design": "#0E8A7D"})
"""Of capsules, which carry no text: at least 3:1 against white."""
NO_FAMILY: Final = "#667085"


def face_colour(family: str) -> str:
    """Return the colour of a family of roles; grey for one that is not known."""
    return FACES.get(family, NO_FAMILY)


def fill_colour(family: str) -> str:
    """Return the colour of a family where nothing is written on it."""
    return FILLS.get(family, NO_FAMILY)
