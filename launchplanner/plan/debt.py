"""Ownership debt over time: one reading a day, kept with the plan."""

from collections.abc import Iterator
from datetime import date

from launchplanner.plan.plan import Plan
from launchplanner.plan.records import DebtReading


def with_debt(plan: Plan, day: date, tasks: int) -> Plan:
    """Return the plan with the reading of a day: how many open tasks lack exactly one named person."""
    reading = DebtReading(tasks=tasks)
    key = day.isoformat()
    return plan if plan.debt.get(key) == reading else plan.replace(debt=plan.debt.with_(key, reading))


def debt_readings(plan: Plan) -> tuple[tuple[date, int], ...]:
    """Return the readings in the order of their days."""
    return tuple(sorted(_dated(plan)))


def _dated(plan: Plan) -> Iterator[tuple[date, int]]:
    for key, reading in plan.debt.items():
        try:
            yield date.fromisoformat(key), reading.tasks
        except ValueError:  # a key that somebody typed into the file
            continue
