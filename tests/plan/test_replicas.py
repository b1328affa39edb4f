"""Three copies of a plan, worked on by people who do not see each other: no false pass, and one verdict.

`LAUNCHPLANNER_TESTS=thorough` walks longer and further.
"""

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from launchplanner.plan.batons import Baton, Event
from launchplanner.plan.edits import ITEMS, Answer, BindRole, ChangeInPack, Edit, EditError, Offer, Pass, Withdraw
from launchplanner.plan.protocol import (
    ACCEPT,
    ACCEPT_WITH_CONDITIONS,
    ACCEPTANCES,
    OFFER,
    RETURN,
    fingerprint,
    standing,
)
from launchplanner.plan.values import Table
from tests.builders import a_baton, a_plan
from tests.plan.relay import BATON, record

if TYPE_CHECKING:
    from launchplanner.plan.plan import Plan

COPIES = 3
copies = st.integers(0, COPIES - 1)
RIGHT = ""
people = st.sampled_from([RIGHT] * 5 + ["mira-okafor", "jonas-reyes", "tessa-brandt"])
bindings = st.sampled_from(
    [
        ("pm", "mira-okafor"),
        ("pm", "tessa-brandt"),
        ("pmm", "jonas-reyes"),
        ("pmm", "jonas-reyes"),
        ("pmm", "tessa-brandt"),
    ]
)
moments = st.sampled_from(["", "2020-01-01T00:00Z", "2027-03-26T10:00Z", "2031-12-31T23:59Z"])


class Relay(RuleBasedStateMachine):
    """What each person had on the screen is kept beside the plans, and the verdict is held against it."""

    def __init__(self) -> None:
        super().__init__()
        self.plans: list[Plan] = []
        self.on_screen: dict[tuple[str, str, str], set[str]] = {}

    @initialize()
    def begin(self) -> None:
        baton = a_baton("Product to market", "pm", "pmm", prompts=())
        self.plans = [a_plan(baton) for _copy in range(COPIES)]

    @rule(copy=copies, words=st.sampled_from(["v1", "v2", "v3"]))
    def change_an_item(self, copy: int, words: str) -> None:
        self.attempt(copy, ChangeInPack(BATON, ITEMS, "frozen-spec", {"evidence": words}))

    @rule(copy=copies, binding=bindings)
    def replace_a_person(self, copy: int, binding: tuple[str, str]) -> None:
        self.attempt(copy, BindRole(*binding))

    @rule(copy=copies, person=people, at=moments)
    def offer(self, copy: int, person: str, at: str) -> None:
        person = person or Pass.of(self.plans[copy], BATON).giver
        self.attempt(copy, Offer(BATON, record(person, at)), person)

    @rule(copy=copies, person=people, at=moments, kind=st.sampled_from([ACCEPT, ACCEPT_WITH_CONDITIONS, RETURN]))
    def answer(self, copy: int, person: str, at: str, kind: str) -> None:
        person = person or Pass.of(self.plans[copy], BATON).receiver
        self.attempt(copy, Answer(BATON, kind, record(person, at), "item missing", "Soon."), person)

    @rule(copy=copies, person=people, at=moments)
    def withdraw(self, copy: int, person: str, at: str) -> None:
        person = person or Pass.of(self.plans[copy], BATON).giver
        self.attempt(copy, Withdraw(BATON, record(person, at)), person)

    @rule(source=copies, to=copies, twice=st.booleans())
    def deliver_what_was_said(self, source: int, to: int, twice: bool) -> None:
        for _time in range(2 if twice else 1):
            self.put(to, self.baton(to).replace(events=self.both(source, to)))

    @rule(source=copies, to=copies)
    def deliver_the_whole_baton(self, source: int, to: int) -> None:
        self.put(to, self.baton(source).replace(events=self.both(source, to)))
        self.plans[to] = self.plans[to].replace(people=self.plans[source].people)

    def attempt(self, copy: int, edit: Edit, person: str = "") -> None:
        """Make an edit on one copy, if it can be made; whoever makes it sees the content that the copy then has."""
        before = self.plans[copy]
        seen = fingerprint(Pass.of(before, BATON).content)
        try:
            self.plans[copy] = edit.apply(before)
        except EditError:
            return
        if person:
            known = before.batons[BATON].events
            (said,) = (event for key, event in self.baton(copy).events.items() if key not in known)
            side = OFFER if said.kind == OFFER else "answer"
            self.on_screen.setdefault((person, side, seen), set()).add(said.content)

    def baton(self, copy: int) -> Baton:
        return self.plans[copy].batons[BATON]

    def both(self, one: int, other: int) -> Table[Event]:
        return self.baton(other).events.updated(self.baton(one).events)

    def put(self, copy: int, baton: Baton) -> None:
        self.plans[copy] = self.plans[copy].replace(batons=self.plans[copy].batons.with_(BATON, baton))

    @invariant()
    def it_never_passes_on_content_that_one_side_has_not_seen(self) -> None:
        for plan in self.plans:
            passing = Pass.of(plan, BATON)
            if passing.standing.has_passed:
                now = fingerprint(passing.content)
                assert (passing.giver, OFFER, now) in self.on_screen
                assert (passing.receiver, "answer", now) in self.on_screen
                assert passing.baton.events[passing.standing.answer].kind in ACCEPTANCES

    @invariant()
    def exactly_one_holds_it_and_the_receiver_only_after_the_pass(self) -> None:
        for plan in self.plans:
            passing = Pass.of(plan, BATON)
            expected = passing.receiver if passing.standing.has_passed else passing.giver
            assert passing.standing.holder == expected

    @invariant()
    def all_who_know_the_same_agree_whatever_order_they_heard_it_in(self) -> None:
        everything = [event for copy in range(len(self.plans)) for event in self.baton(copy).events.items()]
        for plan in self.plans:
            passing = Pass.of(plan, BATON)
            verdicts = {
                standing(plan.id, BATON, passing.baton.replace(events=Table(order)), passing.giver, passing.receiver)
                for order in (everything, everything[::-1], sorted(everything), everything * 2)
            }
            assert len(verdicts) == 1


TestRelay = Relay.TestCase
