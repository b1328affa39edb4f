"""The look: colours, type, measures and the style sheet, light and dark."""

from launchplanner.ui.theme.colour import contrast, mix, with_alpha
from launchplanner.ui.theme.fonts import FontRole, font, line_height, sized, tabular
from launchplanner.ui.theme.theme import Choice, Theme, apply, of, tokens_of, wear
from launchplanner.ui.theme.tokens import DARK, FAMILIES, LIGHT, FamilyColours, Mode, Tokens, Tone, ToneColours

__all__ = [
    "DARK", "FAMILIES", "LIGHT", "Choice", "FamilyColours", "FontRole", "Mode", "Theme", "Tokens", "Tone",
    "ToneColours", "apply", "contrast", "font", "line_height", "mix", "of", "sized", "tabular", "tokens_of",
    "wear", "with_alpha",
]  # fmt: skip
