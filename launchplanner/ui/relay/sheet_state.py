"""Where a live handover is: its step, the question in turn, what was parked or uncovered, and the time it has taken."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from launchplanner.plan.batons import Prompt
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.runsheet import MINUTES, PREVIEW, READ_BACK, STEPS, is_heard
from launchplanner.words import _, joined, ngettext

_MINUTE = 60


@dataclass(slots=True)
class SheetState:
    """What is not part of the plan and yet survives leaving the sheet; answers and marks are in the plan itself.

    `marks` are the questions marked here, in order. `parked` were put off, `uncovered` were looked up in the pack
    before their mark. `spent` is the time of earlier sittings.
    """

    step: int = PREVIEW
    part: int = 0
    prompt: str = ""
    is_here: bool = True
    marks: list[str] = field(default_factory=list[str])
    parked: set[str] = field(default_factory=set[str])
    uncovered: set[str] = field(default_factory=set[str])
    spent: timedelta = timedelta()
    began: datetime | None = None

    def begin(self, now: datetime) -> None:
        """Let the clock run."""
        self.began = now

    def rest(self, now: datetime) -> None:
        """Stop the clock, and keep what it shows."""
        self.spent = self.elapsed(now)
        self.began = None

    def elapsed(self, now: datetime) -> timedelta:
        """Return how long the handover has taken."""
        return self.spent + (now - self.began if self.began is not None else timedelta())

    def go_to(self, step: int) -> None:
        """Go to a step; before the first and after the last there is none."""
        self.step = min(max(step, STEPS[0]), STEPS[-1])
        self.part = 0

    def take_open(self, handoff: Handoff) -> None:
        """Take the first question that has no mark and is not parked, else one that is parked; at the end the last."""
        waiting = [key for key, prompt in handoff.prompts if not is_heard(handoff, prompt)]
        ahead = [key for key in waiting if key not in self.parked]
        last = handoff.prompts[-1][0] if handoff.prompts else ""
        self.prompt = next(iter(ahead or waiting), last)

    def step_prompt(self, handoff: Handoff, step: int) -> bool:
        """Go to another question; return whether there was one."""
        keys = [key for key, _prompt in handoff.prompts]
        at = keys.index(self.prompt) + step if self.prompt in keys else 0
        if not 0 <= at < len(keys):
            return False
        self.prompt = keys[at]
        return True

    def current(self, handoff: Handoff) -> tuple[int, Prompt] | None:
        """Return the question in turn with its number."""
        if self.prompt not in dict(handoff.prompts):
            self.take_open(handoff)
        for number, (key, prompt) in enumerate(handoff.prompts, start=1):
            if key == self.prompt:
                return number, prompt
        return None

    def parked_open(self, handoff: Handoff) -> int:
        """Return how many parked questions still have no mark."""
        return sum(key in self.parked and not is_heard(handoff, prompt) for key, prompt in handoff.prompts)

    def note(self, handoff: Handoff) -> str:
        """Return what the acceptance notes about the read-back; "" for nothing."""
        numbers = [str(at) for at, (key, _prompt) in enumerate(handoff.prompts, start=1) if key in self.uncovered]
        if not numbers:
            return ""
        said = ngettext(
            "The pack was uncovered before the mark of question {numbers}.",
            "The pack was uncovered before the marks of questions {numbers}.",
            len(numbers),
        )
        return said.format(numbers=joined(numbers))

    def is_reading(self, handoff: Handoff) -> bool:
        """Say whether a question is asked now."""
        return self.step == READ_BACK and handoff.passing.standing.is_on_offer


def clock_text(elapsed: timedelta) -> tuple[str, str]:
    """Return the time a handover has taken, and what it is held against: past its end the words change."""
    seconds = int(elapsed.total_seconds())
    shown = f"{seconds // _MINUTE:02d}:{seconds % _MINUTE:02d}"
    over = seconds // _MINUTE - MINUTES
    if over >= 0 and seconds > MINUTES * _MINUTE:
        return shown, ngettext("{n} minute over", "{n} minutes over", max(over, 1)).format(n=max(over, 1))
    return shown, _("of {n} minutes").format(n=MINUTES)
