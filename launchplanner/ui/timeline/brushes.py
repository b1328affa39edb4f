"""What every painting function of the timeline is given."""

from dataclasses import dataclass

from launchplanner.ui.theme import Tokens
from launchplanner.ui.timeline.scene import Scene
from launchplanner.ui.timeline.texts import Texts


@dataclass(frozen=True, slots=True)
class Brushes:
    """The colours, the measured texts, and how fine the screen is."""

    tokens: Tokens
    texts: Texts
    ratio: float


def ground_of(scene: Scene, brushes: Brushes, place: int) -> str:
    """Return the colour on which a row stands."""
    if scene.timeline.rows[place] in scene.selected:
        return brushes.tokens.selection
    return brushes.tokens.hover if place == scene.hovered else brushes.tokens.panel
