"""Undo and redo over whole plans. A step is a plan and a label; plans share all that did not change."""

from dataclasses import dataclass

from launchplanner.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Step:
    """A state of the plan, and what the edit that led to it is called."""

    plan: Plan
    label: str


class History:
    """The states of a plan, with a place in them."""

    def __init__(self, plan: Plan) -> None:
        self._steps = [Step(plan, "")]
        self._place = 0

    @property
    def plan(self) -> Plan:
        """The present state."""
        return self._steps[self._place].plan

    @property
    def place(self) -> int:
        """How many steps lie behind the present state."""
        return self._place

    def steps(self) -> tuple[str, ...]:
        """Return the labels of all steps, those that were undone included."""
        return tuple(step.label for step in self._steps[1:])

    def push(self, plan: Plan, label: str) -> None:
        """Add a step after the present one; what was undone is forgotten."""
        del self._steps[self._place + 1 :]
        self._steps.append(Step(plan, label))
        self._place += 1

    def replace_last(self, plan: Plan) -> None:
        """Let the last step end in another state: one gesture, one step."""
        self._steps[self._place] = Step(plan, self._steps[self._place].label)

    @property
    def undo_label(self) -> str | None:
        """What would be undone, or None."""
        return self._steps[self._place].label if self._place else None

    @property
    def redo_label(self) -> str | None:
        """What would be done again, or None."""
        following = self._place + 1
        return self._steps[following].label if following < len(self._steps) else None

    def move(self, steps: int) -> Plan:
        """Go back (negative) or forward, as far as there are states, and return the plan there."""
        self._place = max(0, min(len(self._steps) - 1, self._place + steps))
        return self.plan
