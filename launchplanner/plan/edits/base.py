"""What an edit is, and how one is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from launchplanner.plan.plan import TABLE_OF_KIND, Plan
from launchplanner.plan.values import Table, Value
from launchplanner.words import _

AnyValue = TypeVar("AnyValue", bound=Value)


class EditError(Exception):
    """An edit that cannot be made, with a sentence for people. Nothing has changed."""


class Edit(Protocol):
    """One change to a plan, as a value: what a gesture, a field, a repair or a command asks for."""

    @property
    def label(self) -> str:
        """What Undo calls it, such as "Change owner"."""
        ...

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the change made.

        Raises:
            EditError: it cannot be made.
        """
        ...


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits as one step."""

    name: str
    edits: tuple[Edit, ...]

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return self.name

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with all of them made, in order.

        Raises:
            EditError: one of them cannot be made.
        """
        for edit in self.edits:
            plan = edit.apply(plan)
        return plan


def table_of(plan: Plan, kind: str) -> Table[Any]:
    """Return the table that holds the parts of a kind."""
    return getattr(plan, TABLE_OF_KIND[kind])


def part_of(plan: Plan, kind: str, key: str) -> Any:  # noqa: ANN401
    """Return one part.

    Raises:
        EditError: it is not in the plan, or no longer.
    """
    found = table_of(plan, kind).get(key)
    if found is None:
        raise EditError(_("There is no {kind} “{key}” in this plan any more.").format(kind=kind, key=key))
    return found


def put(plan: Plan, kind: str, key: str, value: Value) -> Plan:
    """Return the plan with one part put in or replaced."""
    return plan.replace(**{TABLE_OF_KIND[kind]: table_of(plan, kind).with_(key, value)})


def changed(value: AnyValue, changes: Mapping[str, object]) -> AnyValue:
    """Return `value` with fields changed.

    Raises:
        EditError: a field cannot hold what it was given; says which and why.
    """
    for name in changes:
        # A field of a newer version is kept as it is; but a name that nobody knows is a mistake in the edit.
        if name not in type(value).model_fields and name not in (value.model_extra or {}):
            raise EditError(_("There is no field “{field}” to change.").format(field=field_name(name)))
    try:
        return value.replace(**changes)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else ""
        raise EditError(
            _("“{value}” does not fit {field}: {reason}.").format(
                value=changes.get(field, ""), field=field_name(field), reason=first["msg"].rstrip(".").lower()
            )
        ) from error


def field_name(field: str) -> str:
    """Return how a field is called on screen."""
    return field.replace("_", " ")
