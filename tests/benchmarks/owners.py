"""How well owner cells are read: precision and recall for each label, on labelled cells that are given as files.

    python tests/benchmarks/owners.py CELLS.tsv [MORE.tsv …] [--errors]

A file has a header; its columns `cell` or `cell_text`, and `label`, are used, and each distinct (text, label) counts
once. Rows that render a file's structure and not a typed cell (header "GAN allocation…", "MSPDI Assignment…") are
left out. A question ("unclear") counts as right for a team. "Missed" are plural, team and empty cells read as a
single owner. Texts are split in two fixed halves by a hash, the first for tuning and the second for judging. Each
half is read without a roster and with one of the file's own unambiguous names: its single cells that are nothing but
a name or a handle.
"""

import argparse
import csv
import hashlib
import re
import sys
import time
from collections import Counter
from pathlib import Path

from launchplanner.checks.owners import NOBODY, Label, Person, Roster, read_owner
from launchplanner.checks.owners.atoms import read_atom
from launchplanner.checks.owners.lexicon import lexicon
from launchplanner.checks.owners.tokens import cut, join_words

Row = tuple[str, str]
_STRUCTURED = ("GAN allocation", "MSPDI Assignment")


def rows_of(path: Path) -> list[Row]:
    """Return the distinct (text, label) pairs of a file, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        found: dict[Row, None] = {}
        for row in csv.DictReader(file, delimiter="\t"):
            if row.get("header", "").startswith(_STRUCTURED):
                continue
            text = row["cell_text"] if "cell_text" in row else row["cell"]
            label = row["label"].replace("ambiguous", "unclear")
            found["" if text == "<<EMPTY>>" else text, label] = None
    return list(found)


def roster_of(rows: list[Row]) -> Roster:
    """Return the people of the single cells that hold nothing but one name or handle."""
    names = [text.strip("*_ ") for text, label in rows if label == "single" and _is_bare(text.strip("*_ "))]
    return Roster(people=tuple(Person(f"p{place}", name) for place, name in enumerate(dict.fromkeys(names))))


def _is_bare(text: str) -> bool:
    if not re.fullmatch(r"@?[^\s,;/|&+()<>:\[\]]+(?: [^\s,;/|&+()<>:\[\]]+){0,3}", text):
        return False
    parts = join_words(cut(text, lexicon()).parts, lexicon())
    return len(parts) == 1 and read_atom(parts[0].words, lexicon(), NOBODY).what in {"person", "unknown"}


def half_of(text: str) -> str:
    """Return "A" or "B", for ever the same for the same text."""
    return "AB"[hashlib.sha256(text.encode()).digest()[0] % 2]


def is_right(label: str, read: str) -> bool:
    """Tell whether the answer is accepted."""
    return read == label or (label == "team" and read == "unclear")


def report(name: str, rows: list[Row], roster: Roster, *, errors: bool) -> None:
    """Print the table of one file, half and roster."""
    pairs = [(text, label, read_owner(text, roster).label.value) for text, label in rows]
    right = sum(is_right(label, read) for _, label, read in pairs)
    missed = [pair for pair in pairs if pair[1] in {"plural", "team", "none"} and pair[2] == "single"]
    sys.stdout.write(
        f"{name}: {right} of {len(pairs)} right ({right / max(len(pairs), 1):.1%}), {len(missed)} missed warnings\n"
    )
    for label in Label:
        asked = [pair for pair in pairs if pair[1] == label]
        given = [pair for pair in pairs if pair[2] == label]
        accepted = sum(is_right(pair[1], pair[2]) for pair in given)
        found = sum(is_right(pair[1], pair[2]) for pair in asked)
        precision = f"{accepted / len(given):.1%}" if given else "–"
        recall = f"{found / len(asked):.1%}" if asked else "–"
        sys.stdout.write(f"  {label.value:8} {len(asked):4} cells  precision {precision:>6}  recall {recall:>6}" + "\n")
    if errors:
        for text, label, read in pairs:
            if not is_right(label, read):
                how = "MISSED " if (text, label, read) in missed else ""
                told = f"{how}{text!r}: {label}, read {read} {read_owner(text, roster).code}"
                sys.stdout.write(f"    {told}\n")


def speed(rows: list[Row]) -> None:
    """Print how long 10,000 distinct cells take, made from the file's by numbering them."""
    texts = [f"{text} {place}" for place in range(10_000 // max(len(rows), 1) + 1) for text, _ in rows][:10_000]
    roster = Roster(people=(Person("x", "Nobody Known"),))
    start = time.process_time()
    for text in texts:
        read_owner(text, roster)
    distinct = time.process_time() - start
    again = [rows[place % len(rows)][0] for place in range(10_000)]
    fresh = Roster(people=(Person("y", "Nobody Known"),))
    start = time.process_time()
    for text in again:
        read_owner(text, fresh)
    repeated = time.process_time() - start
    told = f"10,000 cells: {distinct:.2f} s if all differ, {repeated:.3f} s as in the file, of processor time"
    sys.stdout.write(told + "\n")


def main() -> int:
    """Print the tables of the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what was read wrongly in the half for tuning")
    options = parser.parse_args()
    for path in options.files:
        rows = rows_of(path)
        read_owner("warm up")
        for title, roster in (("no roster", NOBODY), ("roster", roster_of(rows))):
            for half in "AB":
                part = [row for row in rows if half_of(row[0]) == half]
                report(f"{path.name}, half {half}, {title}", part, roster, errors=options.errors and half == "A")
        labels = Counter(label for _, label in rows)
        sys.stdout.write(f"{path.name}: {len(rows)} distinct cells: {dict(labels)}" + "\n")
        speed(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
