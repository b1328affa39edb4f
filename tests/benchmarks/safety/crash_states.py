"""Every state in which a power cut may leave the disk during a save, worked out from the calls of a real one.

    python tests/benchmarks/safety/crash_states.py

The model: what was written to a file and not flushed may be absent, half there, zeros or whole; names that were made,
moved or removed in a folder that was not flushed since count in their order or, in the second model, any of them may
be missing. Lost: the plan's name holds neither the whole old nor the whole new content. Stale: the save was said to be
done and the old content comes back.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import cast

from launchplanner.store.saving import digest, save
from tests.benchmarks.safety.disk import watched

OLD, NEW = b"the old plan\n" * 40, b"the new plan, which is longer\n" * 60
Names = tuple[str, str, str]
"""A change of names in the folder: "make", "move" or "remove", the name, and the name that it had."""


@dataclass
class Model:
    """The folder as the system shows it, and what of it is known to be on the disk."""

    flushed: dict[int, bytes]
    written: dict[int, bytes]
    names: dict[str, int]
    pending: list[Names] = field(default_factory=list[Names])
    made: dict[str, int] = field(default_factory=dict[str, int])

    def contents(self, inode: int) -> Iterator[bytes]:
        """Yield what a file may hold after the cut."""
        data = self.written[inode]
        yield self.flushed[inode]
        if data != self.flushed[inode]:
            yield from (data, data[: len(data) // 2], b"\0" * len(data))

    def folders(self, *, in_order: bool) -> Iterator[dict[str, int]]:
        """Yield which names there may be after the cut."""
        count = len(self.pending)
        kept = (
            [tuple(range(end)) for end in range(count + 1)]
            if in_order
            else [some for size in range(count + 1) for some in combinations(range(count), size)]
        )
        for places in kept:
            names = dict(self.names)
            for place in places:
                kind, name, before = self.pending[place]
                if kind == "make":
                    names[name] = self.made[name]
                elif kind == "move":
                    inode = names.pop(before, self.made.get(before))
                    if inode is not None:
                        names[name] = inode
                else:
                    names.pop(name, None)
            yield names

    def flush_folder(self) -> None:
        """Take all names for safe."""
        (self.names,) = list(self.folders(in_order=True))[-1:]
        self.pending = []


def trace(folder: Path) -> list[tuple[str, tuple[object, ...]]]:
    """Return the calls of a real save of `NEW` over `OLD`."""
    path = folder / "plan"
    path.write_bytes(OLD)
    with watched() as disk:
        save(path, NEW, known=digest(OLD))
    return disk.called


def states(calls: list[tuple[str, tuple[object, ...]]], *, in_order: bool) -> Iterator[tuple[bool, bytes | None]]:
    """Yield each state after each call: whether the save was said to be done, and what the plan's name then holds."""
    model = Model({0: OLD}, {0: OLD}, {"plan": 0})
    current: int | None = None
    yield from ((False, content) for content in _plan_in(model, in_order=in_order))
    for number, (name, given) in enumerate(calls):
        if name == "open":
            target = Path(str(given[0]))
            if target.is_dir():
                current = None
            else:
                current = len(model.written)
                model.written[current] = model.flushed[current] = b""
                model.made[target.name] = current
                model.pending.append(("make", target.name, ""))
        elif name == "write" and current is not None:
            model.written[current] += bytes(cast("bytes", given[-1]))
        elif name == "fsync" and current is None:
            model.flush_folder()
        elif name == "fsync" and current is not None:
            model.flushed[current] = model.written[current]
        elif name == "replace":
            model.pending.append(("move", Path(str(given[1])).name, Path(str(given[0])).name))
        elif name == "unlink" and Path(str(given[0])).name in model.made:
            # The name is gone already when its file took the plan's place.
            model.pending.append(("remove", Path(str(given[0])).name, ""))
        is_done = number == len(calls) - 1
        yield from ((is_done, content) for content in _plan_in(model, in_order=in_order))


def _plan_in(model: Model, *, in_order: bool) -> Iterator[bytes | None]:
    for names in model.folders(in_order=in_order):
        inode = names.get("plan")
        yield from (None,) if inode is None else model.contents(inode)


def run() -> dict[str, tuple[int, int, int]]:
    """Return for each model how many states there are, how many lose the plan, and how many are stale."""
    with tempfile.TemporaryDirectory() as folder:
        calls = trace(Path(folder))
        found: dict[str, tuple[int, int, int]] = {}
        for in_order in (True, False):
            every = list(states(calls, in_order=in_order))
            lost = sum(content not in {OLD, NEW} for _done, content in every)
            stale = sum(done and content != NEW for done, content in every)
            found["names in order" if in_order else "names in any order"] = len(every), lost, stale
    return found


def main() -> int:
    """Print the figures."""
    found = run()
    for name, (every, lost, stale) in found.items():
        sys.stdout.write(f"crash states, {name}: {every} states, {lost} lost, {stale} stale\n")
    return 1 if any(lost or stale for _every, lost, stale in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
