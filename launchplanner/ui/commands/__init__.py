"""What the actions do, by noun; each works on the window through the few things that `Commands` names."""

from launchplanner.ui.commands.commands import Commands

__all__ = ["Commands"]
