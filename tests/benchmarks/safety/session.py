"""One session at a plan: edits and saves from a seed, what was acknowledged of them, and what is left after a crash."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random

from pydantic import ValidationError

from launchplanner.app.document import Document
from launchplanner.app.files import backup_folder, opened
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import Plan
from launchplanner.store import journal
from launchplanner.store.backups import backups
from launchplanner.store.journal import leftovers
from launchplanner.store.saving import SaveError
from tests.benchmarks.safety.plans import a_sound_plan, edited

DAY = date(2027, 2, 22)
EDITS = 5
SAVES = (1, 3, 4)
"""After which edits the plan is saved, counted from 0."""

Say = Callable[[str], object]


@lru_cache(maxsize=4)
def states(seed: str) -> list[Plan]:
    """Return the plan before and after each edit; each state has its number as its title."""
    random = Random(seed)
    found = [a_sound_plan(4).replace(title="0")]
    for number in range(1, EDITS + 1):
        found.append(edited(found[-1], random, 1).replace(title=str(number)))
    return found


def prepared(folder: Path, plans: list[Plan]) -> Path:
    """Put the first state into a file, and return it."""
    path = folder / "launch.launchplan"
    document = Document(plans[0], DAY)
    document.save_as(path)
    document.close()
    return path


def work(path: Path, journals: Path, plans: list[Plan], say: Say) -> None:
    """Do the edits and saves; `say` is told each one that the program acknowledged, and each fault that it told."""
    journal._OURS = f"-{os.urandom(4).hex()}-{os.getpid()}"  # pyright: ignore[reportPrivateUsage, reportConstantRedefinition]
    plan, file = opened(path)
    document = Document(plan, DAY, file=file, journal_folder=journals)
    for number, after in enumerate(plans[1:], start=1):
        document.go_back_to(after.replace(debt=document.plan.debt), "edit")
        say(f"told {document.trouble}" if document.trouble else f"edit {number}")
        if number - 1 in SAVES:
            try:
                document.save()
            except SaveError as error:
                say(f"told {error}")
            else:
                say(f"save {number}")
                if document.trouble:
                    say(f"told {document.trouble}")


@dataclass(frozen=True, slots=True)
class Left:
    """What a session left: the number of the state in the file, and of the newest that can be brought back."""

    file: int
    best: int
    faults: tuple[str, ...]


def found(path: Path, journals: Path, plans: list[Plan]) -> Left:
    """Look at what a session left behind, as the next start of the program does."""
    faults: list[str] = []
    in_file = _number(path, plans, faults)
    best = in_file
    for leftover in leftovers(journals):
        try:
            plan = leftover.replayed(leftover.started())
        except ValidationError:
            faults.append("a journal cannot be replayed")
            continue
        best = max(best, _number_of(plan, plans, faults))
    for copy in backups(backup_folder(), plans[0].id):
        _number(copy, plans, [])
    return Left(in_file, best, tuple(faults))


def _number(path: Path, plans: list[Plan], faults: list[str]) -> int:
    try:
        plan, _file = opened(path)
    except Refusal as refusal:
        faults.append(f"lost: {refusal}")
        return -1
    return _number_of(plan, plans, faults)


def _number_of(plan: Plan, plans: list[Plan], faults: list[str]) -> int:
    number = int(plan.title)
    if plan.replace(debt={}) != plans[number].replace(debt={}):
        faults.append(f"state {number} is not what it was")
    return number


def broken(said: list[str], left: Left) -> list[str]:
    """Return which promises a session broke."""
    edit = max((int(line.split()[1]) for line in said if line.startswith("edit ")), default=0)
    save = max((int(line.split()[1]) for line in said if line.startswith("save ")), default=0)
    faults = list(left.faults)
    if left.file < save:
        faults.append(f"saved {save}, but the file holds {left.file}")
    if left.best < edit:
        faults.append(f"edit {edit} was acknowledged, but {left.best} comes back")
    return faults
