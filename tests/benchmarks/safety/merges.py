"""Merge laws on random triples of a plan: what was made of it on two sides, joined.

    python tests/benchmarks/safety/merges.py [--triples 100000] [--seed 1] [--edits 6]

Each triple: merge(b, a, a) = a; merge(b, b, x) = x but for steps of batons, which are never removed; the same from
both sides; each change in the result or on the list; no name of a part that is gone, no ring that neither side had;
and when each clash is decided at random, nothing is asked again for long and the result is sound.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from random import Random

from launchplanner.plan.plan import Plan
from launchplanner.store.merge_words import ClashKey, Side
from launchplanner.store.merging import merged
from tests.benchmarks.safety.plans import a_sound_plan, edited
from tests.store.merge_laws import lost, turned, unsound

MOST_ROUNDS = 20


def broken_laws(base: Plan, ours: Plan, theirs: Plan, random: Random) -> tuple[list[str], int]:
    """Return the laws that a merge of three plans breaks, and how many clashes it lists."""
    found: list[str] = []
    merge = merged(base, ours, theirs)
    if merged(base, ours, ours).plan != ours:
        found.append("merge(b, a, a) = a")
    if _without_steps(merged(base, base, theirs).plan) != _without_steps(theirs):
        found.append("merge(b, b, x) = x")
    found += [f"lost: {place}" for place, _value in lost(base, ours, theirs, merge)]
    found += unsound(ours, theirs, merge)
    ways: tuple[tuple[Side, ...], ...] = (("ours",), ("theirs",), ("ours", "theirs"))
    for sides in ways:
        found += _decided(base, ours, theirs, sides, random)
    return found, len(merge.clashes)


def _decided(base: Plan, ours: Plan, theirs: Plan, sides: Sequence[Side], random: Random) -> list[str]:
    """Return the laws that are broken once each clash is decided; a decision can lead to another question."""
    choices = dict[ClashKey, Side]()
    merge = merged(base, ours, theirs)
    for _round in range(MOST_ROUNDS):
        if merge.is_clean:
            break
        choices |= {clash.key: random.choice(sides) for clash in merge.clashes}
        merge = merged(base, ours, theirs, choices)
    if not merge.is_clean:
        return ["asked without end"]
    faults = [f"decided: {fault}" for fault in unsound(ours, theirs, merge)]
    if merge.plan != merged(base, theirs, ours, turned(choices)).plan:
        faults.append("the same from both sides")
    return faults


def _without_steps(plan: Plan) -> Plan:
    return plan.replace(batons={key: baton.replace(events={}) for key, baton in plan.batons.items()})


def run(triples: int, seed: int, edits: int = 6) -> tuple[dict[str, int], list[str]]:
    """Return how many triples were joined, clean and with clashes, and what broke."""
    counts = {"triples": 0, "clean": 0, "clashes": 0}
    broken: list[str] = []
    for number in range(triples):
        random = Random(f"{seed}/{number}")
        base = edited(a_sound_plan(6), random, random.randrange(4))
        ours, theirs = (edited(base, random, random.randrange(1, edits + 1)) for _side in range(2))
        faults, clashes = broken_laws(base, ours, theirs, random)
        counts["triples"] += 1
        counts["clean"] += not clashes
        counts["clashes"] += clashes
        broken += [f"seed {seed}/{number}: {fault}" for fault in faults]
    return counts, broken


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--triples", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--edits", type=int, default=6)
    given = parser.parse_args()
    began = time.perf_counter()
    counts, broken = run(given.triples, given.seed, given.edits)
    for line in broken[:20]:
        sys.stdout.write(line + "\n")
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    sys.stdout.write(
        f"merge laws: {told}, {len(broken)} broken; seed {given.seed}, {time.perf_counter() - began:.0f} s\n"
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
