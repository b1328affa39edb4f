"""Reading owner cells: what people typed, a roster and a column's habit in; who answers for the work out.

Pure and total: any text gets an answer, in time linear in its length. Answers are kept by text for each roster and
habit, since a plan names the same few people again and again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from launchplanner.checks.owners.answers import repairs, sentence
from launchplanner.checks.owners.brackets import Atoms
from launchplanner.checks.owners.folding import tidy, without_markup
from launchplanner.checks.owners.habit import NO_HABIT, Habit, column_habit
from launchplanner.checks.owners.judge import Judge
from launchplanner.checks.owners.lexicon import lexicon
from launchplanner.checks.owners.readings import Label, Reading
from launchplanner.checks.owners.roster import NOBODY, Roster

_KEPT = 50_000  # answers


def read_owner(text: str, roster: Roster = NOBODY, habit: Habit = NO_HABIT) -> Reading:
    """Return who owns the work according to one cell, the roster asked first."""
    memory = _memory_of(roster, habit)
    reading = memory.readings.get(text)
    if reading is None:
        if len(memory.readings) >= _KEPT:
            memory.readings.clear()
        reading = memory.readings[text] = _read(text, memory, roster, habit)
    return reading


def read_column(cells: Iterable[str], roster: Roster = NOBODY) -> list[Reading]:
    """Return the reading of each cell of one column, with the habit that they show together."""
    texts = list(cells)
    habit = column_habit(texts, roster)
    return [read_owner(text, roster, habit) for text in texts]


@dataclass(slots=True)
class _Memory:
    """What was read with one roster and habit."""

    readings: dict[str, Reading] = field(default_factory=dict[str, Reading])
    atoms: Atoms = field(default_factory=Atoms)


def _memory_of(roster: Roster, habit: Habit) -> _Memory:
    memory = cast("_Memory | None", roster.memory.get(habit))
    if memory is None:
        memory = roster.memory[habit] = _Memory()
    return memory


def _read(text: str, memory: _Memory, roster: Roster, habit: Habit) -> Reading:
    plain, signs = tidy(text)
    body = without_markup(plain)
    judge = Judge(lexicon(), roster, habit, memory.atoms)
    verdict = judge.judge(body)
    if verdict.label is Label.SINGLE and judge.has_met_known and not (verdict.is_sure or judge.is_plain(body)):
        # To know more people must never hide that two are named, unless it shows who the two texts are.
        alone = Judge(lexicon(), NOBODY, habit, _memory_of(NOBODY, habit).atoms).judge(body)
        verdict = alone if alone.label is Label.PLURAL else verdict
    return Reading(
        text,
        verdict.label,
        verdict.code,
        verdict.owners,
        verdict.helpers,
        verdict.remarks,
        sentence(verdict, body),
        repairs(verdict),
        signs,
    )
