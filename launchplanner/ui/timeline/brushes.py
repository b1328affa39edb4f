"""What every painting function of the timeline is given."""

from dataclasses import dataclass

from launchplanner.ui.theme import Tokens
from launchplanner.ui.timeline.texts import Texts


@dataclass(frozen=True, slots=True)
class Brushes:
    """The colours, the measured texts, and how fine the screen is."""

    tokens: Tokens
    texts: Texts
    ratio: float
