"""The palette that Qt's own parts draw with, made from the tokens."""

from PySide6.QtGui import QColor, QPalette

from launchplanner.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole


def palette(tokens: Tokens) -> QPalette:
    """Return the palette for all widgets of one mode."""
    made = QPalette()
    colours = {
        _Role.Window: tokens.ground,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.panel,
        _Role.AlternateBase: tokens.ground,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.panel,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.on_ink,
        _Role.ToolTipBase: tokens.raised,
        _Role.ToolTipText: tokens.ink,
        _Role.Highlight: tokens.text_selection,
        _Role.HighlightedText: tokens.ink,
        _Role.Accent: tokens.ink,
        _Role.Link: tokens.ink,
        _Role.LinkVisited: tokens.muted,
        _Role.Light: tokens.panel,
        _Role.Midlight: tokens.grid,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.edge,
        _Role.Shadow: tokens.faint,
    }
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made
