"""Three copies of a plan, worked on by people who do not see each other: no false pass, and one verdict.

`LAUNCHPLANNER_TESTS=thorough` walks longer and further; `tests/benchmarks/relay.py` walks a million steps.
"""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS, RETURN
from tests.plan.replicas import BINDINGS, COPIES, MOMENTS, PEOPLE, WORDS, Replicas

copies = st.integers(0, COPIES - 1)
anybody = st.sampled_from(["", "", "", "", "", *PEOPLE])
moments = st.sampled_from(MOMENTS)


class Relay(RuleBasedStateMachine):
    """The rules and what holds after each, as `Replicas` has them."""

    def __init__(self) -> None:
        super().__init__()
        self.world = Replicas()

    @rule(copy=copies, words=st.sampled_from(WORDS))
    def change_an_item(self, copy: int, words: str) -> None:
        self.world.change_an_item(copy, words)

    @rule(copy=copies, binding=st.sampled_from(BINDINGS))
    def replace_a_person(self, copy: int, binding: tuple[str, str]) -> None:
        self.world.replace_a_person(copy, binding)

    @rule(copy=copies, person=anybody, at=moments)
    def offer(self, copy: int, person: str, at: str) -> None:
        self.world.offer(copy, at, person)

    @rule(copy=copies, words=st.sampled_from(WORDS), marked=st.booleans())
    def read_back(self, copy: int, words: str, marked: bool) -> None:
        self.world.read_back(copy, words)
        if marked:
            self.world.mark(copy)

    @rule(copy=copies, person=anybody, at=moments, kind=st.sampled_from([ACCEPT, ACCEPT_WITH_CONDITIONS, RETURN]))
    def answer(self, copy: int, person: str, at: str, kind: str) -> None:
        self.world.answer(copy, kind, at, person)

    @rule(copy=copies, person=anybody, at=moments)
    def withdraw(self, copy: int, person: str, at: str) -> None:
        self.world.withdraw(copy, at, person)

    @rule(source=copies, to=copies)
    def tell(self, source: int, to: int) -> None:
        self.world.tell(source, to)

    @rule(source=copies, to=copies)
    def copy_over(self, source: int, to: int) -> None:
        self.world.copy_over(source, to)

    @rule(source=copies, person=st.sampled_from(PEOPLE))
    def send(self, source: int, person: str) -> None:
        self.world.send(source, person)

    @rule(number=st.integers(0, 20), to=copies, times=st.integers(1, 2))
    def deliver(self, number: int, to: int, times: int) -> None:
        for _time in range(times):
            self.world.deliver(number, to)

    @invariant()
    def what_must_be_so_is_so(self) -> None:
        for copy in range(COPIES):
            self.world.check(copy)
        self.world.check_agreement()


TestRelay = Relay.TestCase
