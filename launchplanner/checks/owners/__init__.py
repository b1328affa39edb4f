"""Whose is it? Who answers for the work, by what people typed in an owner cell."""

from launchplanner.checks.owners.habit import NO_HABIT, Habit, column_habit
from launchplanner.checks.owners.reader import read_column, read_owner
from launchplanner.checks.owners.readings import Candidate, Helper, Kind, Label, Reading, Repair, RepairKind
from launchplanner.checks.owners.roster import NOBODY, Organisation, Person, Role, Roster, Team

__all__ = [
    "NOBODY",
    "NO_HABIT",
    "Candidate",
    "Habit",
    "Helper",
    "Kind",
    "Label",
    "Organisation",
    "Person",
    "Reading",
    "Repair",
    "RepairKind",
    "Role",
    "Roster",
    "Team",
    "column_habit",
    "read_column",
    "read_owner",
]
