"""Three copies of a plan, worked on by people who do not see each other, and what must hold after every step.

What each person had on the screen is kept beside the plans, and the verdict is held against it. Hypothesis walks it in
the gate, `tests/benchmarks/relay.py` walks it a million steps.
"""

import json
from typing import TYPE_CHECKING, Final

from launchplanner.plan.batons import Baton, Event
from launchplanner.plan.edits import (
    ITEMS,
    Answer,
    BindRole,
    ChangeInPack,
    Edit,
    EditError,
    Mark,
    Offer,
    Pass,
    ReadBack,
    Withdraw,
)
from launchplanner.plan.exchange import OpenParcel, Parcel, parcel_of
from launchplanner.plan.protocol import ACCEPTANCES, OFFER, fingerprint, standing
from launchplanner.plan.values import Table
from tests.builders import a_baton, a_plan
from tests.plan.relay import BATON, record

if TYPE_CHECKING:
    from launchplanner.plan.plan import Plan

COPIES: Final = 3
PEOPLE: Final = ("mira-okafor", "jonas-reyes", "tessa-brandt")
BINDINGS: Final = (("pm", PEOPLE[0]), ("pm", PEOPLE[2]), ("pmm", PEOPLE[1]), ("pmm", PEOPLE[1]), ("pmm", PEOPLE[2]))
MOMENTS: Final = ("", "2020-01-01T00:00Z", "2027-03-26T10:00Z", "2031-12-31T23:59Z")
WORDS: Final = ("v1", "v2", "v3")
MOST_PARCELS: Final = 12
_START: Final = a_plan(a_baton("Product to market", "pm", "pmm"))


class Replicas:
    """The copies, the files under way between them, and what was seen and said on each."""

    def __init__(self) -> None:
        self.plans: list[Plan] = [_START] * COPIES
        self.on_screen: set[tuple[str, str, str]] = set()
        self.marked: set[tuple[str, str]] = set()
        self.under_way: list[Parcel] = []

    def change_an_item(self, copy: int, words: str) -> None:
        """Somebody changes what is handed over."""
        self._attempt(copy, ChangeInPack(BATON, ITEMS, "frozen-spec", {"evidence": words}))

    def replace_a_person(self, copy: int, binding: tuple[str, str]) -> None:
        """A role goes to another person, in this copy alone."""
        self._attempt(copy, BindRole(*binding))

    def offer(self, copy: int, at: str, person: str = "") -> None:
        """The giver of this copy, or somebody else, hands over."""
        person = person or self.passing(copy).giver
        self._attempt(copy, Offer(BATON, record(person, at)), person, OFFER)

    def answer(self, copy: int, kind: str, at: str, person: str = "") -> None:
        """The receiver of this copy, or somebody else, answers."""
        person = person or self.passing(copy).receiver
        self._attempt(copy, Answer(BATON, kind, record(person, at), "item missing", "Soon."), person, "answer")

    def withdraw(self, copy: int, at: str, person: str = "") -> None:
        """The giver of this copy, or somebody else, takes the offer back."""
        person = person or self.passing(copy).giver
        self._attempt(copy, Withdraw(BATON, record(person, at)), person, "withdraw")

    def read_back(self, copy: int, words: str) -> None:
        """The receiver answers the prompt."""
        self._attempt(copy, ReadBack(BATON, "q1", words, self.passing(copy).receiver))

    def mark(self, copy: int) -> None:
        """The giver marks the answer for the offer on the table."""
        before = self.passing(copy)
        if self._attempt(copy, Mark(BATON, "q1", before.giver)):
            self.marked.add((before.standing.offer, before.baton.prompts["q1"].answer))

    def tell(self, source: int, to: int) -> None:
        """What was said in one copy is heard in another, and nothing else."""
        self._put(to, self.baton(to).replace(events=self._both(source, to)))

    def copy_over(self, source: int, to: int) -> None:
        """The whole baton of one copy is put into another, with who holds which role."""
        self._put(to, self.baton(source).replace(events=self._both(source, to)))
        self.plans[to] = self.plans[to].replace(people=self.plans[source].people)

    def send(self, source: int, person: str) -> None:
        """A baton file is written, and is under way from now on."""
        self.under_way.append(parcel_of(self.plans[source], BATON, person))
        del self.under_way[:-MOST_PARCELS]

    def deliver(self, number: int, to: int) -> None:
        """A file that was sent at any time, perhaps opened before, is opened in a copy."""
        if self.under_way:
            self.plans[to] = OpenParcel(self.under_way[number % len(self.under_way)]).apply(self.plans[to])

    def check(self, copy: int) -> str:
        """Hold a copy against what must be so, and return its state."""
        passing = self.passing(copy)
        expected = passing.receiver if passing.standing.has_passed else passing.giver
        assert passing.standing.holder == expected, "exactly one holds it, the receiver only after the pass"
        if passing.standing.has_passed:
            self._check_pass(passing)
        return passing.standing.state

    def check_agreement(self) -> None:
        """Hold the verdict on all that was ever said to be the same in whatever order it was heard."""
        everything = [event for copy in range(COPIES) for event in self.baton(copy).events.items()]
        for copy in range(COPIES):
            passing = self.passing(copy)
            verdicts = {
                standing(
                    passing.plan.id,
                    BATON,
                    passing.baton.replace(events=Table(order)),
                    passing.giver,
                    passing.receiver,
                )
                for order in (everything, everything[::-1], sorted(everything), everything * 2)
            }
            assert len(verdicts) == 1, "the order in which things were heard decides nothing"

    def _check_pass(self, passing: Pass) -> None:
        now = fingerprint(passing.content)
        assert (passing.giver, OFFER, now) in self.on_screen, "the giver saw this content"
        assert (passing.receiver, "answer", now) in self.on_screen, "the receiver saw this content"
        answer = passing.baton.events[passing.standing.answer]
        assert answer.kind in ACCEPTANCES
        said = json.loads(answer.body)["prompts"]["q1"]
        assert said["mark"], "no mark, no pass"
        assert (passing.standing.offer, said["answer"]) in self.marked, "the mark was made for this offer and answer"

    def passing(self, copy: int) -> Pass:
        """Return where the baton stands in a copy."""
        return Pass.of(self.plans[copy], BATON)

    def baton(self, copy: int) -> Baton:
        """Return the baton of a copy."""
        return self.plans[copy].batons[BATON]

    def _attempt(self, copy: int, edit: Edit, person: str = "", side: str = "") -> bool:
        """Make an edit on one copy, if it can be made; whoever makes it sees the content that the copy then has."""
        before = self.plans[copy]
        try:
            self.plans[copy] = edit.apply(before)
        except EditError:
            return False
        if person:
            self.on_screen.add((person, side, fingerprint(Pass.of(before, BATON).content)))
        return True

    def _both(self, one: int, other: int) -> Table[Event]:
        return self.baton(other).events.updated(self.baton(one).events)

    def _put(self, copy: int, baton: Baton) -> None:
        self.plans[copy] = self.plans[copy].replace(batons=self.plans[copy].batons.with_(BATON, baton))
