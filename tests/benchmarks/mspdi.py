"""Prints how far the schedule agrees with Microsoft Project files: python -m tests.benchmarks.mspdi FOLDER"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.schedule.agreement import FIELDS, Agreement, compared, projects


def main(folder: Path) -> int:
    """Print a table for CONTRIBUTING, and the differences by their reason; return 1 if one has none."""
    found = [compared(project) for project in projects(folder)]
    lines = [
        f"| file | tasks | worked out | links | {' | '.join(FIELDS)} |",
        "|---|---|---|---|" + "---|" * len(FIELDS),
        *(_row(one.project.name, [one]) for one in found),
        _row(f"**{len(found)} files**", found),
    ]
    reasons = Counter(each.reason for one in found for each in one.differences)
    lines += [f"{count} differences: {reason or 'not explained'}." for reason, count in sorted(reasons.items())]
    lines += [
        f"{one.project.name}, task {each.task}, {each.field}: the file says {each.stated}, found {each.found}."
        for one in found
        for each in one.unexplained
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if "" in reasons else 0


def _row(name: str, found: Sequence[Agreement]) -> str:
    tried, agreed = (sum((getattr(one, kind) for one in found), Counter[str]()) for kind in ("compared", "agreed"))
    numbers = [
        sum(len(one.project.plan.tasks) for one in found),
        sum(one.worked_out for one in found),
        sum(len(one.project.plan.dependencies) for one in found),
        *(f"{agreed[field]}/{tried[field]}" for field in FIELDS),
    ]
    return f"| {name} | {' | '.join(map(str, numbers))} |"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
