"""What becomes of the files of a folder when they are imported: one line a file, and the sums for each folder in it.

    python tests/benchmarks/imports.py FOLDER [--year 2027] [--only PART-OF-NAME]

Columns: file, reader, tasks, tasks with an owner, tasks with a date, people, phases, links, remarks understood,
changed and dropped, milliseconds; or the refusal. The last line counts files read, refused and failed. A failure is
anything but a plan or a refusal, and makes the exit status 1.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from launchplanner.formats.importers import CHANGED, DROPPED, IMPORTERS, UNDERSTOOD, Options, imported
from launchplanner.formats.refusal import Refusal

LAUNCH_DAY = date(2027, 4, 13)
COLUMNS = ("tasks", "owner", "date", "people", "phases", "links", "underst.", "changed", "dropped", "ms")


def line_of(path: Path, year: int | None) -> tuple[str, str, tuple[int, ...]]:
    """Return how a file fared ("read", "refused", "failed"), the words for it, and its figures."""
    began = time.perf_counter()
    try:
        found = imported(path.read_bytes(), path.name, None, Options(year=year, launch_day_else=LAUNCH_DAY))
    except Refusal as refusal:
        return "refused", f"{refusal.place}: {refusal.reason}" if refusal.place else refusal.reason, ()
    except Exception as error:
        return "failed", f"{type(error).__name__}: {error}", ()
    account = found.understood
    kinds = Counter(note.kind for note in found.notes)
    took = round(1000 * (time.perf_counter() - began))
    figures = (
        account.tasks, account.with_owner, account.with_date, account.people, account.phases, account.links,
        kinds[UNDERSTOOD], kinds[CHANGED], kinds[DROPPED], took,
    )  # fmt: skip
    return "read", account.reader, figures


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--year", type=int, default=None)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    suffixes = {suffix for importer in IMPORTERS for suffix in importer.suffixes}
    files = sorted(
        path
        for path in arguments.folder.rglob("*")
        if path.suffix.casefold() in suffixes and arguments.only in path.name and path.name != "SOURCE.txt"
    )
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sys.stdout.write(f"{'file':64} {'reader':9}" + "".join(f"{name:>9}" for name in COLUMNS) + "\n")
    for path in files:
        fate, words, figures = line_of(path, arguments.year)
        name = path.relative_to(arguments.folder).as_posix()
        shown = name if len(name) <= 64 else "…" + name[-63:]
        rest = f"{words:9}" + "".join(f"{figure:9}" for figure in figures) if figures else f"{fate.upper()} {words}"
        sys.stdout.write(f"{shown:64} {rest}\n")
        sums[name.partition("/")[0]].update({fate: 1, "tasks": figures[0] if figures else 0})
    sys.stdout.write("\n")
    for source, counts in sums.items():
        sys.stdout.write(
            f"{source:40} {counts['read']:4} read {counts['refused']:4} refused {counts['tasks']:6} tasks\n"
        )
    total = sum(sums.values(), Counter[str]())
    sys.stdout.write(f"{'all':40} {total['read']:4} read {total['refused']:4} refused {total['failed']:4} failed\n")
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
