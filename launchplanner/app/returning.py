"""A checklist that comes back: what it would change, as a preview and one edit, for the window and the command line."""

from pathlib import Path

from launchplanner.app.files import read_bytes
from launchplanner.formats.checklist_back import SUFFIXES, Taken, read_checklist, taken
from launchplanner.plan.plan import Plan

__all__ = ["SUFFIXES", "Taken", "checklist_in"]


def checklist_in(plan: Plan, path: Path) -> Taken:
    """Return what a filled-in checklist would change in the plan it was exported from. It accepts nothing.

    Raises:
        Refusal: it cannot be read, or is no checklist of this program.
    """
    return taken(plan, read_checklist(read_bytes(path), path.name, plan))
