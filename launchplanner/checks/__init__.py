"""Whether a plan is sound: rules, findings, repairs, and the reading of owner cells."""

from launchplanner.checks.context import Context
from launchplanner.checks.finding import CHOICE, ERROR, NOTE, SAFE, SEVERITIES, WARNING, Finding, Fix, Part, Rule
from launchplanner.checks.run import Findings, checked

__all__ = [
    "CHOICE",
    "ERROR",
    "NOTE",
    "SAFE",
    "SEVERITIES",
    "WARNING",
    "Context",
    "Finding",
    "Findings",
    "Fix",
    "Part",
    "Rule",
    "checked",
]
