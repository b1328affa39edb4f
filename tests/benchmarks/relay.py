"""The baton's promises, held over a million steps and ten thousand tamperings.

    python tests/benchmarks/relay.py --steps 1000000 --seed 1
    python tests/benchmarks/relay.py --tamperings 10000 --seed 1

With --steps three copies of a plan are worked on by people who do not see each other: packs change, people are
replaced, batons are offered, read back, marked, accepted, returned and withdrawn, and files between the copies are
opened late, twice, in any order or never. After every step each copy is held against what must be so. A world lasts
`--world` steps, so that histories stay as long as real ones.

With --tamperings honest histories are tampered with, in the plan and in baton files, and checked as `launchplanner
verify` does, with the head of the honest history as the witness; those found without it are counted apart.

--seconds ends either sooner, with the figure reached. Exit status 1 when something did not hold.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from typing import TYPE_CHECKING

from launchplanner.app.verifying import verified
from launchplanner.formats.baton_file import read_baton
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.batons import BatonItem
from launchplanner.plan.edits import Answer, Edit, EditError, Mark, Offer, Pass, ReadBack, Record, Withdraw
from launchplanner.plan.exchange import parcel_of, plan_from
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS, RETURN, history_head
from tests.builders import a_baton, a_plan, an_item
from tests.plan.replicas import BINDINGS, COPIES, MOMENTS, PEOPLE, WORDS, Replicas
from tests.plan.tampering import tampered, tampered_file

if TYPE_CHECKING:
    from collections.abc import Callable

ITEM: BatonItem = an_item("Spec")[1]
KINDS = (ACCEPT, ACCEPT, ACCEPT_WITH_CONDITIONS, RETURN)


def step(world: Replicas, dice: Random) -> str:
    """Take one step, and return what it was."""
    copy, other = dice.randrange(COPIES), dice.randrange(COPIES)
    person = dice.choice(PEOPLE) if dice.random() < 0.1 else ""
    at, what = dice.choice(MOMENTS), dice.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    steps: dict[str, Callable[[], object]] = {
        "change": lambda: world.change_an_item(copy, dice.choice(WORDS)),
        "replace": lambda: world.replace_a_person(copy, dice.choice(BINDINGS)),
        "offer": lambda: world.offer(copy, at, person),
        "read back": lambda: world.read_back(copy, dice.choice(WORDS)),
        "mark": lambda: world.mark(copy),
        "answer": lambda: world.answer(copy, dice.choice(KINDS), at, person),
        "withdraw": lambda: world.withdraw(copy, at, person),
        "tell": lambda: world.tell(copy, other),
        "copy": lambda: world.copy_over(copy, other),
        "send": lambda: world.send(copy, dice.choice(PEOPLE)),
        "deliver": lambda: world.deliver(dice.randrange(20), copy),
    }
    steps[what]()
    return what


WEIGHTS = {
    "change": 4, "replace": 3, "offer": 12, "read back": 12, "mark": 12, "answer": 14, "withdraw": 3, "tell": 5,
    "copy": 5, "send": 12, "deliver": 18,
}  # fmt: skip


def walk(steps: int, seed: int, length: int, seconds: float) -> int:
    """Walk, print the figures, and return the exit status."""
    dice, began, taken = Random(seed), time.perf_counter(), 0
    states: Counter[str] = Counter()
    worlds = disagreements = 0
    while taken < steps and time.perf_counter() - began < seconds:
        world = Replicas()
        worlds += 1
        told: list[str] = []
        for _number in range(min(length, steps - taken)):
            before = tuple(world.plans)
            told.append(step(world, dice))
            taken += 1
            try:
                for copy in range(COPIES):
                    if world.plans[copy] is not before[copy]:
                        states[world.check(copy)] += 1
            except AssertionError as error:
                sys.stdout.write(f"world {worlds}, seed {seed}: {error}\n{' · '.join(told)}\n")
                return 1
        try:
            world.check_agreement()
        except AssertionError as error:
            sys.stdout.write(f"world {worlds}, seed {seed}: {error}\n{' · '.join(told)}\n")
            disagreements += 1
    took = time.perf_counter() - began
    sys.stdout.write(
        f"{taken:,} steps in {worlds:,} worlds, seed {seed}, {took:.0f} s ({taken / took:,.0f} a second)\n"
    )
    sys.stdout.write(f"copies that a step changed, by state: {dict(states.most_common())}\n")
    sys.stdout.write(f"false passes 0, disagreements {disagreements}\n")
    return 1 if disagreements else 0


def honest(dice: Random) -> Plan:
    """Return a plan with a history that people might have made."""
    batons = [
        a_baton(f"Baton {number}", "pm", "pmm", items=[("spec", ITEM)]) for number in range(dice.choice((1, 2, 3)))
    ]
    plan = a_plan(*batons, id=f"plan-{dice.randrange(10**6)}")
    minute = 0
    for _number in range(dice.randrange(2, 14)):
        minute += dice.randrange(1, 90)
        at = f"2027-03-26T{8 + minute // 120:02}:{minute // 2 % 60:02}+02:00"
        key = dice.choice([key for key, _baton in batons])
        state = Pass.of(plan, key)
        giver, receiver = Record(state.giver, "m", at), Record(state.receiver, "j", at)
        edits: list[Edit] = [Offer(key, giver)]
        if state.standing.is_on_offer:
            edits = [
                ReadBack(key, "q1", dice.choice(WORDS), receiver.by),
                Mark(key, "q1", giver.by, dice.choice(("", "Not so."))),
                Answer(key, dice.choice(KINDS), receiver, "item missing", "Soon."),
            ]
            if dice.random() < 0.1:
                edits = [Withdraw(key, giver)]
        for edit in edits:
            try:
                plan = edit.apply(plan)
            except EditError:
                break
    return plan


def tamper(count: int, seed: int, seconds: float) -> int:
    """Tamper, print what was found by which means, and return the exit status."""
    dice, began, done = Random(seed), time.perf_counter(), 0
    tried: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    while done < count and time.perf_counter() - began < seconds:
        plan = honest(dice)
        told = [key for key, baton in plan.batons.items() if baton.events]
        if not told:
            continue
        head = history_head(plan.batons)[:12]
        assert verified(plan, witness=head).is_sound, "an honest history is sound"
        passed = {key: Pass.of(plan, key).standing.has_passed for key in plan.batons}
        if dice.random() < 0.5:
            way, changed = tampered(plan, passed, dice)
            found, unaided = not verified(changed, witness=head).is_sound, not verified(changed).is_sound
        else:
            key = dice.choice(told)
            way, data = tampered_file(parcel_of(plan, key, "mira-okafor"), dice)
            found, unaided = _found_in_file(data, history_head({key: plan.batons[key]})[:12])
        done += 1
        tried[way] += 1
        alone[way] += unaided
        missed[way] += not found
    took = time.perf_counter() - began
    sys.stdout.write(f"{done:,} tamperings, seed {seed}, {took:.0f} s\n")
    sys.stdout.write(f"{'way':28}{'tried':>8}{'found':>8}{'found without a witness':>26}\n")
    for way in sorted(tried):
        sys.stdout.write(f"{way:28}{tried[way]:>8}{tried[way] - missed[way]:>8}{alone[way]:>26}\n")
    sys.stdout.write(f"missed: {sum(missed.values())}\n")
    return 1 if sum(missed.values()) else 0


def _found_in_file(data: bytes, head: str) -> tuple[bool, bool]:
    try:
        parcel = read_baton(data, "x.baton")
    except Refusal:
        return True, True
    plan = plan_from(parcel)
    return not verified(plan, witness=head, only=parcel.key).is_sound, not verified(plan, only=parcel.key).is_sound


def main() -> int:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--tamperings", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--world", type=int, default=60, help="steps before the copies start anew")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    arguments = parser.parse_args()
    status = 0
    if arguments.steps:
        status |= walk(arguments.steps, arguments.seed, arguments.world, arguments.seconds)
    if arguments.tamperings:
        status |= tamper(arguments.tamperings, arguments.seed, arguments.seconds)
    return status


if __name__ == "__main__":
    sys.exit(main())
