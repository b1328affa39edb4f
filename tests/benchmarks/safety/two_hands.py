"""Two programs that edit and save one plan as fast as they can.

    python tests/benchmarks/safety/two_hands.py [--saves 10000] [--seed 1]

Each save that meets the other's is joined with it, as the window does; the harness takes our side of each clash and
counts it. At the end each acknowledged task must be in the file, and each acknowledged title in it or on the list.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from launchplanner.app.document import Document
from launchplanner.app.files import opened
from launchplanner.plan.edits import Add, Change
from launchplanner.plan.plan import TASK
from launchplanner.store.merging import merged
from launchplanner.store.saving import ChangedOnDiskError
from tests.benchmarks.safety.plans import a_sound_plan
from tests.benchmarks.safety.session import DAY
from tests.builders import a_task

SHARED = "task-0"


def hand(path: Path, name: str, saves: int, seed: int) -> dict[str, object]:
    """Work at the plan, and return what was acknowledged and what clashed."""
    random = Random(f"{seed}/{name}")
    plan, file = opened(path)
    document = Document(plan, DAY, file=file)
    tasks: list[str] = []
    clashes: list[str] = []
    joins = 0
    for number in range(saves):
        key = f"{name}-{number}"
        # A few tasks are reused, so that the plan stays small: each is a set of the numbers that were put in.
        holder = f"{name}-holder-{number % 3}"
        if holder not in document.plan.tasks:
            document.do(Add(TASK, holder, a_task(holder)[1]))
        links = document.plan.tasks[holder].links
        document.do(Change(TASK, holder, {"links": (*links, key)}))
        if random.random() < 0.1:
            document.do(Change(TASK, SHARED, {"title": key}))
        while True:
            try:
                document.save()
                break
            except ChangedOnDiskError:
                theirs, seen = opened(path)
                merge = merged(document.base, document.plan, theirs)
                clashes += [str(clash.theirs) for clash in merge.clashes] + [str(one.ours) for one in merge.clashes]
                decided = merged(document.base, document.plan, theirs, {one.key: "ours" for one in merge.clashes})
                document.join(decided.plan, theirs, seen, "join")
                joins += 1
        tasks.append(key)
    return {"tasks": tasks, "clashes": clashes, "joins": joins}


def run(saves: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Return the counts, and what was acknowledged and is not there."""
    folder = Path(tempfile.mkdtemp(prefix="hands-"))
    kept = os.environ.get("XDG_STATE_HOME")
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    path = folder / "launch.launchplan"
    start = Document(a_sound_plan(3), DAY)
    start.save_as(path)
    children: list[int] = []
    for name in ("ana", "bo"):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                (folder / f"{name}.json").write_text(json.dumps(hand(path, name, saves // 2, seed)))
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    counts: Counter[str] = Counter()
    faults = [f"a hand ended with {status}" for child in children if (status := os.waitpid(child, 0)[1])]
    plan, _file = opened(path)
    there = {link for task in plan.tasks.values() for link in task.links}
    for name in ("ana", "bo"):
        if not (folder / f"{name}.json").exists():
            continue
        told = json.loads((folder / f"{name}.json").read_text())
        counts["saves"] += len(told["tasks"])
        counts["joined"] += told["joins"]
        counts["clashes"] += len(told["clashes"]) // 2
        faults += [f"{task} was saved and is gone" for task in told["tasks"] if task not in there]
    shutil.rmtree(folder)
    if kept is not None:
        os.environ["XDG_STATE_HOME"] = kept
    return counts, faults


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.perf_counter()
    counts, faults = run(given.saves, given.seed)
    for line in faults[:20]:
        sys.stdout.write(line + "\n")
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    took = time.perf_counter() - began
    sys.stdout.write(f"two hands: {told}, {len(faults)} lost; seed {given.seed}, {took:.0f} s\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
