"""Batons: what is handed over at a change of lead, by whom, to whom, when, and what the receiver reads back."""

from typing import Annotated, Final

from pydantic import Field

from launchplanner.plan.values import Day, Table, Value
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

YES: Final = "yes"
NO: Final = "no"
ANSWERS: Final = (YES, NO)

UNMARKED: Final = ""
RIGHT: Final = "right"
CORRECTED: Final = "corrected"
MARKS: Final = (UNMARKED, RIGHT, CORRECTED)

MOST_ITEMS: Final = 12
MOST_PROMPTS: Final = 6
ZoneDays = Annotated[int, Field(ge=0, le=60)]


class BatonItem(Value, frozen=True):
    """One thing in the pack, with a criterion that the receiver can answer yes or no.

    `fingerprint` is the SHA-256 of the local file behind `link` when it was handed over. `answer` and `remark` are the
    receiver's, to the offer that is on the table.
    """

    title: str
    part: str = ARTEFACT
    criterion: str = ""
    evidence: str = ""
    link: str = ""
    state: str = MISSING
    owner: str = ""
    reason: str = ""
    required: bool = False
    fingerprint: str = ""
    answer: str = ""
    remark: str = ""
    order: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether it no longer holds up the pass: ready, or not applicable with a reason."""
        return self.state == READY or (self.state == NOT_APPLICABLE and bool(self.reason.strip()))


class Prompt(Value, frozen=True):
    """A question that the receiver answers in own words; the giver marks the answer right or corrects it.

    `offer` is the id of the offer to which answer and mark belong: a mark counts for no other.
    """

    question: str
    answer: str = ""
    mark: str = UNMARKED
    correction: str = ""
    offer: str = ""
    order: str = ""

    @property
    def is_heard(self) -> bool:
        """Whether it was answered and the giver marked the answer."""
        return bool(self.answer.strip()) and self.mark in {RIGHT, CORRECTED}

    def is_heard_for(self, offer: str) -> bool:
        """Whether it was answered and marked for one offer, and not for an earlier one with other content."""
        return self.is_heard and bool(offer) and self.offer == offer


class Question(Value, frozen=True):
    """Something the receiver wants to know before the pass: answered in the pack, or dated with one owner.

    `asked_by` and `owner` are owner texts; `due` is in working days from launch day.
    """

    text: str
    asked_by: str = ""
    asked_on: Day | None = None
    answer: str = ""
    owner: str = ""
    due: Offset | None = None
    order: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer."""
        return bool(self.answer.strip())

    @property
    def is_dated(self) -> bool:
        """Whether one owner brings the answer by a day."""
        return bool(self.owner.strip()) and self.due is not None


class Condition(Value, frozen=True):
    """What must still be done after an acceptance: one owner, due at the end of `day`, and the baton it holds up.

    `blocks` is the id of that baton, "" when none follows.
    """

    text: str
    owner: str = ""
    day: Offset = 0
    blocks: str = ""


class Event(Value, frozen=True):
    """Something that giver or receiver did. It never changes; its id is the hash of its content.

    `content` is the hash of what was on offer. `body` is kept with an offer: that content itself, so that what was
    said yes to can always be set beside what is there now; and with an answer: the read-back as it then stood. `at` is
    the moment as written by the device: a claim, not a proof. `key` is the public key of the device and `signature`
    what it made of all the rest; both are "" where the device has none.
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
    conditions: tuple[Condition, ...] = ()
    key: str = ""
    signature: str = ""


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
    questions: Table[Question] = Table()
    events: Table[Event] = Table()
    order: str = ""

    @property
    def zone(self) -> tuple[int, int]:
        """First and last day of the exchange zone, working days from launch day."""
        return self.day - self.opens, self.day + self.closes
