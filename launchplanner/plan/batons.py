"""Batons: what is handed over at a change of lead, by whom, to whom, when, and what the receiver reads back."""

from typing import Annotated, Final

from pydantic import Field

from launchplanner.plan.values import Table, Value
from launchplanner.plan.work import Offset

MAIN: Final = "main"
SIDE: Final = "side"
BATON_KINDS: Final = (MAIN, SIDE)

BEARING: Final = "bearing"
ARTEFACT: Final = "artefact"
TASK_LEFT: Final = "task"
OUTLOOK: Final = "outlook"
PACK_PARTS: Final = (BEARING, ARTEFACT, TASK_LEFT, OUTLOOK)
"""The parts of the pack that hold items; the fifth, notes back, is the receiver's read-back."""

MISSING: Final = "missing"
DRAFT: Final = "draft"
READY: Final = "ready"
NOT_APPLICABLE: Final = "not applicable"
ITEM_STATES: Final = (MISSING, DRAFT, READY, NOT_APPLICABLE)

UNMARKED: Final = ""
RIGHT: Final = "right"
CORRECTED: Final = "corrected"
MARKS: Final = (UNMARKED, RIGHT, CORRECTED)

MOST_ITEMS: Final = 12
MOST_PROMPTS: Final = 6
ZoneDays = Annotated[int, Field(ge=0, le=60)]


class BatonItem(Value, frozen=True):
    """One thing in the pack, with a criterion that the receiver can answer yes or no."""

    title: str
    part: str = ARTEFACT
    criterion: str = ""
    evidence: str = ""
    link: str = ""
    state: str = MISSING
    owner: str = ""
    reason: str = ""
    required: bool = False
    order: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether it no longer holds up the pass: ready, or not applicable with a reason."""
        return self.state == READY or (self.state == NOT_APPLICABLE and bool(self.reason.strip()))


class Prompt(Value, frozen=True):
    """A question that the receiver answers in own words; the giver marks the answer right or corrects it."""

    question: str
    answer: str = ""
    mark: str = UNMARKED
    correction: str = ""
    order: str = ""

    @property
    def is_heard(self) -> bool:
        """Whether it was answered and the giver marked the answer."""
        return bool(self.answer.strip()) and self.mark in {RIGHT, CORRECTED}


class Event(Value, frozen=True):
    """Something that giver or receiver did. It never changes; its id is the hash of its content.

    `content` is the hash of what was on offer and `body`, kept with an offer, that content itself, so that what was
    said yes to can always be set beside what is there now. `at` is the moment as written by the device: a claim, not
    a proof.
    """

    kind: str
    content: str
    by: str
    device: str = ""
    at: str = ""
    answers: str = ""
    code: str = ""
    note: str = ""
    strength: str = ""
    seen: tuple[str, ...] = ()
    body: str = ""


class Baton(Value, frozen=True):
    """A handoff with one giver and one receiver, planned for the end of `day` (working days from launch day).

    The exchange zone runs from `opens` working days before to `closes` after it.
    """

    title: str
    kind: str = SIDE
    giver: str = ""
    receiver: str = ""
    second_reader: str = ""
    day: Offset = 0
    opens: ZoneDays = 2
    closes: ZoneDays = 2
    answer_within: ZoneDays = 1
    on_call: ZoneDays = 5
    carries: str = ""
    bearing: str = ""
    opens_phase: str = ""
    items: Table[BatonItem] = Table()
    prompts: Table[Prompt] = Table()
    events: Table[Event] = Table()
    order: str = ""

    @property
    def zone(self) -> tuple[int, int]:
        """First and last day of the exchange zone, working days from launch day."""
        return self.day - self.opens, self.day + self.closes
