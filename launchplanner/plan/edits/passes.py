"""The steps of a pass: offer, accept, return, withdraw. Each adds one event to the baton's history."""

from dataclasses import dataclass, field
from typing import Final

from launchplanner.plan.batons import NO, Baton, Condition
from launchplanner.plan.edits.base import EditError
from launchplanner.plan.edits.conditions import condition, open_conditions, with_condition_tasks
from launchplanner.plan.edits.sides import Pass, Record
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import (
    ACCEPT,
    ACCEPT_WITH_CONDITIONS,
    ACCEPTANCES,
    OFFER,
    READ_IN_FULL,
    RETURN,
    RETURN_CODES,
    WITHDRAW,
    event_id,
    is_ready,
    read_back_of,
)
from launchplanner.words import _, joined, quoted

__all__ = ["Answer", "Offer", "Pass", "Record", "Withdraw"]

_MOST_NAMES: Final = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """The giver hands the baton over: what is in it now is what the receiver is asked to accept."""

    baton: str
    record: Record

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Hand over")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the offer recorded. Its read-back begins anew: answers stay as drafts, marks go.

        Raises:
            EditError: giver or receiver is not one known person, somebody else offers, items are not ready, or a
                condition that holds this baton up is not met.
        """
        state = Pass.of(plan, self.baton)
        state.refuse_other(self.record.by, state.giver, _("hand over"))
        if state.standing.has_passed:
            raise EditError(_("“{baton}” has already passed.").format(baton=state.baton.title))
        if state.standing.is_on_offer:
            raise EditError(_("“{baton}” is already on offer.").format(baton=state.baton.title))
        if not is_ready(state.baton):
            raise EditError(state.unready())
        _refuse_unmet(plan, state)
        event = state.event(OFFER, self.record, body=state.content)
        unread = _unread(state.baton)
        return state.with_baton(unread.replace(events=state.baton.events.with_(event_id(event), event)))


def _unread(baton: Baton) -> Baton:
    """Return the baton without the marks and answers that belonged to an earlier offer."""
    prompts = {
        key: prompt.replace(mark="", correction="", offer="")
        for key, prompt in baton.prompts.items()
        if prompt.mark or prompt.correction or prompt.offer
    }
    items = {key: item.replace(answer="", remark="") for key, item in baton.items.items() if item.answer or item.remark}
    if not prompts and not items:
        return baton
    return baton.replace(prompts=baton.prompts.updated(prompts), items=baton.items.updated(items))


def _refuse_unmet(plan: Plan, state: Pass) -> None:
    waiting = open_conditions(plan, state.key)
    if waiting:
        told = joined([quoted(one.condition.text) for one in waiting[:_MOST_NAMES]])
        raise EditError(
            _("A condition of an earlier pass holds “{baton}” up until it is done: {conditions}.").format(
                baton=state.baton.title, conditions=told
            )
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """The receiver accepts, with `conditions` if there are any, or returns with a code and a note.

    An acceptance with conditions that names none takes `note` as the one condition, owned by the giver.
    """

    baton: str
    kind: str
    record: Record
    code: str = ""
    note: str = ""
    strength: str = field(default=READ_IN_FULL)
    conditions: tuple[Condition, ...] = ()

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return {
            ACCEPT: _("Accept"),
            ACCEPT_WITH_CONDITIONS: _("Accept with conditions"),
            RETURN: _("Return"),
        }[self.kind]

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the answer recorded, and with a task for each condition.

        Raises:
            EditError: nothing is on offer, somebody else answers, the read-back is not marked, an item was answered no,
                or a return has no code.
        """
        state = Pass.of(plan, self.baton)
        self._refuse_other(state)
        state.refuse_not_on_offer()
        if self.kind == RETURN:
            if self.code not in RETURN_CODES:
                raise EditError(_("A return says why: choose one of its reasons."))
        else:
            self._refuse_unread(state)
            _refuse_unmet(plan, state)
        conditions = self._conditions(plan)
        event = state.event(
            self.kind,
            self.record,
            answers=state.standing.offer,
            code=self.code,
            note=self.note,
            strength=self.strength,
            body=read_back_of(state.baton),
            conditions=conditions,
        )
        key = event_id(event)
        answered = state.with_baton(state.baton.replace(events=state.baton.events.with_(key, event)))
        return with_condition_tasks(answered, self.baton, key, event)

    def _refuse_other(self, state: Pass) -> None:
        sides = state.sides
        if self.record.by not in sides.answering:
            state.refuse_other(self.record.by, state.receiver, _("answer"))
        state.refuse_impossible()
        offer = state.baton.events.get(state.standing.offer)
        if self.kind in ACCEPTANCES and offer is not None:
            if sides.is_heard(state.baton, self.record.by, offer.at, self.record.at):
                return
            told = (
                _("{name} hands this to themselves: {reader} answers it, or a night lies between.")
                if state.reader
                else _("{name} hands this to themselves: a night lies between offer and answer, or a second reader.")
            )
            raise EditError(told.format(name=state.name(state.giver), reader=state.name(state.reader)))

    def _refuse_unread(self, state: Pass) -> None:
        offer = state.standing.offer
        if not all(prompt.is_heard_for(offer) for prompt in state.baton.prompts.values()):
            raise EditError(_("The read-back is not finished: no mark, no pass."))
        refused = [item.title for _key, item in sorted(state.baton.items.items()) if item.answer == NO]
        if self.kind == ACCEPT and refused:
            raise EditError(
                _("“{item}” was answered no. Return the baton, or accept it with a condition.").format(item=refused[0])
            )

    def _conditions(self, plan: Plan) -> tuple[Condition, ...]:
        """Return the conditions, each with its owner.

        Raises:
            EditError: there is none, or one has no words.
        """
        if self.kind != ACCEPT_WITH_CONDITIONS:
            return ()
        found = self.conditions or (condition(plan, self.baton, self.note),)
        if not all(one.text.strip() for one in found):
            raise EditError(_("Say what the condition is."))
        return found


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The giver takes an offer back before it is answered."""

    baton: str
    record: Record
    note: str = ""

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Withdraw the offer")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the offer withdrawn.

        Raises:
            EditError: nothing is on offer, or somebody else withdraws.
        """
        state = Pass.of(plan, self.baton)
        state.refuse_other(self.record.by, state.giver, _("withdraw"))
        if not state.standing.is_on_offer:
            raise EditError(_("“{baton}” is not on offer.").format(baton=state.baton.title))
        return state.with_event(WITHDRAW, self.record, answers=state.standing.offer, note=self.note)
