"""One line of a checklist as somebody filled it in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from launchplanner.plan.plan import Plan
from launchplanner.reports import markers
from launchplanner.reports.markers import Marker, marker, name_of

TICKED = frozenset("☑☒✓✔✅🗹")
EMPTY = "☐"


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody changed on an item, a task or a prompt: ticks by what they say, and texts by their field."""

    kind: str
    baton: str
    key: str
    ticks: Mapping[str, bool] = field(default_factory=dict[str, bool])
    texts: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_empty(self) -> bool:
        """Whether nothing was changed."""
        return not self.ticks and not self.texts


@dataclass(frozen=True, slots=True)
class Form:
    """A whole checklist that came back. `signs_off` when something was ticked or written where both sides sign."""

    lines: tuple[Filled, ...]
    signs_off: bool = False


def changed_ticks(boxes: Iterable[tuple[Marker, bool]]) -> dict[str, bool]:
    """Return the boxes that are not as they left."""
    return {mark.what: ticked for mark, ticked in boxes if ticked != mark.ticked}


def names_in(plan: Plan) -> dict[str, Marker]:
    """Return what every mark that a checklist of this plan can carry is on, by its short name."""
    found: dict[str, Marker] = {}
    for key, baton in plan.batons.items():
        parts = [(markers.ITEM, item, what) for item in baton.items for what in _OF_AN_ITEM]
        parts += [(markers.PROMPT, prompt, markers.ANSWER) for prompt in baton.prompts]
        parts += [(markers.TASK, task, markers.DONE) for task in plan.tasks]
        for kind, part, what in parts:
            found[name_of(marker(kind, key, part, what))] = Marker(kind, key, part, what)
    return found


_OF_AN_ITEM = (markers.READY, markers.YES, markers.NO)
