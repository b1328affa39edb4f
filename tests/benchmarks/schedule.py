"""Prints how much processor time scheduling takes: python -m tests.benchmarks.schedule [SIZE ...]

Whole, and after one edit. The networks are layered: 40 layers, one to three predecessors each from the layer before,
one to five days. Beside them networkx is timed where it is installed: the graph built, ordered, and run through both
ways.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from random import Random
from statistics import median
from time import process_time
from typing import Any, Final

from launchplanner.plan.edits import Edit, Link, Place, SetDuration, Unlink
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, Dependency, Estimate, Start, Task
from launchplanner.schedule import rescheduled, scheduled
from launchplanner.schedule.chance import chances

SIZES: Final = (100, 1_000, 10_000, 100_000)
LAYERS: Final = 40
EDITS: Final = 200


def a_network(size: int, seed: int = 1) -> Plan:
    """Return a layered network of a size."""
    draw = Random(seed)
    keys = [f"t{number:06}" for number in range(size)]
    tasks = {key: Task(title=key, duration=draw.randint(1, 5), start=Start(rule=AS_SOON_AS_POSSIBLE)) for key in keys}
    wide = max(size // LAYERS, 1)
    links: dict[str, Dependency] = {}
    for number, key in enumerate(keys):
        layer = number // wide
        for before in (
            {draw.randrange((layer - 1) * wide, layer * wide) for _link in range(draw.randint(1, 3))} if layer else ()
        ):
            link = Dependency(predecessor=keys[before], successor=key)
            links[link.id] = link
    return Plan(launch_day=date(2027, 4, 13), first=-200, days=400, tasks=Table(tasks), dependencies=Table(links))


def edits(plan: Plan, count: int, seed: int = 2) -> Iterator[Edit]:
    """Yield edits of each kind that moves something: a length, a day, a link drawn, a link cut."""
    draw = Random(seed)
    keys, links = sorted(plan.tasks), sorted(plan.dependencies)
    for number in range(count):
        one, other = sorted(draw.sample(keys, 2))
        made: tuple[Edit, ...] = (
            SetDuration(one, draw.randint(1, 6)),
            Place(((one, draw.randint(-200, 0)),)),
            Link(one, other),
            Unlink((draw.choice(links),)),
        )
        yield made[number % len(made)]


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the shortest time that some work takes, in milliseconds."""
    found: list[float] = []
    for _time in range(times):
        start = process_time()
        work()
        found.append((process_time() - start) * 1000)
    return min(found)


def edited(plan: Plan, count: int) -> list[float]:
    """Return how long each edit takes to reschedule, in milliseconds, one after the other."""
    schedule = scheduled(plan)
    found: list[float] = []
    for edit in edits(plan, count):
        after = edit.apply(plan)
        start = process_time()
        schedule = rescheduled(after, plan, schedule)
        found.append((process_time() - start) * 1000)
        plan = after
    return sorted(found)


def by_networkx(plan: Plan) -> float | None:
    """Return how long networkx takes to build and order the graph and run through it both ways, in milliseconds."""
    if find_spec("networkx") is None:
        return None
    networkx: Any = import_module("networkx")

    def work() -> None:
        graph: Any = networkx.DiGraph()
        graph.add_nodes_from((key, {"days": task.duration}) for key, task in plan.tasks.items())
        graph.add_edges_from((link.predecessor, link.successor) for link in plan.dependencies.values())
        order: list[str] = list(networkx.topological_sort(graph))
        finish: dict[str, int] = {}
        for key in order:
            start = max((finish[before] for before in graph.predecessors(key)), default=0)
            finish[key] = start + graph.nodes[key]["days"]
        late: dict[str, int] = {}
        end = max(finish.values())
        for key in reversed(order):
            late[key] = min((late[after] - graph.nodes[after]["days"] for after in graph.successors(key)), default=end)

    return best(work)


def drawn() -> float:
    """Return how long 10,000 draws of 70 tasks with estimates take, in milliseconds."""
    plan = a_network(70)
    guess = {
        key: task.replace(
            estimate=Estimate(optimistic=task.duration, likely=task.duration + 1, pessimistic=task.duration * 3)
        )
        for key, task in plan.tasks.items()
    }
    plan = plan.replace(tasks=Table(guess), launch_task=max(plan.tasks))
    return best(lambda: chances(plan, scheduled(plan), plan.first))


def main(sizes: Sequence[int]) -> None:
    """Print a table for CONTRIBUTING."""
    lines = ["| tasks | links | whole, ms | µs a task | edit, median ms | edit, 95 of 100 ms | networkx, ms |"]
    lines.append("|---|---|---|---|---|---|---|")
    for size in sizes:
        plan = a_network(size)
        whole = best(lambda plan=plan: scheduled(plan))
        times = edited(plan, EDITS)
        other = by_networkx(plan)
        lines.append(
            f"| {size} | {len(plan.dependencies)} | {whole:.1f} | {whole * 1000 / size:.1f} | {median(times):.2f} "
            f"| {times[len(times) * 95 // 100]:.2f} | {'not installed' if other is None else f'{other:.1f}'} |"
        )
    lines.append(f"10,000 draws of 70 tasks with estimates: {drawn():.0f} ms.")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or SIZES)
