"""Plans that somebody damaged, at random and with care: read, refused with file, place and reason, and nothing else.

    python tests/benchmarks/safety/fuzz_plans.py [--plans 1000000] [--seed 1]

What is accepted must be equal after saving and loading. A crash is anything but a plan or a refusal; a hang is a
reading of more than a second.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any, cast

from launchplanner.formats.native import read_plan, write_plan
from launchplanner.formats.refusal import Refusal
from tests.benchmarks.safety.plans import a_sound_plan

HANG = 1.0
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1.5,
    1e308,
    10**30,
    "",
    "x",
    "2027-02-30",
    "\ud800",
    [],
    {},
    [1],
    {"a": 1},
    "9" * 40,
)
_TEXT = '{}[]",:\\\x00\n0123456789eE+-.tfnul\u2028é\ufeff'


def mutated(data: bytes, content: dict[str, Any], random: Random) -> bytes:
    """Return a plan's bytes with something wrong in them, or nearly right."""
    return random.choice(_WAYS)(data, content, random)


def _bytes(data: bytes, _content: dict[str, Any], random: Random) -> bytes:
    found = bytearray(data)
    for _change in range(random.randrange(1, 4)):
        found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def _cut(data: bytes, _content: dict[str, Any], random: Random) -> bytes:
    start, end = sorted(random.randrange(len(data)) for _end in range(2))
    return random.choice((data[:start], data[:start] + data[end:], data[:end] + data[start:]))


def _signs(data: bytes, _content: dict[str, Any], random: Random) -> bytes:
    place = random.randrange(len(data))
    signs = "".join(random.choice(_TEXT) for _sign in range(random.randrange(1, 6)))
    return data[:place] + signs.encode() + data[place:]


def _value(_data: bytes, content: dict[str, Any], random: Random) -> bytes:
    copy: Any = json.loads(json.dumps(content))
    holder, inner, key = cast("tuple[Any, Any, Any]", (copy, copy, None))
    while (keys := _keys(inner)) and random.random() < 0.9:
        holder, key = inner, random.choice(keys)
        inner = holder[key]
    if key is not None:
        holder[key] = random.choice(ODD)
    return json.dumps(copy).encode()


def _keys(holder: object) -> list[Any]:
    if isinstance(holder, dict):
        return list(cast("dict[str, Any]", holder))
    return list(range(len(cast("list[Any]", holder)))) if isinstance(holder, list) else []


def _deep(_data: bytes, content: dict[str, Any], random: Random) -> bytes:
    value: Any = 1
    for _level in range(random.randrange(1, 70)):
        value = random.choice(([value], {"a": value}))
    return json.dumps({**content, random.choice(["title", "extra", "tasks"]): value}).encode()


_Way = Callable[[bytes, dict[str, Any], Random], bytes]
_WAYS: tuple[_Way, ...] = (_bytes, _cut, _signs, _value, _value, _deep)


def run(plans: int, seed: int) -> tuple[Counter[str], list[str], float]:
    """Return the counts, what went wrong, and the longest time of one reading in seconds."""
    data = write_plan(a_sound_plan(3))
    content = json.loads(data)
    counts: Counter[str] = Counter()
    faults: list[str] = []
    longest = 0.0
    random = Random(seed)
    for number in range(plans):
        broken = mutated(data, content, random)
        began = time.perf_counter()
        try:
            plan = read_plan(broken, "a.launchplan")
        except Refusal as refusal:
            counts["refused"] += 1
            counts["without a place"] += not refusal.place
            if not refusal.file or not refusal.reason.strip("."):
                faults.append(f"seed {seed}, plan {number}: no file or reason")
        except Exception as error:
            faults.append(f"seed {seed}, plan {number}: {type(error).__name__}: {error}")
        else:
            counts["accepted"] += 1
            if read_plan(write_plan(plan), "b.launchplan") != plan:
                faults.append(f"seed {seed}, plan {number}: not equal after saving and loading")
        took = time.perf_counter() - began
        longest = max(longest, took)
        if took > HANG:
            faults.append(f"seed {seed}, plan {number}: took {took:.1f} s")
    return counts, faults, longest


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.perf_counter()
    counts, faults, longest = run(given.plans, given.seed)
    for line in faults[:20]:
        sys.stdout.write(line + "\n")
    told = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"fuzzed plans: {given.plans}, {told}, {len(faults)} faults; longest {longest * 1000:.0f} ms, {memory} MB; "
        f"seed {given.seed}, {time.perf_counter() - began:.0f} s\n"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
