"""What is in a baton: its items, and the prompts that the receiver reads back and the giver marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from launchplanner.plan.batons import ANSWERS, CORRECTED, NO, RIGHT, Baton, BatonItem, Prompt
from launchplanner.plan.edits.base import EditError, changed, part_of
from launchplanner.plan.edits.sides import Pass
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

        Answer and mark belong to the offer that is then on the table.

        Raises:
            EditError: it is not there, a field cannot hold the value, or an item that must travel need not any more.
        """
        baton, table = _pack(plan, self.baton, self.table)
        part = table.get(self.key)
        if part is None:
            raise EditError(
                _("That {part} is not in “{baton}” any more.").format(part=_NAMES[self.table], baton=baton.title)
            )
        changes = dict(self.changes)
        if isinstance(part, Prompt) and {"answer", "mark"} & set(changes):
            changes = _for_the_offer(part, changes, Pass.of(plan, self.baton).standing.offer)
        if isinstance(part, BatonItem):
            _refuse_dropping(part, changes)
        return _put(plan, self.baton, baton, self.table, table.with_(self.key, changed(part, changes)))


def _for_the_offer(prompt: Prompt, changes: Mapping[str, object], offer: str) -> dict[str, object]:
    """Return the changes to a read-back with the offer they are for; other words, or another offer, take marks off.

    The same words said again to another offer are not marked yet: a mark counts for the offer it was made for.
    """
    is_fresh = changes.get("answer", prompt.answer) != prompt.answer or prompt.offer != offer
    cleared = {"mark": "", "correction": ""} if is_fresh else {}
    return {**cleared, "offer": offer, **changes}


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


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The receiver answers a prompt in own words."""

    baton: str
    prompt: str
    answer: str
    by: str

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Read back")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the answer in it, not yet marked.

        Raises:
            EditError: nothing is on offer, somebody else answers, or there is no such prompt.
        """
        state = Pass.of(plan, self.baton)
        if self.by not in state.sides.answering:
            state.refuse_other(self.by, state.receiver, _("read back"))
        state.refuse_not_on_offer()
        return ChangeInPack(self.baton, PROMPTS, self.prompt, {"answer": self.answer.strip()}).apply(plan)


@dataclass(frozen=True, slots=True)
class Mark:
    """The giver, or the second reader of a pass to oneself, marks an answer right, or corrects it in own words."""

    baton: str
    prompt: str
    by: str
    correction: str = ""

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Correct the read-back") if self.correction.strip() else _("Mark the read-back")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the answer marked for the offer on the table.

        Raises:
            EditError: nothing is on offer, somebody else marks, or there is no answer yet.
        """
        state = Pass.of(plan, self.baton)
        if self.by not in {state.giver, state.reader if state.sides.is_to_oneself else ""}:
            state.refuse_other(self.by, state.giver, _("mark the read-back"))
        state.refuse_not_on_offer()
        prompt = state.baton.prompts.get(self.prompt)
        if prompt is not None and not prompt.answer.strip():
            raise EditError(_("“{question}” has no answer to mark yet.").format(question=prompt.question))
        words = self.correction.strip()
        changes = {"mark": CORRECTED if words else RIGHT, "correction": words}
        return ChangeInPack(self.baton, PROMPTS, self.prompt, changes).apply(plan)


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """The receiver says yes or no to an item's criterion, a no with its reason."""

    baton: str
    item: str
    answer: str
    by: str
    remark: str = ""

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Answer an item")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the answer in it.

        Raises:
            EditError: nothing is on offer, somebody else answers, a no has no reason, or there is no such item.
        """
        state = Pass.of(plan, self.baton)
        if self.by not in state.sides.answering:
            state.refuse_other(self.by, state.receiver, _("answer"))
        state.refuse_not_on_offer()
        if self.answer not in ANSWERS:
            raise EditError(_("A criterion is answered yes or no."))
        if self.answer == NO and not self.remark.strip():
            raise EditError(_("A no goes back with its reason."))
        changes = {"answer": self.answer, "remark": self.remark.strip()}
        return ChangeInPack(self.baton, ITEMS, self.item, changes).apply(plan)


def _refuse_dropping(item: BatonItem, changes: Mapping[str, object]) -> None:
    frees = item.required and changes.get("required", True) is False
    if frees and not str(changes.get("reason", item.reason)).strip():
        raise EditError(_("“{item}” must travel with this baton. Say why it need not.").format(item=item.title))


def _table_of(value: BatonItem | Prompt) -> str:
    return ITEMS if isinstance(value, BatonItem) else PROMPTS


def _pack(plan: Plan, key: str, table: str) -> tuple[Baton, Table[Any]]:
    baton: Baton = part_of(plan, BATON, key)
    return baton, getattr(baton, table)


def _put(plan: Plan, key: str, baton: Baton, name: str, table: Table[Any]) -> Plan:
    return plan.replace(batons=plan.batons.with_(key, baton.replace(**{name: table})))
