"""The steps of a pass: offer, accept, return, withdraw. Each adds one event and changes nothing else."""

from dataclasses import dataclass, field

from launchplanner.plan.batons import Baton, Event
from launchplanner.plan.directory import Directory
from launchplanner.plan.edits.base import EditError, part_of
from launchplanner.plan.plan import BATON, Plan
from launchplanner.plan.protocol import (
    ACCEPT,
    ACCEPT_WITH_CONDITIONS,
    OFFER,
    OFFERED,
    READ_BACK,
    RETURN,
    RETURN_CODES,
    WITHDRAW,
    Standing,
    content_of,
    event_id,
    fingerprint,
    heads,
    is_ready,
    standing,
)
from launchplanner.plan.workdays import workdays
from launchplanner.words import _


@dataclass(frozen=True, slots=True)
class Record:
    """Who did it, on which device, and the moment that the device showed (ISO 8601, with zone)."""

    by: str
    device: str
    at: str


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
        """Return the plan with the offer recorded.

        Raises:
            EditError: giver or receiver is not one known person, somebody else offers, or items are not ready.
        """
        state = Pass.of(plan, self.baton)
        state.refuse_other(self.record.by, state.giver, _("hand over"))
        if state.standing.has_passed:
            raise EditError(_("“{baton}” has already passed.").format(baton=state.baton.title))
        if state.standing.state in {OFFERED, READ_BACK}:
            raise EditError(_("“{baton}” is already on offer.").format(baton=state.baton.title))
        if not is_ready(state.baton):
            raise EditError(state.unready())
        return state.with_event(OFFER, self.record, body=state.content)


@dataclass(frozen=True, slots=True)
class Answer:
    """The receiver accepts, with `note` as the conditions if there are any, or returns with a code and a note."""

    baton: str
    kind: str
    record: Record
    code: str = ""
    note: str = ""
    strength: str = field(default="read in full")

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return {
            ACCEPT: _("Accept"),
            ACCEPT_WITH_CONDITIONS: _("Accept with conditions"),
            RETURN: _("Return"),
        }[self.kind]

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the answer recorded.

        Raises:
            EditError: nothing is on offer, somebody else answers, the read-back is not marked, or a return has no code.
        """
        state = Pass.of(plan, self.baton)
        state.refuse_other(self.record.by, state.receiver, _("answer"))
        if state.standing.state not in {OFFERED, READ_BACK}:
            raise EditError(
                _("“{baton}” is not on offer: {giver} hands it over first.").format(
                    baton=state.baton.title, giver=state.name(state.giver)
                )
            )
        if self.kind == RETURN:
            if self.code not in RETURN_CODES:
                raise EditError(_("A return says why: choose one of its reasons."))
        elif not all(prompt.is_heard for prompt in state.baton.prompts.values()):
            raise EditError(_("The read-back is not finished: no mark, no pass."))
        if self.kind == ACCEPT_WITH_CONDITIONS and not self.note.strip():
            raise EditError(_("Say what the condition is."))
        return state.with_event(
            self.kind,
            self.record,
            answers=state.standing.offer,
            code=self.code,
            note=self.note,
            strength=self.strength,
        )


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
        if state.standing.state not in {OFFERED, READ_BACK}:
            raise EditError(_("“{baton}” is not on offer.").format(baton=state.baton.title))
        return state.with_event(WITHDRAW, self.record, answers=state.standing.offer, note=self.note)


@dataclass(frozen=True, slots=True)
class Pass:
    """A baton with the people on both sides worked out: what the screen, the reports and these edits ask."""

    plan: Plan
    key: str
    baton: Baton
    giver: str
    receiver: str
    standing: Standing

    @classmethod
    def of(cls, plan: Plan, key: str, directory: Directory | None = None) -> "Pass":
        """Return where the baton `key` of `plan` stands, its roles asked on its planned day.

        Raises:
            EditError: there is no such baton.
        """
        baton: Baton = part_of(plan, BATON, key)
        known = directory or Directory.of(plan)
        day = workdays(plan.calendar, plan.launch_day).date_of(baton.day)
        giver = known.answers(baton.giver, day) or ""
        receiver = known.answers(baton.receiver, day) or ""
        return cls(plan, key, baton, giver, receiver, standing(plan.id, key, baton, giver, receiver))

    @property
    def content(self) -> str:
        """What a signature made now would cover."""
        return content_of(self.plan.id, self.key, self.baton, self.giver, self.receiver)

    def name(self, person: str) -> str:
        """Return a person's name."""
        return self.plan.people[person].name if person in self.plan.people else _("nobody yet")

    def unready(self) -> str:
        """Return the sentence that says what keeps the pack from being offered."""
        if not self.baton.items:
            return _("“{baton}” is empty: nothing is handed over yet.").format(baton=self.baton.title)
        in_order = sorted(self.baton.items.items(), key=lambda entry: (entry[1].order, entry[0]))
        open_items = [item.title for _key, item in in_order if not item.is_settled]
        return (
            _("{count} items are not ready, such as “{item}”.").format(count=len(open_items), item=open_items[0])
            if len(open_items) > 1
            else _("“{item}” is not ready.").format(item=open_items[0])
        )

    def refuse_other(self, by: str, expected: str, verb: str) -> None:
        """Refuse a step by anybody but the one whose step it is.

        Raises:
            EditError: the side is not one known person, both are the same, or `by` is somebody else.
        """
        if not self.giver or not self.receiver:
            side = _("giver") if not self.giver else _("receiver")
            raise EditError(_("“{baton}” has no single known {side}.").format(baton=self.baton.title, side=side))
        if self.giver == self.receiver and not self.baton.second_reader:
            raise EditError(
                _("{name} would hand “{baton}” to themselves. Name a second reader.").format(
                    name=self.name(self.giver), baton=self.baton.title
                )
            )
        if by != expected:
            raise EditError(
                _("Only {expected} can {verb} here, and this is {by}.").format(
                    expected=self.name(expected), verb=verb, by=self.name(by)
                )
            )

    def with_event(self, kind: str, record: Record, **said: str) -> Plan:
        """Return the plan with one more event in the baton's history."""
        event = Event(
            kind=kind,
            content=fingerprint(self.content),
            by=record.by,
            device=record.device,
            at=record.at,
            seen=heads(self.baton.events),
            **said,  # type: ignore[arg-type]
        )
        baton = self.baton.replace(events=self.baton.events.with_(event_id(event), event))
        return self.plan.replace(batons=self.plan.batons.with_(self.key, baton))
