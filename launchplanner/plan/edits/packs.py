"""What is in a baton: its items, and the prompts that the receiver reads back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from launchplanner.plan.batons import Baton, BatonItem, Prompt
from launchplanner.plan.edits.base import EditError, changed, part_of
from launchplanner.plan.order import last_position
from launchplanner.plan.plan import BATON, Plan
from launchplanner.plan.values import Table
from launchplanner.words import _

ITEMS: Final = "items"
PROMPTS: Final = "prompts"
_NAMES: Final = {ITEMS: "item", PROMPTS: "prompt"}


@dataclass(frozen=True, slots=True)
class ChangeInPack:
    """Give fields of one item or prompt (`table` is "items" or "prompts") new values."""

    baton: str
    table: str
    key: str
    changes: Mapping[str, object] = field(hash=False)

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Change {part}").format(part=_NAMES[self.table])

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the item or prompt changed. Other words in a read-back take its mark off.

        Raises:
            EditError: it is not there, or a field cannot hold the value.
        """
        baton, table = _pack(plan, self.baton, self.table)
        part = table.get(self.key)
        if part is None:
            raise EditError(
                _("That {part} is not in “{baton}” any more.").format(part=_NAMES[self.table], baton=baton.title)
            )
        changes = dict(self.changes)
        if isinstance(part, Prompt) and changes.get("answer", part.answer) != part.answer:
            changes.setdefault("mark", "")
            changes.setdefault("correction", "")
        return _put(plan, self.baton, baton, self.table, table.with_(self.key, changed(part, changes)))


@dataclass(frozen=True, slots=True)
class AddToPack:
    """Put an item or a prompt at the end of a pack."""

    baton: str
    key: str
    value: BatonItem | Prompt

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Add {part}").format(part=_NAMES[_table_of(self.value)])

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the item or prompt in the baton.

        Raises:
            EditError: there is no such baton, or the id is taken.
        """
        name = _table_of(self.value)
        baton, table = _pack(plan, self.baton, name)
        if self.key in table:
            raise EditError(_("There is already a part with the id “{key}”.").format(key=self.key))
        order = self.value.order or last_position(part.order for part in table.values())
        return _put(plan, self.baton, baton, name, table.with_(self.key, self.value.replace(order=order)))


@dataclass(frozen=True, slots=True)
class RemoveFromPack:
    """Take an item or a prompt out of a pack."""

    baton: str
    table: str
    key: str

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Remove {part}").format(part=_NAMES[self.table])

    def apply(self, plan: Plan) -> Plan:
        """Return the plan without the item or prompt.

        Raises:
            EditError: there is no such baton, or the item is one that must travel.
        """
        baton, table = _pack(plan, self.baton, self.table)
        part = table.get(self.key)
        if isinstance(part, BatonItem) and part.required:
            raise EditError(
                _("“{item}” must travel with this baton. Set it to not applicable, and say why.").format(
                    item=part.title
                )
            )
        return _put(plan, self.baton, baton, self.table, table.without(self.key))


def _table_of(value: BatonItem | Prompt) -> str:
    return ITEMS if isinstance(value, BatonItem) else PROMPTS


def _pack(plan: Plan, key: str, table: str) -> tuple[Baton, Table[Any]]:
    baton: Baton = part_of(plan, BATON, key)
    return baton, getattr(baton, table)


def _put(plan: Plan, key: str, baton: Baton, name: str, table: Table[Any]) -> Plan:
    return plan.replace(batons=plan.batons.with_(key, baton.replace(**{name: table})))
