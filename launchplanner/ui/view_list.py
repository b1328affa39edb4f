"""The views of a launch, in the order of the switcher. To add a view: its file, and two lines here.

A view is a widget with `show_snapshot(snapshot)`, `select(parts)` and the signals `selection_changed` (a tuple of
`PartKey`), `edit_asked` (an edit) and `open_asked` (kind and id of a part to be edited).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from launchplanner.ui.batons.view import BatonsView
from launchplanner.ui.people.view import PeopleView
from launchplanner.ui.tasks.view import TasksView
from launchplanner.ui.timeline.view import TimelineView
from launchplanner.words import _

TIMELINE: Final = "timeline"
TASKS: Final = "tasks"
BATONS: Final = "batons"
PEOPLE: Final = "people"

View = TimelineView | TasksView | BatonsView | PeopleView
"""Any of the views."""


@dataclass(frozen=True, slots=True)
class ViewEntry:
    """A view: how it is called, and how it is made."""

    key: str
    title: str
    make: Callable[[], View]


def made_views() -> tuple[ViewEntry, ...]:
    """Return the views in order."""
    return (
        ViewEntry(TIMELINE, _("Timeline"), TimelineView),
        ViewEntry(TASKS, _("Tasks"), TasksView),
        ViewEntry(BATONS, _("Batons"), BatonsView),
        ViewEntry(PEOPLE, _("People"), PeopleView),
    )
