"""The difference between two states of a plan, part by part: what a journal keeps and a merge compares."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import to_jsonable_python

from launchplanner.plan.plan import TABLES, Plan
from launchplanner.plan.values import Table, Value

Changes = dict[str, Any]
"""Field by field: a new value for a field of the launch; for a table, a new value or None (removed) by id."""


def changes_between(old: Plan, new: Plan) -> Changes:
    """Return what turns `old` into `new`, ready to be written as JSON. Parts shared by both cost nothing."""
    found: Changes = {}
    before, after = dict(old), dict(new)
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        if one is other:
            continue
        if name in TABLES:
            table = _table_changes(before[name], after[name])
            if table:
                found[name] = table
        elif one != other:
            found[name] = _plain(other)
    return found


def with_changes(plan: Plan, changes: Mapping[str, Any]) -> Plan:
    """Return the plan with changes made; the inverse of `changes_between`.

    Raises:
        pydantic.ValidationError: a value in the changes does not fit.
    """
    made: dict[str, object] = {}
    for name, change in changes.items():
        if name in TABLES:
            entries = {**getattr(plan, name), **change}
            made[name] = {key: value for key, value in entries.items() if value is not None}
        else:
            made[name] = change
    return plan.replace(**made)


def _table_changes(old: Table[Value], new: Table[Value]) -> dict[str, Any]:
    changed = {key: value.model_dump(mode="json") for key, value in new.items() if _differs(old.get(key), value)}
    return {**changed, **{key: None for key in old if key not in new}}


def _differs(one: Value | None, other: Value) -> bool:
    return one is not other and one != other


def _plain(value: object) -> object:
    return to_jsonable_python(value)
